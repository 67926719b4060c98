//! What a rule found: where, which words, how much it matters, what to say and what to do.

use chain::LinkKind;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::remedy::Remedy;

/// How much a finding matters for the link it is found on.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The link cannot be called sound.
    Blocker,
    /// Sound only if a person says why.
    Warning,
    /// Could be stronger.
    Hint,
}

/// One weakness of one text, wherever it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TextFinding {
    /// The id of the rule that found it.
    pub rule: String,
    /// The level of that rule.
    pub level: Level,
    /// Where the words begin, counted in Unicode scalar values from the start of the text.
    pub start: u32,
    /// Where the words end, exclusive, in the same count; always more than `start`.
    pub end: u32,
    /// What is weak and what to write instead, one or two sentences.
    pub message: String,
}

/// One weakness of the chain.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct Finding {
    /// The id of the rule that found it.
    pub rule: String,
    /// The level of that rule.
    pub level: Level,
    /// The segment it is in.
    pub segment: String,
    /// The link of that segment which it weakens.
    pub link: LinkKind,
    /// The record it is on: its id. Parts of the statement belong to the segment, or to the
    /// `offering`.
    pub record: String,
    /// The field of that record; `statement` for what only the composed statement shows, `for.0`
    /// for the first entry of a list.
    pub field: String,
    /// Where the words begin in the field, counted in Unicode scalar values; none when what is
    /// weak is no particular word.
    pub start: Option<u32>,
    /// Where the words end, exclusive, in the same count.
    pub end: Option<u32>,
    /// Those words; empty when there are none.
    pub quote: String,
    /// What is weak and what to do instead, one or two sentences.
    pub message: String,
    /// What can be done about it from where it is shown.
    pub fix: Option<Remedy>,
}
