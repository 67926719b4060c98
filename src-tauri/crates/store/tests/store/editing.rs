//! What is written is there again, exactly, and nothing else changes.

use chain::Chain;
use chain::patch::Patch;
use proptest::prelude::*;
use rusqlite::params;
use store::{Access, ChangeKind, ChangeState, Edited, Store, StoreError};

use crate::bed::{Bed, change, problems, set, small, stamp};
use crate::tape::chains;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_chain_comes_back_byte_for_byte_after_the_file_was_closed(chain in chains()) {
        let bed = Bed::new();
        let mut store = bed.create();
        set(&mut store, &chain);
        drop(store);
        let back = Store::open(&bed.path(), Access::Read, &bed.places()).unwrap().chain().unwrap();
        prop_assert_eq!(back.to_text(), chain.to_text());
        prop_assert_eq!(problems(&bed.path()), Vec::<String>::new());
    }

    #[test]
    fn a_dump_applied_to_a_new_workbook_dumps_the_same_bytes(chain in chains()) {
        let bed = Bed::new();
        let mut store = bed.create();
        set(&mut store, &chain);
        let dump = store.chain().unwrap().to_text();
        let other = Bed::new();
        let mut again = other.create();
        let patch = Patch::read(&dump).unwrap();
        again
            .edit(&stamp(), |chain| {
                let chain = patch.apply(chain).map_err(|fault| StoreError::Unkeepable {
                    why: fault.to_string(),
                })?;
                Ok::<_, StoreError>(Edited { chain, sentence: "Applied a dump".to_owned() })
            })
            .unwrap();
        prop_assert_eq!(again.chain().unwrap().to_text(), dump);
    }
}

#[test]
fn a_new_workbook_holds_an_empty_chain_and_no_history() {
    let bed = Bed::new();
    let store = bed.create();
    assert_eq!(store.chain().unwrap(), Chain::default());
    assert_eq!(store.log().unwrap(), []);
    assert_eq!(store.undoable().unwrap(), None);
    drop(store);
    assert_eq!(problems(&bed.path()), Vec::<String>::new());
}

#[test]
fn a_workbook_that_is_closed_is_one_file() {
    let bed = Bed::new();
    let mut store = bed.create();
    set(&mut store, &small());
    drop(store);
    assert_eq!(bed.names(), ["book.throughline"]);
    drop(Store::open(&bed.path(), Access::Read, &bed.places()).unwrap());
    assert_eq!(
        bed.names(),
        ["book.throughline"],
        "looking leaves nothing either"
    );
}

#[test]
fn a_change_carries_who_when_and_what() {
    let bed = Bed::new();
    let mut store = bed.create();
    let made = change(&mut store, "Named the offering", |chain| {
        chain.offering.name = "Rosterly".to_owned();
    })
    .unwrap();
    assert_eq!((made.seq, made.author.as_str()), (1, "Ada"));
    assert_eq!(made.sentence, "Named the offering");
    assert_eq!(made.at.to_string(), "2026-11-01T10:00:00.123Z");
    assert_eq!(
        (made.kind, made.state),
        (ChangeKind::Edit, ChangeState::Done)
    );
    assert_eq!(store.log().unwrap(), [made]);
}

#[test]
fn an_edit_that_changes_nothing_is_no_entry() {
    let bed = Bed::new();
    let mut store = bed.create();
    set(&mut store, &small());
    let revision = store.revision().unwrap();
    assert_eq!(set(&mut store, &small()), None);
    assert_eq!(store.log().unwrap().len(), 1);
    assert_eq!(store.revision().unwrap(), revision);
}

