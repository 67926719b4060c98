//! `feature-as-value`: a payoff that names what the offering has, not what changes.

use super::features::{LISTS, lists_features};
use crate::context::Context;
use crate::finding::Level;
use crate::kind::TextKind;
use crate::rule::{Fix, Group, Hit, Needs, Rule};
use crate::text::reading::Reading;
use crate::words::lexicon::Lexicon;

pub(crate) const RULE: Rule = Rule {
    id: "feature-as-value",
    name: "A feature, not an outcome",
    group: Group::Value,
    level: Level::Warning,
    question: "So what changes for the person who has it?",
    why: "The same feature is worth different things to different people; the outcome is what they pay for.",
    weak: "Automated SMS reminders",
    strong: "Twelve fewer no-shows in the first month",
    kinds: &[TextKind::Payoff],
    fix: Fix::Prompt,
    rows: &["S0-3", "S0-32"],
    silences: &["payoff-without-horizon"],
    outranks: &[],
    needs: Needs {
        lists: LISTS,
        thresholds: &[],
    },
    check,
};

fn check(reading: &Reading<'_>, _: &Context, lexicon: &Lexicon) -> Vec<Hit> {
    if !lists_features(reading, lexicon) {
        return Vec::new();
    }
    let last = reading.words().len() - 1;
    vec![Hit {
        first: 0,
        last,
        message: format!(
            "“{}” is a feature. Say what changes for the person who has it; keep the feature as evidence for that.",
            reading.repeat(0, last)
        ),
    }]
}
