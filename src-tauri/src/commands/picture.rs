//! A picture of the page, on its way out as a file.

use std::sync::Arc;

use tauri::AppHandle;
use workbench::{Error, PictureFormat, check_picture, picture_name};

use super::at_work;
use super::paper::Exported;
use crate::dialogs::{Wanted, dialogs};
use crate::session::Shared;

const SVG: Wanted = Wanted {
    title: "Save the picture as SVG",
    kind: "SVG",
    endings: &["svg"],
};

const PNG: Wanted = Wanted {
    title: "Save the picture as PNG",
    kind: "PNG",
    endings: &["png"],
};

/// Asks where, and writes a picture that the page has drawn there; null when cancelled.
///
/// # Errors
/// `bad_document` when it is no such picture, or why the file cannot be written.
#[tauri::command]
#[specta::specta]
pub async fn save_picture(
    app: AppHandle,
    session: Shared<'_>,
    title: String,
    format: PictureFormat,
    bytes: Vec<u8>,
) -> Result<Option<Exported>, Error> {
    let session = Arc::clone(&session);
    at_work(move || {
        // What cannot be written asks nothing.
        check_picture(format, &bytes)?;
        let wanted = match format {
            PictureFormat::Svg => SVG,
            PictureFormat::Png => PNG,
        };
        let Some(path) = dialogs(&app).save(wanted, &picture_name(&title, format))? else {
            return Ok(None);
        };
        workbench::save_picture(&path, format, &bytes)?;
        let shown = path.display().to_string();
        session.exported(path);
        Ok(Some(Exported {
            path: shown,
            notes: Vec::new(),
        }))
    })
    .await
}
