//! Who writes to a workbook. Beside it stands a small file with a lock of the system's on it: a
//! window holds it alone for as long as it has the workbook open, commands share it for as long as
//! they take. The system lets go of the lock when its process ends, however it ends, so what a dead
//! one leaves behind keeps nobody out.
//!
//! SQLite's own locks keep the file sound whoever writes. This one is for people: it says who has
//! the workbook before two of them change it side by side.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::places::written;

/// How long one waits for commands to end. A window is not waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// How often is looked whether they have.
const PAUSE: Duration = Duration::from_millis(40);

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
    fn unknown(hand: Hand) -> Self {
        Self {
            hand,
            name: String::new(),
            machine: String::new(),
            since: String::new(),
        }
    }
}

/// Who wants to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimant {
    /// What opens the workbook.
    pub hand: Hand,
    /// The person's name; may be empty.
    pub name: String,
    /// The moment.
    pub at: Timestamp,
}

/// The right to write to a workbook. Given back when dropped.
#[derive(Debug)]
pub struct Claim {
    lock: PathBuf,
    /// Who seems to have the workbook open on another computer: their note was there, without a
    /// lock that reaches here.
    elsewhere: Option<Holder>,
}

/// A lock of this process.
struct Held {
    lock: PathBuf,
    file: File,
    /// Whether nobody else can have it.
    alone: bool,
    times: usize,
}

/// One process holds a workbook once, however often it has it open: the system's lock would keep a
/// process out of its own.
static HELD: Mutex<Vec<Held>> = Mutex::new(Vec::new());

fn all_held() -> MutexGuard<'static, Vec<Held>> {
    // The list is whole after every step, so a panic elsewhere has not spoiled it.
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Claim {
    /// Takes the right to write to the workbook at `path`, before it is opened. What is no file is
    /// not claimed: opening it says what it is.
    ///
    /// # Errors
    /// [`StoreError::Held`] with who has it.
    pub fn take(path: &Path, claimant: &Claimant) -> Result<Self, StoreError> {
        let Some(lock) = lock_of(path) else {
            return Ok(Self::nothing());
        };
        let mut held = all_held();
        if let Some(ours) = held.iter_mut().find(|held| held.lock == lock) {
            ours.times += 1;
            return Ok(Self {
                lock,
                elsewhere: None,
            });
        }
        let began = Instant::now();
        let file = loop {
            match attempt(&lock, claimant.hand) {
                Ok(file) => break file,
                Err(Refused::Without) => {
                    // A place that knows no locks has no second opener either, as far as anybody
                    // can tell; SQLite says the rest.
                    return Ok(Self::nothing());
                }
                Err(Refused::By(holder)) => {
                    if holder.hand == Hand::Window || began.elapsed() > PATIENCE {
                        return Err(StoreError::Held {
                            path: path.to_owned(),
                            holder,
                        });
                    }
                    std::thread::sleep(PAUSE);
                }
            }
        };
        let machine = machine();
        let before = note_in(&lock).filter(|note| !note.machine.is_empty());
        leave_note(&lock, &file, claimant, &machine);
        held.push(Held {
            lock: lock.clone(),
            file,
            alone: claimant.hand == Hand::Window,
            times: 1,
        });
        Ok(Self {
            lock,
            elsewhere: before.filter(|note| note.machine != machine && note.hand == Hand::Window),
        })
    }

    fn nothing() -> Self {
        Self {
            lock: PathBuf::new(),
            elsewhere: None,
        }
    }

    /// Who seems to have the workbook open on another computer.
    pub fn elsewhere(&self) -> Option<&Holder> {
        self.elsewhere.as_ref()
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        let mut all = all_held();
        let Some(at) = all.iter().position(|held| held.lock == self.lock) else {
            return;
        };
        all[at].times = all[at].times.saturating_sub(1);
        if all[at].times > 0 {
            return;
        }
        let held = all.swap_remove(at);
        // The last one out takes the file away, and only while nobody else can be in.
        let alone = held.alone || (held.file.unlock().is_ok() && held.file.try_lock().is_ok());
        if alone && is_at(&held.file, &held.lock) {
            for file in [note_of(&held.lock), held.lock] {
                let _ = std::fs::remove_file(file);
            }
        }
    }
}

/// The window that has the workbook at `path` open now, in any process. Takes nothing.
pub fn holder(path: &Path) -> Option<Holder> {
    let lock = lock_of(path)?;
    if all_held().iter().any(|held| held.lock == lock) {
        return None;
    }
    let file = File::open(&lock).ok()?;
    match file.try_lock_shared() {
        Err(TryLockError::WouldBlock) => {
            Some(note_in(&lock).unwrap_or_else(|| Holder::unknown(Hand::Window)))
        }
        _ => None,
    }
}

/// Why a lock was not given.
enum Refused {
    By(Holder),
    Without,
}

/// Tries once to get the lock.
fn attempt(lock: &Path, hand: Hand) -> Result<File, Refused> {
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
fn lock_of(path: &Path) -> Option<PathBuf> {
    let path = path.canonicalize().ok().filter(|path| path.is_file())?;
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name()?);
    name.push(".lock");
    Some(path.with_file_name(name))
}

/// Where it is written who holds it: on Windows a locked file cannot be read.
fn note_of(lock: &Path) -> PathBuf {
    if cfg!(windows) {
        lock.with_extension("holder")
    } else {
        lock.to_owned()
    }
}

fn note_in(lock: &Path) -> Option<Holder> {
    let mut text = Vec::new();
    let file = File::open(note_of(lock)).ok()?;
    file.take(MOST_BYTES).read_to_end(&mut text).ok()?;
    serde_json::from_slice(&text).ok()
}

