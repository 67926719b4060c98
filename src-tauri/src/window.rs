//! The one window: how it opens, what it is called, what it may load.

use tauri::webview::NewWindowResponse;
use tauri::window::Color;
use tauri::{AppHandle, Manager, Theme, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use workbench::Preferences;

use crate::menus;

/// The label the capability gives its permissions to.
pub const LABEL: &str = "main";

/// What the window is called while no workbook is open.
pub const NAME: &str = "Throughline";

/// Width and height the window opens with the first time, in logical pixels.
const SIZE: (f64, f64) = (1440.0, 900.0);

/// The smallest width and height every place of the window is laid out for.
const LEAST: (f64, f64) = (1024.0, 700.0);

/// The desk behind everything, as in the page's own tokens.
const DESK: Color = Color(0xf4, 0xf1, 0xea, 0xff);
const DESK_AT_NIGHT: Color = Color(0x15, 0x14, 0x12, 0xff);

/// Opens the window. It is shown only once its background has the colour of the desk, so that
/// no white flash comes before the page.
///
/// # Errors
/// When the system gives no window or no web view.
pub fn open(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let builder = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title(NAME)
        .inner_size(SIZE.0, SIZE.1)
        .min_inner_size(LEAST.0, LEAST.1)
        .visible(false)
        .theme(scheme(Preferences::read().settings.theme))
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny);
    menus::make(app)?;
    #[cfg(feature = "e2e")]
    let builder = builder.initialization_script(include_str!("window/troubles.js"));
    let window = builder.build()?;
    window.set_background_color(Some(desk_of(window.theme()?)))?;
    window.show()?;
    Ok(window)
}

fn desk_of(scheme: Theme) -> Color {
    match scheme {
        Theme::Dark => DESK_AT_NIGHT,
        _ => DESK,
    }
}

/// The system's name for a chosen theme; none is the system's own.
fn scheme(chosen: workbench::Theme) -> Option<Theme> {
    match chosen {
        workbench::Theme::System => None,
        workbench::Theme::Light => Some(Theme::Light),
        workbench::Theme::Dark => Some(Theme::Dark),
    }
}

/// Gives the window, its frame and the system's dialogs the colours that were chosen.
pub fn dress(app: &AppHandle, chosen: workbench::Theme) {
    let Some(window) = app.get_webview_window(LABEL) else {
        return;
    };
    let dressed = window
        .set_theme(scheme(chosen))
        .and_then(|()| window.theme())
        .and_then(|scheme| window.set_background_color(Some(desk_of(scheme))));
    if let Err(error) = dressed {
        log::warn!("The window could not be given its colours: {error}");
    }
}

/// Only the page inside the program may be shown: a dropped link or file goes nowhere.
fn is_own_page(url: &tauri::Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")) => true,
        // The Vite server of a developer's own build; a shipped program has no such address.
        ("http", Some("localhost")) => tauri::is_dev(),
        _ => false,
    }
}

/// Calls the window after the open workbook: the file's name and nothing more, since a title is
/// seen by everyone near the screen.
pub fn call(app: &AppHandle, file_name: Option<&str>) {
    if let Some(window) = app.get_webview_window(LABEL)
        && let Err(error) = window.set_title(file_name.unwrap_or(NAME))
    {
        log::warn!("The window's title could not be set: {error}");
    }
}

/// Shows the page so many times as large as it is drawn; never so small or large that the way back
/// could not be read.
///
/// # Errors
/// When the window is gone or the system refuses.
pub fn zoom(app: &AppHandle, times: f64) -> tauri::Result<()> {
    let times = if times.is_finite() { times } else { 1.0 };
    app.get_webview_window(LABEL)
        .ok_or(tauri::Error::WindowNotFound)?
        .set_zoom(times.clamp(0.5, 3.0))
}

/// Loads the page again, for a workbook that was opened from outside it.
///
/// # Errors
/// When the window is gone.
pub fn reload(app: &AppHandle) -> tauri::Result<()> {
    app.get_webview_window(LABEL)
        .ok_or(tauri::Error::WindowNotFound)?
        .reload()
}

/// Brings the window to the front, for a person who started the program a second time.
///
/// # Errors
/// When the window is gone or the system refuses.
pub fn bring_forward(app: &AppHandle) -> tauri::Result<()> {
    let window = app
        .get_webview_window(LABEL)
        .ok_or(tauri::Error::WindowNotFound)?;
    window.unminimize()?;
    window.set_focus()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_page_inside_the_program_may_be_shown() {
        let url = |text: &str| tauri::Url::parse(text).unwrap();
        assert!(is_own_page(&url("tauri://localhost/index.html")));
        for foreign in [
            "https://example.com/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,x",
        ] {
            assert!(!is_own_page(&url(foreign)), "{foreign} must not be shown");
        }
    }
}
