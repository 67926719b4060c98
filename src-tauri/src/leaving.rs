//! Leaving in order: the words that are being typed are saved before the window goes, or goes over
//! to another workbook.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tauri::{AppHandle, Manager};
use workbench::Book;

use crate::session::Session;
use crate::window;

/// A field saves itself when it is left.
const LEAVE_THE_FIELD: &str = "document.activeElement?.blur?.()";

/// How long the page stays quiet before nothing more is expected of it: a field that was left
/// sends its words at once, the next edit of a queue when the one before it is answered.
const QUIET: Duration = Duration::from_millis(250);

/// The longest that is waited for the page. What is acknowledged is on the disk in any case.
const PATIENCE: Duration = Duration::from_secs(5);

/// Lets the page save what is being typed, waits for it, closes the workbook and ends.
pub async fn leave(app: AppHandle) {
    let session = Arc::clone(&app.state::<Arc<Session>>());
    session.jobs().stop_all();
    settle(&app, move || session.close()).await;
    app.exit(0);
}

/// Lets the page save what is being typed, waits for it, and opens the workbook at `path` in place
/// of the one that is open. That one again changes nothing.
pub async fn change_over(app: AppHandle, path: PathBuf) {
    let session = Arc::clone(&app.state::<Arc<Session>>());
    let (asked, named) = (Arc::clone(&session), path.clone());
    let again = tauri::async_runtime::spawn_blocking(move || asked.is_open_on(&named));
    if again.await.unwrap_or(false) {
        return;
    }
    let opening = Arc::clone(&session);
    settle(&app, move || opening.open_first(&path)).await;
    window::call(
        &app,
        session.book().as_ref().map(Book::file_name).as_deref(),
    );
    // The page asks for the workbook, and for what went wrong, when it loads.
    if let Err(error) = window::reload(&app) {
        log::error!("The window could not be loaded again: {error}");
    }
}

/// Lets the page save what is being typed, waits until nothing more comes, and goes on with `then`
/// off the main thread.
pub async fn settle(app: &AppHandle, then: impl FnOnce() + Send + 'static) {
    let session = Arc::clone(&app.state::<Arc<Session>>());
    if let Some(page) = app.get_webview_window(window::LABEL)
        && let Err(error) = page.eval(LEAVE_THE_FIELD)
    {
        log::warn!("The page could not be asked to save: {error}");
    }
    let waited = tauri::async_runtime::spawn_blocking(move || {
        let began = Instant::now();
        loop {
            let seen = session.begun();
            std::thread::sleep(QUIET);
            // Waits for the command that holds the workbook, too.
            drop(session.book());
            if session.begun() == seen || began.elapsed() > PATIENCE {
                break;
            }
        }
        then();
    });
    if waited.await.is_err() {
        log::error!("Leaving the workbook went wrong.");
    }
}
