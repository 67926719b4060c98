//! The backups that are kept of a workbook, and the names they go by:
//! `churn-3f2a…/000012-20261101T100000Z.throughline`.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::error::StoreError;
use crate::places::Places;
use crate::placing;

const EXTENSION: &str = "throughline";
const TIME: &str = "%Y%m%dT%H%M%SZ";

/// A backup that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The file.
    pub path: PathBuf,
    /// Its number, from 1; a higher one is newer, whatever the clock said.
    pub sequence: u64,
    /// When it was made, by the clock of that moment, to the second.
    pub at: Timestamp,
}

/// The backups of the workbook at `path`, newest first. The workbook itself need not be there.
///
/// # Errors
/// `io` when the folder is there and cannot be read.
pub fn kept(path: &Path, places: &Places) -> Result<Vec<Kept>, StoreError> {
    let folder = folder(path, places);
    let entries = match std::fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(StoreError::io("reading", &folder, error)),
    };
    let mut all = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| StoreError::io("reading", &folder, error))?;
        all.extend(read(&entry.path()));
    }
    all.sort_by_key(|kept| std::cmp::Reverse(kept.sequence));
    Ok(all)
}

/// The backup to be made next. Makes the folder for it.
pub(crate) fn next(path: &Path, places: &Places) -> Result<Kept, StoreError> {
    let folder = folder(path, places);
    std::fs::create_dir_all(&folder).map_err(|error| StoreError::io("making", &folder, error))?;
    let sequence = kept(path, places)?
        .first()
        .map_or(1, |newest| newest.sequence + 1);
    let time = places.now.strftime(TIME);
    let path = folder.join(format!("{sequence:06}-{time}.{EXTENSION}"));
    read(&path).ok_or_else(|| {
        let why = "the year of the clock has no four digits".to_owned();
        StoreError::Io {
            doing: "naming a backup".to_owned(),
            source: std::io::Error::other(why),
        }
    })
}

/// What a file's name says of it; none for files that are no backups.
fn read(path: &Path) -> Option<Kept> {
    if path.extension()? != EXTENSION {
        return None;
    }
    let (sequence, time) = path.file_stem()?.to_str()?.split_once('-')?;
    let time = jiff::civil::DateTime::strptime(TIME, time).ok()?;
    let at = time.to_zoned_datetime(TimeZone::UTC).ok()?.timestamp();
    Some(Kept {
        path: path.to_owned(),
        sequence: sequence.parse().ok()?,
        at,
    })
}

/// The folder for the backups of one workbook.
fn folder(path: &Path, places: &Places) -> PathBuf {
    let full = full(path);
    let hash = blake3::hash(full.as_os_str().as_encoded_bytes()).to_hex();
    let stem = full.file_stem().unwrap_or_default().to_string_lossy();
    let plain: String = stem
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '))
        .take(40)
        .collect();
    let hash: String = hash.chars().take(16).collect();
    places.backups.join(format!("{}-{hash}", plain.trim()))
}

/// The full name of a file that may be gone.
fn full(path: &Path) -> PathBuf {
    if let Ok(full) = path.canonicalize() {
        return full;
    }
    match (placing::folder(path).canonicalize(), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}
