//! The rows of the chain as they were at another point of the history, worked out in memory.

use std::collections::HashMap;

use rusqlite::types::Value;

use crate::content::{RowChange, Rows};
use crate::error::StoreError;
use crate::records::RECORDS;
use crate::row::{Row, key};

/// Rows by their keys, each table for itself, in the order of [`RECORDS`].
pub(crate) struct Rewound(Vec<HashMap<String, Row>>);

impl Rewound {
    /// Rows to begin with.
    pub(crate) fn of(rows: &Rows) -> Result<Self, StoreError> {
        let tables = RECORDS.iter().zip(&rows.0).map(|(record, rows)| {
            rows.iter()
                .map(|row| Ok((key(record.table, row)?, row.clone())))
                .collect()
        });
        Ok(Self(tables.collect::<Result<_, StoreError>>()?))
    }

    /// Takes a change back, if the row is what the change left.
    pub(crate) fn take_back(&mut self, change: &RowChange) -> Result<(), StoreError> {
        self.lay(change, change.after.as_ref(), change.before.as_ref())
    }

    /// Lays a change over the rows again, if the row is what it was before the change.
    pub(crate) fn bring_back(&mut self, change: &RowChange) -> Result<(), StoreError> {
        self.lay(change, change.before.as_ref(), change.after.as_ref())
    }

    fn lay(
        &mut self,
        change: &RowChange,
        from: Option<&Row>,
        to: Option<&Row>,
    ) -> Result<(), StoreError> {
        let at = RECORDS
            .iter()
            .position(|record| record.table.name == change.table.name)
            .unwrap_or_default();
        let table = &mut self.0[at];
        if table.get(&change.key) != from {
            return Err(StoreError::damaged(format!(
                "the history does not fit: {} of `{}` is not what the change left",
                change.key, change.table.name
            )));
        }
        match to {
            Some(row) => table.insert(change.key.clone(), row.clone()),
            None => table.remove(&change.key),
        };
        Ok(())
    }

    /// The rows, each table in the order of its positions.
    pub(crate) fn rows(self) -> Rows {
        let tables = RECORDS.iter().zip(self.0).map(|(record, rows)| {
            let columns = record.table.columns;
            let position = columns.iter().position(|column| *column == "position");
            let mut rows: Vec<(String, Row)> = rows.into_iter().collect();
            rows.sort_by(|(one, row), (other, next)| {
                let place = |row: &Row| match position.and_then(|at| row.get(at)) {
                    Some(Value::Integer(place)) => *place,
                    _ => 0,
                };
                (place(row), one).cmp(&(place(next), other))
            });
            rows.into_iter().map(|(_, row)| row).collect()
        });
        Rows(tables.collect())
    }
}
