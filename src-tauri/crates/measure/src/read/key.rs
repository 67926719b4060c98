//! Which column names each row, and what a row is.

use std::collections::HashSet;

use super::fault::ReadFault;
use super::note::{Note, NoteKind};
use crate::table::{Column, ColumnType, Data, Table, tokens};

/// The key: the one chosen, else the one that looks like it, else none.
///
/// # Errors
/// When the chosen one is not there, has blanks or repeats. One that only looks like a key and
/// repeats is a note: the rows are then perhaps events and not customers.
pub(super) fn decide(
    table: &Table,
    chosen: Option<&str>,
    notes: &mut Vec<Note>,
) -> Result<Option<String>, ReadFault> {
    if let Some(name) = chosen {
        let Some(column) = table.column(name) else {
            let nearest = table.nearest(name).map(str::to_owned);
            return Err(ReadFault::UnknownColumn {
                column: name.to_owned(),
                nearest,
            });
        };
        let repeats = repeats(column);
        let blank = column.blank().count();
        if blank == 0 && repeats.rows == 0 {
            return Ok(Some(name.to_owned()));
        }
        let (repeated, example) = (repeats.rows, repeats.example);
        return Err(ReadFault::Key {
            column: name.to_owned(),
            blank,
            repeated,
            example,
        });
    }
    let mut likely: Vec<(&Column, u8)> = table
        .columns()
        .iter()
        .enumerate()
        .map(|(place, column)| (column, likeness(column, place == 0)))
        .filter(|(_, likeness)| *likeness > 0)
        .collect();
    // Stable: among equals the first column stays first.
    likely.sort_by_key(|(_, likeness)| std::cmp::Reverse(*likeness));
    let names_each_row = |column: &Column| column.blank().count() == 0 && repeats(column).rows == 0;
    if let Some((column, _)) = likely.iter().find(|(column, _)| names_each_row(column)) {
        return Ok(Some(column.name().to_owned()));
    }
    if let Some((column, SURE)) = likely.first() {
        let (name, blank, repeats) = (column.name(), column.blank().count(), repeats(column));
        let words = format!(
            "{name} looks like the key, but {blank} rows have none and {} repeat an earlier one. \
             A row may be something else than its name says.",
            repeats.rows
        );
        notes.push(Note::new(NoteKind::KeyNotUnique, Some(name), words));
    }
    Ok(None)
}

const SURE: u8 = 3;
const IDS: [&str; 4] = ["id", "uuid", "guid", "key"];
const NUMBERS: [&str; 12] = [
    "number",
    "nr",
    "no",
    "num",
    "ref",
    "reference",
    "code",
    "sku",
    "email",
    "mail",
    "login",
    "username",
];
/// Words that end in `id` and are no ids.
const NO_IDS: [&str; 11] = [
    "paid", "prepaid", "unpaid", "valid", "invalid", "grid", "void", "bid", "mid", "hybrid",
    "android",
];

/// How much a column's name and place make it look like the key, from 0 to [`SURE`].
fn likeness(column: &Column, first: bool) -> u8 {
    if !matches!(column.kind(), ColumnType::Text | ColumnType::Integer) {
        return 0;
    }
    let words = tokens(column.name());
    match words.last().map(String::as_str) {
        Some(word) if IDS.contains(&word) => SURE,
        Some(word) if NUMBERS.contains(&word) || stem(word).is_some() => 2,
        _ => u8::from(first && column.kind() == ColumnType::Text),
    }
}

/// `customer` of `customerid`.
fn stem(word: &str) -> Option<&str> {
    let stem = word.strip_suffix("id")?;
    (stem.len() >= 2 && !NO_IDS.contains(&word)).then_some(stem)
}

/// What a row is, by the key's name: `customer` from `customerID`, `lead` from `Lead Number`.
pub(super) fn unit(key: &str) -> Option<String> {
    let mut words = tokens(key);
    let last = words.pop()?;
    if let Some(stem) = stem(&last) {
        words.push(stem.to_owned());
    } else if !IDS.contains(&last.as_str()) && !NUMBERS.contains(&last.as_str()) {
        return None;
    }
    (!words.is_empty()).then(|| words.join(" "))
}

struct Repeats {
    /// Rows whose value stands in an earlier row.
    rows: usize,
    example: Option<String>,
}

fn repeats(column: &Column) -> Repeats {
    let mut repeats = Repeats {
        rows: 0,
        example: None,
    };
    let mut seen_codes = Vec::new();
    let mut seen_values = HashSet::new();
    let mut seen_texts = HashSet::new();
    for row in (0..column.rows()).filter(|row| !column.blank().get(*row)) {
        let new = match column.data() {
            Data::Text { dict, codes } => {
                seen_codes.resize(dict.len(), false);
                let code = codes[row] as usize;
                seen_codes
                    .get_mut(code)
                    .is_none_or(|seen| !std::mem::replace(seen, true))
            }
            Data::Integer(values) => seen_values.insert(values[row]),
            _ => column
                .text(row)
                .is_none_or(|text| seen_texts.insert(text.into_owned())),
        };
        if !new {
            repeats.rows += 1;
            if repeats.example.is_none() {
                repeats.example = column.text(row).map(|text| text.into_owned());
            }
        }
    }
    repeats
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_is_in_the_keys_name() {
        for (key, wanted) in [
            ("customerID", Some("customer")),
            ("Prospect ID", Some("prospect")),
            ("userid", Some("user")),
            ("Lead Number", Some("lead")),
            ("ad_id", Some("ad")),
            ("id", None),
            ("Dept", None),
        ] {
            assert_eq!(unit(key).as_deref(), wanted, "{key}");
        }
    }
}
