//! How many people each segment holds, and a rule that is being written.

use std::collections::HashMap;
use std::sync::Arc;

use chain::{Chain, Rule, Segment, state};
use measure::rule::{RuleFault, Step};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::book::Book;
use crate::error::Error;
use crate::ground::rule_error;
use crate::view::SegmentRow;

/// How many rows of a dataset a segment holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Rows in the segment.
    pub n: u32,
    /// Rows of the dataset.
    pub rows: u32,
}

/// The segments of a workbook, as `throughline segments` lists them.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct SegmentList {
    /// A row a segment, in the workbook's order.
    pub segments: Vec<SegmentRow>,
    /// Rows of the dataset that the segments are over; none when they are over several, or none.
    pub rows: Option<u32>,
}

/// The live count of a rule that is being written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RuleCount {
    /// Rows that meet it.
    pub n: u32,
    /// Rows of the dataset.
    pub rows: u32,
    /// The rule in words.
    pub words: String,
    /// Its conditions and groups in reading order, each with its count.
    pub steps: Vec<Step>,
}

impl Book {
    /// Every segment with its count, share and standing. A segment whose rule cannot be applied
    /// says so in its row.
    ///
    /// # Errors
    /// When the workbook cannot be read: figures that are there must not look like figures that
    /// never were.
    pub fn segments(&mut self) -> Result<SegmentList, Error> {
        let chain = self.chain()?;
        let counts = self.counts(&chain);
        let mut segments = Vec::with_capacity(chain.segments.len());
        let mut sizes = HashMap::new();
        for (segment, count) in chain.segments.iter().zip(counts) {
            let (count, problem) = match count {
                Ok(count) => (count, None),
                Err(error) if error.is_of_the_rule() => (None, Some(error.message)),
                Err(error) => return Err(error),
            };
            sizes.extend(count.map(|count| (segment.dataset.as_str(), count.rows)));
            segments.push(SegmentRow {
                id: segment.id.clone(),
                name: segment.name.clone(),
                n: count.map(|count| count.n),
                share: count.and_then(share),
                role: segment.role,
                standing: segment.standing,
                report_filter: state::is_report_filter(&chain, segment),
                dataset: segment.dataset.clone(),
                problem,
            });
        }
        let mut sizes = sizes.into_values();
        let rows = match (sizes.next(), sizes.next()) {
            (Some(rows), None) => Some(rows),
            _ => None,
        };
        Ok(SegmentList { segments, rows })
    }

    /// Counts a rule that is being written.
    ///
    /// # Errors
    /// [`crate::Code::BadRule`] with what cannot be read.
    pub fn count_rule(&mut self, dataset: &str, rule: &Rule) -> Result<RuleCount, Error> {
        let chain = self.chain()?;
        let ground = self.imported_ground(dataset)?;
        let (steps, n) = self
            .on(&chain, &ground, |selector| {
                let steps = selector.funnel(rule)?;
                Ok::<_, RuleFault>((steps, selector.select(rule)?.count()))
            })
            .map_err(rule_error)?;
        let words = chain::words::rule(rule, &|id| segment_words(&chain, id));
        Ok(RuleCount {
            n: small(n),
            rows: small(ground.table.rows()),
            words,
            steps,
        })
    }

    /// How many rows a segment holds; none when it has no rule, or its dataset no rows yet.
    pub(crate) fn count(
        &mut self,
        chain: &Arc<Chain>,
        segment: &Segment,
    ) -> Result<Option<Counted>, Error> {
        if segment.rule.is_none() || self.store.dataset(&segment.dataset)?.is_none() {
            return Ok(None);
        }
        let (table, mask) = self.selected(chain, segment)?;
        Ok(Some(Counted {
            n: small(mask.count()),
            rows: small(table.rows()),
        }))
    }

    /// The same for every segment, in the chain's order; each dataset is read once.
    pub(crate) fn counts(&mut self, chain: &Arc<Chain>) -> Vec<Result<Option<Counted>, Error>> {
        let mut counts = vec![Ok(None); chain.segments.len()];
        let mut over: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, segment) in chain.segments.iter().enumerate() {
            if segment.rule.is_some() {
                over.entry(&segment.dataset).or_default().push(place);
            }
        }
        for (dataset, places) in over {
            let counted: Vec<_> = match self.ground(dataset) {
                Ok(None) => continue,
                Err(error) => vec![Err(error); places.len()],
                Ok(Some(ground)) => self.on(chain, &ground, |selector| {
                    let rows = small(ground.table.rows());
                    let mut count = |place: &usize| {
                        let mask = selector.segment(&chain.segments[*place].id);
                        let n = small(mask.map_err(rule_error)?.count());
                        Ok(Some(Counted { n, rows }))
                    };
                    places.iter().map(&mut count).collect()
                }),
            };
            for (place, count) in places.into_iter().zip(counted) {
                counts[place] = count;
            }
        }
        counts
    }
}

/// A segment's share of its dataset.
pub(crate) fn share(count: Counted) -> Option<f64> {
    (count.rows > 0).then(|| f64::from(count.n) / f64::from(count.rows))
}

/// A segment as a rule in words names it.
pub(crate) fn segment_words(chain: &Chain, id: &str) -> String {
    match chain.segment(id) {
        Some(segment) if !segment.name.is_empty() => format!("“{}”", segment.name),
        _ => format!("“{id}”"),
    }
}

/// Row counts stay far below 2³²: a larger table is refused when it is imported.
pub(crate) fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
