//! What the window holds between two commands: the open workbook, the chosen table, and the long
//! work in hand.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tauri::State;
use workbench::{Access, Book, Code, Desk, Error};

use crate::commands::at_work;
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

    /// Remembers the table a person chose to import.
    pub fn choose_table(&self, path: PathBuf) {
        *held(&self.table) = Some(path);
    }

    /// The table a person chose.
    ///
    /// # Errors
    /// [`Code::WrongState`] when none was.
    pub fn table(&self) -> Result<PathBuf, Error> {
        held(&self.table).clone().ok_or_else(|| {
            Error::new(
                Code::WrongState,
                "No table was chosen",
                "Choose the file to import first.",
            )
        })
    }

    /// Remembers the file that left last.
    pub fn exported(&self, path: PathBuf) {
        *held(&self.exported) = Some(path);
    }

    /// The file that left last.
    ///
    /// # Errors
    /// [`Code::WrongState`] when none did.
    pub fn last_export(&self) -> Result<PathBuf, Error> {
        held(&self.exported).clone().ok_or_else(|| {
            Error::new(
                Code::WrongState,
                "Nothing was exported yet",
                "Export the brief first.",
            )
        })
    }

    /// The long work in hand.
    pub fn jobs(&self) -> &Jobs {
        &self.jobs
    }

    /// Does `work` on the workbook of that opening, and on no other.
    ///
    /// # Errors
    /// [`Code::NoWorkbook`] when none is open, [`Code::WrongState`] when it is another one; else
    /// what `work` refuses.
    pub fn at<T>(
        &self,
        opening: u32,
        work: impl FnOnce(&mut Book) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut book = self.book();
        let book = book.as_mut().ok_or_else(no_workbook)?;
        if book.session() != opening {
            return Err(Error::new(
                Code::WrongState,
                "Another workbook is open now; the change was meant for the one before",
                "Open that workbook again, and make the change there.",
            ));
        }
        work(book)
    }

    /// How many commands on the workbook have begun since the start.
    pub fn begun(&self) -> u64 {
        self.begun.load(Ordering::Relaxed)
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

/// Does `work` that changes nothing on the open workbook, off the main thread.
///
/// # Errors
/// [`Code::NoWorkbook`] when none is open; else what `work` refuses.
pub async fn with_book<T: Send + 'static>(
    session: &Shared<'_>,
    work: impl FnOnce(&mut Book) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let session = Arc::clone(session);
    session.begun.fetch_add(1, Ordering::Relaxed);
    at_work(move || work(session.book().as_mut().ok_or_else(no_workbook)?)).await
}

/// Does `work` on the workbook of that opening, off the main thread: what a command that changes the
/// workbook does, with the number that the page read beside what it changes.
///
/// # Errors
/// As [`Session::at`].
pub async fn with_book_of<T: Send + 'static>(
    session: &Shared<'_>,
    opening: u32,
    work: impl FnOnce(&mut Book) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let session = Arc::clone(session);
    session.begun.fetch_add(1, Ordering::Relaxed);
    at_work(move || session.at(opening, work)).await
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
mod tests {
    use super::*;

    #[test]
    fn a_workbook_that_does_not_open_is_told_once_and_leaves_the_window_alive() {
        let folder = tempfile::tempdir().unwrap();
        let session = at(folder.path());
        session.open_first(&folder.path().join("gone.throughline"));
        let refused = session.take_refused().unwrap();
        assert_eq!(refused.code, Code::FileMissing);
        assert!(!refused.fix.is_empty(), "the window can say what to do");
        assert_eq!(
            session.take_refused(),
            None,
            "a reload does not tell it again"
        );
        assert!(session.book().is_none());
    }

