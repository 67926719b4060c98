//! Commands on a workbook that a window has open.

use std::fs::File;
use std::io::Write as _;

use serde_json::json;

use crate::desk::{BOOK, Desk, fixture};

/// The file that a window locks for as long as it has the workbook open.
const LOCK: &str = ".t.throughline.lock";

/// A window with the workbook open: the lock it holds and the note it leaves.
fn window(desk: &Desk) -> File {
    let file = File::create(desk.path(LOCK)).expect("a file in a temp folder");
    file.lock().expect("nobody else has it");
    let note = json!({"hand": "window", "name": "Ann", "machine": "desk-7",
        "since": "2026-11-02T09:12:00.000Z"});
    (&file)
        .write_all(note.to_string().as_bytes())
        .expect("a file in a temp folder");
    file
}

#[test]
fn everything_can_be_read_while_a_window_has_the_workbook() {
    let desk = Desk::with_telco();
    let before = desk.bytes(BOOK);
    let _window = window(&desk);
    for call in [
        ["segments", BOOK].as_slice(),
        &["dump", BOOK],
        &["data", BOOK],
        &["log", BOOK],
        &["compare", BOOK, "--metric", "churn"],
        &["members", BOOK, "monthly", "-o", "members.csv"],
        &["verify", BOOK],
        &["backup", BOOK],
    ] {
        let called = desk.call(call);
        assert!(matches!(called.exit, 0 | 1), "{call:?}: {called:?}");
    }
    assert_eq!(desk.bytes(BOOK), before, "reading changes nothing");
}

#[test]
fn a_command_that_writes_is_refused_with_who_has_it_open() {
    let desk = Desk::with_telco();
    let before = desk.bytes(BOOK);
    let held = window(&desk);
    let demo = fixture("demo/telco.json");
    let table = fixture("data/telco_customer_churn.csv");
    for call in [
        ["apply", BOOK, demo.as_str()].as_slice(),
        &["import", BOOK, &table, "--name", "again"],
        &["undo", BOOK],
        &["redo", BOOK],
    ] {
        let refused = desk.refusal(call);
        assert_eq!(
            (refused.exit, refused.code.as_str()),
            (4, "held"),
            "{call:?}"
        );
        assert!(
            refused
                .message
                .starts_with("Ann has this workbook open in a window on desk-7 since "),
            "{call:?}: {}",
            refused.message
        );
        assert!(refused.fix.contains("read"), "{}", refused.fix);
    }
    assert_eq!(desk.bytes(BOOK), before);
    drop(held);
    assert_eq!(
        desk.call(&["undo", BOOK]).exit,
        0,
        "what it left keeps nobody out"
    );
    assert_eq!(desk.names(), [BOOK], "and is gone after that");
}

#[test]
fn trying_what_a_document_would_do_needs_no_window_to_close() {
    let desk = Desk::with_telco();
    let _window = window(&desk);
    let called = desk.call(&["apply", BOOK, &fixture("demo/telco.json"), "--dry-run"]);
    assert_eq!(called.exit, 0, "{called:?}");
}
