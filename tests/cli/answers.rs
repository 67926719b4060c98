//! What stands on standard output: for people, for programs, and for nobody.

use std::io::Write as _;
use std::process::Stdio;

use serde_json::Value;

use crate::desk::{BOOK, Desk, document, fields, fixture};

fn with_demo() -> Desk {
    let desk = Desk::with_book();
    let table = fixture("data/telco_customer_churn.csv");
    desk.text(&["import", BOOK, &table, "--name", "customers"]);
    desk.text(&["apply", BOOK, &fixture("demo/telco.json")]);
    desk
}

#[test]
fn the_shapes_that_programs_read_hold_every_promised_field() {
    let desk = with_demo();
    let has = |value: &Value, promised: &[&str]| {
        for field in promised {
            assert!(fields(value).contains(field), "{field} in {value}");
        }
    };
    let table = fixture("data/ucb_admissions.csv");
    let imported = desk.json(&["import", BOOK, &table]);
    has(
        &imported,
        &["dataset", "rows", "rejected", "columns", "grade"],
    );
    has(
        &imported["columns"][0],
        &["name", "type", "blank", "distinct"],
    );
    let list = desk.json(&["segments", BOOK]);
    has(&list, &["segments", "rows"]);
    let promised = [
        "id",
        "name",
        "n",
        "share",
        "role",
        "standing",
        "report_filter",
    ];
    has(&list["segments"][0], &promised);
    let share = list["segments"][0]["share"].as_f64().expect("a share");
    assert!(
        share > 0.0 && share < 1.0,
        "a fraction, not percent: {share}"
    );
    let compared = desk.json(&["compare", BOOK, "--metric", "churn"]);
    has(&compared, &["metric", "comparisons", "rows"]);
    has(
        &compared["rows"][0],
        &[
            "segment",
            "n",
            "value",
            "low",
            "high",
            "against",
            "against_n",
            "against_value",
            "against_low",
            "against_high",
            "difference",
            "difference_low",
            "difference_high",
            "p",
            "q",
            "verdict",
            "words",
        ],
    );
    has(&desk.json(&["verify", BOOK]), &["ok", "problems"]);
    has(
        &desk.json(&["log", BOOK])["changes"][0],
        &["seq", "at", "author", "sentence"],
    );
}

#[test]
fn every_command_answers_with_one_document_when_asked_for_json() {
    let desk = with_demo();
    let backup = desk.json(&["backup", BOOK])["path"]
        .as_str()
        .expect("a path")
        .to_owned();
    let table = fixture("data/ucb_admissions.csv");
    let demo = fixture("demo/telco.json");
    for call in [
        &["new", "n.throughline"][..],
        &["import", BOOK, &table, "--preview"],
        &["import", BOOK, &table],
        &["data", BOOK],
        &["data", BOOK, "customers"],
        &["apply", BOOK, &demo],
        &["dump", BOOK],
        &["dump", BOOK, "-o", "chain.json"],
        &["schema"],
        &["segments", BOOK],
        &["members", BOOK, "fibre-monthly", "-o", "members.csv"],
        &["why", BOOK, "fibre-monthly", "7590-VHVEG"],
        &["compare", BOOK, "--metric", "churn"],
        &["brief", BOOK, "fibre-monthly", "-o", "brief.md"],
        &["verify", BOOK],
        &["log", BOOK],
        &["undo", BOOK],
        &["redo", BOOK],
        &["backup", BOOK],
        &["restore", &backup, "-o", "r.throughline"],
    ] {
        assert!(desk.json(call).is_object(), "{call:?}");
    }
}

#[test]
fn what_people_read_fits_a_hundred_columns_and_carries_no_colour_into_a_pipe() {
    let desk = with_demo();
    let table = fixture("hostile/names.csv");
    for call in [
        &["import", BOOK, &table, "--preview"][..],
        &["data", BOOK],
        &["segments", BOOK],
        &[
            "compare",
            BOOK,
            "--metric",
            "churn",
            "--metric",
            "paperless",
        ],
        &["why", BOOK, "fibre-monthly", "7590-VHVEG"],
        &["log", BOOK],
        &["--help"],
        &["import", "--help"],
    ] {
        let text = desk.text(call);
        assert!(!text.contains('\u{1b}'), "{call:?}: {text}");
        for line in text.lines() {
            assert!(line.chars().count() <= 100, "{call:?}: {line}");
        }
    }
}

#[test]
fn a_rate_never_stands_without_its_n() {
    let desk = with_demo();
    let text = desk.text(&["compare", BOOK, "--metric", "churn"]);
    for figure in [
        "2,128",
        "54.6 %",
        "52.5–56.7 %",
        "4,915",
        "14.4 %",
        "Worse",
        "q < 0.001",
    ] {
        assert!(text.contains(figure), "{figure} in:\n{text}");
    }
    let words = "(54.6 % of 2,128 against 14.4 % of 4,915)";
    let running: Vec<&str> = text.split_whitespace().collect();
    assert!(running.join(" ").contains(words), "{text}");
}

#[test]
fn a_customer_cannot_give_orders_to_the_terminal() {
    let desk = Desk::with_book();
    desk.put(
        "t.csv",
        "id,name\n\u{1b}[2Ja,\u{1b}]0;owned\u{7}\nb,plain\n",
    );
    let imported = desk.text(&["import", BOOK, "t.csv"]);
    let shown = desk.text(&["data", BOOK]);
    for text in [imported, shown] {
        assert!(!text.contains(['\u{1b}', '\u{7}']), "{text:?}");
    }
}

#[test]
fn an_answer_that_nobody_reads_ends_quietly() {
    let desk = with_demo();
    let mut command = desk.command(&["apply", BOOK, "-"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("starts");
    // The command waits for its document, so that its reader is gone before it answers.
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("is piped");
    stdin
        .write_all(br#"{"throughline": 1, "offering": {"name": "Read by nobody"}}"#)
        .expect("reads");
    drop(stdin);
    let output = child.wait_with_output().expect("ends");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
    let chain = document(&desk.text(&["dump", BOOK]));
    assert_eq!(
        chain["offering"]["name"], "Read by nobody",
        "what was asked is done"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_down_is_an_error() {
    let desk = with_demo();
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .expect("Linux has it");
    let output = desk
        .command(&["dump", BOOK])
        .stdout(full)
        .output()
        .expect("starts");
    assert_eq!(output.status.code(), Some(5), "{output:?}");
    assert!(
        String::from_utf8_lossy(&output.stderr).starts_with("error[disk_full]"),
        "{output:?}"
    );
}

#[test]
fn help_and_version_are_answers_and_no_errors() {
    let desk = Desk::new();
    let help = desk.text(&["--help"]);
    for command in ["new", "import", "compare", "brief", "restore"] {
        assert!(
            help.contains(&format!("\n  {command} ")),
            "{command} in {help}"
        );
    }
    assert!(desk.text(&["--version"]).starts_with("throughline "));
    assert!(desk.text(&["compare", "--help"]).contains("--against"));
}
