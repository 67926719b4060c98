//! Around the work: settings, recent workbooks, the system's menus, files dropped on the window.

use serde_json::{Value, json};
use throughline_tests::project;

use crate::desk::Desk;
use crate::look::{LARGE_LIGHT, SMALL_DARK};
use crate::places::filled;
use crate::window::{Window, keys};

const TABLE: &str = "tests/fixtures/data/telco_customer_churn.csv";

#[test]
fn what_is_chosen_in_the_settings_holds_after_the_window_was_closed() {
    let desk = Desk::new(LARGE_LIGHT);
    let window = desk.open();
    window.find_named("Blank");
    assert!(!is_dark(&window));
    window.keys(keys::CONTROL, ",");
    window.press("Dark");
    window.eventually("the window is dark at once", is_dark);
    assert_eq!(window.axe(), [""; 0], "the settings");
    window.picture("settings");
    window.press("Letter");
    window.eventually("the paper is chosen", |window| {
        window.shows("[role=radio][aria-checked=true][data-selected]") 
            && window.run("return [...document.querySelectorAll('[role=radio][aria-checked=true]')].map((it) => it.textContent)")
                == json!(["Dark", "As the system", "Letter"])
    });
    window.close();
    let window = desk.open();
    window.find_named("Blank");
    assert!(is_dark(&window), "from its first look on");
    assert_eq!(window.troubles(), [""; 0], "no error in the page");
}

#[test]
fn settings_that_cannot_be_read_are_said_and_keep_nobody_from_working() {
    let desk = Desk::new(LARGE_LIGHT);
    desk.configure("throughline/settings.json", "{\"theme\": ");
    let window = desk.open_with(&[&filled(&desk)]);
    window.read("The settings file cannot be read");
    window.press("Close");
    window.find("main");
}

#[test]
fn workbooks_opened_lately_stand_on_the_start_screen_with_their_line() {
    for look in [LARGE_LIGHT, SMALL_DARK] {
        let desk = Desk::new(look);
        let book = filled(&desk);
        let window = desk.open_with(&[&book]);
        window.find("nav[aria-label=Places]");
        window.keys(keys::CONTROL, "w");
        window.find_named("Blank");
        let name = "Northline";
        window.find_named(name);
        assert_eq!(window.axe(), [""; 0], "{}: the start screen", look.name);
        window.picture("start-recent");
        window.press(name);
        window.find("nav[aria-label=Places]");
        window.keys(keys::CONTROL, "w");
        window.find_named("Blank");
        std::fs::rename(&book, desk.file("elsewhere.throughline")).unwrap();
        window.reload();
        window.read("not there any more");
        window.press(&format!("Take {name} out of the list"));
        window.read("Workbooks that you open stand here.");
        assert_eq!(window.troubles(), [""; 0], "{}: no error", look.name);
    }
}

#[test]
fn the_native_menus_follow_the_page_and_give_its_commands() {
    let desk = Desk::new(LARGE_LIGHT);
    let window = desk.open_with(&[&filled(&desk)]);
    window.find("nav[aria-label=Places]");
    window.eventually("the menus are there", |_| {
        let held = menus(&desk);
        names(&held) == ["File", "Edit", "View", "Go", "Help"]
            && entry(&held, "go-value")["text"]
                .as_str()
                .is_some_and(|text| text.starts_with("Go to the value") && text.ends_with("G V"))
    });
    assert_eq!(
        menus(&desk)["visible"],
        false,
        "a bar would cost the page its height"
    );

    assert_eq!(entry(&menus(&desk), "redo")["enabled"], false);
    desk.simulate("menu undo");
    window.eventually("undo was chosen in a menu", |_| {
        entry(&menus(&desk), "redo")["enabled"] == true
    });
    desk.simulate("menu redo");
    window.eventually("and redo", |_| {
        entry(&menus(&desk), "redo")["enabled"] == false
    });

    desk.simulate("menu go-journey");
    window.eventually("a place was chosen in a menu", |window| {
        window.run("return location.hash.startsWith('#/journey/')") == true
    });
    desk.simulate("menu menu-bar");
    window.eventually("the bar is shown", |_| menus(&desk)["visible"] == true);
    window.picture("menu-bar");
    desk.simulate("menu menu-bar");
    window.eventually("and hidden again", |_| menus(&desk)["visible"] == false);
    desk.simulate("menu close");
    window.find_named("Blank");
    window.eventually("a closed workbook has no ways to go", |_| {
        entry(&menus(&desk), "go-value").is_null()
    });
    assert_eq!(window.troubles(), [""; 0], "no error in the page");
}

#[test]
fn a_table_and_a_workbook_can_be_dropped_on_the_window_and_nothing_else() {
    let desk = Desk::new(LARGE_LIGHT);
    let book = filled(&desk);
    let table = project(TABLE).canonicalize().unwrap().display().to_string();
    let window = desk.open();
    window.find_named("Blank");

    desk.simulate(&format!("drop {table}"));
    window.read("A table comes into a workbook, and none is open.");
    desk.simulate(&format!("over {}", book.display()));
    window.read("Drop the workbook to open it");
    window.picture("over");
    desk.simulate(&format!("drop {}", book.display()));
    window.find("nav[aria-label=Places]");
    window.eventually("nothing hangs over it any more", |window| {
        !window.words().contains("Drop the workbook")
    });

    desk.simulate(&format!("drop {}", project("README.md").display()));
    window.read("“README.md” is neither a table nor a workbook.");
    window.press("Close");
    desk.simulate(&format!("drop {table}"));
    window.read("telco_customer_churn.csv: 7,043 rows");
    assert_eq!(window.axe(), [""; 0], "the dropped table's preview");
    assert_eq!(window.troubles(), [""; 0], "no error in the page");
}

#[test]
fn the_window_opens_as_large_as_it_was_closed() {
    let desk = Desk::new(LARGE_LIGHT);
    let size = |window: &Window<'_>| window.run("return [innerWidth, innerHeight]");
    let window = desk.open();
    window.find_named("Blank");
    window.resize(1180, 760);
    window.eventually("it has the new size", |window| {
        size(window) == json!([1180, 760])
    });
    window.close();
    let window = desk.open();
    window.find_named("Blank");
    assert_eq!(size(&window), json!([1180, 760]));
}

fn is_dark(window: &Window<'_>) -> bool {
    window.run("return getComputedStyle(document.body).backgroundColor") == "rgb(21, 20, 18)"
}

fn menus(desk: &Desk) -> Value {
    desk.menus()
}

fn names(held: &Value) -> Vec<&str> {
    let lists = held["menus"].as_array().map(Vec::as_slice);
    lists
        .unwrap_or(&[])
        .iter()
        .filter_map(|list| list["name"].as_str())
        .collect()
}

fn entry(held: &Value, id: &str) -> Value {
    let lists = held["menus"].as_array().cloned().unwrap_or_default();
    lists
        .iter()
        .filter_map(|list| list["entries"].as_array())
        .flatten()
        .find(|entry| entry["id"] == id)
        .cloned()
        .unwrap_or_default()
}
