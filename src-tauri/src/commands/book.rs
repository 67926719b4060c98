//! Starting, opening and closing a workbook.

use std::path::Path;
use std::sync::Arc;

use tauri::AppHandle;
use workbench::{Book, BookView, Error, Sample, SampleCard, Template, sample_in, samples_folder};

use super::at_work;
use crate::dialogs::{Wanted, dialogs};
use crate::session::{Session, Shared};
use crate::window;

const NEW: Wanted = Wanted {
    title: "New workbook",
    kind: "Throughline workbooks",
    endings: &["throughline"],
};

const OPEN: Wanted = Wanted {
    title: "Open a workbook",
    ..NEW
};

/// The name a new workbook is proposed under.
const PROPOSED: &str = "New workbook.throughline";

/// The open workbook; null when none is.
///
/// # Errors
/// Once, what kept the workbook the program was started with from opening.
#[tauri::command]
#[specta::specta]
pub async fn book(session: Shared<'_>) -> Result<Option<BookView>, Error> {
    let session = Arc::clone(&session);
    at_work(move || match session.take_refused() {
        Some(refused) => Err(refused),
        None => session.book().as_mut().map(Book::view).transpose(),
    })
    .await
}

/// Asks where, and makes a workbook from a template there; null when cancelled.
///
/// # Errors
/// When something stands there already, or the folder does not take it.
#[tauri::command]
#[specta::specta]
pub async fn new_book(
    app: AppHandle,
    session: Shared<'_>,
    template: Template,
) -> Result<Option<BookView>, Error> {
    let session = Arc::clone(&session);
    at_work(move || {
        let Some(path) = dialogs(&app).save(NEW, PROPOSED)? else {
            return Ok(None);
        };
        let made = Book::create_from(&path, template, session.desk())?;
        session.put(made);
        shown(&app, &session)
    })
    .await
}

/// The samples as they are offered.
///
/// # Errors
/// When the program itself is at fault.
#[tauri::command]
#[specta::specta]
pub async fn samples() -> Result<Vec<SampleCard>, Error> {
    Ok(workbench::samples())
}

/// Makes a fresh copy of a sample in the app's own folder and opens it, without a question.
///
/// # Errors
/// When the folder does not take it; the workbook that is open stays open.
#[tauri::command]
#[specta::specta]
pub async fn sample_book(
    app: AppHandle,
    session: Shared<'_>,
    sample: Sample,
) -> Result<Option<BookView>, Error> {
    let session = Arc::clone(&session);
    at_work(move || {
        let made = sample_in(&samples_folder(), sample, &session.desk())?;
        session.put(made);
        shown(&app, &session)
    })
    .await
}

/// Asks which, and opens that workbook; null when cancelled.
///
/// # Errors
/// What keeps it from being opened; the file is left as it is.
#[tauri::command]
#[specta::specta]
pub async fn open_book(app: AppHandle, session: Shared<'_>) -> Result<Option<BookView>, Error> {
    let session = Arc::clone(&session);
    at_work(move || {
        let Some(path) = dialogs(&app).open(OPEN)? else {
            return Ok(None);
        };
        open_at(&app, &session, &path)
    })
    .await
}

/// Closes the open workbook. Nothing is lost: every edit was saved when it was made.
///
/// # Errors
/// When the program itself is at fault.
#[tauri::command]
#[specta::specta]
pub async fn close_book(app: AppHandle, session: Shared<'_>) -> Result<(), Error> {
    let session = Arc::clone(&session);
    at_work(move || {
        session.close();
        window::call(&app, None);
        Ok(())
    })
    .await
}

/// Opens the workbook at `path` and names the window after it.
///
/// # Errors
/// What keeps it from being opened.
pub fn open_at(app: &AppHandle, session: &Session, path: &Path) -> Result<Option<BookView>, Error> {
    session.open(path)?;
    shown(app, session)
}

/// The workbook as it now stands in the window, which is named after it.
///
/// # Errors
/// When it cannot be read.
pub fn shown(app: &AppHandle, session: &Session) -> Result<Option<BookView>, Error> {
    let view = session.book().as_mut().map(Book::view).transpose()?;
    window::call(app, view.as_ref().map(|view| view.file_name.as_str()));
    Ok(view)
}
