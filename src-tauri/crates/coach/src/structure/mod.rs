//! Rules over the chain itself: what is missing between records, one file each.

mod no_alternative;
mod primary;
mod proof_missing;
mod segment_without_decision;

use std::cell::OnceCell;
use std::collections::HashSet;

use chain::{Chain, LinkKind, Role, Segment, Standing};

use crate::remedy::Remedy;
use crate::rule::Rule;

/// A rule over the chain.
pub(crate) struct Structure {
    /// What it says of itself.
    pub rule: &'static Rule,
    /// What it looks at, as a person reads it.
    pub looks_at: &'static [&'static str],
    /// The check of one segment.
    pub check: fn(&Ground<'_>, &Segment) -> Vec<Gap>,
}

/// Every rule over the chain, in the order of the chain.
pub(crate) static STRUCTURES: [Structure; 5] = [
    segment_without_decision::STRUCTURE,
    primary::NONE,
    primary::SEVERAL,
    proof_missing::STRUCTURE,
    no_alternative::STRUCTURE,
];

/// Something that is not there.
pub(crate) struct Gap {
    /// The link it weakens.
    pub link: LinkKind,
    /// The record it is missing on.
    pub record: String,
    /// The field it belongs in.
    pub field: &'static str,
    /// The words a person sets it aside on.
    pub words: String,
    /// What is missing and what to do.
    pub message: String,
    /// What can be done about it.
    pub fix: Remedy,
}

/// A chain, and what several rules want to know of it.
pub(crate) struct Ground<'a> {
    pub chain: &'a Chain,
    ids: OnceCell<HashSet<&'a str>>,
    /// What a proof stands behind, anywhere in the chain.
    supported: OnceCell<HashSet<&'a str>>,
}

impl<'a> Ground<'a> {
    pub fn new(chain: &'a Chain) -> Self {
        Self {
            chain,
            ids: OnceCell::new(),
            supported: OnceCell::new(),
        }
    }

    /// Whether a written proof, in whatever segment, stands behind a record.
    pub fn is_supported(&self, record: &str) -> bool {
        let supported = self.supported.get_or_init(|| {
            let proofs = self.chain.segments.iter().flat_map(|s| &s.value.proofs);
            proofs
                .filter(|proof| filled(&proof.text) && filled(&proof.supports))
                .map(|proof| proof.supports.as_str())
                .collect()
        });
        supported.contains(record)
    }

    /// An id that no record of the shared name space has, beginning with `base`.
    pub fn free_id(&self, base: &str) -> String {
        let ids = self.ids.get_or_init(|| {
            let segments = self.chain.segments.iter();
            segments.flat_map(ids_of).collect()
        });
        // The number that a taken id gets must still fit.
        let base = base.get(..chain::id::LONGEST - 8).unwrap_or(base);
        chain::id::free(base, |id| ids.contains(id))
    }
}

fn ids_of(segment: &Segment) -> impl Iterator<Item = &str> {
    let value = &segment.value;
    let ids = value.jobs.iter().map(|r| &r.id);
    let ids = ids.chain(value.pains.iter().map(|r| &r.id));
    let ids = ids.chain(value.payoffs.iter().map(|r| &r.id));
    let ids = ids.chain(value.features.iter().map(|r| &r.id));
    let ids = ids.chain(value.proofs.iter().map(|r| &r.id));
    let ids = ids.chain(segment.positioning.alternatives.iter().map(|r| &r.id));
    ids.chain(segment.touchpoints.iter().map(|r| &r.id))
        .map(String::as_str)
}

/// Whether a segment is worked on: one that failed its test or is no longer used is left alone
/// unless somebody asks.
pub(crate) const fn is_worked_on(segment: &Segment) -> bool {
    !matches!(segment.standing, Standing::Invalidated | Standing::Retired)
}

/// Whether a segment could be the primary one.
pub(crate) fn may_be_primary(segment: &Segment) -> bool {
    is_worked_on(segment) && segment.role != Role::NotForUs
}

/// Whether somebody has written something.
pub(crate) fn filled(text: &str) -> bool {
    !text.trim().is_empty()
}

/// The check of a rule that reads no text.
pub(crate) fn reads_no_text(
    _: &crate::text::reading::Reading<'_>,
    _: &crate::Context,
    _: &crate::words::lexicon::Lexicon,
) -> Vec<crate::rule::Hit> {
    Vec::new()
}

/// What such a rule takes from a word pack.
pub(crate) const NO_WORDS: crate::rule::Needs = crate::rule::Needs {
    lists: &[],
    thresholds: &[],
};

/// What a person calls a segment.
pub(crate) fn called(segment: &Segment) -> String {
    match segment.name.trim() {
        "" => "This segment".to_owned(),
        name => format!("“{name}”"),
    }
}
