//! Segments whose rules name each other: never in a circle.

use std::collections::{HashMap, HashSet};

use super::references::segments_exist;
use crate::document::Chain;
use crate::fault::Fault;

/// Walks the segments' rules with three colours; a rule that comes back to a segment on the way is
/// a circle. The walk keeps its own stack: a chain of 100,000 segments is no reason to fall over.
pub(super) fn rules_have_no_circle(chain: &Chain, segments: &HashSet<&str>) -> Result<(), Fault> {
    let index: HashMap<&str, usize> = chain
        .segments
        .iter()
        .enumerate()
        .map(|(i, s)| (s.id.as_str(), i))
        .collect();
    let named: Vec<Vec<usize>> = chain
        .segments
        .iter()
        .enumerate()
        .map(|(i, segment)| {
            let Some(rule) = &segment.rule else {
                return Ok(Vec::new());
            };
            segments_exist(segments, rule, || format!("segments[{i}].rule"))?;
            Ok(rule
                .segments()
                .iter()
                .filter_map(|id| index.get(id).copied())
                .collect())
        })
        .collect::<Result<_, Fault>>()?;
    let mut done = vec![false; named.len()];
    let mut open = vec![false; named.len()];
    for start in 0..named.len() {
        let mut way = vec![(start, 0)];
        open[start] = !done[start];
        while let Some((segment, next)) = way.pop() {
            if done[segment] {
                continue;
            }
            match named[segment].get(next) {
                Some(&inner) if open[inner] => {
                    // The way from the inner one to this one is the circle.
                    let circle = way.iter().map(|(on_it, _)| *on_it);
                    let others = circle.skip_while(|on_it| *on_it != inner);
                    return Err(Fault::at(
                        format!("segments[{segment}].rule"),
                        format!(
                            "the rules of `{}` and `{}` name each other in a circle",
                            chain.segments[segment].id, chain.segments[inner].id
                        ),
                        "Take one of them out of the other's rule.",
                    )
                    .with(others.map(|it| format!("segments[{it}].rule")).collect()));
                }
                Some(&inner) => {
                    way.push((segment, next + 1));
                    if !done[inner] {
                        open[inner] = true;
                        way.push((inner, 0));
                    }
                }
                None => {
                    done[segment] = true;
                    open[segment] = false;
                }
            }
        }
    }
    Ok(())
}
