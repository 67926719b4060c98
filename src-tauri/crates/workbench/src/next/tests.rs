use serde_json::{Value, json};

use super::*;
use crate::{Book, BookView, Desk};

fn view(document: &Value) -> BookView {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = Desk {
        author: "Mira".into(),
        data: folder.path().join("data"),
        hand: crate::Hand::Command,
    };
    let mut book = Book::create(&folder.path().join("map.throughline"), desk).expect("a workbook");
    book.apply(&document.to_string(), false).expect("stands");
    book.view().expect("read")
}

fn kinds(view: &BookView) -> Vec<(NextKind, &str, LinkKind)> {
    view.next_steps
        .iter()
        .map(|step| (step.kind, step.segment.as_str(), step.link))
        .collect()
}

/// A segment whose six links are written, and which lacks nothing but a person's word.
fn written(id: &str, role: &str) -> Value {
    json!({
        "id": id, "name": id, "role": role, "decision": "budget", "described": "Teams that hire",
        "decides_by": {"urgency": {"score": 4}}, "reach": ["A newsletter"], "not_for": ["Agencies"],
        "purpose": ["act"], "actions": ["message"], "review_on": "2126-03-01",
        "targets": [{"metric": "kept", "value": 0.4, "by": "2126-03-01"}],
        "value": {
            "jobs": [{"id": format!("{id}-job"), "text": "Get each new colleague into payroll by nine on day one"}],
            "pains": [{"id": format!("{id}-pain"), "text": "The same form is typed five times"}],
            "payoffs": [{"id": format!("{id}-payoff"), "quantity": 3, "unit": "hours", "horizon_days": 28,
                         "text": "3 hours a week back within 28 days"}],
            "proofs": [{"id": format!("{id}-proof"), "kind": "data", "supports": format!("{id}-payoff"),
                        "text": "Timed at three firms in March"}]},
        "positioning": {
            "for_whom": "HR teams", "problem": "typing it five times", "benefit": "3 hours a week back within 28 days",
            "why_believe": "one form fills five systems", "differentiator": {"text": "live in 14 days"},
            "alternatives": [{"id": format!("{id}-alt"), "name": "a spreadsheet", "kind": "spreadsheet"}]},
        "touchpoints": [{"id": format!("{id}-ad"), "kind": "ad", "text": "3 hours a week back within 28 days"}],
    })
}

fn document(segments: &[Value]) -> Value {
    let counts: Vec<Value> = segments
        .iter()
        .map(|it| json!({"segment": it["id"], "on": "2126-01", "yes": 41, "n": 512}))
        .collect();
    json!({
        "throughline": 1,
        "decisions": [{"id": "budget", "question": "Where does it go?", "owner": "Mira", "due": "2126-01-31"}],
        "metrics": [{"id": "kept", "name": "Kept", "formula": {"counts": counts}}],
        "segments": segments,
    })
}

#[test]
fn an_empty_workbook_asks_for_its_first_segment() {
    let view = view(&json!({"throughline": 1}));
    assert_eq!(
        kinds(&view),
        [(NextKind::FirstSegment, "", LinkKind::Segment)]
    );
}

#[test]
fn s0_01_the_first_gap_of_the_primary_comes_before_anything_of_the_others() {
    let mut primary = written("hr", "primary");
    primary["value"] = json!({});
    let mut other = written("ops", "queued");
    other["touchpoints"] = json!([]);
    // The primary is not the first in the workbook.
    let view = view(&document(&[other, primary]));
    assert_eq!(
        kinds(&view)[..2],
        [
            (NextKind::Missing, "hr", LinkKind::Value),
            (NextKind::Missing, "ops", LinkKind::Journey),
        ]
    );
    assert_eq!(view.next_steps[0].need, Some(Need::Job));
}

#[test]
fn what_no_longer_holds_comes_before_everything_else() {
    let mut primary = written("hr", "primary");
    primary["value"] = json!({});
    let mut document = document(&[primary, written("ops", "queued")]);
    document["confirmations"] = json!([
        {"link": "ops/positioning", "on": "2026-11-01", "basis": "0123456789abcdef"},
        {"link": "ops/journey", "on": "2026-11-01", "basis": "0123456789abcdef"},
    ]);
    let view = view(&document);
    assert_eq!(
        kinds(&view)[..3],
        [
            (NextKind::Stale, "ops", LinkKind::Positioning),
            (NextKind::Stale, "ops", LinkKind::Journey),
            (NextKind::Missing, "hr", LinkKind::Value),
        ]
    );
    assert_eq!(view.next_steps[0].more, 1, "one more link is stale");
}

