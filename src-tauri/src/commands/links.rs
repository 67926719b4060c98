//! The links of the line: a person's word for one, and what it rests on.

use chain::LinkKind;
use workbench::{BookView, Error, LinkGrounds};

use crate::session::{Shared, with_book, with_book_of};

/// Confirms a link as it rests now: one undo step. With `only_wording`, what it rests on had
/// changed in words alone.
///
/// # Errors
/// `not_found` when there is no such segment; `wrong_state` when something is left to do first,
/// or another workbook is open by now.
#[tauri::command]
#[specta::specta]
pub async fn confirm_link(
    session: Shared<'_>,
    opening: u32,
    segment: String,
    link: LinkKind,
    only_wording: bool,
) -> Result<BookView, Error> {
    with_book_of(&session, opening, move |book| {
        book.confirm(&segment, link, only_wording)?;
        book.view()
    })
    .await
}

/// What a link rests on as it stands now, and why it no longer holds if it does not.
///
/// # Errors
/// `not_found` when there is no such segment.
#[tauri::command]
#[specta::specta]
pub async fn link_grounds(
    session: Shared<'_>,
    segment: String,
    link: LinkKind,
) -> Result<LinkGrounds, Error> {
    with_book(&session, move |book| book.grounds(&segment, link)).await
}
