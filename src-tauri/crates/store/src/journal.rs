//! The two tables of the history: changes, and the rows that each of them changed.
//!
//! A change carries the chain's fingerprint before and after it, and a seal over its own words.
//! The images must move the fingerprint from the one to the other, so that a history that took
//! damage is found before it is laid over the chain.

mod change;
mod entries;

use rusqlite::{Connection, params};

pub use change::{Change, ChangeKind, ChangeState};

pub(crate) use change::Entry;
pub(crate) use entries::{
    all, count, done_after, first_undone, last_done, leading_to, newest, numbered, of, page, rows,
};

use crate::content::RowChange;
use crate::error::StoreError;
use crate::fingerprint::Fingerprint;
use crate::places::{self, Stamp, written};
use crate::row::image;

pub(crate) const DDL: [&str; 4] = [
    "CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  sentence TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'abandoned')),
  state_at TEXT NOT NULL,
  state_by TEXT NOT NULL,
  fingerprint_before TEXT NOT NULL,
  fingerprint_after TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT",
    "CREATE TABLE change_row (
  change INTEGER NOT NULL REFERENCES change (seq) DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (change, ordinal)
) STRICT",
    // Which dataset versions the history can still reach is asked at every opening.
    "CREATE INDEX change_row_of_dataset ON change_row (change) WHERE table_name = 'dataset'",
    // Since when a record says what it says is asked whenever a link is stale.
    "CREATE INDEX change_row_of_record ON change_row (table_name, row_key)",
];

/// Writes a new change with its rows, and gives up on those that were undone.
pub(crate) fn write(
    connection: &Connection,
    stamp: &Stamp,
    sentence: &str,
    kind: ChangeKind,
    around: (Fingerprint, Fingerprint),
    rows: &[RowChange],
) -> Result<Change, StoreError> {
    let at = written(stamp.at);
    connection
        .prepare_cached(
            "UPDATE change SET state = 'abandoned', state_at = ?, state_by = ?
             WHERE state = 'undone'",
        )?
        .execute(params![at, stamp.author])?;
    let seq: i64 = connection
        .prepare_cached("SELECT coalesce(max(seq), 0) + 1 FROM change")?
        .query_row([], |row| row.get(0))?;
    let entry = Entry {
        change: Change {
            seq,
            at: places::read(&at)?,
            author: stamp.author.clone(),
            sentence: sentence.to_owned(),
            kind,
            state: ChangeState::Done,
        },
        before: around.0,
        after: around.1,
    };
    put(connection, &entry, rows)?;
    Ok(entry.change)
}

/// Says what a change did in other words and images than so far: it went on.
pub(crate) fn rewrite(
    connection: &Connection,
    entry: &Entry,
    rows: &[RowChange],
) -> Result<(), StoreError> {
    remove(connection, entry.change.seq)?;
    put(connection, entry, rows)
}

/// Takes a change out of the history: the newest one, when it came to nothing.
pub(crate) fn remove(connection: &Connection, seq: i64) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM change_row WHERE change = ?",
        "DELETE FROM change WHERE seq = ?",
    ] {
        connection.prepare_cached(sql)?.execute([seq])?;
    }
    Ok(())
}

/// Writes an entry that stands, with its rows.
fn put(connection: &Connection, entry: &Entry, rows: &[RowChange]) -> Result<(), StoreError> {
    let change = &entry.change;
    let at = written(change.at);
    connection
        .prepare_cached(
            "INSERT INTO change (seq, at, author, sentence, kind, state, state_at, state_by,
                                 fingerprint_before, fingerprint_after, seal)
             VALUES (?1, ?2, ?3, ?4, ?5, 'done', ?2, ?3, ?6, ?7, ?8)",
        )?
        .execute(params![
            change.seq,
            at,
            change.author,
            change.sentence,
            change.kind.word(),
            entry.before.text(),
            entry.after.text(),
            entry.seal(&at).text(),
        ])?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO change_row (change, ordinal, table_name, row_key, before, after)
         VALUES (?, ?, ?, ?, ?, ?)",
    )?;
    for (ordinal, row) in rows.iter().enumerate() {
        let before = row
            .before
            .as_ref()
            .map(|image_of| image(row.table, image_of))
            .transpose()?;
        let after = row
            .after
            .as_ref()
            .map(|image_of| image(row.table, image_of))
            .transpose()?;
        insert.execute(params![
            change.seq,
            ordinal as i64,
            row.table.name,
            row.key,
            before,
            after
        ])?;
    }
    Ok(())
}

/// Marks a change done or undone.
pub(crate) fn mark(
    connection: &Connection,
    seq: i64,
    state: ChangeState,
    stamp: &Stamp,
) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE change SET state = ?, state_at = ?, state_by = ? WHERE seq = ?")?
        .execute(params![state.word(), written(stamp.at), stamp.author, seq])?;
    Ok(())
}
