//! What a person chose once and for all, and how the window follows it.

use std::sync::Arc;

use tauri::AppHandle;
use workbench::{Error, Preferences, PreferencesChange, PreferencesRead};

use super::at_work;
use crate::session::Shared;
use crate::window;

/// The choices as they hold, and why some of them do not.
///
/// # Errors
/// When the program itself is at fault.
#[tauri::command]
#[specta::specta]
pub async fn settings() -> Result<PreferencesRead, Error> {
    at_work(|| Ok(Preferences::read())).await
}

/// Chooses anew. The choices hold at once.
///
/// # Errors
/// When they cannot be written. Those of before then hold on.
#[tauri::command]
#[specta::specta]
pub async fn change_settings(
    app: AppHandle,
    session: Shared<'_>,
    change: PreferencesChange,
) -> Result<PreferencesRead, Error> {
    let session = Arc::clone(&session);
    at_work(move || {
        let now = Preferences::change(change)?;
        window::dress(&app, now.settings.theme);
        if let Some(book) = session.book().as_mut() {
            book.work_as(session.desk().author);
        }
        Ok(now)
    })
    .await
}
