//! The rows that rules are about, and which of them each segment holds.
//!
//! What was worked out of a segment is kept as long as its rule, and those of the segments it
//! names, stay what they were: an edit of a text recounts nothing.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chain::{Chain, Rule, Segment};
use measure::rule::{Known, Named, RuleFault, Segments, Selector};
use measure::table::{Mask, Table};

use crate::book::Book;
use crate::error::{Code, Error};

/// Bytes of masks that are kept between two questions. More are worked out again when asked for.
const KEPT: usize = 256 << 20;

/// A dataset's rows as they stand.
#[derive(Clone)]
pub(crate) struct Ground {
    /// The dataset's id.
    pub dataset: String,
    /// Its rows.
    pub table: Arc<Table>,
    version: i64,
}

/// What is known of the segments over one version of a dataset.
struct Memory {
    chain: Arc<Chain>,
    as_of: Option<i32>,
    known: Known,
}

/// What is known of segments, by dataset version.
#[derive(Default)]
pub(crate) struct Memories(HashMap<i64, Memory>);

impl Memories {
    /// Forgets everything about versions that are not the current ones.
    pub(crate) fn keep_only(&mut self, current: &[i64]) {
        self.0.retain(|version, _| current.contains(version));
    }

    /// What still holds of what was known.
    fn recall(&mut self, version: i64, chain: &Chain, as_of: Option<i32>) -> Known {
        match self.0.remove(&version) {
            Some(memory) if memory.as_of == as_of => {
                let mut known = memory.known;
                if !std::ptr::eq(memory.chain.as_ref(), chain) {
                    forget_changed(&mut known, &memory.chain, chain);
                }
                known
            }
            _ => Known::new(),
        }
    }

    fn remember(&mut self, version: i64, memory: Memory) {
        let bytes = memory.known.values().flatten().map(|mask| mask.len() / 8);
        if bytes.sum::<usize>() <= KEPT {
            self.0.insert(version, memory);
        }
    }
}

/// Forgets the segments whose rules differ, those whose rules name them however far away, and all
/// that could not be worked out.
fn forget_changed(known: &mut Known, before: &Chain, now: &Chain) {
    let rules = |chain: &'_ Chain| -> HashMap<String, (String, Option<Rule>)> {
        let entry = |s: &Segment| (s.id.clone(), (s.dataset.clone(), s.rule.clone()));
        chain.segments.iter().map(entry).collect()
    };
    let (before, after) = (rules(before), rules(now));
    let mut named_by: HashMap<&str, Vec<&str>> = HashMap::new();
    for segment in &now.segments {
        for inner in segment.rule.iter().flat_map(|rule| rule.segments()) {
            named_by.entry(inner).or_default().push(&segment.id);
        }
    }
    let differ = before
        .keys()
        .chain(after.keys())
        .filter(|id| before.get(*id) != after.get(*id));
    let mut open: Vec<&str> = differ.map(String::as_str).collect();
    let mut doubtful: HashSet<&str> = HashSet::new();
    while let Some(id) = open.pop() {
        if doubtful.insert(id) {
            open.extend(named_by.get(id).into_iter().flatten());
        }
    }
    known.retain(|id, mask| mask.is_ok() && !doubtful.contains(id.as_str()));
}

impl Book {
    /// The rows of a dataset; none when it is not imported.
    ///
    /// # Errors
    /// [`Code::FileDamaged`] when they cannot be read.
    pub(crate) fn ground(&mut self, dataset: &str) -> Result<Option<Ground>, Error> {
        Ok(self.table(dataset)?.map(|(version, table)| Ground {
            dataset: dataset.to_owned(),
            table,
            version,
        }))
    }

    /// Does `work` with rules over a dataset's rows. What it works out of segments is kept.
    pub(crate) fn on<T>(
        &mut self,
        chain: &Arc<Chain>,
        ground: &Ground,
        work: impl FnOnce(&mut Selector<'_>) -> T,
    ) -> T {
        let as_of = as_of(chain, &ground.dataset);
        let known = self.memories.recall(ground.version, chain, as_of);
        let nearby = Nearby::of(chain, &ground.dataset);
        let mut selector = Selector::knowing(&ground.table, &nearby, as_of, known);
        let outcome = work(&mut selector);
        let memory = Memory {
            chain: Arc::clone(chain),
            as_of,
            known: selector.into_known(),
        };
        self.memories.remember(ground.version, memory);
        outcome
    }

    /// The rows that a segment's rule selects.
    ///
    /// # Errors
    /// [`Code::WrongState`] when it has no rule or no dataset, [`Code::NotFound`] when that has no
    /// rows, [`Code::BadRule`] when the rule does not fit them.
    pub(crate) fn selected(
        &mut self,
        chain: &Arc<Chain>,
        segment: &Segment,
    ) -> Result<(Arc<Table>, Arc<Mask>), Error> {
        if segment.rule.is_none() {
            return Err(no_rule(segment));
        }
        if segment.dataset.is_empty() {
            return Err(Error::new(
                Code::WrongState,
                format!(
                    "The segment `{}` has a rule but names no dataset",
                    segment.id
                ),
                "Say which dataset its rule selects from.",
            ));
        }
        let ground = self.imported_ground(&segment.dataset)?;
        let mask = self
            .on(chain, &ground, |selector| selector.segment(&segment.id))
            .map_err(rule_error)?;
        Ok((ground.table, mask))
    }
}

/// The day up to which a dataset's rows are true, in days since 1970, if anybody said so.
fn as_of(chain: &Chain, dataset: &str) -> Option<i32> {
    chain
        .dataset(dataset)
        .and_then(|dataset| measure::table::parse_iso_date(&dataset.as_of))
}

/// The segments that a rule over a dataset may name.
struct Nearby<'a> {
    dataset: &'a str,
    segments: HashMap<&'a str, &'a Segment>,
}

impl<'a> Nearby<'a> {
    fn of(chain: &'a Chain, dataset: &'a str) -> Self {
        let segments = chain.segments.iter();
        Self {
            dataset,
            segments: segments.map(|s| (s.id.as_str(), s)).collect(),
        }
    }
}

impl Segments for Nearby<'_> {
    fn named(&self, id: &str) -> Option<Named<'_>> {
        let segment = self.segments.get(id)?;
        Some(match &segment.rule {
            None => Named::Described,
            Some(_) if segment.dataset != self.dataset => Named::Elsewhere(&segment.dataset),
            Some(rule) => Named::Ruled(rule),
        })
    }

    fn ids(&self) -> Vec<&str> {
        self.segments.keys().copied().collect()
    }
}

pub(crate) fn rule_error(fault: RuleFault) -> Error {
    Error::new(Code::BadRule, fault.to_string(), fault.fix())
}

pub(crate) fn no_rule(segment: &Segment) -> Error {
    Error::new(
        Code::WrongState,
        format!(
            "The segment `{}` has no rule, so nobody can be counted in it",
            segment.id
        ),
        "Give it a rule over a dataset.",
    )
}
