//! Any bytes at all: an error or a reading, and what was quoted comes back.

use proptest::prelude::*;

use super::tests::{chosen, column, read_text};
use super::*;
use crate::table::ColumnType as T;

/// Cells that need care, and plain ones.
fn any_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z ,;\"\n\r\t|é0-9.-]{0,6}",
        (-50_i64..50).prop_map(|value| value.to_string()),
        Just("true".to_owned()),
        Just("2026-01-31".to_owned()),
        Just(String::new()),
    ]
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

proptest! {
    #[test]
    fn any_bytes_are_an_error_or_a_reading(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(source) = Source::from_bytes("x.csv", bytes) {
            let _ = read(&source, &Settings::default(), &Unwatched);
        }
    }

    #[test]
    fn any_text_that_looks_like_a_table_is_an_error_or_a_reading(
        text in "[a,;\"\n\r\t| 01.\u{0}é-]{0,200}",
        kind in prop::sample::select(T::ALL.to_vec()),
    ) {
        let bytes = format!("a,b\n{text}").into_bytes();
        if let Ok(source) = Source::from_bytes("x.csv", bytes) {
            for settings in [Settings::default(), chosen(&[("a", kind)])] {
                if let Ok(reading) = read(&source, &settings, &Unwatched) {
                    prop_assert_eq!(reading.table.rows(), reading.outline.rows as usize);
                    let kinds: Vec<_> = reading.table.columns().iter().map(|c| c.kind()).collect();
                    let told: Vec<_> = reading.outline.columns.iter().map(|c| c.kind).collect();
                    prop_assert_eq!(kinds, told);
                }
            }
        }
    }

    #[test]
    fn what_is_quoted_comes_back(
        rows in prop::collection::vec(prop::collection::vec(any_cell(), 3), 1..20),
        delimiter in prop::sample::select(Delimiter::ALL.to_vec()),
    ) {
        let between = char::from(delimiter.byte()).to_string();
        let mut text = ["a", "b", "c"].join(&between);
        for row in &rows {
            let cells: Vec<_> = row.iter().map(|cell| quoted(cell)).collect();
            text.push('\n');
            text.push_str(&cells.join(&between));
        }
        let settings = Settings {
            delimiter: Some(delimiter),
            ..chosen(&[("a", T::Text), ("b", T::Text), ("c", T::Text)])
        };
        let reading = read_text(&text, &settings).expect("every row is whole");
        for (place, name) in ["a", "b", "c"].into_iter().enumerate() {
            let wanted: Vec<_> = rows.iter().map(|row| row[place].trim()).collect();
            prop_assert_eq!(column(&reading, name), wanted);
        }
    }
}
