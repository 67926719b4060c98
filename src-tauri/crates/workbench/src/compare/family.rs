//! What a metric says of each segment: the two sides of a comparison, or why there are none.

use std::sync::Arc;

use chain::formula::{Count, Formula};
use chain::{Chain, Metric, Segment};
use measure::compare::{Against, Case, Group};
use measure::metric::{self, Weights};
use measure::rule::Selector;
use measure::table::Mask;

use super::Other;
use crate::book::Book;
use crate::edit::find;
use crate::error::{Code, Error};
use crate::ground::rule_error;

/// A segment's part in a family of comparisons.
pub(super) enum Part {
    /// The two sides.
    Measured(Box<Case>),
    /// Why it cannot be measured, as a sentence.
    Not(String),
}

impl Book {
    /// Every segment with its part, in the workbook's order. Segments over another dataset than
    /// the metric's have none that a reader would look for, and are told apart by
    /// [`is_elsewhere`].
    pub(super) fn family<'a>(
        &mut self,
        chain: &'a Arc<Chain>,
        metric: &Metric,
        other: &Other,
    ) -> Result<Vec<(&'a Segment, Part)>, Error> {
        let silent = |why: &str| -> Result<Vec<(&'a Segment, Part)>, Error> {
            let part = |segment| (segment, Part::Not(why.to_owned()));
            Ok(chain.segments.iter().map(part).collect())
        };
        match &metric.formula {
            None => silent("Not measured: the metric has no formula yet."),
            Some(Formula::Counts { counts }) => typed_in(chain, counts, other),
            Some(formula) => match self.ground(&metric.dataset)? {
                None if metric.dataset.is_empty() => {
                    silent("Not measured: the metric names no dataset.")
                }
                None => silent(&format!("Not measured: `{}` has no rows.", metric.dataset)),
                Some(ground) => self.on(chain, &ground, |selector| {
                    over_rows(chain, metric, formula, other, selector)
                }),
            },
        }
    }
}

/// Whether a segment is a rule over another dataset than the metric's.
pub(super) fn is_elsewhere(segment: &Segment, metric: &Metric) -> bool {
    let counted = matches!(metric.formula, Some(Formula::Counts { .. }) | None);
    !counted && segment.rule.is_some() && segment.dataset != metric.dataset
}

/// Segments by rule over the metric's dataset.
fn over_rows<'a>(
    chain: &'a Chain,
    metric: &Metric,
    formula: &Formula,
    other: &Other,
    selector: &mut Selector<'_>,
) -> Result<Vec<(&'a Segment, Part)>, Error> {
    let outcome = metric::outcome(formula, selector)
        .map_err(|fault| Error::new(Code::BadRule, fault.to_string(), fault.fix()))?;
    let weight = chain
        .dataset(&metric.dataset)
        .map(|d| d.weight.as_str())
        .unwrap_or_default();
    let weights = match weight {
        "" => None,
        column => Some(
            Weights::of_column(selector.table(), column)
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
            Some((segment, selector.segment(id).map_err(rule_error)?))
        }
        _ => None,
    };
    let mut family = Vec::with_capacity(chain.segments.len());
    for segment in &chain.segments {
        let part = if segment.rule.is_none() {
            Part::Not("Not measured: the segment has no rule.".to_owned())
        } else if segment.dataset.is_empty() {
            Part::Not("Not measured: the segment has a rule and names no dataset.".to_owned())
        } else if segment.dataset != metric.dataset {
            Part::Not(format!(
                "Not measured: the metric is over `{}`, the segment over `{}`.",
                metric.dataset, segment.dataset
            ))
        } else {
            match selector.segment(&segment.id) {
                // It makes no comparison, so it is no part of what q is corrected for.
                Err(fault) => Part::Not(format!("Not measured: {fault}. {}", fault.fix())),
                Ok(mask) => {
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
                    Part::Measured(Box::new(Case {
                        segment: tally(&mask),
                        against,
                    }))
                }
            }
        };
        family.push((segment, part));
    }
    Ok(family)
}

/// Every row that a mask leaves out.
fn outside(mask: &Mask) -> Mask {
    let mut rest = mask.clone();
    rest.invert();
    rest
}

/// Segments by typed-in counts. Everyone else is what was typed in for nobody in particular, or
/// else all the other segments together.
fn typed_in<'a>(
    chain: &'a Chain,
    counts: &[Count],
    other: &Other,
) -> Result<Vec<(&'a Segment, Part)>, Error> {
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
    let mut family = Vec::with_capacity(chain.segments.len());
    for segment in &chain.segments {
        if !counts.iter().any(|count| count.segment == segment.id) {
            let words = "Not measured: no counts were typed in for this segment.".to_owned();
            family.push((segment, Part::Not(words)));
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
        let case = Case {
            segment: mine,
            against,
        };
        family.push((segment, Part::Measured(Box::new(case))));
    }
    Ok(family)
}
