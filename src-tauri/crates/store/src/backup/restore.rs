//! Bringing a backup back, as a file of its own.

use std::path::Path;

use crate::backup::{copy, integrity};
use crate::error::StoreError;
use crate::ladder;
use crate::places::Access;
use crate::schema::{self, SCHEMA_VERSION};
use crate::store::Opened;
use crate::verify;

/// Writes the workbook that `backup` holds to `to`, where nothing may be, after checking it. A
/// backup of an older schema comes back as it is, and is upgraded when it is opened.
///
/// # Errors
/// As for opening `backup`; `file_damaged` with the first problem found in it; `file_exists`.
pub fn restore(backup: &Path, to: &Path) -> Result<(), StoreError> {
    let opened = Opened::look(backup, Access::Read, SCHEMA_VERSION)?;
    let connection = &opened.connection;
    let first = if ladder::version(connection)? == SCHEMA_VERSION {
        verify::problems(connection)?
            .into_iter()
            .map(|problem| problem.message)
            .next()
    } else {
        schema::check_older(connection)?;
        integrity(connection)?.into_iter().next()
    };
    match first {
        Some(problem) => Err(StoreError::damaged(format!("in the backup, {problem}"))),
        None => copy(connection, to),
    }
}
