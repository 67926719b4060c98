//! The document itself: what a brief says, as plain data.
//!
//! Every text is what a person wrote or will read; nothing in here is markup. Dates are texts in
//! words (`24 Nov 2026`), already written for the reader. Any field may be empty: the renderings
//! then say in a few words what is missing.

use serde::{Deserialize, Serialize};
use specta::Type;

mod chain_line;
mod positioning;
mod results;
mod value;

pub use chain_line::{Line, LineLink, LineState};
pub use positioning::{Alternative, Differentiator, Positioning, StatementPart, StatementRole};
pub use results::{Comparison, Figure, Measure, Outcome, Results, Verdict};
pub use value::{Payoff, Proof, ValueRow};

/// One brief: everything that leaves the workbook about one segment.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Brief {
    /// The segment's name; the document's title.
    pub segment: String,
    /// The offering's name.
    pub offering: String,
    /// The day the brief was made.
    pub date: String,
    /// Who made it.
    pub author: String,
    /// The six links of the chain and how each of them stands.
    pub line: Line,
    /// What the segment is for; none makes the segment a report filter.
    pub decision: Option<Decision>,
    /// Who they are.
    pub who: Who,
    /// How they decide: up to six axes.
    pub decides: Vec<Axis>,
    /// How they are reached.
    pub reach: Vec<String>,
    /// Jobs, pains and payoffs, one payoff a row.
    pub value: Vec<ValueRow>,
    /// Whom it is for.
    pub fits: Vec<String>,
    /// Whom it is not for.
    pub not_for: Vec<String>,
    /// Why us, against what.
    pub positioning: Positioning,
    /// The words they meet.
    pub journey: Vec<Touchpoint>,
    /// What they then did.
    pub results: Results,
    /// Anything else the reader has to know, a sentence each.
    pub notes: Vec<String>,
    /// What all of it stands on.
    pub basis: Basis,
}

/// A decision that the segment is for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Decision {
    /// What is to be decided, as a question.
    pub question: String,
    /// What can be chosen.
    pub options: Vec<String>,
    /// Who decides.
    pub owner: String,
    /// By when.
    pub due: String,
}

/// Who the segment is, counted and in words.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Who {
    /// How many rows of the dataset the segment holds; none when it is not counted.
    pub n: Option<u32>,
    /// How many rows the dataset has.
    pub rows: Option<u32>,
    /// The segment's part of the dataset, with its 95 % interval.
    pub share: Option<Share>,
    /// What a row is, as one word for one of them: `customer`.
    pub unit: String,
    /// The dataset's name.
    pub dataset: String,
    /// The rule in words; empty for a segment that is only described.
    pub rule: String,
    /// The segment in its author's own words.
    pub described: String,
    /// What is known of it: `hypothesis`, `validated` …
    pub standing: String,
}

/// A share with its 95 % interval, all three as fractions of 1.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// The share itself.
    pub value: f64,
    /// The interval's lower end.
    pub low: f64,
    /// The interval's upper end.
    pub high: f64,
}

/// One side of how they decide.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Axis {
    /// The axis as a reader knows it: `urgency`, `risk sensitivity`.
    pub name: String,
    /// 1 (low) to 5 (high); none when nobody has said.
    pub score: Option<u8>,
    /// What is behind the score.
    pub note: String,
}

/// Words the segment meets on its way.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Touchpoint {
    /// Where: `ad`, `landing page`.
    pub kind: String,
    /// The words themselves.
    pub text: String,
}

/// What a brief stands on, so that somebody else can check it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Basis {
    /// The tables behind the figures.
    pub datasets: Vec<Snapshot>,
    /// The version of the rule, in words.
    pub rule_version: String,
    /// The day from which the positioning has stood as printed.
    pub positioning_since: String,
    /// The version of Throughline that wrote the brief.
    pub app_version: String,
}

/// One version of a dataset, as it was when the brief was made.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Snapshot {
    /// The dataset's name.
    pub name: String,
    /// How many rows it has.
    pub rows: u32,
    /// The hash of its content, hexadecimal, whole.
    pub hash: String,
    /// The day the data describes.
    pub as_of: String,
    /// The day it was imported.
    pub imported: String,
}
