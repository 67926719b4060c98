//! Facts about patches, states and differences of chains.

use serde_json::{Value, json};

use crate::diff::{Action, Diff};
use crate::patch::Patch;
use crate::state::{self, Known, Need, State};
use crate::{Chain, LinkKind, Role};

fn patch(value: Value) -> Patch {
    Patch::from_value(value).expect("a good patch")
}

fn fault(value: Value, chain: &Chain) -> crate::Fault {
    match Patch::from_value(value) {
        Ok(patch) => patch.apply(chain).expect_err("should not stand"),
        Err(fault) => fault,
    }
}

fn firstday() -> Chain {
    patch(json!({
        "throughline": 1,
        "offering": {"name": "Firstday", "category": "onboarding workflow"},
        "decisions": [{"id": "q1", "question": "Where does the Q1 budget go?", "owner": "Mira",
                       "due": "2027-01-31"}],
        "segments": [{
            "id": "mid-hr", "name": "HR teams", "role": "primary", "decision": "q1",
            "dataset": "leads", "rule": {"column": "size", "op": "between", "value": [200, 1000]},
            "decides_by": {"urgency": {"score": 4, "note": "audit season"}},
            "reach": ["partners"], "not_for": ["staffing agencies"],
            "value": {
                "jobs": [{"id": "job", "text": "Get new hires productive", "kind": "functional"}],
                "pains": [{"id": "pain", "text": "Typing details five times", "job": "job"}],
                "payoffs": [{"id": "payoff", "text": "3 hours a week back", "pain": "pain",
                             "kind": "time", "quantity": 3, "unit": "hours/week"}]
            }
        }, {"id": "other", "name": "Others"}],
        "metrics": [{"id": "accepted", "name": "Accepted", "dataset": "leads", "threshold": 0.05,
                     "formula": {"rate": {"where": {"column": "ok", "op": "eq", "value": 1}}}}]
    }))
    .apply(&Chain::default())
    .expect("stands")
}

#[test]
fn a_dump_laid_over_nothing_gives_the_same_dump() {
    let text = firstday().to_text();
    assert_eq!(Chain::from_text(&text).expect("reads").to_text(), text);
}

#[test]
fn an_absent_field_keeps_its_value_and_a_present_one_replaces_it() {
    let before = firstday();
    let after = patch(
        json!({"throughline": 1, "segments": [{"id": "mid-hr", "reach": ["a", "b"],
        "value": {"payoffs": [{"id": "payoff", "quantity": null}, {"id": "new", "text": "More"}]},
        "rule": {"any": []}}]}),
    )
    .apply(&before)
    .expect("stands");
    let segment = after.segment("mid-hr").expect("is there");
    assert_eq!(segment.name, "HR teams", "absent: kept");
    assert_eq!(segment.reach, ["a", "b"], "a plain list is replaced whole");
    assert_eq!(segment.value.payoffs[0].quantity, None, "null clears");
    assert_eq!(segment.value.payoffs[0].text, "3 hours a week back");
    assert_eq!(
        segment.value.payoffs[1].id, "new",
        "a new record is appended"
    );
    assert_eq!(
        segment.rule,
        Some(crate::Rule::Any { any: vec![] }),
        "a rule is replaced whole"
    );
    assert_eq!(segment.decides_by.urgency.note, "audit season");
}

#[test]
fn a_record_named_under_another_segment_moves_there_with_its_words() {
    let after = patch(json!({"throughline": 1, "segments": [
        {"id": "other", "value": {"pains": [{"id": "pain"}]}}]}))
    .apply(&firstday())
    .expect("stands");
    assert!(
        after
            .segment("mid-hr")
            .expect("there")
            .value
            .pains
            .is_empty()
    );
    let moved = &after.segment("other").expect("there").value.pains[0];
    assert_eq!(moved.text, "Typing details five times");
}

#[test]
fn a_record_can_move_into_a_segment_that_the_same_patch_creates() {
    let after = patch(json!({"throughline": 1, "segments": [
        {"id": "brand-new", "name": "New", "value": {"pains": [{"id": "pain", "severity": 2}]}}]}))
    .apply(&firstday())
    .expect("stands");
    let new = after.segment("brand-new").expect("there");
    assert_eq!(new.name, "New");
    assert_eq!(new.value.pains[0].text, "Typing details five times");
    assert_eq!(new.value.pains[0].severity, Some(2));
}

#[test]
fn records_of_two_kinds_move_into_a_new_segment_with_their_words() {
    let after = patch(json!({"throughline": 1, "segments": [
        {"id": "brand-new", "value": {"jobs": [{"id": "job"}], "pains": [{"id": "pain"}]}}]}))
    .apply(&firstday())
    .expect("stands");
    let value = &after.segment("brand-new").expect("there").value;
    assert_eq!(value.jobs[0].text, "Get new hires productive");
    assert_eq!(value.pains[0].text, "Typing details five times");
    let old = &after.segment("mid-hr").expect("there").value;
    assert!(old.jobs.is_empty() && old.pains.is_empty());
}

