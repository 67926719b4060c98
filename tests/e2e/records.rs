//! The records of a segment by keyboard alone: written, counted, put in order, taken away and
//! brought back, without a click.

use serde_json::{Value, json};

use crate::coach::{path, throughline};
use crate::desk::Desk;
use crate::look::LARGE_LIGHT;
use crate::places::filled;
use crate::window::{Window, keys};

pub const TAB: &str = "\u{E004}";
const SHIFT: &str = "\u{E008}";
const ALT: &str = "\u{E00A}";
const RIGHT: &str = "\u{E014}";

/// More stops than a place has.
const STOPS: usize = 160;

const NAME: &str = "Past their first year";
const DESCRIBED: &str = "Households that have stayed for a year and know the line.";
const JOB: &str = "Keep the house online without thinking about it.";
const PAIN: &str = "Nobody thanks them for having stayed.";
const PAYOFF: &str = "A bill that falls by 2 dollars a year within 365 days";
const SECOND: &str = "A technician by name within 7 days";
const PROOF: &str = "The price of each year stands in the contract.";
const FEATURE: &str = "A price that falls by itself";
const ALTERNATIVE: &str = "asking for a discount by telephone";
const WORDS: &str = "A year with us: from now on it costs less.";
const QUESTION: &str = "Do we lower the price of those who stayed?";
const OPTIONS: [&str; 2] = ["Leave it as it is", "Two dollars less a year"];

#[test]
fn s2_23_every_record_of_a_segment_is_made_moved_and_removed_by_keyboard_alone() {
    let desk = Desk::new(LARGE_LIGHT);
    let window = desk.open_with(&[&filled(&desk)]);
    window.find("main h1");
    give(&window, "New segment");
    on(&window, "Name of the segment");
    press(&window, NAME);
    reach(&window, TAB, "In a sentence");
    press(&window, DESCRIBED);
    s2_11_a_bound_is_moved_by_arrows_and_counted_live(&window);
    s0_05_job_pain_and_payoff_are_written(&window);
    a_payoff_moves_up_and_keeps_the_focus(&window);
    proof_and_feature_are_added(&window);
    alternative_touchpoint_and_options_are_written(&window);
    a_removed_record_comes_back(&window);
    a_removed_row_leaves_the_focus_to_its_neighbour(&window);
    assert_eq!(window.axe(), [""; 0], "no barrier");
    assert_eq!(window.troubles(), [""; 0], "no error in the page");
}

#[test]
fn s2_11_a_bound_is_dragged_with_a_live_count_and_written_once() {
    let desk = Desk::new(LARGE_LIGHT);
    let book = filled(&desk);
    let document = desk.file("tenure.json");
    let rule = json!({"throughline": 1, "segments": [{"id": "fibre-monthly",
        "rule": {"all": [{"column": "tenure", "op": "le", "value": 12}]}}]});
    std::fs::write(&document, rule.to_string()).expect("the test's folder");
    throughline(&["apply", &path(&book), &path(&document)]);
    let window = desk.open_with(&[&book]);
    window.run("location.hash = '#/segment/fibre-monthly'");
    counted(&window, "2,186");
    let changes = total(&window);
    window.take("[role=group] [class*=thumb]", 60);
    window.eventually("the count follows the thumb", |window| {
        !belonging(window).contains("2,186")
            && window.run("return document.querySelector('[data-counting=true]') === null") == true
    });
    // The count of the last place comes after those on the way.
    std::thread::sleep(std::time::Duration::from_millis(800));
    assert_eq!(total(&window), changes, "nothing is written on the way");
    let tried = belonging(&window);
    window.let_go();
    window.eventually("it is written", |window| {
        let rule = &chain(window)["segments"][0]["rule"];
        rule["all"][0]["value"].as_f64() > Some(12.0)
    });
    window.eventually("what was shown is what is written", |window| {
        belonging(window) == tried
    });
    assert_eq!(total(&window), changes + 1, "one drag is one change");
    assert_eq!(window.troubles(), [""; 0], "no error in the page");
}

fn s2_11_a_bound_is_moved_by_arrows_and_counted_live(window: &Window<'_>) {
    reach(window, &format!("{SHIFT}{TAB}"), "Column");
    saved(window, |segment| segment["described"] == DESCRIBED);
    let changes = total(window);
    press(window, keys::ENTER);
    window.find("[role=option]");
    press(window, "tenure");
    window.eventually("only the column of that name is left", |window| {
        window.run("return document.querySelectorAll('[role=option]').length") == 1
    });
    press(window, keys::DOWN);
    press(window, keys::ENTER);
    window.find("input[type=range]");
    reach(window, TAB, "Bound of tenure");
    assert_eq!(
        total(window),
        changes,
        "a bound that is not set says nothing"
    );
    press(window, RIGHT);
    counted(window, "7,032");
    press(window, &RIGHT.repeat(11));
    counted(window, "4,974");
    counted(window, "70.6 %");
    saved(window, |segment| {
        segment["rule"] == json!({"all": [{"column": "tenure", "op": "ge", "value": 12}]})
    });
    assert_eq!(total(window), changes + 1, "twelve steps are one change");
    window.picture("records-rule");
}

