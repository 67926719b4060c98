//! The file that an answer is written to.

use std::path::{Path, PathBuf};

use clap::Args;
use workbench::{Code, Error};

/// Where a file is to be written.
#[derive(Debug, Args)]
pub struct Target {
    /// The file to write; one that stands there is replaced
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
}

/// Writes a file whole, or not at all. No workbook is ever written over.
///
/// # Errors
/// [`Code::FileExists`] for a workbook, and what keeps the file from being written.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let is_book = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("throughline"));
    if is_book || workbench::is_database(path) {
        return Err(Error::new(
            Code::FileExists,
            format!("{} is a workbook's name", path.display()),
            "Give another name to write to; a workbook is never written over.",
        ));
    }
    workbench::save(path, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_is_never_written_over_whatever_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let book = folder.path().join("renamed.csv");
        std::fs::write(&book, b"SQLite format 3\0and more").unwrap();
        assert_eq!(write(&book, b"x").unwrap_err().code, Code::FileExists);
        let named = folder.path().join("new.Throughline");
        assert_eq!(write(&named, b"x").unwrap_err().code, Code::FileExists);
        assert!(!named.exists());
        assert!(std::fs::read(&book).unwrap().starts_with(b"SQLite"));
    }

    #[test]
    fn another_file_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.csv");
        write(&path, b"old").unwrap();
        write(&path, b"new").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
    }
}
