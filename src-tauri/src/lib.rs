//! Host: the window.
//!
//! It opens the window, asks for files, and hands each command of the page to the one use case
//! of the workbench behind it. No SQL, no rules, no statistics here.

#[macro_use]
#[path = "commands/list.rs"]
mod list;

pub mod commands;
pub mod dialogs;
pub mod ipc;
pub mod refusal;
pub mod window;

use tauri_plugin_log::{Target, TargetKind};
use tauri_plugin_window_state::StateFlags;

/// The log stays small: the last file of this many bytes and no more.
const LOG_BYTES: u128 = 512 * 1024;

/// Runs the window until it is closed.
///
/// # Errors
/// When there is no display, no web view, or the window cannot be made.
pub fn run() -> tauri::Result<()> {
    log_panics();
    let ipc = ipc::builder();
    tauri::Builder::default()
        // First, so that a second start ends before it has done anything.
        .plugin(tauri_plugin_single_instance::init(
            |app, _arguments, _folder| {
                if let Err(error) = window::bring_forward(app) {
                    log::error!("The window could not be brought forward: {error}");
                }
            },
        ))
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
        .invoke_handler(ipc.invoke_handler())
        .setup(|app| {
            window::open(app.handle())?;
            Ok(())
        })
        .run(tauri::generate_context!())
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
