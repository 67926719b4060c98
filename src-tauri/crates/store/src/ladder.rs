//! The way up from older schemas: steps that run all together in one transaction, or not at all.
//!
//! A step is never edited once it has shipped. Schema 1 is the first, so no step has shipped yet.

use rusqlite::{Connection, Transaction, TransactionBehavior};

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
    steps: &[],
    check: schema::check,
};

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

/// The schema version that SQLite sees, the write-ahead log included.
pub(crate) fn version(connection: &Connection) -> Result<i32, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}
