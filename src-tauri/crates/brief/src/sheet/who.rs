//! Who they are and how they decide, in words.

use serde::Serialize;

use super::counted;
use crate::clean;
use crate::figure;
use crate::model;

/// Who the segment is.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Who {
    /// The count in bold: `1,184`; empty when nothing is counted.
    pub n: String,
    /// What it is a count of: `of 9,240 leads`.
    pub of: String,
    /// The share with its interval: `12.8 % (12.1–13.5 %)`.
    pub share: String,
    /// The dataset's name, or empty.
    pub dataset: String,
    /// The rule in words, or empty.
    pub rule: String,
    /// The author's own words, or empty.
    pub described: String,
    /// What is known of the segment: `hypothesis`, or empty.
    pub standing: String,
}

impl Who {
    pub(super) fn of(who: &model::Who) -> Self {
        let unit = clean::line(&who.unit);
        let share = who.share.map(|share| {
            let interval = figure::interval(&model::Measure::Rate, share.low, share.high);
            format!(
                "{} ({interval})",
                figure::value(&model::Measure::Rate, share.value)
            )
        });
        Self {
            n: who
                .n
                .map(|n| figure::count(f64::from(n)))
                .unwrap_or_default(),
            of: match (who.n, who.rows) {
                (_, Some(rows)) => format!("of {}", counted(f64::from(rows), &unit)),
                (Some(n), None) => {
                    let counted = counted(f64::from(n), &unit);
                    counted
                        .split_once(' ')
                        .map(|(_, unit)| unit.to_owned())
                        .unwrap_or_default()
                }
                (None, None) => String::new(),
            },
            share: share.unwrap_or_default(),
            dataset: clean::line(&who.dataset),
            rule: clean::text(&who.rule),
            described: clean::text(&who.described),
            standing: clean::line(&who.standing),
        }
    }

    /// Whether nothing at all is known of who they are.
    pub fn is_empty(&self) -> bool {
        self.n.is_empty() && self.rule.is_empty() && self.described.is_empty()
    }
}

/// One axis of how they decide.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Axis {
    /// Its name with a capital.
    pub name: String,
    /// 1 to 5, or 0 when nobody has said.
    pub score: u8,
    /// The score in words: `4 of 5`, `not scored`.
    pub words: String,
    /// What is behind it, or empty.
    pub note: String,
}

pub(super) fn axes(axes: &[model::Axis]) -> Vec<Axis> {
    let said = axes
        .iter()
        .filter(|axis| axis.score.is_some() || !axis.note.trim().is_empty());
    let read = said.map(|axis| {
        let score = axis.score.map_or(0, |score| score.clamp(1, 5));
        Axis {
            name: super::capital(&clean::line(&axis.name)),
            score,
            words: if score == 0 {
                "not scored".to_owned()
            } else {
                format!("{score} of 5")
            },
            note: clean::text(&axis.note),
        }
    });
    read.collect()
}
