//! Reading tables back, whole or a few columns of them. Every chunk is checked on its way.

use measure::table::{Column, Table, decode};
use rusqlite::{Connection, OptionalExtension};

use crate::dataset::chunk;
use crate::dataset::version::{self, ColumnInfo, DatasetVersion};
use crate::error::StoreError;
use crate::store::Store;

impl Store {
    /// The current version of a dataset; none when the dataset is unknown or was not imported.
    ///
    /// # Errors
    /// `file_damaged` when what is said of it is not what was written.
    pub fn dataset(&self, id: &str) -> Result<Option<DatasetVersion>, StoreError> {
        let transaction = self.connection().unchecked_transaction()?;
        let sql = "SELECT version FROM dataset WHERE id = ?";
        let pointer: Option<Option<i64>> = transaction
            .prepare_cached(sql)?
            .query_row([id], |row| row.get(0))
            .optional()?;
        pointer
            .flatten()
            .map(|version| version::one(&transaction, version))
            .transpose()
    }

    /// Every published version of a dataset that is still kept, oldest first.
    ///
    /// # Errors
    /// As [`Store::dataset`].
    pub fn dataset_versions(&self, id: &str) -> Result<Vec<DatasetVersion>, StoreError> {
        let transaction = self.connection().unchecked_transaction()?;
        version::of(&transaction, id)
    }

    /// The rows of a version, all columns.
    ///
    /// # Errors
    /// `dataset_missing` for an unknown version; `file_damaged`, naming the column, when a chunk is
    /// not what was written.
    pub fn table(&self, version: i64) -> Result<Table, StoreError> {
        let transaction = self.connection().unchecked_transaction()?;
        let info = version::one(&transaction, version)?;
        let ordinals = 0..info.columns.len();
        read(&transaction, &info, ordinals)
    }

    /// The rows of a version, only the named columns, in the order of `names`.
    ///
    /// # Errors
    /// As [`Store::table`], and `column_missing`.
    pub fn columns(&self, version: i64, names: &[&str]) -> Result<Table, StoreError> {
        let transaction = self.connection().unchecked_transaction()?;
        let info = version::one(&transaction, version)?;
        let ordinals = names.iter().map(|name| {
            info.columns
                .iter()
                .position(|column| column.name == *name)
                .ok_or_else(|| StoreError::NoColumn {
                    column: (*name).to_owned(),
                })
        });
        let ordinals: Vec<usize> = ordinals.collect::<Result<_, _>>()?;
        read(&transaction, &info, ordinals)
    }
}

fn read(
    connection: &Connection,
    info: &DatasetVersion,
    ordinals: impl IntoIterator<Item = usize>,
) -> Result<Table, StoreError> {
    let columns = ordinals
        .into_iter()
        .map(|ordinal| column(connection, info, ordinal, &info.columns[ordinal]));
    let columns: Vec<Column> = columns.collect::<Result<_, _>>()?;
    let rows = usize::try_from(info.rows)
        .map_err(|_| StoreError::damaged("a dataset has more rows than there can be"))?;
    Table::new(rows, columns).map_err(|fault| StoreError::damaged(fault.to_string()))
}

/// One column of a version, with the counts it had when it was imported.
pub(crate) fn column(
    connection: &Connection,
    info: &DatasetVersion,
    ordinal: usize,
    wanted: &ColumnInfo,
) -> Result<Column, StoreError> {
    let name = &wanted.name;
    let pieces = chunk::pieces(connection, info.id, ordinal, name)?;
    let column = decode(name, wanted.kind, &pieces)
        .map_err(|fault| StoreError::damaged(fault.to_string()))?;
    if column.rows() as u64 != info.rows || column.blank().count() as u64 != wanted.blank {
        return Err(StoreError::damaged(format!("column `{name}` is not whole")));
    }
    Ok(column)
}
