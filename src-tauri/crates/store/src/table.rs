//! A table of the chain: its name, its columns, and the four things done with rows.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};

use crate::error::StoreError;
use crate::ladder;
use crate::row::Row;

/// A table of plain typed columns.
#[derive(Debug)]
pub(crate) struct Table {
    /// Its name.
    pub name: &'static str,
    /// The statement that makes it.
    pub ddl: &'static str,
    /// Its columns; the key columns come first.
    pub columns: &'static [&'static str],
    /// How many of the columns make the key.
    pub keys: usize,
}

impl Table {
    /// Every row, in the order of `position` where there is one.
    pub(crate) fn all(&self, connection: &Connection) -> Result<Vec<Row>, StoreError> {
        let order = if self.columns.contains(&"position") {
            " ORDER BY position"
        } else {
            ""
        };
        let sql = format!(
            "SELECT {} FROM {}{order}",
            self.columns.join(", "),
            self.name
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(self.cells(row)?);
        }
        Ok(all)
    }

    /// The row with the key of `like`.
    pub(crate) fn one(
        &self,
        connection: &Connection,
        like: &Row,
    ) -> Result<Option<Row>, StoreError> {
        let sql = format!(
            "SELECT {} FROM {} WHERE {}",
            self.columns.join(", "),
            self.name,
            self.at()
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let found = statement
            .query_row(params_from_iter(&like[..self.keys]), |row| {
                Ok(self.cells(row))
            })
            .optional()?;
        found.transpose()
    }

    /// Adds a row.
    pub(crate) fn insert(&self, connection: &Connection, row: &Row) -> Result<(), StoreError> {
        let places = vec!["?"; self.columns.len()].join(", ");
        let sql = format!(
            "INSERT INTO {} ({}) VALUES ({places})",
            self.name,
            self.columns.join(", ")
        );
        connection
            .prepare_cached(&sql)?
            .execute(params_from_iter(row))?;
        Ok(())
    }

    /// Takes out the row with the key of `row`.
    pub(crate) fn delete(&self, connection: &Connection, row: &Row) -> Result<(), StoreError> {
        let sql = format!("DELETE FROM {} WHERE {}", self.name, self.at());
        let gone = connection
            .prepare_cached(&sql)?
            .execute(params_from_iter(&row[..self.keys]))?;
        self.exactly_one(gone)
    }

    /// Replaces the row with the key of `row`.
    pub(crate) fn update(&self, connection: &Connection, row: &Row) -> Result<(), StoreError> {
        let set: Vec<String> = self
            .columns
            .iter()
            .skip(self.keys)
            .map(|column| format!("{column} = ?"))
            .collect();
        let sql = format!(
            "UPDATE {} SET {} WHERE {}",
            self.name,
            set.join(", "),
            self.at()
        );
        let (key, rest) = row.split_at(self.keys);
        let cells = rest.iter().chain(key);
        let changed = connection
            .prepare_cached(&sql)?
            .execute(params_from_iter(cells))?;
        self.exactly_one(changed)
    }

    /// The cells of a row that a fingerprint counts: all, but for empty ones at the end that a later
    /// schema added. So what was written before there were any stays what it was.
    pub(crate) fn counted<'r>(&self, row: &'r Row) -> &'r [Value] {
        let columns = self.columns.iter().zip(row).rev();
        let left_out = columns
            .take_while(|(column, cell)| {
                ladder::is_later(self.name, column)
                    && matches!(cell, Value::Text(text) if text.is_empty())
            })
            .count();
        &row[..row.len() - left_out]
    }

    fn at(&self) -> String {
        let keys: Vec<String> = self
            .columns
            .iter()
            .take(self.keys)
            .map(|column| format!("{column} = ?"))
            .collect();
        keys.join(" AND ")
    }

    fn cells(&self, row: &rusqlite::Row<'_>) -> Result<Row, StoreError> {
        (0..self.columns.len())
            .map(|at| Ok(row.get::<_, Value>(at)?))
            .collect()
    }

    fn exactly_one(&self, rows: usize) -> Result<(), StoreError> {
        match rows {
            1 => Ok(()),
            _ => Err(StoreError::damaged(format!(
                "a row of table `{}` is not there",
                self.name
            ))),
        }
    }
}
