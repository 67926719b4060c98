//! The file beside a workbook that the system's lock is on.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use super::holder::{Hand, Holder, note_in};

/// Why a lock was not given.
pub(super) enum Refused {
    By(Holder),
    Without,
}

/// Tries once to get the lock.
pub(super) fn attempt(lock: &Path, hand: Hand) -> Result<File, Refused> {
    loop {
        let file = open(lock).map_err(|_| Refused::Without)?;
        let tried = match hand {
            Hand::Window => file.try_lock(),
            Hand::Command => file.try_lock_shared(),
        };
        match tried {
            // Someone may have taken the file away between opening and locking it.
            Ok(()) if is_at(&file, lock) => return Ok(file),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                // Whoever lets others share it is a command.
                let shared = hand == Hand::Window && file.try_lock_shared().is_ok();
                let note = note_in(lock);
                return Err(Refused::By(match (shared, note) {
                    (true, Some(note)) => Holder {
                        hand: Hand::Command,
                        ..note
                    },
                    (true, None) => Holder::unknown(Hand::Command),
                    (false, note) => note.unwrap_or_else(|| Holder::unknown(Hand::Window)),
                }));
            }
            Err(TryLockError::Error(_)) => return Err(Refused::Without),
        }
    }
}

fn open(lock: &Path) -> std::io::Result<File> {
    // A link or a pipe of that name is not ours to follow or to wait for.
    if std::fs::symlink_metadata(lock).is_ok_and(|found| !found.is_file()) {
        return Err(std::io::ErrorKind::Unsupported.into());
    }
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    options.open(lock).or_else(|error| match error.kind() {
        // Another person's: to lock it, reading is enough.
        std::io::ErrorKind::PermissionDenied => File::open(lock),
        _ => Err(error),
    })
}

/// The file that is locked for a workbook that is there. Links lead to one and the same.
pub(super) fn lock_of(path: &Path) -> Option<PathBuf> {
    let path = path.canonicalize().ok().filter(|path| path.is_file())?;
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name()?);
    name.push(".lock");
    Some(path.with_file_name(name))
}

/// Whether the open file is still the one of that name.
#[cfg(unix)]
pub(super) fn is_at(file: &File, lock: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), std::fs::metadata(lock)) {
        (Ok(open), Ok(named)) => (open.dev(), open.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

/// On Windows a file that is open keeps its name.
#[cfg(not(unix))]
pub(super) fn is_at(_: &File, lock: &Path) -> bool {
    lock.exists()
}
