//! Every rule there is. A new rule is a file under `rules/`, its word pack, and a line here.

use crate::rule::Rule;
use crate::rules::{
    demographic_only, everyone, feature_as_value, generic_claim, no_alternative,
    payoff_without_horizon, platform_audience, slogan, unique_without_proof, vague_job, vague_pain,
    vague_payoff,
};
use crate::structure::STRUCTURES;

static RULES: [Rule; 12] = [
    everyone::RULE,
    demographic_only::RULE,
    platform_audience::RULE,
    vague_job::RULE,
    vague_pain::RULE,
    vague_payoff::RULE,
    payoff_without_horizon::RULE,
    feature_as_value::RULE,
    no_alternative::RULE,
    generic_claim::RULE,
    unique_without_proof::RULE,
    slogan::RULE,
];

/// The embedded word packs, bases before the packs that extend them.
pub(crate) const PACKS: &[&str] = &[
    include_str!("../packs/english.toml"),
    include_str!("../packs/vague.toml"),
    include_str!("../packs/features.toml"),
    include_str!("../packs/everyone.toml"),
    include_str!("../packs/demographic-only.toml"),
    include_str!("../packs/platform-audience.toml"),
    include_str!("../packs/vague-job.toml"),
    include_str!("../packs/vague-pain.toml"),
    include_str!("../packs/vague-payoff.toml"),
    include_str!("../packs/payoff-without-horizon.toml"),
    include_str!("../packs/feature-as-value.toml"),
    include_str!("../packs/no-alternative.toml"),
    include_str!("../packs/generic-claim.toml"),
    include_str!("../packs/unique-without-proof.toml"),
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
