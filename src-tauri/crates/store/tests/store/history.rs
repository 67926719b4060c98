//! Undo and redo: over everything, byte for byte, across restarts, and never from a damaged past.

use chain::Chain;
use proptest::prelude::*;
use store::{ChangeState, Store};

use crate::bed::{Bed, change, problems, set, small, stamp};
use crate::tape::chains;

#[derive(Debug, Clone)]
enum Step {
    Edit(Box<Chain>),
    Undo,
    Redo,
    Reopen,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => chains().prop_map(|chain| Step::Edit(Box::new(chain))),
        3 => Just(Step::Undo),
        2 => Just(Step::Redo),
        1 => Just(Step::Reopen),
    ];
    prop::collection::vec(step, 1..14)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// The model: a list of texts and a place in it.
    #[test]
    fn undo_and_redo_walk_a_list_of_dumps(steps in steps()) {
        let bed = Bed::new();
        let mut store = bed.create();
        let mut dumps = vec![Chain::default().to_text()];
        let mut at = 0;
        for step in steps {
            match step {
                Step::Edit(chain) => {
                    let differs = set(&mut store, &chain).is_some();
                    prop_assert_eq!(differs, chain.to_text() != dumps[at]);
                    if differs {
                        dumps.truncate(at + 1);
                        dumps.push(chain.to_text());
                        at += 1;
                    }
                }
                Step::Undo if at == 0 => {
                    prop_assert_eq!(store.undo(&stamp()).unwrap_err().code(), "nothing_to_undo");
                }
                Step::Undo => {
                    store.undo(&stamp()).unwrap();
                    at -= 1;
                }
                Step::Redo if at + 1 == dumps.len() => {
                    prop_assert_eq!(store.redo(&stamp()).unwrap_err().code(), "nothing_to_redo");
                }
                Step::Redo => {
                    store.redo(&stamp()).unwrap();
                    at += 1;
                }
                Step::Reopen => {
                    drop(store);
                    store = bed.open();
                }
            }
            prop_assert_eq!(&store.chain().unwrap().to_text(), &dumps[at]);
            prop_assert_eq!(store.undoable().unwrap().is_some(), at > 0);
            prop_assert_eq!(store.redoable().unwrap().is_some(), at + 1 < dumps.len());
        }
        drop(store);
        prop_assert_eq!(problems(&bed.path()), Vec::<String>::new());
    }
}

fn three_names(bed: &Bed) -> Store {
    let mut store = bed.create();
    for name in ["One", "Two", "Three"] {
        change(&mut store, name, |chain| {
            chain.offering.name = name.to_owned()
        });
    }
    store
}

fn states(store: &Store) -> Vec<(String, ChangeState)> {
    let log = store.log().unwrap();
    log.into_iter()
        .map(|change| (change.sentence, change.state))
        .collect()
}

#[test]
fn what_was_undone_before_a_new_edit_stays_in_the_log_and_cannot_be_redone() {
    let bed = Bed::new();
    let mut store = three_names(&bed);
    assert_eq!(store.undo(&stamp()).unwrap().sentence, "Three");
    assert_eq!(store.undo(&stamp()).unwrap().sentence, "Two");
    change(&mut store, "Four", |chain| {
        chain.offering.name = "Four".to_owned()
    });
    use ChangeState::{Abandoned, Done};
    let expected = [
        ("One", Done),
        ("Two", Abandoned),
        ("Three", Abandoned),
        ("Four", Done),
    ];
    let found = states(&store);
    let found: Vec<(&str, ChangeState)> = found
        .iter()
        .map(|(sentence, state)| (sentence.as_str(), *state))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(store.redo(&stamp()).unwrap_err().code(), "nothing_to_redo");
    store.undo(&stamp()).unwrap();
    assert_eq!(
        store.chain().unwrap().offering.name,
        "One",
        "the abandoned ones are skipped"
    );
}

#[test]
fn undo_and_redo_say_what_they_would_do() {
    let bed = Bed::new();
    let mut store = three_names(&bed);
    store.undo(&stamp()).unwrap();
    drop(store);
    let store = bed.open();
    assert_eq!(store.undoable().unwrap().unwrap().sentence, "Two");
    assert_eq!(store.redoable().unwrap().unwrap().sentence, "Three");
}

#[test]
fn a_moved_record_moves_back() {
    let bed = Bed::new();
    let mut store = bed.create();
    set(&mut store, &small());
    let before = store.chain().unwrap().to_text();
    change(&mut store, "Moved a job", |chain| {
        let mut other = chain.segments[0].clone();
        other.id = "shops".to_owned();
        other.value = Default::default();
        other.touchpoints.clear();
        other.positioning = Default::default();
        chain.segments.insert(0, other);
        let job = chain.segments[1].value.jobs.remove(0);
        chain.segments[0].value.jobs.push(job);
    });
    assert_ne!(store.chain().unwrap().to_text(), before);
    store.undo(&stamp()).unwrap();
    assert_eq!(store.chain().unwrap().to_text(), before);
}

/// What another program does to the file, and that undo then refuses and changes nothing.
fn refuses_to_undo_after(spoil: &str) {
    let bed = Bed::new();
    let mut store = three_names(&bed);
    drop(store);
    bed.sqlite().execute_batch(spoil).unwrap();
    let before = bed.bytes();
    store = bed.open();
    assert_eq!(
        store.undo(&stamp()).unwrap_err().code(),
        "file_damaged",
        "{spoil}"
    );
    drop(store);
    assert!(bed.bytes() == before, "not a byte differs after {spoil}");
    assert!(
        !problems(&bed.path()).is_empty(),
        "verify finds it: {spoil}"
    );
}

#[test]
fn a_damaged_history_is_an_error_and_not_silent_damage() {
    for spoil in [
        "UPDATE offering SET name = 'Somebody else'",
        "DELETE FROM offering",
        "UPDATE change_row SET before = replace(before, 'Two', 'Twa') WHERE change = 3",
        "UPDATE change_row SET after = replace(after, 'Three', 'Thrae') WHERE change = 3",
        "UPDATE change_row SET before = 'not JSON' WHERE change = 3",
        "UPDATE change_row SET table_name = 'sqlite_schema' WHERE change = 3",
        "DELETE FROM change_row WHERE change = 3",
        "UPDATE change SET sentence = 'Thrae' WHERE seq = 3",
        "UPDATE change SET fingerprint_before = fingerprint_after WHERE seq = 3",
        "DELETE FROM change WHERE seq = 3",
        "UPDATE change SET state = 'abandoned' WHERE seq = 3",
    ] {
        refuses_to_undo_after(spoil);
    }
}
