//! Chain documents out of a workbook and into another one.

use serde_json::json;

use crate::desk::{BOOK, Called, Desk, document, fixture, fixture_bytes};

fn piped(desk: &Desk, book: &str, text: &str) -> Called {
    let called = desk.call_with(&["apply", book, "-"], text);
    assert_eq!((called.exit, called.err.as_str()), (0, ""), "{called:?}");
    called
}

#[test]
fn a_dump_applied_to_a_new_workbook_gives_the_same_dump_byte_for_byte() {
    let desk = Desk::with_telco();
    desk.apply(&document(
        &String::from_utf8(fixture_bytes("demo/telco.json")).expect("text"),
    ));
    let first = desk.text(&["dump", BOOK]);
    desk.text(&["new", "other.throughline"]);
    piped(&desk, "other.throughline", &first);
    assert_eq!(desk.text(&["dump", "other.throughline"]), first);
    desk.text(&["dump", BOOK, "-o", "chain.json"]);
    assert_eq!(
        desk.bytes("chain.json"),
        first.as_bytes(),
        "a file holds the same"
    );
    let as_json = desk.call(&["dump", BOOK, "--json"]);
    assert_eq!(as_json.out, first, "the document is its own JSON");
    assert!(!first.contains("7590-VHVEG"), "no customer stands in it");
}

#[test]
fn applying_the_same_document_twice_changes_nothing_the_second_time() {
    let desk = Desk::with_telco();
    let demo = fixture("demo/telco.json");
    desk.text(&["apply", BOOK, &demo]);
    let before = desk.bytes(BOOK);
    let again = desk.json(&["apply", BOOK, &demo]);
    for counts in again["counts"].as_array().expect("counts") {
        let changes = (&counts["created"], &counts["changed"], &counts["removed"]);
        assert_eq!(changes, (&json!(0), &json!(0), &json!(0)), "{counts}");
    }
    assert_eq!(desk.bytes(BOOK), before);
    assert!(
        desk.text(&["apply", BOOK, &demo])
            .starts_with("Nothing differs")
    );
}

#[test]
fn a_dry_run_says_the_same_as_the_real_one_and_writes_nothing() {
    let desk = Desk::with_telco();
    desk.put(
        "document.json",
        r#"{"throughline": 1, "remove": ["segments/women"],
        "segments": [{"id": "monthly", "name": "By the month"}, {"id": "new", "name": "New"}]}"#,
    );
    let before = desk.bytes(BOOK);
    let mut tried = desk.json(&["apply", BOOK, "document.json", "--dry-run"]);
    assert_eq!(desk.bytes(BOOK), before);
    assert_eq!(tried["dry_run"], true);
    let made = desk.json(&["apply", BOOK, "document.json"]);
    tried["dry_run"] = json!(false);
    assert_eq!(tried, made);
    let counts = made["counts"].as_array().expect("counts");
    let segments = counts
        .iter()
        .find(|c| c["kind"] == "segments")
        .expect("are counted");
    assert_eq!(
        *segments,
        json!({"kind": "segments", "created": 1, "changed": 1, "unchanged": 1, "removed": 1})
    );
}

#[test]
fn a_byte_order_mark_before_a_document_is_read_over() {
    let desk = Desk::with_book();
    piped(
        &desk,
        BOOK,
        "\u{FEFF}{\"throughline\": 1, \"offering\": {\"name\": \"Northline\"}}",
    );
    let chain = document(&desk.text(&["dump", BOOK]));
    assert_eq!(chain["offering"]["name"], "Northline");
}

#[test]
fn the_schema_is_json_schema_and_names_what_a_document_holds() {
    let desk = Desk::new();
    let schema = document(&desk.text(&["schema"]));
    assert!(
        schema["$schema"]
            .as_str()
            .expect("a dialect")
            .contains("json-schema.org")
    );
    for part in ["throughline", "offering", "segments", "metrics", "remove"] {
        assert!(!schema["properties"][part].is_null(), "{part} is described");
    }
    assert_eq!(desk.json(&["schema"]), schema);
}
