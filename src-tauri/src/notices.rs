//! What the host tells the page without having been asked: a choice in a menu, a file dropped on
//! the window. The page listens through one channel, so it needs no permission for events.

use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use specta::Type;
use tauri::ipc::Channel;
use workbench::Error;

/// Something the page should know.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Notice {
    /// Somebody chose a command in a native menu.
    Menu {
        /// The command's id.
        id: String,
    },
    /// A file is held over the window.
    Over {
        /// What would become of it.
        what: Dropped,
    },
    /// It is not any more.
    Away,
    /// A table was dropped and can be looked at.
    Table {
        /// The file's name, without its folder.
        name: String,
    },
    /// A workbook was dropped and is open now.
    Opened,
    /// What was dropped cannot be used.
    Refused {
        /// Why, and what can be.
        error: Error,
    },
}

/// What a file on the window can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Dropped {
    /// A workbook to open.
    Workbook,
    /// A table to bring in.
    Table,
    /// Nothing.
    Neither,
}

/// The page that listens.
#[derive(Default)]
pub struct Notices {
    page: Mutex<Option<Channel<Notice>>>,
}

impl Notices {
    /// From now on this page listens; one that was loaded before it does not any more.
    pub fn listen(&self, page: Channel<Notice>) {
        *self.page.lock().unwrap_or_else(PoisonError::into_inner) = Some(page);
    }

    /// Tells the page, if one listens.
    pub fn tell(&self, notice: Notice) {
        let page = self.page.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(page) = page.as_ref()
            && page.send(notice).is_err()
        {
            log::warn!("The page could not be told something.");
        }
    }
}
