//! What is measured, and what difference would matter.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::formula::{self, Formula};
use crate::vocabulary::{Better, Stage};

/// A measure of what customers did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Metric {
    /// Its id.
    pub id: String,
    /// Its name, as on charts.
    pub name: String,
    /// The dataset it is measured on; empty for typed-in counts.
    pub dataset: String,
    /// How far down the line it measures.
    pub stage: Stage,
    /// Which way is better.
    pub better: Better,
    /// The smallest difference that would change a decision, ≥ 0: a fraction for rates, the
    /// column's own unit for means.
    #[serde(with = "crate::number")]
    #[specta(type = f64)]
    #[schemars(with = "f64")]
    pub threshold: f64,
    /// The downstream metric that an early one is shown with; its id, or empty.
    pub partner: String,
    /// What is measured.
    #[serde(
        deserialize_with = "formula::read_optional",
        serialize_with = "formula::write_optional"
    )]
    #[specta(type = Formula)]
    #[schemars(with = "crate::schema::OptionalFormula")]
    pub formula: Option<Formula>,
}

impl Default for Metric {
    fn default() -> Self {
        Self {
            id: String::new(),
            name: String::new(),
            dataset: String::new(),
            stage: Stage::Downstream,
            better: Better::Higher,
            threshold: 0.0,
            partner: String::new(),
            formula: None,
        }
    }
}
