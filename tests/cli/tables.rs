//! Tables on their way in: what is found, what is left out, what refuses the file.

use serde_json::{Value, json};

use crate::desk::{BOOK, Desk, fields, fixture};

#[test]
fn a_ragged_table_comes_in_with_its_bad_lines_listed() {
    let desk = Desk::with_book();
    let table = fixture("hostile/ragged.csv");
    let imported = desk.json(&["import", BOOK, &table]);
    assert_eq!(imported["rows"], 98);
    let lines: Vec<&Value> = imported["rejected"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|r| &r["line"])
        .collect();
    assert_eq!(lines, [11, 51]);
    let rejected = &imported["rejected"][0];
    assert_eq!(fields(rejected), ["line", "why"]);
    assert_eq!(rejected["why"], "2 cells where the header has 3");
    let again = desk.text(&["import", BOOK, &table, "--replace"]);
    assert!(
        again.contains("line 51: 4 cells"),
        "people see them too: {again}"
    );
    assert_eq!(
        desk.json(&["data", BOOK, "ragged"])["rejected"],
        2,
        "and the workbook knows"
    );
}

#[test]
fn a_preview_has_the_shape_of_an_import_and_writes_nothing() {
    let desk = Desk::new();
    let table = fixture("hostile/ragged.csv");
    let preview = desk.json(&["import", "not-there.throughline", &table, "--preview"]);
    assert!(desk.names().is_empty(), "no workbook is needed or made");
    desk.text(&["new", BOOK]);
    let before = desk.bytes(BOOK);
    assert_eq!(desk.json(&["import", BOOK, &table, "--preview"]), preview);
    assert_eq!(desk.bytes(BOOK), before);
    let imported = desk.json(&["import", BOOK, &table]);
    for field in fields(&imported) {
        if field != "proposals" {
            assert_eq!(preview[field], imported[field], "{field} was foretold");
        }
    }
    assert_eq!(preview["first"][0], json!(["c000", "north", "0"]));
}

#[test]
fn a_table_with_too_many_bad_lines_is_refused_whole() {
    let desk = Desk::with_book();
    let before = desk.bytes(BOOK);
    let refusal = desk.refusal(&["import", BOOK, &fixture("hostile/mostly-ragged.csv")]);
    assert_eq!(
        (refusal.code.as_str(), refusal.exit),
        ("too_many_rejected", 3)
    );
    assert!(
        refusal.message.contains("line"),
        "it names the first: {}",
        refusal.message
    );
    assert_eq!(desk.bytes(BOOK), before);
    assert_eq!(desk.names(), [BOOK]);
}

#[test]
fn what_is_no_table_is_refused_with_a_way_out_and_the_workbook_stays_as_it_is() {
    let desk = Desk::with_telco();
    let before = desk.bytes(BOOK);
    let missing = desk.path("missing.csv").to_string_lossy().into_owned();
    for (table, code) in [
        (fixture("hostile/picture.csv"), "bad_table"),
        (fixture("hostile/picture.csv.gz"), "bad_table"),
        (fixture("hostile/page.csv"), "bad_table"),
        (fixture("hostile/cut-short.csv.gz"), "bad_table"),
        (fixture("hostile/header-only.csv"), "bad_table"),
        (fixture("hostile/empty.csv"), "file_empty"),
        (missing, "file_missing"),
    ] {
        let refusal = desk.refusal(&["import", BOOK, &table]);
        assert_eq!(
            (refusal.code.as_str(), refusal.exit),
            (code, 3),
            "{table}: {refusal:?}"
        );
        assert_eq!(desk.bytes(BOOK), before, "{table} changed nothing");
    }
    assert_eq!(desk.names(), [BOOK], "and left nothing");
}

