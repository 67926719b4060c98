//! Files that appear whole or not at all: built under a temporary name in the folder where they
//! will stand, synced, renamed, and the folder synced.

use std::fs::File;
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::error::StoreError;

/// A file on its way to its name. Dropped before it is placed, it is gone.
pub(crate) struct Building {
    temporary: TempPath,
    to: PathBuf,
}

impl Building {
    /// Starts an empty file beside `to`, which must not be there.
    pub(crate) fn of(to: &Path) -> Result<Self, StoreError> {
        if std::fs::symlink_metadata(to).is_ok() {
            return Err(StoreError::Exists {
                path: to.to_owned(),
            });
        }
        let folder = folder(to);
        let mut builder = tempfile::Builder::new();
        builder.prefix(".throughline-").suffix(".part");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // As open for others as any document this person makes: the umask decides.
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        let file = builder
            .tempfile_in(&folder)
            .map_err(|error| match error.kind() {
                std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                    StoreError::ReadOnly {
                        path: to.to_owned(),
                    }
                }
                _ => StoreError::io("making a file in", &folder, error),
            })?;
        Ok(Self {
            temporary: file.into_temp_path(),
            to: to.to_owned(),
        })
    }

    /// The temporary name.
    pub(crate) fn path(&self) -> &Path {
        &self.temporary
    }

    /// Puts the file under its name. Nothing that stands there by now is replaced.
    pub(crate) fn place(self) -> Result<(), StoreError> {
        let file = File::options().read(true).write(true).open(&self.temporary);
        file.and_then(|file| file.sync_all())
            .map_err(|error| StoreError::io("saving", &self.to, error))?;
        self.temporary
            .persist_noclobber(&self.to)
            .map_err(|error| StoreError::io("saving", &self.to, error.error))?;
        sync_folder(&folder(&self.to))
    }
}

/// The folder that a name is in.
pub(crate) fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Makes a rename in the folder last through a power cut. Windows has no such call.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(|error| StoreError::io("saving in", folder, error))
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> Result<(), StoreError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_placed_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("a.throughline");
        drop(Building::of(&to).unwrap());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_file_that_came_in_between_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("a.throughline");
        let building = Building::of(&to).unwrap();
        std::fs::write(&to, b"somebody else's").unwrap();
        assert_eq!(building.place().unwrap_err().code(), "file_exists");
        assert_eq!(std::fs::read(&to).unwrap(), b"somebody else's");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
