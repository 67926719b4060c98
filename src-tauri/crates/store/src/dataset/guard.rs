//! Who is importing. An import shares a lock with other imports for as long as it runs; sweeping
//! takes the lock alone, so that it never sweeps what somebody is still writing.
//!
//! The lock is on a file in the system's temporary folder, named by the workbook: nothing is left
//! beside the workbook, and closing it touches no lock of SQLite's. The system lets go of it when a
//! process dies, however it dies; whoever is the last to let go by himself takes the file away.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::error::StoreError;

/// How often, and how far apart, an import asks whether the sweeping is over: three seconds.
const TRIES: usize = 60;
const PAUSE: Duration = Duration::from_millis(50);

/// A lock on a workbook's rows: shared by imports, alone for sweeping.
#[derive(Debug)]
pub(crate) struct Guard {
    file: File,
    path: PathBuf,
}

impl Guard {
    /// Held by an import while it runs. Waits for somebody who sweeps, for a while.
    pub(crate) fn importing(workbook: &Path) -> Result<Self, StoreError> {
        let path = lock_path(workbook);
        for _ in 0..TRIES {
            match Self::take(&path, File::try_lock_shared) {
                Ok(Some(guard)) => return Ok(guard),
                Ok(None) => std::thread::sleep(PAUSE),
                Err(source) => {
                    return Err(StoreError::Io {
                        doing: format!("locking {}", path.display()),
                        source,
                    });
                }
            }
        }
        Err(StoreError::Locked)
    }

    /// Held while leftovers are swept. None when somebody is importing, or when that cannot be
    /// found out.
    pub(crate) fn sweeping(workbook: &Path) -> Option<Self> {
        Self::take(&lock_path(workbook), File::try_lock)
            .inspect_err(|error| tracing::warn!(%error, "leftovers of an import stay for now"))
            .ok()
            .flatten()
    }

    fn take(
        path: &Path,
        lock: fn(&File) -> Result<(), TryLockError>,
    ) -> std::io::Result<Option<Self>> {
        // One that another person made can be read and locked, but not opened for writing.
        let file = File::open(path).or_else(|_| {
            File::options()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(path)
        })?;
        match lock(&file) {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let path = path.to_owned();
        // Somebody may have taken the file away just before it was locked: it then guards nothing.
        Ok(stands(&file, &path).then_some(Self { file, path }))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // Only whoever has it alone may take it away; the next one makes a new file. A lock that
        // cannot be let go of ends with the handle, right after this.
        let alone = self.file.unlock().is_ok() && self.file.try_lock().is_ok();
        if alone
            && stands(&self.file, &self.path)
            && let Err(error) = std::fs::remove_file(&self.path)
        {
            tracing::debug!(%error, "the lock of an import stays in the temporary folder");
        }
    }
}

/// Whether the file is still the one of that name.
#[cfg(unix)]
fn stands(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(held), Ok(named)) => (held.dev(), held.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

/// Elsewhere a file that is open cannot be taken away.
#[cfg(not(unix))]
fn stands(_: &File, path: &Path) -> bool {
    path.exists()
}

/// The lock file of a workbook, by its full name.
fn lock_path(workbook: &Path) -> PathBuf {
    let hash = blake3::hash(workbook.as_os_str().as_encoded_bytes()).to_hex();
    let name = format!(
        "throughline-{}.lock",
        hash.chars().take(16).collect::<String>()
    );
    std::env::temp_dir().join(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_share_and_sweeping_is_alone() {
        let folder = tempfile::tempdir().unwrap();
        let workbook = folder.path().join("book.throughline");
        let one = Guard::importing(&workbook).unwrap();
        let two = Guard::importing(&workbook).unwrap();
        assert!(Guard::sweeping(&workbook).is_none());
        drop(one);
        assert!(Guard::sweeping(&workbook).is_none(), "one is still at it");
        drop(two);
        let sweeping = Guard::sweeping(&workbook).unwrap();
        assert!(Guard::sweeping(&workbook).is_none());
        drop(sweeping);
        assert!(
            !lock_path(&workbook).exists(),
            "the last one leaves nothing"
        );
    }

    #[test]
    fn a_lock_file_that_was_taken_away_guards_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let workbook = folder.path().join("book.throughline");
        let path = lock_path(&workbook);
        let old = File::create(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert!(!stands(&old, &path));
        let _new = Guard::importing(&workbook).unwrap();
        assert!(!stands(&old, &path), "another file has its name now");
    }
}
