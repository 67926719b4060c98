//! What was done to a workbook: reading it, taking it back, going back to any point of it, and
//! giving points a name.

mod back;
mod snapshot;

use serde::{Deserialize, Serialize};
use specta::Type;
use store::ChangeState;

pub use back::{BookDifference, Return, TableChange, Told};
pub use snapshot::SnapshotView;

use crate::book::Book;
use crate::error::Error;

/// Whether an entry of the history stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum EntryState {
    /// It stands.
    Done,
    /// It was undone and can be redone.
    Undone,
    /// It was undone, and something else was done since.
    Abandoned,
}

/// One entry of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LogEntry {
    /// Its number, from 1.
    pub seq: u32,
    /// When, as an ISO moment in UTC.
    pub at: String,
    /// Who.
    pub author: String,
    /// What, as a sentence without its full stop.
    pub sentence: String,
    /// Whether it was undone.
    pub undone: bool,
    /// Whether it stands, can be redone, or was given up.
    pub state: EntryState,
}

/// The history, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Log {
    /// The entries.
    pub changes: Vec<LogEntry>,
    /// Points of it that have a name, oldest first.
    pub snapshots: Vec<SnapshotView>,
}

/// A part of the history, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LogPage {
    /// The entries.
    pub changes: Vec<LogEntry>,
    /// How many entries the whole history has.
    pub total: u32,
    /// The entry after which the workbook stands now; 0 before the first.
    pub now: u32,
    /// Every point of the history that has a name, oldest first.
    pub snapshots: Vec<SnapshotView>,
}

impl Book {
    /// Everything that was done, oldest first; undone entries say so.
    ///
    /// # Errors
    /// When the workbook cannot be read.
    pub fn log(&self) -> Result<Log, Error> {
        Ok(Log {
            changes: self.store.log()?.into_iter().map(entry).collect(),
            snapshots: self.snapshots()?,
        })
    }

    /// A page of the history: at most `limit` entries below the number `before`, newest first; the
    /// newest ones without a number.
    ///
    /// # Errors
    /// When the workbook cannot be read.
    pub fn log_page(&self, before: Option<u32>, limit: u32) -> Result<LogPage, Error> {
        let page = self.store.changes_before(before.map(i64::from), limit)?;
        Ok(LogPage {
            changes: page.into_iter().map(entry).collect(),
            total: number(self.store.changes()?),
            now: self.store.undoable()?.map_or(0, |last| number(last.seq)),
            snapshots: self.snapshots()?,
        })
    }

    /// Takes the last change back, and says what it was.
    ///
    /// # Errors
    /// [`crate::Code::NothingToUndo`] when nothing is left.
    pub fn undo(&mut self) -> Result<LogEntry, Error> {
        let stamp = self.stamp();
        Ok(entry(self.store.undo(&stamp)?))
    }

    /// Brings the last undone change back, and says what it was.
    ///
    /// # Errors
    /// [`crate::Code::NothingToRedo`] when nothing was undone since the last change.
    pub fn redo(&mut self) -> Result<LogEntry, Error> {
        let stamp = self.stamp();
        Ok(entry(self.store.redo(&stamp)?))
    }
}

fn entry(change: store::Change) -> LogEntry {
    LogEntry {
        seq: number(change.seq),
        at: change.at.to_string(),
        author: change.author,
        sentence: change.sentence,
        undone: change.state != ChangeState::Done,
        state: match change.state {
            ChangeState::Done => EntryState::Done,
            ChangeState::Undone => EntryState::Undone,
            ChangeState::Abandoned => EntryState::Abandoned,
        },
    }
}

/// A number of the history as hosts know it.
fn number(seq: i64) -> u32 {
    u32::try_from(seq).unwrap_or(u32::MAX)
}
