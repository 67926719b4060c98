//! One open workbook.

use std::path::{Path, PathBuf};

use chain::Chain;
use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::backup::{self, Check};
use crate::bursts::Bursts;
use crate::connection;
use crate::content::{Content, Rows};
use crate::dataset::sweep;
use crate::error::StoreError;
use crate::held::{self, Hold};
use crate::history::sound;
use crate::ladder::{self, Ladder, SHIPPED};
use crate::places::{Access, Places, Stamp};
use crate::placing::Building;
use crate::recognise;
use crate::schema::{self, APPLICATION_ID};
use crate::workbook;

/// Bytes of a page. Measured with `examples/page_size.rs` (dev profile, two cores, an edit of one
/// field in a chain of 20 segments and 160 pains; ten columns of a million rows):
///
/// | page   | edit, disk | edit, memory disk | log per edit | read   | empty file | full file |
/// |--------|------------|-------------------|--------------|--------|------------|-----------|
/// | 4,096  | 8.0 ms     | 2.7 ms            | 21 kB        | 100 ms | 132 kB     | 21.7 MB   |
/// | 8,192  | 8.0 ms     | 2.7 ms            | 40 kB        | 98 ms  | 256 kB     | 21.8 MB   |
/// | 16,384 | 8.0 ms     | 2.7 ms            | 80 kB        | 100 ms | 480 kB     | 22.1 MB   |
/// | 32,768 | 8.0 ms     | 2.7 ms            | 160 kB       | 99 ms  | 960 kB     | 22.7 MB   |
///
/// An edit waits for the disk, a read for unpacking; neither for the page size. So the smallest is
/// taken: it writes the least for an edit and makes the smallest file.
const PAGE_SIZE: u32 = 4096;

/// An open workbook. Dropping the last one on a file folds its log back in and leaves one file.
#[derive(Debug)]
pub struct Store {
    // Closed before the hold lets go of its handle of the file.
    connection: Connection,
    path: PathBuf,
    access: Access,
    bursts: Bursts,
    _hold: Hold,
}

impl Store {
    /// Makes a new workbook under a name that nothing has, and opens it for writing.
    ///
    /// # Errors
    /// `file_exists`, `read_only`, `disk_full`, `io`. No half workbook is ever under that name.
    pub fn create(path: &Path, stamp: &Stamp) -> Result<Self, StoreError> {
        let building = Building::of(path)?;
        let connection = connection::writable(building.path())?;
        connection.pragma_update(None, "page_size", PAGE_SIZE)?;
        write_ahead(&connection, path)?;
        let transaction = connection.unchecked_transaction()?;
        schema::make(&transaction)?;
        let rows = Rows::of(&Content::default())?;
        let fingerprint = rows.fingerprint();
        for change in Rows::stored(&transaction)?.changes_to(rows)? {
            change.apply(&transaction)?;
        }
        workbook::begin(&transaction, stamp, fingerprint)?;
        transaction.commit()?;
        connection.close().map_err(|(_, error)| error)?;
        building.place()?;
        let (_, hold) = held::look(path)?;
        let path = full(path)?;
        let connection = connection::writable(&path)?;
        Ok(Self {
            connection,
            path,
            access: Access::Write,
            bursts: Bursts::default(),
            _hold: hold,
        })
    }

    /// Opens a workbook. An older one is upgraded, after a verified backup. Opening for writing
    /// also sweeps away what an interrupted import left.
    ///
    /// # Errors
    /// `file_missing`, `file_empty`, `not_a_file`, `file_foreign`, `file_newer`, `file_damaged`,
    /// `read_only`, `locked`, `io`. A file that is refused stays byte for byte as it is.
    pub fn open(path: &Path, access: Access, places: &Places) -> Result<Self, StoreError> {
        Self::open_with(path, access, places, &SHIPPED)
    }

    pub(crate) fn open_with(
        path: &Path,
        access: Access,
        places: &Places,
        ladder: &Ladder,
    ) -> Result<Self, StoreError> {
        let mut opened = Opened::look(path, access, ladder.version)?;
        opened.accept(access, places, ladder)?;
        let Opened {
            connection,
            path,
            hold,
            had_log,
        } = opened;
        if access == Access::Write {
            write_ahead(&connection, &path)?;
        }
        if had_log {
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        }
        let mut store = Self {
            connection,
            path,
            access,
            bursts: Bursts::default(),
            _hold: hold,
        };
        if access == Access::Write {
            sweep::sweep(&mut store);
        }
        Ok(store)
    }

