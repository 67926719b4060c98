//! The rules over texts, one file each.

pub(crate) mod slogan;
pub(crate) mod vague_job;
pub(crate) mod vague_pain;
pub(crate) mod vague_payoff;
mod vagueness;
