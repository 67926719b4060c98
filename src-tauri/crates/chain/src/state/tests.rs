//! Facts about states: what makes a link draft, sound and stale, and what it says of itself.

mod properties;

use serde_json::{Value, json};

use super::*;
use crate::Chain;
use crate::patch::Patch;

fn laid(chain: &Chain, patch: Value) -> Chain {
    let patch = Patch::from_value(patch).expect("a good patch");
    patch.apply(chain).expect("stands")
}

/// One segment with every link complete and confirmed.
fn whole() -> Chain {
    let mut chain = laid(
        &Chain::default(),
        json!({
            "throughline": 1,
            "datasets": [{"id": "leads", "as_of": "2026-11-01"}],
            "decisions": [{"id": "q1", "question": "Where does the budget go?", "owner": "Mira",
                           "options": ["ads", "partners"], "due": "2027-01-31"}],
            "segments": [{
                "id": "hr", "name": "HR teams", "decision": "q1", "dataset": "leads",
                "rule": {"column": "size", "op": "ge", "value": 200},
                "decides_by": {"urgency": {"score": 4, "note": "audit season"}},
                "reach": ["partners"], "not_for": ["agencies"],
                "targets": [{"metric": "accepted", "value": 0.5}],
                "value": {
                    "jobs": [{"id": "job", "text": "Start new hires"}],
                    "pains": [{"id": "pain", "text": "Details typed five times"}],
                    "payoffs": [{"id": "payoff", "text": "5 hours a week back", "quantity": 5}],
                    "proofs": [{"id": "proof", "text": "Clinic Nord, four weeks"}]
                },
                "positioning": {
                    "for_whom": "HR teams", "problem": "typing", "benefit": "gives 5 hours back",
                    "why_believe": "one form", "differentiator": {"text": "live in a day"},
                    "alternatives": [{"id": "sheet", "name": "a spreadsheet", "kind": "spreadsheet"}]
                },
                "touchpoints": [
                    {"id": "ad", "text": "5 hours back by Friday", "claims": ["payoff"]},
                    {"id": "mail", "text": "Hello"}]
            }],
            "metrics": [{"id": "accepted", "dataset": "leads",
                "formula": {"rate": {"where": {"column": "ok", "op": "eq", "value": 1}}}}]
        }),
    );
    confirm_all(&mut chain);
    chain
}

fn confirm_all(chain: &mut Chain) {
    let ids: Vec<String> = chain.segments.iter().map(|s| s.id.clone()).collect();
    for id in ids {
        for link in LinkKind::ALL {
            let on = "2026-11-02";
            assert!(confirm(chain, &id, *link, on, false, &Known::default()));
        }
    }
}

fn states(chain: &Chain) -> Vec<State> {
    let links = links(chain, &chain.segments[0], &Known::default());
    links.into_iter().map(|link| link.state).collect()
}

fn stale(chain: &Chain) -> Vec<LinkKind> {
    let links = links(chain, &chain.segments[0], &Known::default());
    let stale = links.into_iter().filter(|link| link.state == State::Stale);
    stale.map(|link| link.link).collect()
}

fn hr(patch: Value) -> Value {
    let mut segment = patch;
    segment["id"] = json!("hr");
    json!({"throughline": 1, "segments": [segment]})
}

#[test]
fn what_is_complete_and_confirmed_is_sound() {
    assert_eq!(states(&whole()), [State::Sound; 6]);
}

