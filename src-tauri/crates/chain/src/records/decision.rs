//! What a segment is for. A segment without a decision is a report filter.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A question that a segment helps to decide.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Decision {
    /// Its id.
    pub id: String,
    /// The question.
    pub question: String,
    /// What could be decided.
    pub options: Vec<String>,
    /// What could explain the answer, each with why: the ways to cut customers that are tried.
    pub dimensions: Vec<Dimension>,
    /// Who decides.
    pub owner: String,
    /// By when, as an ISO date; empty when open.
    pub due: String,
}

/// Something that could explain a decision's answer: contract, company size, reason to call.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Dimension {
    /// What it is called.
    pub name: String,
    /// Why it could explain the answer.
    pub why: String,
}
