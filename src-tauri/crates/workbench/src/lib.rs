//! What a person does with a workbook: one use case a function, written once for every host.
//!
//! Everything below meets here: the chain and its coach, what was measured, the file that holds
//! both, and the brief that leaves. Hosts (the window, the command line) only ask and show.

mod book;
mod catalogue;
mod check;
mod compare;
mod counts;
mod data;
mod edit;
mod error;
mod export;
mod folders;
mod ground;
mod history;
mod holding;
mod import;
mod lint;
mod making;
mod map;
mod members;
mod next;
mod notebook;
mod overview;
mod paper;
mod picture;
mod recent;
mod safety;
mod sample;
mod search;
mod settings;
mod stale;
mod standing;
mod store_error;
mod suppressions;
mod template;
#[cfg(test)]
mod tests;
mod view;

pub use book::{Book, Desk};
pub use catalogue::{RuleCard, RuleScore, Scores, rules, scores};
pub use check::{Check, LevelCounts};
pub use compare::Other;
pub use counts::{RuleCount, SegmentList};
pub use data::DataSheet;
pub use edit::{Applied, LARGEST_DOCUMENT, document_too_large};
pub use error::{Code, Error};
pub use export::{is_database, save};
pub use history::{
    BookDifference, EntryState, Log, LogEntry, LogPage, Return, SnapshotView, TableChange, Told,
};
pub use holding::{FilePlace, Glance, Holding};
pub use import::{Accepted, Expected, ImportSettings, Imported, TableRead, dataset_id, preview};
pub use lint::{Linted, lint_line};
pub use map::{MapFigure, MapMetric, MapResults, MapRow, Reading};
pub use members::{Members, Why};
pub use next::{NextKind, NextStep};
pub use paper::{BriefFormat, BriefPreview, Written};
pub use picture::{PictureFormat, check_picture, picture_name, save_picture};
pub use recent::{Recent, RecentList};
pub use safety::{Verified, restore, verify};
pub use sample::{Sample, SampleCard, SampleHalf, sample, sample_in, samples, samples_folder};
pub use search::{Found, Hit, Kind as HitKind, Place, Span};
pub use settings::{Motion, Paper, Preferences, PreferencesChange, PreferencesRead, Theme};
pub use stale::{Echo, GroundChange, GroundLine, GroundPlace, LinkGrounds, WhyStale};
pub use template::Template;
pub use view::{
    BookView, ColumnView, CompareRow, Comparison, DatasetView, ResultRow, Results, SegmentRow,
    SegmentView,
};

pub use coach::{Finding, Fix, Group, Level, Remedy, SetAside, Silence};
pub use measure::compare::Verdict;
pub use measure::figure;
pub use measure::profile::ColumnProfile;
pub use measure::read::{
    DateOrder, Delimiter, Kept, Preview, Progress, Settings as ReadSettings, Unwatched, Watch,
};
pub use measure::table::ColumnType;
pub use store::{Access, Hand};

/// The JSON Schema of the chain document.
pub fn schema() -> serde_json::Value {
    chain::schema::document()
}
