//! The app's own folders: what it keeps that is not a workbook.

use std::ffi::OsString;
use std::path::PathBuf;

/// The app's name in the folders that the platform gives to apps.
const NAME: &str = "throughline";

/// For data: backups, the list of recent workbooks.
pub(crate) fn data() -> PathBuf {
    let base = if cfg!(target_os = "macos") {
        variable("HOME").map(|home| home.join("Library/Application Support"))
    } else if cfg!(windows) {
        variable("APPDATA")
    } else {
        variable("XDG_DATA_HOME").or_else(|| variable("HOME").map(|home| home.join(".local/share")))
    };
    named(base)
}

/// For what a person chose once and for all.
pub(crate) fn config() -> PathBuf {
    let base = if cfg!(any(target_os = "macos", windows)) {
        return data();
    } else {
        variable("XDG_CONFIG_HOME").or_else(|| variable("HOME").map(|home| home.join(".config")))
    };
    named(base)
}

fn named(base: Option<PathBuf>) -> PathBuf {
    base.unwrap_or_else(std::env::temp_dir).join(NAME)
}

/// A folder that the environment names; an empty or relative name is none.
fn variable(name: &str) -> Option<PathBuf> {
    folder(std::env::var_os(name)?)
}

fn folder(value: OsString) -> Option<PathBuf> {
    let path = PathBuf::from(value);
    path.is_absolute().then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_or_relative_folder_is_none() {
        assert_eq!(folder("".into()), None);
        assert_eq!(folder("config".into()), None);
        let here = std::env::temp_dir();
        assert_eq!(folder(here.clone().into()), Some(here));
    }
}
