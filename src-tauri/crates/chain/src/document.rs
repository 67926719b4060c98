//! The chain document: a workbook's whole chain, in the form that leaves and enters it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::fault::Fault;
use crate::records::{Confirmation, Dataset, Decision, Metric, Offering, Segment, Suppression};

/// The version of the document's shape.
pub const VERSION: u32 = 1;

/// Everything a person can say in a workbook, customer rows aside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Chain {
    /// The document's version, always [`VERSION`].
    pub throughline: u32,
    /// What is offered.
    pub offering: Offering,
    /// The tables.
    pub datasets: Vec<Dataset>,
    /// What is to be decided.
    pub decisions: Vec<Decision>,
    /// Who.
    pub segments: Vec<Segment>,
    /// What is measured.
    pub metrics: Vec<Metric>,
    /// Confirmed links.
    pub confirmations: Vec<Confirmation>,
    /// Findings set aside.
    pub suppressions: Vec<Suppression>,
}

impl Default for Chain {
    fn default() -> Self {
        Self {
            throughline: VERSION,
            offering: Offering::default(),
            datasets: Vec::new(),
            decisions: Vec::new(),
            segments: Vec::new(),
            metrics: Vec::new(),
            confirmations: Vec::new(),
            suppressions: Vec::new(),
        }
    }
}

impl Chain {
    /// The document's text: two-space JSON and a last newline, every field in its fixed order.
    pub fn to_text(&self) -> String {
        // A chain holds no map with keys that are not text and no number that JSON lacks, so
        // writing it cannot fail; were it to, an empty text would fail the next read, loudly.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Reads a whole document.
    ///
    /// # Errors
    /// A [`Fault`] with the path of the first thing that is no part of a chain document.
    pub fn from_text(text: &str) -> Result<Self, Fault> {
        crate::patch::Patch::read(text).and_then(|patch| patch.apply(&Chain::default()))
    }

    /// The segment of an id.
    pub fn segment(&self, id: &str) -> Option<&Segment> {
        self.segments.iter().find(|segment| segment.id == id)
    }

    /// The decision of an id.
    pub fn decision(&self, id: &str) -> Option<&Decision> {
        self.decisions.iter().find(|decision| decision.id == id)
    }

    /// The metric of an id.
    pub fn metric(&self, id: &str) -> Option<&Metric> {
        self.metrics.iter().find(|metric| metric.id == id)
    }

    /// The dataset of an id.
    pub fn dataset(&self, id: &str) -> Option<&Dataset> {
        self.datasets.iter().find(|dataset| dataset.id == id)
    }
}