fn s0_05_job_pain_and_payoff_are_written(window: &Window<'_>) {
    give(window, "Go to the value");
    for (question, name, words) in [
        ("What do they try to get done?", "Job 1", JOB),
        ("What gets in the way of it?", "Pain 1", PAIN),
        (
            "What would they gain, how much, by when?",
            "Payoff 1",
            PAYOFF,
        ),
    ] {
        reach(window, TAB, question);
        press(window, keys::ENTER);
        on(window, name);
        press(window, words);
        saved(window, |segment| {
            segment["value"].to_string().contains(words)
        });
    }
    press(window, keys::ENTER);
    on(window, "Payoff 2");
    press(window, SECOND);
    saved(window, |segment| {
        segment["value"]["payoffs"][1]["text"] == SECOND
    });
}

fn a_payoff_moves_up_and_keeps_the_focus(window: &Window<'_>) {
    let changes = total(window);
    press(window, &format!("{ALT}{}", keys::UP));
    saved(window, |segment| {
        segment["value"]["payoffs"][0]["text"] == SECOND
            && segment["value"]["payoffs"][1]["text"] == PAYOFF
    });
    on(window, "Payoff 1");
    assert_eq!(window.run("return document.activeElement.value"), SECOND);
    window.eventually("it is said where it stands", |window| {
        said(window).contains("Moved to place 1 of 2")
    });
    assert_eq!(total(window), changes + 1, "a move is one change");
    let page = window.call_with("history", &json!({ "before": null, "limit": 1 }));
    assert_eq!(
        page["ok"]["changes"][0]["sentence"],
        format!("Moved the payoff “{SECOND}” up in {NAME}")
    );
    // In the field its key would first take back what was typed there.
    give(window, "Undo");
    saved(window, |segment| {
        segment["value"]["payoffs"][0]["text"] == PAYOFF
    });
    give(window, "Redo");
    saved(window, |segment| {
        segment["value"]["payoffs"][0]["text"] == SECOND
    });
}

fn proof_and_feature_are_added(window: &Window<'_>) {
    for (down, name, list, words) in [
        ("", "Proof 1", "proofs", PROOF),
        (keys::DOWN, "Feature 1", "features", FEATURE),
    ] {
        reach(window, TAB, "Proof or feature");
        press(window, keys::ENTER);
        in_menu(window);
        press(window, &format!("{down}{}", keys::ENTER));
        on(window, name);
        press(window, words);
        saved(window, |segment| segment["value"][list][0]["text"] == words);
    }
}

fn alternative_touchpoint_and_options_are_written(window: &Window<'_>) {
    give(window, "Go to the statement");
    reach(window, TAB, "Alternative 1");
    press(window, ALTERNATIVE);
    saved(window, |segment| {
        segment["positioning"]["alternatives"][0]["name"] == ALTERNATIVE
    });
    give(window, "Go to the journey");
    reach(window, TAB, "Words of touchpoint 1");
    press(window, WORDS);
    saved(window, |segment| segment["touchpoints"][0]["text"] == WORDS);
    give(window, "Go to the decision");
    reach(window, TAB, "What is decided");
    press(window, QUESTION);
    let decided = |window: &Window<'_>| {
        let id = segment(window)["decision"].clone();
        let book = chain(window);
        let decisions = book["decisions"].as_array().cloned().unwrap_or_default();
        decisions.into_iter().find(|it| it["id"] == id)
    };
    window.eventually("the decision is there", |window| {
        decided(window).is_some_and(|it| it["question"] == QUESTION)
    });
    reach(window, TAB, "Option 1");
    press(window, OPTIONS[0]);
    press(window, keys::ENTER);
    on(window, "Option 2");
    press(window, OPTIONS[1]);
    let options = |window: &Window<'_>| decided(window).map(|it| it["options"].clone());
    window.eventually("both options are there", |window| {
        options(window) == Some(json!(OPTIONS))
    });
    press(window, &format!("{ALT}{}", keys::UP));
    window.eventually("the second stands first", |window| {
        options(window) == Some(json!([OPTIONS[1], OPTIONS[0]]))
    });
    on(window, "Option 1");
}

fn a_removed_record_comes_back(window: &Window<'_>) {
    give(window, "Go to the value");
    let before = segment(window);
    reach(window, TAB, "Payoff 2");
    reach(window, TAB, "Where Payoff 2 hangs");
    press(window, keys::ENTER);
    in_menu(window);
    press(window, &format!("{}{}", keys::END, keys::ENTER));
    saved(window, |segment| {
        segment["value"]["payoffs"].as_array().map(Vec::len) == Some(1)
    });
    on(window, "Payoff 1");
    press(window, &format!("{}z", keys::CONTROL));
    window.eventually("it is as it was", |window| segment(window) == before);
}

