//! The whole chain, checked.

use chain::{Chain, LinkKind};
use coach::{Checked, Coach, Finding, Level, Memory, Remedy, Silence};
use serde_json::{Value, json};

/// A chain whose one segment is worked on, primary and decided for; `segment` is laid over it.
fn chain_of(segment: Value) -> Chain {
    let chain = chain_with(json!([]));
    laid(
        &chain,
        json!({"throughline": 1, "segments": [merged(json!({"id": "hr"}), segment)]}),
    )
}

fn chain_with(more: Value) -> Chain {
    let mut segments = vec![json!({
        "id": "hr", "name": "HR teams that onboard by checklist", "role": "primary", "decision": "who"
    })];
    segments.extend(more.as_array().cloned().unwrap_or_default());
    let document = json!({
        "throughline": 1,
        "offering": {"name": "Firstday"},
        "decisions": [{"id": "who", "question": "Whom does sales call first?"}],
        "segments": segments,
    });
    Chain::from_text(&document.to_string()).expect("the chain stands")
}

fn merged(mut base: Value, over: Value) -> Value {
    if let (Some(base), Value::Object(over)) = (base.as_object_mut(), over) {
        base.extend(over);
    }
    base
}

fn laid(chain: &Chain, patch: Value) -> Chain {
    chain::patch::Patch::from_value(patch)
        .and_then(|patch| patch.apply(chain))
        .expect("the patch stands")
}

fn check(chain: &Chain) -> Checked {
    Coach::standard().check(chain, false, &mut Memory::default())
}

fn of_rule<'a>(checked: &'a Checked, rule: &str) -> Vec<&'a Finding> {
    checked.findings.iter().filter(|f| f.rule == rule).collect()
}

fn places<'a>(checked: &'a Checked, rule: &str) -> Vec<(&'a str, &'a str)> {
    of_rule(checked, rule)
        .into_iter()
        .map(|f| (f.record.as_str(), f.field.as_str()))
        .collect()
}

#[test]
fn s1_04_a_segment_that_nothing_is_decided_for_is_just_a_report_filter() {
    let chain = chain_with(json!([{"id": "late", "name": "Late payers"}]));
    let checked = check(&chain);
    let found = of_rule(&checked, "segment-without-decision");
    assert_eq!(found.len(), 1, "{:?}", checked.findings);
    assert_eq!(
        (found[0].record.as_str(), found[0].link),
        ("late", LinkKind::Segment)
    );
    assert_eq!(
        found[0].level,
        Level::Warning,
        "sound only if a person says why"
    );
    assert!(
        found[0].message.contains("“Late payers”"),
        "{}",
        found[0].message
    );
    let Some(Remedy::Edit { patch, .. }) = &found[0].fix else {
        panic!("the one decision there is can be taken: {:?}", found[0].fix);
    };
    let mended = laid(&chain, patch.clone());
    assert!(of_rule(&check(&mended), "segment-without-decision").is_empty());
}

#[test]
fn s0_17_with_no_primary_segment_the_first_is_offered_once() {
    let chain = chain_with(json!([{"id": "b", "decision": "who"}, {"id": "c", "decision": "who"}]));
    let queued = laid(
        &chain,
        json!({"throughline": 1, "segments": [{"id": "hr", "role": "queued"}]}),
    );
    let checked = check(&queued);
    assert_eq!(places(&checked, "no-primary"), [("hr", "role")]);
    let patch = of_rule(&checked, "no-primary")[0]
        .fix
        .as_ref()
        .and_then(|fix| fix.patch(""));
    let mended = check(&laid(&queued, patch.expect("an edit")));
    assert!(of_rule(&mended, "no-primary").is_empty());
    assert!(of_rule(&mended, "two-primaries").is_empty());
}

