//! Who has a workbook open, and the note that says so.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Claimant;
use crate::places::written;

/// More than this is no note of ours.
const MOST_BYTES: u64 = 4096;

/// What has a workbook open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hand {
    /// A window, until somebody closes it.
    Window,
    /// A command, which ends by itself.
    Command,
}

/// Who has a workbook open for writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// What has it open.
    pub hand: Hand,
    /// The person's name; may be empty.
    pub name: String,
    /// The computer's name; may be empty.
    pub machine: String,
    /// Since when, as an ISO moment in UTC; empty when it is not known.
    pub since: String,
}

impl Holder {
    /// Someone who left no note.
    pub(super) fn unknown(hand: Hand) -> Self {
        Self {
            hand,
            name: String::new(),
            machine: String::new(),
            since: String::new(),
        }
    }
}

/// Where it is written who holds it: on Windows a locked file cannot be read.
pub(super) fn note_of(lock: &Path) -> PathBuf {
    if cfg!(windows) {
        lock.with_extension("holder")
    } else {
        lock.to_owned()
    }
}

pub(super) fn note_in(lock: &Path) -> Option<Holder> {
    let mut text = Vec::new();
    let file = File::open(note_of(lock)).ok()?;
    file.take(MOST_BYTES).read_to_end(&mut text).ok()?;
    serde_json::from_slice(&text).ok()
}

/// Says who holds it. Nobody is kept from working because it could not be written.
pub(super) fn leave_note(lock: &Path, file: &File, claimant: &Claimant, machine: &str) {
    let note = Holder {
        hand: claimant.hand,
        name: claimant.name.clone(),
        machine: machine.to_owned(),
        since: written(claimant.at),
    };
    let Ok(text) = serde_json::to_vec(&note) else {
        return;
    };
    let _ = if cfg!(windows) {
        std::fs::write(note_of(lock), text)
    } else {
        let mut file = file;
        file.set_len(0)
            .and_then(|()| file.seek(SeekFrom::Start(0)))
            .and_then(|_| file.write_all(&text))
    };
}

/// What the computer is called among others.
pub fn machine() -> String {
    let named = if cfg!(target_os = "linux") {
        std::fs::read_to_string("/proc/sys/kernel/hostname").ok()
    } else if cfg!(windows) {
        std::env::var("COMPUTERNAME").ok()
    } else {
        let said = std::process::Command::new("hostname").arg("-s").output();
        said.ok()
            .and_then(|said| String::from_utf8(said.stdout).ok())
    };
    named.unwrap_or_default().trim().to_owned()
}
