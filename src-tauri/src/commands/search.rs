//! Finding things in the workbook.

use workbench::{Error, Found};

use crate::session::{Shared, with_book};

/// What a query finds in all texts of the workbook, best first.
///
/// # Errors
/// When the workbook cannot be read.
#[tauri::command]
#[specta::specta]
pub async fn search(session: Shared<'_>, query: String, limit: u32) -> Result<Found, Error> {
    with_book(&session, move |book| book.search(&query, limit)).await
}
