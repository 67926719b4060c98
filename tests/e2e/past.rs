//! What was done and where things are: typing, the history, restoring, names, search.

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::look::{LARGE_LIGHT, SMALL_DARK};
use crate::places::filled;
use crate::window::{Window, keys};

/// The field of the demo's first payoff.
const PAYOFF: &str = "[data-kind=payoffs] textarea";

/// Types three words into a field as a person does: with pauses longer than those after which words
/// are saved, and shorter than those that end a burst. In the page, so that nothing else takes time.
const TYPE_SLOWLY: &str = "const done = arguments[0];
    const type = async (field) => {
        const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
        for (const word of [' and', ' no', ' calls']) {
            set.call(field, field.value + word);
            field.dispatchEvent(new Event('input', { bubbles: true }));
            await new Promise((resolve) => setTimeout(resolve, 700));
        }
        done(null);
    };
    type";

#[test]
fn words_typed_with_short_pauses_are_one_change_and_undo_takes_them_word_by_word() {
    let desk = Desk::new(LARGE_LIGHT);
    let window = desk.open_with(&[&filled(&desk)]);
    window.run("location.hash = '#/value/fibre-monthly'");
    let before = value(&window, PAYOFF);
    let changes = total(&window);
    window.click(PAYOFF);
    window.run_until_done(&format!("{TYPE_SLOWLY}(document.activeElement)"));
    let typed = format!("{before} and no calls");
    assert_eq!(value(&window, PAYOFF), typed);
    saved(&window, &typed);
    assert_eq!(total(&window), changes + 1, "three saves are one change");

    undo(&window);
    window.eventually("the last word went", |window| {
        value(window, PAYOFF) == format!("{before} and no")
    });
    window.eventually("all that was typed can be undone here", |window| {
        if value(window, PAYOFF) == before {
            return true;
        }
        undo(window);
        false
    });
    window.eventually("and the change is gone", |window| total(window) == changes);
    saved(&window, &before);
    undo(&window);
    window.eventually("then the workbook's last change is undone", |window| {
        window.call("book")["ok"]["redo"].is_string()
    });
    assert_eq!(window.troubles(), [""; 0], "no error in the page");
}

#[test]
fn a_search_finds_a_payoff_and_enter_lands_in_it() {
    let desk = Desk::new(LARGE_LIGHT);
    let window = desk.open_with(&[&filled(&desk)]);
    window.run("location.hash = '#/value/fibre-monthly'");
    let payoff = value(&window, PAYOFF);
    window.run("location.hash = '#/data'");
    window.read("TotalCharges");
    window.press("Search");
    window.find("[role=combobox]");
    // Its words in capitals, the last one begun only.
    let words: Vec<&str> = payoff.split_whitespace().take(3).collect();
    let mut begun = words.join(" ").to_uppercase();
    begun.pop();
    window.type_into(":focus", &begun);
    window.eventually("the payoff is found", |window| {
        window
            .run("return [...document.querySelectorAll('[role=option]')].map((it) => it.textContent).join('\\n')")
            .to_string()
            .contains(payoff.as_str())
    });
    assert_eq!(window.axe(), [""; 0], "what was found");
    window.picture("search");
    window.eventually("the payoff is in hand", |window| {
        let chosen = window.run(
            "return document.querySelector('[role=option][aria-selected=true]')?.textContent ?? ''",
        );
        if chosen.to_string().contains(payoff.as_str()) {
            return true;
        }
        window.type_into(":focus", keys::DOWN);
        false
    });
    window.type_into(":focus", keys::ENTER);
    window.eventually("the payoff's own field has the focus", |window| {
        window.run("return document.activeElement.value ?? ''") == payoff.as_str()
    });
    assert_eq!(
        window.run("return location.hash.startsWith('#/value/fibre-monthly/')"),
        true
    );
    assert_eq!(window.troubles(), [""; 0], "no error in the page");
}

