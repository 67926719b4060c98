//! The command palette and the list of keys, by keyboard alone.

use crate::desk::Desk;
use crate::look::{LARGE_LIGHT, SMALL_DARK};
use crate::places::filled;
use crate::window::{Window, keys};

#[test]
fn the_palette_leads_to_a_place_and_does_a_command_by_keyboard_alone() {
    let desk = Desk::new(LARGE_LIGHT);
    let window = desk.open_with(&[&filled(&desk)]);
    window.find("main h1");
    window.keys(keys::CONTROL, "k");
    has_focus(&window, "Command or record");
    window.type_into(":focus", "statement");
    window.eventually("the statement stands first", |window| {
        chosen(window).starts_with("Go to the statement")
    });
    window.type_into(":focus", keys::ENTER);
    window.eventually("the place is in view and the palette gone", |window| {
        window.run("return location.hash.startsWith('#/positioning/')") == true
            && !window.shows("[role=combobox]")
    });

    window.keys("", "gv");
    window.eventually("two letters lead to the value", |window| {
        window.run("return location.hash.startsWith('#/value/')") == true
    });

    window.keys(keys::CONTROL, "k");
    has_focus(&window, "Command or record");
    window.eventually("what was chosen last stands first", |window| {
        chosen(window).starts_with("Go to the statement")
    });
    window.type_into(":focus", "close workbook");
    window.eventually("one command is left", |window| {
        window.run("return document.querySelectorAll('[role=option]').length") == 1
    });
    window.type_into(":focus", keys::ENTER);
    window.find_named("Blank");
    assert_eq!(window.troubles(), [""; 0], "no error in the page");
}

#[test]
fn the_palette_and_the_keys_are_sound_in_both_looks() {
    for look in [LARGE_LIGHT, SMALL_DARK] {
        let desk = Desk::new(look);
        let window = desk.open_with(&[&filled(&desk)]);
        window.find("main h1");
        window.keys(keys::CONTROL, "k");
        window.find("[role=combobox]");
        assert_eq!(window.axe(), [""; 0], "{}: the palette", look.name);
        window.picture("palette");
        window.type_into(":focus", "no such thing");
        window.read("Nothing holds “no such thing”");
        assert_eq!(window.axe(), [""; 0], "{}: nothing found", look.name);
        window.type_into(":focus", keys::ESCAPE);
        window.eventually("the palette is gone", |window| {
            !window.shows("[role=combobox]")
        });
        window.keys("", "?");
        window.read("Go to the decision");
        assert_eq!(window.axe(), [""; 0], "{}: the keys", look.name);
        window.picture("keys");
        assert_eq!(window.troubles(), [""; 0], "{}: no error", look.name);
    }
}

/// Waits until the element of that name has the focus.
fn has_focus(window: &Window<'_>, name: &str) {
    window.eventually(&format!("{name} has the focus"), |window| {
        window.run("return document.activeElement.getAttribute('aria-label')") == name
    });
}

/// The words of the row that Enter would take.
fn chosen(window: &Window<'_>) -> String {
    window
        .run(
            "return document.querySelector('[role=option][aria-selected=true]')?.textContent ?? ''",
        )
        .as_str()
        .unwrap_or("")
        .to_owned()
}
