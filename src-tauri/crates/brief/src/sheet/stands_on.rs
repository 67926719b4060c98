//! What the brief stands on, in words that another person can check.

use serde::Serialize;

use crate::clean;
use crate::figure;
use crate::model::Basis;

/// The brief's footing.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct StandsOn {
    /// The tables.
    pub snapshots: Vec<Snapshot>,
    /// Other facts: a name and a text each.
    pub facts: Vec<(&'static str, String)>,
    /// The first table's hash, short, or empty.
    pub short_hash: String,
    /// The app's version, or empty.
    pub app_version: String,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Snapshot {
    /// Its name.
    pub name: String,
    /// How many rows: `7,043`.
    pub rows: String,
    /// The day it describes, or empty.
    pub as_of: String,
    /// The day it came in, or empty.
    pub imported: String,
    /// The hash in groups of four, or empty.
    pub hash: String,
    /// Its first sixteen digits, in groups of four.
    pub short_hash: String,
}

impl StandsOn {
    pub(super) fn of(basis: &Basis) -> Self {
        let snapshots = basis.datasets.iter().map(|dataset| {
            let hash: Vec<char> = clean::line(&dataset.hash).chars().collect();
            Snapshot {
                name: clean::line(&dataset.name),
                rows: figure::count(f64::from(dataset.rows)),
                as_of: clean::line(&dataset.as_of),
                imported: clean::line(&dataset.imported),
                short_hash: in_fours(hash.get(..16).unwrap_or(&hash)),
                hash: in_fours(&hash),
            }
        });
        let snapshots: Vec<Snapshot> = snapshots.collect();
        let app_version = clean::line(&basis.app_version);
        let written = if app_version.is_empty() {
            String::new()
        } else {
            format!("Throughline {app_version}")
        };
        let facts = [
            ("Rule", clean::text(&basis.rule_version)),
            (
                "Positioning as printed since",
                clean::line(&basis.positioning_since),
            ),
            ("Written by", written),
        ];
        Self {
            short_hash: snapshots
                .first()
                .map(|s| s.short_hash.clone())
                .unwrap_or_default(),
            snapshots,
            facts: facts
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .collect(),
            app_version,
        }
    }
}

fn in_fours(digits: &[char]) -> String {
    let groups = digits
        .chunks(4)
        .map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join(" ")
}