#[test]
fn a_hundred_thousand_records_are_laid_over_as_many_and_taken_out_again() {
    let many: Vec<Value> = (0..100_000)
        .map(|at| json!({"id": format!("d{at}"), "question": "?"}))
        .collect();
    let first = patch(json!({"throughline": 1, "decisions": many}));
    let chain = first.apply(&Chain::default()).expect("stands");
    assert_eq!(first.apply(&chain).expect("stands"), chain);
    assert!(Diff::between(&chain, &chain).is_empty());
    let names: Vec<String> = (0..99_999).map(|at| format!("decisions/d{at}")).collect();
    let after = patch(json!({"throughline": 1, "remove": names}))
        .apply(&chain)
        .expect("stands");
    assert_eq!(after.decisions.len(), 1);
}

#[test]
fn taking_out_a_name_of_another_kind_leaves_the_record_and_what_points_at_it() {
    let after = patch(json!({"throughline": 1, "remove": ["jobs/pain"]}))
        .apply(&firstday())
        .expect("stands");
    assert_eq!(after, firstday());
}

#[test]
fn removing_a_record_leaves_nothing_pointing_at_it() {
    let after = patch(json!({"throughline": 1, "remove": ["pains/pain", "decisions/q1"]}))
        .apply(&firstday())
        .expect("stands");
    let segment = after.segment("mid-hr").expect("there");
    assert_eq!(segment.value.payoffs[0].pain, "");
    assert_eq!(segment.decision, "");
}

#[test]
fn unknown_fields_are_errors_that_name_their_path() {
    let chain = firstday();
    for (value, path) in [
        (json!({"throughline": 1, "segmets": []}), "segmets"),
        (
            json!({"throughline": 1, "segments": [{"id": "a"}, {"id": "b", "valu": {}}]}),
            "segments[1]",
        ),
        (
            json!({"throughline": 1, "segments": [
                {"id": "a", "value": {"pains": [{"id": "x", "sev": 1}]}}]}),
            "segments[0].value.pains[0]",
        ),
        (
            json!({"throughline": 1, "segments": [{"id": "A b"}]}),
            "segments[0].id",
        ),
        (
            json!({"throughline": 1, "decisions": [{"id": "d", "due": "31.1.2027"}]}),
            "decisions[0].due",
        ),
        (
            json!({"throughline": 1, "segments": [
                {"id": "a", "rule": {"column": "c", "op": "eqq"}}]}),
            "segments[0].rule",
        ),
        (
            json!({"throughline": 1, "segments": [{"id": "a", "decision": "nope"}]}),
            "segments[0].decision",
        ),
        (json!({"throughline": 1, "remove": ["pain"]}), "remove"),
        (json!({"throughline": 2}), "throughline"),
        (json!([]), "the document"),
    ] {
        let fault = fault(value, &chain);
        assert!(
            fault.path.starts_with(path),
            "{fault} should stand at {path}"
        );
        assert!(!fault.fix.is_empty());
    }
}

#[test]
fn rules_that_name_each_other_in_a_circle_are_refused() {
    let circle = json!({"throughline": 1, "segments": [
        {"id": "mid-hr", "rule": {"not": {"segment": "other"}}},
        {"id": "other", "rule": {"all": [{"segment": "mid-hr"}]}}]});
    assert!(fault(circle, &firstday()).message.contains("circle"));
    let shared = json!({"throughline": 1, "segments": [
        {"id": "a", "rule": {"segment": "other"}},
        {"id": "b", "rule": {"all": [{"segment": "a"}, {"segment": "other"}]}}]});
    patch(shared)
        .apply(&firstday())
        .expect("a diamond is no circle");
}

#[test]
fn a_segment_in_another_rule_stays_until_that_rule_changes() {
    let chain = patch(json!({"throughline": 1, "segments": [
        {"id": "other", "rule": {"segment": "mid-hr"}}]}))
    .apply(&firstday())
    .expect("stands");
    let refused = fault(
        json!({"throughline": 1, "remove": ["segments/mid-hr"]}),
        &chain,
    );
    assert!(refused.message.contains("Others"));
    for both in [
        ["segments/other", "segments/mid-hr"],
        ["segments/mid-hr", "segments/other"],
    ] {
        patch(json!({"throughline": 1, "remove": both}))
            .apply(&chain)
            .expect("both may go, in either order");
    }
}

#[test]
fn s0_01_the_chain_says_its_first_missing_link_and_what_each_link_needs() {
    let chain = firstday();
    let segment = chain.segment("mid-hr").expect("there");
    let links = state::links(&chain, segment, &Known::default());
    assert_eq!(
        links.iter().map(|l| l.link).collect::<Vec<_>>(),
        LinkKind::ALL,
        "decision, segment, value, positioning, journey, results"
    );
    let missing = links.iter().find(|link| link.state == State::Missing);
    assert_eq!(missing.map(|link| link.link), Some(LinkKind::Positioning));
    assert_eq!(links[0].state, State::Draft, "written, never confirmed");
    assert_eq!(links[0].needs, [Need::Confirmation]);
    assert_eq!(links[5].needs, [Need::Target, Need::Confirmation]);
}

