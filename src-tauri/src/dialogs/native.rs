//! The system's own dialogs, in front of the window.

use std::path::PathBuf;

use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use workbench::{Code, Error};

use super::{Dialogs, Wanted, place};
use crate::window;

/// Asks through the dialog plugin.
pub struct Native {
    app: AppHandle,
}

impl Native {
    /// Dialogs that belong to the main window of `app`.
    pub fn new(app: AppHandle) -> Self {
        Self { app }
    }

    fn question(&self, wanted: Wanted) -> FileDialogBuilder<tauri::Wry> {
        let question = self
            .app
            .dialog()
            .file()
            .set_title(wanted.title)
            .add_filter(wanted.kind, wanted.endings);
        match self.app.get_webview_window(window::LABEL) {
            Some(window) => question.set_parent(&window),
            None => question,
        }
    }
}

impl Dialogs for Native {
    fn open(&self, wanted: Wanted) -> Result<Option<PathBuf>, Error> {
        self.question(wanted)
            .blocking_pick_file()
            .map(on_this_computer)
            .transpose()
    }

    fn save(&self, wanted: Wanted, file_name: &str) -> Result<Option<PathBuf>, Error> {
        let answer = self
            .question(wanted)
            .set_file_name(file_name)
            .set_can_create_directories(true)
            .blocking_save_file();
        answer
            .map(|answer| place(on_this_computer(answer)?, wanted))
            .transpose()
    }
}

fn on_this_computer(answer: FilePath) -> Result<PathBuf, Error> {
    answer.into_path().map_err(|_| {
        Error::new(
            Code::NotFound,
            "That place is not a file on this computer",
            "Choose a file in a folder of this computer.",
        )
    })
}
