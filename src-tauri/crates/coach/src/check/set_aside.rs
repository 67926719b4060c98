//! Findings that a person has set aside with a reason. One comes back when its words change.

use std::collections::HashMap;

use chain::{Chain, LinkKind, Suppression};
use serde::Serialize;
use specta::Type;

use super::{Checked, Weakness};

/// A finding set aside, and whether it still is.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct SetAside {
    /// The rule's id.
    pub rule: String,
    /// The record it was found on.
    pub record: String,
    /// The field, as it was set aside; empty for any field of the record.
    pub field: String,
    /// The words it was set aside on.
    pub words: String,
    /// Why.
    pub reason: String,
    /// When, as an ISO date.
    pub on: String,
    /// The segment it is in; empty when nothing is found any more.
    pub segment: String,
    /// The link it would weaken, where it is still found.
    pub link: Option<LinkKind>,
    /// Whether it still holds.
    pub silence: Silence,
}

impl SetAside {
    /// Whether it still holds.
    pub fn holds(&self) -> bool {
        self.silence == Silence::Holds
    }
}

/// Whether a finding that was set aside still is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Silence {
    /// The rule still speaks there, and is not listened to.
    Holds,
    /// The words have changed since: the finding is back.
    WordsChanged,
    /// The rule has nothing more to say there.
    NothingFound,
}

/// Parts what a person has set aside from what stands.
pub(super) fn apart(chain: &Chain, weaknesses: Vec<Weakness>) -> Checked {
    let mut by_place: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (at, suppression) in chain.suppressions.iter().enumerate() {
        let place = (suppression.rule.as_str(), suppression.record.as_str());
        by_place.entry(place).or_default().push(at);
    }
    let mut checked = Checked {
        findings: Vec::with_capacity(weaknesses.len()),
        set_aside: chain.suppressions.iter().map(listed).collect(),
    };
    for weakness in weaknesses {
        let finding = &weakness.finding;
        let place = (finding.rule.as_str(), finding.record.as_str());
        let mut silenced = false;
        for &at in by_place.get(&place).into_iter().flatten() {
            let (suppression, listed) = (&chain.suppressions[at], &mut checked.set_aside[at]);
            if !is_on(suppression, finding) {
                continue;
            }
            listed.segment.clone_from(&finding.segment);
            listed.link = Some(finding.link);
            if is_same(suppression, &weakness.words) {
                silenced = true;
                listed.silence = Silence::Holds;
            } else if listed.silence == Silence::NothingFound {
                listed.silence = Silence::WordsChanged;
            }
        }
        if !silenced {
            checked.findings.push(weakness.finding);
        }
    }
    checked
}

fn listed(suppression: &Suppression) -> SetAside {
    SetAside {
        rule: suppression.rule.clone(),
        record: suppression.record.clone(),
        field: suppression.field.clone(),
        words: suppression.text.clone(),
        reason: suppression.reason.clone(),
        on: suppression.on.clone(),
        segment: String::new(),
        link: None,
        silence: Silence::NothingFound,
    }
}

/// Whether a finding is one that was set aside. A document may leave the field out, and may name
/// the statement for any of its parts.
fn is_on(suppression: &Suppression, finding: &crate::Finding) -> bool {
    suppression.field.is_empty()
        || suppression.field == finding.field
        || suppression.field == "statement" && finding.link == LinkKind::Positioning
}

/// Whether the words are those it was set aside on, case, space and punctuation aside. A document
/// that does not say on which words speaks of whatever stands there.
fn is_same(suppression: &Suppression, words: &str) -> bool {
    suppression.text.is_empty() || chain::wording::same(&suppression.text, words)
}
