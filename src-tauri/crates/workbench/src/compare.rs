//! Segments against everyone else, by metric.

use chain::formula::{Count, Formula};
use chain::{Better, Chain, Metric, Segment, Stage, state};
use measure::compare::{self, Against, Case, Group, Kind, Question, Verdict};
use measure::metric::{self, Weights};
use measure::rule::Selector;
use measure::table::Mask;

use crate::book::Book;
use crate::edit::find;
use crate::error::{Code, Error};
use crate::members::{Nearby, as_of};
use crate::view::{CompareRow, Comparison, ResultRow, Results};

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
    /// Compares segments on a metric. Without segments, every one that the metric says something
    /// of; the family that q corrects for is all of those, whatever is asked for.
    ///
    /// # Errors
    /// [`Code::NotFound`] for a metric or segment that is not there, [`Code::BadRule`] for a
    /// formula that does not fit its dataset.
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
        if !segments.is_empty() {
            // A segment that the metric cannot say anything of still gets its row, which says so.
            comparison.rows = segments
                .iter()
                .map(|id| {
                    let row = comparison
                        .rows
                        .iter()
                        .find(|row| row.segment == *id)
                        .cloned();
                    row.unwrap_or_else(|| unmeasured(&chain, found, id, other))
                })
                .collect();
        }
        Ok(comparison)
    }

    /// What a segment did on every metric that says something of it, against everyone else.
    ///
    /// # Errors
    /// As [`Book::compare`], except that a metric that cannot be measured says so in its row.
    pub fn results(&mut self, segment: &str) -> Result<Results, Error> {
        let chain = self.chain()?;
        let found = find(&chain, segment)?;
        let mut rows = Vec::new();
        let mut comparisons = 0;
        for metric in state::measured_on(&chain, found) {
            let compared = self.compared(&chain, metric, &Other::Rest);
            let row = match compared {
                Ok(comparison) => {
                    comparisons += comparison.comparisons;
                    let row = comparison
                        .rows
                        .into_iter()
                        .find(|row| row.segment == segment);
                    row.unwrap_or_else(|| unmeasured(&chain, metric, segment, &Other::Rest))
                }
                Err(error) => CompareRow {
                    words: error.message,
                    ..unmeasured(&chain, metric, segment, &Other::Rest)
                },
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

    fn compared(
        &mut self,
        chain: &Chain,
        metric: &Metric,
        other: &Other,
    ) -> Result<Comparison, Error> {
        let family = match &metric.formula {
            None => Vec::new(),
            Some(Formula::Counts { counts }) => typed_in(chain, counts, other)?,
            Some(formula) => self.measured(chain, metric, formula, other)?,
        };
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
        let cases: Vec<Case> = family.iter().map(|(_, case)| case.clone()).collect();
        let made = compare::compare(&question, &cases);
        let comparisons = u32::try_from(compare::family(&made)).unwrap_or(u32::MAX);
        let rows = family
            .iter()
            .zip(made)
            .map(|((segment, _), made)| CompareRow {
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
            })
            .collect();
        Ok(Comparison {
            metric: metric.id.clone(),
            comparisons,
            rows,
        })
    }

    /// Every segment with a rule on the metric's dataset, and what it is compared with.
    fn measured<'a>(
        &mut self,
        chain: &'a Chain,
        metric: &Metric,
        formula: &Formula,
        other: &Other,
    ) -> Result<Vec<(&'a Segment, Case)>, Error> {
        if self.store.dataset(&metric.dataset)?.is_none() {
            return Ok(Vec::new());
        }
        let table = self.imported(&metric.dataset)?;
        let nearby = Nearby {
            chain,
            dataset: &metric.dataset,
        };
        let mut selector = Selector::new(&table, &nearby, as_of(chain, &metric.dataset));
        let outcome = metric::outcome(formula, &mut selector)
            .map_err(|fault| Error::new(Code::BadRule, fault.to_string(), fault.fix()))?;
        let weight = chain
            .dataset(&metric.dataset)
            .map(|d| d.weight.as_str())
            .unwrap_or_default();
        let weights = match weight {
            "" => None,
            column => Some(
                Weights::of_column(&table, column)
                    .map_err(|fault| Error::new(Code::BadRule, fault.to_string(), fault.fix()))?,
            ),
        };
        let tally = |mask: &Mask| Group {
            rows: mask.count() as u64,
            tally: outcome.tally(mask, weights.as_ref()),
        };
        let named = match other {
            Other::Segment(id) => {
                let segment = find(chain, id)?;
                if segment.dataset != metric.dataset || segment.rule.is_none() {
                    return Err(Error::new(
                        Code::WrongState,
                        format!("“{}” has no rule over `{}`", segment.name, metric.dataset),
                        "Compare with a segment of the same dataset.",
                    ));
                }
                Some((segment, self.selected(chain, segment)?.1))
            }
            _ => None,
        };
        let mut family = Vec::new();
        let ruled = |s: &&Segment| s.rule.is_some() && s.dataset == metric.dataset;
        for segment in chain.segments.iter().filter(ruled) {
            // A segment whose rule cannot be applied makes no comparison; `segments` names it.
            let Ok((_, mask)) = self.selected(chain, segment) else {
                continue;
            };
            let mine = tally(&mask);
            let against = match (&named, other) {
                (Some((other, _)), _) if other.id == segment.id => Against::Itself,
                (Some((other, theirs)), _) => Against::Segment {
                    name: other.name.clone(),
                    group: tally(theirs),
                    shared: mask.count_and(theirs) as u64,
                },
                (None, Other::All) => Against::All {
                    rest: tally(&outside(&mask)),
                },
                (None, _) => Against::Rest(tally(&outside(&mask))),
            };
            family.push((
                segment,
                Case {
                    segment: mine,
                    against,
                },
            ));
        }
        Ok(family)
    }
}

/// Every row that a mask leaves out.
fn outside(mask: &Mask) -> Mask {
    let mut rest = mask.clone();
    rest.invert();
    rest
}

/// The comparisons of typed-in counts. Everyone else is what was typed in for nobody in particular,
/// or else all the other segments together.
fn typed_in<'a>(
    chain: &'a Chain,
    counts: &[Count],
    other: &Other,
) -> Result<Vec<(&'a Segment, Case)>, Error> {
    let sum = |wanted: &dyn Fn(&str) -> bool| {
        let mut group = Group::default();
        for count in counts.iter().filter(|count| wanted(&count.segment)) {
            group.tally.n += count.n;
            group.tally.x += count.yes;
        }
        // Typed-in counts have no rows behind them: the people counted stand for the rows.
        group.rows = group.tally.n as u64;
        group
    };
    let everyone_else_typed = counts.iter().any(|count| count.segment.is_empty());
    let mut family = Vec::new();
    for segment in &chain.segments {
        if !counts.iter().any(|count| count.segment == segment.id) {
            continue;
        }
        let mine = sum(&|id| id == segment.id);
        let rest = || {
            if everyone_else_typed {
                sum(&|id| id.is_empty())
            } else {
                sum(&|id| id != segment.id)
            }
        };
        let against = match other {
            Other::Rest => Against::Rest(rest()),
            Other::All => Against::All { rest: rest() },
            Other::Segment(id) if *id == segment.id => Against::Itself,
            Other::Segment(id) => Against::Segment {
                name: find(chain, id)?.name.clone(),
                group: sum(&|found| found == id),
                shared: 0,
            },
        };
        family.push((
            segment,
            Case {
                segment: mine,
                against,
            },
        ));
    }
    Ok(family)
}

