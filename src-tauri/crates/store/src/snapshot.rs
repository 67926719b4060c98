//! Named points of the history. A snapshot is no part of the chain: undo and redo leave it alone,
//! and it says where in the history it stands, not what stood there.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::StoreError;
use crate::fingerprint::{Fingerprint, Seal};
use crate::journal;
use crate::places::{self, Stamp, written};
use crate::store::Store;
use crate::workbook;

pub(crate) const DDL: &str = "CREATE TABLE snapshot (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  seq INTEGER NOT NULL CHECK (seq >= 0),
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT, WITHOUT ROWID";

/// A point of the history that somebody gave a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// Its name; no other snapshot has it.
    pub name: String,
    /// The change after which it stands; 0 for the workbook before its first change.
    pub seq: i64,
    /// When it was named, to the millisecond.
    pub at: Timestamp,
    /// Who named it; may be empty.
    pub author: String,
}

impl Snapshot {
    fn seal(&self, at: &str) -> Fingerprint {
        let mut seal = Seal::new("snapshot");
        seal.text(&self.name);
        seal.integer(self.seq);
        seal.text(at);
        seal.text(&self.author);
        seal.close()
    }
}

impl Store {
    /// Every snapshot, oldest first.
    ///
    /// # Errors
    /// `file_damaged` when one is not what was written.
    pub fn snapshots(&self) -> Result<Vec<Snapshot>, StoreError> {
        all(self.connection())
    }

    /// Names the workbook as it stands now. Whether the name is free is asked by the transaction
    /// that writes it: of two who give one name at once, one is refused.
    ///
    /// # Errors
    /// `chain_unkeepable` for a blank name; `name_taken` when another snapshot has it; `read_only`,
    /// `locked`, `disk_full`.
    pub fn add_snapshot(&mut self, stamp: &Stamp, name: &str) -> Result<Snapshot, StoreError> {
        let name = name.trim();
        if name.is_empty() {
            return Err(StoreError::Unkeepable {
                why: "a snapshot needs a name".to_owned(),
            });
        }
        let transaction = self.begin()?;
        if is_taken(&transaction, name)? {
            return Err(StoreError::NameTaken {
                name: name.to_owned(),
            });
        }
        let seq = journal::last_done(&transaction)?.map_or(0, |entry| entry.change.seq);
        let at = written(stamp.at);
        let snapshot = Snapshot {
            name: name.to_owned(),
            seq,
            at: places::read(&at)?,
            author: stamp.author.clone(),
        };
        transaction
            .prepare_cached("INSERT INTO snapshot VALUES (?, ?, ?, ?, ?)")?
            .execute(params![
                snapshot.name,
                snapshot.seq,
                at,
                snapshot.author,
                snapshot.seal(&at).text()
            ])?;
        counted(&transaction)?;
        transaction.commit()?;
        Ok(snapshot)
    }

    /// Takes a snapshot's name away; what was done stays in the history. Says whether there was one.
    ///
    /// # Errors
    /// `read_only`, `locked`, `disk_full`.
    pub fn remove_snapshot(&mut self, name: &str) -> Result<bool, StoreError> {
        let transaction = self.begin()?;
        let gone = transaction
            .prepare_cached("DELETE FROM snapshot WHERE name = ?")?
            .execute([name])?;
        if gone == 0 {
            return Ok(false);
        }
        counted(&transaction)?;
        transaction.commit()?;
        Ok(true)
    }
}

/// Lets other windows see that there is something new to read; the chain is what it was.
fn counted(connection: &Connection) -> Result<(), StoreError> {
    workbook::count(connection, workbook::fingerprint(connection)?)
}

/// Every snapshot, oldest first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<Snapshot>, StoreError> {
    let sql = "SELECT name, seq, at, author, seal FROM snapshot ORDER BY at, seq, name";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut snapshots = Vec::new();
    while let Some(row) = rows.next()? {
        let (at, seal): (String, String) = (row.get(2)?, row.get(4)?);
        let snapshot = Snapshot {
            name: row.get(0)?,
            seq: row.get(1)?,
            at: places::read(&at)?,
            author: row.get(3)?,
        };
        let wrong =
            || StoreError::damaged(format!("the snapshot “{}” cannot be read", snapshot.name));
        if Fingerprint::read(&seal)? != snapshot.seal(&at) || !stands(connection, snapshot.seq)? {
            return Err(wrong());
        }
        snapshots.push(snapshot);
    }
    Ok(snapshots)
}

/// Whether a snapshot has this name.
fn is_taken(connection: &Connection, name: &str) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM snapshot WHERE name = ?")?;
    Ok(statement.exists([name])?)
}

/// Whether a snapshot stands after this change.
pub(crate) fn marks(connection: &Connection, seq: i64) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM snapshot WHERE seq = ?")?;
    Ok(statement.exists([seq])?)
}

/// Whether the change that a snapshot names is in the history.
fn stands(connection: &Connection, seq: i64) -> Result<bool, StoreError> {
    let found = connection
        .prepare_cached("SELECT 1 FROM change WHERE seq = ?")?
        .query_row([seq], |_| Ok(()))
        .optional()?;
    Ok(seq == 0 || found.is_some())
}