#[test]
fn rows_are_replaced_only_when_somebody_says_so() {
    let desk = Desk::with_telco();
    desk.put(
        "small.csv",
        "customerID,Contract,Churn\na,Two year,No\nb,Two year,Yes\n",
    );
    let before = desk.bytes(BOOK);
    let refusal = desk.refusal(&["import", BOOK, "small.csv", "--name", "customers"]);
    assert_eq!((refusal.code.as_str(), refusal.exit), ("wrong_state", 4));
    assert!(refusal.fix.contains("--replace"), "{}", refusal.fix);
    assert_eq!(desk.bytes(BOOK), before);
    desk.text(&[
        "import",
        BOOK,
        "small.csv",
        "--name",
        "customers",
        "--replace",
    ]);
    assert_eq!(desk.json(&["segments", BOOK])["rows"], 2);
}

#[test]
fn a_table_that_replaces_another_is_read_as_that_one_was() {
    let desk = Desk::with_book();
    let months = "id;paid;on\n1;$1,234.50;03/04/2026\n2;$5;05/04/2026\n";
    desk.put("months.csv", months);
    let first = ["import", BOOK, "months.csv", "--type", "paid=number"];
    desk.text(&[&first[..], &["--date-order", "day"]].concat());
    let rule = r#"{"throughline": 1, "segments": [{"id": "big", "name": "Big", "dataset": "months",
        "rule": {"all": [{"column": "paid", "op": "gt", "value": 100},
                         {"column": "on", "op": "le", "value": "2026-04-03"}]}}]}"#;
    desk.put("big.json", rule);
    desk.text(&["apply", BOOK, "big.json"]);
    let n = || desk.json(&["segments", BOOK])["segments"][0]["n"].clone();
    assert_eq!(n(), 1);

    let again = ["import", BOOK, "months.csv", "--replace"];
    let looked = desk.json(&[&again[..], &["--preview"]].concat());
    assert_eq!(looked["columns"][1]["type"], "number");
    desk.json(&again);
    assert_eq!(n(), 1);
    let third = desk.json(&again);
    assert_eq!(third["columns"][1]["type"], "number", "and so is the next");
    assert_eq!(n(), 1);

    let otherwise = desk.json(&[&again[..], &["--type", "paid=text"]].concat());
    assert_eq!(
        otherwise["columns"][1]["type"], "text",
        "what is said now counts"
    );

    assert!(told(
        &otherwise,
        "paid is number in the table that this replaces, and text"
    ));

    desk.put("fewer.csv", "id;on\n1;03/04/2026\n");
    let fewer = ["import", BOOK, "fewer.csv", "--name", "months", "--replace"];
    let fewer = desk.json(&fewer);
    assert_eq!(fewer["columns"].as_array().map(Vec::len), Some(2));
    assert!(told(
        &fewer,
        "paid is in the table that this replaces, and not"
    ));
}

fn told(imported: &serde_json::Value, words: &str) -> bool {
    imported["notes"].to_string().contains(words)
}

#[test]
fn what_the_file_cannot_say_can_be_said_by_flags() {
    let desk = Desk::with_book();
    desk.put(
        "t.csv",
        "code;zip;joined\nA1;1234;03/04/2026\nB2;5678;04/05/2026\n",
    );
    let words = [
        "import",
        BOOK,
        "t.csv",
        "--name",
        "Our people",
        "--key",
        "code",
        "--unit",
        "person",
        "--as-of",
        "2026-06-30",
        "--type",
        "zip=text",
        "--date-order",
        "day",
        "--delimiter",
        "semicolon",
    ];
    let imported = desk.json(&words);
    assert_eq!(imported["dataset"], "our-people");
    let types: Vec<&Value> = imported["columns"]
        .as_array()
        .expect("columns")
        .iter()
        .map(|c| &c["type"])
        .collect();
    assert_eq!(types, ["text", "text", "date"]);
    let data = desk.json(&["data", BOOK, "our-people"]);
    assert_eq!(
        (&data["unit"], &data["key"]),
        (&json!("person"), &json!("code"))
    );
    assert_eq!(data["as_of"], "2026-06-30");
    assert_eq!(
        data["columns"][2]["least"], "2026-04-03",
        "the day came first"
    );
    let refusal = desk.refusal(&["import", BOOK, "t.csv", "--type", "zip=postcode"]);
    assert_eq!((refusal.code.as_str(), refusal.exit), ("usage", 2));
}
