//! Dataset versions: one row for each table that came in.
//!
//! A version is `building` while its chunks are written, one small transaction after another, and
//! `published` by the last one. From then on it never changes, and a seal says what it was.

use jiff::Timestamp;
use measure::table::ColumnType;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::dataset::column_info;
use crate::error::StoreError;
use crate::fingerprint::{Fingerprint, Seal};
use crate::places;
use crate::row::json;

pub(crate) const DDL: &str = "CREATE TABLE dataset_version (
  id INTEGER PRIMARY KEY,
  dataset TEXT NOT NULL,
  number INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('building', 'published')),
  imported_at TEXT NOT NULL,
  source_name TEXT NOT NULL,
  source_bytes INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  hash TEXT NOT NULL,
  rejected TEXT NOT NULL,
  rejected_total INTEGER NOT NULL,
  settings TEXT NOT NULL,
  notes TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT";

/// How many rejected rows are kept by line; the rest are only counted.
pub const REJECTED_KEPT: usize = 1000;

/// A row of a source that did not come in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RejectedRow {
    /// Its line in the source, from 1.
    pub line: u64,
    /// Why, in words.
    pub why: String,
}

/// The rows of a source that did not come in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rejected {
    /// The first ones, at most [`REJECTED_KEPT`].
    pub rows: Vec<RejectedRow>,
    /// All of them.
    pub total: u64,
}

/// A column as it was imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnInfo {
    /// Its name, unique in the table.
    pub name: String,
    /// The type of its values.
    pub kind: ColumnType,
    /// Rows with nothing in it.
    pub blank: u64,
    /// Distinct values, blanks aside.
    pub distinct: u64,
}

/// A published version of a dataset.
#[derive(Debug, Clone, PartialEq)]
pub struct DatasetVersion {
    /// Its number in the workbook; what [`crate::Store::table`] takes.
    pub id: i64,
    /// The dataset's id in the chain.
    pub dataset: String,
    /// 1 for the first table imported into the dataset, ascending.
    pub number: i64,
    /// When it came in, to the millisecond.
    pub imported_at: Timestamp,
    /// The name of the file it came from, without its folder.
    pub source_name: String,
    /// The size of that file.
    pub source_bytes: u64,
    /// Rows held.
    pub rows: u64,
    /// The content hash of the table (see `measure::table::Table::content_hash`).
    pub hash: String,
    /// What did not come in.
    pub rejected: Rejected,
    /// How the source was read, as the importer gave it.
    pub settings: serde_json::Value,
    /// What the importer remarked.
    pub notes: Vec<String>,
    /// The columns, in the order of the source.
    pub columns: Vec<ColumnInfo>,
}

const COLUMNS: &str = "id, dataset, number, state, imported_at, source_name, source_bytes, \
                       row_count, hash, rejected, rejected_total, settings, notes, seal";

/// Starts a version, and gives its id.
pub(crate) fn begin(
    connection: &Connection,
    dataset: &str,
    at: &str,
    source_name: &str,
    source_bytes: u64,
) -> Result<i64, StoreError> {
    connection.execute(
        "INSERT INTO dataset_version (dataset, number, state, imported_at, source_name,
             source_bytes, row_count, hash, rejected, rejected_total, settings, notes, seal)
         VALUES (?, 0, 'building', ?, ?, ?, 0, '', '[]', 0, 'null', '[]', '')",
        params![dataset, at, source_name, whole(source_bytes)?],
    )?;
    Ok(connection.last_insert_rowid())
}

/// Publishes a version that was begun, under the next free number of its dataset. `version` says
/// all but its number.
pub(crate) fn publish(
    connection: &Connection,
    mut version: DatasetVersion,
) -> Result<DatasetVersion, StoreError> {
    version.number = connection.query_row(
        "SELECT coalesce(max(number), 0) + 1 FROM dataset_version WHERE dataset = ?",
        [&version.dataset],
        |row| row.get(0),
    )?;
    let changed = connection.execute(
        "UPDATE dataset_version SET state = 'published', number = ?2, row_count = ?3, hash = ?4,
             rejected = ?5, rejected_total = ?6, settings = ?7, notes = ?8, seal = ?9
         WHERE id = ?1 AND state = 'building'",
        params![
            version.id,
            version.number,
            whole(version.rows)?,
            version.hash,
            json(&version.rejected.rows)?,
            whole(version.rejected.total)?,
            json(&version.settings)?,
            json(&version.notes)?,
            version.seal()?.text(),
        ],
    )?;
    match changed {
        1 => Ok(version),
        _ => Err(StoreError::damaged("the rows being imported are gone")),
    }
}

