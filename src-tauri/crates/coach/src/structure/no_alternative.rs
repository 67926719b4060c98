//! `no-alternative`, over the chain: a statement begun without naming what it replaces.

use chain::{LinkKind, Segment};
use serde_json::json;

use super::{Gap, Ground, Structure, filled};
use crate::remedy::{Remedy, Way, set};
use crate::rules::no_alternative::RULE;

pub(super) const STRUCTURE: Structure = Structure {
    rule: &RULE,
    looks_at: &["statement", "alternatives"],
    check,
};

fn check(ground: &Ground<'_>, segment: &Segment) -> Vec<Gap> {
    let p = &segment.positioning;
    let written = [
        &p.for_whom,
        &p.problem,
        &p.benefit,
        &p.why_believe,
        &p.why_now,
        &p.differentiator.text,
    ];
    let is_begun = written.into_iter().any(|text| filled(text));
    let names_one = p.alternatives.iter().any(|a| filled(&a.name));
    if !is_begun || names_one {
        return Vec::new();
    }
    // A row that waits for its name takes the answer.
    let waiting = p.alternatives.first().map(|a| a.id.clone());
    let id = waiting.unwrap_or_else(|| ground.free_id(&format!("{}-instead", segment.id)));
    let way = Way("positioning/alternatives/#/name");
    let (patch, into) = set(&segment.id, &id, way, json!(""));
    vec![Gap {
        link: LinkKind::Positioning,
        record: segment.id.clone(),
        field: "alternatives",
        words: String::new(),
        message: "The statement names nothing it replaces. Write what they use today: a rival, a spreadsheet, an agency, nothing at all."
            .to_owned(),
        fix: Remedy::Prompt {
            label: "Name it".to_owned(),
            question: RULE.question.to_owned(),
            given: String::new(),
            number: false,
            before: String::new(),
            after: String::new(),
            patch,
            into,
        },
    }]
}
