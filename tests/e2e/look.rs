//! The size and the colours a window is looked at in.

use std::fs;
use std::path::Path;

/// One way to look at a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Names the pictures taken in it.
    pub name: &'static str,
    /// Width and height of the page, in pixels.
    pub size: (u32, u32),
    /// Whether the system asks for dark colours.
    pub dark: bool,
}

/// A common notebook by day.
pub const LARGE_LIGHT: Look = Look {
    name: "1440-light",
    size: (1440, 900),
    dark: false,
};

/// The smallest window there is, by night.
pub const SMALL_DARK: Look = Look {
    name: "1024-dark",
    size: (1024, 700),
    dark: true,
};

impl Look {
    /// Writes the desktop's settings and the window's remembered size into the folder `config`.
    pub fn write_settings(self, config: &Path) {
        let gtk = config.join("gtk-3.0");
        fs::create_dir_all(&gtk).expect("the settings are in a temp folder");
        let theme = if self.dark { "Adwaita-dark" } else { "Adwaita" };
        let settings = format!(
            "[Settings]\ngtk-theme-name={theme}\ngtk-application-prefer-dark-theme={}\n",
            u8::from(self.dark)
        );
        fs::write(gtk.join("settings.ini"), settings).expect("the settings are in a temp folder");

        let app = config.join("app.throughline.workbench");
        fs::create_dir_all(&app).expect("the settings are in a temp folder");
        let (width, height) = self.size;
        let remembered = serde_json::json!({ "main": {
            "width": width, "height": height, "x": 0, "y": 0, "prev_x": 0, "prev_y": 0,
            "maximized": false, "visible": true, "decorated": true, "fullscreen": false,
        }});
        fs::write(app.join(".window-state.json"), remembered.to_string())
            .expect("the settings are in a temp folder");
    }
}
