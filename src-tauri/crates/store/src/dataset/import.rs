//! Bringing a table in: chunks in small transactions, then one that publishes them.
//!
//! Killed at any moment, the workbook has either the old table or the new one. What was written
//! and not published is taken away when the import is dropped, or swept at the next opening.

use std::ops::ControlFlow;

use chain::Chain;
use measure::table::{Table, encode};
use rusqlite::TransactionBehavior;

use crate::content::Content;
use crate::dataset::chunk::Chunk;
use crate::dataset::guard::Guard;
use crate::dataset::version::{self, ColumnInfo, DatasetVersion, REJECTED_KEPT, Rejected};
use crate::dataset::{column_info, sweep};
use crate::error::StoreError;
use crate::history::{self, Edited};
use crate::journal::{Change, ChangeKind};
use crate::places::{Stamp, written};
use crate::store::Store;

/// Bytes of columns, before compression, that are written in one transaction.
const BATCH: usize = 4 << 20;

/// A table that arrives.
#[derive(Debug, Clone, Copy)]
pub struct Arrival<'a> {
    /// The id of the dataset in the chain; it need not be there before the import is published.
    pub dataset: &'a str,
    /// The name of the file it came from. A folder before it is not kept.
    pub source_name: &'a str,
    /// The size of that file in bytes.
    pub source_bytes: u64,
    /// The rows.
    pub table: &'a Table,
    /// Distinct values of each column, blanks aside, in the table's order.
    pub distinct: &'a [u64],
}

/// What is kept beside the rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Findings {
    /// What did not come in. More than [`REJECTED_KEPT`] rows are cut.
    pub rejected: Rejected,
    /// How the source was read.
    pub settings: serde_json::Value,
    /// What there is to remark.
    pub notes: Vec<String>,
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Columns written.
    pub columns: usize,
    /// Columns in all.
    pub of: usize,
}

/// What stands at the moment in which an import is published.
#[derive(Debug)]
pub struct Standing<'a> {
    /// The chain.
    pub chain: &'a Chain,
    /// The dataset's current version; none while it has no rows.
    pub current: Option<DatasetVersion>,
}

/// A table that is in the file and not published. Dropped, it is gone again.
#[derive(Debug)]
pub struct Import<'a> {
    store: &'a mut Store,
    version: DatasetVersion,
    stamp: Stamp,
    published: bool,
    _importing: Guard,
}

impl Store {
    /// Writes a table into the workbook without showing it yet; [`Import::publish`] does. `watch`
    /// is told after each column and can stop the import.
    ///
    /// # Errors
    /// `cancelled` when `watch` breaks; `locked`, `disk_full`, `read_only`, `io`. The workbook then
    /// says what it said before.
    pub fn import(
        &mut self,
        stamp: &Stamp,
        arrival: &Arrival<'_>,
        mut watch: impl FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Import<'_>, StoreError> {
        let importing = Guard::importing(self.path())?;
        let version = begin(self, stamp, arrival)?;
        // From here on, leaving early drops the import, and dropping takes the leftovers away.
        let import = Import {
            store: self,
            version,
            stamp: stamp.clone(),
            published: false,
            _importing: importing,
        };
        let of = arrival.table.columns().len();
        let mut batch = Vec::new();
        for (ordinal, column) in arrival.table.columns().iter().enumerate() {
            for (place, piece) in encode(column).iter().enumerate() {
                batch.push(Chunk::of(ordinal, place, piece)?);
                if batch.iter().map(Chunk::raw_bytes).sum::<usize>() >= BATCH {
                    import.write(&mut batch)?;
                }
            }
            if watch(Progress {
                columns: ordinal + 1,
                of,
            })
            .is_break()
            {
                return Err(StoreError::Cancelled);
            }
        }
        import.write(&mut batch)?;
        Ok(import)
    }
}

