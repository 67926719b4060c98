//! `vague-pain`: a pain that nobody can picture.

use super::vagueness::{LISTS, THRESHOLDS, vague_hit};
use crate::context::Context;
use crate::finding::Level;
use crate::kind::TextKind;
use crate::rule::{Fix, Group, Hit, Needs, Rule};
use crate::text::reading::Reading;
use crate::words::lexicon::Lexicon;

pub(crate) const RULE: Rule = Rule {
    id: "vague-pain",
    name: "Too vague to feel",
    group: Group::Value,
    level: Level::Warning,
    question: "Can you picture the moment in which it hurts?",
    why: "People recognise their own bad Tuesday; they do not recognise a category of problem.",
    weak: "Lack of visibility",
    strong: "Managers hear about a resignation from payroll, two weeks after the person left",
    kinds: &[TextKind::Pain],
    fix: Fix::Prompt,
    rows: &["S0-5"],
    silences: &[],
    outranks: &[],
    needs: Needs {
        lists: LISTS,
        thresholds: THRESHOLDS,
    },
    check,
};

fn check(reading: &Reading<'_>, _: &Context, lexicon: &Lexicon) -> Vec<Hit> {
    vague_hit(
        reading,
        lexicon,
        "could be said anywhere. Say who it happens to, when, and what it costs them.",
    )
}
