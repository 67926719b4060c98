//! Facts about the order of records.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::patch::Patch;
use crate::{Chain, Fault};

fn patch(value: Value) -> Patch {
    Patch::from_value(value).expect("a good patch")
}

fn roster() -> Chain {
    patch(json!({"throughline": 1,
    "decisions": [{"id": "d1", "question": "Whom?"}, {"id": "d2", "question": "When?"}],
    "segments": [
        {"id": "hr", "name": "HR teams", "value": {
            "pains": [{"id": "calls", "text": "Calls"}],
            "payoffs": [{"id": "hours", "text": "Hours back"}, {"id": "days", "text": "Days"},
                        {"id": "calm", "text": "Calm evenings"}]},
         "touchpoints": [{"id": "ad", "text": "Ad"}, {"id": "page", "text": "Page"}],
         "positioning": {"alternatives": [{"id": "sheet", "name": "Sheet"},
                                          {"id": "suite", "name": "Suite"}]}},
        {"id": "it", "name": "IT", "value": {"payoffs": [{"id": "tickets", "text": "Fewer"}]}}
    ]}))
    .apply(&Chain::default())
    .expect("stands")
}

fn placed(record: &str, before: &str) -> Result<Chain, Fault> {
    patch(json!({"throughline": 1, "place": [{"record": record, "before": before}]}))
        .apply(&roster())
}

fn payoffs(chain: &Chain) -> Vec<&str> {
    let payoffs = &chain.segments[0].value.payoffs;
    payoffs.iter().map(|it| it.id.as_str()).collect()
}

fn order(record: &str, before: &str) -> Vec<String> {
    let chain = placed(record, before).expect("stands");
    let order = chain
        .segment("hr")
        .expect("there")
        .value
        .payoffs
        .iter()
        .map(|it| it.id.clone());
    order.collect()
}

#[test]
fn a_record_is_put_before_another_or_at_the_end() {
    assert_eq!(
        order("payoffs/calm", "payoffs/hours"),
        ["calm", "hours", "days"]
    );
    assert_eq!(
        order("payoffs/hours", "payoffs/calm"),
        ["days", "hours", "calm"]
    );
    assert_eq!(order("payoffs/hours", ""), ["days", "calm", "hours"]);
    assert_eq!(
        order("payoffs/days", "payoffs/days"),
        ["hours", "days", "calm"],
        "before itself is where it is"
    );
}

#[test]
fn every_kind_of_list_has_an_order() {
    let chain = placed("segments/it", "segments/hr").expect("stands");
    assert_eq!(chain.segments[0].id, "it");
    let chain = placed("decisions/d2", "decisions/d1").expect("stands");
    assert_eq!(chain.decisions[0].id, "d2");
    let chain = placed("touchpoints/page", "touchpoints/ad").expect("stands");
    assert_eq!(chain.segments[0].touchpoints[0].id, "page");
    let chain = placed("alternatives/suite", "alternatives/sheet").expect("stands");
    assert_eq!(chain.segments[0].positioning.alternatives[0].id, "suite");
}

#[test]
fn without_before_a_record_comes_last_and_a_record_of_the_same_patch_can_be_placed() {
    let chain = patch(json!({"throughline": 1,
        "segments": [{"id": "hr", "value": {"payoffs": [{"id": "new", "text": "New"}]}}],
        "place": [{"record": "payoffs/new", "before": "payoffs/hours"},
                  {"record": "payoffs/days"}]}))
    .apply(&roster())
    .expect("stands");
    assert_eq!(payoffs(&chain), ["new", "hours", "calm", "days"]);
}

#[test]
fn what_cannot_be_placed_is_named_with_a_way_out() {
    let fault = placed("payoffs/none", "").expect_err("not there");
    assert_eq!(fault.path, "place[0].record");
    let fault = placed("payoffs/hours", "payoffs/tickets").expect_err("of another segment");
    assert_eq!(fault.path, "place[0].before");
    assert_eq!(
        fault.fix,
        "Beside it stand payoffs/days, payoffs/calm; without `before` it comes last."
    );
    let fault = placed("payoffs/hours", "pains/calls").expect_err("of another kind");
    assert_eq!(fault.path, "place[0].before");
    let fault = placed("payoffs/tickets", "payoffs/hours").expect_err("it stands alone");
    assert_eq!(
        fault.fix,
        "It stands alone in its list; leave `before` out."
    );
    for name in ["hours", "versions/hr"] {
        let fault = placed(name, "").expect_err(name);
        assert_eq!(fault.path, "place[0].record", "{name}");
    }
    let unread = Patch::from_value(json!({"throughline": 1, "place": [{"recrod": "x"}]}));
    assert_eq!(unread.expect_err("a slip").path, "place");
    let gone = patch(json!({"throughline": 1, "remove": ["payoffs/days"],
        "place": [{"record": "payoffs/hours", "before": "payoffs/days"}]}));
    assert!(gone.apply(&roster()).is_err(), "it went in the same patch");
}

