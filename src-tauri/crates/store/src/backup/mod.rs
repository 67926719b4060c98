//! Copies that are safe: made by SQLite's backup interface, checked, and whole under their name.
//!
//! Backups of a workbook are kept in a folder of its own below the caller's backup folder, numbered
//! in sequence. The number decides which is newer; the time in the name is for people.

mod kept;
mod restore;
mod thinning;

pub use kept::{Kept, kept};
pub use restore::restore;
pub use thinning::thinned;

use std::path::Path;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::connection;
use crate::error::StoreError;
use crate::places::Places;
use crate::placing::Building;
use crate::store::Store;
use crate::verify;

impl Store {
    /// Writes a copy of the workbook as it stands to `to`, where nothing may be. The copy is
    /// checked as [`crate::verify`] checks, down to each chunk of each column.
    ///
    /// # Errors
    /// `file_exists`, `read_only`, `disk_full`, `locked`; `file_damaged` with the first problem
    /// when the copy does not hold together. There is then nothing at `to`.
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        copy(self.connection(), to, Check::Whole)
    }

    /// Keeps a backup in the backup folder, and lets older ones there go (see [`thinned`]).
    ///
    /// # Errors
    /// As [`Store::backup`].
    pub fn keep_backup(&self, places: &Places) -> Result<Kept, StoreError> {
        keep(self.connection(), self.path(), places, Check::Whole)
    }
}

/// Keeps a backup of the workbook at `path`, which `connection` is open on.
pub(crate) fn keep(
    connection: &Connection,
    path: &Path,
    places: &Places,
    check: Check,
) -> Result<Kept, StoreError> {
    let new = kept::next(path, places)?;
    copy(connection, &new.path, check)?;
    let all = kept(path, places)?;
    for old in thinned(&all) {
        // A backup that cannot be removed is one too many, which hurts nobody.
        if let Err(error) = std::fs::remove_file(&old.path) {
            tracing::warn!(%error, "an old backup could not be removed");
        }
    }
    Ok(new)
}

/// How a copy is checked before it gets its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Check {
    /// From its pages to its chunks.
    Whole,
    /// Its pages, for a copy before an upgrade: that one leaves the chunks as they are, and must not
    /// wait for them.
    Pages,
}

/// Copies a database to a new file and checks the copy before it gets its name.
pub(crate) fn copy(from: &Connection, to: &Path, check: Check) -> Result<(), StoreError> {
    let building = Building::of(to)?;
    let mut copy = connection::writable(building.path())?;
    {
        let backup = Backup::new(from, &mut copy)?;
        // In one step: readers hold nobody up, and a copy in pieces starts over at each change.
        match backup.step(-1)? {
            StepResult::Done => {}
            StepResult::Busy | StepResult::Locked => return Err(StoreError::Locked),
            other => {
                return Err(StoreError::damaged(format!(
                    "the copy ended early: {other:?}"
                )));
            }
        }
    }
    copy.close().map_err(|(_, error)| error)?;
    let copy = connection::lying(building.path())?;
    let first = match check {
        Check::Whole => verify::whole(&copy)?
            .into_iter()
            .map(|problem| problem.message)
            .next(),
        Check::Pages => integrity(&copy)?.into_iter().next(),
    };
    if let Some(problem) = first {
        return Err(StoreError::damaged(format!(
            "no backup was made, because the copy does not hold together: {problem}"
        )));
    }
    drop(copy);
    building.place()
}

/// What SQLite's own full check finds wrong, at most a hundred lines.
pub(crate) fn integrity(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut check = connection.prepare("PRAGMA integrity_check(100)")?;
    let lines: Vec<String> = check
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(if lines == ["ok"] { Vec::new() } else { lines })
}
