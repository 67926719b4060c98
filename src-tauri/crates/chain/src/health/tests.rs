use super::*;
use crate::records::{Confirmation, Dataset, Decision, Metric, Target};
use crate::rule::Rule;
use crate::state;
use crate::vocabulary::Purpose;

const TODAY: &str = "2026-11-24";

const COUNTED: Data = Data {
    imported: true,
    n: Some(1_184),
};

/// A segment that lacks nothing.
fn sound() -> Chain {
    Chain {
        datasets: vec![Dataset {
            id: "leads".into(),
            as_of: "2026-11-01".into(),
            ..Dataset::default()
        }],
        decisions: vec![Decision {
            id: "budget".into(),
            question: "Where does the budget go?".into(),
            due: "2027-01-31".into(),
            ..Decision::default()
        }],
        segments: vec![Segment {
            id: "hr".into(),
            decision: "budget".into(),
            purpose: vec![Purpose::Act],
            dataset: "leads".into(),
            rule: Some(Rule::All { all: Vec::new() }),
            reach: vec!["The HR newsletter".into()],
            actions: vec![ActionKind::Message],
            review_on: "2027-03-01".into(),
            ..Segment::default()
        }],
        ..Chain::default()
    }
}

fn health(chain: &Chain, data: Data) -> Health {
    on(chain, data, TODAY)
}

fn lacks(health: &Health, name: CheckName) -> &[Lack] {
    let check = health.checks.iter().find(|check| check.name == name);
    &check.expect("each check is there").lacks
}

/// The checks and badges of the first segment on a day.
fn on(chain: &Chain, data: Data, today: &str) -> Health {
    let segment = &chain.segments[0];
    let links = state::links(chain, segment, &state::Known::default());
    of(chain, segment, &links, data, today)
}

fn badge_of(health: &Health, name: BadgeName) -> (BadgeState, &[Lack]) {
    let badge = health.badges.iter().find(|badge| badge.name == name);
    let badge = badge.expect("each badge is there");
    (badge.state, &badge.lacks)
}

#[test]
fn s1_28_a_segment_breaks_without_a_decision() {
    let mut chain = sound();
    assert_eq!(lacks(&health(&chain, COUNTED), CheckName::Decision), []);
    chain.decisions[0].question = " ".into();
    let asked = health(&chain, COUNTED);
    assert_eq!(lacks(&asked, CheckName::Decision), [Lack::NoQuestion]);
    chain.segments[0].decision.clear();
    let served = health(&chain, COUNTED);
    assert_eq!(lacks(&served, CheckName::Decision), [Lack::NoDecision]);
}

#[test]
fn s1_28_a_segment_breaks_on_bad_data() {
    let mut chain = sound();
    let check = |chain: &Chain, data| lacks(&health(chain, data), CheckName::Data).to_vec();
    assert_eq!(check(&chain, COUNTED), []);
    let few = Data {
        n: Some(29),
        ..COUNTED
    };
    assert_eq!(check(&chain, few), [Lack::TooFew]);
    assert_eq!(check(&chain, Data::default()), [Lack::NotImported]);
    let unfit = Data { n: None, ..COUNTED };
    assert_eq!(check(&chain, unfit), [Lack::DoesNotFit]);
    chain.datasets[0].as_of.clear();
    assert_eq!(check(&chain, COUNTED), [Lack::Undated]);
    chain.datasets[0].as_of = "2025-11-23".into();
    assert_eq!(check(&chain, COUNTED), [Lack::OldData], "a year and a day");
    chain.datasets[0].as_of = "2025-11-24".into();
    assert_eq!(check(&chain, COUNTED), [], "a year is not yet old");
    chain.segments[0].rule = None;
    assert_eq!(check(&chain, Data::default()), [Lack::NotCounted]);
}

#[test]
fn s1_28_counts_typed_in_are_data_too() {
    let mut chain = sound();
    chain.segments[0].rule = None;
    let count = |n: f64, on: &str| Count {
        segment: "hr".into(),
        on: on.into(),
        yes: 1.0,
        n,
    };
    let mut check = |count| {
        chain.metrics = vec![Metric {
            formula: Some(Formula::Counts {
                counts: vec![count],
            }),
            ..Metric::default()
        }];
        lacks(&health(&chain, Data::default()), CheckName::Data).to_vec()
    };
    assert_eq!(check(count(512.0, "2026-10")), []);
    assert_eq!(check(count(12.0, "2026-10")), [Lack::TooFew]);
    assert_eq!(check(count(512.0, "2024-10")), [Lack::OldData]);
    assert_eq!(check(count(512.0, "")), [Lack::Undated]);
}

