//! Customer tables in memory: columns of one type each, and for each a mask of its blank cells.
//!
//! Text is held once in a dictionary and by its number in the rows, so that a condition on text is
//! judged once a distinct value and not once a row.

mod date;
mod hash;
mod mask;
mod nearest;
mod piece;
mod show;
#[cfg(test)]
pub(crate) mod tests;
mod tokens;

pub(crate) use date::{DAY, Time, number, parse_time};
pub use date::{civil, days, iso_date, iso_datetime, parse_iso_date, parse_iso_datetime};
pub use mask::Mask;
pub use nearest::nearest;
pub use piece::{Piece, PieceFault, decode, encode};
pub use tokens::tokens;

use serde::{Deserialize, Serialize};
use specta::Type;

/// The type of a column, decided on all of its cells.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "lowercase")]
pub enum ColumnType {
    /// Anything, compared as it is written.
    Text,
    /// Whole numbers of at most 18 digits.
    Integer,
    /// Numbers with a fraction, as 64-bit floats.
    Number,
    /// True or false.
    Boolean,
    /// Calendar days.
    Date,
    /// Moments, to the microsecond.
    Datetime,
}

impl ColumnType {
    /// Every type, in the order in which people choose.
    pub const ALL: [ColumnType; 6] = [
        ColumnType::Text,
        ColumnType::Integer,
        ColumnType::Number,
        ColumnType::Boolean,
        ColumnType::Date,
        ColumnType::Datetime,
    ];

    /// The type's word, as on the command line and in files.
    pub const fn word(self) -> &'static str {
        match self {
            ColumnType::Text => "text",
            ColumnType::Integer => "integer",
            ColumnType::Number => "number",
            ColumnType::Boolean => "boolean",
            ColumnType::Date => "date",
            ColumnType::Datetime => "datetime",
        }
    }

    /// The type that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether its values can be added up.
    pub const fn is_numeric(self) -> bool {
        matches!(self, ColumnType::Integer | ColumnType::Number)
    }
}

impl std::fmt::Display for ColumnType {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(self.word())
    }
}

/// The values of a column, one a row. Blank rows hold a zero of the type, and mean nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Data {
    /// The distinct texts in order of first appearance, and each row's place among them.
    Text {
        /// The distinct texts.
        dict: Vec<String>,
        /// Each row's place in `dict`.
        codes: Vec<u32>,
    },
    /// Whole numbers.
    Integer(Vec<i64>),
    /// Finite numbers.
    Number(Vec<f64>),
    /// A bit a row.
    Boolean(Mask),
    /// Days since 1970-01-01.
    Date(Vec<i32>),
    /// Microseconds since 1970-01-01T00:00:00; UTC where the file gave an offset.
    Datetime(Vec<i64>),
}

impl Data {
    /// Rows held.
    pub fn rows(&self) -> usize {
        match self {
            Data::Text { codes, .. } => codes.len(),
            Data::Integer(values) | Data::Datetime(values) => values.len(),
            Data::Number(values) => values.len(),
            Data::Boolean(mask) => mask.len(),
            Data::Date(values) => values.len(),
        }
    }

    /// The type of these values.
    pub fn kind(&self) -> ColumnType {
        match self {
            Data::Text { .. } => ColumnType::Text,
            Data::Integer(_) => ColumnType::Integer,
            Data::Number(_) => ColumnType::Number,
            Data::Boolean(_) => ColumnType::Boolean,
            Data::Date(_) => ColumnType::Date,
            Data::Datetime(_) => ColumnType::Datetime,
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    name: String,
    data: Data,
    blank: Mask,
}

/// What keeps columns from being a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableFault {
    /// A column's values, its blanks and the table differ in length.
    #[error("column `{column}` has {found} rows where {wanted} are wanted")]
    Length {
        /// The column's name.
        column: String,
        /// Rows found.
        found: usize,
        /// Rows wanted.
        wanted: usize,
    },
    /// Two columns have one name.
    #[error("two columns are called `{column}`")]
    SameName {
        /// Their name.
        column: String,
    },
    /// A row points outside its dictionary.
    #[error("column `{column}` points outside its dictionary")]
    Code {
        /// The column's name.
        column: String,
    },
}

impl Column {
    /// A column; `blank` has a bit for every row.
    ///
    /// # Errors
    /// When the lengths differ, or a row that is not blank points outside the dictionary.
    pub fn new(name: impl Into<String>, data: Data, blank: Mask) -> Result<Self, TableFault> {
        let name = name.into();
        let (found, wanted) = (data.rows(), blank.len());
        if found != wanted {
            return Err(TableFault::Length {
                column: name,
                found,
                wanted,
            });
        }
        if let Data::Text { dict, codes } = &data
            && codes.iter().enumerate().any(|(row, code)| {
                // A blank row's code is never looked up, but must still be harmless.
                *code as usize >= dict.len() && !(blank.get(row) && *code == 0)
            })
        {
            return Err(TableFault::Code { column: name });
        }
        Ok(Self { name, data, blank })
    }

    /// The column's name, unique in its table.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The values.
    pub fn data(&self) -> &Data {
        &self.data
    }

    /// The rows with nothing in them.
    pub fn blank(&self) -> &Mask {
        &self.blank
    }

    /// The type.
    pub fn kind(&self) -> ColumnType {
        self.data.kind()
    }

    /// Rows held.
    pub fn rows(&self) -> usize {
        self.blank.len()
    }
}

/// A table: columns of the same length, each with a name of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    rows: usize,
    columns: Vec<Column>,
}

impl Table {
    /// A table of `rows` rows.
    ///
    /// # Errors
    /// When a column has another length, or two share a name.
    pub fn new(rows: usize, columns: Vec<Column>) -> Result<Self, TableFault> {
        let mut names = std::collections::HashSet::new();
        for column in &columns {
            if column.rows() != rows {
                let (column, found) = (column.name.clone(), column.rows());
                return Err(TableFault::Length {
                    column,
                    found,
                    wanted: rows,
                });
            }
            if !names.insert(column.name.as_str()) {
                return Err(TableFault::SameName {
                    column: column.name.clone(),
                });
            }
        }
        Ok(Self { rows, columns })
    }

    /// Rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The columns, in the order of the file.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The column of that name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The column whose name is most like `name`, for "did you mean".
    pub fn nearest(&self, name: &str) -> Option<&str> {
        nearest(name, self.columns.iter().map(Column::name))
    }
}
