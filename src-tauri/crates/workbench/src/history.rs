//! What was done to a workbook, and taking it back.

use serde::{Deserialize, Serialize};
use specta::Type;
use store::ChangeState;

use crate::book::Book;
use crate::error::Error;

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
}

/// The history, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Log {
    /// The entries.
    pub changes: Vec<LogEntry>,
}

impl Book {
    /// Everything that was done, oldest first; undone entries say so.
    ///
    /// # Errors
    /// When the workbook cannot be read.
    pub fn log(&self) -> Result<Log, Error> {
        Ok(Log {
            changes: self.store.log()?.into_iter().map(entry).collect(),
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
        seq: u32::try_from(change.seq).unwrap_or(u32::MAX),
        at: change.at.to_string(),
        author: change.author,
        sentence: change.sentence,
        undone: change.state != ChangeState::Done,
    }
}
