//! The guided path: six steps that lead one segment from a decision to a review.
//!
//! decision → dimensions → data → compare → act → review. A step that was passed over stays
//! visible as skipped; without data the expectation that is written down holds its place, and is
//! never taken for a measurement.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::document::Chain;
use crate::formula::Formula;
use crate::records::{Decision, Metric, Segment};
use crate::state::measured_on;
use crate::vocabulary::Stage;

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
    /// Not there yet, and nothing later has been begun.
    Open,
    /// Not there yet, though a later step has been begun.
    Skipped,
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
    let asked = StepName::ALL.map(|step| (step, asked(chain, segment, step, today)));
    let last_begun = asked
        .iter()
        .rposition(|(_, asked)| asked.iter().any(|(_, answered)| *answered));
    let is_expected = filled(&segment.expects);
    asked
        .into_iter()
        .enumerate()
        .map(|(at, (step, asked))| {
            let lacks: Vec<StepLack> = asked
                .into_iter()
                .filter_map(|(lack, answered)| (!answered).then_some(lack))
                .collect();
            let progress = match step {
                _ if lacks.is_empty() => StepProgress::Done,
                StepName::Data | StepName::Compare
                    if is_expected && !is_measured(chain, segment) =>
                {
                    StepProgress::Expected
                }
                _ if last_begun.is_some_and(|last| at < last) => StepProgress::Skipped,
                _ => StepProgress::Open,
            };
            PathStep {
                step,
                progress,
                lacks,
            }
        })
        .collect()
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
mod tests {
    use serde_json::json;

    use super::*;
    use crate::patch::Patch;

    const TODAY: &str = "2026-11-25";

    fn chain(mut document: serde_json::Value) -> Chain {
        document["throughline"] = json!(1);
        Patch::from_value(document)
            .and_then(|patch| patch.apply(&Chain::default()))
            .unwrap()
    }

    fn path(chain: &Chain) -> Vec<(StepProgress, Vec<StepLack>)> {
        steps(chain, &chain.segments[0], TODAY)
            .into_iter()
            .map(|step| (step.progress, step.lacks))
            .collect()
    }

    fn full() -> serde_json::Value {
        json!({
            "datasets": [{"id": "leads", "unit": "lead", "as_of": "2026-11-01"}],
            "decisions": [{
                "id": "q1", "question": "Where does the budget go?", "owner": "Mira",
                "due": "2027-01-31",
                "dimensions": [{"name": "Company size", "why": "Approvals grow with it"}]
            }],
            "metrics": [{
                "id": "won", "dataset": "leads", "stage": "downstream",
                "formula": {"rate": {"where": {"column": "won", "op": "eq", "value": true}}}
            }],
            "segments": [{
                "id": "mid", "decision": "q1", "dataset": "leads",
                "rule": {"column": "size", "op": "ge", "value": 200},
                "actions": ["message"], "review_on": "2027-03-01",
                "targets": [{"metric": "won", "value": 0.4, "by": "2027-03-01"}]
            }]
        })
    }

    #[test]
    fn s1_31_the_path_begins_at_the_decision_and_needs_no_data() {
        let chain = chain(json!({"segments": [{"id": "mid"}]}));
        let steps = steps(&chain, &chain.segments[0], TODAY);
        assert_eq!(steps[0].step, StepName::Decision);
        assert_eq!(
            steps[0].lacks,
            [StepLack::Question, StepLack::Owner, StepLack::Due],
            "the first thing asked is the question"
        );
        assert!(
            steps.iter().all(|step| step.progress == StepProgress::Open),
            "nothing has been begun, so nothing was skipped"
        );
    }

    #[test]
    fn a_path_walked_to_its_end_is_done_at_every_step() {
        for (progress, lacks) in path(&chain(full())) {
            assert_eq!((progress, lacks), (StepProgress::Done, vec![]));
        }
    }

    #[test]
    fn s1_32_a_dimension_counts_once_it_says_why_it_explains_the_decision() {
        let mut document = full();
        document["decisions"][0]["dimensions"] =
            json!([{"name": "Company size", "why": "Approvals"}, {"name": "Country", "why": " "}]);
        let (progress, lacks) = path(&chain(document)).swap_remove(1);
        assert_eq!(
            (progress, lacks),
            (StepProgress::Skipped, vec![StepLack::Reason]),
            "one of the two has no reason"
        );
    }

    #[test]
    fn s1_33_without_data_the_expectation_holds_the_place_and_is_no_measurement() {
        let mut document = full();
        document["segments"][0]["rule"] = json!({});
        document["segments"][0]["expects"] = json!("Twice as many reach a second order");
        let path = path(&chain(document));
        assert_eq!(path[2].0, StepProgress::Expected);
        assert_eq!(path[3].0, StepProgress::Expected);
        assert!(
            path[3].1.contains(&StepLack::Metric),
            "it still asks for the metric"
        );
    }

    #[test]
    fn what_is_expected_does_not_hide_a_table_that_is_half_described() {
        let mut document = full();
        document["datasets"][0]["as_of"] = json!("");
        document["segments"][0]["expects"] = json!("More of them stay");
        let (progress, lacks) = path(&chain(document)).swap_remove(2);
        assert_eq!(
            (progress, lacks),
            (StepProgress::Skipped, vec![StepLack::AsOf])
        );
    }

    #[test]
    fn s1_34_comparing_takes_a_downstream_metric_and_a_target_on_it() {
        let mut document = full();
        document["metrics"][0]["stage"] = json!("early");
        let (progress, lacks) = path(&chain(document)).swap_remove(3);
        assert_eq!(
            (progress, lacks),
            (
                StepProgress::Skipped,
                vec![StepLack::Metric, StepLack::Target]
            ),
            "a click is no result"
        );
    }

    #[test]
    fn counts_typed_in_are_data_without_a_table() {
        let mut document = full();
        document["segments"][0]["rule"] = json!({});
        document["metrics"][0]["formula"] =
            json!({"counts": [{"segment": "mid", "on": "2026-10", "yes": 41, "n": 512}]});
        let path = path(&chain(document));
        assert_eq!(path[2].0, StepProgress::Done);
        assert_eq!(path[3].0, StepProgress::Done);
    }

    #[test]
    fn s1_35_a_segment_that_changes_nothing_has_not_been_acted_on() {
        let mut document = full();
        document["segments"][0]["actions"] = json!([]);
        assert_eq!(
            path(&chain(document)).swap_remove(4),
            (StepProgress::Skipped, vec![StepLack::Action])
        );
    }

    #[test]
    fn s1_36_a_review_that_is_due_today_is_not_overdue_and_one_of_yesterday_is() {
        let mut document = full();
        document["segments"][0]["review_on"] = json!(TODAY);
        assert_eq!(
            path(&chain(document.clone())).swap_remove(5).0,
            StepProgress::Done
        );
        document["segments"][0]["review_on"] = json!("2026-11-24");
        assert_eq!(
            path(&chain(document)).swap_remove(5),
            (StepProgress::Open, vec![StepLack::Overdue])
        );
    }

    #[test]
    fn a_step_that_was_passed_over_stays_visible_as_skipped() {
        let chain = chain(json!({"segments": [{"id": "mid", "review_on": "2027-03-01"}]}));
        let path = path(&chain);
        assert!(path[..5].iter().all(|(p, _)| *p == StepProgress::Skipped));
        assert_eq!(path[5].0, StepProgress::Done);
    }
}