#[test]
fn data_that_figures_wait_for_come_after_the_first_gap_and_before_the_rest() {
    let mut primary = written("hr", "primary");
    primary["touchpoints"] = json!([]);
    let mut document = document(&[primary, written("ops", "queued")]);
    document["metrics"] = json!([]);
    for at in 0..2 {
        document["segments"][at]["targets"] = json!([]);
    }
    let found = kinds(&view(&document))
        .into_iter()
        .map(|(kind, ..)| kind)
        .take(2)
        .collect::<Vec<_>>();
    assert_eq!(found, [NextKind::Missing, NextKind::NoData]);

    document["datasets"] = json!([{"id": "leads"}]);
    document["segments"][0]["dataset"] = json!("leads");
    document["segments"][0]["rule"] = json!({"all": []});
    let view = view(&document);
    let waiting = &view.next_steps[1];
    assert_eq!(
        (waiting.kind, waiting.record.as_str()),
        (NextKind::NotImported, "leads")
    );
}

#[test]
fn a_date_that_has_passed_is_asked_for_before_what_is_only_left() {
    let mut primary = written("hr", "primary");
    primary["review_on"] = json!("2020-03-01");
    let mut other = written("ops", "queued");
    other["reach"] = json!([]);
    let view = view(&document(&[primary, other]));
    assert_eq!(
        kinds(&view)[..2],
        [
            (NextKind::Overdue, "hr", LinkKind::Segment),
            (NextKind::Left, "ops", LinkKind::Segment),
        ]
    );
    let due = view.next_steps[0].due.as_ref().expect("what was due");
    assert!(due.days < 0);
}

#[test]
fn a_line_with_nothing_left_asks_for_a_persons_word_link_by_link() {
    let view = view(&document(&[written("hr", "primary")]));
    let asked: Vec<LinkKind> = view
        .next_steps
        .iter()
        .filter(|step| step.kind == NextKind::Confirm)
        .map(|step| step.link)
        .collect();
    assert_eq!(asked, LinkKind::ALL, "in the chain's order");
    assert_eq!(view.next_steps.len(), 6, "and for nothing else");
}

#[test]
fn without_a_primary_segment_one_is_to_be_chosen() {
    let view = view(&document(&[written("hr", "queued")]));
    assert_eq!(
        kinds(&view)[0],
        (NextKind::NoPrimary, "hr", LinkKind::Segment)
    );
}

#[test]
fn s0_14_twins_are_told_once_and_s1_38_what_changes_nothing_is_proposed_for_retirement() {
    let scores = json!({"urgency": {"score": 4}, "willingness_to_pay": {"score": 3},
        "risk_sensitivity": {"score": 2}, "technical_maturity": {"score": 5},
        "workflow_complexity": {"score": 1}, "approvals": {"score": 3}});
    let mut hr = written("hr", "primary");
    let mut ops = written("ops", "queued");
    hr["decides_by"] = scores.clone();
    ops["decides_by"] = scores;
    let mut idle = written("idle", "queued");
    idle["actions"] = json!(["reporting"]);
    let mut document = document(&[hr, ops, idle]);
    // Confirmed as they stand: then nothing else is asked of any of them.
    document["confirmations"] = ["hr", "ops", "idle"]
        .iter()
        .flat_map(|id| LinkKind::ALL.iter().map(move |link| (id, link)))
        .map(|(id, link)| json!({"link": format!("{id}/{}", link.as_str()), "on": "2026-11-01"}))
        .collect();
    let view = view(&document);
    let told: Vec<(NextKind, &str, &str)> = view
        .next_steps
        .iter()
        .map(|step| (step.kind, step.segment.as_str(), step.record.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (NextKind::Twins, "hr", "ops"),
            (NextKind::Retire, "idle", "")
        ]
    );
}

#[test]
fn segments_set_aside_ask_for_nothing() {
    let mut gone = written("gone", "queued");
    gone["standing"] = json!("retired");
    gone["value"] = json!({});
    let view = view(&document(&[written("hr", "primary"), gone]));
    assert!(view.next_steps.iter().all(|step| step.segment == "hr"));
}
