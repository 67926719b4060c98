//! Files dropped on the window. The system says where they are; the page learns their names alone.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tauri::{AppHandle, DragDropEvent, Manager};
use workbench::{Access, Code, Error};

use crate::commands::book::open_at;
use crate::commands::data::TABLE;
use crate::leaving;
use crate::notices::{Dropped, Notice, Notices};
use crate::session::Session;

/// Follows a file over the window and into it.
pub fn follow(app: &AppHandle, event: &DragDropEvent) {
    match event {
        DragDropEvent::Enter { paths, .. } => {
            let what = paths.first().map_or(Dropped::Neither, |path| kind(path));
            app.state::<Notices>().tell(Notice::Over { what });
        }
        DragDropEvent::Leave => app.state::<Notices>().tell(Notice::Away),
        DragDropEvent::Drop { paths, .. } => dropped(app, paths.clone()),
        _ => {}
    }
}

/// Takes what was dropped: one workbook or one table.
pub fn dropped(app: &AppHandle, paths: Vec<PathBuf>) {
    app.state::<Notices>().tell(Notice::Away);
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let taker = app.clone();
        // What is being typed belongs to the workbook that is open now.
        leaving::settle(&app, move || {
            let taken = take(&taker, &paths);
            taker
                .state::<Notices>()
                .tell(taken.unwrap_or_else(|error| Notice::Refused { error }));
        })
        .await;
    });
}

fn take(app: &AppHandle, paths: &[PathBuf]) -> Result<Notice, Error> {
    let [path] = paths else {
        return Err(Error::new(
            Code::BadTable,
            match paths.len() {
                0 => "What was dropped is no file".to_owned(),
                many => format!("{many} files were dropped at once"),
            },
            "Drop one table, or one workbook.",
        ));
    };
    let session = Arc::clone(&app.state::<Arc<Session>>());
    match kind(path) {
        Dropped::Workbook if session.is_open_on(path) => Ok(Notice::Away),
        Dropped::Workbook => {
            open_at(app, &session, path)?;
            Ok(Notice::Opened)
        }
        Dropped::Table => {
            may_take_a_table(&session)?;
            session.choose_table(path.clone());
            Ok(Notice::Table { name: name(path) })
        }
        Dropped::Neither => Err(Error::new(
            Code::FileForeign,
            format!("“{}” is neither a table nor a workbook", name(path)),
            format!(
                "Drop a customer table ({}) to bring it in, or a .throughline file to open it.",
                in_words(TABLE.endings)
            ),
        )),
    }
}

/// A table comes into the workbook that is open, if there is one that may be changed.
fn may_take_a_table(session: &Session) -> Result<(), Error> {
    match session.book().as_ref().map(|book| book.access()) {
        Some(Access::Write) => Ok(()),
        Some(Access::Read) => Err(Error::new(
            Code::WrongState,
            "This workbook is open to read only",
            "Edit it where it is open, or wait until it is free.",
        )),
        None => Err(Error::new(
            Code::NoWorkbook,
            "A table comes into a workbook, and none is open",
            "Open a workbook or make a new one, then drop the table again.",
        )),
    }
}

/// What a file can become, by its name. What is in it is looked at later.
fn kind(path: &Path) -> Dropped {
    let name = name(path).to_lowercase();
    let ends = |ending: &&str| name.ends_with(&format!(".{ending}"));
    if path.is_dir() {
        Dropped::Neither
    } else if ends(&"throughline") {
        Dropped::Workbook
    } else if TABLE.endings.iter().any(ends) {
        Dropped::Table
    } else {
        Dropped::Neither
    }
}

fn name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// File endings as they are read out.
fn in_words(endings: &[&str]) -> String {
    let dotted: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
    dotted.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_name_in_any_case() {
        for (name, kind_of) in [
            ("customers.CSV", Dropped::Table),
            ("customers.csv.gz", Dropped::Table),
            ("Plan.Throughline", Dropped::Workbook),
            ("photo.png", Dropped::Neither),
            ("throughline", Dropped::Neither),
            ("", Dropped::Neither),
        ] {
            assert_eq!(kind(Path::new(name)), kind_of, "{name}");
        }
    }

    #[test]
    fn a_folder_is_neither_whatever_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        std::fs::create_dir(&path).unwrap();
        assert_eq!(kind(&path), Dropped::Neither);
    }

    #[test]
    fn a_table_needs_a_workbook_to_come_into() {
        let session = Session::default();
        let refused = may_take_a_table(&session).unwrap_err();
        assert_eq!(refused.code, Code::NoWorkbook);
    }
}