    #[test]
    fn a_workbook_that_does_not_open_leaves_the_open_one_open() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("one.throughline");
        drop(Book::create(&path, desk(folder.path())).unwrap());
        let session = at(folder.path());
        session.open(&path).unwrap();
        session
            .open(&folder.path().join("gone.throughline"))
            .unwrap_err();
        let open = session.book().as_ref().map(Book::file_name);
        assert_eq!(open.as_deref(), Some("one.throughline"));
    }

    #[test]
    fn a_workbook_held_elsewhere_is_opened_to_read_and_edited_when_it_is_free() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("one.throughline");
        drop(Book::create(&path, desk(folder.path())).unwrap());
        // Another process: its own handle, locked.
        let lock = folder.path().join(".one.throughline.lock");
        let other = std::fs::File::create(&lock).unwrap();
        other.lock().unwrap();
        let session = at(folder.path());
        assert_eq!(session.open(&path).unwrap_err().code, Code::Held);
        assert!(session.book().is_none(), "the person chooses");
        session.open_asked(Access::Read).unwrap();
        let glance = |session: &Session| session.book().as_mut().unwrap().glance().unwrap();
        assert!(glance(&session).held.is_some());
        assert_eq!(session.edit_now().unwrap_err().code, Code::Held);
        assert!(session.book().as_mut().unwrap().view().unwrap().read_only);
        drop(other);
        assert_eq!(glance(&session).held, None);
        session.edit_now().unwrap();
        assert!(!session.book().as_mut().unwrap().view().unwrap().read_only);
    }

    #[test]
    fn what_was_opened_is_in_the_list_of_recent_workbooks_with_its_line_at_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let session = at(folder.path());
        let path = folder.path().join("one.throughline");
        session.put(Book::create(&path, desk(folder.path())).unwrap());
        assert!(session.desk().recents().books[0].links.is_empty());
        let edit = serde_json::json!({"throughline": 1, "segments": [{"id": "hr"}]});
        session.book().as_mut().unwrap().edit(edit).unwrap();
        session.close();
        let listed = session.desk().recents().books;
        assert_eq!(listed.len(), 1);
        assert_eq!(listed[0].links.len(), 6, "as it stood when it was closed");
    }

    #[test]
    fn closing_forgets_the_workbook_and_the_chosen_table() {
        let folder = tempfile::tempdir().unwrap();
        let session = at(folder.path());
        session.choose_table("/tmp/table.csv".into());
        let reading = session.jobs().begin(1);
        session.close();
        assert_eq!(session.table().unwrap_err().code, Code::WrongState);
        assert!(reading.is_stopped(), "work in hand is asked to stop");
        assert!(
            !session.jobs().begin(2).is_stopped(),
            "the next import is not stopped by an old request"
        );
    }

    #[test]
    fn a_change_meant_for_one_workbook_never_lands_in_another() {
        let folder = tempfile::tempdir().unwrap();
        let session = at(folder.path());
        let mut openings = Vec::new();
        for name in ["one.throughline", "two.throughline"] {
            let path = folder.path().join(name);
            drop(Book::create(&path, desk(folder.path())).unwrap());
            session.open(&path).unwrap();
            openings.extend(
                session
                    .book()
                    .as_mut()
                    .map(|book| book.view().unwrap().session),
            );
        }
        let [one, two] = openings.as_slice() else {
            panic!("both were opened");
        };
        let name = |opening: u32| {
            session.at(opening, |book| {
                book.edit(serde_json::json!({"throughline": 1, "offering": {"name": "Mine"}}))
            })
        };
        let refused = name(*one).unwrap_err();
        assert_eq!(refused.code, Code::WrongState);
        assert!(!refused.fix.is_empty());
        let written = |session: &Session| {
            let mut book = session.book();
            book.as_mut().unwrap().log().unwrap().changes.len()
        };
        assert_eq!(written(&session), 0, "the second one is as it was");
        name(*two).unwrap();
        assert_eq!(written(&session), 1);
        session
            .open(&folder.path().join("one.throughline"))
            .unwrap();
        assert_eq!(
            name(*one).unwrap_err().code,
            Code::WrongState,
            "opened again, it may have changed: what was seen before is of another opening"
        );
        session.close();
        assert_eq!(name(*one).unwrap_err().code, Code::NoWorkbook);
    }

    fn at(folder: &Path) -> Session {
        let folder = folder.to_owned();
        Session::of(move || desk(&folder))
    }

    fn desk(folder: &Path) -> Desk {
        Desk {
            author: "Ann".into(),
            data: folder.join("data"),
            hand: workbench::Hand::Window,
        }
    }
}
