//! Changing the workbook. Each command gives back the whole of it, as it then stands.

use serde::Deserialize;
use serde_json::Value;
use specta::Type;
use workbench::{Accepted, BookView, Error};

use crate::session::{Shared, with_book};

/// A partial chain document. What may stand in it is checked where it is laid over the workbook,
/// which names the place of what cannot stand.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(transparent)]
pub struct Patch(#[specta(type = specta_typescript::Unknown)] Value);

/// Lays a partial chain document over the workbook: one undo step.
///
/// # Errors
/// `bad_document` with the path of what cannot stand; the workbook is left as it was.
#[tauri::command]
#[specta::specta]
pub async fn edit(session: Shared<'_>, patch: Patch) -> Result<BookView, Error> {
    with_book(&session, move |book| {
        book.edit(patch.0)?;
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
    segment: String,
    reason: String,
) -> Result<BookView, Error> {
    with_book(&session, move |book| {
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
    segment: String,
    reason: String,
) -> Result<BookView, Error> {
    with_book(&session, move |book| {
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
    dataset: String,
    accepted: Vec<Accepted>,
) -> Result<BookView, Error> {
    with_book(&session, move |book| {
        book.accept_metrics(&dataset, &accepted)?;
        book.view()
    })
    .await
}
