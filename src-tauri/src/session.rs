//! What the window holds between two commands: the open workbook, the chosen table, and the long
//! work in hand.

mod files;
mod work;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tauri::State;
use workbench::{Access, Book, Code, Desk, Error};

pub use work::{with_book, with_book_of};

use crate::jobs::Jobs;

/// How a command receives the session.
pub type Shared<'a> = State<'a, Arc<Session>>;

/// The state behind the one window.
pub struct Session {
    /// Who works here, asked each time: the settings may have changed.
    desk: Box<dyn Fn() -> Desk + Send + Sync>,
    book: Mutex<Option<Book>>,
    /// What kept the workbook named on the command line from opening; told once.
    refused: Mutex<Option<Error>>,
    /// The workbook that was asked for last and could not be opened for writing.
    asked: Mutex<Option<PathBuf>>,
    table: Mutex<Option<PathBuf>>,
    exported: Mutex<Option<PathBuf>>,
    jobs: Jobs,
    /// How many commands have begun since the start, for whoever waits until no more come.
    begun: AtomicU64,
}

impl Default for Session {
    fn default() -> Self {
        Self::of(Desk::at_window)
    }
}

impl Session {
    /// A session of the person at `desk`.
    pub fn of(desk: impl Fn() -> Desk + Send + Sync + 'static) -> Self {
        Self {
            desk: Box::new(desk),
            book: Mutex::default(),
            refused: Mutex::default(),
            asked: Mutex::default(),
            table: Mutex::default(),
            exported: Mutex::default(),
            jobs: Jobs::default(),
            begun: AtomicU64::default(),
        }
    }

    /// Who works here, and where what is not the workbook is kept.
    pub fn desk(&self) -> Desk {
        (self.desk)()
    }

    /// The open workbook, if there is one. Waits while a command works on it.
    pub fn book(&self) -> MutexGuard<'_, Option<Book>> {
        held(&self.book)
    }

    /// Opens the workbook at `path` in place of the one that is open.
    ///
    /// A workbook that may not be written is opened for reading, and its view says so. One that
    /// somebody else has open is not: the person chooses, see [`Session::open_asked`].
    ///
    /// # Errors
    /// What keeps it from being opened; the one that is open stays open.
    pub fn open(&self, path: &Path) -> Result<(), Error> {
        let opened = match Book::open(path, Access::Write, self.desk()) {
            Err(error) if error.code == Code::ReadOnly => {
                Book::open(path, Access::Read, self.desk())
            }
            opened => opened,
        };
        // What was refused is what the person is asked about.
        *held(&self.asked) = opened.is_err().then(|| path.to_owned());
        self.put(opened?);
        Ok(())
    }

    /// Opens the workbook that was asked for last.
    ///
    /// # Errors
    /// [`Code::WrongState`] when none was, else what keeps it from being opened.
    pub fn open_asked(&self, access: Access) -> Result<(), Error> {
        let asked = held(&self.asked).clone().ok_or_else(no_workbook)?;
        match access {
            Access::Write => self.open(&asked),
            Access::Read => {
                self.put(Book::open(&asked, access, self.desk())?);
                Ok(())
            }
        }
    }

    /// Opens the workbook in view once more, for writing.
    ///
    /// # Errors
    /// What keeps it from being opened; it then stays open as it is.
    pub fn edit_now(&self) -> Result<(), Error> {
        let path = self.book().as_ref().map(|book| book.path().to_owned());
        self.open(&path.ok_or_else(no_workbook)?)
    }

    /// Takes a workbook in place of the one that is open. Both are in the list of recent ones then,
    /// each with its line as it stands.
    pub fn put(&self, opened: Book) {
        // An import that is being read was meant for the other workbook.
        self.jobs.stop_all();
        let mut book = self.book();
        remember(book.as_mut());
        remember(Some(book.insert(opened)));
    }

    /// Whether the open workbook is the one at `path`.
    pub fn is_open_on(&self, path: &Path) -> bool {
        let there = |path: &Path| path.canonicalize().ok();
        let book = self.book();
        book.as_ref()
            .is_some_and(|book| there(path).is_some() && there(book.path()) == there(path))
    }

    /// Opens the workbook the program was started with. What goes wrong is kept until the page
    /// asks for the workbook, so that it is shown and the window lives.
    pub fn open_first(&self, path: &Path) {
        if let Err(error) = self.open(path) {
            *held(&self.refused) = Some(error);
        }
    }

    /// What kept the first workbook from opening, the first time it is asked for.
    pub fn take_refused(&self) -> Option<Error> {
        held(&self.refused).take()
    }

    /// Stops the work in hand, waits for it, and closes the workbook, so that the last connection
    /// leaves one file.
    pub fn close(&self) {
        self.jobs.stop_all();
        let mut book = self.book();
        remember(book.as_mut());
        *book = None;
        drop(book);
        *held(&self.table) = None;
        *held(&self.exported) = None;
    }

    /// The long work in hand.
    pub fn jobs(&self) -> &Jobs {
        &self.jobs
    }
}

/// Puts a workbook into the list of recent ones. The list is a help and no more: that it cannot be
/// written keeps nobody from working.
fn remember(book: Option<&mut Book>) {
    if let Some(book) = book
        && let Err(error) = book.remember()
    {
        log::warn!("The list of recent workbooks: {}", error.code.as_str());
    }
}

/// The error of a command that needs an open workbook.
#[must_use]
pub fn no_workbook() -> Error {
    Error::new(
        Code::NoWorkbook,
        "No workbook is open",
        "Open a workbook, or start a new one.",
    )
}

/// A command that panicked has left its lock behind. What it held is still whole: every write to
/// a workbook is a transaction.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
