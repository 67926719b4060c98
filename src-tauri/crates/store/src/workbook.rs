//! The one row about the workbook itself: when it was made, how often it changed, and the
//! fingerprint of the chain's rows as they should be.

use rusqlite::{Connection, params};

use crate::error::StoreError;
use crate::fingerprint::Fingerprint;
use crate::places::{Stamp, written};

pub(crate) const DDL: &str = "CREATE TABLE workbook (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revision INTEGER NOT NULL,
  fingerprint TEXT NOT NULL
) STRICT";

/// Writes the row of a new workbook.
pub(crate) fn begin(
    connection: &Connection,
    stamp: &Stamp,
    fingerprint: Fingerprint,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO workbook (id, created_at, created_by, revision, fingerprint)
         VALUES (1, ?, ?, 0, ?)",
        params![written(stamp.at), stamp.author, fingerprint.text()],
    )?;
    Ok(())
}

/// How often the workbook changed: any edit, import, undo or redo, whoever made it.
pub(crate) fn revision(connection: &Connection) -> Result<i64, StoreError> {
    let sql = "SELECT revision FROM workbook WHERE id = 1";
    one_row(
        connection
            .prepare_cached(sql)?
            .query_row([], |row| row.get(0)),
    )
}

/// The fingerprint that the chain's rows should have.
pub(crate) fn fingerprint(connection: &Connection) -> Result<Fingerprint, StoreError> {
    let sql = "SELECT fingerprint FROM workbook WHERE id = 1";
    let text: String = one_row(
        connection
            .prepare_cached(sql)?
            .query_row([], |row| row.get(0)),
    )?;
    Fingerprint::read(&text)
}

/// Counts one change and writes the fingerprint after it.
pub(crate) fn count(connection: &Connection, fingerprint: Fingerprint) -> Result<(), StoreError> {
    let sql = "UPDATE workbook SET revision = revision + 1, fingerprint = ? WHERE id = 1";
    connection
        .prepare_cached(sql)?
        .execute([fingerprint.text()])?;
    Ok(())
}

fn one_row<T>(found: rusqlite::Result<T>) -> Result<T, StoreError> {
    found.map_err(|error| match error {
        rusqlite::Error::QueryReturnedNoRows => {
            StoreError::damaged("the row about the workbook itself is not there")
        }
        error => error.into(),
    })
}
