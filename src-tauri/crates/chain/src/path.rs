//! The guided path: six steps that lead one segment from a decision to a review.
//!
//! decision → dimensions → data → compare → act → review. A step is, the first that fits:
//!
//! - *done*: everything it asks for is there;
//! - *begun*: part of it is there, and what is left is named;
//! - *expected* (data and compare): nothing of it is there and nothing is measured, but what is
//!   expected is written; it holds the step's place, and is never taken for a measurement;
//! - *skipped*: nothing of it is there, and a person has worked on a later step;
//! - *open*: nothing of it is there, and no later step was worked on. A review whose day has
//!   passed is open again.
//!
//! What a template brings along says nothing of where a person has been. It brings a question,
//! metrics that nothing counts yet, and the kinds of change; so a decision stands before all that
//! could be skipped, a metric counts once a rule or counts make it one of this segment, and what is
//! to change counts as work once words are written for it, in the statement or in the journey.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::document::Chain;
use crate::formula::Formula;
use crate::records::{Decision, Metric, Segment};
use crate::state::{self, Known, State, measured_on};
use crate::vocabulary::{LinkKind, Stage};

/// A step of the path, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StepName {
    /// What is decided with the segment.
    Decision,
    /// What could explain the decision, and why.
    Dimensions,
    /// The table that it is measured in, and whether it can be trusted.
    Data,
    /// The segment against everyone else, on what customers did.
    Compare,
    /// What is done differently.
    Act,
    /// When it is looked at again.
    Review,
}

impl StepName {
    /// The six steps in their order.
    pub const ALL: [Self; 6] = [
        Self::Decision,
        Self::Dimensions,
        Self::Data,
        Self::Compare,
        Self::Act,
        Self::Review,
    ];
}

/// How far a step has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StepProgress {
    /// Nothing of it is there, and nobody has worked on a later step; or a review is due again.
    Open,
    /// Nothing of it is there, though a person has worked on a later step.
    Skipped,
    /// Part of what it asks for is there.
    Begun,
    /// Not measured: what is expected stands in its place.
    Expected,
    /// Everything it asks for is there.
    Done,
}

/// What a step still asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StepLack {
    /// A decision with its question.
    Question,
    /// Who decides.
    Owner,
    /// By when.
    Due,
    /// Something that could explain the decision.
    Dimension,
    /// Why a named dimension should explain it.
    Reason,
    /// A table with a rule over it, or counts typed in.
    Table,
    /// What one row of the table is.
    Unit,
    /// The day that the table was true on.
    AsOf,
    /// A downstream metric measured on the segment.
    Metric,
    /// A value that it should reach.
    Target,
    /// Something that is done differently.
    Action,
    /// A day to look at it again.
    ReviewDate,
    /// The day to look at it again has passed.
    Overdue,
}

/// A step, how far it has come, and what is left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PathStep {
    /// Which step.
    pub step: StepName,
    /// How far it has come.
    pub progress: StepProgress,
    /// What it still asks for, first things first.
    pub lacks: Vec<StepLack>,
}

/// The six steps of a segment. `today` is an ISO date.
pub fn steps(chain: &Chain, segment: &Segment, today: &str) -> Vec<PathStep> {
    let steps = StepName::ALL.map(|step| by_itself(chain, segment, step, today));
    let last_worked = steps
        .iter()
        .rposition(|step| is_worked_on(chain, segment, step));
    steps
        .into_iter()
        .enumerate()
        .map(|(at, mut step)| {
            if step.progress == StepProgress::Open && last_worked.is_some_and(|last| at < last) {
                step.progress = StepProgress::Skipped;
            }
            step
        })
        .collect()
}

