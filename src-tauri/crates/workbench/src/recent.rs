//! The workbooks opened lately, with their line as it stood: a list in the app's data folder. It
//! holds names and states, and nothing of what a workbook says.

use std::path::{Path, PathBuf};

use chain::state::State;
use chain::{Chain, Role};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use specta::Type;

use crate::book::{Book, Desk};
use crate::error::{Code, Error};
use crate::holding::FilePlace;
use crate::notebook::Notebook;
use crate::sample::samples_folder;
use crate::view::BookView;

/// Older ones fall out of the list.
const MOST: usize = 12;

/// A workbook opened lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Recent {
    /// Names it to the host; its path stays there.
    pub id: String,
    /// What the workbook is called: the offering's name, or the file's.
    pub name: String,
    /// The file's name, without its folder.
    pub file_name: String,
    /// The name of the folder it is in.
    pub folder: String,
    /// When it was opened last, as an ISO moment in UTC.
    pub opened_at: String,
    /// How the six links of its primary segment stood; empty while it has no segment.
    pub links: Vec<State>,
    /// Whether the file is not where it was.
    pub missing: bool,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RecentList {
    /// The workbooks, the last opened first.
    pub books: Vec<Recent>,
    /// Why the list as it was cannot be read.
    pub trouble: Option<Error>,
}

/// A line of the list, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    path: String,
    name: String,
    opened_at: String,
    #[serde(default)]
    links: Vec<State>,
    /// Whether the person has read where it lies.
    #[serde(default)]
    told: bool,
}

impl Desk {
    /// The workbooks that were opened lately.
    pub fn recents(&self) -> RecentList {
        List::of(self).shown()
    }

    /// Where the workbook of an id is.
    ///
    /// # Errors
    /// [`Code::NotFound`] when it is not in the list any more.
    pub fn recent_path(&self, id: &str) -> Result<PathBuf, Error> {
        List::of(self).path(id)
    }

    /// Takes a workbook out of the list. The file, if there is one, stays as it is.
    ///
    /// # Errors
    /// When the list cannot be written.
    pub fn forget_recent(&self, id: &str) -> Result<RecentList, Error> {
        let list = List::of(self);
        list.forget(id)?;
        Ok(list.shown())
    }
}

impl Book {
    /// Puts the workbook at the head of the list, with its line as it stands.
    ///
    /// # Errors
    /// When the workbook cannot be read or the list cannot be written.
    pub fn remember(&mut self) -> Result<(), Error> {
        // A sample's copy is made anew each time; it is no work of the person's.
        if full(&self.path).starts_with(full(&samples_folder())) {
            return Ok(());
        }
        let view = self.view()?;
        let at = Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        List::of(self.desk()).put(&self.path, &view, at)
    }

    /// Where it lies, when that asks for care and nobody has been told yet. That somebody has it
    /// open elsewhere is said once each time it is opened.
    pub fn place_to_tell(&self) -> Option<FilePlace> {
        if self.told_place {
            return None;
        }
        let told = self.entry().is_some_and(|entry| entry.told);
        self.place()
            .filter(|place| !told || place.elsewhere.is_some())
    }

    /// The person has read where it lies; it is not said again.
    ///
    /// # Errors
    /// When the list cannot be written; it is then said again when the workbook is opened again.
    pub fn told_place(&mut self) -> Result<(), Error> {
        self.told_place = true;
        let list = List::of(self.desk());
        let (mut entries, _) = list.read();
        let path = full(&self.path);
        for entry in &mut entries {
            entry.told |= Path::new(&entry.path) == path;
        }
        list.write(&entries)
    }

    fn entry(&self) -> Option<Entry> {
        let (entries, _) = List::of(self.desk()).read();
        let path = full(&self.path);
        entries
            .into_iter()
            .find(|entry| Path::new(&entry.path) == path)
    }
}

/// The list in its folder.
struct List {
    file: Notebook,
}

impl List {
    fn of(desk: &Desk) -> Self {
        Self {
            file: Notebook::new(&desk.data, "recent.json", "list of recent workbooks"),
        }
    }

