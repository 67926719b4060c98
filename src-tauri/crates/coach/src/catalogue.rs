//! Every rule there is. A new rule is a file under `rules/`, its word pack, and a line here.

use crate::rule::Rule;
use crate::rules::{
    demographic_only, everyone, feature_as_value, generic_claim, no_alternative,
    payoff_without_horizon, platform_audience, slogan, unique_without_proof, vague_job, vague_pain,
    vague_payoff,
};

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

/// Every rule, in the order of the chain.
pub fn rules() -> &'static [Rule] {
    &RULES
}
