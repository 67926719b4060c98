use super::*;
use crate::records::{Payoff, Positioning, Touchpoint, Value};

fn hr() -> Segment {
    let touchpoint = |id: &str, text: &str, claims: &[&str]| Touchpoint {
        id: id.into(),
        text: text.into(),
        claims: claims.iter().map(|claim| (*claim).into()).collect(),
        ..Touchpoint::default()
    };
    Segment {
        id: "hr".into(),
        value: Value {
            payoffs: vec![Payoff {
                id: "hours".into(),
                text: "3 hours a week back".into(),
                ..Payoff::default()
            }],
            ..Value::default()
        },
        positioning: Positioning {
            for_whom: "HR teams that lose 5 hours a week".into(),
            benefit: "gives their evenings back".into(),
            tagline: "5 hours back. Every week: 5 hours.".into(),
            ..Positioning::default()
        },
        touchpoints: vec![
            touchpoint("mail", "Ready by Monday", &["hours"]),
            touchpoint("ad", "Get 5 hours back by Friday", &[]),
            touchpoint("landing", "5 hours, every week", &["hours"]),
        ],
        ..Segment::default()
    }
}

fn change(field: &str, was: &str, now: &str) -> Difference {
    Difference {
        record: "payoffs/hours".into(),
        field: field.into(),
        was: was.into(),
        now: now.into(),
    }
}

fn told(link: LinkKind, changes: &[Difference]) -> Vec<(String, Vec<String>)> {
    let words = |echo: &Echo| {
        let cut = |(from, to): &(u32, u32)| {
            let (from, to) = (*from as usize, *to as usize);
            echo.text.chars().skip(from).take(to - from).collect()
        };
        echo.spans.iter().map(cut).collect()
    };
    let name = |echo: &Echo| match echo.field.as_str() {
        "text" => echo.record.clone(),
        field => field.to_owned(),
    };
    echoes(&hr(), link, changes)
        .iter()
        .map(|echo| (name(echo), words(echo)))
        .collect()
}

#[test]
fn texts_that_still_say_it_stand_first_and_those_that_carry_it_are_told_in_any_words() {
    let changed = [change("text", "5 hours a week back", "3 hours a week back")];
    let says = |name: &str, words: &[&str]| {
        let words = words.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        (name.to_owned(), words)
    };
    assert_eq!(
        told(LinkKind::Journey, &changed),
        [
            says("touchpoints/landing", &["5 hours"]),
            says("touchpoints/ad", &["5 hours"]),
            says("touchpoints/mail", &[]),
        ]
    );
    assert_eq!(
        told(LinkKind::Positioning, &changed),
        [
            says("positioning.for_whom", &["5 hours"]),
            says("positioning.tagline", &["5 hours", "5 hours"]),
            says("positioning.benefit", &[]),
        ],
        "a payoff is said in the benefit"
    );
    assert_eq!(told(LinkKind::Results, &changed), []);
}

#[test]
fn numbers_of_data_are_not_looked_for_in_words() {
    let changed = [change("quantity", "5", "3")];
    let carried = told(LinkKind::Journey, &changed);
    assert!(
        carried.iter().all(|(_, words)| words.is_empty()),
        "{carried:?}"
    );
    assert_eq!(carried.len(), 2, "what claims the payoff rests on it");
}