/// By their buttons, which go with them: who is at the keyboard goes on from the row that is left.
fn a_removed_row_leaves_the_focus_to_its_neighbour(window: &Window<'_>) {
    give(window, "Go to the statement");
    let before = segment(window);
    reach(window, TAB, &format!("Remove {ALTERNATIVE}"));
    press(window, keys::ENTER);
    saved(window, |segment| {
        segment["positioning"]["alternatives"] == json!([])
    });
    on(window, "Alternative 1");
    give(window, "Go to the journey");
    reach(window, TAB, "Remove touchpoint 1");
    press(window, keys::ENTER);
    saved(window, |segment| segment["touchpoints"] == json!([]));
    on(window, "Words of touchpoint 1");
    give(window, "Undo");
    give(window, "Undo");
    window.eventually("it is as it was", |window| segment(window) == before);
}

/// Gives a command by its name, from the palette.
pub fn give(window: &Window<'_>, name: &str) {
    press(window, &format!("{}k", keys::CONTROL));
    on(window, "Command or record");
    press(window, name);
    window.eventually(&format!("{name} stands first"), |window| {
        let chosen =
            "return document.querySelector('[role=option][aria-selected=true]')?.textContent ?? ''";
        window
            .run(chosen)
            .as_str()
            .is_some_and(|row| row.starts_with(name))
    });
    press(window, keys::ENTER);
    window.eventually("the palette is gone", |window| {
        !window.shows("[role=combobox]")
    });
}

/// Presses keys where the focus is.
pub fn press(window: &Window<'_>, keys: &str) {
    let has_focus = window.run("return document.activeElement !== document.body") == true;
    window.type_into(if has_focus { ":focus" } else { "body" }, keys);
}

/// Goes on with `step` until what is called `name` has the focus.
pub fn reach(window: &Window<'_>, step: &str, name: &str) {
    window.eventually(&format!("the page shows {name}"), |window| {
        let shown = format!("return [...document.querySelectorAll('button, textarea, input')].some((it) => {NAMED}(it) === {})", json!(name));
        window.run(&shown) == true
    });
    for _ in 0..STOPS {
        if focused(window) == name {
            return;
        }
        press(window, step);
    }
    panic!(
        "no key leads to {name}; the last stop is {}",
        focused(window)
    );
}

/// Waits until what is called `name` has the focus.
fn on(window: &Window<'_>, name: &str) {
    window.eventually(&format!("{name} has the focus"), |window| {
        focused(window) == name
    });
}

/// Waits until an entry of a menu has the focus.
fn in_menu(window: &Window<'_>) {
    window.eventually("a menu has the focus", |window| {
        window.run("return document.activeElement.getAttribute('role')") == "menuitem"
    });
}

/// What an element is called.
const NAMED: &str = "((it) => (it.ariaLabel
    || (it.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.ariaLabel ?? document.getElementById(id)?.textContent ?? '').find((words) => words !== '')
    || [...(it.labels ?? [])].map((label) => label.textContent)[0]
    || it.textContent || '').trim())";

fn focused(window: &Window<'_>) -> String {
    let script = format!("return {NAMED}(document.activeElement)");
    window.run(&script).as_str().unwrap_or_default().to_owned()
}

/// Waits until the rule's figures say `figure`.
fn counted(window: &Window<'_>, figure: &str) {
    window.eventually(&format!("{figure} of them"), |window| {
        let words = window.run(
            "return document.querySelector('section[aria-label=\"Who belongs\"]')?.innerText ?? ''",
        );
        words
            .as_str()
            .is_some_and(|words| words.replace('\u{a0}', " ").contains(figure))
    });
}

/// What the page has said to assistive technology and still says.
fn said(window: &Window<'_>) -> String {
    let script = "return [...document.querySelectorAll('[role=status]')].map((it) => it.textContent).join('\\n')";
    window.run(script).as_str().unwrap_or_default().to_owned()
}

/// Waits until the workbook holds the segment so.
fn saved(window: &Window<'_>, holds: impl Fn(&Value) -> bool) {
    window.eventually("it is saved", |window| holds(&segment(window)));
}

/// The segment of this test, as the workbook holds it.
fn segment(window: &Window<'_>) -> Value {
    let segments = chain(window)["segments"].clone();
    let segments = segments.as_array().cloned().unwrap_or_default();
    let ours = segments.into_iter().find(|it| it["name"] == NAME);
    ours.unwrap_or_default()
}

pub fn chain(window: &Window<'_>) -> Value {
    window.call("book")["ok"]["chain"].clone()
}

/// Changes in the history.
pub fn total(window: &Window<'_>) -> u64 {
    let page = window.call_with("history", &json!({ "before": null, "limit": 1 }));
    page["ok"]["total"]
        .as_u64()
        .expect("the history says its length")
}

/// The conditions in view with their counts, as the page says them.
fn belonging(window: &Window<'_>) -> String {
    let script = "return document.querySelector('section[aria-label=\"Who belongs\"]')?.innerText.split('In a sentence')[0] ?? ''";
    window.run(script).as_str().unwrap_or_default().to_owned()
}