#[test]
fn a_move_reads_as_a_sentence() {
    let told = |places: Value| {
        let patch = patch(json!({"throughline": 1, "place": places}));
        let after = patch.apply(&roster()).expect("stands");
        patch.sentence(&roster(), &after)
    };
    let one = |record: &str, before: &str| told(json!([{"record": record, "before": before}]));
    assert_eq!(
        one("payoffs/days", "payoffs/hours"),
        "Moved the payoff “Days” up in HR teams"
    );
    assert_eq!(
        one("payoffs/hours", "payoffs/calm"),
        "Moved the payoff “Hours back” down in HR teams"
    );
    assert_eq!(one("segments/hr", ""), "Moved the segment “HR teams” down");
    assert_eq!(
        told(
            json!([{"record": "payoffs/days", "before": "payoffs/hours"},
                    {"record": "touchpoints/page", "before": "touchpoints/ad"}])
        ),
        "Moved the payoff “Days” up in HR teams, and 1 other record"
    );
}

#[test]
fn a_move_beside_another_change_is_told_behind_it() {
    let told = |value: Value| {
        let patch = patch(value);
        let after = patch.apply(&roster()).expect("stands");
        patch.sentence(&roster(), &after)
    };
    assert_eq!(
        told(json!({"throughline": 1,
            "segments": [{"id": "it", "name": "IT teams"}],
            "place": [{"record": "payoffs/days", "before": "payoffs/hours"}]})),
        "Changed name of the segment “IT teams”; moved the payoff “Days” up in HR teams"
    );
    assert_eq!(
        told(json!({"throughline": 1, "remove": ["payoffs/days"],
            "segments": [{"id": "hr", "value": {"payoffs": [{"id": "rest", "text": "Rest"}]}}],
            "place": [{"record": "payoffs/calm", "before": "payoffs/hours"},
                      {"record": "segments/it", "before": "segments/hr"}]})),
        "Added the payoff “Rest” in HR teams, and 1 other change; moved the segment “IT” up, and \
         1 other record"
    );
}

#[test]
fn what_comes_goes_or_changes_its_segment_moves_nothing_else() {
    for value in [
        json!({"throughline": 1, "remove": ["payoffs/hours", "alternatives/sheet"]}),
        json!({"throughline": 1, "segments": [{"id": "hr", "value": {"payoffs": [{"id": "new"}]}}],
            "place": [{"record": "payoffs/new", "before": "payoffs/hours"}]}),
        // Into the other segment, in either direction.
        json!({"throughline": 1, "segments": [
            {"id": "it", "value": {"payoffs": [{"id": "hours"}]}},
            {"id": "hr", "value": {"payoffs": [{"id": "tickets"}]}}]}),
    ] {
        let patch = patch(value);
        let after = patch.apply(&roster()).expect("stands");
        let sentence = patch.sentence(&roster(), &after);
        let told = sentence.starts_with("Moved") || sentence.contains("; moved");
        assert!(!told, "{sentence}");
    }
}

#[test]
fn an_order_that_nobody_named_is_told_too() {
    let before = roster();
    let mut after = before.clone();
    after.segments[0].value.payoffs.rotate_right(1);
    let plain = patch(json!({"throughline": 1}));
    assert_eq!(
        plain.sentence(&before, &after),
        "Moved the payoff “Calm evenings” up in HR teams"
    );
}

proptest! {
    #[test]
    fn placing_neither_loses_nor_doubles_a_record_and_a_dump_keeps_the_order(
        moves in proptest::collection::vec((0_usize..7, 0_usize..8), 0..12)
    ) {
        const NAMES: [&str; 8] = ["payoffs/hours", "payoffs/days", "payoffs/calm",
            "touchpoints/ad", "touchpoints/page", "segments/hr", "segments/it", ""];
        let mut chain = roster();
        for (record, before) in moves {
            let patch = patch(json!({"throughline": 1,
                "place": [{"record": NAMES[record], "before": NAMES[before]}]}));
            match patch.apply(&chain) {
                Ok(after) => {
                    if before < 7 && before != record {
                        let ids = super::ids(&mut after.clone(),
                            NAMES[record].split('/').next().unwrap_or_default(),
                            NAMES[record].split('/').nth(1).unwrap_or_default())
                            .expect("it is still there");
                        let at = |name: &str| ids.iter().position(|id| name.ends_with(&format!("/{id}")));
                        prop_assert_eq!(at(NAMES[record]).map(|at| at + 1), at(NAMES[before]));
                    }
                    chain = after;
                }
                Err(fault) => prop_assert_eq!(fault.path, "place[0].before"),
            }
        }
        let sorted = |chain: &Chain| {
            let mut chain = chain.clone();
            chain.segments.sort_by(|a, b| a.id.cmp(&b.id));
            for segment in &mut chain.segments {
                segment.value.payoffs.sort_by(|a, b| a.id.cmp(&b.id));
                segment.touchpoints.sort_by(|a, b| a.id.cmp(&b.id));
            }
            chain
        };
        prop_assert_eq!(sorted(&chain), sorted(&roster()));
        let dump = chain.to_text();
        let read = Chain::from_text(&dump).expect("reads");
        prop_assert_eq!(read.to_text(), dump);
    }
}