#[test]
fn a_small_edit_writes_the_rows_that_differ_and_no_others() {
    let bed = Bed::new();
    let mut store = bed.create();
    set(&mut store, &small());
    change(&mut store, "Reworded a pain", |chain| {
        chain.segments[0].value.pains[0].text = "Twelve calls a gap".to_owned();
    });
    let rows: Vec<(String, String, String, String)> = bed
        .sqlite()
        .prepare("SELECT table_name, row_key, before, after FROM change_row WHERE change = 2")
        .unwrap()
        .query_map([], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let [(table, key, before, after)] = rows.as_slice() else {
        panic!("one row, not {}", rows.len());
    };
    assert_eq!((table.as_str(), key.as_str()), ("pain", "[\"calls\"]"));
    assert!(before.contains("Ten calls") && after.contains("Twelve calls"));
}

#[test]
fn a_failed_edit_leaves_the_file_untouched() {
    let bed = Bed::new();
    let mut store = bed.create();
    set(&mut store, &small());
    drop(store);
    let before = bed.bytes();
    let mut store = bed.open();
    let refused = store.edit(&stamp(), |_| Err::<Edited, _>(StoreError::Cancelled));
    assert_eq!(refused.unwrap_err().code(), "cancelled");
    let mut twice = small();
    twice.metrics.push(twice.metrics[0].clone());
    let refused = store.edit(&stamp(), |_| {
        Ok::<_, StoreError>(Edited {
            chain: twice,
            sentence: String::new(),
        })
    });
    assert_eq!(refused.unwrap_err().code(), "chain_unkeepable");
    let mut endless = small();
    endless.metrics[0].threshold = f64::INFINITY;
    let refused = store.edit(&stamp(), |_| {
        Ok::<_, StoreError>(Edited {
            chain: endless,
            sentence: String::new(),
        })
    });
    assert_eq!(refused.unwrap_err().code(), "chain_unkeepable");
    assert_eq!(store.chain().unwrap(), {
        let mut chain = small();
        chain::state::fill_bases(&mut chain, &chain::state::Known::default());
        chain
    });
    drop(store);
    assert!(bed.bytes() == before, "not a byte differs");
}

#[test]
fn the_revision_tells_of_what_another_window_did() {
    let bed = Bed::new();
    let mut one = bed.create();
    let other = Store::open(&bed.path(), Access::Read, &bed.places()).unwrap();
    let mut seen = vec![other.revision().unwrap()];
    set(&mut one, &small());
    seen.push(other.revision().unwrap());
    one.undo(&stamp()).unwrap();
    seen.push(other.revision().unwrap());
    one.redo(&stamp()).unwrap();
    seen.push(other.revision().unwrap());
    assert_eq!(seen, [0, 1, 2, 3]);
    assert_eq!(other.chain().unwrap(), one.chain().unwrap());
}

#[test]
fn a_reader_may_not_write() {
    let bed = Bed::new();
    drop(bed.create());
    let mut store = Store::open(&bed.path(), Access::Read, &bed.places()).unwrap();
    let refused = store.edit(&stamp(), |chain| {
        Ok::<_, StoreError>(Edited {
            chain: chain.clone(),
            sentence: String::new(),
        })
    });
    assert_eq!(refused.unwrap_err().code(), "read_only");
}

#[test]
fn a_second_writer_waits_and_is_then_told() {
    let bed = Bed::new();
    drop(bed.create());
    let other = bed.sqlite();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut store = bed.open();
    let refused = store.undo(&stamp()).unwrap_err();
    assert_eq!((refused.code(), refused.exit_code()), ("locked", 5));
    other.execute_batch("COMMIT").unwrap();
    set(&mut store, &small()).unwrap();
}

#[test]
fn the_tables_can_be_read_with_plain_sql() {
    let bed = Bed::new();
    let mut store = bed.create();
    set(&mut store, &small());
    let found: (String, i64, String, String) = bed
        .sqlite()
        .query_row(
            "SELECT segment.name, urgency_score, payoff.text, alternative.name
             FROM segment JOIN payoff ON payoff.segment = segment.id
             JOIN alternative ON alternative.segment = segment.id AND alternative.version = 0
             WHERE segment.id = ?",
            params!["clinics"],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )
        .unwrap();
    let (name, urgency, payoff, instead) = found;
    assert_eq!((name.as_str(), urgency), ("Small clinics", 4));
    assert_eq!(
        (payoff.as_str(), instead.as_str()),
        ("Three hours back a week", "a spreadsheet")
    );
}
