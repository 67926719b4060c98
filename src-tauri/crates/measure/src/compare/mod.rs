//! A segment held against everyone else, everyone, or another segment, on one metric: figures,
//! a verdict, and one sentence that says it.

use chain::vocabulary::Better;
use serde::{Deserialize, Serialize};
use specta::Type;

mod contrast;
mod tally;
mod verdict;
mod words;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod wording;

use contrast::Contrast;
pub use tally::{Against, Case, Group, Tally};
pub use verdict::{Verdict, judge};

use crate::stats::multiplicity;

/// The level of every interval here.
pub const LEVEL: f64 = 0.95;
/// The adjusted p above which no difference is called better or worse.
pub const Q_LIMIT: f64 = 0.05;
/// A group with fewer than this in its denominator is not judged.
pub const SMALL: f64 = 30.0;
/// The chance of finding a difference of the size called detectable.
pub const POWER: f64 = 0.8;

/// What a metric's figures are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A share of rows, as a fraction; differences read in points.
    Rate,
    /// An average, in the column's own unit.
    Mean,
}

/// What is asked of a metric.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// What its figures are.
    pub kind: Kind,
    /// Which way is better.
    pub better: Better,
    /// The least difference that would change a decision, ≥ 0: a fraction for a rate, the
    /// column's own unit for a mean.
    pub threshold: f64,
    /// The unit of a mean as written after a figure (`days`); may be empty. Not used for rates.
    pub unit: String,
}

/// One group's figure. Anything undefined is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Estimate {
    /// Rows in the denominator, weights summed.
    pub n: f64,
    /// The rate as a fraction, or the mean.
    pub value: Option<f64>,
    /// Lower 95 % limit: Wilson for a rate, t for a mean.
    pub low: Option<f64>,
    /// Upper 95 % limit.
    pub high: Option<f64>,
    /// Rows left out because their outcome is blank.
    pub unknown: f64,
}

/// The test behind a p.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// The pooled z test of two rates.
    PooledZ,
    /// Fisher's exact test, used when a count below 5 is expected.
    FisherExact,
    /// Welch's t test of two means.
    Welch,
}

/// One comparison made. Anything undefined is `None`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Comparison {
    /// The segment.
    pub estimate: Estimate,
    /// What it was held against.
    pub against: Estimate,
    /// The segment's value less the other's.
    pub difference: Option<f64>,
    /// Lower 95 % limit of the difference: Newcombe's for rates, Welch's for means.
    pub difference_low: Option<f64>,
    /// Upper 95 % limit of the difference.
    pub difference_high: Option<f64>,
    /// The p of the difference, for this comparison alone.
    pub p: Option<f64>,
    /// The p adjusted for all comparisons made together (Benjamini–Hochberg).
    pub q: Option<f64>,
    /// What gave the p.
    pub test: Option<Test>,
    /// The size of a difference that groups like these would show four times in five.
    pub detectable: Option<f64>,
    /// What can be said.
    pub verdict: Verdict,
    /// The same in one or two plain sentences.
    pub words: String,
}

/// How many comparisons were truly made: those with a p, which are the family behind every q.
pub fn family(comparisons: &[Comparison]) -> usize {
    comparisons.iter().filter(|made| made.p.is_some()).count()
}

/// Makes every comparison of one metric, in the order given. The cases are the family that q
/// corrects for: hand over every segment with a rule on the dataset, and show what you like.
pub fn compare(question: &Question, cases: &[Case]) -> Vec<Comparison> {
    let contrasts: Vec<Contrast> = cases
        .iter()
        .map(|case| Contrast::of(question.kind, case))
        .collect();
    let p: Vec<Option<f64>> = contrasts.iter().map(Contrast::p).collect();
    let q = multiplicity::benjamini_hochberg(&p);
    let made = p.iter().flatten().count();
    contrasts
        .iter()
        .zip(cases)
        .zip(q)
        .map(|((contrast, case), q)| {
            let verdict = contrast.interval.map_or(Verdict::CannotTell, |interval| {
                judge(
                    interval,
                    contrast.smallest,
                    question.better,
                    question.threshold,
                    q,
                )
            });
            Comparison {
                estimate: contrast.estimate,
                against: contrast.against,
                difference: contrast.difference,
                difference_low: contrast.interval.map(|interval| interval.low),
                difference_high: contrast.interval.map(|interval| interval.high),
                p: contrast.p(),
                q,
                test: contrast.tested.map(|(test, _)| test),
                detectable: contrast.detectable,
                verdict,
                words: words::of(question, case, contrast, verdict, q, made),
            }
        })
        .collect()
}
