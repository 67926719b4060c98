//! Every rule there is. A new rule is a file under `rules/`, its word pack, and a line here.

use crate::rule::Rule;
use crate::rules::{slogan, vague_job, vague_pain, vague_payoff};
use crate::structure::STRUCTURES;

static RULES: [Rule; 4] = [
    vague_job::RULE,
    vague_pain::RULE,
    vague_payoff::RULE,
    slogan::RULE,
];

/// The embedded word packs, bases before the packs that extend them.
pub(crate) const PACKS: &[&str] = &[
    include_str!("../packs/english.toml"),
    include_str!("../packs/vague.toml"),
    include_str!("../packs/vague-job.toml"),
    include_str!("../packs/vague-pain.toml"),
    include_str!("../packs/vague-payoff.toml"),
    include_str!("../packs/slogan.toml"),
];

/// Every rule over texts, in the order of the chain.
pub fn rules() -> &'static [Rule] {
    &RULES
}

/// A rule with all it looks at.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The rule.
    pub rule: &'static Rule,
    /// The texts and parts of the chain it looks at, as a person reads them.
    pub looks_at: Vec<&'static str>,
}

/// Every rule there is, over texts and over the chain itself, in the order of the chain. A rule
/// that is both is one entry.
pub fn catalogue() -> Vec<Entry> {
    let mut entries: Vec<Entry> = RULES
        .iter()
        .map(|rule| Entry {
            rule,
            looks_at: rule.kinds.iter().map(|kind| kind.label()).collect(),
        })
        .collect();
    for structure in &STRUCTURES {
        match entries
            .iter_mut()
            .find(|entry| entry.rule.id == structure.rule.id)
        {
            Some(entry) => {
                for part in structure.looks_at {
                    if !entry.looks_at.contains(part) {
                        entry.looks_at.push(part);
                    }
                }
            }
            None => entries.push(Entry {
                rule: structure.rule,
                looks_at: structure.looks_at.to_vec(),
            }),
        }
    }
    entries.sort_by_key(|entry| entry.rule.group);
    entries
}

/// The rule of an id, over texts or over the chain.
pub fn rule(id: &str) -> Option<&'static Rule> {
    let over_chain = STRUCTURES.iter().map(|structure| structure.rule);
    RULES.iter().chain(over_chain).find(|rule| rule.id == id)
}
