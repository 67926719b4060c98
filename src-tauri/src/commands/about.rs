//! What this program is.

use serde::Serialize;
use specta::Type;

/// What the window says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct AppInfo {
    /// The version of the program, as in `0.1.0`.
    pub version: String,
}

/// The program's version.
#[tauri::command]
#[specta::specta]
#[must_use]
pub async fn app_info() -> AppInfo {
    AppInfo {
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}
