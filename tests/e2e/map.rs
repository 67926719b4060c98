//! The Map: home of an open workbook, its next step, its walk by keys, its long list, its looks.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use throughline_tests::program;

use crate::desk::Desk;
use crate::look::{LARGE_LIGHT, Look, SMALL_DARK};
use crate::places::{assert_sound, filled};
use crate::window::Window;

/// Keys, as WebDriver writes them.
const RIGHT: &str = "\u{E014}";
const DOWN: &str = "\u{E015}";
const END: &str = "\u{E010}";
const ENTER: &str = "\u{E007}";

/// Both themes at both sizes.
const LOOKS: [Look; 4] = [
    LARGE_LIGHT,
    Look {
        name: "1440-dark",
        dark: true,
        ..LARGE_LIGHT
    },
    Look {
        name: "1024-light",
        dark: false,
        ..SMALL_DARK
    },
    SMALL_DARK,
];

#[test]
fn s0_01_an_open_workbook_begins_at_the_map_and_its_next_step_leads_there() {
    let desk = Desk::new(LARGE_LIGHT);
    let book = filled(&desk);
    apply(&book, &changed_payoff());
    let window = desk.open_with(&[&book]);
    window.read("The statement of Fibre by the month still says “4 hours”.");
    window.read("One change, two records that no longer hold");
    assert_eq!(window.run("return location.hash"), "#/map");
    window.press("Not now");
    window.eventually("the next best step", |window| {
        !window
            .words()
            .contains("The statement of Fibre by the month")
    });
    window.reload();
    window.press("Review the statement");
    window.eventually("the statement's place", |window| {
        window.run("return location.hash") == "#/positioning/fibre-monthly"
    });
    assert_eq!(window.troubles(), [""; 0], "no error on the way");
}

#[test]
fn the_nodes_of_the_map_are_walked_by_keys_and_enter_goes_there() {
    let desk = Desk::new(LARGE_LIGHT);
    let window = desk.open_with(&[&filled(&desk)]);
    window.find("[data-cell='0/0']");
    window.type_into("[data-cell='0/0']", RIGHT);
    for key in [RIGHT, RIGHT, DOWN] {
        window.type_into("[role='grid'] :focus", key);
    }
    let focused = "const it = document.activeElement; return it.ariaLabel ?? it.innerText";
    window.eventually("the value of the second row", |window| {
        let name = window.run(focused);
        name.as_str()
            .is_some_and(|name| name.starts_with("Two-year households, Value"))
    });
    window.type_into("[role='grid'] :focus", END);
    window.eventually("its results, in words", |window| {
        let name = window.run(focused);
        name.as_str()
            .is_some_and(|name| name.contains("Churn −") && name.contains("better, n 1,261"))
    });
    window.type_into("[role='grid'] :focus", ENTER);
    window.eventually("its results", |window| {
        window.run("return location.hash") == "#/results/two-year-homes"
    });
}

#[test]
fn two_hundred_segments_are_drawn_only_where_they_are_looked_at() {
    let desk = Desk::new(LARGE_LIGHT);
    let book = filled(&desk);
    apply(&book, &many(200));
    let window = desk.open_with(&[&book]);
    window.find("[role='grid'][aria-rowcount='204']");
    window.find("[data-cell='0/0']");
    let drawn = "return document.querySelectorAll('[role=grid] [data-index]').length";
    let count = |window: &Window<'_>| window.run(drawn).as_u64().unwrap_or(u64::MAX);
    assert!(count(&window) < 60, "{} rows are drawn", count(&window));
    window.type_into("[data-cell='0/0']", &format!("\u{E009}{END}"));
    window.eventually("the last row has the focus", |window| {
        window.run("return document.activeElement.dataset.cell ?? ''") == "202/7"
    });
    assert!(count(&window) < 60, "{} rows are drawn", count(&window));
    assert_eq!(
        window.run(
            "const row = document.activeElement.closest('[role=row]').getBoundingClientRect();
             return row.top > 0 && row.bottom <= innerHeight"
        ),
        true,
        "and is in view"
    );
    assert_eq!(window.axe(), [""; 0], "barriers of a long list");
    assert_eq!(window.troubles(), [""; 0], "no error");
}