/// A step as it stands whatever stands after it: never skipped.
fn by_itself(chain: &Chain, segment: &Segment, step: StepName, today: &str) -> PathStep {
    let asked = asked(chain, segment, step, today);
    let is_begun = asked.iter().any(|(_, answered)| *answered);
    let lacks: Vec<StepLack> = asked
        .into_iter()
        .filter_map(|(lack, answered)| (!answered).then_some(lack))
        .collect();
    let may_be_expected = matches!(step, StepName::Data | StepName::Compare);
    let progress = if lacks.is_empty() {
        StepProgress::Done
    } else if lacks == [StepLack::Overdue] {
        StepProgress::Open
    } else if is_begun {
        StepProgress::Begun
    } else if may_be_expected && filled(&segment.expects) && !is_measured(chain, segment) {
        StepProgress::Expected
    } else {
        StepProgress::Open
    };
    PathStep {
        step,
        progress,
        lacks,
    }
}

/// Whether a step holds something that only a person can have put there.
fn is_worked_on(chain: &Chain, segment: &Segment, step: &PathStep) -> bool {
    match step.step {
        StepName::Review => filled(&segment.review_on),
        _ if step.progress == StepProgress::Open => false,
        StepName::Act => [LinkKind::Positioning, LinkKind::Journey]
            .into_iter()
            .any(|link| {
                state::link_state(chain, segment, link, &Known::default()).state != State::Missing
            }),
        _ => true,
    }
}

/// What a step asks for, and whether each is answered.
fn asked(chain: &Chain, segment: &Segment, step: StepName, today: &str) -> Vec<(StepLack, bool)> {
    let decision = chain.decision(&segment.decision);
    match step {
        StepName::Decision => {
            let has = |field: fn(&Decision) -> &str| decision.is_some_and(|d| filled(field(d)));
            vec![
                (StepLack::Question, has(|d| &d.question)),
                (StepLack::Owner, has(|d| &d.owner)),
                (StepLack::Due, has(|d| &d.due)),
            ]
        }
        StepName::Dimensions => {
            let named: Vec<_> = decision
                .into_iter()
                .flat_map(|d| &d.dimensions)
                .filter(|dimension| filled(&dimension.name))
                .collect();
            let reasoned = !named.is_empty() && named.iter().all(|d| filled(&d.why));
            vec![
                (StepLack::Dimension, !named.is_empty()),
                (StepLack::Reason, reasoned),
            ]
        }
        StepName::Data => {
            let dataset = chain
                .dataset(&segment.dataset)
                .filter(|_| segment.rule.is_some());
            let typed_in = counted_by_hand(chain, segment);
            let is_counted = dataset.is_some() || typed_in;
            let says = |text: Option<&String>| typed_in || text.is_some_and(|text| filled(text));
            vec![
                (StepLack::Table, is_counted),
                (StepLack::Unit, says(dataset.map(|d| &d.unit))),
                (StepLack::AsOf, says(dataset.map(|d| &d.as_of))),
            ]
        }
        StepName::Compare => {
            let metrics: Vec<&Metric> = measured_on(chain, segment)
                .filter(|metric| metric.stage == Stage::Downstream)
                .collect();
            let is_aimed = segment
                .targets
                .iter()
                .any(|target| metrics.iter().any(|metric| metric.id == target.metric));
            vec![
                (StepLack::Metric, !metrics.is_empty()),
                (StepLack::Target, is_aimed),
            ]
        }
        StepName::Act => vec![(StepLack::Action, !segment.actions.is_empty())],
        StepName::Review => match segment.review_on.as_str() {
            on if !filled(on) => vec![(StepLack::ReviewDate, false)],
            // ISO dates stand in the order of time.
            on => vec![
                (StepLack::ReviewDate, true),
                (StepLack::Overdue, on >= today),
            ],
        },
    }
}

/// Whether anything measured stands behind the segment.
fn is_measured(chain: &Chain, segment: &Segment) -> bool {
    measured_on(chain, segment).next().is_some()
}

fn counted_by_hand(chain: &Chain, segment: &Segment) -> bool {
    measured_on(chain, segment).any(|metric| matches!(metric.formula, Some(Formula::Counts { .. })))
}

fn filled(text: &str) -> bool {
    !text.trim().is_empty()
}

#[cfg(test)]
mod tests;
