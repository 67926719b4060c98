//! Files that leave: whole, or not at all.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use crate::error::{Code, Error};

/// Writes a file so that nothing half stands under its name: into a file beside it, flushed to the
/// disk, then renamed over the name.
///
/// # Errors
/// [`Code::ReadOnly`], [`Code::DiskFull`] or [`Code::Io`]; what stood under the name still does.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    // A link stays a link, and what it points at is replaced.
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let failed = |error: std::io::Error| io_error(path, &error);
    if path.is_dir() {
        return Err(Error::new(
            Code::Io,
            format!("{} is a folder", path.display()),
            "Give the name of a file.",
        ));
    }
    // Renaming over a device or a pipe would take it away from every other program.
    if path.exists() && !path.is_file() {
        return Err(Error::new(
            Code::FileForeign,
            format!("{} is no ordinary file", path.display()),
            "Give the name of a file.",
        ));
    }
    if holds_newest_changes(&target) {
        return Err(Error::new(
            Code::FileExists,
            format!(
                "{} belongs to a workbook and holds its newest changes",
                path.display()
            ),
            "Give another name to write to; a workbook is never written over.",
        ));
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".throughline-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As open for others as any file this person makes: the umask decides.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder).map_err(failed)?;
    file.write_all(bytes)
        .and_then(|()| file.as_file().sync_all())
        .map_err(failed)?;
    file.persist(&target).map_err(|error| failed(error.error))?;
    // The rename itself is safe once the folder is on the disk; not every system can sync a folder.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Whether a file is one that SQLite keeps beside a workbook while it is open, as `a.throughline-wal`.
/// Whoever replaces it takes changes away that were acknowledged.
fn holds_newest_changes(target: &Path) -> bool {
    let Some(name) = target.file_name().and_then(|name| name.to_str()) else {
        return false;
    };
    ["-wal", "-shm", "-journal"]
        .iter()
        .filter_map(|ending| name.strip_suffix(ending))
        .any(|book| {
            let book = target.with_file_name(book);
            let is_named_so = book
                .extension()
                .is_some_and(|ending| ending.eq_ignore_ascii_case("throughline"));
            is_named_so || is_database(&book)
        })
}

/// Whether a workbook under any name stands there.
pub fn is_database(path: &Path) -> bool {
    let mut start = [0; 16];
    // Opening a pipe would wait for its other end.
    path.is_file()
        && File::open(path)
            .and_then(|mut file| file.read_exact(&mut start))
            .is_ok_and(|()| start == *b"SQLite format 3\0")
}

pub(crate) fn io_error(path: &Path, error: &std::io::Error) -> Error {
    use std::io::ErrorKind;
    let name = path.display();
    // The system's own words name the temporary file, which means nothing to anybody.
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Error::new(
            Code::ReadOnly,
            format!("{name} may not be written"),
            "Choose a folder that you may write to.",
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Error::new(
            Code::DiskFull,
            format!("There is no room on the disk for {name}"),
            "Make room on the disk, or choose another one.",
        ),
        ErrorKind::NotFound => Error::new(
            Code::FileMissing,
            format!("The folder for {name} does not exist"),
            "Choose a folder that exists.",
        ),
        ErrorKind::NotADirectory => Error::new(
            Code::FileMissing,
            format!("{name} would be inside something that is no folder"),
            "Choose a folder that exists.",
        ),
        kind => Error::new(
            Code::Io,
            format!("{name} could not be written: {kind}"),
            "Choose another folder, or try again.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_export_leaves_the_old_file_and_nothing_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("brief.md");
        save(&path, b"old").expect("saves");
        let inside = path.join("brief.md");
        let error = save(&inside, b"new").expect_err("a file is no folder");
        assert_eq!(error.code, Code::FileMissing);
        assert!(
            !error.message.contains(".throughline-"),
            "{}",
            error.message
        );
        assert_eq!(std::fs::read(&path).expect("reads"), b"old");
        assert_eq!(std::fs::read_dir(folder.path()).expect("lists").count(), 1);
        save(&path, b"new").expect("saves over");
        assert_eq!(std::fs::read(&path).expect("reads"), b"new");
    }

    #[test]
    fn what_stands_beside_an_open_workbook_is_never_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let renamed = folder.path().join("plan.db");
        std::fs::write(&renamed, b"SQLite format 3\0and more").expect("writes");
        for name in ["a.throughline-wal", "a.Throughline-shm", "plan.db-journal"] {
            let path = folder.path().join(name);
            std::fs::write(&path, b"newest").expect("writes");
            let refused = save(&path, b"x").expect_err("belongs to a workbook");
            assert_eq!(refused.code, Code::FileExists, "{name}");
            assert_eq!(std::fs::read(&path).expect("reads"), b"newest");
        }
        save(&folder.path().join("notes-wal"), b"x").expect("a name like any other");
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_refused_and_a_link_stays_a_link() {
        let folder = tempfile::tempdir().expect("a folder");
        let (file, link) = (folder.path().join("a.md"), folder.path().join("b.md"));
        std::fs::write(&file, "old").expect("writes");
        std::os::unix::fs::symlink(&file, &link).expect("links");
        save(&link, b"new").expect("saves through the link");
        assert!(link.is_symlink(), "the link is still one");
        assert_eq!(std::fs::read(&file).expect("reads"), b"new");
        let socket = folder.path().join("socket");
        let _open = std::os::unix::net::UnixListener::bind(&socket).expect("a socket");
        let refused = save(&socket, b"new").expect_err("no ordinary file");
        assert_eq!(refused.code, Code::FileForeign);
    }

    #[test]
    fn a_missing_folder_is_an_error_with_a_fix() {
        let error = save(Path::new("/nowhere/at/all/x.md"), b"x").expect_err("no folder");
        assert_eq!(error.code, Code::FileMissing);
        assert!(!error.fix.is_empty());
    }
}
