//! Named points of the history.

use chain::Chain;
use store::{Access, Store, StoreError};

use crate::bed::{Bed, problems, set, small, stamp};

#[test]
fn a_snapshot_names_the_last_change_and_outlives_undo() {
    let bed = Bed::new();
    let mut store = bed.create();
    let first = store.add_snapshot(&stamp(), "  Before anything ").unwrap();
    assert_eq!((first.name.as_str(), first.seq), ("Before anything", 0));
    set(&mut store, &small());
    let second = store.add_snapshot(&stamp(), "For the board").unwrap();
    assert_eq!((second.seq, second.author), (1, stamp().author));
    store.undo(&stamp()).unwrap();
    store.redo(&stamp()).unwrap();
    store.undo(&stamp()).unwrap();
    drop(store);
    let names = |store: &Store| {
        let all = store.snapshots().unwrap();
        all.into_iter().map(|s| (s.name, s.seq)).collect::<Vec<_>>()
    };
    let mut store = bed.open();
    let both = [
        ("Before anything".to_owned(), 0),
        ("For the board".to_owned(), 1),
    ];
    assert_eq!(names(&store), both, "undone, and still named");
    let copy = bed.folder().join("copy.throughline");
    store.backup(&copy).unwrap();
    let copied = Store::open(&copy, Access::Read, &bed.places()).unwrap();
    assert_eq!(names(&copied), both, "a backup holds them");
    let taken = store.add_snapshot(&stamp(), "For the board").unwrap_err();
    assert_eq!(taken.code(), "name_taken");
    assert_eq!(
        names(&store),
        both,
        "a name that is taken stays where it is"
    );
    assert!(store.remove_snapshot("For the board").unwrap());
    assert!(!store.remove_snapshot("For the board").unwrap());
    assert_eq!(names(&store).len(), 1);
    drop(store);
    assert_eq!(problems(&bed.path()), Vec::<String>::new());
}

#[test]
fn two_snapshots_of_one_name_cannot_both_stand() {
    let bed = Bed::new();
    drop(bed.create());
    // Two commands at once: each has looked and found the name free before either writes.
    let mut stores = [bed.open(), bed.open()];
    for store in &stores {
        assert_eq!(store.snapshots().unwrap(), []);
    }
    let ready = std::sync::Barrier::new(stores.len());
    let named = |store: &mut Store| {
        ready.wait();
        store.add_snapshot(&stamp(), "For the board")
    };
    let [one, two] = &mut stores;
    let (one, two) = std::thread::scope(|scope| {
        let other = scope.spawn(|| named(two));
        (named(one), other.join().unwrap())
    });
    let codes: Vec<&str> = [&one, &two]
        .into_iter()
        .filter_map(|named| named.as_ref().err().map(StoreError::code))
        .collect();
    assert_eq!(codes, ["name_taken"], "one stands and the other is told");
    let made = one.or(two).unwrap();
    drop(stores);
    assert_eq!(bed.open().snapshots().unwrap(), [made]);
}

#[test]
fn a_snapshot_needs_a_name_and_the_right_to_write() {
    let bed = Bed::new();
    let mut store = bed.create();
    let refused = store.add_snapshot(&stamp(), "  ").unwrap_err();
    assert_eq!(refused.code(), "chain_unkeepable");
    drop(store);
    let mut reader = Store::open(&bed.path(), Access::Read, &bed.places()).unwrap();
    assert_eq!(
        reader.add_snapshot(&stamp(), "x").unwrap_err().code(),
        "read_only"
    );
    assert_eq!(reader.remove_snapshot("x").unwrap_err().code(), "read_only");
}

#[test]
fn another_window_sees_that_a_snapshot_came() {
    let bed = Bed::new();
    let mut store = bed.create();
    let other = Store::open(&bed.path(), Access::Read, &bed.places()).unwrap();
    let before = other.revision().unwrap();
    store.add_snapshot(&stamp(), "now").unwrap();
    assert_ne!(other.revision().unwrap(), before);
    assert_eq!(other.snapshots().unwrap().len(), 1);
}

#[test]
fn a_snapshot_that_took_damage_is_found() {
    for spoil in [
        "UPDATE snapshot SET seq = 0",
        "UPDATE snapshot SET name = 'another'",
        "UPDATE snapshot SET author = 'Eve'",
        "DELETE FROM change_row; DELETE FROM change",
    ] {
        let bed = Bed::new();
        let mut store = bed.create();
        set(&mut store, &small());
        store.add_snapshot(&stamp(), "now").unwrap();
        drop(store);
        bed.sqlite().execute_batch(spoil).unwrap();
        let store = bed.open();
        assert_eq!(
            store.snapshots().unwrap_err().code(),
            "file_damaged",
            "{spoil}"
        );
        assert_ne!(problems(&bed.path()), Vec::<String>::new(), "{spoil}");
    }
}

#[test]
fn typing_goes_on_in_a_new_entry_once_the_last_one_has_a_name() {
    let bed = Bed::new();
    let mut store = bed.create();
    let typed = |store: &mut Store, text: &str| {
        let summary = text.to_owned();
        let how = move |chain: &Chain| {
            let mut chain = chain.clone();
            chain.offering.summary = summary;
            Ok::<_, StoreError>(chain)
        };
        store
            .type_on(&stamp(), "field", how, |_, _| "Typed".to_owned())
            .unwrap()
    };
    typed(&mut store, "Pla").unwrap();
    typed(&mut store, "Plan").unwrap();
    let named = store.add_snapshot(&stamp(), "Plan").unwrap();
    typed(&mut store, "Plans").unwrap();
    assert_eq!((named.seq, store.log().unwrap().len()), (1, 2));
    typed(&mut store, "Plan");
    assert_eq!(store.log().unwrap().len(), 1, "typed back to the snapshot");
    assert!(
        typed(&mut store, "").is_some(),
        "what has a name is not taken back in passing"
    );
    assert_eq!(store.snapshots().unwrap(), [named]);
}
