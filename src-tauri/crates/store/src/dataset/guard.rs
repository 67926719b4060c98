//! Who is importing. An import shares a lock with other imports for as long as it runs; sweeping
//! takes the lock alone, so that it never sweeps what somebody is still writing.
//!
//! The lock is on a file in the system's temporary folder, named by the workbook: nothing is left
//! beside the workbook, and closing it touches no lock of SQLite's. The system lets go of it when a
//! process dies, however it dies.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::Duration;

use crate::error::StoreError;

/// Held by an import while it runs.
#[derive(Debug)]
pub(crate) struct Importing {
    _file: File,
}

/// Held while leftovers are swept.
#[derive(Debug)]
pub(crate) struct Sweeping {
    _file: File,
}

impl Importing {
    /// Waits at most three seconds for somebody who sweeps.
    pub(crate) fn on(workbook: &Path) -> Result<Self, StoreError> {
        let file = lock_file(workbook)?;
        for _ in 0..60 {
            match file.try_lock_shared() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(50)),
                Err(TryLockError::Error(source)) => {
                    return Err(StoreError::Io {
                        doing: "locking the import".to_owned(),
                        source,
                    });
                }
            }
        }
        Err(StoreError::Locked)
    }
}

impl Sweeping {
    /// None when somebody is importing, or when that cannot be found out.
    pub(crate) fn of(workbook: &Path) -> Option<Self> {
        let file = lock_file(workbook)
            .inspect_err(|error| tracing::warn!(%error, "leftovers of an import stay for now"))
            .ok()?;
        file.try_lock().ok()?;
        Some(Self { _file: file })
    }
}

/// The lock file of a workbook, by its full name.
fn lock_file(workbook: &Path) -> Result<File, StoreError> {
    let hash = blake3::hash(workbook.as_os_str().as_encoded_bytes()).to_hex();
    let name = format!(
        "throughline-{}.lock",
        hash.chars().take(16).collect::<String>()
    );
    let path = std::env::temp_dir().join(name);
    // One that another person made can be read and locked, but not opened for writing.
    File::open(&path)
        .or_else(|_| {
            File::options()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(&path)
        })
        .map_err(|source| StoreError::Io {
            doing: format!("locking {}", path.display()),
            source,
        })
}
