//! Keeping a workbook safe: checking it, copying it, bringing a copy back.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::book::Book;
use crate::error::Error;

/// What checking a workbook found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Verified {
    /// Whether nothing is wrong.
    pub ok: bool,
    /// What is wrong, a sentence each.
    pub problems: Vec<String>,
}

/// Checks a workbook from its pages to its references. Writes nothing.
///
/// # Errors
/// When the file cannot be read as a workbook at all.
pub fn verify(path: &Path) -> Result<Verified, Error> {
    let problems: Vec<String> = store::verify(path)?
        .into_iter()
        .map(|problem| problem.message)
        .collect();
    Ok(Verified {
        ok: problems.is_empty(),
        problems,
    })
}

/// Brings a backup back as a workbook at a path where nothing is yet.
///
/// # Errors
/// When the backup is not sound, or the path is taken.
pub fn restore(backup: &Path, to: &Path) -> Result<(), Error> {
    Ok(store::restore(backup, to)?)
}

impl Book {
    /// Takes a verified backup, and says where it is.
    ///
    /// # Errors
    /// When it cannot be written, or the copy does not verify.
    pub fn backup(&mut self) -> Result<PathBuf, Error> {
        Ok(self.store.keep_backup(&self.places())?.path)
    }
}
