//! A file taken into memory: found, unpacked, recognised and decoded.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::fault::ReadFault;
use super::kind;
use super::text::{Text, decode};

/// The largest file, packed or not, that is taken into memory.
const LARGEST: u64 = 4 << 30;
/// Tables of customers shrink five- to thirtyfold; more than this is made to harm.
const RATIO: u64 = 200;
/// Below this size no ratio does harm.
const HARMLESS: u64 = 64 << 20;

/// A table file in memory, ready to be read as often as the person changes a setting.
#[derive(Debug)]
pub struct Source {
    name: String,
    hash: String,
    text: Text,
}

impl Source {
    /// Takes a CSV file, gzipped or not, into memory. What it is, is decided by its content.
    ///
    /// # Errors
    /// When there is no such file, when it is not a file, cannot be read, changes meanwhile, is
    /// empty, too large, or something else than a table in text.
    pub fn open(path: &Path) -> Result<Self, ReadFault> {
        let name = file_name(path);
        let bytes = take(path, &name)?;
        Self::from_bytes(&name, bytes)
    }

    /// The same from bytes; `name` is the file's name.
    ///
    /// # Errors
    /// When they are empty, too many, or something else than a table in text.
    pub fn from_bytes(name: &str, bytes: Vec<u8>) -> Result<Self, ReadFault> {
        let hash = blake3::hash(&bytes).to_hex().to_string();
        let bytes = if bytes.starts_with(b"\x1f\x8b") {
            unpack(name, &bytes)?
        } else {
            bytes
        };
        if let Some(found) = kind::foreign(&bytes) {
            let name = name.to_owned();
            return Err(ReadFault::OtherKind {
                name,
                found: found.found,
                fix: found.fix,
            });
        }
        let text = decode(bytes);
        if text.text.trim().is_empty() {
            return Err(ReadFault::Empty {
                name: name.to_owned(),
            });
        }
        if kind::is_binary(text.text.as_bytes()) {
            let fix = "Choose a table saved as CSV.";
            return Err(ReadFault::OtherKind {
                name: name.to_owned(),
                found: "no text",
                fix,
            });
        }
        Ok(Self {
            name: stem(name).to_owned(),
            hash,
            text,
        })
    }

    /// The file's name without `.csv`, `.csv.gz` and the like.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// BLAKE3 of the file as it lies on the disk, in hexadecimal.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The text encoding's name.
    pub fn encoding(&self) -> &str {
        self.text.encoding
    }

    pub(super) fn text(&self) -> &str {
        &self.text.text
    }

    /// Whether some bytes could not be decoded.
    pub(super) fn broken(&self) -> bool {
        self.text.broken
    }
}

/// A file's name without its folder and without `.csv`, `.csv.gz` and the like, before it is opened.
pub fn plain_name(path: &Path) -> String {
    stem(&file_name(path)).to_owned()
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

fn stem(name: &str) -> &str {
    let mut stem = name;
    for ending in [".gz", ".csv", ".tsv", ".txt"] {
        let cut = stem.len().saturating_sub(ending.len());
        if cut > 0
            && stem
                .get(cut..)
                .is_some_and(|end| end.eq_ignore_ascii_case(ending))
        {
            stem = &stem[..cut];
        }
    }
    stem
}

fn take(path: &Path, name: &str) -> Result<Vec<u8>, ReadFault> {
    let unreadable = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => ReadFault::Missing {
            path: path.to_owned(),
        },
        _ => ReadFault::Unreadable {
            path: path.to_owned(),
            source,
        },
    };
    // Asked before opening: opening a pipe would wait for its writer for ever.
    let before = fs::metadata(path).map_err(unreadable)?;
    if before.is_dir() {
        return Err(ReadFault::Folder {
            path: path.to_owned(),
        });
    }
    if !before.is_file() {
        return Err(ReadFault::NotAFile {
            path: path.to_owned(),
        });
    }
    if before.len() > LARGEST {
        return Err(ReadFault::TooLarge {
            name: name.to_owned(),
            limit: LARGEST >> 30,
        });
    }
    let mut bytes = Vec::new();
    let reserved = bytes.try_reserve_exact(before.len() as usize + 1);
    reserved.map_err(|_| unreadable(io::ErrorKind::OutOfMemory.into()))?;
    let mut file = File::open(path).map_err(unreadable)?.take(before.len() + 1);
    file.read_to_end(&mut bytes).map_err(unreadable)?;
    let after = fs::metadata(path).map_err(unreadable)?;
    if !unchanged(&before, &after, bytes.len() as u64) {
        return Err(ReadFault::Changed {
            name: name.to_owned(),
        });
    }
    Ok(bytes)
}

/// Whether what was read is what stood there: a file that grows meanwhile would end in half a row.
fn unchanged(before: &Metadata, after: &Metadata, read: u64) -> bool {
    let time = |metadata: &Metadata| metadata.modified().ok();
    read == before.len() && before.len() == after.len() && time(before) == time(after)
}

fn unpack(name: &str, packed: &[u8]) -> Result<Vec<u8>, ReadFault> {
    let most = LARGEST.min(HARMLESS.max(packed.len() as u64 * RATIO));
    let mut bytes = Vec::new();
    let mut unpacker = MultiGzDecoder::new(packed).take(most + 1);
    unpacker
        .read_to_end(&mut bytes)
        .map_err(|source| ReadFault::Damaged {
            name: name.to_owned(),
            source,
        })?;
    if bytes.len() as u64 <= most {
        return Ok(bytes);
    }
    let name = name.to_owned();
    Err(match most {
        LARGEST => ReadFault::TooLarge {
            name,
            limit: LARGEST >> 30,
        },
        _ => ReadFault::Bomb { name, ratio: RATIO },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn a_file_that_grows_meanwhile_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("growing.csv");
        fs::write(&path, "a,b\n1,2\n").unwrap();
        let before = fs::metadata(&path).unwrap();
        assert!(unchanged(&before, &fs::metadata(&path).unwrap(), 8));
        fs::OpenOptions::new()
            .append(true)
            .open(&path)
            .unwrap()
            .write_all(b"3,")
            .unwrap();
        assert!(!unchanged(&before, &fs::metadata(&path).unwrap(), 8));
        assert!(
            !unchanged(&before, &before, 9),
            "more was read than stood there"
        );
    }

    #[test]
    fn the_dataset_is_named_after_the_file() {
        for (file, name) in [
            ("leads.csv", "leads"),
            ("Leads 2026.CSV.gz", "Leads 2026"),
            ("x", "x"),
            (".csv", ".csv"),
        ] {
            assert_eq!(stem(file), name);
        }
    }
}
