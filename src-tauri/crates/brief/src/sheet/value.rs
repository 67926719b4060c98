//! Jobs, pains and payoffs, gathered so that each is said once.

use serde::Serialize;

use crate::clean;
use crate::model::{self, ValueRow};

/// The value table in words.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Value {
    /// The jobs in order.
    pub jobs: Vec<Job>,
}

/// A job with its pains.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Job {
    /// The job; empty for pains without one.
    pub text: String,
    /// Its kind, or empty.
    pub kind: String,
    /// Its pains.
    pub pains: Vec<Pain>,
}

/// A pain with its payoffs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pain {
    /// The pain; empty for payoffs without one.
    pub text: String,
    /// `severity 4 of 5`, or empty.
    pub severity: String,
    /// What answers it; none for a pain that nothing answers.
    pub payoffs: Vec<Payoff>,
}

/// A payoff with its evidence.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Payoff {
    /// The payoff.
    pub text: String,
    /// How much and by when, or empty.
    pub measure: String,
    /// Its kind, or empty.
    pub kind: String,
    /// Each proof with its kind.
    pub proofs: Vec<Proof>,
    /// The features behind it.
    pub features: Vec<String>,
}

/// A proof in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Proof {
    /// The proof.
    pub text: String,
    /// Its kind, or empty.
    pub kind: String,
}

impl Value {
    pub(super) fn of(rows: &[ValueRow]) -> Self {
        let mut jobs: Vec<Job> = Vec::new();
        for row in rows {
            let job = Job {
                text: clean::line(&row.job),
                kind: clean::line(&row.job_kind),
                pains: Vec::new(),
            };
            let pain = Pain {
                text: clean::line(&row.pain),
                severity: row
                    .severity
                    .map(|s| format!("severity {s} of 5"))
                    .unwrap_or_default(),
                payoffs: Vec::new(),
            };
            let payoff = row.payoff.as_ref().map(payoff).filter(|p| !p.is_empty());
            if job.text.is_empty() && pain.text.is_empty() && payoff.is_none() {
                continue;
            }
            let job = same_or_next(&mut jobs, job, |a, b| a.text == b.text && a.kind == b.kind);
            if pain.text.is_empty() && payoff.is_none() {
                continue;
            }
            let Some(job) = job else { continue };
            let pain = same_or_next(&mut job.pains, pain, |a, b| {
                a.text == b.text && a.severity == b.severity
            });
            if let (Some(pain), Some(payoff)) = (pain, payoff) {
                pain.payoffs.push(payoff);
            }
        }
        Self { jobs }
    }
}

impl Payoff {
    fn is_empty(&self) -> bool {
        self.text.is_empty()
            && self.measure.is_empty()
            && self.proofs.is_empty()
            && self.features.is_empty()
    }
}

/// The last of a list if it is the same as the next, else the next, put at the end.
fn same_or_next<T>(list: &mut Vec<T>, next: T, same: impl Fn(&T, &T) -> bool) -> Option<&mut T> {
    if !list.last().is_some_and(|last| same(last, &next)) {
        list.push(next);
    }
    list.last_mut()
}

fn payoff(payoff: &model::Payoff) -> Payoff {
    let proofs = payoff.proofs.iter().map(|proof| Proof {
        text: clean::line(&proof.text),
        kind: clean::line(&proof.kind),
    });
    Payoff {
        text: clean::line(&payoff.text),
        measure: clean::line(&payoff.measure),
        kind: clean::line(&payoff.kind),
        proofs: proofs.filter(|proof| !proof.text.is_empty()).collect(),
        features: clean::list(&payoff.features),
    }
}
