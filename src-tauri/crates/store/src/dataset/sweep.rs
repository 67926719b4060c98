//! Taking away rows that nobody can reach any more: what an interrupted import left, and versions
//! that were undone and then given up for something else.

use std::time::Duration;

use rusqlite::Connection;

use crate::connection;
use crate::dataset::guard::Guard;
use crate::dataset::version;
use crate::error::StoreError;
use crate::store::Store;

/// Chunks taken away in one transaction.
const BATCH: usize = 32;

/// Building, or else not current and in no change that stands or can be redone.
const LEFT_OVER: &str = "(state = 'building' OR (
  id NOT IN (SELECT version FROM dataset WHERE version IS NOT NULL)
  AND id NOT IN (
    SELECT coalesce(json_extract(image.value, '$.version'), 0)
    FROM change_row JOIN change ON change.seq = change_row.change,
         json_each(json_array(change_row.before, change_row.after)) AS image
    WHERE change_row.table_name = 'dataset' AND change.state <> 'abandoned'
      AND image.value IS NOT NULL)))";

/// Sweeps, unless another process is importing or writing: then a later opening will. Tidying up is
/// no reason to refuse a workbook, so what goes wrong is noted and no more.
pub(crate) fn sweep(store: &mut Store) {
    if let Err(error) = try_sweep(store) {
        tracing::warn!(%error, "rows that nobody can reach stay for now");
    }
}

fn try_sweep(store: &mut Store) -> Result<(), StoreError> {
    if left_over(store.connection())?.is_empty() {
        return Ok(());
    }
    let Some(_sweeping) = Guard::sweeping(store.path()) else {
        return Ok(());
    };
    store.connection().busy_timeout(Duration::ZERO)?;
    // Asked again, now that no import can be under way.
    let swept = left_over(store.connection())
        .and_then(|ids| ids.into_iter().try_for_each(|id| take_away(store, id)));
    connection::be_patient(store.connection())?;
    swept
}

fn left_over(connection: &Connection) -> Result<Vec<i64>, StoreError> {
    version::ids(connection, LEFT_OVER, [])
}

/// Takes a left-over version away, a few chunks at a time, itself last. A version that is none, or
/// no longer, stays.
pub(crate) fn take_away(store: &mut Store, version: i64) -> Result<(), StoreError> {
    loop {
        let transaction = store.begin()?;
        let which = format!("id = ? AND {LEFT_OVER}");
        if version::ids(&transaction, &which, [version])?.is_empty() {
            return Ok(());
        }
        let gone = transaction.execute(
            "DELETE FROM chunk WHERE id IN (SELECT id FROM chunk WHERE version = ? LIMIT ?)",
            (version, BATCH as i64),
        )?;
        if gone == 0 {
            transaction.execute("DELETE FROM dataset_version WHERE id = ?", [version])?;
        }
        transaction.commit()?;
    }
}