#[test]
fn s0_17_of_two_primary_segments_the_later_one_is_asked_to_wait() {
    let chain = chain_with(json!([{"id": "fin", "role": "primary", "decision": "who"}]));
    let checked = check(&chain);
    assert_eq!(places(&checked, "two-primaries"), [("fin", "role")]);
    let patch = of_rule(&checked, "two-primaries")[0]
        .fix
        .as_ref()
        .and_then(|fix| fix.patch(""));
    let mended = laid(&chain, patch.expect("an edit"));
    assert!(of_rule(&check(&mended), "two-primaries").is_empty());
}

#[test]
fn s0_17_a_segment_that_failed_its_test_is_no_second_primary() {
    let failed =
        json!([{"id": "old", "role": "primary", "standing": "invalidated", "decision": "who"}]);
    let checked = check(&chain_with(failed));
    assert!(of_rule(&checked, "two-primaries").is_empty());
}

#[test]
fn s0_08_a_payoff_needs_a_proof_and_one_behind_its_feature_will_do() {
    let payoff = json!({"id": "hours", "text": "Three hours a week back within 28 days"});
    let bare = chain_of(json!({"value": {"payoffs": [payoff]}}));
    let checked = check(&bare);
    assert_eq!(places(&checked, "proof-missing"), [("hours", "text")]);
    for behind in ["hours", "form"] {
        let proven = laid(
            &bare,
            json!({"throughline": 1, "segments": [{"id": "hr", "value": {
                "features": [{"id": "form", "text": "One form", "payoff": "hours"}],
                "proofs": [{"id": "p", "text": "Time sheets of 212 teams", "kind": "data", "supports": behind}]
            }}]}),
        );
        assert!(
            of_rule(&check(&proven), "proof-missing").is_empty(),
            "{behind}"
        );
    }
    let blank = laid(
        &bare,
        json!({"throughline": 1, "segments": [{"id": "hr", "value": {
            "proofs": [{"id": "p", "text": " ", "supports": "hours"}]}}]}),
    );
    assert_eq!(
        of_rule(&check(&blank), "proof-missing").len(),
        1,
        "an unwritten proof proves nothing"
    );
}

#[test]
fn s0_08_the_answer_to_what_could_they_check_becomes_the_payoffs_proof() {
    let chain = chain_of(json!({
        "value": {"payoffs": [{"id": "hours", "text": "Three hours a week back within 28 days"}]},
        "touchpoints": [{"id": "hours-proof", "kind": "ad", "text": "", "claims": ["hours"]}]
    }));
    let checked = check(&chain);
    let fix = of_rule(&checked, "proof-missing")[0]
        .fix
        .clone()
        .expect("a question");
    let mended = laid(
        &chain,
        fix.patch("Time sheets of 212 teams").expect("an edit"),
    );
    let proof = &mended.segments[0].value.proofs[0];
    assert_eq!(
        (proof.text.as_str(), proof.supports.as_str()),
        ("Time sheets of 212 teams", "hours")
    );
    assert_ne!(proof.id, "hours-proof", "that id is taken by a touchpoint");
}

#[test]
fn s0_28_a_statement_that_names_nothing_it_replaces_is_blocked() {
    let chain = chain_of(
        json!({"positioning": {"benefit": "gives each HR generalist back 3 hours a week"}}),
    );
    let checked = check(&chain);
    assert_eq!(places(&checked, "no-alternative"), [("hr", "alternatives")]);
    let found = of_rule(&checked, "no-alternative")[0];
    assert_eq!(
        (found.level, found.link),
        (Level::Blocker, LinkKind::Positioning)
    );
    assert_eq!(
        (found.start, found.end, found.quote.as_str()),
        (None, None, "")
    );
    let patch = found.fix.as_ref().and_then(|fix| fix.patch("spreadsheets"));
    let mended = laid(&chain, patch.expect("an edit"));
    assert_eq!(
        mended.segments[0].positioning.alternatives[0].name,
        "spreadsheets"
    );
    assert!(of_rule(&check(&mended), "no-alternative").is_empty());
}

