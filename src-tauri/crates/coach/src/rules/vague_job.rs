//! `vague-job`: a job that anybody could have written.

use super::vagueness::{LISTS, THRESHOLDS, vague_hit};
use crate::context::Context;
use crate::finding::Level;
use crate::kind::TextKind;
use crate::rule::{Fix, Group, Hit, Needs, Rule};
use crate::text::reading::Reading;
use crate::words::lexicon::Lexicon;

pub(crate) const RULE: Rule = Rule {
    id: "vague-job",
    name: "Anybody could want this",
    group: Group::Value,
    level: Level::Warning,
    question: "Does the job name a task that somebody finishes?",
    why: "A job that everybody has gives no reason to choose one segment, message or feature over another.",
    weak: "Be more efficient",
    strong: "Close the month in five working days without chasing receipts",
    kinds: &[TextKind::Job],
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
        "could be anybody's job. Name the task they finish, by when, and what they want to avoid.",
    )
}