/// The row of a segment that a metric says nothing of, with the reason.
fn unmeasured(chain: &Chain, metric: &Metric, segment: &str, other: &Other) -> CompareRow {
    let found = chain.segment(segment);
    let words = match (&metric.formula, found) {
        (None, _) => "Not measured: the metric has no formula yet.".to_owned(),
        (Some(Formula::Counts { .. }), _) => {
            "Not measured: no counts were typed in for this segment.".to_owned()
        }
        (_, Some(found)) if found.rule.is_none() => {
            "Not measured: the segment has no rule.".to_owned()
        }
        (_, Some(found)) if found.dataset != metric.dataset => format!(
            "Not measured: the metric is over `{}`, the segment over `{}`.",
            metric.dataset, found.dataset
        ),
        _ => format!(
            "Not measured: `{}` has no rows, or the rule does not fit.",
            metric.dataset
        ),
    };
    CompareRow {
        segment: segment.to_owned(),
        name: found
            .map(|segment| segment.name.clone())
            .unwrap_or_default(),
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

/// What the page found: `3 of 6 clearly better than everyone else, 1 worse`.
fn heading(rows: &[ResultRow]) -> String {
    let downstream: Vec<&ResultRow> = rows
        .iter()
        .filter(|row| row.stage == Stage::Downstream)
        .collect();
    let count = |verdict| {
        downstream
            .iter()
            .filter(|row| row.row.verdict == verdict)
            .count()
    };
    let (better, worse) = (count(Verdict::Better), count(Verdict::Worse));
    match downstream.as_slice() {
        [] => "Nothing downstream is measured yet".to_owned(),
        [one] => match (one.row.verdict, one.better) {
            (Verdict::Better, Better::Higher) => {
                format!(
                    "{}: clearly higher than everyone else, and better",
                    one.name
                )
            }
            (Verdict::Better, Better::Lower) => {
                format!("{}: clearly lower than everyone else, and better", one.name)
            }
            (Verdict::Worse, Better::Higher) => {
                format!("{}: clearly lower than everyone else, and worse", one.name)
            }
            (Verdict::Worse, Better::Lower) => {
                format!("{}: clearly higher than everyone else, and worse", one.name)
            }
            (Verdict::TooSmallToMatter, _) => {
                format!(
                    "{}: different from everyone else, too little to matter",
                    one.name
                )
            }
            (Verdict::NoDifferenceThatMatters, _) => {
                format!("{}: no difference that matters", one.name)
            }
            (Verdict::CannotTell, _) => format!("{}: cannot tell yet", one.name),
        },
        all => {
            let of = all.len();
            match (better, worse) {
                (0, 0) => format!("None of {of} clearly better or worse than everyone else"),
                (0, worse) => format!("{worse} of {of} clearly worse than everyone else"),
                (better, 0) => format!("{better} of {of} clearly better than everyone else"),
                (better, worse) => {
                    format!("{better} of {of} clearly better than everyone else, {worse} worse")
                }
            }
        }
    }
}
