//! The schema of a workbook, all statements together, and whether a file has exactly that.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::dataset;
use crate::error::StoreError;
use crate::journal;
use crate::records::RECORDS;
use crate::snapshot;
use crate::workbook;

/// `THLN`, at byte 68 of every workbook.
pub const APPLICATION_ID: i32 = 0x5448_4C4E;

/// The schema version that this crate writes, at byte 60.
pub const SCHEMA_VERSION: i32 = 2;

/// Every statement, in the order in which they can run.
pub(crate) fn statements() -> impl Iterator<Item = &'static str> {
    std::iter::once(workbook::DDL)
        .chain(dataset::DDL)
        .chain(RECORDS.iter().map(|record| record.table.ddl))
        .chain(journal::DDL)
        .chain([snapshot::DDL])
}

/// Makes the tables in an empty database.
pub(crate) fn make(connection: &Connection) -> Result<(), StoreError> {
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    for statement in statements() {
        connection.execute_batch(statement)?;
    }
    Ok(())
}

/// Checks that the database has every table of the schema and nothing else: a table, view or
/// trigger that no workbook has was put there by somebody.
pub(crate) fn check(connection: &Connection) -> Result<(), StoreError> {
    let mut wanted: BTreeMap<String, String> = statements()
        .map(|statement| (name(statement).to_owned(), plain(statement)))
        .collect();
    let mut query = connection.prepare("SELECT type, name, sql FROM sqlite_schema")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let (kind, name): (String, String) = (row.get(0)?, row.get(1)?);
        let sql: Option<String> = row.get(2)?;
        match (wanted.remove(&name), sql) {
            (Some(wanted), Some(found)) if plain(&found) == wanted => {}
            (None, None) if kind == "index" && name.starts_with("sqlite_autoindex_") => {}
            // Statistics that some tools leave behind; SQLite alone can make such a table.
            (None, Some(_)) if kind == "table" && name.starts_with("sqlite_stat") => {}
            (None, _) => {
                return Err(StoreError::damaged(format!(
                    "it holds a {kind} `{name}` that no workbook has"
                )));
            }
            (Some(_), _) => {
                return Err(StoreError::damaged(format!(
                    "its {kind} `{name}` is not as it was made"
                )));
            }
        }
    }
    match wanted.into_keys().next() {
        None => Ok(()),
        Some(name) => Err(StoreError::damaged(format!(
            "its table `{name}` is not there"
        ))),
    }
}

/// Checks a schema of an older version as far as that can be done before it is upgraded: nothing
/// in it can act by itself.
pub(crate) fn check_older(connection: &Connection) -> Result<(), StoreError> {
    let sql = "SELECT count(*) FROM sqlite_schema
               WHERE type NOT IN ('table', 'index') OR sql LIKE 'CREATE VIRTUAL%'";
    match connection.query_row(sql, [], |row| row.get::<_, i64>(0))? {
        0 => Ok(()),
        _ => Err(StoreError::damaged(
            "it holds a view or a trigger, which no workbook has",
        )),
    }
}

/// The third word of a statement: `CREATE TABLE name`.
fn name(statement: &str) -> &str {
    statement.split_whitespace().nth(2).unwrap_or_default()
}

/// A statement without what SQLite may write differently: quotes around names, and white space.
fn plain(statement: &str) -> String {
    statement
        .chars()
        .filter(|c| *c != '"' && !c.is_whitespace())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made() -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        make(&connection).unwrap();
        connection
    }

    #[test]
    fn what_is_made_passes_the_check() {
        check(&made()).unwrap();
    }

    #[test]
    fn every_column_list_is_the_tables_own() {
        let connection = made();
        for record in &RECORDS {
            let sql = format!(
                "SELECT name FROM pragma_table_info('{}')",
                record.table.name
            );
            let mut query = connection.prepare(&sql).unwrap();
            let names: Vec<String> = query
                .query_map([], |row| row.get(0))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            assert_eq!(names, record.table.columns, "{}", record.table.name);
        }
    }

    #[test]
    fn a_schema_with_anything_more_or_less_is_refused() {
        for spoil in [
            "CREATE TABLE extra (a)",
            "CREATE VIEW everyone AS SELECT * FROM segment",
            "CREATE TRIGGER t AFTER UPDATE ON segment BEGIN DELETE FROM change; END",
            "CREATE INDEX by_name ON segment (name)",
            "DROP TABLE suppression",
            "ALTER TABLE job ADD COLUMN extra TEXT",
            "CREATE VIRTUAL TABLE words USING fts5(a)",
        ] {
            let connection = made();
            connection.execute_batch(spoil).unwrap();
            assert_eq!(
                check(&connection).unwrap_err().code(),
                "file_damaged",
                "{spoil}"
            );
        }
    }
}
