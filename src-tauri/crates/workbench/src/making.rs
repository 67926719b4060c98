//! Workbooks that begin with something in them: made aside, and there under their name whole or not
//! at all.

use std::path::Path;

use store::{Access, StoreError};
use tempfile::TempPath;

use crate::book::{Book, Desk};
use crate::error::{Code, Error};
use crate::export::io_error;

/// Makes a workbook that `fill` writes into, and opens it for `desk`. What is filled in is journalled
/// as the work of `author`.
///
/// # Errors
/// As [`Book::create`], or what `fill` refuses. Nothing is left under the name then.
pub(crate) fn whole(
    path: &Path,
    desk: Desk,
    author: &str,
    fill: impl FnOnce(&mut Book) -> Result<(), Error>,
) -> Result<Book, Error> {
    if std::fs::symlink_metadata(path).is_ok() {
        let path = path.to_owned();
        return Err(StoreError::Exists { path }.into());
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let failed = |error: std::io::Error| io_error(path, &error);
    let aside = tempfile::Builder::new()
        .prefix(".throughline-")
        .tempdir_in(folder)
        .map_err(failed)?;
    let building = aside.path().join("workbook.throughline");
    let writer = Desk {
        author: author.to_owned(),
        ..desk.clone()
    };
    let mut book = Book::create(&building, writer)?;
    fill(&mut book)?;
    drop(book);
    // What the last connection could not fold into the file would stay behind.
    if std::fs::read_dir(aside.path()).map_err(failed)?.count() != 1 {
        return Err(Error::new(
            Code::Io,
            format!("{} could not be finished", path.display()),
            "Try again, or choose another folder.",
        ));
    }
    match TempPath::try_from_path(building).map(|file| file.persist_noclobber(path)) {
        Ok(Ok(())) => {}
        Ok(Err(failure)) if failure.error.kind() == std::io::ErrorKind::AlreadyExists => {
            let path = path.to_owned();
            return Err(StoreError::Exists { path }.into());
        }
        Ok(Err(failure)) => return Err(failed(failure.error)),
        Err(error) => return Err(failed(error)),
    }
    Book::open(path, Access::Write, desk)
}
