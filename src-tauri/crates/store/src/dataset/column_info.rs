//! The columns of dataset versions: what each is called and holds.

use measure::table::ColumnType;
use rusqlite::{Connection, params};

use crate::dataset::version::{ColumnInfo, whole};
use crate::error::StoreError;

pub(crate) const DDL: &str = "CREATE TABLE column_info (
  version INTEGER NOT NULL REFERENCES dataset_version (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  blank INTEGER NOT NULL,
  distinct_values INTEGER NOT NULL,
  PRIMARY KEY (version, ordinal)
) STRICT, WITHOUT ROWID";

/// Writes the columns of a version.
pub(crate) fn write(
    connection: &Connection,
    version: i64,
    columns: &[ColumnInfo],
) -> Result<(), StoreError> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO column_info (version, ordinal, name, type, blank, distinct_values)
         VALUES (?, ?, ?, ?, ?, ?)",
    )?;
    for (ordinal, column) in columns.iter().enumerate() {
        let (blank, distinct) = (whole(column.blank)?, whole(column.distinct)?);
        let kind = column.kind.word();
        insert.execute(params![
            version,
            ordinal as i64,
            column.name,
            kind,
            blank,
            distinct
        ])?;
    }
    Ok(())
}

/// The columns of a version, in order.
pub(crate) fn of(connection: &Connection, version: i64) -> Result<Vec<ColumnInfo>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT name, type, blank, distinct_values FROM column_info
         WHERE version = ? ORDER BY ordinal",
    )?;
    let mut rows = statement.query([version])?;
    let mut columns = Vec::new();
    while let Some(row) = rows.next()? {
        let (name, kind): (String, String) = (row.get(0)?, row.get(1)?);
        let size = |at: usize| -> Result<u64, StoreError> {
            u64::try_from(row.get::<_, i64>(at)?)
                .map_err(|_| StoreError::damaged(format!("column `{name}` counts below zero")))
        };
        let (blank, distinct) = (size(2)?, size(3)?);
        let kind = ColumnType::from_word(&kind)
            .ok_or_else(|| StoreError::damaged(format!("column `{name}` is of no known type")))?;
        columns.push(ColumnInfo {
            name,
            kind,
            blank,
            distinct,
        });
    }
    Ok(columns)
}
