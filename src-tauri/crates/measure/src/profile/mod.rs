//! What stands in a table's columns: types, blanks, distinct values, and which of them could be
//! outcomes.

mod proposal;
mod values;

pub use proposal::{Proposal, propose_metrics};
pub use values::{ValueCount, Values, values};

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::table::{Column, ColumnType, Data, Table};

/// What is known about a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ColumnProfile {
    /// Its name.
    pub name: String,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: ColumnType,
    /// Rows with nothing in it.
    pub blank: u32,
    /// Different values, blanks aside.
    pub distinct: u32,
    /// The commonest values, most first.
    pub samples: Vec<ValueCount>,
    /// The smallest value of a number, date or moment, as text.
    pub least: Option<String>,
    /// The largest.
    pub most: Option<String>,
    /// The mean of a number, blanks aside.
    pub mean: Option<f64>,
}

/// How many sample values a profile holds.
const SAMPLES: usize = 5;

/// The profile of every column.
pub fn profile(table: &Table) -> Vec<ColumnProfile> {
    table.columns().iter().map(profile_column).collect()
}

fn profile_column(column: &Column) -> ColumnProfile {
    let values = values(column, SAMPLES);
    ColumnProfile {
        name: column.name().to_owned(),
        kind: column.kind(),
        blank: count(column.blank().count()),
        distinct: values.distinct,
        samples: values.values,
        least: values.least,
        most: values.most,
        mean: mean(column),
    }
}

/// Rows fit in 32 bits: a file is read into memory only up to 4 GiB.
pub(crate) fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

fn ends(column: &Column) -> (Option<String>, Option<String>) {
    let rows = || (0..column.rows()).filter(|row| !column.blank().get(*row));
    let (least, most) = match column.data() {
        Data::Integer(values) | Data::Datetime(values) => (
            rows().min_by_key(|row| values[*row]),
            rows().max_by_key(|row| values[*row]),
        ),
        Data::Date(values) => (
            rows().min_by_key(|row| values[*row]),
            rows().max_by_key(|row| values[*row]),
        ),
        Data::Number(values) => {
            let order = |a: &usize, b: &usize| values[*a].total_cmp(&values[*b]);
            (rows().min_by(order), rows().max_by(order))
        }
        Data::Text { .. } | Data::Boolean(_) => (None, None),
    };
    let text = |row: Option<usize>| Some(column.text(row?)?.into_owned());
    (text(least), text(most))
}

fn mean(column: &Column) -> Option<f64> {
    let rows = || (0..column.rows()).filter(|row| !column.blank().get(*row));
    let sum: f64 = match column.data() {
        Data::Integer(values) => rows().map(|row| values[row] as f64).sum(),
        Data::Number(values) => rows().map(|row| values[row]).sum(),
        _ => return None,
    };
    let n = column.rows() - column.blank().count();
    let mean = sum / n as f64;
    (n > 0 && mean.is_finite()).then_some(mean)
}
