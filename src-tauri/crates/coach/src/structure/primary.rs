//! `no-primary` and `two-primaries`: the work is for one segment at a time.

use chain::{LinkKind, Role, Segment};
use serde_json::json;

use super::{Gap, Ground, NO_WORDS, Structure, called, may_be_primary, reads_no_text};
use crate::finding::Level;
use crate::remedy::{Remedy, Way, set};
use crate::rule::{Fix, Group, Rule};

pub(super) const NONE: Structure = Structure {
    rule: &NO_PRIMARY,
    looks_at: &["segment roles"],
    check: none,
};

pub(super) const SEVERAL: Structure = Structure {
    rule: &TWO_PRIMARIES,
    looks_at: &["segment roles"],
    check: several,
};

static NO_PRIMARY: Rule = Rule {
    id: "no-primary",
    name: "Nobody comes first",
    group: Group::Segment,
    level: Level::Warning,
    question: "Which one segment is the work for now?",
    why: "Words that are for several groups at once fit none of them.",
    weak: "Four segments, all queued",
    strong: "One primary segment, three queued behind it",
    kinds: &[],
    fix: Fix::Edit,
    rows: &["S0-17"],
    silences: &[],
    outranks: &[],
    needs: NO_WORDS,
    check: reads_no_text,
};

static TWO_PRIMARIES: Rule = Rule {
    id: "two-primaries",
    name: "Two come first",
    group: Group::Segment,
    level: Level::Warning,
    question: "Which of them waits?",
    why: "Two first places halve the proof, the money and the words for each.",
    weak: "“HR teams” and “Finance teams” are both primary",
    strong: "“HR teams” is primary, “Finance teams” is queued",
    kinds: &[],
    fix: Fix::Edit,
    rows: &["S0-17"],
    silences: &[],
    outranks: &[],
    needs: NO_WORDS,
    check: reads_no_text,
};

/// Speaks on the first segment that could be primary, so that it is said once.
fn none(ground: &Ground<'_>, segment: &Segment) -> Vec<Gap> {
    let mut candidates = ground.chain.segments.iter().filter(|s| may_be_primary(s));
    let is_first = candidates
        .clone()
        .next()
        .is_some_and(|s| s.id == segment.id);
    if !is_first || candidates.any(|s| s.role == Role::Primary) {
        return Vec::new();
    }
    vec![gap(
        segment,
        "No segment is the primary one. Choose the one that the words are written for now."
            .to_owned(),
        format!("Make {} the primary one", called(segment)),
        Role::Primary,
    )]
}

/// Speaks on every primary segment after the first.
fn several(ground: &Ground<'_>, segment: &Segment) -> Vec<Gap> {
    let first = ground
        .chain
        .segments
        .iter()
        .find(|s| may_be_primary(s) && s.role == Role::Primary);
    match first {
        Some(first)
            if segment.role == Role::Primary
                && may_be_primary(segment)
                && first.id != segment.id =>
        {
            vec![gap(
                segment,
                format!(
                    "{} is primary already. Say which of the two waits.",
                    called(first)
                ),
                "Queue this one".to_owned(),
                Role::Queued,
            )]
        }
        _ => Vec::new(),
    }
}

fn gap(segment: &Segment, message: String, label: String, role: Role) -> Gap {
    Gap {
        link: LinkKind::Segment,
        record: segment.id.clone(),
        field: "role",
        words: segment.role.as_str().to_owned(),
        message,
        fix: Remedy::Edit {
            label,
            patch: set(&segment.id, "", Way("role"), json!(role)).0,
        },
    }
}
