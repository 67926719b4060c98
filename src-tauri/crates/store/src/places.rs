//! What the caller knows and the store does not: the time, the person, the folder for backups.

use std::path::PathBuf;

use jiff::Timestamp;

use crate::error::StoreError;

/// Who changes the workbook, and when. The store has no clock of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The moment. Kept to the millisecond.
    pub at: Timestamp,
    /// The person's name as they want to be called; may be empty.
    pub author: String,
}

/// Where things go that are not in the workbook, and the moment that names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The folder for backups of every workbook. Made when it is needed.
    pub backups: PathBuf,
    /// The moment that a backup taken now is named by.
    pub now: Timestamp,
}

/// What a workbook is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To look at it: works in a folder that cannot be written, and changes nothing.
    Read,
    /// To change it.
    Write,
}

/// A moment as the tables hold it: ISO, UTC, milliseconds.
pub(crate) fn written(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

/// The moment of such a text.
pub(crate) fn read(text: &str) -> Result<Timestamp, StoreError> {
    text.parse()
        .map_err(|_| StoreError::damaged(format!("“{text}” is no moment")))
}
