//! The native menus, how large the page is shown, and what the host tells the page without having
//! been asked.

use tauri::ipc::Channel;
use tauri::{AppHandle, Manager};
use workbench::{Code, Error};

use super::at_work;
use crate::menus::{self, MenuBar};
use crate::notices::{Notice, Notices};
use crate::window;

/// From now on the page is told through this channel.
///
/// # Errors
/// When the program itself is at fault.
#[tauri::command]
#[specta::specta]
pub async fn listen(app: AppHandle, page: Channel<Notice>) -> Result<(), Error> {
    app.state::<Notices>().listen(page);
    Ok(())
}

/// Shows the commands of the page in the native menus.
///
/// # Errors
/// `io` when the system makes no menu. The page's own menu has them all.
#[tauri::command]
#[specta::specta]
pub async fn show_menus(app: AppHandle, bar: MenuBar) -> Result<(), Error> {
    at_work(move || menus::show(&app, bar).map_err(|error| refused(&error))).await
}

/// Shows the menu bar when it is hidden, and hides it when it is shown.
///
/// # Errors
/// `io` when the system refuses.
#[tauri::command]
#[specta::specta]
pub async fn toggle_menu(app: AppHandle) -> Result<(), Error> {
    at_work(move || menus::toggle(&app).map_err(|error| refused(&error))).await
}

/// Shows the page `times` as large as it is drawn, between half and three times.
///
/// # Errors
/// `io` when the system refuses.
#[tauri::command]
#[specta::specta]
pub async fn zoom(app: AppHandle, times: f64) -> Result<(), Error> {
    at_work(move || {
        window::zoom(&app, times).map_err(|error| {
            Error::new(
                Code::Io,
                format!("The page could not be shown larger or smaller: {error}"),
                "The system's own settings make all text larger.",
            )
        })
    })
    .await
}

fn refused(error: &tauri::Error) -> Error {
    Error::new(
        Code::Io,
        format!("The system's menu could not be set: {error}"),
        "Every command stands behind the workbook's name at the top left.",
    )
}
