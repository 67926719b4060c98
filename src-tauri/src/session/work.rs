//! Work on the open workbook: under its lock, and off the main thread.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use workbench::{Book, Code, Error};

use super::{Session, Shared, no_workbook};
use crate::commands::at_work;

impl Session {
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
