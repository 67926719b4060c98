//! Changing the workbook. Each command says which opening of which workbook it is meant for, and
//! gives back the whole of it, as it then stands.

use serde::Deserialize;
use serde_json::Value;
use specta::Type;
use workbench::{Accepted, BookView, Error};

use crate::session::{Shared, with_book_of};

/// A partial chain document. What may stand in it is checked where it is laid over the workbook,
/// which names the place of what cannot stand.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(transparent)]
pub struct Patch(#[specta(type = specta_typescript::Unknown)] Value);

/// Lays a partial chain document over the workbook: one undo step, or one for all edits of a burst
/// of typing.
///
/// # Errors
/// `bad_document` with the path of what cannot stand, `wrong_state` when another workbook is open
/// by now; the workbook is left as it was.
#[tauri::command]
#[specta::specta]
pub async fn edit(
    session: Shared<'_>,
    opening: u32,
    patch: Patch,
    burst: Option<String>,
) -> Result<BookView, Error> {
    with_book_of(&session, opening, move |book| {
        match burst {
            Some(burst) => book.edit_typed(patch.0, &burst)?,
            None => book.edit(patch.0)?,
        }
        book.view()
    })
    .await
}

/// Makes a segment the primary one.
///
/// # Errors
/// `wrong_state` when another one is primary and no reason is given.
#[tauri::command]
#[specta::specta]
pub async fn promote(
    session: Shared<'_>,
    opening: u32,
    segment: String,
    reason: String,
) -> Result<BookView, Error> {
    with_book_of(&session, opening, move |book| {
        book.promote(&segment, &reason)?;
        book.view()
    })
    .await
}

/// Keeps a segment's positioning as a numbered version and starts the next one from it.
///
/// # Errors
/// `not_found` when there is no such segment.
#[tauri::command]
#[specta::specta]
pub async fn new_version(
    session: Shared<'_>,
    opening: u32,
    segment: String,
    reason: String,
) -> Result<BookView, Error> {
    with_book_of(&session, opening, move |book| {
        book.new_version(&segment, &reason)?;
        book.view()
    })
    .await
}

/// Adds metrics that an import proposed.
///
/// # Errors
/// `bad_document` when one does not fit its dataset.
#[tauri::command]
#[specta::specta]
pub async fn accept_metrics(
    session: Shared<'_>,
    opening: u32,
    dataset: String,
    accepted: Vec<Accepted>,
) -> Result<BookView, Error> {
    with_book_of(&session, opening, move |book| {
        book.accept_metrics(&dataset, &accepted)?;
        book.view()
    })
    .await
}
