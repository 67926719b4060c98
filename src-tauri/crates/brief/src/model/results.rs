//! What the segment then did, against everyone else.

use serde::{Deserialize, Serialize};
use specta::Type;

/// Measured outcomes of the segment.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Results {
    /// The segment as the table's head names it; empty gives the segment's name.
    pub segment: String,
    /// Whom it is compared with; empty gives `everyone else`.
    pub against: String,
    /// One entry for each downstream metric, in the order to be read.
    pub outcomes: Vec<Outcome>,
    /// How many comparisons were made over all metrics; q is corrected over those of each metric.
    pub comparisons: u32,
}

/// A downstream metric with the early metrics that point to it.
///
/// An early metric has no other place in a brief, so it can never stand alone.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Outcome {
    /// What they did in the end.
    pub downstream: Comparison,
    /// What they did first, as clicks; read only beside the outcome.
    pub early: Vec<Comparison>,
}

/// One metric: the segment, the others, and the difference.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Comparison {
    /// The metric's name.
    pub metric: String,
    /// What its values are.
    pub measure: Measure,
    /// Whether less of it is better.
    pub lower_is_better: bool,
    /// The segment's figure.
    pub segment: Figure,
    /// The others' figure.
    pub against: Figure,
    /// The difference, turned so that positive is better, in the metric's unit (rates: fractions).
    pub difference: Option<f64>,
    /// The lower end of the difference's 95 % interval, turned the same way (so `low <= high`).
    pub low: Option<f64>,
    /// The upper end of the difference's 95 % interval, turned the same way.
    pub high: Option<f64>,
    /// The difference that would change a decision, at least 0; 0 when nobody has set one.
    pub threshold: f64,
    /// What the interval says.
    pub verdict: Verdict,
    /// The verdict in a sentence.
    pub words: String,
    /// The p value corrected for every comparison made; none when it is undefined.
    pub q: Option<f64>,
    /// Rows left out of both counts because their outcome is blank.
    pub unknown: f64,
}

/// What a metric's values are.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Shares of people, as fractions; printed as percent, differences as points.
    #[default]
    Rate,
    /// Means of a column, in the unit named here; empty for a bare number.
    Mean(String),
}

/// One side's figure.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Figure {
    /// How many are counted, weights summed.
    pub n: f64,
    /// The rate (a fraction) or the mean; none when it is undefined.
    pub value: Option<f64>,
    /// The lower end of its 95 % interval.
    pub low: Option<f64>,
    /// The upper end of its 95 % interval.
    pub high: Option<f64>,
}

/// What an interval says about a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Clearly better, by more than what matters.
    Better,
    /// Clearly worse, by more than what matters.
    Worse,
    /// Different, but too little to matter.
    TooSmallToMatter,
    /// Any difference there may be is too small to matter.
    NoDifferenceThatMatters,
    /// The data cannot tell.
    #[default]
    CannotTell,
}

impl Verdict {
    /// The verdict as a reader knows it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::TooSmallToMatter => "too small to matter",
            Self::NoDifferenceThatMatters => "no difference that matters",
            Self::CannotTell => "cannot tell",
        }
    }
}
