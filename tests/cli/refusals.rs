//! Everything that cannot be done says so with a way out, and changes nothing.

use serde_json::json;

use crate::desk::{BOOK, Desk, fixture, fixture_bytes};

#[test]
fn a_chain_document_with_an_unknown_field_names_its_path() {
    let desk = Desk::with_telco();
    let before = desk.bytes(BOOK);
    for (document, path) in [
        (json!({"throughline": 1, "segmnets": []}), "segmnets"),
        (
            json!({"throughline": 1, "segments": [{"id": "a", "nmae": "A"}]}),
            "segments[0].nmae",
        ),
        (
            json!({"throughline": 1, "segments": [{"id": "a", "value": {"pains": [
                {"id": "p", "text": "slow"}, {"id": "q", "txt": "slow"}]}}]}),
            "segments[0].value.pains[1].txt",
        ),
        (
            json!({"throughline": 1, "segments": [{"id": "a", "rule":
                {"all": [{"column": "Churn", "op": "equals", "value": "Yes"}]}}]}),
            "segments[0].rule",
        ),
    ] {
        desk.put("document.json", document.to_string());
        let refusal = desk.refusal(&["apply", BOOK, "document.json"]);
        assert_eq!((refusal.code.as_str(), refusal.exit), ("bad_document", 3));
        assert!(
            refusal.message.contains(path),
            "{path} in: {}",
            refusal.message
        );
        assert_eq!(desk.bytes(BOOK), before);
    }
}

#[test]
fn a_fault_names_the_place_in_the_document_that_was_given() {
    let desk = Desk::with_telco();
    let confirmed = |links: &[&str]| {
        let list: Vec<_> = links.iter().map(|link| json!({"link": link})).collect();
        json!({"throughline": 1, "confirmations": list})
    };
    desk.apply(&confirmed(&[
        "monthly/segment",
        "monthly/value",
        "women/segment",
    ]));
    let before = desk.bytes(BOOK);
    for (document, path) in [
        (confirmed(&["nobody/value"]), "confirmations[0].link: "),
        (
            json!({"throughline": 1, "segments": [{"id": "women", "decision": "none"}]}),
            "segments[0].decision: ",
        ),
        (
            json!({"throughline": 1, "suppressions": [
                {"rule": "slogn", "record": "women", "reason": "It is one"}]}),
            "suppressions[0].rule: ",
        ),
        (
            json!({"throughline": 1, "datasets": [{"id": "customers", "key": "customer"}]}),
            "datasets[0].key: ",
        ),
    ] {
        desk.put("document.json", document.to_string());
        let refusal = desk.refusal(&["apply", BOOK, "document.json"]);
        assert_eq!((refusal.code.as_str(), refusal.exit), ("bad_document", 3));
        assert!(refusal.message.starts_with(path), "{}", refusal.message);
        assert!(!refusal.fix.is_empty(), "{refusal:?}");
        assert_eq!(desk.bytes(BOOK), before);
    }
}

#[test]
fn a_field_said_twice_and_a_document_without_end_are_refused_in_words() {
    let desk = Desk::with_telco();
    let before = desk.bytes(BOOK);
    let deep = format!(
        r#"{{"throughline": 1, "segments": [{{"id": "a", "rule": {}{{"any": []}}{}}}]}}"#,
        r#"{"not": "#.repeat(5_000),
        "}".repeat(5_000)
    );
    let large = " ".repeat((64 << 20) + 1);
    for (document, words) in [
        (
            r#"{"throughline": 1, "segments": [{"id": "monthly", "name": "A", "name": "B"}]}"#,
            "segments[0].name",
        ),
        (deep.as_str(), "nested deeper"),
        (large.as_str(), "64 MiB"),
    ] {
        desk.put("document.json", document);
        let refusal = desk.refusal(&["apply", BOOK, "document.json"]);
        assert_eq!((refusal.code.as_str(), refusal.exit), ("bad_document", 3));
        assert!(refusal.message.contains(words), "{}", refusal.message);
        assert_eq!(desk.bytes(BOOK), before);
    }
}