#[test]
fn s1_28_a_segment_breaks_when_it_is_taken_for_a_permanent_truth() {
    let mut chain = sound();
    let check = |chain: &Chain| lacks(&health(chain, COUNTED), CheckName::Truth).to_vec();
    assert_eq!(check(&chain), []);
    chain.segments[0].review_on = TODAY.into();
    assert_eq!(check(&chain), [], "today is not yet too late");
    chain.segments[0].review_on = "2026-11-23".into();
    assert_eq!(check(&chain), [Lack::ReviewPast]);
    chain.segments[0].review_on.clear();
    chain.segments[0].standing = Standing::Validated;
    chain.segments[0].tested.on = "2025-01-10".into();
    assert_eq!(check(&chain), [Lack::NoReview, Lack::OldTest]);
}

#[test]
fn s1_29_badges_are_earned() {
    let earned = health(&sound(), COUNTED);
    for name in [
        BadgeName::Purpose,
        BadgeName::Actionable,
        BadgeName::Dynamic,
    ] {
        assert_eq!(badge_of(&earned, name), (BadgeState::Earned, &[][..]));
    }
    let mut chain = sound();
    chain.segments[0].purpose.clear();
    chain.segments[0].reach.clear();
    chain.segments[0].actions = vec![ActionKind::Crm];
    chain.segments[0].review_on.clear();
    let open = health(&chain, COUNTED);
    let state = |name| badge_of(&open, name);
    assert_eq!(
        state(BadgeName::Purpose),
        (BadgeState::Open, &[Lack::NoPurpose][..])
    );
    assert_eq!(
        state(BadgeName::Actionable),
        (BadgeState::Open, &[Lack::NoReach, Lack::NoAction][..])
    );
    assert_eq!(
        state(BadgeName::Dynamic),
        (BadgeState::Open, &[Lack::NoReview][..])
    );
}

#[test]
fn s1_29_badges_lapse_with_time() {
    let chain = sound();
    let later = on(&chain, COUNTED, "2028-01-01");
    assert_eq!(
        badge_of(&later, BadgeName::Purpose),
        (BadgeState::Lapsed, &[Lack::DecisionPast][..])
    );
    assert_eq!(
        badge_of(&later, BadgeName::Dynamic),
        (BadgeState::Lapsed, &[Lack::ReviewPast, Lack::OldData][..])
    );
    assert_eq!(
        badge_of(&later, BadgeName::Actionable).0,
        BadgeState::Earned,
        "nothing that is done for them has a date"
    );
}

#[test]
fn s1_29_badges_lapse_when_what_they_rest_on_changes() {
    let mut chain = sound();
    chain.segments[0].positioning.benefit = "3 hours back".into();
    for link in ["hr/segment", "hr/positioning"] {
        chain.confirmations.push(Confirmation {
            link: link.into(),
            on: "2026-11-01".into(),
            ..Confirmation::default()
        });
    }
    state::fill_bases(&mut chain, &state::Known::default());
    chain.decisions[0].question = "Who gets the budget?".into();
    chain.segments[0].not_for = vec!["Agencies".into()];
    let changed = health(&chain, COUNTED);
    assert_eq!(
        badge_of(&changed, BadgeName::Purpose),
        (BadgeState::Lapsed, &[Lack::DecisionChanged][..])
    );
    assert_eq!(
        badge_of(&changed, BadgeName::Actionable),
        (BadgeState::Lapsed, &[Lack::StaleWords][..])
    );
}

#[test]
fn s1_29_a_segment_that_nothing_dated_shows_to_move_is_not_dynamic() {
    let mut chain = sound();
    chain.datasets[0].as_of.clear();
    let still = health(&chain, COUNTED);
    assert_eq!(
        badge_of(&still, BadgeName::Dynamic),
        (BadgeState::Open, &[Lack::NothingMoves][..])
    );
    chain.segments[0].targets.push(Target {
        by: "2027-03-01".into(),
        ..Target::default()
    });
    let aimed = health(&chain, COUNTED);
    assert_eq!(badge_of(&aimed, BadgeName::Dynamic).0, BadgeState::Earned);
}

#[test]
fn s1_38_a_segment_that_changes_none_of_seven_things_is_proposed_for_retirement() {
    let mut chain = sound();
    for action in SEVEN {
        chain.segments[0].actions = vec![action];
        assert!(!health(&chain, COUNTED).retire, "{action:?} is a change");
    }
    chain.segments[0].actions = vec![ActionKind::Crm, ActionKind::Reporting];
    assert!(
        health(&chain, COUNTED).retire,
        "a field and a report are none"
    );
    chain.segments[0].actions.clear();
    assert!(health(&chain, COUNTED).retire);
}

#[test]
fn s1_38_only_what_is_defined_and_in_the_plan_is_asked_what_it_changes() {
    let idle = |change: fn(&mut Segment)| {
        let mut chain = sound();
        chain.segments[0].actions.clear();
        change(&mut chain.segments[0]);
        health(&chain, COUNTED).retire
    };
    assert!(!idle(|it| it.role = Role::NotForUs));
    assert!(!idle(|it| it.standing = Standing::Retired));
    assert!(!idle(|it| it.rule = None), "nobody said who they are yet");
}
