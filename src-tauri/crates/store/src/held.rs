//! Files that this process has open as workbooks.
//!
//! On Unix, closing *any* handle of a file drops *every* lock that the process has on it (POSIX
//! advisory locks; see "How To Corrupt An SQLite Database File", 2.2). Looking at a file's first
//! bytes is such a handle. So the handle that looks stays open, parked here, until the last
//! workbook on that file in this process is closed.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::error::StoreError;
use crate::recognise::HEADER;

struct Entry {
    identity: Identity,
    holders: usize,
    file: File,
}

static OPEN: Mutex<Vec<Entry>> = Mutex::new(Vec::new());

/// What makes two names one file.
#[derive(Debug, Clone, PartialEq)]
#[cfg(unix)]
struct Identity(u64, u64);
#[derive(Debug, Clone, PartialEq)]
#[cfg(not(unix))]
struct Identity(std::path::PathBuf);

#[cfg(unix)]
fn identity(path: &Path) -> std::io::Result<Identity> {
    use std::os::unix::fs::MetadataExt;
    let found = std::fs::metadata(path)?;
    Ok(Identity(found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> std::io::Result<Identity> {
    path.canonicalize().map(Identity)
}

/// While it lives, no handle of the file is closed behind SQLite's back.
#[derive(Debug)]
pub(crate) struct Hold {
    identity: Identity,
}

/// A file's first bytes and its length.
pub(crate) struct Look {
    /// At most [`HEADER`] bytes.
    pub head: Vec<u8>,
    /// Bytes in all.
    pub length: u64,
}

/// Looks at the first bytes of a regular file and holds it.
pub(crate) fn look(path: &Path) -> Result<(Look, Hold), StoreError> {
    let io = |error| StoreError::io("reading", path, error);
    let found = std::fs::metadata(path).map_err(io)?;
    if !found.is_file() {
        let what = if found.is_dir() {
            "a folder"
        } else {
            "a pipe or a device"
        };
        return Err(StoreError::NotAFile {
            path: path.to_owned(),
            what,
        });
    }
    let identity = identity(path).map_err(io)?;
    let mut open = entries();
    let at = match open.iter().position(|entry| entry.identity == identity) {
        Some(at) => at,
        None => {
            let file = File::open(path).map_err(io)?;
            open.push(Entry {
                identity: identity.clone(),
                holders: 0,
                file,
            });
            open.len() - 1
        }
    };
    let looked = read_head(&mut open[at].file);
    open[at].holders += 1;
    drop(open);
    let hold = Hold { identity };
    Ok((looked.map_err(io)?, hold))
}

fn read_head(file: &mut File) -> std::io::Result<Look> {
    let mut head = Vec::with_capacity(HEADER);
    file.seek(SeekFrom::Start(0))?;
    file.take(HEADER as u64).read_to_end(&mut head)?;
    Ok(Look {
        head,
        length: file.metadata()?.len(),
    })
}

fn entries() -> MutexGuard<'static, Vec<Entry>> {
    // The list is whole after every step, so a panic elsewhere has not spoiled it.
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drop for Hold {
    fn drop(&mut self) {
        let mut open = entries();
        if let Some(at) = open
            .iter()
            .position(|entry| entry.identity == self.identity)
        {
            open[at].holders = open[at].holders.saturating_sub(1);
            if open[at].holders == 0 {
                open.swap_remove(at);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_held(path: &Path) -> bool {
        let wanted = identity(path).unwrap();
        entries().iter().any(|entry| entry.identity == wanted)
    }

    #[test]
    fn a_file_stays_open_until_its_last_holder_lets_go() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        std::fs::write(&path, b"some bytes").unwrap();
        let (first, one) = look(&path).unwrap();
        assert_eq!(
            (first.head.as_slice(), first.length),
            (b"some bytes".as_slice(), 10)
        );
        let (second, two) = look(&path).unwrap();
        assert_eq!(
            second.head, first.head,
            "the parked handle is read from the start again"
        );
        drop(one);
        assert!(is_held(&path));
        drop(two);
        assert!(!is_held(&path));
    }

    #[test]
    fn a_folder_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(look(folder.path()).err().unwrap().code(), "not_a_file");
        assert_eq!(
            look(&folder.path().join("none")).err().unwrap().code(),
            "file_missing"
        );
    }
}
