//! Bringing a backup back, as a file of its own.

use std::path::Path;

use crate::backup::{Check, copy};
use crate::error::StoreError;
use crate::places::Access;
use crate::schema::SCHEMA_VERSION;
use crate::store::Opened;
use crate::verify;

/// Writes the workbook that `backup` holds to `to`, where nothing may be, after checking it. A
/// backup of an older schema comes back as it is, and is upgraded when it is opened.
///
/// # Errors
/// As for opening `backup`; `file_damaged` with the first problem found in it; `file_exists`.
pub fn restore(backup: &Path, to: &Path) -> Result<(), StoreError> {
    let opened = Opened::look(backup, Access::Read, SCHEMA_VERSION)?;
    let problems = verify::whole(&opened.connection)?;
    match problems.into_iter().next() {
        Some(problem) => Err(StoreError::damaged(format!(
            "in the backup, {}",
            problem.message
        ))),
        // What is copied has just been checked to its last chunk.
        None => copy(&opened.connection, to, Check::Pages),
    }
}
