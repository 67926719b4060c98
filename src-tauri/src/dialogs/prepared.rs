//! Answers prepared in a file, for tests in the real window: WebDriver cannot see the system's
//! dialogs. Compiled only with the Cargo feature `e2e`, which is never shipped.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Dialogs, Wanted, with_ending};
use crate::refusal::Refusal;

/// Names the file with the answers: one line for each dialog in turn, empty for "cancelled".
const VARIABLE: &str = "THROUGHLINE_DIALOG_ANSWERS";

/// How many dialogs have been answered in this process.
static ANSWERED: AtomicUsize = AtomicUsize::new(0);

/// Answers from the file named in the environment.
pub struct Prepared;

impl Prepared {
    pub fn new(_app: &tauri::AppHandle) -> Self {
        Self
    }

    fn answer(wanted: Wanted) -> Result<Option<PathBuf>, Refusal> {
        let unprepared = || {
            Refusal::new(
                "dialog_unprepared",
                format!("No answer is prepared for the dialog \"{}\".", wanted.title),
                format!("Add a line to the file named in {VARIABLE}."),
            )
        };
        let file = std::env::var_os(VARIABLE).ok_or_else(unprepared)?;
        let answers = std::fs::read_to_string(file).map_err(|_| unprepared())?;
        let turn = ANSWERED.fetch_add(1, Ordering::SeqCst);
        let line = answers.lines().nth(turn).ok_or_else(unprepared)?;
        Ok((!line.is_empty()).then(|| PathBuf::from(line)))
    }
}

impl Dialogs for Prepared {
    fn open(&self, wanted: Wanted) -> Result<Option<PathBuf>, Refusal> {
        Self::answer(wanted)
    }

    fn save(&self, wanted: Wanted, _file_name: &str) -> Result<Option<PathBuf>, Refusal> {
        Ok(Self::answer(wanted)?.map(|path| with_ending(path, wanted)))
    }
}
