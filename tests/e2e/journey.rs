//! The first path, walked by a person: from a customer table to a brief on paper, out of the
//! window and in again, back to the import and forward to the end.

use std::path::Path;

use serde_json::{Value, json};
use throughline_tests::project;

use crate::desk::Desk;
use crate::look::LARGE_LIGHT;
use crate::window::Window;

/// The key that leaves a field, as WebDriver writes it.
const TAB: &str = "\u{E004}";

const SEGMENT: &str = "Month by month";
const JOB: &str = "Keep the household online without planning around the line.";
const PAIN: &str = "The line drops in the evening and nobody calls back.";
const PAYOFF: &str = "Fewer lost evenings: 2 hours back a week within 30 days.";

/// The parts of the statement, as (where it is written, its words).
const PARTS: [(&str, &str); 7] = [
    ("for_whom", "households that pay by the month"),
    ("offering", "Northline"),
    ("category", "home internet"),
    (
        "benefit",
        "gives back every evening that is lost within 30 days",
    ),
    ("why_believe", "a named technician answers the same evening"),
    ("differentiator", "a promise with money behind it"),
    ("problem", "evenings are lost and nobody calls back"),
];

/// What they use instead: no vendor, but doing nothing.
const ALTERNATIVE: &str = "putting up with it";

#[test]
fn the_first_path_leads_from_a_table_to_a_brief_and_back_to_the_import_and_forth_again() {
    let desk = Desk::new(LARGE_LIGHT);
    let (file, pdf, markdown) = (
        desk.file("telco.throughline"),
        desk.file("brief.pdf"),
        desk.file("brief.md"),
    );
    for answer in [
        &file,
        &project("tests/fixtures/data/telco_customer_churn.csv"),
        &pdf,
        &markdown,
    ] {
        desk.answer_dialog(answer);
    }

    let window = desk.open();
    window.press("Blank");
    window.press("Or start from a customer table");
    import_and_accept_the_metric(&window);
    s2_11_a_rule_says_who_they_are_with_a_live_count(&window);
    results_are_worse_in_words_and_figures(&window);
    s0_05_job_pain_and_payoff_are_written_in_place(&window);
    s0_26_the_statement_composes_itself_from_its_parts(&window);
    the_brief_is_seen_and_taken_away(&window, &pdf, &markdown);
    let whole = chain(&window);
    assert_eq!(window.troubles(), [""; 0], "no error on the way");
    window.close();
    assert_eq!(
        desk.files(),
        ["brief.md", "brief.pdf", "telco.throughline"],
        "the workbook is one file, and nothing is left beside it"
    );

    let window = desk.open_with(&[&file]);
    window.read(SEGMENT);
    assert_eq!(chain(&window), whole, "everything is there again");
    go(&window, "results");
    reads(&window, "of 3,875");
    go(&window, "value");
    window.eventually("the payoff stands in its place", |window| {
        let script = "return [...document.querySelectorAll('main textarea')].map((it) => it.value)";
        window.run(script).to_string().contains(PAYOFF)
    });

    while has_more_than_the_import(&chain(&window)) {
        step(&window, "Undo");
    }
    let imported = chain(&window);
    assert_eq!(
        imported["datasets"].as_array().map(Vec::len),
        Some(1),
        "the import itself stands"
    );
    go(&window, "data");
    reads(&window, "7,043 customers");
    reads(&window, "Next: who decides differently?");
    while window.call("book")["ok"]["redo"].is_string() {
        step(&window, "Redo");
    }
    assert_eq!(chain(&window), whole, "redo brings every word back");
    go(&window, "results");
    reads(&window, "of 3,875");
    assert_eq!(window.troubles(), [""; 0], "no error on the way back");
}

fn import_and_accept_the_metric(window: &Window<'_>) {
    window.press("Choose a table…");
    reads(window, "7,043 rows, 21 columns");
    let type_of = |column: &str| text(window, &format!("button[aria-label='Type of {column}']"));
    assert_eq!(type_of("tenure"), "whole number");
    assert_eq!(type_of("Contract"), "text");
    assert_eq!(type_of("TotalCharges"), "number", "in spite of 11 blanks");
    reads(window, "11 blank");
    // In this table 0 and 1 are no figures but answers.
    choose(window, "button[aria-label='Type of SeniorCitizen']", "text");
    window.eventually("the changed type is read", |_| {
        type_of("SeniorCitizen") == "text"
    });
    window.press("Import 7,043 rows");
    reads(window, "7,043 rows are in");
    reads(window, "Churn = Yes");
    reads(window, "26.5 % of 7,043");
    window.press("Add 1 metric");
    window.press("New segment");
}

fn s2_11_a_rule_says_who_they_are_with_a_live_count(window: &Window<'_>) {
    write(
        window,
        "textarea[aria-label='Name of the segment']",
        SEGMENT,
    );
    choose(window, "button[aria-label='Column']", "Contract");
    choose(window, "button[aria-label='Value']", "Month-to-month");
    window.eventually("the rule is counted", |window| {
        let size = text(window, "[aria-label='Size']");
        size.contains("3,875") && size.contains("55.0 % of 7,043")
    });
    // Until a decision hangs on it, a segment only filters a report.
    reads(window, "Report filter · 3,875 customers, 55.0 %");
    reads(window, "Who are they?");
    reads(window, "No job, pain or payoff yet.");
}

