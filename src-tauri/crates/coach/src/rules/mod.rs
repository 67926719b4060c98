//! The rules over texts, one file each.

pub(crate) mod demographic_only;
pub(crate) mod everyone;
pub(crate) mod feature_as_value;
mod features;
pub(crate) mod generic_claim;
mod naming;
pub(crate) mod no_alternative;
pub(crate) mod payoff_without_horizon;
pub(crate) mod platform_audience;
mod reach;
pub(crate) mod slogan;
pub(crate) mod unique_without_proof;
pub(crate) mod vague_job;
pub(crate) mod vague_pain;
pub(crate) mod vague_payoff;
mod vagueness;