    fn read(&self) -> (Vec<Entry>, Option<Error>) {
        let found = self.file.read();
        let entries = match found.fields.get("books") {
            Some(Value::Array(books)) => books
                .iter()
                // A line that cannot be read is one line less.
                .filter_map(|book| Entry::deserialize(book).ok())
                .collect(),
            _ => Vec::new(),
        };
        (entries, found.trouble)
    }

    fn write(&self, entries: &[Entry]) -> Result<(), Error> {
        self.file
            .write(Map::from_iter([("books".to_owned(), json!(entries))]))
    }

    fn put(&self, path: &Path, view: &BookView, opened_at: String) -> Result<(), Error> {
        let path = full(path);
        // A name that is no text cannot be written down; such a workbook is opened by hand.
        let Some(path) = path.to_str() else {
            return Ok(());
        };
        let (mut entries, _) = self.read();
        let told = entries.iter().any(|entry| entry.path == path && entry.told);
        entries.retain(|entry| entry.path != path);
        entries.insert(
            0,
            Entry {
                path: path.to_owned(),
                name: view.name.clone(),
                opened_at,
                links: line(view),
                told,
            },
        );
        entries.truncate(MOST);
        self.write(&entries)
    }

    fn forget(&self, id: &str) -> Result<(), Error> {
        let (mut entries, _) = self.read();
        entries.retain(|entry| id_of(&entry.path) != id);
        self.write(&entries)
    }

    fn path(&self, id: &str) -> Result<PathBuf, Error> {
        let (entries, _) = self.read();
        let found = entries.into_iter().find(|entry| id_of(&entry.path) == id);
        found.map(|entry| PathBuf::from(entry.path)).ok_or_else(|| {
            Error::new(
                Code::NotFound,
                "That workbook is not in the list any more",
                "Open it from its folder.",
            )
        })
    }

    fn shown(&self) -> RecentList {
        let (entries, trouble) = self.read();
        let books = entries.into_iter().map(shown).collect();
        RecentList { books, trouble }
    }
}

