//! The coach's rules as a reference: what each asks, why, and what it would rather read.

use coach::{Fix, Group, Level};
use serde::Serialize;
use specta::Type;

/// A rule as the reference shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct RuleCard {
    /// Its id.
    pub id: String,
    /// What it found, in a few words.
    pub name: String,
    /// The link of the chain it is about.
    pub group: Group,
    /// How much its findings matter.
    pub level: Level,
    /// What it asks.
    pub question: String,
    /// Why that matters, one sentence.
    pub why: String,
    /// What it flags.
    pub weak: String,
    /// The same, sound.
    pub strong: String,
    /// The texts and parts of the chain it looks at.
    pub looks_at: Vec<String>,
    /// What it offers to do.
    pub fix: Fix,
    /// The mission rows it serves.
    pub rows: Vec<String>,
}

/// Every rule of the coach, in the order of the chain.
pub fn rules() -> Vec<RuleCard> {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    coach::catalogue()
        .into_iter()
        .map(|entry| {
            let rule = entry.rule;
            RuleCard {
                id: rule.id.to_owned(),
                name: rule.name.to_owned(),
                group: rule.group,
                level: rule.level,
                question: rule.question.to_owned(),
                why: rule.why.to_owned(),
                weak: rule.weak.to_owned(),
                strong: rule.strong.to_owned(),
                looks_at: owned(&entry.looks_at),
                fix: rule.fix,
                rows: owned(rule.rows),
            }
        })
        .collect()
}
