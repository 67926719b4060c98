//! How often each rule is right, as measured on the labelled texts.

use std::sync::LazyLock;

use serde::Deserialize;

/// Written by the test that measures it.
static TABLE: LazyLock<Table> = LazyLock::new(|| match toml::from_str(TOML) {
    Ok(table) => table,
    // The table is part of the program; a test reads it.
    Err(fault) => unreachable!("the table of scores does not hold: {fault}"),
});

const TOML: &str = include_str!("../scores.toml");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    texts: u32,
    scores: Vec<Score>,
}

/// How often one rule was right, on texts that tuning did not look at.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// The id of the rule, or `all` for all rules over texts together.
    pub rule: String,
    /// Texts on which it spoke as it should.
    pub right: u32,
    /// Texts on which it spoke and should not have.
    pub wrong: u32,
    /// Texts on which it should have spoken and did not.
    pub missed: u32,
}

impl Score {
    /// The share of its findings that were right, a fraction; none when it found nothing.
    pub fn precision(&self) -> Option<f64> {
        share(self.right, self.wrong)
    }

    /// The share of the weaknesses there were that it found, a fraction; none when there were none.
    pub fn recall(&self) -> Option<f64> {
        share(self.right, self.missed)
    }
}

fn share(right: u32, other: u32) -> Option<f64> {
    let all = right + other;
    (all > 0).then(|| f64::from(right) / f64::from(all))
}

/// The score of every rule over texts, in the order of [`crate::rules`], and of all together last.
pub fn scores() -> &'static [Score] {
    &TABLE.scores
}

/// How many labelled texts the scores were measured on.
pub fn scored_texts() -> u32 {
    TABLE.texts
}