#[test]
fn s1_04_a_segment_without_a_decision_is_a_report_filter() {
    let chain = firstday();
    assert!(!state::is_report_filter(
        &chain,
        chain.segment("mid-hr").expect("there")
    ));
    assert!(state::is_report_filter(
        &chain,
        chain.segment("other").expect("there")
    ));
}

#[test]
fn s0_07_value_is_not_complete_until_it_says_whom_it_is_not_for() {
    let mut chain = firstday();
    let needs = |chain: &Chain| {
        state::link_state(
            chain,
            &chain.segments[0],
            LinkKind::Value,
            &Known::default(),
        )
        .needs
    };
    assert!(!needs(&chain).contains(&Need::NotFor));
    chain.segments[0].not_for = vec!["  ".into()];
    assert!(
        needs(&chain).contains(&Need::NotFor),
        "blank words are no limit"
    );
}

#[test]
fn s0_13_a_segment_is_not_complete_until_it_says_what_differs_in_how_they_decide() {
    let mut chain = firstday();
    let needs = |chain: &Chain| {
        state::link_state(
            chain,
            &chain.segments[0],
            LinkKind::Segment,
            &Known::default(),
        )
        .needs
    };
    assert!(!needs(&chain).contains(&Need::DecidesBy));
    chain.segments[0].decides_by = crate::Axes::default();
    assert!(needs(&chain).contains(&Need::DecidesBy));
}

#[test]
fn s0_25_vendors_alone_are_not_what_customers_choose_between() {
    let with = |kind: &str| {
        let chain = patch(
            json!({"throughline": 1, "segments": [{"id": "mid-hr", "positioning": {
            "alternatives": [{"id": "alt", "name": "Big suite", "kind": kind}]}}]}),
        )
        .apply(&firstday())
        .expect("stands");
        state::link_state(
            &chain,
            &chain.segments[0],
            LinkKind::Positioning,
            &Known::default(),
        )
        .needs
    };
    assert!(with("competitor").contains(&Need::NonVendor));
    assert!(!with("spreadsheet").contains(&Need::NonVendor));
}

#[test]
fn a_confirmed_link_goes_stale_when_what_it_rests_on_changes_and_only_then() {
    let confirmed = patch(json!({"throughline": 1,
        "segments": [{"id": "mid-hr", "positioning": {"for_whom": "HR teams"}}],
        "confirmations": [{"link": "mid-hr/positioning", "on": "2026-11-01"}]}))
    .apply(&firstday())
    .expect("stands");
    let of = |chain: &Chain| {
        state::link_state(
            chain,
            &chain.segments[0],
            LinkKind::Positioning,
            &Known::default(),
        )
        .state
    };
    assert_eq!(
        of(&confirmed),
        State::Draft,
        "confirmed, but parts are missing"
    );
    let payoff = |text: &str| {
        patch(
            json!({"throughline": 1, "segments": [{"id": "mid-hr", "value": {"payoffs": [
            {"id": "payoff", "text": text}]}}]}),
        )
        .apply(&confirmed)
        .expect("stands")
    };
    assert_eq!(
        of(&payoff("3 Hours, a week  back!")),
        State::Draft,
        "case, space, punctuation"
    );
    assert_eq!(of(&payoff("4 hours a week back")), State::Stale);
}

#[test]
fn s0_17_one_segment_is_primary_and_the_others_wait() {
    let chain = firstday();
    assert_eq!(chain.segments[0].role, Role::Primary);
    assert_eq!(
        chain.segments[1].role,
        Role::Queued,
        "nobody is primary by default"
    );
}

#[test]
fn a_difference_reads_as_a_sentence() {
    let before = firstday();
    let after = |value: Value| patch(value).apply(&before).expect("stands");
    let one = after(
        json!({"throughline": 1, "segments": [{"id": "mid-hr", "value": {"payoffs": [
        {"id": "payoff", "text": "4 hours"}]}}]}),
    );
    let diff = Diff::between(&before, &one);
    assert_eq!(
        diff.sentence(),
        "Changed text of the payoff “4 hours” in HR teams"
    );
    assert_eq!(diff.changes[0].action, Action::Changed);
    let payoffs = diff
        .counts
        .iter()
        .find(|c| c.kind == "payoffs")
        .expect("counted");
    assert_eq!(
        (payoffs.created, payoffs.changed, payoffs.unchanged),
        (0, 1, 0)
    );
    let gone = after(json!({"throughline": 1, "remove": ["segments/mid-hr"]}));
    assert_eq!(
        Diff::between(&before, &gone).sentence(),
        "Removed the segment “HR teams”, and 3 other changes"
    );
    assert!(Diff::between(&before, &before).is_empty());
}
