//! History, backups, and what they bring back.

use serde_json::Value;

use crate::desk::{BOOK, Desk, fields, fixture, telco_chain};

fn sentences(desk: &Desk) -> Vec<(String, bool)> {
    let log = desk.json(&["log", BOOK]);
    let changes = log["changes"].as_array().expect("changes").clone();
    let entry = |change: &Value| {
        let sentence = change["sentence"].as_str().expect("a sentence").to_owned();
        (sentence, change["undone"] == true)
    };
    changes.iter().map(entry).collect()
}

#[test]
fn undo_goes_back_to_the_import_and_before_it_and_redo_comes_all_the_way_back() {
    let desk = Desk::with_telco();
    desk.apply(&serde_json::json!({"throughline": 1,
        "segments": [{"id": "women", "role": "not_for_us"}]}));
    let full = desk.text(&["dump", BOOK]);
    let compared = desk.json(&["compare", BOOK, "--metric", "churn"]);

    assert!(desk.text(&["undo", BOOK]).starts_with("Taken back: "));
    desk.text(&["undo", BOOK]);
    let imported = desk.json(&["data", BOOK, "customers"]);
    assert_eq!(
        imported["rows"], 7_043,
        "back at the import, the rows are there"
    );
    assert_eq!(
        desk.json(&["segments", BOOK])["segments"],
        serde_json::json!([])
    );
    let undone = desk.json(&["undo", BOOK]);
    assert!(
        undone["sentence"]
            .as_str()
            .expect("text")
            .starts_with("Imported 7,043 rows")
    );
    assert_eq!(
        desk.json(&["data", BOOK])["datasets"],
        serde_json::json!([])
    );
    assert_eq!(desk.refusal(&["undo", BOOK]).code, "nothing_to_undo");

    for _ in 0..3 {
        desk.text(&["redo", BOOK]);
    }
    assert_eq!(desk.refusal(&["redo", BOOK]).code, "nothing_to_redo");
    assert_eq!(desk.text(&["dump", BOOK]), full);
    assert_eq!(desk.json(&["compare", BOOK, "--metric", "churn"]), compared);
    assert_eq!(desk.json(&["verify", BOOK])["ok"], true);
}

#[test]
fn the_log_says_who_did_what_and_when_and_what_was_taken_back() {
    let desk = Desk::with_telco();
    desk.text(&["undo", BOOK]);
    let log = desk.json(&["log", BOOK]);
    let first = &log["changes"][0];
    for field in ["seq", "at", "author", "sentence"] {
        assert!(fields(first).contains(&field), "{field}: {first}");
    }
    assert_eq!(
        (&first["seq"], &first["author"]),
        (&Value::from(1), &Value::from("Mira"))
    );
    let sentences = sentences(&desk);
    assert_eq!(
        sentences[0],
        (
            "Imported 7,043 rows of telco_customer_churn.csv as customers".to_owned(),
            false
        )
    );
    assert!(sentences[1].1, "the second was taken back: {sentences:?}");
    assert!(desk.text(&["log", BOOK]).contains("(undone)"));
}

#[test]
fn a_replaced_table_comes_back_by_undo_with_its_figures() {
    let desk = Desk::with_telco();
    let compared = desk.json(&["compare", BOOK, "--metric", "churn"]);
    desk.put(
        "small.csv",
        "customerID,Contract,Churn,gender,MonthlyCharges\na,Two year,No,Male,5\n",
    );
    desk.text(&[
        "import",
        BOOK,
        "small.csv",
        "--name",
        "customers",
        "--replace",
    ]);
    assert_eq!(desk.json(&["segments", BOOK])["rows"], 1);
    desk.text(&["undo", BOOK]);
    assert_eq!(desk.json(&["compare", BOOK, "--metric", "churn"]), compared);
}

#[test]
fn a_backup_is_whole_and_restores_to_the_same_workbook_where_nothing_stands() {
    let desk = Desk::with_telco();
    let dump = desk.text(&["dump", BOOK]);
    let compared = desk.json(&["compare", BOOK, "--metric", "churn"]);
    let taken = desk.json(&["backup", BOOK]);
    let backup = taken["path"].as_str().expect("a path").to_owned();
    assert!(
        std::path::Path::new(&backup).starts_with(desk.data()),
        "{backup}"
    );
    assert_eq!(desk.json(&["verify", &backup])["ok"], true);
    desk.text(&["undo", BOOK]);
    desk.text(&["restore", &backup, "-o", "again.throughline"]);
    assert_eq!(desk.text(&["dump", "again.throughline"]), dump);
    assert_eq!(
        desk.json(&["compare", "again.throughline", "--metric", "churn"]),
        compared
    );
    let taken = desk.refusal(&["restore", &backup, "-o", BOOK]);
    assert_eq!(
        taken.code, "file_exists",
        "what stands there is not written over"
    );
}

