//! A temporary folder with a workbook in it, and the few things that every test does.

use std::path::{Path, PathBuf};

use chain::Chain;
use jiff::Timestamp;
use store::{Access, Change, Edited, Places, Stamp, Store, StoreError};
use tempfile::TempDir;

/// A folder that is gone after the test.
pub struct Bed {
    folder: TempDir,
}

impl Bed {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("book.throughline")
    }

    pub fn places(&self) -> Places {
        Places {
            backups: self.folder.path().join("backups"),
            now: stamp().at,
        }
    }

    pub fn create(&self) -> Store {
        Store::create(&self.path(), &stamp()).unwrap()
    }

    pub fn open(&self) -> Store {
        Store::open(&self.path(), Access::Write, &self.places()).unwrap()
    }

    pub fn refused(&self, access: Access) -> StoreError {
        Store::open(&self.path(), access, &self.places()).unwrap_err()
    }

    pub fn bytes(&self) -> Vec<u8> {
        std::fs::read(self.path()).unwrap()
    }

    /// The names in the folder, backups aside.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name != "backups")
            .collect();
        names.sort();
        names
    }

    /// A plain SQLite connection, as another program has.
    pub fn sqlite(&self) -> rusqlite::Connection {
        let connection = rusqlite::Connection::open(self.path()).unwrap();
        connection
            .pragma_update(None, "foreign_keys", false)
            .unwrap();
        connection
    }
}

pub fn stamp() -> Stamp {
    let at: Timestamp = "2026-11-01T10:00:00.123Z".parse().unwrap();
    Stamp {
        at,
        author: "Ada".to_owned(),
    }
}

/// Makes the workbook say exactly this.
pub fn set(store: &mut Store, chain: &Chain) -> Option<Change> {
    let chain = chain.clone();
    let edited = move |_: &Chain| {
        Ok::<_, StoreError>(Edited {
            chain,
            sentence: "Changed something".to_owned(),
        })
    };
    store.edit(&stamp(), edited).unwrap()
}

/// Changes one thing.
pub fn change(store: &mut Store, sentence: &str, how: impl FnOnce(&mut Chain)) -> Option<Change> {
    let edited = |chain: &Chain| {
        let mut chain = chain.clone();
        how(&mut chain);
        Ok::<_, StoreError>(Edited {
            chain,
            sentence: sentence.to_owned(),
        })
    };
    store.edit(&stamp(), edited).unwrap()
}

/// A chain with one segment that holds a little of everything.
pub fn small() -> Chain {
    Chain::from_text(include_str!("small.json")).unwrap()
}

/// Problems in the file, as texts.
pub fn problems(path: &Path) -> Vec<String> {
    let problems = store::verify(path).unwrap();
    problems
        .into_iter()
        .map(|problem| format!("{}: {}", problem.part, problem.message))
        .collect()
}
