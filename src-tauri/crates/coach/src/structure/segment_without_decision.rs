//! `segment-without-decision`: a group that nothing is decided for is a report filter.

use chain::{LinkKind, Segment, state};
use serde_json::json;

use super::{Gap, Ground, NO_WORDS, Structure, called, filled, reads_no_text};
use crate::finding::Level;
use crate::remedy::{Remedy, Way, set};
use crate::rule::{Fix, Group, Rule};

pub(super) const STRUCTURE: Structure = Structure {
    rule: &RULE,
    looks_at: &["segment", "decision"],
    check,
};

static RULE: Rule = Rule {
    id: "segment-without-decision",
    name: "Just a report filter",
    group: Group::Segment,
    level: Level::Warning,
    question: "What would be decided differently for these people?",
    why: "A group that nothing is decided for only sorts a report; it cannot be right or wrong.",
    weak: "Customers with a monthly contract",
    strong: "Customers with a monthly contract, to decide who gets the first-year offer by 31 January",
    kinds: &[],
    fix: Fix::Jump,
    rows: &["S1-4"],
    silences: &[],
    outranks: &[],
    needs: NO_WORDS,
    check: reads_no_text,
};

fn check(ground: &Ground<'_>, segment: &Segment) -> Vec<Gap> {
    if !state::is_report_filter(ground.chain, segment) {
        return Vec::new();
    }
    let fix = match ground.chain.decisions.as_slice() {
        [only] if filled(&only.question) => Remedy::Edit {
            label: format!("Use it for “{}”", only.question.trim()),
            patch: set(&segment.id, "", Way("decision"), json!(only.id)).0,
        },
        _ => Remedy::Jump {
            label: "Say what is decided".to_owned(),
            link: LinkKind::Decision,
            segment: segment.id.clone(),
            record: segment.id.clone(),
            field: "decision".to_owned(),
        },
    };
    vec![Gap {
        link: LinkKind::Segment,
        record: segment.id.clone(),
        field: "decision",
        words: String::new(),
        message: format!(
            "{} serves no decision, so it is a report filter. Say what would be decided differently for them.",
            called(segment)
        ),
        fix,
    }]
}
