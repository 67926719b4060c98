//! Rows as lists of cells, and their images in the history: JSON objects from column to value.

use rusqlite::types::Value;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Number};

use crate::error::StoreError;
use crate::ladder;
use crate::table::Table;

/// The cells of a row, in the order of its table's columns.
pub(crate) type Row = Vec<Value>;

/// Builds a [`Row`] of anything that [`IntoCell`] knows.
macro_rules! row {
    ($($cell:expr),+ $(,)?) => { vec![$($crate::row::IntoCell::into_cell($cell)),+] };
}
pub(crate) use row;

/// What a record's field is in a cell.
pub(crate) trait IntoCell {
    /// The cell.
    fn into_cell(self) -> Value;
}

impl IntoCell for &str {
    fn into_cell(self) -> Value {
        Value::Text(self.to_owned())
    }
}

impl IntoCell for &String {
    fn into_cell(self) -> Value {
        Value::Text(self.clone())
    }
}

impl IntoCell for String {
    fn into_cell(self) -> Value {
        Value::Text(self)
    }
}

impl IntoCell for usize {
    fn into_cell(self) -> Value {
        // No list in memory is longer than an i64 can say.
        Value::Integer(self as i64)
    }
}

impl IntoCell for i64 {
    fn into_cell(self) -> Value {
        Value::Integer(self)
    }
}

impl IntoCell for u32 {
    fn into_cell(self) -> Value {
        Value::Integer(i64::from(self))
    }
}

impl IntoCell for u8 {
    fn into_cell(self) -> Value {
        Value::Integer(i64::from(self))
    }
}

impl IntoCell for bool {
    fn into_cell(self) -> Value {
        Value::Integer(i64::from(self))
    }
}

impl IntoCell for f64 {
    fn into_cell(self) -> Value {
        // The two zeros are one number in a chain document; one of them is kept.
        Value::Real(if self == 0.0 { 0.0 } else { self })
    }
}

impl<T: IntoCell> IntoCell for Option<T> {
    fn into_cell(self) -> Value {
        self.map_or(Value::Null, T::into_cell)
    }
}

/// A list or a rule as JSON text.
pub(crate) fn json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Unkeepable {
        why: error.to_string(),
    })
}

/// Hands out the cells of a row one by one; what does not fit is damage.
pub(crate) struct Cells {
    table: &'static Table,
    cells: std::vec::IntoIter<Value>,
}

impl Cells {
    /// The cells of a row of `table`.
    pub(crate) fn of(table: &'static Table, row: Row) -> Self {
        Self {
            table,
            cells: row.into_iter(),
        }
    }

    fn wrong(&self, cell: &Value) -> StoreError {
        let at = self.table.columns.len() - self.cells.len() - 1;
        let column = self.table.columns.get(at).copied().unwrap_or("?");
        StoreError::damaged(format!(
            "column `{column}` of table `{}` holds {}, which does not belong there",
            self.table.name,
            words(cell)
        ))
    }

    fn next(&mut self) -> Value {
        self.cells.next().unwrap_or(Value::Null)
    }

    pub(crate) fn text(&mut self) -> Result<String, StoreError> {
        match self.next() {
            Value::Text(text) => Ok(text),
            cell => Err(self.wrong(&cell)),
        }
    }

    pub(crate) fn integer(&mut self) -> Result<i64, StoreError> {
        match self.next() {
            Value::Integer(number) => Ok(number),
            cell => Err(self.wrong(&cell)),
        }
    }

    /// An integer of a smaller type.
    pub(crate) fn small<T: TryFrom<i64>>(&mut self) -> Result<T, StoreError> {
        let number = self.integer()?;
        T::try_from(number).map_err(|_| self.wrong(&Value::Integer(number)))
    }

    /// An integer of a smaller type, or nothing.
    pub(crate) fn maybe_small<T: TryFrom<i64>>(&mut self) -> Result<Option<T>, StoreError> {
        match self.next() {
            Value::Null => Ok(None),
            Value::Integer(number) => T::try_from(number)
                .map(Some)
                .map_err(|_| self.wrong(&Value::Integer(number))),
            cell => Err(self.wrong(&cell)),
        }
    }

    pub(crate) fn real(&mut self) -> Result<f64, StoreError> {
        match self.next() {
            Value::Real(number) => Ok(number),
            cell => Err(self.wrong(&cell)),
        }
    }

    pub(crate) fn maybe_real(&mut self) -> Result<Option<f64>, StoreError> {
        match self.next() {
            Value::Null => Ok(None),
            Value::Real(number) => Ok(Some(number)),
            cell => Err(self.wrong(&cell)),
        }
    }

