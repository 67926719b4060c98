//! Segments against everyone else, by metric.

mod family;
mod heading;

use std::sync::Arc;

use chain::formula::Formula;
use chain::{Chain, Metric, Segment, state};
use measure::compare::{self, Kind, Question, Verdict};

use crate::book::Book;
use crate::edit::find;
use crate::error::Error;
use crate::view::{CompareRow, Comparison, ResultRow, Results};
use family::{Part, is_elsewhere};
use heading::heading;

/// What segments are compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Other {
    /// Every other row: everyone else.
    Rest,
    /// Every row, the segment's own included.
    All,
    /// Another segment.
    Segment(String),
}

impl Other {
    /// Reads `rest`, `all` or a segment's id.
    pub fn from_text(text: &str) -> Self {
        match text {
            "rest" => Self::Rest,
            "all" => Self::All,
            id => Self::Segment(id.to_owned()),
        }
    }

    fn as_text(&self) -> &str {
        match self {
            Self::Rest => "rest",
            Self::All => "all",
            Self::Segment(id) => id,
        }
    }
}

impl Book {
    /// Compares segments on a metric. Without segments, every one but those over another dataset;
    /// one that cannot be measured has a row that says why. The family that q corrects for is all
    /// that can be measured, whatever is asked for.
    ///
    /// # Errors
    /// [`crate::Code::NotFound`] for a metric or segment that is not there,
    /// [`crate::Code::BadRule`] for a formula that does not fit its dataset.
    pub fn compare(
        &mut self,
        metric: &str,
        segments: &[String],
        other: &Other,
    ) -> Result<Comparison, Error> {
        let chain = self.chain()?;
        for id in segments {
            find(&chain, id)?;
        }
        if let Other::Segment(id) = other {
            find(&chain, id)?;
        }
        let found = chain.metric(metric).ok_or_else(|| {
            let known: Vec<String> = chain.metrics.iter().map(|m| m.id.clone()).collect();
            Error::not_found("metric", metric, &known)
        })?;
        let mut comparison = self.compared(&chain, found, other)?;
        let rows = std::mem::take(&mut comparison.rows);
        comparison.rows = if segments.is_empty() {
            let elsewhere = chain.segments.iter().map(|s| is_elsewhere(s, found));
            let rows = rows.into_iter().zip(elsewhere);
            rows.filter(|(_, elsewhere)| !elsewhere)
                .map(|(row, _)| row)
                .collect()
        } else {
            let asked = segments
                .iter()
                .filter_map(|id| rows.iter().find(|row| row.segment == *id));
            asked.cloned().collect()
        };
        Ok(comparison)
    }

    /// What a segment did on every metric that says something of it, against everyone else.
    ///
    /// # Errors
    /// When the workbook cannot be read. A metric that cannot be measured says so in its row.
    pub fn results(&mut self, segment: &str) -> Result<Results, Error> {
        let chain = self.chain()?;
        let found = find(&chain, segment)?;
        let mut rows = Vec::new();
        let mut comparisons = 0;
        for metric in state::measured_on(&chain, found) {
            let row = match self.compared(&chain, metric, &Other::Rest) {
                Ok(comparison) => {
                    comparisons += comparison.comparisons;
                    let mut rows = comparison.rows.into_iter();
                    rows.find(|row| row.segment == segment)
                        .unwrap_or_else(|| unmeasured(found, String::new(), &Other::Rest))
                }
                Err(error) if error.is_of_the_rule() => {
                    unmeasured(found, error.message, &Other::Rest)
                }
                Err(error) => return Err(error),
            };
            rows.push(ResultRow {
                metric: metric.id.clone(),
                name: if metric.name.is_empty() {
                    metric.id.clone()
                } else {
                    metric.name.clone()
                },
                stage: metric.stage,
                better: metric.better,
                threshold: metric.threshold,
                partner: metric.partner.clone(),
                is_share: metric.formula.as_ref().is_none_or(Formula::is_share),
                row,
            });
        }
        let heading = heading(&rows);
        Ok(Results {
            segment: segment.to_owned(),
            heading,
            rows,
            comparisons,
        })
    }

    pub(crate) fn compared(
        &mut self,
        chain: &Arc<Chain>,
        metric: &Metric,
        other: &Other,
    ) -> Result<Comparison, Error> {
        let family = self.family(chain, metric, other)?;
        let question = Question {
            kind: if metric.formula.as_ref().is_none_or(Formula::is_share) {
                Kind::Rate
            } else {
                Kind::Mean
            },
            better: metric.better,
            threshold: metric.threshold,
            unit: String::new(),
        };
        let cases: Vec<_> = family
            .iter()
            .filter_map(|(_, part)| match part {
                Part::Measured(case) => Some(case.as_ref().clone()),
                Part::Not(_) => None,
            })
            .collect();
        let made = compare::compare(&question, &cases);
        let comparisons = u32::try_from(compare::family(&made)).unwrap_or(u32::MAX);
        let mut made = made.into_iter();
        let rows = family
            .into_iter()
            .filter_map(|(segment, part)| match part {
                Part::Measured(_) => Some(measured(segment, made.next()?, other)),
                Part::Not(words) => Some(unmeasured(segment, words, other)),
            })
            .collect();
        Ok(Comparison {
            metric: metric.id.clone(),
            comparisons,
            rows,
        })
    }
}

fn measured(segment: &Segment, made: compare::Comparison, other: &Other) -> CompareRow {
    CompareRow {
        segment: segment.id.clone(),
        name: segment.name.clone(),
        n: made.estimate.n,
        value: made.estimate.value,
        low: made.estimate.low,
        high: made.estimate.high,
        against: other.as_text().to_owned(),
        against_n: made.against.n,
        against_value: made.against.value,
        against_low: made.against.low,
        against_high: made.against.high,
        difference: made.difference,
        difference_low: made.difference_low,
        difference_high: made.difference_high,
        p: made.p,
        q: made.q,
        verdict: made.verdict,
        words: made.words,
        unknown: made.estimate.unknown,
        against_unknown: made.against.unknown,
        detectable: made.detectable,
    }
}

/// The row of a segment that a metric says nothing of, with the reason.
fn unmeasured(segment: &Segment, words: String, other: &Other) -> CompareRow {
    CompareRow {
        segment: segment.id.clone(),
        name: segment.name.clone(),
        n: 0.0,
        value: None,
        low: None,
        high: None,
        against: other.as_text().to_owned(),
        against_n: 0.0,
        against_value: None,
        against_low: None,
        against_high: None,
        difference: None,
        difference_low: None,
        difference_high: None,
        p: None,
        q: None,
        verdict: Verdict::CannotTell,
        words,
        unknown: 0.0,
        against_unknown: 0.0,
        detectable: None,
    }
}
