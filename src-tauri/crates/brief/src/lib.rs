//! What leaves a workbook: one brief document, as Markdown and PDF.
//!
//! A [`Brief`] is plain data that names nothing of how it was stored or measured. Each rendering
//! walks the same document, so that what the two say cannot drift apart.

mod clean;
mod error;
mod figure;
mod markdown;
mod model;
mod pdf;
mod press;
mod sheet;

pub use error::BriefError;
pub use markdown::markdown;
pub use model::{
    Alternative, Axis, Basis, Brief, Comparison, Decision, Differentiator, Figure, Line, LineLink,
    LineState, Measure, Outcome, Payoff, Positioning, Proof, Results, Share, Snapshot,
    StatementPart, StatementRole, Touchpoint, ValueRow, Verdict, Who,
};
pub use pdf::{Paper, Pdf, Preview, pdf, preview};
