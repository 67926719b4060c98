use super::*;
use crate::records::{Confirmation, Decision, Payoff, Positioning, Touchpoint, Value};

/// A segment whose statement and two pieces promise what its payoff says, all confirmed.
fn confirmed() -> Chain {
    let touchpoint = |id: &str, text: &str, claims: &[&str]| Touchpoint {
        id: id.into(),
        text: text.into(),
        claims: claims.iter().map(|claim| (*claim).into()).collect(),
        ..Touchpoint::default()
    };
    let segment = Segment {
        id: "hr".into(),
        decision: "budget".into(),
        described: "HR teams that hire every week".into(),
        value: Value {
            payoffs: vec![Payoff {
                id: "hours".into(),
                text: "5 hours a week back per HR generalist".into(),
                ..Payoff::default()
            }],
            ..Value::default()
        },
        positioning: Positioning {
            for_whom: "HR teams".into(),
            benefit: "gives each HR generalist back 5 hours a week. Every week.".into(),
            ..Positioning::default()
        },
        touchpoints: vec![
            touchpoint("landing", "5 hours back, every week", &["hours"]),
            touchpoint("ad", "Get 5 hours back by Friday", &[]),
            touchpoint("mail", "Ready by Monday", &["hours"]),
        ],
        ..Segment::default()
    };
    let mut chain = Chain {
        decisions: vec![Decision {
            id: "budget".into(),
            question: "Where does the Q1 budget go?".into(),
            ..Decision::default()
        }],
        segments: vec![segment],
        ..Chain::default()
    };
    for link in LinkKind::ALL {
        chain.confirmations.push(Confirmation {
            link: state::link_name("hr", *link),
            on: "2026-11-01".into(),
            ..Confirmation::default()
        });
    }
    state::fill_bases(&mut chain, &Known::default());
    chain
}

fn less_hours(chain: &mut Chain) {
    chain.segments[0].value.payoffs[0].text = "3 hours a week back per HR generalist".into();
}

/// Every change under a confirmed link.
fn all(chain: &Chain) -> Vec<ChangedRecord> {
    let known = Known::default();
    let links: Vec<Vec<LinkState>> = chain
        .segments
        .iter()
        .map(|segment| state::links(chain, segment, &known))
        .collect();
    changes(chain, &links, &known)
}

fn words(broken: &Broken) -> String {
    let (start, end) = (broken.start as usize, broken.end as usize);
    broken.text.chars().skip(start).take(end - start).collect()
}

#[test]
fn nothing_has_changed_and_nothing_is_broken() {
    assert_eq!(all(&confirmed()), []);
}

#[test]
fn s0_01_one_changed_payoff_shows_each_record_that_still_says_the_old_thing() {
    let mut chain = confirmed();
    less_hours(&mut chain);
    let found = all(&chain);
    assert_eq!(found.len(), 1);
    let change = &found[0];
    assert_eq!(
        (change.record.as_str(), change.segment.as_str()),
        ("payoffs/hours", "hr")
    );
    assert_eq!(change.said[0].was, "5 hours a week back per HR generalist");
    assert_eq!(change.said[0].now, "3 hours a week back per HR generalist");
    let broken: Vec<(&str, LinkKind, String)> = change
        .broken
        .iter()
        .map(|it| (it.record.as_str(), it.link, words(it)))
        .collect();
    assert_eq!(
        broken,
        [
            ("segments/hr", LinkKind::Positioning, "5 hours".to_owned()),
            (
                "touchpoints/landing",
                LinkKind::Journey,
                "5 hours".to_owned()
            ),
            ("touchpoints/ad", LinkKind::Journey, "5 hours".to_owned()),
        ],
        "the journey rests on what the landing page claims; the mail repeats nothing of it"
    );
    assert_eq!(
        change.broken[0].text, "gives each HR generalist back 5 hours a week.",
        "the sentence, not the whole part"
    );
}

#[test]
fn once_the_statement_is_changed_every_piece_that_says_its_old_words_is_broken() {
    let mut chain = confirmed();
    chain.segments[0].positioning.benefit = "gives each HR generalist back 3 hours a week".into();
    let found = all(&chain);
    let broken: Vec<&str> = found[0]
        .broken
        .iter()
        .map(|it| it.record.as_str())
        .collect();
    assert_eq!(broken, ["touchpoints/landing", "touchpoints/ad"]);
}

#[test]
fn a_link_that_repeats_no_old_words_is_broken_as_a_whole() {
    let mut chain = confirmed();
    chain.decisions[0].question = "Whom do we hire next?".into();
    let found = all(&chain);
    assert_eq!(found[0].segment, "", "a decision belongs to all");
    let broken = &found[0].broken[0];
    assert_eq!((broken.link, broken.text.as_str()), (LinkKind::Segment, ""));
}

#[test]
fn the_change_that_breaks_most_stands_first() {
    let mut chain = confirmed();
    chain.decisions[0].question = "Whom do we hire next?".into();
    less_hours(&mut chain);
    let records: Vec<String> = all(&chain).into_iter().map(|it| it.record).collect();
    assert_eq!(records, ["payoffs/hours", "decisions/budget"]);
}

#[test]
fn every_stale_link_is_led_to_from_what_changed_under_it_and_no_other_link_is() {
    let edits: [fn(&mut Segment); 6] = [
        |it| it.described = "Teams that hire in spring".into(),
        |it| it.value.payoffs[0].text.clear(),
        |it| it.value.payoffs[0].quantity = Some(3.0),
        |it| it.not_for.push("Agencies".into()),
        |it| it.positioning.category = "onboarding".into(),
        |it| it.touchpoints[0].text = "Nothing rests on this".into(),
    ];
    for (at, edit) in edits.iter().enumerate() {
        let mut chain = confirmed();
        // The pieces claim nothing here: a claim is broken before its link is stale.
        for touchpoint in &mut chain.segments[0].touchpoints {
            touchpoint.claims.clear();
        }
        edit(&mut chain.segments[0]);
        let stale: Vec<LinkKind> = state::links(&chain, &chain.segments[0], &Known::default())
            .into_iter()
            .filter(|it| it.state == State::Stale)
            .map(|it| it.link)
            .collect();
        let found = all(&chain);
        let mut led_to: Vec<LinkKind> = found
            .iter()
            .flat_map(|change| &change.broken)
            .map(|it| it.link)
            .collect();
        led_to.sort_unstable();
        led_to.dedup();
        assert_eq!(led_to, stale, "edit {at}");
    }
}

#[test]
fn case_space_and_punctuation_break_nothing() {
    let mut chain = confirmed();
    chain.segments[0].value.payoffs[0].text = "5 Hours a week  back, per HR generalist!".into();
    assert_eq!(all(&chain), []);
}

#[test]
fn segments_set_aside_break_nothing() {
    let mut chain = confirmed();
    less_hours(&mut chain);
    chain.segments[0].standing = Standing::Retired;
    assert_eq!(all(&chain), []);
}
