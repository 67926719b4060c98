//! Reading a customer table from a file: what the file is, how it is written, what its columns
//! are, which of its lines cannot be used.
//!
//! [`Source::open`] takes the file into memory and finds out its encoding. [`read()`] goes over it
//! twice, once to decide the types on whole columns and once to fill them. [`preview`] is the same
//! reading with the first rows as text, so what it shows is what an import would bring.

mod build;
mod cell;
mod delimiter;
mod fault;
mod header;
mod key;
mod kind;
mod note;
mod records;
mod sieve;
mod source;
mod survey;
mod text;
mod watch;
mod weight;
mod written;

pub use delimiter::Delimiter;
pub use fault::{ReadFault, Rejected};
pub use note::{Note, NoteKind};
pub use sieve::DateOrder;
pub use source::{Source, plain_name};
pub use watch::{Progress, Unwatched, Watch};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::profile::{self, ColumnProfile};
use crate::table::{ColumnType, Table};

/// What the person said about a file; everything left out is found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Types chosen for columns, by name. A row that a chosen type cannot read is rejected.
    pub types: BTreeMap<String, ColumnType>,
    /// The column that names each row. It must be filled and unique.
    pub key: Option<String>,
    /// What stands between cells.
    pub delimiter: Option<Delimiter>,
    /// Whether the day or the month comes first in dates such as 03/04/2026, where both are possible.
    pub date_order: Option<DateOrder>,
    /// What was said of the table that this one replaces; none where nothing is known of it.
    pub kept: Option<Kept>,
}

/// What is known of a table, for the one that replaces it. What a person said of it holds for the
/// columns that are still there, unless something else is said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Kept {
    /// Types chosen for columns, by name.
    pub types: BTreeMap<String, ColumnType>,
    /// Whether the day or the month came first in dates.
    pub date_order: Option<DateOrder>,
    /// The columns it had, with their types: rules and metrics may read them.
    pub had: BTreeMap<String, ColumnType>,
}

impl Settings {
    /// What was said of this table and of those before it, for the next one. `had` are its columns.
    pub fn keep(&self, had: BTreeMap<String, ColumnType>) -> Kept {
        let mut kept = self.kept.clone().unwrap_or_default();
        kept.types.extend(self.types.clone());
        kept.date_order = self.date_order();
        kept.had = had;
        kept
    }

    /// The type chosen for a column, now or before.
    fn type_of(&self, column: &str) -> Option<ColumnType> {
        let before = || self.kept.as_ref()?.types.get(column);
        self.types.get(column).or_else(before).copied()
    }

    fn date_order(&self) -> Option<DateOrder> {
        let before = || self.kept.as_ref()?.date_order;
        self.date_order.or_else(before)
    }
}

/// What a file was found to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Outline {
    /// The file's name without its ending, as a name for the dataset.
    pub name: String,
    /// The text encoding, as `UTF-8`.
    pub encoding: String,
    /// What stands between cells.
    pub delimiter: Delimiter,
    /// Rows that came in.
    pub rows: u32,
    /// Lines that did not, and why.
    pub rejected: Vec<Rejected>,
    /// The columns, in the order of the file.
    pub columns: Vec<ColumnProfile>,
    /// What the reader did or could not decide.
    pub notes: Vec<Note>,
    /// The column that names each row: the one chosen, or the one that looks like it.
    pub key: Option<String>,
    /// What a row is, in a word taken from the key's name: `customer` from `customerID`.
    pub unit: Option<String>,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The rows.
    pub table: Table,
    /// What was found on the way.
    pub outline: Outline,
}

/// What an import would bring.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Preview {
    /// What the whole file is.
    pub outline: Outline,
    /// The first rows as they stand in the file, a text a column; blank cells are empty.
    pub first: Vec<Vec<String>>,
}

/// Reads a table.
///
/// # Errors
/// When the file is no table, when more than 5 % of its rows cannot be used, when the settings do
/// not fit it, or when `watch` cancelled.
pub fn read(source: &Source, settings: &Settings, watch: &dyn Watch) -> Result<Reading, ReadFault> {
    Ok(whole(source, settings, 0, watch)?.0)
}

/// Says what [`read()`] would bring, with the first `rows` rows. It reads the whole file and keeps
/// nothing.
///
/// # Errors
/// The same as [`read()`].
pub fn preview(
    source: &Source,
    settings: &Settings,
    rows: usize,
    watch: &dyn Watch,
) -> Result<Preview, ReadFault> {
    let (reading, first) = whole(source, settings, rows, watch)?;
    Ok(Preview {
        outline: reading.outline,
        first,
    })
}

fn whole(
    source: &Source,
    settings: &Settings,
    rows: usize,
    watch: &dyn Watch,
) -> Result<(Reading, Vec<Vec<String>>), ReadFault> {
    let mut survey = survey::survey(source, settings, watch)?;
    let built = build::build(source, &survey, rows, watch)?;
    let key = key::decide(&built.table, settings.key.as_deref(), &mut survey.notes)?;
    survey
        .notes
        .extend(weight::note(&built.table, key.as_deref()));
    let outline = Outline {
        name: source.name().to_owned(),
        encoding: source.encoding().to_owned(),
        delimiter: survey.delimiter,
        rows: u32::try_from(built.table.rows()).unwrap_or(u32::MAX),
        rejected: built.rejected,
        columns: profile::profile(&built.table),
        notes: survey.notes,
        unit: key.as_deref().and_then(key::unit),
        key,
    };
    Ok((
        Reading {
            table: built.table,
            outline,
        },
        built.first,
    ))
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
