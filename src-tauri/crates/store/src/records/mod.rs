//! The tables of the chain, a file each: the statement that makes it, a record as a row, a row as
//! a record.
//!
//! An absent text is `''`, an absent word, number or rule is NULL. Lists of plain values and rules
//! are JSON text. `position` is a record's place in its list, from 0. Tables whose rows run long
//! keep their row ids: SQLite holds long rows badly without them.

mod alternative;
mod confirmation;
mod dataset;
mod decision;
mod dimension;
mod feature;
mod ground;
mod job;
mod metric;
mod offering;
mod pain;
mod payoff;
mod positioning;
mod proof;
mod segment;
mod suppression;
mod target;
mod touchpoint;
mod version;

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::Row;
use crate::table::Table;

/// A table together with the way from the chain and back.
pub(crate) struct Record {
    /// The table.
    pub table: &'static Table,
    /// Its rows in a content.
    pub rows: fn(&Content) -> Result<Vec<Row>, StoreError>,
    /// Adds what a row says to a content. Rows come in the order of their positions.
    pub read: fn(Row, &mut Draft) -> Result<(), StoreError>,
}

macro_rules! record {
    ($name:ident) => {
        Record {
            table: &$name::TABLE,
            rows: $name::rows,
            read: $name::read,
        }
    };
}

/// Every table of the chain; what holds comes before what is held.
pub(crate) static RECORDS: [Record; 19] = [
    record!(offering),
    record!(dataset),
    record!(decision),
    record!(dimension),
    record!(segment),
    record!(target),
    record!(job),
    record!(pain),
    record!(payoff),
    record!(feature),
    record!(proof),
    record!(positioning),
    record!(version),
    record!(alternative),
    record!(touchpoint),
    record!(metric),
    record!(confirmation),
    record!(ground),
    record!(suppression),
];

/// The table of a name.
pub(crate) fn table(name: &str) -> Option<&'static Table> {
    RECORDS
        .iter()
        .map(|record| record.table)
        .find(|table| table.name == name)
}