#[test]
fn an_import_is_one_step_in_the_history_whatever_it_brings() {
    let desk = Desk::with_book();
    desk.text(&[
        "import",
        BOOK,
        &fixture("data/ecom_events_synthetic.csv.gz"),
        "--name",
        "events",
    ]);
    desk.apply(&telco_chain());
    assert_eq!(sentences(&desk).len(), 2);
    desk.text(&["undo", BOOK]);
    desk.text(&["undo", BOOK]);
    assert_eq!(desk.refusal(&["undo", BOOK]).exit, 4);
}

#[test]
fn a_snapshot_names_a_point_that_undo_goes_back_to_by_one_new_change() {
    let desk = Desk::with_telco();
    let before = desk.text(&["dump", BOOK]);
    let made = desk.json(&["snapshot", BOOK, "Before the board"]);
    assert_eq!(fields(&made), ["name", "seq", "at", "author"]);
    assert_eq!(
        (&made["seq"], &made["author"]),
        (&Value::from(2), &Value::from("Mira"))
    );
    desk.apply(&serde_json::json!({"throughline": 1, "remove": ["segments/women"]}));
    let after = desk.text(&["dump", BOOK]);

    let log = desk.json(&["log", BOOK]);
    assert_eq!(log["snapshots"], serde_json::json!([made]));
    assert!(
        desk.text(&["log", BOOK])
            .contains("snapshot “Before the board”")
    );
    assert!(desk.text(&["snapshot", BOOK]).contains("Before the board"));

    let tried = desk.json(&["undo", BOOK, "--to", "Before the board", "--dry-run"]);
    assert_eq!(
        (&tried["dry_run"], &tried["change"]),
        (&Value::from(true), &Value::Null)
    );
    let records = tried["would"]["records"].as_array().expect("records");
    assert_eq!(records[0]["sentence"], "Added the segment “The women ones”");
    assert_eq!(desk.text(&["dump", BOOK]), after, "trying writes nothing");

    let done = desk.json(&["undo", BOOK, "--to", "Before the board"]);
    assert_eq!(
        done["change"]["sentence"],
        "Restored the snapshot “Before the board”"
    );
    assert_eq!(desk.text(&["dump", BOOK]), before);
    desk.text(&["undo", BOOK]);
    assert_eq!(desk.text(&["dump", BOOK]), after, "one undo takes it back");
    desk.text(&["undo", BOOK, "--to", "0"]);
    assert_eq!(
        desk.json(&["segments", BOOK])["segments"],
        serde_json::json!([])
    );
    assert_eq!(desk.json(&["verify", BOOK])["ok"], true);
}

#[test]
fn points_and_names_that_are_not_there_or_taken_are_refused_with_what_to_do() {
    let desk = Desk::with_telco();
    desk.text(&["snapshot", BOOK, "One"]);
    let taken = desk.refusal(&["snapshot", BOOK, "One"]);
    assert_eq!((taken.code.as_str(), taken.exit), ("wrong_state", 4));
    assert!(!taken.fix.is_empty(), "{taken:?}");
    for (words, code, exit) in [
        (vec!["snapshot", BOOK, "  "], "bad_document", 3),
        (vec!["snapshot", BOOK, "Two", "--remove"], "not_found", 3),
        (vec!["undo", BOOK, "--to", "Two"], "not_found", 3),
        (vec!["undo", BOOK, "--to", "99"], "not_found", 3),
        (vec!["undo", BOOK, "--to", "One"], "wrong_state", 4),
    ] {
        let refused = desk.refusal(&words);
        assert_eq!(
            (refused.code.as_str(), refused.exit),
            (code, exit),
            "{words:?}"
        );
        assert!(!refused.fix.is_empty(), "{refused:?}");
    }
    desk.text(&["snapshot", BOOK, "One", "--remove"]);
    assert_eq!(
        desk.json(&["snapshot", BOOK])["snapshots"],
        serde_json::json!([])
    );
    assert_eq!(
        desk.json(&["log", BOOK])["changes"]
            .as_array()
            .map(Vec::len),
        Some(2)
    );
}