#[test]
fn a_change_makes_the_next_link_stale_and_no_other() {
    use LinkKind::{Journey, Positioning, Results, Segment, Value};
    let whole = whole();
    for (patch, wanted) in [
        (
            json!({"throughline": 1, "decisions": [{"id": "q1", "question": "Who gets it?"}]}),
            vec![Segment],
        ),
        (
            json!({"throughline": 1, "decisions": [{"id": "q1", "owner": "Jonas", "due": "2027-03-01"}]}),
            vec![],
        ),
        (
            hr(json!({"described": "Those with a works council"})),
            vec![Value],
        ),
        (
            hr(json!({"rule": {"column": "size", "op": "gt", "value": 200}})),
            vec![Value, Results],
        ),
        (
            hr(json!({"reach": ["a letter"], "name": "Human resources"})),
            vec![],
        ),
        (
            hr(json!({"value": {"pains": [{"id": "pain", "text": "Nobody knows the form"}]}})),
            vec![Positioning],
        ),
        (
            hr(json!({"value": {"pains": [{"id": "pain", "severity": 5}]}})),
            vec![],
        ),
        (
            hr(json!({"positioning": {"benefit": "gives 3 hours back"}})),
            vec![Journey],
        ),
        (
            hr(json!({"positioning": {"tagline": "Back to people"}})),
            vec![],
        ),
        (
            hr(json!({"touchpoints": [{"id": "mail", "text": "Good morning"}]})),
            vec![],
        ),
        (
            json!({"throughline": 1, "metrics": [{"id": "accepted", "better": "lower"}]}),
            vec![Results],
        ),
        (
            json!({"throughline": 1, "datasets": [{"id": "leads", "as_of": "2026-11-20"}]}),
            vec![Results],
        ),
    ] {
        assert_eq!(stale(&laid(&whole, patch.clone())), wanted, "{patch}");
    }
}

#[test]
fn an_ad_rests_on_the_payoff_whose_claim_it_carries() {
    let changed = laid(
        &whole(),
        hr(json!({"value": {"payoffs": [{"id": "payoff", "text": "3 hours a week back"}]}})),
    );
    assert_eq!(stale(&changed), [LinkKind::Positioning, LinkKind::Journey]);
    let loose = hr(json!({"touchpoints": [{"id": "ad", "claims": []}]}));
    let mut loose = laid(&whole(), loose);
    confirm_all(&mut loose);
    let changed = laid(
        &loose,
        hr(json!({"value": {"payoffs": [{"id": "payoff", "text": "3 hours a week back"}]}})),
    );
    assert_eq!(stale(&changed), [LinkKind::Positioning], "it carries none");
}

#[test]
fn a_segment_within_another_rests_on_that_ones_rule() {
    let mut chain = laid(
        &whole(),
        json!({"throughline": 1, "segments": [
            {"id": "big", "name": "Big", "dataset": "leads", "rule": {"segment": "eu"}},
            {"id": "eu", "name": "EU", "dataset": "leads",
             "rule": {"column": "country", "op": "in", "value": ["DE", "FR"]}},
            {"id": "hr", "rule": {"all": [{"segment": "big"}, {"column": "size", "op": "ge", "value": 200}]}}]}),
    );
    confirm_all(&mut chain);
    let changed = laid(
        &chain,
        json!({"throughline": 1, "segments": [{"id": "eu",
            "rule": {"column": "country", "op": "in", "value": ["DE", "AT"]}}]}),
    );
    assert_eq!(stale(&changed), [LinkKind::Value, LinkKind::Results]);
    let segment = changed.segment("hr").expect("there");
    let found = confirmation(&changed, segment, LinkKind::Value).expect("there");
    let changes = changes(&changed, segment, LinkKind::Value, found, &Known::default());
    assert_eq!(changes.len(), 1);
    assert_eq!(
        (changes[0].record.as_str(), changes[0].field.as_str()),
        ("segments/eu", "rule")
    );
}

#[test]
fn a_stale_link_says_what_was_and_what_is() {
    let chain = laid(
        &whole(),
        json!({"throughline": 1, "remove": ["proofs/proof"], "segments": [{"id": "hr", "value": {
            "jobs": [{"id": "second", "text": "Keep them"}],
            "payoffs": [{"id": "payoff", "text": "3 hours a week back", "quantity": 3}]}}]}),
    );
    let segment = chain.segment("hr").expect("there");
    let link = LinkKind::Positioning;
    let found = confirmation(&chain, segment, link).expect("there");
    let told: Vec<String> = changes(&chain, segment, link, found, &Known::default())
        .into_iter()
        .map(|c| format!("{} {}: {} → {}", c.record, c.field, c.was, c.now))
        .collect();
    assert_eq!(
        told,
        [
            "jobs/second text:  → Keep them",
            "payoffs/payoff text: 5 hours a week back → 3 hours a week back",
            "payoffs/payoff quantity: 5 → 3",
            "proofs/proof text: Clinic Nord, four weeks → ",
        ]
    );
}

