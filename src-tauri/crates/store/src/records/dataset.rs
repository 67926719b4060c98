//! Datasets by name, each with a pointer to the version that holds its rows now.
//!
//! `version` is NULL for a dataset that was named and not imported. Undoing an import puts the
//! pointer back; the rows stay where they are.

use chain::Dataset;

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "dataset",
    ddl: "CREATE TABLE dataset (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  unit TEXT NOT NULL,
  key_column TEXT NOT NULL,
  weight_column TEXT NOT NULL,
  as_of TEXT NOT NULL,
  version INTEGER REFERENCES dataset_version (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID",
    columns: &[
        "id",
        "position",
        "unit",
        "key_column",
        "weight_column",
        "as_of",
        "version",
    ],
    keys: 1,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let datasets = content.chain.datasets.iter().enumerate();
    let rows = datasets.map(|(position, dataset)| {
        let Dataset {
            id,
            unit,
            key,
            weight,
            as_of,
        } = dataset;
        row![
            id,
            position,
            unit,
            key,
            weight,
            as_of,
            content.pointers.get(id).copied()
        ]
    });
    Ok(rows.collect())
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let id = cells.text()?;
    cells.integer()?;
    let (unit, key) = (cells.text()?, cells.text()?);
    let (weight, as_of) = (cells.text()?, cells.text()?);
    if let Some(version) = cells.maybe_small()? {
        draft.content.pointers.insert(id.clone(), version);
    }
    draft.content.chain.datasets.push(Dataset {
        id,
        unit,
        key,
        weight,
        as_of,
    });
    Ok(())
}
