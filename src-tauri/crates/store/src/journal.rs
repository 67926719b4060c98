//! The two tables of the history: changes, and the rows that each of them changed.
//!
//! A change carries the chain's fingerprint before and after it, and a seal over its own words.
//! The images must move the fingerprint from the one to the other, so that a history that took
//! damage is found before it is laid over the chain.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Params, params};

use crate::content::RowChange;
use crate::error::StoreError;
use crate::fingerprint::{Fingerprint, Seal};
use crate::places::{self, Stamp, written};
use crate::records;
use crate::row::{image, of_image};

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

/// What made a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// A person or a script wrote.
    Edit,
    /// A table came in.
    Import,
}

impl ChangeKind {
    /// The kind's word, as in the file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Import => "import",
        }
    }

    fn read(word: &str) -> Option<Self> {
        [Self::Edit, Self::Import]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

/// Whether a change stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeState {
    /// It stands.
    Done,
    /// It was undone and can be redone.
    Undone,
    /// It was undone, and something else was done since: it stays in the log only.
    Abandoned,
}

impl ChangeState {
    /// The state's word, as in the file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Undone => "undone",
            Self::Abandoned => "abandoned",
        }
    }

    fn read(word: &str) -> Option<Self> {
        [Self::Done, Self::Undone, Self::Abandoned]
            .into_iter()
            .find(|state| state.word() == word)
    }
}

/// An entry of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its number, from 1, ascending.
    pub seq: i64,
    /// When it was made, to the millisecond.
    pub at: Timestamp,
    /// Who made it; may be empty.
    pub author: String,
    /// What it was, in a sentence without its full stop.
    pub sentence: String,
    /// What made it.
    pub kind: ChangeKind,
    /// Whether it stands.
    pub state: ChangeState,
}

/// A change with the fingerprints around it.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub change: Change,
    pub before: Fingerprint,
    pub after: Fingerprint,
}

const COLUMNS: &str =
    "seq, at, author, sentence, kind, state, fingerprint_before, fingerprint_after, seal";

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

/// Every change, oldest first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<Entry>, StoreError> {
    some(connection, "ORDER BY seq", [])
}

fn some(
    connection: &Connection,
    which: &str,
    values: impl Params,
) -> Result<Vec<Entry>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM change {which}");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(values)?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(read(row)?);
    }
    Ok(entries)
}

/// The changes below a number, newest first.
pub(crate) fn page(
    connection: &Connection,
    below: i64,
    limit: u32,
) -> Result<Vec<Change>, StoreError> {
    let which = "WHERE seq < ? ORDER BY seq DESC LIMIT ?";
    let entries = some(connection, which, params![below, limit])?;
    Ok(entries.into_iter().map(|entry| entry.change).collect())
}

/// The changes that stand above a number, newest first.
pub(crate) fn done_after(connection: &Connection, seq: i64) -> Result<Vec<Entry>, StoreError> {
    let which = "WHERE state = 'done' AND seq > ? ORDER BY seq DESC";
    some(connection, which, params![seq])
}

/// The newest change below a number that led to a fingerprint.
pub(crate) fn leading_to(
    connection: &Connection,
    below: i64,
    to: Fingerprint,
) -> Result<Option<Entry>, StoreError> {
    let which = "WHERE seq < ? AND fingerprint_after = ? ORDER BY seq DESC LIMIT 1";
    Ok(some(connection, which, params![below, to.text()])?.pop())
}

/// The change of a number.
pub(crate) fn of(connection: &Connection, seq: i64) -> Result<Option<Entry>, StoreError> {
    Ok(some(connection, "WHERE seq = ?", params![seq])?.pop())
}

/// How many changes there are.
pub(crate) fn count(connection: &Connection) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached("SELECT count(*) FROM change")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// The newest change, whether it stands or not.
pub(crate) fn newest(connection: &Connection) -> Result<Option<Entry>, StoreError> {
    one(connection, "ORDER BY seq DESC LIMIT 1")
}

/// The change of a number.
pub(crate) fn numbered(connection: &Connection, seq: i64) -> Result<Option<Entry>, StoreError> {
    // A number holds nothing that SQL could take for words.
    one(connection, &format!("WHERE seq = {seq}"))
}

/// The change that the next undo takes back.
pub(crate) fn last_done(connection: &Connection) -> Result<Option<Entry>, StoreError> {
    one(connection, "WHERE state = 'done' ORDER BY seq DESC LIMIT 1")
}

/// The change that the next redo brings back.
pub(crate) fn first_undone(connection: &Connection) -> Result<Option<Entry>, StoreError> {
    one(connection, "WHERE state = 'undone' ORDER BY seq LIMIT 1")
}

fn one(connection: &Connection, which: &str) -> Result<Option<Entry>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM change {which}");
    let mut statement = connection.prepare_cached(&sql)?;
    statement
        .query_row([], |row| Ok(read(row)))
        .optional()?
        .transpose()
}

/// The rows of a change, in the order in which they were written. Their images are checked
/// against the fingerprints around the change.
pub(crate) fn rows(connection: &Connection, entry: &Entry) -> Result<Vec<RowChange>, StoreError> {
    let seq = entry.change.seq;
    let mut statement = connection.prepare_cached(
        "SELECT table_name, row_key, before, after FROM change_row
         WHERE change = ? ORDER BY ordinal",
    )?;
    let mut found = statement.query([seq])?;
    let mut rows = Vec::new();
    let mut shift = Fingerprint::default();
    while let Some(row) = found.next()? {
        let name: String = row.get(0)?;
        let table = records::table(&name).ok_or_else(|| {
            StoreError::damaged(format!(
                "change {seq} of the history names no table of the chain"
            ))
        })?;
        let image = |text: Option<String>| text.map(|text| of_image(table, &text)).transpose();
        let change = RowChange {
            table,
            key: row.get(1)?,
            before: image(row.get(2)?)?,
            after: image(row.get(3)?)?,
        };
        shift = shift.plus(change.shift());
        rows.push(change);
    }
    if entry.before.plus(shift) != entry.after {
        return Err(StoreError::damaged(format!(
            "change {seq} of the history does not say what it did"
        )));
    }
    Ok(rows)
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

fn read(row: &rusqlite::Row<'_>) -> Result<Entry, StoreError> {
    let seq: i64 = row.get(0)?;
    let wrong = || StoreError::damaged(format!("change {seq} of the history cannot be read"));
    let at: String = row.get(1)?;
    let (kind, state): (String, String) = (row.get(4)?, row.get(5)?);
    let entry = Entry {
        change: Change {
            seq,
            at: places::read(&at)?,
            author: row.get(2)?,
            sentence: row.get(3)?,
            kind: ChangeKind::read(&kind).ok_or_else(wrong)?,
            state: ChangeState::read(&state).ok_or_else(wrong)?,
        },
        before: Fingerprint::read(&row.get::<_, String>(6)?)?,
        after: Fingerprint::read(&row.get::<_, String>(7)?)?,
    };
    let seal = Fingerprint::read(&row.get::<_, String>(8)?)?;
    if seal == entry.seal(&at) {
        Ok(entry)
    } else {
        Err(wrong())
    }
}

impl Entry {
    /// The seal over everything that never changes.
    fn seal(&self, at: &str) -> Fingerprint {
        let mut seal = Seal::new("change");
        seal.integer(self.change.seq);
        for text in [
            at,
            &self.change.author,
            &self.change.sentence,
            self.change.kind.word(),
        ] {
            seal.text(text);
        }
        seal.text(&self.before.text());
        seal.text(&self.after.text());
        seal.close()
    }
}
