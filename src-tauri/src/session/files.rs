//! The files that a person chose: the table to import, and what left last.

use std::path::PathBuf;

use workbench::{Code, Error};

use super::{Session, held};

impl Session {
    /// Remembers the table a person chose to import.
    pub fn choose_table(&self, path: PathBuf) {
        *held(&self.table) = Some(path);
    }

    /// The table a person chose.
    ///
    /// # Errors
    /// [`Code::WrongState`] when none was.
    pub fn table(&self) -> Result<PathBuf, Error> {
        held(&self.table).clone().ok_or_else(|| {
            Error::new(
                Code::WrongState,
                "No table was chosen",
                "Choose the file to import first.",
            )
        })
    }

    /// Remembers the file that left last.
    pub fn exported(&self, path: PathBuf) {
        *held(&self.exported) = Some(path);
    }

    /// The file that left last.
    ///
    /// # Errors
    /// [`Code::WrongState`] when none did.
    pub fn last_export(&self) -> Result<PathBuf, Error> {
        held(&self.exported).clone().ok_or_else(|| {
            Error::new(
                Code::WrongState,
                "Nothing was exported yet",
                "Export the brief first.",
            )
        })
    }
}
