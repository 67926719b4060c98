//! Whether a table is counted up: each row stands for as many as one of its columns says.

use std::collections::HashSet;

use super::note::{Note, NoteKind};
use crate::table::{Column, Data, Table, tokens};

/// What a column of counts is called.
const COUNTS: [&str; 10] = [
    "freq",
    "frequency",
    "frequencies",
    "count",
    "counts",
    "cnt",
    "weight",
    "weights",
    "wt",
    "n",
];

/// A note when a column looks like the count of a row: whole numbers under a name for counts, in a
/// table without a key whose rows are each another combination of everything else.
pub(super) fn note(table: &Table, key: Option<&str>) -> Option<Note> {
    if key.is_some() {
        return None;
    }
    let column = table.columns().iter().find(|column| is_count(column))?;
    let others: Vec<&Column> = table
        .columns()
        .iter()
        .filter(|other| other.name() != column.name())
        .collect();
    if others.is_empty() || !are_combinations(&others, table.rows()) {
        return None;
    }
    let name = column.name();
    let words = format!(
        "{name} looks like the number that each row stands for. Until {name} is the weight of the \
         table, each row counts once; it is set once the table is in."
    );
    Some(Note::new(NoteKind::Counted, Some(name), words))
}

fn is_count(column: &Column) -> bool {
    let Data::Integer(values) = column.data() else {
        return false;
    };
    let is_named = tokens(column.name())
        .last()
        .is_some_and(|word| COUNTS.contains(&word.as_str()));
    is_named
        && column.blank().count() == 0
        && values.iter().all(|value| *value >= 0)
        && values.iter().any(|value| *value > 1)
}

/// Whether no two rows say the same.
fn are_combinations(columns: &[&Column], rows: usize) -> bool {
    let mut seen: HashSet<Vec<Option<String>>> = HashSet::with_capacity(rows);
    (0..rows).all(|row| {
        let said = columns
            .iter()
            .map(|it| it.text(row).map(|it| it.into_owned()));
        seen.insert(said.collect())
    })
}
