//! Copies that open, drills that work, and nothing half under a final name.

use store::{Access, Store, kept, restore};

use crate::bed::{Bed, change, problems, set, small, stamp};
use crate::datasets::{import, table};

#[test]
fn a_backup_holds_everything_and_is_one_file() {
    let bed = Bed::new();
    let mut store = bed.create();
    set(&mut store, &small());
    let version = import(&mut store, &table(1000)).unwrap();
    let copy = bed.folder().join("copy.throughline");
    // While the workbook is open and its log not folded in.
    store.backup(&copy).unwrap();
    assert_eq!(problems(&copy), Vec::<String>::new());
    let mut back = Store::open(&copy, Access::Write, &bed.places()).unwrap();
    assert_eq!(back.chain().unwrap(), store.chain().unwrap());
    assert_eq!(back.log().unwrap(), store.log().unwrap());
    assert_eq!(back.table(version.id).unwrap(), table(1000));
    back.undo(&stamp()).unwrap();
    drop((back, store));
    assert_eq!(bed.names(), ["book.throughline", "copy.throughline"]);
}

#[test]
fn a_backup_replaces_nothing() {
    let bed = Bed::new();
    let store = bed.create();
    let there = bed.folder().join("there.throughline");
    std::fs::write(&there, b"mine").unwrap();
    assert_eq!(store.backup(&there).unwrap_err().code(), "file_exists");
    assert_eq!(
        restore(&bed.path(), &there).unwrap_err().code(),
        "file_exists"
    );
    assert_eq!(std::fs::read(&there).unwrap(), b"mine");
}

#[test]
fn kept_backups_are_numbered_listed_and_restored() {
    let bed = Bed::new();
    let mut store = bed.create();
    let mut places = bed.places();
    for (name, at) in [
        ("One", "2026-11-01T10:00:00Z"),
        ("Two", "2026-10-31T10:00:00Z"),
    ] {
        change(&mut store, name, |chain| {
            chain.offering.name = name.to_owned()
        });
        places.now = at.parse().unwrap();
        store.keep_backup(&places).unwrap();
    }
    drop(store);
    let listed = kept(&bed.path(), &places).unwrap();
    let numbers: Vec<u64> = listed.iter().map(|kept| kept.sequence).collect();
    assert_eq!(
        numbers,
        [2, 1],
        "the newest first, though the clock went back"
    );
    assert_eq!(listed[0].at.to_string(), "2026-10-31T10:00:00Z");

    // The drill: the workbook is gone, its backups are still found, and one comes back under its
    // old name.
    std::fs::remove_file(bed.path()).unwrap();
    assert_eq!(kept(&bed.path(), &places).unwrap(), listed);
    restore(&listed[1].path, &bed.path()).unwrap();
    let store = bed.open();
    assert_eq!(store.chain().unwrap().offering.name, "One");
    assert_eq!(store.log().unwrap().len(), 1, "with its history");
    drop(store);
    assert_eq!(problems(&bed.path()), Vec::<String>::new());
}

#[test]
fn many_backups_thin_out_and_the_newest_stay() {
    let bed = Bed::new();
    let store = bed.create();
    for _ in 0..12 {
        store.keep_backup(&bed.places()).unwrap();
    }
    let numbers: Vec<u64> = kept(&bed.path(), &bed.places())
        .unwrap()
        .iter()
        .map(|kept| kept.sequence)
        .collect();
    assert_eq!(numbers, [12, 11, 10, 9, 8]);
}

#[test]
fn a_damaged_backup_is_not_restored() {
    let bed = Bed::new();
    let mut store = bed.create();
    set(&mut store, &small());
    let copy = bed.folder().join("copy.throughline");
    store.backup(&copy).unwrap();
    rusqlite::Connection::open(&copy)
        .unwrap()
        .execute_batch("UPDATE segment SET name = 'Mine'")
        .unwrap();
    let to = bed.folder().join("back.throughline");
    assert_eq!(restore(&copy, &to).unwrap_err().code(), "file_damaged");
    assert!(!to.exists());
}

#[test]
fn a_damaged_chunk_is_found_before_a_backup_gets_its_name() {
    let bed = Bed::new();
    let mut store = bed.create();
    set(&mut store, &small());
    import(&mut store, &table(500)).unwrap();
    store.keep_backup(&bed.places()).unwrap();
    let before = kept(&bed.path(), &bed.places()).unwrap();
    bed.sqlite()
        .execute_batch("UPDATE chunk SET bytes = zeroblob(length(bytes)) WHERE column_ordinal = 1")
        .unwrap();
    let copy = bed.folder().join("copy.throughline");
    for refused in [
        store.backup(&copy).unwrap_err(),
        store.keep_backup(&bed.places()).unwrap_err(),
    ] {
        assert_eq!(refused.code(), "file_damaged");
        assert!(refused.message().contains("`tenure`"), "{refused}");
    }
    assert!(!copy.exists());
    assert_eq!(
        kept(&bed.path(), &bed.places()).unwrap(),
        before,
        "the sound backup stays, and no other is beside it"
    );
}

#[test]
fn a_damaged_workbook_gets_no_backup_that_looks_like_one() {
    let bed = Bed::new();
    let mut store = bed.create();
    import(&mut store, &table(20_000)).unwrap();
    drop(store);
    let mut bytes = bed.bytes();
    let half = bytes.len() / 2;
    bytes[half..half + 20_000].fill(0xA5);
    std::fs::write(bed.path(), &bytes).unwrap();
    let copy = bed.folder().join("copy.throughline");
    if let Ok(store) = Store::open(&bed.path(), Access::Read, &bed.places()) {
        assert_eq!(store.backup(&copy).unwrap_err().code(), "file_damaged");
    }
    assert!(!copy.exists());
    assert!(!store::verify(&bed.path()).is_ok_and(|found| found.is_empty()));
}
