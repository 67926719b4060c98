//! Whether every list of a chain kept its order.

use std::collections::HashMap;
use std::hash::Hash;

use crate::document::Chain;
use crate::records::Segment;

/// Whether the records that both chains have in one list stand in it in one order.
pub(super) fn everywhere(old: &Chain, new: &Chain) -> bool {
    let was: HashMap<&str, &Segment> = old.segments.iter().map(|it| (it.id.as_str(), it)).collect();
    all(&top(old), &top(new))
        && new.segments.iter().all(|segment| {
            was.get(segment.id.as_str())
                .is_none_or(|was| all(&inside(was), &inside(segment)) && versions(was, segment))
        })
}

/// The names of the records in each list at the top.
fn top(chain: &Chain) -> [Vec<[&str; 3]>; 6] {
    let named = |name| [name, "", ""];
    [
        chain.datasets.iter().map(|it| named(&it.id)).collect(),
        chain.decisions.iter().map(|it| named(&it.id)).collect(),
        chain.segments.iter().map(|it| named(&it.id)).collect(),
        chain.metrics.iter().map(|it| named(&it.id)).collect(),
        chain
            .confirmations
            .iter()
            .map(|it| named(&it.link))
            .collect(),
        chain
            .suppressions
            .iter()
            .map(|it| [it.rule.as_str(), &it.record, &it.field])
            .collect(),
    ]
}

/// The ids of the records in each list inside a segment, versions aside.
fn inside(segment: &Segment) -> [Vec<&str>; 7] {
    let (value, positioning) = (&segment.value, &segment.positioning);
    [
        value.jobs.iter().map(|it| it.id.as_str()).collect(),
        value.pains.iter().map(|it| it.id.as_str()).collect(),
        value.payoffs.iter().map(|it| it.id.as_str()).collect(),
        value.features.iter().map(|it| it.id.as_str()).collect(),
        value.proofs.iter().map(|it| it.id.as_str()).collect(),
        positioning
            .alternatives
            .iter()
            .map(|it| it.id.as_str())
            .collect(),
        segment
            .touchpoints
            .iter()
            .map(|it| it.id.as_str())
            .collect(),
    ]
}

fn versions(old: &Segment, new: &Segment) -> bool {
    let numbers = |segment: &Segment| -> Vec<u32> {
        let versions = segment.positioning.versions.iter();
        versions.map(|it| it.number).collect()
    };
    in_order(&numbers(old), &numbers(new))
}

fn all<T: Eq + Hash>(old: &[Vec<T>], new: &[Vec<T>]) -> bool {
    old.iter().zip(new).all(|(old, new)| in_order(old, new))
}

fn in_order<T: Eq + Hash>(old: &[T], new: &[T]) -> bool {
    if old == new {
        return true;
    }
    let places: HashMap<&T, usize> = old.iter().zip(0..).collect();
    let stood = new.iter().filter_map(|name| places.get(name));
    stood.is_sorted()
}
