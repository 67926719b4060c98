//! Every rule there is. A new rule is a file under `rules/`, its word pack, and a line here.

use crate::rule::Rule;
use crate::rules::{slogan, vague_job, vague_pain, vague_payoff};

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

/// Every rule, in the order of the chain.
pub fn rules() -> &'static [Rule] {
    &RULES
}