#[test]
fn what_is_no_chain_document_at_all_is_refused() {
    let desk = Desk::with_book();
    let before = desk.bytes(BOOK);
    desk.put("picture.json", fixture_bytes("hostile/picture.csv"));
    desk.put("half.json", r#"{"throughline": 1, "segments": ["#);
    desk.put("other.json", r#"{"name": "package"}"#);
    for name in ["picture.json", "half.json", "other.json"] {
        let refusal = desk.refusal(&["apply", BOOK, name]);
        assert_eq!(
            (refusal.code.as_str(), refusal.exit),
            ("bad_document", 3),
            "{name}"
        );
    }
    assert_eq!(
        desk.refusal(&["apply", BOOK, "none.json"]).code,
        "file_missing"
    );
    assert_eq!(desk.bytes(BOOK), before);
}

#[test]
fn a_name_that_is_not_there_is_answered_with_the_names_that_are() {
    let desk = Desk::with_telco();
    for (call, known) in [
        (vec!["compare", BOOK, "--metric", "chrn"], "churn"),
        (
            vec!["compare", BOOK, "--metric", "churn", "--segment", "men"],
            "women",
        ),
        (
            vec!["compare", BOOK, "--metric", "churn", "--against", "men"],
            "women",
        ),
        (vec!["why", BOOK, "men", "7590-VHVEG"], "monthly"),
        (vec!["why", BOOK, "monthly", "nobody"], "customerID"),
        (vec!["members", BOOK, "men", "-o", "out.csv"], "two-year"),
        (vec!["brief", BOOK, "men", "-o", "out.md"], "two-year"),
        (vec!["data", BOOK, "customer"], "customers"),
    ] {
        let refusal = desk.refusal(&call);
        assert_eq!(
            (refusal.code.as_str(), refusal.exit),
            ("not_found", 3),
            "{call:?}"
        );
        assert!(refusal.fix.contains(known), "{call:?}: {}", refusal.fix);
    }
    assert_eq!(desk.names(), [BOOK], "and no file was begun");
}

#[test]
fn a_call_that_cannot_be_read_says_how_it_is_written() {
    let desk = Desk::new();
    for (call, word) in [
        (vec![], "--help"),
        (vec!["sgements"], "`segments`"),
        (vec!["segments"], "<FILE>"),
        (vec!["segments", BOOK, "--jsno"], "--json"),
        (vec!["compare", BOOK], "--metric"),
        (vec!["members", BOOK, "monthly"], "--output"),
    ] {
        let refusal = desk.refusal(&call);
        assert_eq!(
            (refusal.code.as_str(), refusal.exit),
            ("usage", 2),
            "{call:?}"
        );
        assert!(refusal.fix.contains(word), "{call:?}: {}", refusal.fix);
    }
    assert!(desk.names().is_empty());
}

#[test]
fn no_workbook_is_ever_written_over() {
    let desk = Desk::with_telco();
    let before = desk.bytes(BOOK);
    for call in [
        vec!["new", BOOK],
        vec!["dump", BOOK, "-o", BOOK],
        vec!["members", BOOK, "monthly", "-o", BOOK],
        vec!["restore", BOOK, "-o", BOOK],
    ] {
        let refusal = desk.refusal(&call);
        assert_eq!(
            (refusal.code.as_str(), refusal.exit),
            ("file_exists", 3),
            "{call:?}"
        );
        assert_eq!(desk.bytes(BOOK), before, "{call:?}");
    }
}

#[test]
fn a_brief_goes_to_a_name_that_says_its_format_in_a_folder_that_is_there() {
    let desk = Desk::with_telco();
    let refusal = desk.refusal(&["brief", BOOK, "monthly", "-o", "brief.odt"]);
    assert_eq!((refusal.code.as_str(), refusal.exit), ("bad_document", 3));
    assert!(refusal.fix.contains(".pdf"), "{}", refusal.fix);
    let refusal = desk.refusal(&["brief", BOOK, "monthly", "-o", "no/such/brief.md"]);
    assert_eq!((refusal.code.as_str(), refusal.exit), ("file_missing", 3));
    assert!(
        refusal.message.contains("no/such/brief.md"),
        "{}",
        refusal.message
    );
    assert_eq!(desk.names(), [BOOK]);
}

#[test]
fn nothing_to_take_back_is_the_workbooks_state_and_no_fault() {
    let desk = Desk::with_book();
    let undo = desk.refusal(&["undo", BOOK]);
    assert_eq!((undo.code.as_str(), undo.exit), ("nothing_to_undo", 4));
    let redo = desk.refusal(&["redo", BOOK]);
    assert_eq!((redo.code.as_str(), redo.exit), ("nothing_to_redo", 4));
}

#[test]
fn a_folder_given_as_a_workbook_or_a_table_is_named_as_one() {
    let desk = Desk::with_book();
    let folder = desk.path("").to_string_lossy().into_owned();
    assert_eq!(desk.refusal(&["segments", &folder]).exit, 3);
    assert_eq!(desk.refusal(&["import", BOOK, &folder]).exit, 3);
    assert_eq!(desk.refusal(&["apply", BOOK, &folder]).exit, 3);
    let table = fixture("data/ucb_admissions.csv");
    assert_eq!(
        desk.refusal(&["restore", &table, "-o", "new.throughline"])
            .code,
        "file_foreign"
    );
    assert_eq!(desk.names(), [BOOK]);
}
