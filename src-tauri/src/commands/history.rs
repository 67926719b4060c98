//! What was done, taking it back and bringing it back.

use workbench::{BookView, Error, Log};

use crate::session::{Shared, with_book, with_book_of};

/// Everything that was done, oldest first.
///
/// # Errors
/// When the workbook cannot be read.
#[tauri::command]
#[specta::specta]
pub async fn log(session: Shared<'_>) -> Result<Log, Error> {
    with_book(&session, |book| book.log()).await
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
