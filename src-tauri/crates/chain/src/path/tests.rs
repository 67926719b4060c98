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
        (StepProgress::Begun, vec![StepLack::Reason]),
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
        (StepProgress::Begun, vec![StepLack::AsOf])
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

#[test]
fn a_step_that_is_half_done_is_begun_and_never_called_skipped_or_merely_expected() {
    let mut document = full();
    document["decisions"][0]["owner"] = json!("");
    document["datasets"][0]["as_of"] = json!("");
    document["metrics"] = json!([]);
    document["segments"][0]["targets"] = json!([]);
    document["segments"][0]["expects"] = json!("More of them stay");
    let path = path(&chain(document));
    assert_eq!(path[0], (StepProgress::Begun, vec![StepLack::Owner]));
    assert_eq!(
        path[2],
        (StepProgress::Begun, vec![StepLack::AsOf]),
        "a table half described is more than an expectation"
    );
}

#[test]
fn kinds_of_change_that_came_along_pass_over_nothing_until_words_are_written_for_them() {
    let mut document = json!({"segments": [{"id": "mid", "actions": ["message", "landing"],
        "touchpoints": [{"id": "ad", "kind": "ad"}]}]});
    let of = |document: &serde_json::Value| path(&chain(document.clone()));
    let along = of(&document);
    assert!(
        along[..4].iter().all(|(p, _)| *p == StepProgress::Open),
        "they may have come with a template: {along:?}"
    );
    assert_eq!(along[4].0, StepProgress::Done);
    document["segments"][0]["touchpoints"][0]["text"] = json!("Payroll closes on Friday");
    let worded = of(&document);
    assert!(
        worded[..4].iter().all(|(p, _)| *p == StepProgress::Skipped),
        "somebody wrote the ad before deciding anything: {worded:?}"
    );
}

#[test]
fn metrics_that_count_nothing_of_this_segment_put_nobody_past_a_step() {
    let document = json!({
        "metrics": [{"id": "won", "stage": "downstream", "dataset": "leads",
            "formula": {"rate": {"where": {"column": "won", "op": "eq", "value": true}}}}],
        "datasets": [{"id": "leads", "unit": "lead", "as_of": "2026-11-01"}],
        "segments": [{"id": "mid", "dataset": "leads"}]
    });
    let path = path(&chain(document));
    assert!(
        path.iter().all(|(p, _)| *p == StepProgress::Open),
        "{path:?}"
    );
}

#[test]
fn what_is_expected_was_written_by_a_person_who_had_passed_the_steps_before_it() {
    let path = path(&chain(
        json!({"segments": [{"id": "mid", "expects": "Twice as many stay"}]}),
    ));
    let progress: Vec<StepProgress> = path.into_iter().map(|(progress, _)| progress).collect();
    use StepProgress::{Expected, Open, Skipped};
    assert_eq!(progress, [Skipped, Skipped, Expected, Expected, Open, Open]);
}
