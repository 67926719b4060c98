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

/// How often the rules were right on labelled texts that nothing was tuned on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scores {
    /// How many texts.
    pub texts: u32,
    /// Rule by rule, and of `all` together last.
    pub scores: Vec<RuleScore>,
}

/// How often one rule was right.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RuleScore {
    /// The rule's id, or `all`.
    pub rule: String,
    /// The share of its findings that were right, a fraction; none when it found nothing.
    pub precision: Option<f64>,
    /// The share of the weaknesses it found, a fraction; none when there were none.
    pub recall: Option<f64>,
    /// Findings that were right.
    pub right: u32,
    /// Findings that were wrong.
    pub wrong: u32,
    /// Weaknesses that it did not find.
    pub missed: u32,
}

/// How often the rules over texts are right, as measured.
pub fn scores() -> Scores {
    let scores = coach::scores().iter().map(|it| RuleScore {
        rule: it.rule.clone(),
        precision: it.precision(),
        recall: it.recall(),
        right: it.right,
        wrong: it.wrong,
        missed: it.missed,
    });
    Scores {
        texts: coach::scored_texts(),
        scores: scores.collect(),
    }
}
