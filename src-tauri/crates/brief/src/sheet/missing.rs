//! What is said where there is nothing to say.

use serde::Serialize;

/// The sentence or word for each thing that a brief can lack.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Missing {
    /// No decision.
    pub decision: &'static str,
    /// No statement.
    pub statement: &'static str,
    /// No count and no words about who they are.
    pub who: &'static str,
    /// No axis of how they decide.
    pub decides: &'static str,
    /// Nobody it is for.
    pub fits: &'static str,
    /// Nobody it is not for.
    pub not_for: &'static str,
    /// No reach.
    pub reach: &'static str,
    /// No job, pain or payoff.
    pub value: &'static str,
    /// No pain in a row.
    pub pain: &'static str,
    /// No payoff in a row.
    pub payoff: &'static str,
    /// No proof of a payoff.
    pub proof: &'static str,
    /// No problem, why now, differentiator.
    pub part: &'static str,
    /// No alternatives.
    pub alternatives: &'static str,
    /// No weakness of an alternative.
    pub weakness: &'static str,
    /// No touchpoints.
    pub journey: &'static str,
    /// No measured metric.
    pub results: &'static str,
    /// No dataset.
    pub dataset: &'static str,
    /// No job over pains.
    pub job: &'static str,
    /// No interval to draw.
    pub plot: &'static str,
    /// No date of a dataset.
    pub date: &'static str,
    /// No hash of a dataset.
    pub hash: &'static str,
    /// No question in a decision.
    pub question: &'static str,
}

/// The words themselves.
pub const MISSING: Missing = Missing {
    decision: "No decision is attached, so this is a report filter, not yet a segment to act on.",
    statement: "No positioning is written yet.",
    who: "Neither described nor defined by a rule yet.",
    decides: "What differs in how they decide is not written yet.",
    fits: "Not written yet.",
    not_for: "Not written yet.",
    reach: "How to reach them is not written yet.",
    value: "No job, pain or payoff is written yet.",
    pain: "no pain named",
    payoff: "no payoff yet",
    proof: "none yet",
    part: "Not written yet.",
    alternatives: "No alternatives are named yet.",
    weakness: "not written yet",
    journey: "No words of the journey are collected yet.",
    results: "Nothing is measured yet.",
    dataset: "No dataset: nothing in this brief is measured.",
    job: "no job named",
    plot: "nothing to draw",
    date: "not said",
    hash: "none",
    question: "What is to be decided is not written yet.",
};