#[test]
fn the_map_is_sound_and_on_its_grid_in_every_look() {
    for look in LOOKS {
        let desk = Desk::new(look);
        let book = filled(&desk);
        apply(&book, &every_kind());
        apply(&book, &changed_payoff());
        let window = desk.open_with(&[&book]);
        window.eventually("the figures follow", |window| {
            window.run("return document.querySelector('[data-counting=true]') === null") == true
                && window.words().contains("n 2,128")
        });
        assert_sound(&window, look, "map");
        lines_meet(&window, look);
        window.picture("map-wide");
        window.press("Same feature, different value");
        window.read("Nobody waits for a call back");
        assert_sound(&window, look, "map, unfolded");
        window.run("document.querySelector('main').scrollTo(0, 1e6)");
        window.picture("map-end");
        assert_eq!(window.troubles(), [""; 0], "{}: no error", look.name);
    }
}

/// The chain bar is the rows' head: each link stands over its nodes, to the pixel.
fn lines_meet(window: &Window<'_>, look: Look) {
    let lefts = window.run(
        "const left = (it) => Math.round(it.getBoundingClientRect().left);
         const heads = [...document.querySelectorAll('nav[aria-label=Chain] > *')].map(left);
         const cells = [...document.querySelectorAll('[data-index=\"0\"] [role=gridcell]')]
             .slice(0, 6).map(left);
         return [heads, cells]",
    );
    assert_eq!(lefts[0], lefts[1], "{}: heads and nodes", look.name);
    assert_eq!(lefts[0].as_array().map(Vec::len), Some(6));
}

fn apply(book: &Path, document: &Value) {
    let file = book.with_extension("json");
    std::fs::write(&file, document.to_string()).expect("a file in a temp folder");
    let output = Command::new(program("throughline").expect("this test's own path"))
        .arg("apply")
        .args([book, file.as_path()])
        .output()
        .expect("the command line is built with the window");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// One payoff of the demo's primary segment says less than the statement was confirmed on.
fn changed_payoff() -> Value {
    json!({"throughline": 1, "segments": [{"id": "fibre-monthly", "value": {"payoffs": [{
        "id": "payoff-evening", "quantity": 6,
        "text": "A line that drops is working again within 6 hours, until midnight on every day of the week"
    }]}}]})
}

/// One more segment of each kind that the Map tells apart, and metrics for three small results.
fn every_kind() -> Value {
    let rule = |column: &str, value: &str| json!({"column": column, "op": "eq", "value": value});
    let rate = |id: &str, name: &str, better: &str, column: &str| {
        json!({"id": id, "name": name, "dataset": "customers", "better": better, "threshold": 0.03,
               "formula": {"rate": {"where": {"column": column, "op": "eq", "value": "Yes"}}}})
    };
    json!({"throughline": 1,
    "datasets": [{"id": "customers", "as_of": "2026-11-01"}],
    "metrics": [
        rate("protected", "Device protected", "higher", "DeviceProtection"),
        rate("backed-up", "Backed up", "higher", "OnlineBackup"),
    ],
    "segments": [
        {"id": "mailed", "name": "Mailed-check payers", "decision": "renewal-discount",
         "dataset": "customers", "rule": rule("PaymentMethod", "Mailed check"),
         "decides_by": {"urgency": {"score": 1}, "willingness_to_pay": {"score": 3},
            "risk_sensitivity": {"score": 4}, "approvals": {"score": 2}},
         "value": {"payoffs": [{"id": "payoff-mail", "text": "Nobody waits for a call back"}],
            "features": [{"id": "feature-mail", "payoff": "payoff-mail",
                          "text": "Support desk open until midnight"}]}},
        {"id": "handful", "name": "The two who wrote to us", "described": "Two letters",
         "decision": "support-hours", "dataset": "customers",
         "rule": {"column": "customerID", "op": "in", "value": ["7590-VHVEG", "5575-GNVDE"]}},
        {"id": "visited", "name": "Paperless since last spring", "dataset": "customers",
         "rule": rule("PaperlessBilling", "Yes")},
        {"id": "resellers", "name": "Landlords who resell the line", "role": "not_for_us",
         "decision": "first-year", "described": "They sign for ten flats and resell them"},
        {"id": "gone", "name": "Speed seekers", "standing": "retired",
         "described": "Those who wanted the fastest line"},
    ]})
}

/// So many more segments over the same table, each with the beginning of a line.
fn many(count: usize) -> Value {
    let segments: Vec<Value> = (0..count)
        .map(|at| {
            json!({"id": format!("s{at}"), "name": format!("Bill up to {at} dollars"),
                "decision": "renewal-discount", "dataset": "customers",
                "rule": {"column": "MonthlyCharges", "op": "le", "value": at}})
        })
        .collect();
    json!({"throughline": 1, "segments": segments})
}