fn begin(
    store: &mut Store,
    stamp: &Stamp,
    arrival: &Arrival<'_>,
) -> Result<DatasetVersion, StoreError> {
    let table = arrival.table;
    let columns: Vec<ColumnInfo> = table
        .columns()
        .iter()
        .zip(arrival.distinct)
        .map(|(column, distinct)| ColumnInfo {
            name: column.name().to_owned(),
            kind: column.kind(),
            blank: column.blank().count() as u64,
            distinct: *distinct,
        })
        .collect();
    if columns.len() != table.columns().len() {
        let why = "distinct values were not counted for every column".to_owned();
        return Err(StoreError::Unkeepable { why });
    }
    let name = std::path::Path::new(arrival.source_name).file_name();
    let source_name = name
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let at = written(stamp.at);
    let transaction = store.begin()?;
    let (dataset, bytes) = (arrival.dataset, arrival.source_bytes);
    let id = version::begin(&transaction, dataset, &at, &source_name, bytes)?;
    column_info::write(&transaction, id, &columns)?;
    transaction.commit()?;
    Ok(DatasetVersion {
        id,
        dataset: dataset.to_owned(),
        number: 0,
        imported_at: crate::places::read(&at)?,
        source_name,
        source_bytes: bytes,
        rows: table.rows() as u64,
        hash: table.content_hash(),
        rejected: Rejected::default(),
        settings: serde_json::Value::Null,
        notes: Vec::new(),
        columns,
    })
}

impl Import<'_> {
    fn write(&self, batch: &mut Vec<Chunk>) -> Result<(), StoreError> {
        let connection = self.store.connection();
        let transaction =
            rusqlite::Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
        for chunk in batch.drain(..) {
            chunk.write(&transaction, self.version.id)?;
        }
        transaction.commit()?;
        Ok(())
    }

    /// Makes the table the dataset's current one, together with what `change` makes of the chain
    /// (the dataset's own record, proposed metrics), as one step of the history. `change` sees what
    /// stands inside the same transaction, so that a table which came in meanwhile can be refused.
    ///
    /// # Errors
    /// What `change` says; `chain_unkeepable` when the chain then has no such dataset; otherwise as
    /// for an edit. The workbook then says what it said before.
    pub fn publish<E: From<StoreError>>(
        mut self,
        findings: Findings,
        change: impl FnOnce(&Standing<'_>) -> Result<Edited, E>,
    ) -> Result<(Change, DatasetVersion), E> {
        let mut version = self.version.clone();
        version.rejected = findings.rejected;
        version.rejected.rows.truncate(REJECTED_KEPT);
        version.settings = findings.settings;
        version.notes = findings.notes;
        let transaction = self.store.begin()?;
        let (rows, content) = history::sound(&transaction)?;
        let current = content.pointers.get(&version.dataset);
        let edited = change(&Standing {
            chain: &content.chain,
            current: current
                .map(|id| version::one(&transaction, *id))
                .transpose()?,
        })?;
        if edited.chain.dataset(&version.dataset).is_none() {
            let why = format!("it has no dataset `{}` for the rows", version.dataset);
            return Err(StoreError::Unkeepable { why }.into());
        }
        let version = version::publish(&transaction, version)?;
        let mut new = Content {
            chain: edited.chain,
            pointers: content.pointers,
        };
        new.pointers.insert(version.dataset.clone(), version.id);
        let sentence = &edited.sentence;
        let kind = ChangeKind::Import;
        let change = history::write(&transaction, &self.stamp, rows, &new, sentence, kind)?;
        // The pointer moved, so there is always a difference.
        let change = change.ok_or_else(|| StoreError::damaged("an import changed nothing"))?;
        transaction.commit().map_err(StoreError::from)?;
        self.published = true;
        Ok((change, version))
    }
}

impl Drop for Import<'_> {
    fn drop(&mut self) {
        if self.published {
            return;
        }
        // What cannot be taken away now is swept at the next opening.
        if let Err(error) = sweep::take_away(self.store, self.version.id) {
            tracing::warn!(%error, "leftovers of an import stay for now");
        }
    }
}
