//! One window, one writer: what to do with a workbook that somebody else has open.

use std::sync::Arc;

use tauri::AppHandle;
use workbench::{Access, BookView, Error, FilePlace, Glance};

use super::at_work;
use super::book::shown;
use crate::session::{Shared, with_book};

/// Opens the workbook that was asked for last and is held by somebody else: to read it only, or
/// once more to edit it.
///
/// # Errors
/// `held` while somebody else edits it, `wrong_state` when none was asked for.
#[tauri::command]
#[specta::specta]
pub async fn open_asked(
    app: AppHandle,
    session: Shared<'_>,
    read_only: bool,
) -> Result<Option<BookView>, Error> {
    let session = Arc::clone(&session);
    at_work(move || {
        let access = if read_only {
            Access::Read
        } else {
            Access::Write
        };
        session.open_asked(access)?;
        shown(&app, &session)
    })
    .await
}

/// Opens the workbook in view once more, now to edit it.
///
/// # Errors
/// `held` while somebody else edits it; it then stays open to be read.
#[tauri::command]
#[specta::specta]
pub async fn edit_now(app: AppHandle, session: Shared<'_>) -> Result<Option<BookView>, Error> {
    let session = Arc::clone(&session);
    at_work(move || {
        session.edit_now()?;
        shown(&app, &session)
    })
    .await
}

/// A look at the workbook from beside it: whether it changed, and who has it open.
///
/// # Errors
/// When the workbook cannot be read.
#[tauri::command]
#[specta::specta]
pub async fn glance(session: Shared<'_>) -> Result<Option<Glance>, Error> {
    let session = Arc::clone(&session);
    at_work(move || {
        session
            .book()
            .as_mut()
            .map(|book| book.glance())
            .transpose()
    })
    .await
}

/// Where the workbook lies, when that asks for care and was not said yet.
///
/// # Errors
/// When no workbook is open.
#[tauri::command]
#[specta::specta]
pub async fn place(session: Shared<'_>) -> Result<Option<FilePlace>, Error> {
    with_book(&session, |book| Ok(book.place_to_tell())).await
}

/// The person has read where the workbook lies.
///
/// # Errors
/// When that cannot be written down.
#[tauri::command]
#[specta::specta]
pub async fn told_place(session: Shared<'_>) -> Result<(), Error> {
    with_book(&session, |book| book.told_place()).await
}