#[test]
fn restore_to_here_is_previewed_done_and_undone_and_a_named_point_is_kept() {
    let desk = Desk::new(LARGE_LIGHT);
    let file = filled(&desk);
    let window = desk.open_with(&[&file]);
    window.find("main h1");
    let whole = chain(&window);
    window.keys(keys::CONTROL, "h");
    window.read("the workbook stands here");
    window.press("Name this point of the history…");
    window.type_into("[aria-label='Name of this point']", "Before the review");
    window.type_into(":focus", keys::ENTER);
    window.find("nav[aria-label='Named points']");

    // Down to the import: the change before the chain was applied.
    window.click("ol[aria-label='Changes, newest first'] button");
    window.type_into(":focus", keys::END);
    window.read("The workbook was empty");
    window.type_into(":focus", keys::UP);
    window.eventually("the import is chosen", |window| {
        text(window, "ol button[aria-current=true]").contains("Imported")
    });
    window.press("Restore to here…");
    window.read("Restoring would change this");
    window.read("3 segments removed");
    window.picture("restore");
    assert_eq!(window.axe(), [""; 0], "the preview");
    assert_eq!(chain(&window), whole, "a preview changes nothing");
    window.press("Restore");
    window.eventually("the workbook is as it was then", |window| {
        chain(window)["segments"] == json!([])
    });
    window.read("Restored the workbook of");
    window.click("button[aria-label='Undo']:not(:disabled)");
    window.eventually("one undo brings all back", |window| chain(window) == whole);
    assert_eq!(window.troubles(), [""; 0], "no error in the page");
    window.close();

    let window = desk.open_with(&[&file]);
    window.find("main h1");
    window.run("location.hash = '#/history'");
    window.press("Before the review");
    window.eventually("the named point is there after a restart", |window| {
        text(window, "main section h2").contains("Before the review")
    });
    window.picture("history-named");
}

#[test]
fn the_history_is_sound_in_both_looks() {
    for look in [LARGE_LIGHT, SMALL_DARK] {
        let desk = Desk::new(look);
        let window = desk.open_with(&[&filled(&desk)]);
        window.find("main h1");
        window.run("location.hash = '#/value/fibre-monthly'");
        window.type_into(PAYOFF, " Since May.");
        saved(&window, &value(&window, PAYOFF));
        window.keys(keys::CONTROL, "h");
        window.read("What it changed");
        window.read("Since May.");
        window.eventually("nothing moves", |window| {
            window.run("return document.getAnimations().length") == 0
        });
        assert_eq!(window.axe(), [""; 0], "{}", look.name);
        window.picture("history");
        let fits = "const main = document.querySelector('main');
            return main.scrollWidth <= main.clientWidth && main.scrollHeight <= main.clientHeight";
        assert_eq!(
            window.run(fits),
            true,
            "{}: only its panes scroll",
            look.name
        );
        assert_eq!(window.troubles(), [""; 0], "{}: no error", look.name);
    }
}

/// Undo, by its key, where the focus is.
fn undo(window: &Window<'_>) {
    window.type_into(":focus", &format!("{}z", keys::CONTROL));
}

/// What stands in the first field that `css` finds, once it is there.
fn value(window: &Window<'_>, css: &str) -> String {
    window.find(css);
    let script = format!("return document.querySelector({}).value", json!(css));
    window.run(&script).as_str().unwrap_or_default().to_owned()
}

/// Waits until the workbook holds `words`.
fn saved(window: &Window<'_>, words: &str) {
    let quoted = json!(words.trim()).to_string();
    let inside = quoted.trim_matches('"');
    window.eventually(&format!("saved: {words}"), |window| {
        chain(window).to_string().contains(inside)
    });
}

fn chain(window: &Window<'_>) -> Value {
    window.call("book")["ok"]["chain"].clone()
}

/// Changes in the history.
fn total(window: &Window<'_>) -> u64 {
    let page = window.call_with("history", &json!({ "before": null, "limit": 1 }));
    page["ok"]["total"]
        .as_u64()
        .expect("the history says its length")
}

fn text(window: &Window<'_>, css: &str) -> String {
    let script = format!(
        "return document.querySelector({})?.innerText ?? ''",
        json!(css)
    );
    window.run(&script).as_str().unwrap_or_default().to_owned()
}
