//! Why us, against what.

use serde::{Deserialize, Serialize};
use specta::Type;

/// The positioning as it stands.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Positioning {
    /// The composed statement in its reading order; empty when nothing is written yet.
    pub statement: Vec<StatementPart>,
    /// A line under the statement: its version and when it was confirmed.
    pub standing: String,
    /// The problem that is solved.
    pub problem: String,
    /// Why it matters now.
    pub why_now: String,
    /// The tagline: not the positioning, only its echo.
    pub tagline: String,
    /// What is replaced.
    pub alternatives: Vec<Alternative>,
    /// What makes us differ.
    pub differentiator: Option<Differentiator>,
}

/// A run of words in the statement.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct StatementPart {
    /// The words with their own spaces and punctuation: parts are printed with nothing between.
    pub text: String,
    /// Whose words they are.
    pub role: StatementRole,
}

/// Whose words a run of the statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StatementRole {
    /// Words of the template that hold the parts together; printed grey.
    #[default]
    Glue,
    /// Words that a person wrote; printed in ink.
    Written,
    /// The name or the question of a part that is not written yet; printed in brackets.
    Missing,
}

/// What customers use instead.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Alternative {
    /// Its name.
    pub name: String,
    /// Its kind in words: `spreadsheet`, `do nothing`.
    pub kind: String,
    /// Where it fails them.
    pub weakness: String,
}

/// What makes us differ.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Differentiator {
    /// The difference in words.
    pub text: String,
    /// Its kind in words: `speed`.
    pub kind: String,
}