#[test]
fn s0_28_a_positioning_that_is_not_begun_is_left_alone() {
    assert!(of_rule(&check(&chain_of(json!({}))), "no-alternative").is_empty());
    let tagline = chain_of(json!({"positioning": {"tagline": "HR, reimagined"}}));
    assert!(
        of_rule(&check(&tagline), "no-alternative").is_empty(),
        "a tagline is no statement"
    );
}

#[test]
fn what_is_found_in_the_statement_stands_on_the_words_that_were_written() {
    let chain = chain_of(json!({"positioning": {
        "for_whom": "HR teams of 200–1,000 people", "benefit": "  makes onboarding effortless",
        "alternatives": [{"id": "sheets", "name": "spreadsheets", "kind": "spreadsheet"}]
    }}));
    let checked = check(&chain);
    let found = of_rule(&checked, "vague-payoff");
    assert_eq!(found.len(), 1, "{:?}", checked.findings);
    assert_eq!(
        (found[0].record.as_str(), found[0].field.as_str()),
        ("hr", "benefit")
    );
    assert_eq!(found[0].quote, "effortless");
    assert_eq!(
        (found[0].start, found[0].end),
        (Some(19), Some(29)),
        "blanks in front counted"
    );
}

#[test]
fn words_that_are_weak_twice_over_are_found_once() {
    let chain = chain_of(json!({"positioning": {
        "for_whom": "HR teams of 200–1,000 people", "benefit": "books every first day",
        "alternatives": [{"id": "sheets", "name": "spreadsheets"}],
        "differentiator": {"text": "seamless"}
    }}));
    let checked = check(&chain);
    let on_words = checked
        .findings
        .iter()
        .filter(|f| f.field == "differentiator");
    assert!(on_words.count() <= 1, "{:?}", checked.findings);
}

#[test]
fn the_prompt_keeps_the_words_around_the_weak_ones() {
    let chain =
        chain_of(json!({"value": {"payoffs": [{"id": "o", "text": "Onboard faster, always"}]}}));
    let checked = check(&chain);
    let found = of_rule(&checked, "vague-payoff")[0];
    assert_eq!(found.quote, "faster");
    let patch = found
        .fix
        .as_ref()
        .and_then(|fix| fix.patch("in 3 days instead of 9"));
    let mended = laid(&chain, patch.expect("an edit"));
    assert_eq!(
        mended.segments[0].value.payoffs[0].text,
        "Onboard in 3 days instead of 9, always"
    );
}

#[test]
fn segments_that_failed_their_test_are_left_out_until_they_are_asked_for() {
    let failed = json!([{"id": "old", "name": "Everybody", "standing": "invalidated",
        "value": {"payoffs": [{"id": "o", "text": "Onboard faster"}]}}]);
    let chain = chain_with(failed);
    let coach = Coach::standard();
    let of_old = |all| {
        let checked = coach.check(&chain, all, &mut Memory::default());
        checked
            .findings
            .iter()
            .filter(|f| f.segment == "old")
            .count()
    };
    assert_eq!(of_old(false), 0);
    assert!(of_old(true) >= 2, "what it says and what is missing");
}

#[test]
fn a_keystroke_reads_one_text_and_what_leans_on_it() {
    let payoffs: Vec<Value> = (0..40)
        .map(
            |n| json!({"id": format!("o{n}"), "text": format!("Bill {n} explained within 7 days")}),
        )
        .collect();
    let chain = chain_of(json!({"value": {"payoffs": payoffs,
        "proofs": [{"id": "p", "text": "Call log of 412 homes", "kind": "data", "supports": "o3"}]}}));
    let coach = Coach::standard();
    let mut memory = Memory::default();
    coach.check(&chain, false, &mut memory);
    let whole = memory.texts_read();
    assert!(whole >= 41, "every text is read once: {whole}");
    coach.check(&chain, false, &mut memory);
    assert_eq!(
        memory.texts_read(),
        whole,
        "nothing has changed, nothing is read again"
    );
    let typed = laid(
        &chain,
        json!({"throughline": 1, "segments": [{"id": "hr", "value": {"payoffs": [{"id": "o3", "text": "Onboard faster"}]}}]}),
    );
    let checked = coach.check(&typed, false, &mut memory);
    assert_eq!(
        memory.texts_read(),
        whole + 2,
        "the payoff, and the proof that stands for it"
    );
    let fresh = coach.check(&typed, false, &mut Memory::default());
    assert_eq!(
        checked, fresh,
        "what is remembered changes nothing that is found"
    );
}

