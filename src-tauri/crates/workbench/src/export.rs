//! Files that leave: whole, or not at all.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use crate::error::{Code, Error};

/// Writes a file so that nothing half stands under its name: into a file beside it, flushed to the
/// disk, then renamed over the name.
///
/// # Errors
/// [`Code::ReadOnly`], [`Code::DiskFull`] or [`Code::Io`]; what stood under the name still does.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = match path.parent() {
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
    let mut file = tempfile::Builder::new()
        .prefix(".throughline-")
        .tempfile_in(folder)
        .map_err(failed)?;
    file.write_all(bytes)
        .and_then(|()| file.as_file().sync_all())
        .map_err(failed)?;
    give_usual_permissions(file.as_file()).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    // The rename itself is safe once the folder is on the disk; not every system can sync a folder.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// A temporary file is private; an exported one is as any other file the person makes.
fn give_usual_permissions(file: &File) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    Ok(())
}

fn io_error(path: &Path, error: &std::io::Error) -> Error {
    use std::io::ErrorKind;
    let (code, fix) = match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            (Code::ReadOnly, "Choose a folder that you may write to.")
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => (
            Code::DiskFull,
            "Make room on the disk, or choose another one.",
        ),
        ErrorKind::NotFound => (Code::FileMissing, "Choose a folder that exists."),
        _ => (Code::Io, "Choose another folder, or try again."),
    };
    Error::new(
        code,
        format!("{} could not be written: {error}", path.display()),
        fix,
    )
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
        assert_eq!(
            save(&inside, b"new")
                .expect_err("a file is no folder")
                .code
                .exit(),
            5
        );
        assert_eq!(std::fs::read(&path).expect("reads"), b"old");
        assert_eq!(std::fs::read_dir(folder.path()).expect("lists").count(), 1);
        save(&path, b"new").expect("saves over");
        assert_eq!(std::fs::read(&path).expect("reads"), b"new");
    }

    #[test]
    fn a_missing_folder_is_an_error_with_a_fix() {
        let error = save(Path::new("/nowhere/at/all/x.md"), b"x").expect_err("no folder");
        assert_eq!(error.code, Code::FileMissing);
        assert!(!error.fix.is_empty());
    }
}