#[test]
fn wording_order_and_ids_make_no_difference() {
    let whole = whole();
    let reworded =
        hr(json!({"value": {"payoffs": [{"id": "payoff", "text": "5 Hours — a week, back!"}]}}));
    assert_eq!(stale(&laid(&whole, reworded)), []);
    let mut turned = laid(
        &whole,
        hr(json!({"value": {"pains": [{"id": "more", "text": "More"}]}})),
    );
    confirm_all(&mut turned);
    turned.segments[0].value.pains.reverse();
    assert_eq!(stale(&turned), []);
    let again = json!({"throughline": 1, "remove": ["pains/pain"], "segments": [{"id": "hr",
        "value": {"pains": [{"id": "new", "text": "details typed five times"}]}}]});
    assert_eq!(
        stale(&laid(&whole, again)),
        [],
        "the same words under another id"
    );
    let blank = hr(json!({"value": {"pains": [{"id": "blank", "text": " "}]}}));
    assert_eq!(stale(&laid(&whole, blank)), [], "nothing was said");
}

#[test]
fn a_blocker_or_a_warning_keeps_a_link_from_being_sound_and_a_stale_one_stale() {
    let chain = whole();
    let mut known = Known::default();
    known.troubles.on_mut("hr", LinkKind::Value).warnings += 1;
    known.troubles.on_mut("hr", LinkKind::Positioning).blockers += 2;
    let of = |chain: &Chain, link| link_state(chain, &chain.segments[0], link, &known);
    let value = of(&chain, LinkKind::Value);
    assert_eq!((value.state, value.warnings), (State::Draft, 1));
    assert_eq!(value.needs, [Need::Findings]);
    assert_eq!(of(&chain, LinkKind::Positioning).blockers, 2);
    assert_eq!(of(&chain, LinkKind::Segment).state, State::Sound);
    let changed = laid(&chain, hr(json!({"not_for": ["nobody"]})));
    assert_eq!(of(&changed, LinkKind::Positioning).state, State::Stale);
}

#[test]
fn rows_count_once_somebody_looked_at_them() {
    let rows = |text: &str| Known {
        rows: Some([("leads".to_owned(), text.to_owned())].into()),
        ..Known::default()
    };
    let mut chain = whole();
    let of = |chain: &Chain, known: &Known| {
        link_state(chain, &chain.segments[0], LinkKind::Results, known).state
    };
    let (old, new) = (rows("10 rows, 9f2c"), rows("11 rows, a1b2"));
    assert_eq!(
        of(&chain, &old),
        State::Stale,
        "confirmed before there were rows"
    );
    confirm(
        &mut chain,
        "hr",
        LinkKind::Results,
        "2026-11-02",
        false,
        &old,
    );
    assert_eq!(of(&chain, &old), State::Sound);
    assert_eq!(of(&chain, &new), State::Stale);
    assert_eq!(of(&chain, &Known::default()), State::Sound, "nobody looked");
    let nothing = Known {
        rows: Some([].into()),
        ..Known::default()
    };
    assert_eq!(of(&chain, &nothing), State::Stale, "the rows are gone");
}

#[test]
fn a_link_that_rested_on_nothing_is_stale_once_there_is_something() {
    let mut chain = laid(
        &Chain::default(),
        json!({"throughline": 1,
            "decisions": [{"id": "q1", "question": "Where does it go?"}],
            "segments": [{"id": "hr", "described": "HR teams"}],
            "confirmations": [{"link": "hr/segment", "on": "2026-11-01"}]}),
    );
    assert_eq!(stale(&chain), []);
    chain = laid(&chain, hr(json!({"decision": "q1"})));
    assert_eq!(stale(&chain), [LinkKind::Segment]);
}

#[test]
fn an_empty_basis_takes_what_stands_and_forgets_what_stood() {
    let changed = laid(&whole(), hr(json!({"not_for": ["nobody"]})));
    assert_eq!(stale(&changed), [LinkKind::Positioning]);
    let again = laid(
        &changed,
        json!({"throughline": 1, "confirmations": [
            {"link": "hr/positioning", "on": "2026-11-30", "only_wording": true, "basis": ""}]}),
    );
    assert_eq!(stale(&again), []);
    let text = again.to_text();
    assert_eq!(Chain::from_text(&text).expect("reads").to_text(), text);
}
