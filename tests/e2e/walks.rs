//! Two people's walks through the window, from the first start to what they came for. `.readme/walks.md`
//! tells them step by step, with the pictures taken here.

use std::path::Path;
use std::process::Command;

use serde_json::Value;
use throughline_tests::{program, project};

use crate::desk::Desk;
use crate::journey::{choose, go, reads, write};
use crate::look::LARGE_LIGHT;
use crate::window::{Window, keys};

/// Takes a picture after a step; its name begins with the walk's and the step's number.
pub type Keep<'a> = &'a dyn Fn(&Window<'_>, &str);

fn picture(window: &Window<'_>, name: &str) {
    window.picture(name);
}

#[test]
fn s0_44_a_marketer_comes_from_a_table_to_a_brief_with_no_finding_above_hint() {
    marketer(&picture);
}

#[test]
fn s1_33_a_facilitator_comes_from_a_template_to_a_statement_without_data() {
    facilitator(&picture);
}

/// A marketer with the telco table and an hour.
pub fn marketer(keep: Keep<'_>) {
    let desk = Desk::new(LARGE_LIGHT);
    let (file, pdf) = (desk.file("telco.throughline"), desk.file("brief.pdf"));
    for answer in [
        &file,
        &project("tests/fixtures/data/telco_customer_churn.csv"),
        &pdf,
    ] {
        desk.answer_dialog(answer);
    }
    let window = desk.open();
    window.press("Blank");
    window.press("Or start from a customer table");
    window.press("Choose a table…");
    reads(&window, "7,043 rows, 21 columns");
    keep(&window, "marketer-1-table");
    window.press("Import 7,043 rows");
    reads(&window, "26.5 % of 7,043");
    window.press("Add 1 metric");
    window.press("New segment");
    write(
        &window,
        "textarea[aria-label='Name of the segment']",
        "Households that pay by the month",
    );
    choose(&window, "button[aria-label='Column']", "Contract");
    choose(&window, "button[aria-label='Value']", "Month-to-month");
    reads(&window, "55.0 % of 7,043");
    keep(&window, "marketer-2-who");

    go(&window, "path");
    window.press("Take “What is done to keep them?”");
    write(&window, "[data-field='owner'] textarea", "Mira");
    write(&window, "[data-field='due'] textarea", "31 Jan 2027");
    reads(&window, "1 of 6 steps");
    keep(&window, "marketer-3-decision");

    go(&window, "value");
    value(
        &window,
        [
            "Get through an evening of calls without a drop",
            "The line drops at eight and the desk is closed",
            "Saves time",
            "The repair log of March: 212 of 220 lines back within 4 hours",
        ],
    );
    reads(&window, "“Saves time” cannot be checked.");
    keep(&window, "marketer-4-coach");
    rewrite(
        &window,
        "textarea[aria-label='Payoff 1']",
        "A dropped line is back within 4 hours, from the first month on",
    );
    window.eventually("nothing is weak any more", |window| {
        findings(window).is_empty()
    });

    go(&window, "positioning");
    statement(
        &window,
        &[
            ("for_whom", "households that pay by the month"),
            ("offering", "Northline"),
            ("category", "home internet"),
            ("benefit", "has a dropped line back within 4 hours"),
            ("why_believe", "the router starts the repair clock"),
            ("differentiator", "answered until midnight"),
            ("problem", "the line drops at eight and the desk is closed"),
        ],
        ("waiting it out", "do_nothing"),
    );
    keep(&window, "marketer-5-statement");

    go(&window, "journey");
    write(
        &window,
        "textarea[aria-label='Words of touchpoint 1']",
        "Line down? It is back within 4 hours, or the evening is on us.",
    );
    choose(
        &window,
        "button[aria-label='Where touchpoint 1 is']",
        "email",
    );
    window.click("button[aria-label='Claim of touchpoint 1']");
    window.press("A dropped line is back within 4 hours, from the first month on");
    reads(&window, "1 touchpoint, and it carries a claim");
    go(&window, "results");
    reads(
        &window,
        "Churn: clearly higher than everyone else, and worse",
    );
    keep(&window, "marketer-6-results");

    window.click("a[href^='#/brief']");
    window.eventually("the first page is drawn", |window| {
        window.run("return (document.querySelector('main ol img')?.naturalWidth ?? 0) > 0") == true
    });
    keep(&window, "marketer-7-brief");
    window.press("Export PDF…");
    reads(&window, "Written to brief.pdf");
    go(&window, "map");
    reads(&window, "Churn");
    keep(&window, "marketer-8-map");
    assert_eq!(findings(&window), [""; 0], "nothing that a coach would ask");
    assert_eq!(window.troubles(), [""; 0], "no error on the way");
    window.close();
    let counts = &check(&file)["counts"];
    assert_eq!(
        (&counts["blocker"], &counts["warning"]),
        (&Value::from(0), &Value::from(0)),
        "nothing above a hint, on the command line either"
    );
    assert!(std::fs::read(pdf).is_ok_and(|bytes| bytes.starts_with(b"%PDF")));
}

/// A facilitator in front of a room, without a table.
pub fn facilitator(keep: Keep<'_>) {
    let desk = Desk::new(LARGE_LIGHT);
    let file = desk.file("workshop.throughline");
    desk.answer_dialog(&file);
    let window = desk.open();
    keep(&window, "facilitator-1-start");
    window.press("B2B SaaS");
    window.find("a[href='#/map'][aria-current='page']");
    keep(&window, "facilitator-2-map");
    go(&window, "path");
    window.press("How it works");
    keep(&window, "facilitator-3-path");
    write(&window, "[data-field='owner'] textarea", "Ana, sales");
    write(&window, "[data-field='due'] textarea", "15 Jan 2027");
    window.press("Go on: Dimensions");
    write(
        &window,
        "textarea[aria-label='Dimension 1']",
        "How onboarding is run today",
    );
    write(
        &window,
        "textarea[aria-label='Why How onboarding is run today could explain it']",
        "Who types a form five times knows what it costs",
    );
    reads(&window, "3 of 6 steps");

    go(&window, "segment");
    write(
        &window,
        "textarea[aria-label='Name of the segment']",
        "HR leads who hire ten people a quarter",
    );
    write(
        &window,
        "[data-field='described'] textarea",
        "They run onboarding from a spreadsheet and type each form five times.",
    );
    go(&window, "path");
    window.press("Compare");
    write(
        &window,
        "textarea[aria-label='What you expect']",
        "Twice as many of them accept the call as of all other leads.",
    );
    reads(&window, "expected, not measured");
    keep(&window, "facilitator-4-expected");

    go(&window, "value");
    value(
        &window,
        [
            "Have each new colleague in payroll by nine on day one",
            "The same form is typed five times, into five programs",
            "3 hours a week back per new colleague, from the second month",
            "Timed at two pilot firms in May: 41 forms, 3 h 10 min saved a week",
        ],
    );
    keep(&window, "facilitator-5-value");
    go(&window, "positioning");
    statement(
        &window,
        &[
            ("for_whom", "HR leads who hire ten people a quarter"),
            ("offering", "Firstday"),
            ("category", "onboarding checklist"),
            ("benefit", "gives 3 hours a week back from the second month"),
            ("why_believe", "one form fills five programs"),
            ("differentiator", "live in 14 days"),
            ("problem", "the same form is typed five times"),
        ],
        ("a shared spreadsheet", "spreadsheet"),
    );
    keep(&window, "facilitator-6-statement");
    assert_eq!(findings(&window), [""; 0], "nothing that a coach would ask");
    window.press("Confirm");
    reads(&window, "Sound, confirmed");
    assert_eq!(window.troubles(), [""; 0], "no error on the way");
}

/// Writes a job, its pain, the payoff and its proof, each where its question stands.
fn value(window: &Window<'_>, words: [&str; 4]) {
    for ((question, name), words) in [
        ("What do they try to get done?", "Job 1"),
        ("What gets in the way of it?", "Pain 1"),
        ("What would they gain, how much, by when?", "Payoff 1"),
        ("", "Proof 1"),
    ]
    .into_iter()
    .zip(words)
    {
        let field = format!("textarea[aria-label='{name}']");
        // A template has begun some of them already.
        if !window.shows(&field) && name == "Proof 1" {
            window.press("Proof or feature");
            window.press("Proof");
        } else if !window.shows(&field) {
            window.press(question);
        }
        write(window, &field, words);
        window.eventually(name, |window| {
            window.call("book")["ok"]["chain"]["segments"][0]["value"]
                .to_string()
                .contains(words)
        });
    }
}

/// Writes the parts of the statement and what it replaces, with its kind, until it is whole.
fn statement(window: &Window<'_>, parts: &[(&str, &str)], (instead, kind): (&str, &str)) {
    for (part, words) in parts {
        write(window, &format!("[data-writes='{part}'] textarea"), words);
    }
    let first = "[data-writes='alternatives'] textarea[aria-label='Alternative 1']";
    write(window, first, instead);
    choose(
        window,
        &format!("button[aria-label='Kind of {instead}']"),
        kind,
    );
    reads(window, "All four questions are answered");
}

/// Writes other words into a field and leaves it.
fn rewrite(window: &Window<'_>, field: &str, words: &str) {
    window.click(field);
    window.type_into(field, &format!("{}a", keys::CONTROL));
    write(window, field, words);
}

/// The rules that speak above a hint in the open workbook.
fn findings(window: &Window<'_>) -> Vec<String> {
    let book = window.call("book");
    let found = book["ok"]["findings"].as_array().expect("a list");
    found
        .iter()
        .filter(|it| it["level"] != "hint")
        .map(|it| format!("{} on {}", it["rule"], it["record"]))
        .collect()
}

fn check(file: &Path) -> Value {
    let output = Command::new(program("throughline").expect("this test's own path"))
        .arg("check")
        .arg(file)
        .arg("--json")
        .output()
        .expect("the command line is built with the window");
    serde_json::from_slice(&output.stdout).expect("one JSON document")
}