#[test]
fn what_is_said_of_the_offering_is_told_once_for_all_statements() {
    let positioning = json!({"for_whom": "HR teams of 200–1,000 people", "benefit": "books every first day",
        "alternatives": [{"name": "spreadsheets"}]});
    let with_id = |id: &str| {
        let mut own = positioning.clone();
        own["alternatives"][0]["id"] = json!(id);
        own
    };
    let chain = laid(
        &chain_with(json!([{"id": "b", "decision": "who", "positioning": with_id("b-sheets")}])),
        json!({"throughline": 1, "offering": {"category": "seamless platform"},
            "segments": [{"id": "hr", "positioning": with_id("hr-sheets")}]}),
    );
    let checked = check(&chain);
    let on_offering = checked.findings.iter().filter(|f| f.record == "offering");
    let places: Vec<&str> = on_offering.map(|f| f.field.as_str()).collect();
    assert_eq!(places, ["category"], "{:?}", checked.findings);
}

/// A chain with one weak payoff, set aside on the words `on`.
fn set_aside(on: &str) -> Chain {
    let chain = chain_of(
        json!({"value": {"payoffs": [{"id": "o", "text": "Onboard faster"}],
        "proofs": [{"id": "p", "text": "Call log of 412 homes", "kind": "data", "supports": "o"}]}}),
    );
    laid(
        &chain,
        json!({"throughline": 1, "suppressions": [{"rule": "vague-payoff", "record": "o",
            "field": "text", "text": on, "reason": "Their own word for it", "on": "2026-11-02"}]}),
    )
}

#[test]
fn a_finding_set_aside_is_silent_while_its_words_stand_case_space_and_punctuation_aside() {
    for on in ["Onboard faster", "onboard  FASTER!", ""] {
        let checked = check(&set_aside(on));
        assert!(of_rule(&checked, "vague-payoff").is_empty(), "on “{on}”");
        assert!(checked.set_aside[0].holds());
        assert_eq!(checked.set_aside[0].segment, "hr");
        assert_eq!(checked.set_aside[0].link, Some(LinkKind::Value));
    }
}

#[test]
fn a_finding_set_aside_comes_back_when_its_words_change() {
    let checked = check(&set_aside("Onboard easier"));
    assert_eq!(of_rule(&checked, "vague-payoff").len(), 1);
    assert_eq!(checked.set_aside[0].silence, Silence::WordsChanged);
}

#[test]
fn setting_one_rule_aside_silences_no_other_and_no_other_record() {
    let chain = laid(
        &set_aside(""),
        json!({"throughline": 1, "segments": [{"id": "hr", "value": {"payoffs": [{"id": "o2", "text": "Work better"}]}}]}),
    );
    let checked = check(&chain);
    assert_eq!(places(&checked, "vague-payoff"), [("o2", "text")]);
    assert_eq!(places(&checked, "proof-missing"), [("o2", "text")]);
}

#[test]
fn what_is_set_aside_and_mended_has_nothing_more_to_say() {
    let mended = laid(
        &set_aside(""),
        json!({"throughline": 1, "segments": [{"id": "hr", "value": {"payoffs": [{"id": "o", "text": "Every first day booked within 7 days"}]}}]}),
    );
    assert_eq!(check(&mended).set_aside[0].silence, Silence::NothingFound);
}
