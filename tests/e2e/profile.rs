//! All that a segment says of itself, and what belongs to the whole workbook, by keyboard alone.

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::look::LARGE_LIGHT;
use crate::places::filled;
use crate::records::{TAB, chain, give, press, reach, total};
use crate::window::{Window, keys};

const LEFT: &str = "\u{E012}";
const RIGHT: &str = "\u{E014}";
const SPACE: &str = " ";

#[test]
fn s0_14_the_profile_of_a_segment_is_written_by_keyboard_alone() {
    let desk = Desk::new(LARGE_LIGHT);
    let window = desk.open_with(&[&filled(&desk)]);
    window.find("main h1");
    // A command is about the primary segment until another is chosen.
    give(&window, "Go to the segment");
    let before = total(&window);

    reach(&window, TAB, "Review on");
    press(&window, &format!("{}a", keys::CONTROL));
    press(&window, &format!("1 Apr 2027{TAB}"));
    holds(&window, |it| it["review_on"] == "2027-04-01");

    within(&window, "Urgency from low to high");
    press(&window, LEFT);
    holds(&window, |it| it["decides_by"]["urgency"]["score"] == 4);
    reach(&window, TAB, "Urgency, in their words");
    press(&window, &format!("{} Every time.{TAB}", keys::END));
    holds(&window, |it| {
        it["decides_by"]["urgency"]["note"]
            .as_str()
            .is_some_and(|note| note.ends_with(" Every time."))
    });

    for (line, list, words) in [
        (
            "How we reach them 4",
            "reach",
            "The shop in the high street",
        ),
        ("For 3", "for", "Who answers the bill e-mail"),
        ("Not for 3", "not_for", "Second homes"),
    ] {
        reach(&window, TAB, line);
        press(&window, &format!("{words}{TAB}"));
        holds(&window, |it| {
            it[list]
                .as_array()
                .is_some_and(|lines| lines.contains(&json!(words)))
        });
    }

    for (group, list) in [
        ("What it changes", "actions"),
        ("What it is used for", "purpose"),
        ("What kind of segment", "kinds"),
    ] {
        within(&window, group);
        let stood = segment(&window)[list].clone();
        press(&window, RIGHT);
        press(&window, SPACE);
        holds(&window, |it| it[list] != stood);
    }

    give(&window, "Go to the results");
    reach(&window, TAB, "Aim for Churn");
    press(&window, &format!("{}a", keys::CONTROL));
    press(&window, &format!("40{TAB}"));
    holds(&window, |it| it["targets"][0]["value"] == 0.4);
    reach(&window, TAB, "Date of the aim for Churn");
    press(&window, &format!("{}a", keys::CONTROL));
    press(&window, &format!("31 Dec 2027{TAB}"));
    holds(&window, |it| it["targets"][0]["by"] == "2027-12-31");

    reach(&window, TAB, "Matters from");
    press(&window, &format!("{}a", keys::CONTROL));
    press(&window, &format!("5{TAB}"));
    window.eventually("the metric is saved", |window| {
        chain(window)["metrics"][0]["threshold"] == 0.05
    });

    give(&window, "Go to the decision");
    reach(&window, TAB, "Who decides");
    press(&window, &format!("{} and Jonas{TAB}", keys::END));
    window.eventually("the decision is saved", |window| {
        let decisions = chain(window)["decisions"].to_string();
        decisions.contains("head of retention and Jonas")
    });
    give(&window, "Go to the statement");
    reach(&window, TAB, "Differentiator");
    press(&window, &format!("{} and paid{TAB}", keys::END));
    holds(&window, |it| {
        it["positioning"]["differentiator"]["text"]
            .as_str()
            .is_some_and(|text| text.ends_with(" and paid"))
    });

    give(&window, "Go to Map");
    reach(&window, TAB, "Category of the offering");
    press(&window, &format!("{} and telephone{TAB}", keys::END));
    window.eventually("the offering is saved", |window| {
        chain(window)["offering"]["category"] == "home internet and telephone"
    });

    let changes = total(&window) - before;
    assert_eq!(changes, 15, "each is one change");
    for _ in 0..changes {
        give(&window, "Undo");
    }
    holds(&window, |it| {
        it["review_on"] == "2027-03-01" && it["decides_by"]["urgency"]["score"] == 5
    });
    assert_eq!(window.troubles(), [""; 0], "no error in the page");
}

/// Goes on with Tab until something in the group of that name has the focus.
fn within(window: &Window<'_>, group: &str) {
    let script = format!(
        "return document.activeElement.closest('[aria-label]:not(input)')?.ariaLabel === {}",
        json!(group)
    );
    for _ in 0..160 {
        if window.run(&script) == true {
            return;
        }
        press(window, TAB);
    }
    panic!("no key leads into {group}");
}

fn segment(window: &Window<'_>) -> Value {
    let segments = chain(window)["segments"].clone();
    let segments = segments.as_array().cloned().unwrap_or_default();
    let ours = segments.into_iter().find(|it| it["id"] == "fibre-monthly");
    ours.unwrap_or_default()
}

fn holds(window: &Window<'_>, wanted: impl Fn(&Value) -> bool) {
    window.eventually("it is saved", |window| wanted(&segment(window)));
}
