//! What a host shows: the workbook and its parts, ready to be drawn.

use chain::blast::ChangedRecord;
use chain::features::SharedFeature;
use chain::health::Health;
use chain::path::PathStep;
use chain::state::LinkState;
use chain::statement::Statement;
use chain::twins::Twin;
use chain::upcoming::Due;
use chain::{Better, Chain, Stage};
use coach::{Finding, SetAside};
use measure::compare::Verdict;
use measure::read::Kept;
use measure::table::ColumnType;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::next::NextStep;

/// A workbook, as a window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct BookView {
    /// The number of this opening; a change of the workbook is sent with it.
    pub session: u32,
    /// The file's name, without its folder.
    pub file_name: String,
    /// What the workbook is called: the offering's name, or the file's.
    pub name: String,
    /// Whether this window may only read.
    pub read_only: bool,
    /// The whole chain.
    pub chain: Chain,
    /// The tables, in the chain's order.
    pub datasets: Vec<DatasetView>,
    /// What is known of each segment, in the chain's order.
    pub segments: Vec<SegmentView>,
    /// What the coach finds, in all segments: also in those that failed their test or are no
    /// longer used, for whoever looks at one of them.
    pub findings: Vec<Finding>,
    /// What a person has set aside of it, with the reasons.
    pub set_aside: Vec<SetAside>,
    /// What undo would take back, as a sentence.
    pub undo: Option<String>,
    /// What redo would bring back, as a sentence.
    pub redo: Option<String>,
    /// What to do next, the most useful first.
    pub next_steps: Vec<NextStep>,
    /// What has a date in the next months or before today, soonest first.
    pub upcoming: Vec<Due>,
    /// What changed under confirmed links, and what no longer holds because of it.
    pub changes: Vec<ChangedRecord>,
    /// Features that stand in several segments.
    pub shared_features: Vec<SharedFeature>,
}

/// A table, as its current version stands.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct DatasetView {
    /// Its id.
    pub id: String,
    /// Whether rows have been imported.
    pub imported: bool,
    /// Rows.
    pub rows: u32,
    /// The file it came from, by name.
    pub source: String,
    /// When it was imported, as an ISO moment in UTC.
    pub imported_at: String,
    /// The hash of its content, hexadecimal.
    pub hash: String,
    /// How many rows of the file were rejected.
    pub rejected: u32,
    /// Its columns.
    pub columns: Vec<ColumnView>,
    /// What the table that replaces it is read with.
    pub kept: Kept,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ColumnView {
    /// Its name.
    pub name: String,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: ColumnType,
    /// Blank cells.
    pub blank: u32,
    /// Distinct values, blank aside.
    pub distinct: u32,
}

/// What is known of a segment.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct SegmentView {
    /// Its id.
    pub id: String,
    /// Rows in it; none when it has no rule or its dataset no rows.
    pub n: Option<u32>,
    /// Its share of the dataset's rows, a fraction.
    pub share: Option<f64>,
    /// Rows of the dataset.
    pub rows: Option<u32>,
    /// What one row is, as `customer`.
    pub unit: String,
    /// Why it cannot be counted, as a sentence.
    pub problem: Option<String>,
    /// Whether it serves no decision.
    pub report_filter: bool,
    /// The rule in words; empty without one.
    pub rule_words: String,
    /// The six links.
    pub links: Vec<LinkState>,
    /// The six steps of the guided path.
    pub path: Vec<PathStep>,
    /// The composed statement.
    pub statement: Statement,
    /// Its checks and badges, as of today.
    pub health: Health,
    /// The segments that decide nearly alike.
    pub twins: Vec<Twin>,
}

/// A metric measured on a segment and on what it is compared with.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct ResultRow {
    /// The metric's id.
    pub metric: String,
    /// Its name.
    pub name: String,
    /// How far down the line it measures.
    pub stage: Stage,
    /// Which way is better.
    pub better: Better,
    /// The difference that would change a decision.
    pub threshold: f64,
    /// The downstream metric that an early one is shown with, or empty.
    pub partner: String,
    /// Whether values are shares (else means in a unit of their own).
    pub is_share: bool,
    /// The comparison.
    pub row: CompareRow,
}

/// What a segment did, one metric a row.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct Results {
    /// The segment's id.
    pub segment: String,
    /// What the page found, as a sentence without its full stop.
    pub heading: String,
    /// The metrics, in the workbook's order.
    pub rows: Vec<ResultRow>,
    /// How many comparisons were made over all metrics; q is corrected over those of each metric.
    pub comparisons: u32,
}

/// One metric over several segments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Comparison {
    /// The metric's id.
    pub metric: String,
    /// How many comparisons the q values are corrected for.
    pub comparisons: u32,
    /// A row for each segment asked for.
    pub rows: Vec<CompareRow>,
}

/// A segment against something. Rates and differences of rates are fractions; intervals 95 %.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CompareRow {
    /// The segment's id.
    pub segment: String,
    /// The segment's name.
    pub name: String,
    /// Rows in the metric's denominator, weights summed.
    pub n: f64,
    /// The rate or mean.
    pub value: Option<f64>,
    /// Its interval's lower end.
    pub low: Option<f64>,
    /// Its interval's upper end.
    pub high: Option<f64>,
    /// What it is compared with: `rest`, `all`, or a segment's id.
    pub against: String,
    /// Its count.
    pub against_n: f64,
    /// Its rate or mean.
    pub against_value: Option<f64>,
    /// Its interval's lower end.
    pub against_low: Option<f64>,
    /// Its interval's upper end.
    pub against_high: Option<f64>,
    /// Segment minus against.
    pub difference: Option<f64>,
    /// The difference's interval, lower end.
    pub difference_low: Option<f64>,
    /// The difference's interval, upper end.
    pub difference_high: Option<f64>,
    /// The p value.
    pub p: Option<f64>,
    /// p after Benjamini–Hochberg over the family.
    pub q: Option<f64>,
    /// What that says.
    pub verdict: Verdict,
    /// What that says, in words.
    pub words: String,
    /// Rows of the segment whose outcome is blank (weights summed).
    pub unknown: f64,
    /// Rows of the other side whose outcome is blank.
    pub against_unknown: f64,
    /// The smallest difference that would show at these sizes; none when undefined.
    pub detectable: Option<f64>,
}

/// A segment, as `throughline segments` lists it.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct SegmentRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Rows in it.
    pub n: Option<u32>,
    /// Its share of its dataset.
    pub share: Option<f64>,
    /// Its part in the plan.
    pub role: chain::Role,
    /// What is known of it.
    pub standing: chain::Standing,
    /// Whether it serves no decision.
    pub report_filter: bool,
    /// Its dataset, or empty.
    pub dataset: String,
    /// Why it cannot be counted.
    pub problem: Option<String>,
}
