//! Changes and their rows as they are read.

use rusqlite::{Connection, OptionalExtension, Params, params};

use super::change::{Change, ChangeKind, ChangeState, Entry};
use crate::content::RowChange;
use crate::error::StoreError;
use crate::fingerprint::Fingerprint;
use crate::places;
use crate::records;
use crate::row::of_image;

const COLUMNS: &str =
    "seq, at, author, sentence, kind, state, fingerprint_before, fingerprint_after, seal";

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
