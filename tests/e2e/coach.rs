//! The coach beside the work: a weakness on its very words, a fix taken and undone, a finding set
//! aside with a reason until its words change.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use throughline_tests::program;

use crate::desk::Desk;
use crate::look::{LARGE_LIGHT, SMALL_DARK};
use crate::places::{assert_sound, filled, visit};
use crate::window::{Window, keys};

const WEAK: &str = "Saves time on every call, faster than any rival";
const ANSWER: &str = "2 hours back a week";
const REASON: &str = "Measured in the March pilot";

#[test]
fn a_fix_is_taken_as_one_edit_and_undone() {
    let desk = Desk::new(LARGE_LIGHT);
    let book = weakened(&desk);
    let window = desk.open_with(&[&book]);
    visit(&window, "value", "Saves time");
    window.eventually("the words are underlined", |window| {
        underlined(window) == ["Saves time"]
    });
    assert!(rules(&window).contains(&"vague-payoff".to_owned()));
    open_card(&window);
    window.press("Write it…");
    window.type_into("#coach textarea", &format!("{}a", keys::CONTROL));
    window.type_into("#coach textarea", ANSWER);
    window.press("Write it");
    window.eventually("the answer stands where the words were", |window| {
        payoff(window) == format!("{ANSWER} on every call, faster than any rival")
    });
    assert!(!rules(&window).contains(&"vague-payoff".to_owned()));
    window.click("button[aria-label='Undo']:not(:disabled)");
    window.eventually("undo takes it back whole", |window| payoff(window) == WEAK);
    assert!(rules(&window).contains(&"vague-payoff".to_owned()));
    assert_eq!(window.troubles(), [""; 0], "no error on the way");
}

#[test]
fn a_finding_set_aside_with_a_reason_comes_back_when_its_words_change() {
    let desk = Desk::new(LARGE_LIGHT);
    let book = weakened(&desk);
    let window = desk.open_with(&[&book]);
    visit(&window, "value", "Saves time");
    open_card(&window);
    window.press("Suppress…");
    window.type_into("#coach textarea", REASON);
    window.press("Set aside");
    window.eventually("the finding is silent", |window| {
        !rules(window).contains(&"vague-payoff".to_owned()) && underlined(window).is_empty()
    });
    window.press("Set aside · 1");
    window.read(REASON);
    assert_eq!(
        set_aside(&book),
        1,
        "and the command line leaves it out too"
    );

    window.type_into(
        "textarea[aria-label='Payoff 4']",
        &format!("{} now", keys::END),
    );
    window.eventually("other words, and it is back", |window| {
        rules(window).contains(&"vague-payoff".to_owned())
    });
    window.read("The words have changed since: it is back.");
    assert_eq!(window.troubles(), [""; 0], "no error on the way");
}

#[test]
fn the_coach_and_its_rules_are_sound_in_both_looks() {
    for look in [LARGE_LIGHT, SMALL_DARK] {
        let desk = Desk::new(look);
        let book = weakened(&desk);
        let window = desk.open_with(&[&book]);
        visit(&window, "value", "Saves time");
        open_card(&window);
        window.read("Why it matters");
        assert_sound(&window, look, "the coach");
        window.picture("coach");
        visit(&window, "rules", "platform-audience");
        assert_sound(&window, look, "rules");
        window.picture("rules");
        assert_eq!(window.troubles(), [""; 0], "{}: no error", look.name);
    }
}

/// The demo's workbook with one weak payoff more.
pub fn weakened(desk: &Desk) -> PathBuf {
    let book = filled(desk);
    let document = desk.file("weak.json");
    let weak = json!({"throughline": 1, "segments": [{"id": "fibre-monthly", "value": {
        "payoffs": [{"id": "weak", "text": WEAK}]}}]});
    std::fs::write(&document, weak.to_string()).expect("the test's folder");
    throughline(&["apply", &path(&book), &path(&document)]);
    std::fs::remove_file(document).expect("it was written");
    book
}

/// How many findings `throughline check` says are set aside.
fn set_aside(book: &Path) -> usize {
    let told = throughline(&["check", &path(book), "--json"]);
    told["set_aside"].as_array().map_or(0, Vec::len)
}

pub fn throughline(words: &[&str]) -> Value {
    let output = Command::new(program("throughline").expect("this test's own path"))
        .args(words)
        .output()
        .expect("the command line is built with the window");
    serde_json::from_slice(&output.stdout).unwrap_or_default()
}

pub fn path(file: &Path) -> String {
    file.display().to_string()
}

/// Shows the card of the vague payoff, in the pane or over the work.
pub fn open_card(window: &Window<'_>) {
    if !window.shows("#coach") {
        window.keys(keys::CONTROL, "j");
        window.find("#coach");
    }
    if !window.shows("#coach section q") {
        window.click("#coach li button");
    }
    window.eventually("its card is open", |window| {
        window.run("return document.querySelector('#coach section q')?.innerText ?? ''")
            == "Saves time"
    });
}

/// The rules that speak in the open workbook.
fn rules(window: &Window<'_>) -> Vec<String> {
    let findings = window.call("book")["ok"]["findings"].clone();
    let findings = findings.as_array().expect("a list");
    findings
        .iter()
        .filter_map(|it| it["rule"].as_str().map(str::to_owned))
        .collect()
}

fn payoff(window: &Window<'_>) -> String {
    window
        .run("return document.querySelector(\"textarea[aria-label='Payoff 4']\")?.value ?? ''")
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// The words that are underlined in the work.
fn underlined(window: &Window<'_>) -> Vec<String> {
    let words =
        window.run("return [...document.querySelectorAll('main u')].map((it) => it.textContent)");
    let words = words.as_array().expect("a list");
    words
        .iter()
        .filter_map(|it| it.as_str().map(str::to_owned))
        .collect()
}
