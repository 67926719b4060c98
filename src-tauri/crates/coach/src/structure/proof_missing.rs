//! `proof-missing`: a payoff that nothing makes believable.

use chain::{LinkKind, Payoff, Segment};
use serde_json::json;

use super::{Gap, Ground, NO_WORDS, Structure, filled, reads_no_text};
use crate::finding::Level;
use crate::remedy::{Remedy, Way, set};
use crate::rule::{Fix, Group, Rule};

pub(super) const STRUCTURE: Structure = Structure {
    rule: &RULE,
    looks_at: &["payoff", "proof"],
    check,
};

static RULE: Rule = Rule {
    id: "proof-missing",
    name: "Claimed without a proof",
    group: Group::Value,
    level: Level::Warning,
    question: "What could they check for themselves?",
    why: "Without a proof a promise is one more opinion, and the careful ones leave.",
    weak: "Three hours a week back",
    strong: "Three hours a week back; time sheets of 212 teams show it",
    kinds: &[],
    fix: Fix::Prompt,
    rows: &["S0-8", "S0-33"],
    silences: &[],
    outranks: &[],
    needs: NO_WORDS,
    check: reads_no_text,
};

fn check(ground: &Ground<'_>, segment: &Segment) -> Vec<Gap> {
    let claimed = segment.value.payoffs.iter().filter(|p| filled(&p.text));
    claimed
        .filter(|payoff| !is_proven(ground, segment, payoff))
        .map(|payoff| gap(ground, segment, payoff))
        .collect()
}

/// Whether a proof stands behind the payoff, or behind a feature that is evidence for it. A proof
/// may be written in another segment: what is true there may be shown here.
fn is_proven(ground: &Ground<'_>, segment: &Segment, payoff: &Payoff) -> bool {
    let features = segment.value.features.iter();
    ground.is_supported(&payoff.id)
        || features
            .filter(|feature| feature.payoff == payoff.id)
            .any(|feature| ground.is_supported(&feature.id))
}

fn gap(ground: &Ground<'_>, segment: &Segment, payoff: &Payoff) -> Gap {
    let carried = segment
        .touchpoints
        .iter()
        .filter(|t| t.claims.contains(&payoff.id));
    let carried = match carried.count() {
        0 => "Nothing makes this believable yet.".to_owned(),
        1 => "One touchpoint already says this, and nothing makes it believable.".to_owned(),
        n => format!("{n} touchpoints already say this, and nothing makes it believable."),
    };
    let id = ground.free_id(&format!("{}-proof", payoff.id));
    let proof = json!({ "text": "", "supports": payoff.id });
    let (patch, record) = set(&segment.id, &id, Way("value/proofs/#"), proof);
    Gap {
        link: LinkKind::Value,
        record: payoff.id.clone(),
        field: "text",
        words: payoff.text.clone(),
        message: format!("{carried} Add what they could check: a figure, a case, a review."),
        fix: Remedy::Prompt {
            label: "Add the proof".to_owned(),
            question: RULE.question.to_owned(),
            given: String::new(),
            number: false,
            before: String::new(),
            after: String::new(),
            patch,
            into: format!("{record}/text"),
        },
    }
}
