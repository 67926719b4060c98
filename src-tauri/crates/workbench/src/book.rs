//! An open workbook: the file, and what was read of it so far.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use chain::Chain;
use jiff::Timestamp;
use measure::table::Table;
use store::{Access, Claim, Claimant, Hand, Places, Stamp, Store};

use crate::error::{Code, Error};
use crate::ground::{Ground, Memories};
use crate::holding::Holding;
use crate::search::Index;
use crate::{folders, settings};

/// Who works, and where what is not the workbook is kept.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The name that stands in the history.
    pub author: String,
    /// The app's own folder: backups, the list of recent workbooks.
    pub data: PathBuf,
    /// What opens workbooks here: a window that stays, or a command that ends.
    pub hand: Hand,
}

impl Desk {
    /// The desk of the person at this computer: the name they chose, and the app's data folder.
    pub fn here() -> Self {
        Self {
            author: settings::author(),
            data: folders::data(),
            hand: Hand::Command,
        }
    }

    /// The same desk, in front of a window.
    pub fn at_window() -> Self {
        Self {
            hand: Hand::Window,
            ..Self::here()
        }
    }

    fn claim(&self, path: &Path) -> Result<Claim, Error> {
        let claimant = Claimant {
            hand: self.hand,
            name: self.author.clone(),
            at: Timestamp::now(),
        };
        Ok(Claim::take(path, &claimant)?)
    }
}

fn places(desk: &Desk) -> Places {
    Places {
        backups: desk.data.join("backups"),
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
    // Given back after the file is closed.
    claim: Option<Claim>,
    /// Whether the person has read, since it was opened, where it lies.
    pub(crate) told_place: bool,
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
        let claim = desk.claim(path)?;
        Ok(Self::over(path, store, Some(claim), desk))
    }

    /// Opens a workbook.
    ///
    /// # Errors
    /// What keeps it from being read, as [`Code::FileMissing`], [`Code::FileForeign`] or
    /// [`Code::FileNewer`]; [`Code::Held`] when somebody else has it open for writing. The file is
    /// left as it is.
    pub fn open(path: &Path, access: Access, desk: Desk) -> Result<Self, Error> {
        let claim = match access {
            Access::Read => None,
            Access::Write => Some(desk.claim(path)?),
        };
        let store = Store::open(path, access, &places(&desk))?;
        Ok(Self::over(path, store, claim, desk))
    }

    fn over(path: &Path, store: Store, claim: Option<Claim>, desk: Desk) -> Self {
        let access = match claim {
            Some(_) => Access::Write,
            None => Access::Read,
        };
        Self {
            session: OPENED.fetch_add(1, Ordering::Relaxed).wrapping_add(1),
            path: path.to_owned(),
            store,
            access,
            claim,
            told_place: false,
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

    /// What it is open for.
    pub fn access(&self) -> Access {
        self.access
    }

    /// The file's name, without its folder.
    pub fn file_name(&self) -> String {
        self.path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default()
    }

    /// From now on the history says that this person changed the workbook.
    pub fn work_as(&mut self, author: String) {
        self.desk.author = author;
    }

    /// Who seems to have it open on another computer, whose lock does not reach here.
    pub(crate) fn elsewhere(&self) -> Option<Holding> {
        let holder = self.claim.as_ref().and_then(Claim::elsewhere)?;
        Some(Holding::of(holder))
    }

    pub(crate) fn desk(&self) -> &Desk {
        &self.desk
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
