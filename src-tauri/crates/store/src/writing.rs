//! Who writes to a workbook. Beside it stands a small file with a lock of the system's on it: a
//! window holds it alone for as long as it has the workbook open, commands share it for as long as
//! they take. The system lets go of the lock when its process ends, however it ends, so what a dead
//! one leaves behind keeps nobody out.
//!
//! SQLite's own locks keep the file sound whoever writes. This one is for people: it says who has
//! the workbook before two of them change it side by side.

mod holder;
mod lock;

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use jiff::Timestamp;

pub use holder::{Hand, Holder, machine};

use holder::{leave_note, note_in, note_of};
use lock::{Refused, attempt, is_at, lock_of};

use crate::error::StoreError;

/// How long one waits for commands to end. A window is not waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// How often is looked whether they have.
const PAUSE: Duration = Duration::from_millis(40);

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

#[cfg(test)]
mod tests;
