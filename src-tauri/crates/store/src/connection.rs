//! Connections to SQLite, with the settings that keep a workbook safe.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension};

use crate::error::StoreError;

/// How long a writer waits for another one before it gives up.
const PATIENCE: Duration = Duration::from_secs(3);

/// Opens a file for reading and writing. It must be there.
pub(crate) fn writable(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    // SQLite then opens it for reading without a word. Asked before anything is read, because a
    // reader like that leaves its own files beside the workbook.
    if connection.is_readonly("main")? {
        return Err(StoreError::ReadOnly {
            path: path.to_owned(),
        });
    }
    settle(&connection)?;
    Ok(connection)
}

/// Opens a file that this process must not or cannot change.
///
/// In a folder that can be written, SQLite's own files for readers come and go beside the
/// workbook: the connection is opened for writing and then forbidden to. Where the file or its
/// folder cannot be written and no log stands beside it, it is read as it lies.
pub(crate) fn readable(path: &Path) -> Result<Connection, StoreError> {
    let opened = writable(path).and_then(|connection| {
        connection.pragma_update(None, "query_only", true)?;
        // Only a read shows whether the files beside the workbook can be made.
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(connection)
    });
    match opened {
        Err(StoreError::ReadOnly { .. }) if !has_log(path) => lying(path),
        outcome => outcome,
    }
}

/// Opens a file that nobody is writing to, taking no lock and leaving nothing beside it.
pub(crate) fn lying(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(uri(path), flags)?;
    settle(&connection)?;
    Ok(connection)
}

/// Opens an empty database in memory.
pub(crate) fn memory() -> Result<Connection, StoreError> {
    let connection = Connection::open_in_memory()?;
    settle(&connection)?;
    Ok(connection)
}

/// Whether a write-ahead log with something in it stands beside the file.
pub(crate) fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(PathBuf::from(log)).is_ok_and(|found| found.len() > 0)
}

/// Waits for other writers, for a while.
pub(crate) fn be_patient(connection: &Connection) -> Result<(), StoreError> {
    Ok(connection.busy_timeout(PATIENCE)?)
}

/// Settings for every connection. The file is not trusted: no trigger or view in it runs, its
/// schema calls no function, its pages are checked as they are read.
fn settle(connection: &Connection) -> Result<(), StoreError> {
    be_patient(connection)?;
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
        connection.set_db_config(setting, on)?;
    }
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // A full temporary folder is no reason for an edit to fail.
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // Mapped pages would turn a read error into a dead process. A database in memory has no answer.
    connection
        .query_row("PRAGMA mmap_size = 0", [], |_| Ok(()))
        .optional()?;
    Ok(())
}

/// `file:` and the path, percent-encoded, as an SQLite name that forbids all change.
fn uri(path: &Path) -> String {
    let mut uri = String::from("file:");
    if cfg!(windows) {
        uri.push('/');
    }
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => {
                uri.push(char::from(*byte));
            }
            b'\\' if cfg!(windows) => uri.push('/'),
            // Writing to a string does not fail.
            other => drop(write!(uri, "%{other:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_lies_still_is_read_without_anything_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("odd %41?name#1.db");
        let made = Connection::open(&path).unwrap();
        made.execute_batch(
            "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (7)",
        )
        .unwrap();
        drop(made);
        let connection = lying(&path).unwrap();
        assert_eq!(
            connection.query_row("SELECT a FROM t", [], |row| row.get(0)),
            Ok(7)
        );
        assert!(
            connection.execute_batch("DELETE FROM t").is_err(),
            "it cannot be changed"
        );
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