    /// The chain as it stands.
    ///
    /// # Errors
    /// `file_damaged` when the rows are not those that were written.
    pub fn chain(&self) -> Result<Chain, StoreError> {
        // One transaction, so that all tables are read as of one moment.
        let transaction = self.connection.unchecked_transaction()?;
        let (_, content) = sound(&transaction)?;
        Ok(content.chain)
    }

    /// How often the workbook was changed, by this process or another: edits, imports, undos,
    /// redos. While it stays the same, so does everything that can be read.
    ///
    /// # Errors
    /// `file_damaged`, `locked`, `io`.
    pub fn revision(&self) -> Result<i64, StoreError> {
        workbook::revision(&self.connection)
    }

    /// The file, by its full name.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it was opened for writing.
    pub fn may_write(&self) -> bool {
        self.access == Access::Write
    }

    pub(crate) fn bursts(&self) -> &Bursts {
        &self.bursts
    }

    pub(crate) fn bursts_mut(&mut self) -> &mut Bursts {
        &mut self.bursts
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    pub(crate) fn connection_mut(&mut self) -> &mut Connection {
        &mut self.connection
    }
}

/// A file that looks like a workbook and is open, but not accepted yet.
pub(crate) struct Opened {
    pub connection: Connection,
    pub path: PathBuf,
    pub hold: Hold,
    had_log: bool,
}

impl Opened {
    /// Recognises the file as of a schema up to `known` and connects to it. Until it is accepted,
    /// closing it changes nothing.
    pub(crate) fn look(path: &Path, access: Access, known: i32) -> Result<Self, StoreError> {
        let (look, hold) = held::look(path)?;
        let path = full(path)?;
        let had_log = connection::has_log(&path);
        let found = recognise::schema_version(&path, &look.head, look.length, had_log)?;
        if found > known {
            return Err(StoreError::Newer { path, found, known });
        }
        let connection = match access {
            Access::Read => connection::readable(&path),
            Access::Write => connection::writable(&path),
        };
        let connection = connection.map_err(|error| error.about(&path))?;
        if had_log {
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        }
        Ok(Self {
            connection,
            path,
            hold,
            had_log,
        })
    }

    /// Checks what SQLite sees, brings it up to the newest schema, and checks that. A file that can
    /// only be read is brought up in memory.
    fn accept(
        &mut self,
        access: Access,
        places: &Places,
        ladder: &Ladder,
    ) -> Result<(), StoreError> {
        let about = |error: StoreError| error.about(&self.path);
        // The log may hold a header that is not in the file yet.
        let id: i32 = self
            .connection
            .pragma_query_value(None, "application_id", |row| row.get(0))
            .map_err(StoreError::from)
            .map_err(about)?;
        if id != APPLICATION_ID {
            return Err(StoreError::damaged("its log belongs to another file"));
        }
        let found = ladder::version(&self.connection)?;
        let known = ladder.version;
        if found > known {
            return Err(StoreError::Newer {
                path: self.path.clone(),
                found,
                known,
            });
        }
        if found < known {
            schema::check_older(&self.connection)?;
            // Reading an older workbook needs the new tables too.
            if access == Access::Read && self.connection.is_readonly("main")? {
                self.connection = ladder::raised(&self.connection, ladder).map_err(about)?;
                self.connection.pragma_update(None, "query_only", true)?;
            } else {
                backup::keep(&self.connection, &self.path, places, Check::Pages)?;
                let mut writer = connection::writable(&self.path)?;
                ladder.climb(&mut writer).map_err(about)?;
            }
        }
        (ladder.check)(&self.connection)
    }
}

/// Sees to it that changes go to a write-ahead log. A workbook is made so; a copy that another tool
/// made may not be, and a folder that cannot share memory cannot have one.
fn write_ahead(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let mode: String =
        connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    match mode.as_str() {
        "wal" => Ok(()),
        _ => Err(StoreError::ReadOnly {
            path: path.to_owned(),
        }),
    }
}

/// The full name of a file that is there. A relative one could be taken for an SQLite URI.
fn full(path: &Path) -> Result<PathBuf, StoreError> {
    path.canonicalize()
        .map_err(|error| StoreError::io("reading", path, error))
}
