//! What else is known about the record a text belongs to.

use chain::{AlternativeKind, ProofKind, blank_is_none};
use serde::{Deserialize, Serialize};
use specta::Type;

/// The surroundings of a text. Everything is optional; what is left out is simply not known.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Context {
    /// What the offering is called.
    pub offering: String,
    /// The claim that a proof stands for.
    pub claim: String,
    /// What kind of claim that is.
    #[serde(deserialize_with = "blank_is_none")]
    #[specta(type = Option<ClaimKind>)]
    pub claim_kind: Option<ClaimKind>,
    /// What kind of proof the text is.
    #[serde(deserialize_with = "blank_is_none")]
    #[specta(type = Option<ProofKind>)]
    pub proof_kind: Option<ProofKind>,
    /// What people would use instead: a statement that names one says against what it stands.
    pub alternatives: Vec<Alternative>,
    /// What stands behind the claims of the text.
    pub proofs: Vec<Proof>,
    /// What the words are to bring about, as a person would say it: `sales meetings`.
    pub goal: String,
    /// How much a payoff changes, when the record holds the amount beside its text. The unit is
    /// the record's own; only whether there is an amount matters here.
    pub quantity: Option<f64>,
    /// Within how many days a payoff arrives, when the record says it beside its text.
    pub horizon_days: Option<f64>,
}

/// What a claim speaks of, which decides what kind of proof fits it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum ClaimKind {
    /// What changes for them.
    Outcome,
    /// How they feel about it.
    Sentiment,
    /// What it can do.
    Capability,
    /// What can no longer go wrong.
    Risk,
}

/// One thing that people would use instead of the offering.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Alternative {
    /// What people call it.
    pub name: String,
    /// What it is.
    #[serde(deserialize_with = "blank_is_none")]
    #[specta(type = Option<AlternativeKind>)]
    pub kind: Option<AlternativeKind>,
}

/// Something that makes a claim believable.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Proof {
    /// What it is.
    #[serde(deserialize_with = "blank_is_none")]
    #[specta(type = Option<ProofKind>)]
    pub kind: Option<ProofKind>,
    /// What it says.
    pub text: String,
}
