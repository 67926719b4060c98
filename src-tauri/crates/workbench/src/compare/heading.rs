//! What a page of results found, in one sentence.

use chain::{Better, Stage};
use measure::compare::Verdict;

use crate::view::ResultRow;

/// What the page found: `3 of 6 clearly better than everyone else, 1 worse`.
pub(super) fn heading(rows: &[ResultRow]) -> String {
    let downstream: Vec<&ResultRow> = rows
        .iter()
        .filter(|row| row.stage == Stage::Downstream)
        .collect();
    let count = |verdict| {
        downstream
            .iter()
            .filter(|row| row.row.verdict == verdict)
            .count()
    };
    let (better, worse) = (count(Verdict::Better), count(Verdict::Worse));
    match downstream.as_slice() {
        [] => "Nothing downstream is measured yet".to_owned(),
        [one] => match (one.row.verdict, one.better) {
            (Verdict::Better, Better::Higher) => {
                format!(
                    "{}: clearly higher than everyone else, and better",
                    one.name
                )
            }
            (Verdict::Better, Better::Lower) => {
                format!("{}: clearly lower than everyone else, and better", one.name)
            }
            (Verdict::Worse, Better::Higher) => {
                format!("{}: clearly lower than everyone else, and worse", one.name)
            }
            (Verdict::Worse, Better::Lower) => {
                format!("{}: clearly higher than everyone else, and worse", one.name)
            }
            (Verdict::TooSmallToMatter, _) => {
                format!(
                    "{}: different from everyone else, too little to matter",
                    one.name
                )
            }
            (Verdict::NoDifferenceThatMatters, _) => {
                format!("{}: no difference that matters", one.name)
            }
            (Verdict::CannotTell, _) => format!("{}: cannot tell yet", one.name),
        },
        all => {
            let of = all.len();
            match (better, worse) {
                (0, 0) => format!("None of {of} clearly better or worse than everyone else"),
                (0, worse) => format!("{worse} of {of} clearly worse than everyone else"),
                (better, 0) => format!("{better} of {of} clearly better than everyone else"),
                (better, worse) => {
                    format!("{better} of {of} clearly better than everyone else, {worse} worse")
                }
            }
        }
    }
}
