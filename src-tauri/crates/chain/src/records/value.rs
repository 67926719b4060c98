//! What is worth something to a segment: jobs, pains, payoffs; features and proofs only as evidence.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::vocabulary::{JobKind, PayoffKind, ProofKind, blank_is_none};

/// Jobs, pains and payoffs, and what makes them believable.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Value {
    /// What they try to get done.
    pub jobs: Vec<Job>,
    /// What gets in the way.
    pub pains: Vec<Pain>,
    /// What they gain, how much, by when.
    pub payoffs: Vec<Payoff>,
    /// What the product has, as evidence for a payoff.
    pub features: Vec<Feature>,
    /// What makes a payoff believable.
    pub proofs: Vec<Proof>,
}

/// What they try to get done.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Job {
    /// Its id.
    pub id: String,
    /// The job, in a sentence.
    pub text: String,
    /// What it is about.
    #[serde(deserialize_with = "blank_is_none")]
    #[specta(type = Option<JobKind>)]
    pub kind: Option<JobKind>,
}

/// What gets in the way of a job.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Pain {
    /// Its id.
    pub id: String,
    /// The pain, in a sentence.
    pub text: String,
    /// The job it gets in the way of; its id, or empty.
    pub job: String,
    /// From 1 (a nuisance) to 5 (cannot go on).
    pub severity: Option<u8>,
}

/// What they gain when the pain is gone.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Payoff {
    /// Its id.
    pub id: String,
    /// The payoff, in a sentence.
    pub text: String,
    /// The pain it takes away; its id, or empty.
    pub pain: String,
    /// What kind of outcome it is.
    #[serde(deserialize_with = "blank_is_none")]
    #[specta(type = Option<PayoffKind>)]
    pub kind: Option<PayoffKind>,
    /// How much, in `unit`.
    #[serde(with = "crate::number::optional")]
    #[specta(type = Option<f64>)]
    #[schemars(with = "Option<f64>")]
    pub quantity: Option<f64>,
    /// Of what: `hours/week`, `%`, `errors/month`.
    pub unit: String,
    /// Within how many days.
    #[serde(with = "crate::number::optional")]
    #[specta(type = Option<f64>)]
    #[schemars(with = "Option<f64>")]
    pub horizon_days: Option<f64>,
}

/// Something the product has. It is worth nothing by itself: it stands as evidence for a payoff.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Feature {
    /// Its id.
    pub id: String,
    /// The feature.
    pub text: String,
    /// The payoff it is evidence for; its id, or empty while it is loose.
    pub payoff: String,
}

/// Something that makes a claim believable.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Proof {
    /// Its id.
    pub id: String,
    /// The proof.
    pub text: String,
    /// What it is.
    #[serde(deserialize_with = "blank_is_none")]
    #[specta(type = Option<ProofKind>)]
    pub kind: Option<ProofKind>,
    /// The record it makes believable; its id, or empty.
    pub supports: String,
}