    pub(crate) fn flag(&mut self) -> Result<bool, StoreError> {
        match self.next() {
            Value::Integer(0) => Ok(false),
            Value::Integer(1) => Ok(true),
            cell => Err(self.wrong(&cell)),
        }
    }

    /// A word of a closed vocabulary.
    pub(crate) fn word<T>(&mut self, read: fn(&str) -> Option<T>) -> Result<T, StoreError> {
        let text = self.text()?;
        read(&text).ok_or_else(|| self.wrong(&Value::Text(text)))
    }

    /// A word of a closed vocabulary, or nothing.
    pub(crate) fn maybe_word<T>(
        &mut self,
        read: fn(&str) -> Option<T>,
    ) -> Result<Option<T>, StoreError> {
        match self.next() {
            Value::Null => Ok(None),
            Value::Text(text) => read(&text)
                .map(Some)
                .ok_or_else(|| self.wrong(&Value::Text(text))),
            cell => Err(self.wrong(&cell)),
        }
    }

    /// A list or a rule from its JSON text.
    pub(crate) fn json<T: DeserializeOwned>(&mut self) -> Result<T, StoreError> {
        let text = self.text()?;
        serde_json::from_str(&text).map_err(|_| self.wrong(&Value::Text(text)))
    }

    /// A rule from its JSON text, or nothing.
    pub(crate) fn maybe_json<T: DeserializeOwned>(&mut self) -> Result<Option<T>, StoreError> {
        match self.next() {
            Value::Null => Ok(None),
            Value::Text(text) => serde_json::from_str(&text)
                .map(Some)
                .map_err(|_| self.wrong(&Value::Text(text))),
            cell => Err(self.wrong(&cell)),
        }
    }
}

fn words(cell: &Value) -> String {
    match cell {
        Value::Null => "nothing".to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => format!("“{}”", text.chars().take(40).collect::<String>()),
        Value::Blob(bytes) => format!("{} bytes", bytes.len()),
    }
}

/// The row as the history keeps it.
pub(crate) fn image(table: &Table, row: &Row) -> Result<String, StoreError> {
    let mut fields = Map::new();
    for (column, cell) in table.columns.iter().zip(row) {
        fields.insert((*column).to_owned(), in_json(cell, table)?);
    }
    json(&fields)
}

/// The key of a row as a text: the JSON list of its key cells.
pub(crate) fn key(table: &Table, row: &Row) -> Result<String, StoreError> {
    let cells: Vec<serde_json::Value> = row
        .iter()
        .take(table.keys)
        .map(|cell| in_json(cell, table))
        .collect::<Result<_, _>>()?;
    json(&cells)
}

fn in_json(cell: &Value, table: &Table) -> Result<serde_json::Value, StoreError> {
    Ok(match cell {
        Value::Null => serde_json::Value::Null,
        Value::Integer(number) => serde_json::Value::from(*number),
        Value::Real(number) => Number::from_f64(*number)
            .map(serde_json::Value::Number)
            .ok_or_else(|| StoreError::Unkeepable {
                why: format!("{number} in a {} is no number", table.name),
            })?,
        Value::Text(text) => serde_json::Value::String(text.clone()),
        Value::Blob(_) => {
            return Err(StoreError::damaged(format!(
                "table `{}` holds raw bytes",
                table.name
            )));
        }
    })
}

/// The row of an image that [`image`] made.
pub(crate) fn of_image(table: &Table, text: &str) -> Result<Row, StoreError> {
    let wrong =
        || StoreError::damaged(format!("the history of table `{}` is no image", table.name));
    let mut fields: Map<String, serde_json::Value> =
        serde_json::from_str(text).map_err(|_| wrong())?;
    let mut row = Vec::with_capacity(table.columns.len());
    for column in table.columns {
        let cell = match fields.remove(*column) {
            // An image from before there was this column.
            None if ladder::is_later(table.name, column) => {
                serde_json::Value::String(String::new())
            }
            cell => cell.ok_or_else(wrong)?,
        };
        row.push(match cell {
            serde_json::Value::Null => Value::Null,
            serde_json::Value::String(text) => Value::Text(text),
            serde_json::Value::Number(number) => match (number.as_i64(), number.as_f64()) {
                (Some(number), _) => Value::Integer(number),
                (None, Some(number)) => Value::Real(number),
                (None, None) => return Err(wrong()),
            },
            _ => return Err(wrong()),
        });
    }
    if fields.is_empty() {
        Ok(row)
    } else {
        Err(wrong())
    }
}