fn shown(entry: Entry) -> Recent {
    let path = Path::new(&entry.path);
    let named = |part: Option<&std::ffi::OsStr>| {
        part.map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    Recent {
        id: id_of(&entry.path),
        file_name: named(path.file_name()),
        folder: named(path.parent().and_then(Path::file_name)),
        missing: !path.is_file(),
        name: entry.name,
        opened_at: entry.opened_at,
        links: entry.links,
    }
}

fn full(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn id_of(path: &str) -> String {
    blake3::hash(path.as_bytes()).to_hex()[..16].to_owned()
}

/// The states along the line of the primary segment, or of the first one.
fn line(view: &BookView) -> Vec<State> {
    let Chain { segments, .. } = &view.chain;
    let chosen = segments
        .iter()
        .find(|segment| segment.role == Role::Primary)
        .or(segments.first());
    let chosen = chosen.and_then(|segment| view.segments.iter().find(|it| it.id == segment.id));
    chosen
        .map(|segment| segment.links.iter().map(|link| link.state).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use store::{Access, Hand};

    use super::*;

    fn desk(folder: &Path) -> Desk {
        Desk {
            author: "Ann".into(),
            data: folder.join("data"),
            hand: Hand::Command,
        }
    }

    fn book(folder: &Path, name: &str) -> Book {
        Book::create(&folder.join(name), desk(folder)).expect("is made")
    }

    #[test]
    fn the_last_opened_stands_first_and_once_with_its_line() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut one = book(folder.path(), "one.throughline");
        let mut two = book(folder.path(), "two.throughline");
        one.remember().expect("is kept");
        two.remember().expect("is kept");
        one.edit(json!({"throughline": 1, "offering": {"name": "Firstday"},
            "segments": [{"id": "hr", "name": "HR teams"}]}))
            .expect("is changed");
        one.remember().expect("is kept");
        let RecentList { books, trouble } = desk(folder.path()).recents();
        assert_eq!(trouble, None);
        let names: Vec<&str> = books.iter().map(|book| book.name.as_str()).collect();
        assert_eq!(names, ["Firstday", "two"]);
        assert_eq!(books[0].file_name, "one.throughline");
        assert_eq!(books[0].links.len(), 6, "a segment's six links");
        assert!(books[1].links.is_empty(), "no segment, no line");
        assert!(books.iter().all(|book| !book.missing));
    }

    #[test]
    fn a_file_that_is_gone_is_said_and_can_be_taken_out_of_the_list() {
        let folder = tempfile::tempdir().expect("a folder");
        let desk = desk(folder.path());
        let mut book = book(folder.path(), "a.throughline");
        book.remember().expect("is kept");
        drop(book);
        std::fs::remove_file(folder.path().join("a.throughline")).expect("is there");
        let shown = desk.recents();
        let [gone] = shown.books.as_slice() else {
            panic!("one line: {shown:?}");
        };
        assert!(gone.missing);
        assert!(desk.recent_path(&gone.id).is_ok());
        let left = desk.forget_recent(&gone.id).expect("is written");
        assert!(left.books.is_empty());
        let unknown = desk.recent_path(&gone.id).unwrap_err();
        assert_eq!(unknown.code, Code::NotFound);
    }

    #[test]
    fn where_a_workbook_lies_is_said_until_it_was_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let synced = folder.path().join("Dropbox");
        std::fs::create_dir(&synced).expect("a folder");
        let mut plain = book(folder.path(), "a.throughline");
        plain.remember().expect("is kept");
        assert_eq!(plain.place_to_tell(), None);
        let path = synced.join("b.throughline");
        let mut book = Book::create(&path, desk(folder.path())).expect("is made");
        book.remember().expect("is kept");
        let place = book.place_to_tell().expect("it is said");
        assert_eq!(place.synced_by.as_deref(), Some("Dropbox"));
        book.told_place().expect("is kept");
        book.remember().expect("is kept");
        assert_eq!(book.place_to_tell(), None);
        drop(book);
        let again = Book::open(
            &synced.join("b.throughline"),
            Access::Write,
            desk(folder.path()),
        );
        assert_eq!(again.expect("opens").place_to_tell(), None, "nor later");
    }

    #[test]
    fn that_somebody_else_has_it_open_is_said_once_an_opening() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.throughline");
        drop(Book::create(&path, desk(folder.path())).expect("is made"));
        for opening in 1..=2 {
            // The note of a window on another computer, whose lock does not reach here.
            let note = r#"{"hand":"window","name":"Bo","machine":"another-desk","since":""}"#;
            std::fs::write(folder.path().join(".a.throughline.lock"), note).expect("writes");
            let mut book = Book::open(&path, Access::Write, desk(folder.path())).expect("opens");
            book.remember().expect("is kept");
            let place = book.place_to_tell().expect("it is said");
            assert_eq!(
                place.elsewhere.map(|it| it.name).as_deref(),
                Some("Bo"),
                "opening {opening}"
            );
            book.told_place().expect("is kept");
            assert_eq!(book.place_to_tell(), None, "opening {opening}");
            book.remember().expect("is kept");
            assert_eq!(book.place_to_tell(), None, "opening {opening}");
        }
    }

    #[test]
    fn the_list_keeps_twelve_and_survives_what_it_cannot_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let desk = desk(folder.path());
        for number in 0..14 {
            let mut book = book(folder.path(), &format!("{number}.throughline"));
            book.remember().expect("is kept");
        }
        assert_eq!(desk.recents().books.len(), MOST);
        assert_eq!(desk.recents().books[0].name, "13");
        let file = desk.data.join("recent.json");
        let text = r#"{"version": 1, "books": [{"path": 3}, "x"]}"#;
        std::fs::write(&file, text).expect("writes");
        assert!(desk.recents().books.is_empty());
        std::fs::write(&file, "no list").expect("writes");
        assert!(desk.recents().trouble.is_some());
    }
}
