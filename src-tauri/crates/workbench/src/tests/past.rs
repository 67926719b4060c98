//! The history: told, gone back over, named.

use super::*;

/// A workbook with a few records and a short history.
fn walked(folder: &Path) -> Book {
    let mut book = book(folder);
    for patch in [
        json!({"throughline": 1, "offering": {"name": "Rosterly"},
               "segments": [{"id": "hr", "name": "HR teams, 200–1,000"}]}),
        json!({"throughline": 1, "segments": [{"id": "hr", "value": {
               "payoffs": [{"id": "hours", "text": "Three hours back a week"}]}}]}),
        json!({"throughline": 1, "segments": [{"id": "hr", "value": {
               "payoffs": [{"id": "hours", "text": "Five hours back a week", "unit": "hours/week"}]}}]}),
    ] {
        book.edit(patch).expect("stands");
    }
    book
}

#[test]
fn going_back_is_previewed_done_as_one_change_and_undone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = walked(folder.path());
    let preview = book.preview_return(2).expect("is there");
    assert_eq!(preview.would.records.len(), 1);
    let record = &preview.would.records[0];
    assert_eq!(record.change.kind, "payoff");
    let told: Vec<(&str, &str, &str)> = record
        .fields
        .iter()
        .map(|it| (it.field.as_str(), it.before.as_str(), it.after.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("text", "Five hours back a week", "Three hours back a week"),
            ("unit", "hours/week", "")
        ]
    );
    let kinds: Vec<(&str, u32)> = preview
        .would
        .counts
        .iter()
        .map(|it| (it.kind.as_str(), it.changed))
        .collect();
    assert_eq!(kinds, [("payoffs", 1)]);
    assert!(!preview.nothing && preview.refused.is_none() && !preview.named_first);

    let done = book.return_to(2).expect("goes back");
    assert!(
        done.sentence.starts_with("Restored the workbook of ")
            && done.sentence.ends_with(
                "after “Added the payoff “Three hours back a week” in HR teams, 200–1,000”"
            ),
        "{}",
        done.sentence
    );
    let text = |book: &mut Book| {
        book.chain().expect("reads").segments[0].value.payoffs[0]
            .text
            .clone()
    };
    assert_eq!(text(&mut book), "Three hours back a week");
    assert_eq!(
        book.return_to(2).expect_err("is there already").code,
        Code::WrongState
    );
    book.undo().expect("one undo");
    assert_eq!(text(&mut book), "Five hours back a week");
}

#[test]
fn a_change_tells_what_it_did() {
    let folder = tempfile::tempdir().expect("a folder");
    let book = walked(folder.path());
    let told = book.told(1).expect("is there");
    assert_eq!(
        told.entry.sentence,
        "Added the segment “HR teams, 200–1,000”, and 1 other change"
    );
    let sentences: Vec<&str> = told
        .did
        .records
        .iter()
        .map(|it| it.sentence.as_str())
        .collect();
    assert_eq!(
        sentences,
        [
            "Added the offering “Rosterly”",
            "Added the segment “HR teams, 200–1,000”"
        ]
    );
    assert_eq!(book.told(4).expect_err("is not there").code, Code::NotFound);
    assert_eq!(
        book.preview_return(4).expect_err("is not there").code,
        Code::NotFound
    );
}

#[test]
fn an_order_beside_another_change_is_named_in_the_log_and_in_the_preview() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = walked(folder.path());
    let second = json!({"throughline": 1, "segments": [{"id": "hr", "value": {
        "payoffs": [{"id": "calm", "text": "Calm evenings"}]}}]});
    book.edit(second).expect("stands");
    let both = json!({"throughline": 1, "offering": {"name": "Rosterly Plus"},
        "place": [{"record": "payoffs/calm", "before": "payoffs/hours"}]});
    book.edit(both).expect("stands");
    let moved = "oved the payoff “Calm evenings” up in HR teams, 200–1,000";
    let told = book.told(5).expect("is there");
    assert_eq!(
        told.entry.sentence,
        format!("Changed name of the offering “Rosterly Plus”; m{moved}")
    );
    assert_eq!(told.did.moved, format!("M{moved}"));
    let would = book.preview_return(4).expect("is there").would;
    assert!(
        would.moved.starts_with("Moved the payoff “"),
        "{}",
        would.moved
    );
    assert_eq!(would.records.len(), 1);
    assert!(!would.order_only, "a name differs too");
    let would = book.preview_return(3).expect("is there").would;
    assert_eq!(would.moved, "", "only one of the two was there");
    let many = json!({"throughline": 1, "offering": {"name": "Rosterly", "summary": "Rosters"},
        "segments": [{"id": "hr", "described": "Teams that plan by hand"}],
        "place": [{"record": "payoffs/hours", "before": "payoffs/calm"}]});
    let applied = book.apply(&many.to_string(), true).expect("stands");
    assert_eq!(
        applied.sentence,
        "Applied a chain document: 2 records differ; moved the payoff “Five hours back a week” up \
         in HR teams, 200–1,000"
    );
}