/// Says who holds it. Nobody is kept from working because it could not be written.
fn leave_note(lock: &Path, file: &File, claimant: &Claimant, machine: &str) {
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

/// Whether the open file is still the one of that name.
#[cfg(unix)]
fn is_at(file: &File, lock: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), std::fs::metadata(lock)) {
        (Ok(open), Ok(named)) => (open.dev(), open.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

/// On Windows a file that is open keeps its name.
#[cfg(not(unix))]
fn is_at(_: &File, lock: &Path) -> bool {
    lock.exists()
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

#[cfg(test)]
mod tests {
    use super::*;

    struct Bed {
        folder: tempfile::TempDir,
    }

    impl Bed {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join("a.throughline"), b"bytes").unwrap();
            Self { folder }
        }

        fn book(&self) -> PathBuf {
            self.folder.path().join("a.throughline")
        }

        fn lock(&self) -> PathBuf {
            self.folder.path().join(".a.throughline.lock")
        }

        fn take(&self, hand: Hand) -> Result<Claim, StoreError> {
            let claimant = Claimant {
                hand,
                name: "Ann".into(),
                at: "2026-11-25T09:12:00Z".parse().unwrap(),
            };
            Claim::take(&self.book(), &claimant)
        }

        /// Another process with the workbook open: its own handle of the file, locked.
        fn other(&self, hand: Hand) -> File {
            let file = File::create(self.lock()).unwrap();
            match hand {
                Hand::Window => file.lock().unwrap(),
                Hand::Command => file.lock_shared().unwrap(),
            }
            let note = r#"{"hand":"window","name":"Bo","machine":"desk-7","since":"2026-11-25T08:00:00.000Z"}"#;
            (&file).write_all(note.as_bytes()).unwrap();
            file
        }

        fn names(&self) -> usize {
            std::fs::read_dir(self.folder.path()).unwrap().count()
        }
    }

    #[test]
    fn a_claim_leaves_a_note_while_it_lasts_and_nothing_after_it() {
        let bed = Bed::new();
        let one = bed.take(Hand::Window).unwrap();
        let two = bed.take(Hand::Window).unwrap();
        let note = note_in(&bed.lock()).unwrap();
        assert_eq!((note.hand, note.name.as_str()), (Hand::Window, "Ann"));
        assert_eq!(note.since, "2026-11-25T09:12:00.000Z");
        drop(one);
        assert!(File::open(bed.lock()).unwrap().try_lock_shared().is_err());
        drop(two);
        assert_eq!(bed.names(), 1, "the workbook alone");
    }

    #[test]
    fn a_window_keeps_windows_and_commands_out_and_says_who_it_is() {
        let bed = Bed::new();
        let other = bed.other(Hand::Window);
        for hand in [Hand::Window, Hand::Command] {
            let StoreError::Held { holder, .. } = bed.take(hand).unwrap_err() else {
                panic!("it is held");
            };
            assert_eq!(
                (holder.name.as_str(), holder.machine.as_str()),
                ("Bo", "desk-7")
            );
        }
        assert_eq!(holder(&bed.book()).unwrap().name, "Bo");
        drop(other);
        assert_eq!(holder(&bed.book()), None, "its note alone holds nothing");
        assert!(bed.take(Hand::Window).is_ok());
    }

    #[test]
    fn commands_share_and_a_window_waits_for_one_that_ends() {
        let bed = Bed::new();
        let other = bed.other(Hand::Command);
        drop(bed.take(Hand::Command).unwrap());
        assert!(bed.lock().exists(), "the other one still holds it");
        assert_eq!(holder(&bed.book()), None, "no window does");
        let ends = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(200));
            drop(other);
        });
        let window = bed.take(Hand::Window);
        ends.join().unwrap();
        assert!(window.is_ok(), "{window:?}");
    }

    #[test]
    fn a_window_is_told_of_a_command_that_does_not_end() {
        let bed = Bed::new();
        let _other = bed.other(Hand::Command);
        let StoreError::Held { holder, .. } = bed.take(Hand::Window).unwrap_err() else {
            panic!("it is held");
        };
        assert_eq!(holder.hand, Hand::Command);
    }

    #[test]
    fn the_note_of_another_computer_without_its_lock_is_said_and_keeps_nobody_out() {
        let bed = Bed::new();
        drop(bed.other(Hand::Window));
        let claim = bed.take(Hand::Window).unwrap();
        let elsewhere = claim.elsewhere().unwrap();
        assert_eq!(elsewhere.machine, "desk-7");
    }

    #[test]
    fn what_is_no_note_is_written_over() {
        let bed = Bed::new();
        std::fs::write(bed.lock(), vec![b'x'; 100_000]).unwrap();
        let claim = bed.take(Hand::Window).unwrap();
        assert_eq!(claim.elsewhere(), None);
        assert_eq!(note_in(&bed.lock()).unwrap().name, "Ann");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_under_the_locks_name_is_left_alone() {
        let bed = Bed::new();
        let precious = bed.folder.path().join("precious");
        std::fs::write(&precious, b"precious").unwrap();
        std::os::unix::fs::symlink(&precious, bed.lock()).unwrap();
        drop(bed.take(Hand::Window).unwrap());
        assert_eq!(std::fs::read(&precious).unwrap(), b"precious");
        assert!(bed.lock().is_symlink());
    }

    #[test]
    fn what_is_no_file_is_not_claimed() {
        let folder = tempfile::tempdir().unwrap();
        let claimant = Claimant {
            hand: Hand::Window,
            name: String::new(),
            at: Timestamp::UNIX_EPOCH,
        };
        for none in [folder.path().to_owned(), folder.path().join("gone")] {
            assert!(Claim::take(&none, &claimant).is_ok());
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
