//! Customer tables: choosing one, looking at it, importing it.

use std::sync::Arc;

use measure::profile::Values;
use serde::Serialize;
use specta::Type;
use tauri::AppHandle;
use tauri::ipc::Channel;
use workbench::{
    Error, ImportSettings, Imported, Preview, ReadSettings, TableRead, Watch, preview,
};

use super::at_work;
use crate::dialogs::{Wanted, dialogs};
use crate::jobs::Job;
use crate::session::{Shared, with_book};

/// The tables that can be brought in.
pub const TABLE: Wanted = Wanted {
    title: "Choose a table",
    kind: "Tables",
    endings: &["csv", "gz", "tsv", "txt"],
};

/// How many values of a column are listed.
const MOST_VALUES: usize = 200;

/// A table that was chosen. Its path stays with the host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ChosenTable {
    /// The file's name, without its folder.
    pub name: String,
}

/// Where a long reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct Progress {
    /// Bytes gone over; a file is gone over twice.
    pub done: u64,
    /// Bytes to go over in all.
    pub total: u64,
    /// Rows gone over in this pass.
    pub rows: u64,
}

/// Asks for a table to import and remembers it; null when cancelled.
///
/// # Errors
/// When the question cannot be asked.
#[tauri::command]
#[specta::specta]
pub async fn choose_table(
    app: AppHandle,
    session: Shared<'_>,
) -> Result<Option<ChosenTable>, Error> {
    let session = Arc::clone(&session);
    at_work(move || {
        let Some(path) = dialogs(&app).open(TABLE)? else {
            return Ok(None);
        };
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        session.choose_table(path);
        Ok(Some(ChosenTable {
            name: name.unwrap_or_default(),
        }))
    })
    .await
}

/// Says what the chosen table would bring, and writes nothing. The page numbers its jobs, each with
/// a number of its own.
///
/// # Errors
/// `wrong_state` when no table was chosen; else why it cannot be imported.
#[tauri::command]
#[specta::specta]
pub async fn preview_table(
    session: Shared<'_>,
    job: u32,
    settings: ReadSettings,
) -> Result<Preview, Error> {
    let session = Arc::clone(&session);
    at_work(move || {
        let job = session.jobs().begin(job);
        let watched = Watched {
            job,
            progress: None,
        };
        preview(&session.table()?, &settings, &watched)
    })
    .await
}

/// Imports the chosen table as a dataset, in one undo step.
///
/// # Errors
/// `cancelled`, `wrong_state`, or why it cannot be imported. The workbook is then as it was.
#[tauri::command]
#[specta::specta]
pub async fn import_table(
    session: Shared<'_>,
    opening: u32,
    job: u32,
    settings: ImportSettings,
    progress: Channel<Progress>,
) -> Result<Imported, Error> {
    let session = Arc::clone(&session);
    at_work(move || {
        let job = session.jobs().begin(job);
        let watched = Watched {
            job,
            progress: Some(progress),
        };
        let path = session.table()?;
        // The book is only held before and after the reading, so that work in it goes on meanwhile.
        let expected = session.at(opening, |book| book.expect_table(&path, &settings))?;
        let read = TableRead::of(&path, expected, &watched)?;
        session.at(opening, |book| book.bring(read, &watched))
    })
    .await
}

/// Asks one import or preview to stop. It ends with the error `cancelled`.
#[tauri::command]
#[specta::specta]
pub async fn cancel_work(session: Shared<'_>, job: u32) -> Result<(), Error> {
    session.jobs().stop(job);
    Ok(())
}

/// The most frequent values of a column, with their counts.
///
/// # Errors
/// `not_found` when there is no such column.
#[tauri::command]
#[specta::specta]
pub async fn column_values(
    session: Shared<'_>,
    dataset: String,
    column: String,
) -> Result<Values, Error> {
    with_book(&session, move |book| {
        book.column_values(&dataset, &column, MOST_VALUES)
    })
    .await
}

/// Tells the page where the work is, and the work whether to stop.
struct Watched<'a> {
    job: Job<'a>,
    progress: Option<Channel<Progress>>,
}

impl Watch for Watched<'_> {
    fn progress(&self, now: workbench::Progress) {
        if let Some(page) = &self.progress {
            let now = Progress {
                done: now.done,
                total: now.total,
                rows: now.rows,
            };
            // A page that was reloaded no longer listens; the work goes on.
            let _ = page.send(now);
        }
    }

    fn cancelled(&self) -> bool {
        self.job.is_stopped()
    }
}