#[test]
fn a_workbook_that_would_lose_much_is_named_before_it_goes_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = walked(folder.path());
    assert!(book.preview_return(0).expect("is there").named_first);
    let done = book.return_to(0).expect("goes back");
    assert_eq!(done.sentence, "Restored the empty workbook");
    let snapshots = book.snapshots().expect("reads");
    assert_eq!((snapshots.len(), snapshots[0].seq), (1, 3));
    assert!(snapshots[0].name.starts_with("Before restoring, "));
    let kept = snapshots[0].clone();
    book.return_to(snapshots[0].seq).expect("goes back again");
    book.return_to(0).expect("goes back once more");
    let snapshots = book.snapshots().expect("reads");
    assert_eq!(
        snapshots.len(),
        2,
        "each with a name of its own: {snapshots:?}"
    );
    assert_eq!(snapshots[0], kept, "and the first still where it was");
    book.return_to(snapshots[0].seq).expect("goes back again");
    let last = book.log().expect("reads").changes.pop().expect("is there");
    assert_eq!(
        last.sentence,
        format!("Restored the snapshot “{}”", snapshots[0].name)
    );
    assert_eq!(book.chain().expect("reads").segments.len(), 1);
}

#[test]
fn snapshots_have_names_of_their_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = walked(folder.path());
    let made = book.snapshot("  Before   the board ").expect("is named");
    assert_eq!((made.name.as_str(), made.seq), ("Before the board", 3));
    assert_eq!(book.point("Before the board").expect("is there"), 3);
    assert_eq!(book.point("2").expect("is a number"), 2);
    assert_eq!(
        book.point("Nobody").expect_err("is neither").code,
        Code::NotFound
    );
    let taken = book.snapshot("Before the board").expect_err("is taken");
    assert_eq!(taken.code, Code::WrongState);
    assert_eq!(
        book.snapshot(" ").expect_err("is blank").code,
        Code::BadDocument
    );
    assert_eq!(
        book.snapshot("2").expect_err("is a change's").code,
        Code::BadDocument
    );
    assert_eq!(
        book.snapshot(&"x".repeat(121)).expect_err("is long").code,
        Code::BadDocument
    );
    book.remove_snapshot("Before the board").expect("is gone");
    assert_eq!(
        book.remove_snapshot("Before the board")
            .expect_err("was gone")
            .code,
        Code::NotFound
    );
    assert_eq!(
        book.log().expect("reads").changes.len(),
        3,
        "names are no changes"
    );
}

#[test]
fn going_back_over_an_import_brings_its_rows_along() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    let preview = book.preview_return(0).expect("is there");
    let [table] = preview.would.tables.as_slice() else {
        panic!("one table differs, not {:?}", preview.would.tables);
    };
    assert_eq!((table.rows_before, table.rows_after), (Some(7_043), None));
    book.return_to(0).expect("goes back");
    assert!(book.segments().expect("reads").segments.is_empty());
    book.return_to(2).expect("goes forward again");
    let row = &book.segments().expect("reads").segments[0];
    assert_eq!(row.n, Some(3_875), "the rows are there again, and counted");
}

#[test]
fn the_history_is_read_in_pages() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = walked(folder.path());
    book.undo().expect("can be undone");
    let page = book.log_page(None, 2).expect("reads");
    let seqs: Vec<u32> = page.changes.iter().map(|it| it.seq).collect();
    assert_eq!((seqs, page.total, page.now), (vec![3, 2], 3, 2));
    assert_eq!(page.changes[0].state, EntryState::Undone);
    let page = book.log_page(Some(2), 2).expect("reads");
    assert_eq!(page.changes.len(), 1);
}