fn results_are_worse_in_words_and_figures(window: &Window<'_>) {
    go(window, "results");
    window.eventually("the comparison stands", |window| {
        let row = text(window, "article[aria-label='Churn']");
        ["42.7 % of 3,875", "6.8 % of 3,168", "Worse", "q < 0.001"]
            .iter()
            .all(|words| row.contains(words))
    });
    let plot = window.run("return document.querySelector('article [role=img]')?.ariaLabel ?? ''");
    let plot = plot.as_str().unwrap_or_default();
    assert!(
        plain(plot).starts_with("Churn: Worse, difference +36.0 points, 95 % interval"),
        "the picture says itself in words: {plot}"
    );
}

fn s0_05_job_pain_and_payoff_are_written_in_place(window: &Window<'_>) {
    go(window, "value");
    for (question, name, words) in [
        ("What do they try to get done?", "Job 1", JOB),
        ("What gets in the way of it?", "Pain 1", PAIN),
        (
            "What would they gain, how much, by when?",
            "Payoff 1",
            PAYOFF,
        ),
    ] {
        window.press(question);
        write(window, &format!("textarea[aria-label='{name}']"), words);
        window.eventually(name, |window| {
            chain(window)["segments"][0]["value"]
                .to_string()
                .contains(words)
        });
    }
}

fn s0_26_the_statement_composes_itself_from_its_parts(window: &Window<'_>) {
    go(window, "positioning");
    for (part, words) in PARTS {
        write(window, &format!("[data-writes='{part}'] textarea"), words);
    }
    write(
        window,
        "[data-writes='alternatives'] textarea[aria-label='Alternative 1']",
        ALTERNATIVE,
    );
    choose(
        window,
        &format!("button[aria-label='Kind of {ALTERNATIVE}']"),
        "do_nothing",
    );
    let statement = "For households that pay by the month";
    window.eventually("the statement says every part", |window| {
        let said = text(window, "section[aria-label='Statement'] p");
        said.starts_with(statement)
            && said.contains(ALTERNATIVE)
            && PARTS.iter().all(|(_, words)| said.contains(words))
    });
    reads(window, "All four questions are answered");
}

fn the_brief_is_seen_and_taken_away(window: &Window<'_>, pdf: &Path, markdown: &Path) {
    window.click("a[href^='#/brief']");
    window.eventually("the first page is drawn", |window| {
        window.run("return (document.querySelector('main ol img')?.naturalWidth ?? 0) > 0") == true
    });
    window.press("Export PDF…");
    reads(window, "Written to brief.pdf");
    window.press("Export Markdown…");
    reads(window, "Written to brief.md");
    window.press("Markdown");
    reads(window, "42.7 %");

    let pdf = std::fs::read(pdf).unwrap();
    let has = |marker: &[u8]| pdf.windows(marker.len()).any(|part| part == marker);
    assert!(pdf.starts_with(b"%PDF"), "it is a PDF");
    assert!(
        has(b"/MarkInfo") && has(b"/StructTreeRoot"),
        "it is tagged for assistive technology"
    );
    let markdown = plain(&std::fs::read_to_string(markdown).unwrap());
    for words in [SEGMENT, PAYOFF, ALTERNATIVE, "42.7 %", "3,875", "Worse by"] {
        assert!(markdown.contains(words), "{words} in:\n{markdown}");
    }
}

/// Goes to a link of the chain or a place of the rail.
pub fn go(window: &Window<'_>, place: &str) {
    window.click(&format!("a[href^='#/{place}']"));
    window.eventually(place, |window| {
        window.run("return location.hash.split('/')[1]") == place
    });
}

/// Writes into an empty field and leaves it, by which it saves itself.
pub fn write(window: &Window<'_>, field: &str, words: &str) {
    window.type_into(field, &format!("{words}{TAB}"));
}

/// Opens a list and takes one of its entries.
pub fn choose(window: &Window<'_>, list: &str, entry: &str) {
    window.click(list);
    window.click(&format!("[role='option'][data-key='{entry}']"));
    window.eventually("the list is closed", |window| {
        !window.shows("[role='listbox']")
    });
}

/// Presses Undo or Redo and waits until it is done.
fn step(window: &Window<'_>, name: &str) {
    let before = undone(window);
    window.click(&format!("button[aria-label='{name}']:not(:disabled)"));
    window.eventually(name, |window| undone(window) != before);
}

/// How many changes are undone now.
fn undone(window: &Window<'_>) -> usize {
    let log = window.call_with("history", &json!({ "before": null, "limit": 1_000 }));
    let changes = log["ok"]["changes"].as_array();
    changes.map_or(0, |changes| {
        changes
            .iter()
            .filter(|change| change["undone"] == true)
            .count()
    })
}

/// What the workbook says, once every word is saved.
fn chain(window: &Window<'_>) -> Value {
    reads(window, "All changes saved");
    window.call("book")["ok"]["chain"].clone()
}

fn has_more_than_the_import(chain: &Value) -> bool {
    ["segments", "metrics"]
        .iter()
        .any(|kind| chain[kind] != json!([]))
}

/// Waits until the page says `words`, whatever joins them.
pub fn reads(window: &Window<'_>, words: &str) {
    window.eventually(words, |window| plain(&window.words()).contains(words));
}

/// The words inside the first element `css` finds; empty while there is none.
fn text(window: &Window<'_>, css: &str) -> String {
    let script = format!(
        "return document.querySelector({})?.innerText ?? ''",
        json!(css)
    );
    plain(window.run(&script).as_str().unwrap_or_default())
}

/// With common spaces only: figures and units are joined by others, and lines break anywhere.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
