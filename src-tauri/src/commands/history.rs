//! What was done, taking it back and bringing it back.

use workbench::{BookView, Error, LogPage, Return, Told};

use crate::session::{Shared, with_book, with_book_of};

/// A page of what was done, newest first: at most `limit` entries below the number `before`.
///
/// # Errors
/// When the workbook cannot be read.
#[tauri::command]
#[specta::specta]
pub async fn history(
    session: Shared<'_>,
    before: Option<u32>,
    limit: u32,
) -> Result<LogPage, Error> {
    with_book(&session, move |book| book.log_page(before, limit)).await
}

/// An entry of the history with what it did.
///
/// # Errors
/// `not_found` when there is no such entry.
#[tauri::command]
#[specta::specta]
pub async fn told(session: Shared<'_>, seq: u32) -> Result<Told, Error> {
    with_book(&session, move |book| book.told(seq)).await
}

/// What going back to after the change `seq` would do; 0 is before the first.
///
/// # Errors
/// `not_found` when there is no such entry.
#[tauri::command]
#[specta::specta]
pub async fn preview_return(session: Shared<'_>, seq: u32) -> Result<Return, Error> {
    with_book(&session, move |book| book.preview_return(seq)).await
}

/// Makes the workbook say what it said after the change `seq`, by one new change.
///
/// # Errors
/// `wrong_state` when the workbook says that already or a table's rows are not kept any more.
#[tauri::command]
#[specta::specta]
pub async fn return_to(session: Shared<'_>, opening: u32, seq: u32) -> Result<BookView, Error> {
    with_book_of(&session, opening, move |book| {
        book.return_to(seq)?;
        book.view()
    })
    .await
}

/// Gives the workbook as it stands a name.
///
/// # Errors
/// `bad_document` for a blank or long name, `wrong_state` for one that is taken.
#[tauri::command]
#[specta::specta]
pub async fn snapshot(session: Shared<'_>, opening: u32, name: String) -> Result<(), Error> {
    with_book_of(&session, opening, move |book| {
        book.snapshot(&name).map(|_| ())
    })
    .await
}

/// Takes a snapshot's name away.
///
/// # Errors
/// `not_found` when there is no such snapshot.
#[tauri::command]
#[specta::specta]
pub async fn remove_snapshot(session: Shared<'_>, opening: u32, name: String) -> Result<(), Error> {
    with_book_of(&session, opening, move |book| book.remove_snapshot(&name)).await
}

/// Takes the last change back.
///
/// # Errors
/// `nothing_to_undo` when nothing is left.
#[tauri::command]
#[specta::specta]
pub async fn undo(session: Shared<'_>, opening: u32) -> Result<BookView, Error> {
    with_book_of(&session, opening, |book| {
        book.undo()?;
        book.view()
    })
    .await
}

/// Brings the last undone change back.
///
/// # Errors
/// `nothing_to_redo` when nothing was undone since the last change.
#[tauri::command]
#[specta::specta]
pub async fn redo(session: Shared<'_>, opening: u32) -> Result<BookView, Error> {
    with_book_of(&session, opening, |book| {
        book.redo()?;
        book.view()
    })
    .await
}
