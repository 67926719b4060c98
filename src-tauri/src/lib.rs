//! Host: the window.
//!
//! It opens the window, asks for files, and hands each command of the page to the one use case
//! of the workbench behind it. No SQL, no rules, no statistics here.

#[macro_use]
#[path = "commands/list.rs"]
mod list;

pub mod commands;
pub mod dialogs;
pub mod drops;
pub mod ipc;
pub mod jobs;
pub mod leaving;
pub mod menus;
pub mod notices;
pub mod session;
#[cfg(feature = "e2e")]
mod simulated;
pub mod window;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use menus::Menus;
use notices::Notices;
use session::Session;
use tauri::{AppHandle, Manager, RunEvent, WindowEvent};
use tauri_plugin_log::{Target, TargetKind};
use tauri_plugin_window_state::StateFlags;
use workbench::Book;

/// The log stays small: the last file of this many bytes and no more.
const LOG_BYTES: u128 = 512 * 1024;

/// Runs the window until it is closed, with the workbook at `first` open if there is one.
///
/// # Errors
/// When there is no display, no web view, or the window cannot be made.
pub fn run(first: Option<PathBuf>) -> tauri::Result<()> {
    log_panics();
    let ipc = ipc::builder();
    let session = Arc::new(Session::default());
    let app = tauri::Builder::default()
        // First, so that a second start ends before it has done anything.
        .plugin(tauri_plugin_single_instance::init(started_again))
        .plugin(
            tauri_plugin_log::Builder::new()
                .clear_targets()
                .target(Target::new(TargetKind::LogDir { file_name: None }))
                .level(log::LevelFilter::Warn)
                .max_file_size(LOG_BYTES)
                .build(),
        )
        .plugin(
            tauri_plugin_window_state::Builder::new()
                // Not VISIBLE: the window decides itself when it shows.
                .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
                .build(),
        )
        .plugin(tauri_plugin_dialog::init())
        .plugin(
            tauri_plugin_opener::Builder::new()
                .open_js_links_on_click(false)
                .build(),
        )
        .manage(Arc::clone(&session))
        .manage(Notices::default())
        .manage(Menus::default())
        .on_window_event(|window, event| match event {
            WindowEvent::CloseRequested { api, .. } => {
                api.prevent_close();
                tauri::async_runtime::spawn(leaving::leave(window.app_handle().clone()));
            }
            WindowEvent::DragDrop(event) => drops::follow(window.app_handle(), event),
            _ => {}
        })
        .on_menu_event(|app, event| menus::chosen(app, event.id().as_ref()))
        .invoke_handler(ipc.invoke_handler())
        .setup(move |app| {
            if let Some(first) = &first {
                session.open_first(first);
            }
            #[cfg(unix)]
            end_when_told(app.handle());
            #[cfg(feature = "e2e")]
            simulated::follow(app.handle());
            window::open(app.handle())?;
            window::call(
                app.handle(),
                session.book().as_ref().map(Book::file_name).as_deref(),
            );
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(|app, event| {
        // The process ends without dropping anything, so the workbook is closed here.
        if matches!(event, RunEvent::Exit) {
            app.state::<Arc<Session>>().close();
        }
    });
    Ok(())
}

/// Ends in order when the system asks for it, as at log-out: the workbook is closed first.
#[cfg(unix)]
fn end_when_told(app: &AppHandle) {
    use tokio::signal::unix::{SignalKind, signal};

    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        match signal(SignalKind::terminate()) {
            Ok(mut told) => {
                if told.recv().await.is_some() {
                    leaving::leave(app).await;
                }
            }
            Err(error) => log::warn!("A request to end will not be heard: {error}"),
        }
    });
}

/// The program was started a second time: the first window comes forward, on the workbook the
/// second start named.
fn started_again(app: &AppHandle, arguments: Vec<String>, folder: String) {
    if let Some(named) = arguments.get(1) {
        let path = Path::new(&folder).join(named);
        tauri::async_runtime::spawn(leaving::change_over(app.clone(), path));
    }
    if let Err(error) = window::bring_forward(app) {
        log::error!("The window could not be brought forward: {error}");
    }
}

/// Writes where a panic happened to the log. Its words may quote what a person wrote, so they
/// stay out of it.
fn log_panics() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if let Some(place) = panic.location() {
            log::error!("A panic at {place}.");
        }
        before(panic);
    }));
}
