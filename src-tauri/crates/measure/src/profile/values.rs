//! The distinct values of a column with their counts.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{count, ends};
use crate::table::{Column, Data, iso_date, iso_datetime};

/// A value and how many rows have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ValueCount {
    /// The value as text, as a rule would name it.
    pub value: String,
    /// Rows with it.
    pub n: u32,
}

/// The commonest values of a column, and between which ends all of them lie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Values {
    /// Them, most first; among equals text in order of first appearance, all else ascending.
    pub values: Vec<ValueCount>,
    /// How many different values there are in all, blanks aside.
    pub distinct: u32,
    /// The smallest value of a number, date or moment, as text.
    pub least: Option<String>,
    /// The largest.
    pub most: Option<String>,
}

/// The `most` commonest values of a column, and how many there are.
pub fn values(column: &Column, most: usize) -> Values {
    let (values, distinct) = commonest(column, most);
    let (least, most) = ends(column);
    Values {
        values,
        distinct,
        least,
        most,
    }
}

fn commonest(column: &Column, most: usize) -> (Vec<ValueCount>, u32) {
    match column.data() {
        Data::Text { dict, codes } => {
            let mut counts = vec![0_usize; dict.len()];
            for (row, code) in codes.iter().enumerate() {
                if !column.blank().get(row)
                    && let Some(n) = counts.get_mut(*code as usize)
                {
                    *n += 1;
                }
            }
            let used = counts
                .into_iter()
                .enumerate()
                .filter(|(_, n)| *n > 0)
                .collect();
            top(used, most, |code| {
                dict.get(*code).cloned().unwrap_or_default()
            })
        }
        Data::Boolean(bits) => {
            let yes = bits.clone() & &!column.blank().clone();
            let n = [
                column.rows() - column.blank().count() - yes.count(),
                yes.count(),
            ];
            let used = [(false, n[0]), (true, n[1])]
                .into_iter()
                .filter(|(_, n)| *n > 0);
            top(used.collect(), most, bool::to_string)
        }
        Data::Integer(values) => top(runs(column, values, i64::cmp), most, i64::to_string),
        Data::Number(values) => top(runs(column, values, f64::total_cmp), most, f64::to_string),
        Data::Date(values) => top(runs(column, values, i32::cmp), most, |day| iso_date(*day)),
        Data::Datetime(values) => top(runs(column, values, i64::cmp), most, |micros| {
            iso_datetime(*micros)
        }),
    }
}

/// The different values in ascending order, each with its count.
fn runs<T: Copy>(
    column: &Column,
    values: &[T],
    order: impl Fn(&T, &T) -> std::cmp::Ordering,
) -> Vec<(T, usize)> {
    let present = (0..column.rows()).filter(|row| !column.blank().get(*row));
    let mut sorted: Vec<T> = present.filter_map(|row| values.get(row).copied()).collect();
    sorted.sort_unstable_by(&order);
    sorted
        .chunk_by(|a, b| order(a, b).is_eq())
        .map(|run| (run[0], run.len()))
        .collect()
}

/// The `most` commonest, and how many there are.
fn top<T>(
    mut counts: Vec<(T, usize)>,
    most: usize,
    text: impl Fn(&T) -> String,
) -> (Vec<ValueCount>, u32) {
    let distinct = count(counts.len());
    counts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    counts.truncate(most);
    let shown = |(value, n): &(T, usize)| ValueCount {
        value: text(value),
        n: count(*n),
    };
    (counts.iter().map(shown).collect(), distinct)
}
