//! What a rule found: which words, how much it matters, and what to say about it.

use serde::{Deserialize, Serialize};
use specta::Type;

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

/// One weakness of one text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Finding {
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
