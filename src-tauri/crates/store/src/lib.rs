//! The `.throughline` file: one SQLite database that holds a workbook's chain, its history and its
//! customer tables.
//!
//! A caller changes the chain with a pure function from chain to chain; [`Store::edit`] writes the
//! rows that differ and, in the same transaction, a history entry with their images before and
//! after. Undo and redo lay those images back. Customer columns are immutable dataset versions:
//! compressed chunks with checksums, published by one last transaction that moves a pointer.
//!
//! Nothing is trusted because it was there: a file is recognised before SQLite sees it, its schema
//! must be the known one, the chain's rows carry a fingerprint, history entries a seal, chunks a
//! checksum. A bit that turned over is an error and never a wrong figure.

mod backup;
mod bursts;
mod connection;
mod content;
mod dataset;
mod error;
mod fingerprint;
mod held;
mod history;
mod journal;
mod ladder;
#[cfg(test)]
mod ladder_tests;
mod moment;
mod places;
mod placing;
mod recognise;
mod records;
mod rewind;
mod row;
mod schema;
mod snapshot;
mod store;
mod surroundings;
mod table;
mod trace;
mod verify;
mod workbook;
mod writing;

pub use backup::{Kept, kept, restore, thinned};
pub use dataset::import::{Arrival, Findings, Import, Progress, Standing};
pub use dataset::version::{ColumnInfo, DatasetVersion, REJECTED_KEPT, Rejected, RejectedRow};
pub use error::StoreError;
pub use history::Edited;
pub use journal::{Change, ChangeKind, ChangeState};
pub use moment::Moment;
pub use places::{Access, Places, Stamp};
pub use schema::{APPLICATION_ID, SCHEMA_VERSION};
pub use snapshot::Snapshot;
pub use store::Store;
pub use surroundings::{Surroundings, surroundings};
pub use verify::{Problem, verify};
pub use writing::{Claim, Claimant, Hand, Holder, holder, machine};
