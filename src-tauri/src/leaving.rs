//! Leaving in order: the words that are being typed are saved before the window goes.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tauri::{AppHandle, Manager};

use crate::session::Session;
use crate::window;

/// A field saves itself when it is left.
const LEAVE_THE_FIELD: &str = "document.activeElement?.blur?.()";

/// How long the page stays quiet before nothing more is expected of it: a field that was left
/// sends its words at once, the next edit of a queue when the one before it is answered.
const QUIET: Duration = Duration::from_millis(250);

/// The longest that leaving takes. What is acknowledged is on the disk in any case.
const PATIENCE: Duration = Duration::from_secs(5);

/// Lets the page save what is being typed, waits for it, closes the workbook and ends.
pub async fn leave(app: AppHandle) {
    let session = Arc::clone(&app.state::<Arc<Session>>());
    session.cancel();
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
        session.close();
    });
    if waited.await.is_err() {
        log::error!("Closing the workbook went wrong.");
    }
    app.exit(0);
}
