//! Jobs, pains and payoffs, and what stands behind a payoff.

use serde::{Deserialize, Serialize};
use specta::Type;

/// One payoff with the pain it ends and the job behind both.
///
/// Rows of one job stand together, and in them rows of one pain: the renderings print a job or a
/// pain once for its run of rows. A pain without a payoff, or a payoff without a pain, is a row
/// with that field empty.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct ValueRow {
    /// What they are trying to get done.
    pub job: String,
    /// The job's kind in words: `functional`.
    pub job_kind: String,
    /// What stands in the way.
    pub pain: String,
    /// How much the pain hurts, 1 to 5.
    pub severity: Option<u8>,
    /// What they get; none for a pain that nothing answers.
    pub payoff: Option<Payoff>,
}

/// An outcome, with its evidence.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Payoff {
    /// The outcome in words.
    pub text: String,
    /// Its kind in words: `time`, `risk`.
    pub kind: String,
    /// How much and by when, in words: `5 hours/week within 28 days`.
    pub measure: String,
    /// Why anybody should believe it.
    pub proofs: Vec<Proof>,
    /// The features that bring it about.
    pub features: Vec<String>,
}

/// A reason to believe a payoff.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Proof {
    /// The proof itself.
    pub text: String,
    /// Its kind in words: `case study`.
    pub kind: String,
}
