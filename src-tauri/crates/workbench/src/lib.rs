//! What a person does with a workbook: one use case a function, written once for every host.
//!
//! Everything below meets here: the chain and its coach, what was measured, the file that holds
//! both, and the brief that leaves. Hosts (the window, the command line) only ask and show.

mod book;
mod compare;
mod data;
mod edit;
mod error;
mod export;
mod findings;
mod history;
mod import;
mod members;
mod overview;
mod paper;
mod safety;
mod store_error;
#[cfg(test)]
mod tests;
mod view;

pub use book::{Book, Desk};
pub use compare::Other;
pub use data::DataSheet;
pub use edit::Applied;
pub use error::{Code, Error};
pub use export::save;
pub use history::{Log, LogEntry};
pub use import::{Accepted, ImportSettings, Imported, TableRead, dataset_id, preview};
pub use members::{Members, RuleCount, SegmentList, Why};
pub use paper::{BriefFormat, BriefPreview, Written};
pub use safety::{Verified, restore, verify};
pub use view::{
    BookView, ColumnView, CompareRow, Comparison, DatasetView, NextStep, ResultRow, Results,
    SegmentRow, SegmentView, TextFinding,
};

pub use measure::compare::Verdict;
pub use measure::figure;
pub use measure::profile::ColumnProfile;
pub use measure::read::{
    DateOrder, Delimiter, Preview, Progress, Settings as ReadSettings, Unwatched, Watch,
};
pub use measure::table::ColumnType;
pub use store::Access;

/// The JSON Schema of the chain document.
pub fn schema() -> serde_json::Value {
    chain::schema::document()
}
