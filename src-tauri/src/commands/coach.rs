//! What a person says to the coach, and its rules for reading.

use workbench::{BookView, Error, RuleCard};

use super::at_work;
use crate::session::{Shared, with_book_of};

/// Every rule of the coach, in the order of the chain.
///
/// # Errors
/// When the program itself is at fault.
#[tauri::command]
#[specta::specta]
pub async fn rules() -> Result<Vec<RuleCard>, Error> {
    at_work(|| Ok(workbench::rules())).await
}

/// Sets a finding aside with a reason, until its words change.
///
/// # Errors
/// `wrong_state` without a reason; `not_found` when nothing is found there.
#[tauri::command]
#[specta::specta]
pub async fn suppress(
    session: Shared<'_>,
    opening: u32,
    rule: String,
    record: String,
    field: String,
    reason: String,
) -> Result<BookView, Error> {
    with_book_of(&session, opening, move |book| {
        book.suppress(&rule, &record, &field, &reason)?;
        book.view()
    })
    .await
}

/// Lets a finding that was set aside speak again.
///
/// # Errors
/// `not_found` when it was not set aside.
#[tauri::command]
#[specta::specta]
pub async fn bring_back(
    session: Shared<'_>,
    opening: u32,
    rule: String,
    record: String,
    field: String,
) -> Result<BookView, Error> {
    with_book_of(&session, opening, move |book| {
        book.bring_back(&rule, &record, &field)?;
        book.view()
    })
    .await
}
