//! The brief: as it will look, and on its way out as a file.

use std::sync::Arc;

use serde::Serialize;
use specta::Type;
use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt;
use workbench::{BriefFormat, BriefPreview, Code, Error, Preferences, save};

use super::at_work;
use crate::dialogs::{Wanted, dialogs};
use crate::session::{Shared, no_workbook, with_book};

const MARKDOWN: Wanted = Wanted {
    title: "Export the brief as Markdown",
    kind: "Markdown",
    endings: &["md"],
};

const PDF: Wanted = Wanted {
    title: "Export the brief as PDF",
    kind: "PDF",
    endings: &["pdf"],
};

/// A file that has left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Exported {
    /// Where it stands now.
    pub path: String,
    /// What its reader should know, as characters without a glyph.
    pub notes: Vec<String>,
}

/// A segment's brief, as it will leave.
///
/// # Errors
/// `not_found` when there is no such segment.
#[tauri::command]
#[specta::specta]
pub async fn brief(session: Shared<'_>, segment: String) -> Result<BriefPreview, Error> {
    with_book(&session, move |book| {
        book.brief_preview(&segment, Preferences::read().settings.paper)
    })
    .await
}

/// Asks where, and writes a segment's brief there; null when cancelled.
///
/// # Errors
/// `not_found` when there is no such segment, or why the file cannot be written.
#[tauri::command]
#[specta::specta]
pub async fn export_brief(
    app: AppHandle,
    session: Shared<'_>,
    segment: String,
    format: BriefFormat,
) -> Result<Option<Exported>, Error> {
    let session = Arc::clone(&session);
    at_work(move || {
        let (wanted, ending) = match format {
            BriefFormat::Md => (MARKDOWN, "md"),
            BriefFormat::Pdf => (PDF, "pdf"),
        };
        // Made before it is asked where to put it: a brief that cannot be made asks nothing.
        let written = {
            let mut open = session.book();
            open.as_mut().ok_or_else(no_workbook)?.write_brief(
                &segment,
                format,
                Preferences::read().settings.paper,
            )?
        };
        let proposed = format!("{}.{ending}", file_stem(&segment));
        let Some(path) = dialogs(&app).save(wanted, &proposed)? else {
            return Ok(None);
        };
        save(&path, &written.bytes)?;
        let shown = path.display().to_string();
        session.exported(path);
        Ok(Some(Exported {
            path: shown,
            notes: written.notes,
        }))
    })
    .await
}

/// Shows the file that left last in the system's file browser.
///
/// # Errors
/// `wrong_state` when nothing left yet, `io` when there is no file browser.
#[tauri::command]
#[specta::specta]
pub async fn show_export(app: AppHandle, session: Shared<'_>) -> Result<(), Error> {
    let session = Arc::clone(&session);
    at_work(move || {
        let path = session.last_export()?;
        app.opener().reveal_item_in_dir(path).map_err(|error| {
            Error::new(
                Code::Io,
                format!("The folder could not be shown: {error}"),
                "Open it in your file browser.",
            )
        })
    })
    .await
}

fn file_stem(segment: &str) -> String {
    format!("{segment}-brief")
}
