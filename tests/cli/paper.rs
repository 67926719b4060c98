//! Briefs out of the command: what they carry, whatever was typed.

use serde_json::json;

use crate::desk::{BOOK, Desk, fixture};

fn brief(desk: &Desk, segment: &str) -> String {
    desk.text(&["brief", BOOK, segment, "-o", "brief.md"]);
    String::from_utf8(desk.bytes("brief.md")).expect("text")
}

fn with_demo() -> Desk {
    let desk = Desk::with_telco();
    desk.text(&["apply", BOOK, &fixture("demo/telco.json")]);
    desk
}

#[test]
fn s0_07_who_it_is_not_for_is_carried_to_the_brief() {
    let text = brief(&with_demo(), "fibre-monthly");
    let (_, not_for) = text.split_once("## Not for").expect("a part of its own");
    assert!(
        not_for.contains("Customers who move within three months"),
        "{text}"
    );
}

#[test]
fn s0_43_each_segment_has_its_own_list_of_whom_it_is_for_and_what_lowers_their_risk() {
    let desk = with_demo();
    let text = brief(&desk, "fibre-monthly");
    let (_, lists) = text.split_once("## For\n").expect("whom it is for");
    let (whom, rest) = lists.split_once("## Not for").expect("whom it is not for");
    assert!(whom.contains("- On fibre, without a contract"), "{text}");
    assert!(rest.contains("no repair keeps them"), "{text}");
    assert!(
        text.contains("credited on the next bill without a claim, in writing, for as long as the line runs. (guarantee)"),
        "a proof stands with its kind, and under the segment that it is for: {text}"
    );
    assert!(
        !brief(&desk, "two-year").contains("On fibre, without a contract"),
        "and in no other"
    );
}

#[test]
fn s0_03_outcomes_stand_in_the_brief_with_features_only_as_what_they_come_through() {
    let desk = with_demo();
    let orphan = json!({"throughline": 1, "segments": [{"id": "fibre-monthly", "value": {
        "features": [{"id": "lonely", "text": "A feature for nothing"}]}}]});
    desk.apply(&orphan);
    let text = brief(&desk, "fibre-monthly");
    assert!(
        text.contains("working again within 4 hours"),
        "the payoff: {text}"
    );
    assert!(
        text.contains("Support desk open until midnight"),
        "its feature: {text}"
    );
    assert!(
        !text.contains("A feature for nothing"),
        "none without an outcome: {text}"
    );
}

#[test]
fn s0_25_alternatives_stand_in_the_brief_with_their_kinds() {
    let text = brief(&with_demo(), "fibre-monthly");
    let (_, instead) = text.split_once("## Instead of").expect("a part of its own");
    for words in [
        "cable from the rival",
        "competitor",
        "waiting it out",
        "do nothing",
    ] {
        assert!(instead.contains(words), "{words}: {instead}");
    }
}

#[test]
fn s0_27_why_now_stands_in_the_statement() {
    let text = brief(&with_demo(), "fibre-monthly");
    let (_, statement) = text
        .split_once("## Positioning")
        .expect("a part of its own");
    let (statement, _) = statement.split_once("##").expect("another part after it");
    assert!(
        statement.contains("seven in ten customers in their first year"),
        "{statement}"
    );
}

#[test]
fn a_pdf_is_written_whole_over_what_stood_there_with_nothing_beside_it() {
    let desk = with_demo();
    desk.put("brief.pdf", "an older brief");
    let written = desk.json(&["brief", BOOK, "fibre-monthly", "-o", "brief.pdf"]);
    let bytes = desk.bytes("brief.pdf");
    assert!(bytes.starts_with(b"%PDF-"));
    assert!(bytes.trim_ascii_end().ends_with(b"%%EOF"));
    assert_eq!(written["bytes"], bytes.len());
    assert_eq!(desk.names(), ["brief.pdf", BOOK]);
}

#[test]
fn any_text_exports_and_a_missing_glyph_is_named_on_standard_error() {
    let desk = with_demo();
    desk.apply(&json!({"throughline": 1, "segments": [{"id": "women",
        "name": "女性のお客様 👩🏽‍💻 נשים",
        "described": "Bold \u{1b}[31mred\u{7}, a private letter \u{F8FE}."}]}));
    desk.text(&["brief", BOOK, "women", "-o", "brief.md"]);
    let called = desk.call(&["brief", BOOK, "women", "-o", "brief.pdf"]);
    assert_eq!(called.exit, 0, "{called:?}");
    assert!(called.err.starts_with("note: "), "{called:?}");
    assert!(!called.err.contains('\u{1b}'), "{called:?}");
    assert!(desk.bytes("brief.pdf").starts_with(b"%PDF-"));
    let notes = desk.json(&["brief", BOOK, "women", "-o", "brief.pdf"]);
    assert!(
        !notes["notes"].as_array().expect("a list").is_empty(),
        "{notes}"
    );
    let markdown = String::from_utf8(desk.bytes("brief.md")).expect("text");
    assert!(
        markdown.contains("女性のお客様") && markdown.contains("נשים"),
        "{markdown}"
    );
    assert!(!markdown.contains(['\u{1b}', '\u{7}']), "{markdown:?}");
}

#[test]
fn a_pdf_is_set_on_the_paper_asked_for_or_else_on_the_one_chosen() {
    let desk = with_demo();
    let size = |more: &[&str]| {
        let brief = ["brief", BOOK, "fibre-monthly", "-o", "brief.pdf"];
        let call = [brief.as_slice(), more].concat();
        let paper = desk.json(&call)["paper"].clone();
        let bytes = desk.bytes("brief.pdf");
        let pdf = String::from_utf8_lossy(&bytes);
        let (_, after) = pdf.split_once("/MediaBox[").expect("a page");
        let (size, _) = after.split_once(']').expect("a size");
        (paper, size.to_owned())
    };
    let (paper, a4) = size(&[]);
    assert_eq!(paper, "a4");
    assert!(a4.starts_with("0 0 595.27"), "{a4}");
    assert_eq!(
        size(&["--paper", "letter"]),
        (json!("letter"), "0 0 612 792".into())
    );
    desk.choose(&json!({"version": 1, "paper": "letter"}));
    assert_eq!(size(&[]), (json!("letter"), "0 0 612 792".into()));
    assert_eq!(size(&["--paper", "a4"]), (json!("a4"), a4));
}

#[test]
fn the_name_chosen_in_the_settings_stands_in_the_history() {
    let desk = Desk::with_book();
    desk.choose(&json!({"version": 1, "author": "Ann Chosen"}));
    let mut command = desk.command(&["apply", BOOK, &fixture("demo/telco.json")]);
    command.env_remove("THROUGHLINE_AUTHOR");
    assert!(command.output().expect("runs").status.success());
    let log = desk.json(&["log", BOOK]);
    assert_eq!(log["changes"][0]["author"], "Ann Chosen", "{log}");
}

#[test]
fn settings_that_cannot_be_read_stop_no_command() {
    let desk = Desk::with_book();
    desk.choose(&json!("no settings"));
    assert_eq!(desk.call(&["log", BOOK]).exit, 0);
}
