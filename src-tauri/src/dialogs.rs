//! Asking a person for a file. The window host never takes a path from the page.

use std::path::PathBuf;

use workbench::{Code, Error};

mod native;
#[cfg(feature = "e2e")]
mod prepared;

/// What kind of file is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The dialog's title.
    pub title: &'static str,
    /// The name of the kind of file, as in "Tables".
    pub kind: &'static str,
    /// The endings of such files, without a dot. The first one is given to a name without one.
    pub endings: &'static [&'static str],
}

/// A way to ask for a file. Blocks until there is an answer, so it is called off the main thread.
pub trait Dialogs: Send + Sync {
    /// A file that exists, or `None` when the person thought better of it.
    ///
    /// # Errors
    /// When the question cannot be asked, or the answer is not a file on this computer.
    fn open(&self, wanted: Wanted) -> Result<Option<PathBuf>, Error>;

    /// Where to write a new file, with `file_name` proposed, or `None` when cancelled. The path
    /// always carries one of the wanted endings.
    ///
    /// # Errors
    /// When the question cannot be asked, or the answer is not a place on this computer;
    /// `file_exists` when the ending makes the answer the name of a file that is there, which nobody
    /// was asked about.
    fn save(&self, wanted: Wanted, file_name: &str) -> Result<Option<PathBuf>, Error>;
}

/// The system's own dialogs; in a build for tests, prepared answers when there are any.
#[must_use]
pub fn dialogs(app: &tauri::AppHandle) -> Box<dyn Dialogs> {
    #[cfg(feature = "e2e")]
    if let Some(prepared) = prepared::Prepared::from_environment() {
        return Box::new(prepared);
    }
    Box::new(native::Native::new(app.clone()))
}

/// `path` with the first wanted ending, unless it already has one of them.
fn with_ending(path: PathBuf, wanted: Wanted) -> PathBuf {
    let has_one = path
        .extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| {
            wanted
                .endings
                .iter()
                .any(|wanted| wanted.eq_ignore_ascii_case(ending))
        });
    match wanted.endings.first() {
        Some(ending) if !has_one => {
            // `set_extension` would eat the part after a dot in "Plan 1.5".
            let mut name = path.into_os_string();
            name.push(".");
            name.push(ending);
            name.into()
        }
        _ => path,
    }
}

/// Where to write what a person called `answer`. The dialog asks before a file is replaced, but
/// only about the very name that was given.
fn place(answer: PathBuf, wanted: Wanted) -> Result<PathBuf, Error> {
    let path = with_ending(answer.clone(), wanted);
    if path == answer || path.symlink_metadata().is_err() {
        return Ok(path);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Err(Error::new(
        Code::FileExists,
        format!("There is a file {name} already"),
        format!("Choose {name} itself to replace it, or give another name."),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORKBOOK: Wanted = Wanted {
        title: "New workbook",
        kind: "Workbooks",
        endings: &["throughline"],
    };

    #[test]
    fn a_name_without_an_ending_gets_one() {
        assert_eq!(
            with_ending("/home/ann/Plan 1.5".into(), WORKBOOK),
            PathBuf::from("/home/ann/Plan 1.5.throughline"),
            "the part after the dot belongs to the name"
        );
    }

    #[test]
    fn a_file_that_only_the_ending_names_is_not_replaced_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let (bare, whole) = (
            folder.path().join("plan"),
            folder.path().join("plan.throughline"),
        );
        assert_eq!(place(bare.clone(), WORKBOOK), Ok(whole.clone()));
        std::fs::write(&whole, "mine").unwrap();
        let refused = place(bare, WORKBOOK).unwrap_err();
        assert_eq!(refused.code, Code::FileExists);
        assert!(refused.fix.contains("plan.throughline"), "{refused:?}");
        assert_eq!(
            place(whole.clone(), WORKBOOK),
            Ok(whole),
            "the dialog asked about that name"
        );
    }

    #[test]
    fn a_name_with_the_ending_keeps_it_in_any_case() {
        for name in ["plan.throughline", "PLAN.Throughline"] {
            assert_eq!(with_ending(name.into(), WORKBOOK), PathBuf::from(name));
        }
    }
}
