//! A link that no longer holds: it says since when and why, and one click makes it hold again.

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::look::{LARGE_LIGHT, SMALL_DARK};
use crate::places::{filled, visit};
use crate::window::Window;

/// WebDriver's keys: Control (until the keys end), Tab, Enter and Escape.
const CONTROL: &str = "\u{E009}";
const TAB: &str = "\u{E004}";
const ENTER: &str = "\u{E007}";
const ESCAPE: &str = "\u{E00C}";

const PAYOFF: &str = "textarea[aria-label='Payoff 1']";
const WAS: &str =
    "A line that drops is working again within 4 hours, until midnight on every day of the week";
const NOW: &str =
    "A line that drops is working again within 6 hours, until midnight on every day of the week";
const STATE: &str = "main button[aria-label*='What it rests on']";

#[test]
fn a_link_made_stale_says_why_and_is_confirmed() {
    for look in [LARGE_LIGHT, SMALL_DARK] {
        let desk = Desk::new(look);
        let window = desk.open_with(&[&filled(&desk)]);
        visit(&window, "positioning", "read aloud");
        window.read("Sound, confirmed 12 Nov 2026");
        assert_eq!(state(&window, "positioning"), "sound");

        rewrite(&window, NOW);
        visit(&window, "positioning", "Stale since");
        assert_eq!(state(&window, "positioning"), "stale");
        assert!(
            chain_bar(&window).contains("stale since"),
            "the chain bar says so too: {}",
            chain_bar(&window)
        );
        window.click(STATE);
        window.read("One thing under it changed");
        let dialog = text(&window, "[role=dialog]");
        for words in [
            "Payoff 1",
            WAS,
            NOW,
            "Still says what was",
            "within 4 hours",
        ] {
            assert!(dialog.contains(words), "“{words}” in {dialog}");
        }
        assert_eq!(text(&window, "[role=dialog] del"), WAS);
        assert_eq!(window.axe(), [""; 0], "{}: no barrier", look.name);
        window.picture("stale");
        window.type_into("[role=dialog]", ESCAPE);
        window.eventually("the answer is put away", |window| {
            !window.shows("[role=dialog]")
        });
        let name = format!(
            "Positioning: Stale since {}. What it rests on",
            since(&window)
        );
        window.eventually("the focus is where it was opened", |window| {
            let focused = "return document.activeElement.getAttribute('aria-label')";
            window.run(focused) == name.as_str()
        });

        // A typo costs one click, and that click can be taken back.
        window.press("Only wording");
        window.read("Sound, confirmed");
        let word = confirmation(&window, "positioning");
        assert_eq!(word["only_wording"], true);
        window.press("Undo");
        window.read("Stale since");

        // By keyboard alone: open, walk to the last answer, give it.
        window.type_into(STATE, ENTER);
        window.find("[role=dialog]");
        window.eventually("the last answer has the focus", |window| {
            let focused = "return document.activeElement.textContent";
            if window.run(focused) == "Confirm as it stands" {
                return true;
            }
            window.type_into(":focus", TAB);
            false
        });
        window.type_into(":focus", ENTER);
        window.read("Sound, confirmed");
        let word = confirmation(&window, "positioning");
        assert_eq!(word["only_wording"], false);
        assert!(
            word["rests"].to_string().contains("within 6 hours"),
            "it rests on what stands now: {word}"
        );
        assert_eq!(state(&window, "positioning"), "sound");
        window.picture("sound-again");

        // What it rests on is one click away, and so is the record itself.
        window.click(STATE);
        window.read("What it rests on, as confirmed");
        window.click("[role=dialog] a[href*='/payoff-evening/']");
        window.eventually("the payoff has the focus", |window| {
            window.run("return document.activeElement.value") == NOW
        });
        assert_eq!(window.troubles(), [""; 0], "{}: no error", look.name);
    }
}

#[test]
fn wording_alone_leaves_a_link_sound() {
    let desk = Desk::new(LARGE_LIGHT);
    let window = desk.open_with(&[&filled(&desk)]);
    rewrite(
        &window,
        "A line that drops is working again — within 4 hours, until midnight, on every day of the Week!",
    );
    visit(&window, "positioning", "read aloud");
    window.read("Sound, confirmed 12 Nov 2026");
    assert_eq!(state(&window, "positioning"), "sound");
}

/// Writes the primary segment's first payoff anew, and waits until it is saved.
fn rewrite(window: &Window<'_>, words: &str) {
    visit(window, "value", "Payoffs");
    window.type_into(PAYOFF, &format!("{CONTROL}a"));
    window.type_into(PAYOFF, &format!("{words}{TAB}"));
    window.eventually("the payoff is saved", |window| {
        payoff(window)["text"] == words
    });
}

fn book(window: &Window<'_>) -> Value {
    window.call("book")["ok"].clone()
}

fn payoff(window: &Window<'_>) -> Value {
    book(window)["chain"]["segments"][0]["value"]["payoffs"][0].clone()
}

fn state(window: &Window<'_>, link: &str) -> String {
    let book = book(window);
    let links = book["segments"][0]["links"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let found = links.into_iter().find(|found| found["link"] == link);
    let state = found
        .map(|found| found["state"].clone())
        .unwrap_or_default();
    state.as_str().unwrap_or_default().to_owned()
}

fn confirmation(window: &Window<'_>, link: &str) -> Value {
    let book = book(window);
    let words = book["chain"]["confirmations"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let name = format!("fibre-monthly/{link}");
    let found = words.into_iter().find(|word| word["link"] == name.as_str());
    found.expect("it was confirmed")
}

fn text(window: &Window<'_>, css: &str) -> String {
    window.find(css);
    let script = format!("return document.querySelector({}).innerText", json!(css));
    window.run(&script).as_str().unwrap_or_default().to_owned()
}

fn chain_bar(window: &Window<'_>) -> String {
    text(window, "nav[aria-label='Chain']")
}

/// Today as the window writes it in narrow places: 12 Nov.
fn since(window: &Window<'_>) -> String {
    let words = text(window, STATE);
    words.trim().trim_start_matches("Stale since ").to_owned()
}
