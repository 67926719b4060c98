//! The workbooks opened lately. The page knows them by an id; their paths stay here.

use std::sync::Arc;

use tauri::AppHandle;
use workbench::{BookView, Error, RecentList};

use super::{at_work, book::open_at};
use crate::session::Shared;

/// The workbooks opened lately, the last one first.
///
/// # Errors
/// When the program itself is at fault.
#[tauri::command]
#[specta::specta]
pub async fn recents(session: Shared<'_>) -> Result<RecentList, Error> {
    let session = Arc::clone(&session);
    at_work(move || Ok(session.desk().recents())).await
}

/// Opens a workbook of the list.
///
/// # Errors
/// What keeps it from being opened; the file is left as it is.
#[tauri::command]
#[specta::specta]
pub async fn open_recent(
    app: AppHandle,
    session: Shared<'_>,
    id: String,
) -> Result<Option<BookView>, Error> {
    let session = Arc::clone(&session);
    at_work(move || {
        let path = session.desk().recent_path(&id)?;
        open_at(&app, &session, &path)
    })
    .await
}

/// Takes a workbook out of the list; its file stays as it is.
///
/// # Errors
/// When the list cannot be written.
#[tauri::command]
#[specta::specta]
pub async fn forget_recent(session: Shared<'_>, id: String) -> Result<RecentList, Error> {
    let session = Arc::clone(&session);
    at_work(move || session.desk().forget_recent(&id)).await
}