/// The published version of an id.
pub(crate) fn one(connection: &Connection, id: i64) -> Result<DatasetVersion, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM dataset_version WHERE id = ? AND state = 'published'");
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement
        .query_row([id], |row| Ok(read(connection, row)))
        .optional()?;
    found.unwrap_or_else(|| {
        Err(StoreError::NoRows {
            what: format!("dataset version {id}"),
        })
    })
}

/// The published versions of a dataset, oldest first.
pub(crate) fn of(
    connection: &Connection,
    dataset: &str,
) -> Result<Vec<DatasetVersion>, StoreError> {
    ids(
        connection,
        "dataset = ? AND state = 'published' ORDER BY number",
        [dataset],
    )?
    .into_iter()
    .map(|id| one(connection, id))
    .collect()
}

/// The ids of versions for which a condition holds.
pub(crate) fn ids(
    connection: &Connection,
    which: &str,
    params: impl rusqlite::Params,
) -> Result<Vec<i64>, StoreError> {
    let sql = format!("SELECT id FROM dataset_version WHERE {which}");
    let mut statement = connection.prepare(&sql)?;
    let found = statement.query_map(params, |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn read(connection: &Connection, row: &rusqlite::Row<'_>) -> Result<DatasetVersion, StoreError> {
    let id: i64 = row.get(0)?;
    let wrong = || StoreError::damaged(format!("dataset version {id} is not what was imported"));
    let size = |at: usize| -> Result<u64, StoreError> {
        u64::try_from(row.get::<_, i64>(at)?).map_err(|_| wrong())
    };
    let text = |at: usize| -> Result<String, StoreError> { Ok(row.get(at)?) };
    let version = DatasetVersion {
        id,
        dataset: text(1)?,
        number: row.get(2)?,
        imported_at: places::read(&text(4)?)?,
        source_name: text(5)?,
        source_bytes: size(6)?,
        rows: size(7)?,
        hash: text(8)?,
        rejected: Rejected {
            rows: serde_json::from_str(&text(9)?).map_err(|_| wrong())?,
            total: size(10)?,
        },
        settings: serde_json::from_str(&text(11)?).map_err(|_| wrong())?,
        notes: serde_json::from_str(&text(12)?).map_err(|_| wrong())?,
        columns: column_info::of(connection, id)?,
    };
    if Fingerprint::read(&text(13)?)? == version.seal()? {
        Ok(version)
    } else {
        Err(wrong())
    }
}

impl DatasetVersion {
    /// The seal over all that is said of a version, its columns included.
    fn seal(&self) -> Result<Fingerprint, StoreError> {
        let mut seal = Seal::new("dataset_version");
        for number in [
            self.id,
            self.number,
            whole(self.source_bytes)?,
            whole(self.rows)?,
        ] {
            seal.integer(number);
        }
        seal.integer(whole(self.rejected.total)?);
        for text in [&self.dataset, &self.source_name, &self.hash] {
            seal.text(text);
        }
        seal.text(&places::written(self.imported_at));
        seal.text(&json(&self.rejected.rows)?);
        seal.text(&json(&self.settings)?);
        seal.text(&json(&self.notes)?);
        for column in &self.columns {
            seal.text(&column.name);
            seal.text(column.kind.word());
            seal.integer(whole(column.blank)?);
            seal.integer(whole(column.distinct)?);
        }
        Ok(seal.close())
    }
}

/// A size as SQLite holds it.
pub(crate) fn whole(size: u64) -> Result<i64, StoreError> {
    i64::try_from(size).map_err(|_| StoreError::Unkeepable {
        why: format!("{size} is too large a size"),
    })
}
