//! The way up from older schemas: steps that run all together in one transaction, or not at all.
//!
//! A step is never edited once it has shipped: it says in its own words what it makes, whatever the
//! schema has become since. The history of older schemas stays as it is, so a step adds tables, or
//! text columns that begin empty ([`is_later`]).

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::connection;
use crate::error::StoreError;
use crate::schema::{self, SCHEMA_VERSION};

/// One schema version up.
pub(crate) struct Step {
    /// The version it leads to.
    pub to: i32,
    /// What it does.
    pub run: fn(&Transaction<'_>) -> Result<(), StoreError>,
}

/// Steps, the version they end at, and the check of what that version looks like.
pub(crate) struct Ladder {
    /// The newest version.
    pub version: i32,
    /// The steps, ascending, each leading one version up.
    pub steps: &'static [Step],
    /// Whether a database has the schema of the newest version.
    pub check: fn(&Connection) -> Result<(), StoreError>,
}

/// The ladder of this crate.
pub(crate) static SHIPPED: Ladder = Ladder {
    version: SCHEMA_VERSION,
    steps: &[Step { to: 2, run: second }],
    check: schema::check,
};

/// Schema 2: what confirmed links rested on, the words that findings were set aside on, dimensions
/// of decisions, what is expected of segments, named points of the history, a record's own history.
fn second(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    Ok(transaction.execute_batch(
        "ALTER TABLE segment ADD COLUMN expects TEXT NOT NULL DEFAULT '';
ALTER TABLE suppression ADD COLUMN text TEXT NOT NULL DEFAULT '';
CREATE TABLE dimension (
  decision TEXT NOT NULL REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (decision, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE ground (
  link TEXT NOT NULL REFERENCES confirmation (link) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (link, position)
) STRICT;
CREATE TABLE snapshot (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  seq INTEGER NOT NULL CHECK (seq >= 0),
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX change_row_of_record ON change_row (table_name, row_key);",
    )?)
}

/// Whether a column was added to its table by a step. Such a column is a text, empty in every row
/// that is older than it; an empty one is neither counted in fingerprints nor missed in images.
pub(crate) fn is_later(table: &str, column: &str) -> bool {
    matches!(
        (table, column),
        ("segment", "expects") | ("suppression", "text")
    )
}

impl Ladder {
    /// Brings a database up to the newest version.
    pub(crate) fn climb(&self, connection: &mut Connection) -> Result<(), StoreError> {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another process may have been here since the caller looked.
        let mut version = version(&transaction)?;
        for step in self.steps {
            if step.to == version + 1 {
                (step.run)(&transaction)?;
                version = step.to;
            }
        }
        if version != self.version {
            return Err(StoreError::damaged(format!(
                "no way leads from its schema {version} to {}",
                self.version
            )));
        }
        transaction.pragma_update(None, "user_version", version)?;
        (self.check)(&transaction)?;
        if transaction
            .prepare("PRAGMA foreign_key_check")?
            .exists([])?
        {
            return Err(StoreError::damaged(
                "after the upgrade a row points at nothing",
            ));
        }
        transaction.commit()?;
        Ok(())
    }
}

/// A copy in memory at the newest schema, for a file that must not or cannot be written.
pub(crate) fn raised(connection: &Connection, ladder: &Ladder) -> Result<Connection, StoreError> {
    schema::check_older(connection)?;
    let mut copy = connection::memory()?;
    {
        let backup = Backup::new(connection, &mut copy)?;
        match backup.step(-1)? {
            StepResult::Done => {}
            _ => return Err(StoreError::Locked),
        }
    }
    ladder.climb(&mut copy)?;
    Ok(copy)
}

/// The schema version that SQLite sees, the write-ahead log included.
pub(crate) fn version(connection: &Connection) -> Result<i32, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}
