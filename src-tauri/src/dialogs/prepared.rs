//! Answers prepared in a file, for tests in the real window: WebDriver cannot see the system's
//! dialogs. Compiled only with the Cargo feature `e2e`, which is never shipped.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use workbench::{Code, Error};

use super::{Dialogs, Wanted, place};

/// Names the file with the answers: one line for each dialog in turn, empty for "cancelled".
const VARIABLE: &str = "THROUGHLINE_DIALOG_ANSWERS";

/// How many dialogs have been answered in this process.
static ANSWERED: AtomicUsize = AtomicUsize::new(0);

/// Answers from a file.
pub struct Prepared {
    file: PathBuf,
}

impl Prepared {
    /// The answers in the file the environment names, if it names one.
    pub fn from_environment() -> Option<Self> {
        std::env::var_os(VARIABLE).map(|file| Self { file: file.into() })
    }

    /// The next line of the file. A dialog nobody prepared for is an error, so that a test
    /// cannot take it for a cancelled one.
    fn answer(&self, wanted: Wanted) -> Result<Option<PathBuf>, Error> {
        let turn = ANSWERED.fetch_add(1, Ordering::SeqCst);
        let answers = std::fs::read_to_string(&self.file).unwrap_or_default();
        match answers.lines().nth(turn) {
            Some("") => Ok(None),
            Some(path) => Ok(Some(path.into())),
            None => Err(Error::new(
                Code::Unexpected,
                format!("No answer is prepared for the dialog \"{}\".", wanted.title),
                "Prepare one line for each dialog of the test.",
            )),
        }
    }
}

impl Dialogs for Prepared {
    fn open(&self, wanted: Wanted) -> Result<Option<PathBuf>, Error> {
        self.answer(wanted)
    }

    fn save(&self, wanted: Wanted, _file_name: &str) -> Result<Option<PathBuf>, Error> {
        self.answer(wanted)?
            .map(|answer| place(answer, wanted))
            .transpose()
    }
}
