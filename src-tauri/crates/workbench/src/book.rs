//! An open workbook: the file, and what was read of it so far.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use chain::Chain;
use jiff::Timestamp;
use measure::table::Table;
use store::{Access, Places, Stamp, Store};

use crate::error::{Code, Error};
use crate::ground::{Ground, Memories};
use crate::search::Index;

/// Who works, and where what is not the workbook is kept.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The name that stands in the history.
    pub author: String,
    /// Where backups are kept.
    pub backups: PathBuf,
}

impl Desk {
    /// The desk of the person at this computer: their user name, and the app's data folder.
    pub fn here() -> Self {
        let author = ["THROUGHLINE_AUTHOR", "USER", "USERNAME"]
            .iter()
            .find_map(|name| {
                std::env::var(name)
                    .ok()
                    .filter(|value| !value.trim().is_empty())
            })
            .unwrap_or_default();
        Self {
            author,
            backups: data_folder().join("backups"),
        }
    }
}

/// The app's own folder for data, as the platform has it.
pub(crate) fn data_folder() -> PathBuf {
    let from = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let base = if cfg!(target_os = "macos") {
        from("HOME").map(|home| home.join("Library/Application Support"))
    } else if cfg!(windows) {
        from("APPDATA")
    } else {
        from("XDG_DATA_HOME").or_else(|| from("HOME").map(|home| home.join(".local/share")))
    };
    base.unwrap_or_else(std::env::temp_dir).join("throughline")
}

fn places(desk: &Desk) -> Places {
    Places {
        backups: desk.backups.clone(),
        now: Timestamp::now(),
    }
}

/// How many workbooks this process has opened.
static OPENED: AtomicU32 = AtomicU32::new(0);

/// An open workbook.
pub struct Book {
    session: u32,
    pub(crate) path: PathBuf,
    pub(crate) store: Store,
    pub(crate) access: Access,
    desk: Desk,
    chain: Option<(i64, Arc<Chain>)>,
    tables: HashMap<i64, Arc<Table>>,
    pub(crate) memories: Memories,
    /// What the coach found in texts it has read already.
    pub(crate) read_before: coach::Memory,
    index: Option<(i64, Arc<Index>)>,
}

impl Book {
    /// Makes a new, empty workbook.
    ///
    /// # Errors
    /// [`Code::FileExists`] when something is there already; [`Code::ReadOnly`] and the like when
    /// the folder does not take it.
    pub fn create(path: &Path, desk: Desk) -> Result<Self, Error> {
        let stamp = Stamp {
            at: Timestamp::now(),
            author: desk.author.clone(),
        };
        let store = Store::create(path, &stamp)?;
        Ok(Self::over(path, store, Access::Write, desk))
    }

    /// Opens a workbook.
    ///
    /// # Errors
    /// What keeps it from being read, as [`Code::FileMissing`], [`Code::FileForeign`] or
    /// [`Code::FileNewer`]; the file is left as it is.
    pub fn open(path: &Path, access: Access, desk: Desk) -> Result<Self, Error> {
        let store = Store::open(path, access, &places(&desk))?;
        Ok(Self::over(path, store, access, desk))
    }

    fn over(path: &Path, store: Store, access: Access, desk: Desk) -> Self {
        Self {
            session: OPENED.fetch_add(1, Ordering::Relaxed).wrapping_add(1),
            path: path.to_owned(),
            store,
            access,
            desk,
            chain: None,
            tables: HashMap::new(),
            memories: Memories::default(),
            read_before: coach::Memory::default(),
            index: None,
        }
    }

    /// The chain as it stands.
    ///
    /// # Errors
    /// [`Code::FileDamaged`] when the workbook cannot be read.
    pub fn chain(&mut self) -> Result<Arc<Chain>, Error> {
        let revision = self.store.revision()?;
        match &self.chain {
            Some((read, chain)) if *read == revision => Ok(Arc::clone(chain)),
            _ => {
                let chain = Arc::new(self.store.chain()?);
                self.chain = Some((revision, Arc::clone(&chain)));
                Ok(chain)
            }
        }
    }

    /// The number of this opening, of its own in this process: whoever changes what was read of a
    /// workbook says it, so that no change meant for one workbook lands in another.
    pub fn session(&self) -> u32 {
        self.session
    }

    /// The workbook's file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file's name, without its folder.
    pub fn file_name(&self) -> String {
        self.path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default()
    }

    pub(crate) fn author(&self) -> &str {
        &self.desk.author
    }

    pub(crate) fn places(&self) -> Places {
        places(&self.desk)
    }

    pub(crate) fn stamp(&self) -> Stamp {
        Stamp {
            at: Timestamp::now(),
            author: self.desk.author.clone(),
        }
    }

    /// Today, where the person is, as an ISO date.
    pub(crate) fn today(&self) -> String {
        jiff::ZonedDateTime::now().date().to_string()
    }

    /// A dataset's current version and its rows; none when it is not imported.
    pub(crate) fn table(&mut self, dataset: &str) -> Result<Option<(i64, Arc<Table>)>, Error> {
        let Some(version) = self.store.dataset(dataset)? else {
            return Ok(None);
        };
        if let Some(table) = self.tables.get(&version.id) {
            return Ok(Some((version.id, Arc::clone(table))));
        }
        let table = Arc::new(self.store.table(version.id)?);
        // An undone or replaced version may come back, but must not stay in memory until then.
        let mut current = vec![version.id];
        for other in self
            .chain()?
            .datasets
            .iter()
            .filter(|other| other.id != dataset)
        {
            current.extend(self.store.dataset(&other.id)?.map(|version| version.id));
        }
        self.tables.retain(|id, _| current.contains(id));
        self.memories.keep_only(&current);
        self.tables.insert(version.id, Arc::clone(&table));
        Ok(Some((version.id, table)))
    }

    /// The rows of a dataset's current version.
    ///
    /// # Errors
    /// [`Code::NotFound`] when no such dataset is imported.
    pub(crate) fn imported(&mut self, dataset: &str) -> Result<Arc<Table>, Error> {
        Ok(self.imported_ground(dataset)?.table)
    }

    /// The same, as the ground of rules.
    ///
    /// # Errors
    /// As [`Book::imported`].
    pub(crate) fn imported_ground(&mut self, dataset: &str) -> Result<Ground, Error> {
        if let Some(ground) = self.ground(dataset)? {
            return Ok(ground);
        }
        let known: Vec<String> = self
            .chain()?
            .datasets
            .iter()
            .map(|d| d.id.clone())
            .collect();
        if known.iter().any(|id| id == dataset) {
            return Err(Error::new(
                Code::NotFound,
                format!("The dataset `{dataset}` has no rows yet"),
                "Import its table first.",
            ));
        }
        Err(Error::not_found("dataset", dataset, &known))
    }

    /// The texts as they were read for a search at a revision.
    pub(crate) fn known_index(&self, revision: i64) -> Option<Arc<Index>> {
        let known = self.index.as_ref().filter(|(read, _)| *read == revision);
        known.map(|(_, index)| Arc::clone(index))
    }

    /// Keeps what a search has read.
    pub(crate) fn keep_index(&mut self, revision: i64, index: Arc<Index>) {
        self.index = Some((revision, index));
    }
}
