//! What else is known about the record a text belongs to.

use serde::{Deserialize, Serialize};
use specta::Type;

/// The surroundings of a text. Everything is optional; what is left out is simply not known.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Context {
    /// What people would use instead: a statement that names one says against what it stands.
    pub alternatives: Vec<Alternative>,
    /// How much a payoff changes, when the record holds the amount beside its text. The unit is
    /// the record's own; only whether there is an amount matters here.
    pub quantity: Option<f64>,
}

/// One thing that people would use instead of the offering.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Alternative {
    /// What people call it.
    pub name: String,
}
