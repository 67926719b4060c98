//! Typing: one entry of the history for a burst, however often its words are saved, and no save is
//! lost.

use chain::Chain;
use proptest::prelude::*;
use store::{Change, ChangeState, Stamp, Store, StoreError};

use crate::bed::{Bed, change, problems, set, small, stamp};

/// Saves a text of the offering's summary as it is being typed.
fn typed(store: &mut Store, burst: &str, text: &str) -> Option<Change> {
    typed_by(store, &stamp(), burst, text)
}

fn typed_by(store: &mut Store, stamp: &Stamp, burst: &str, text: &str) -> Option<Change> {
    let write = |chain: &Chain| {
        let mut chain = chain.clone();
        chain.offering.summary = text.to_owned();
        Ok::<_, StoreError>(chain)
    };
    let said = |before: &Chain, after: &Chain| {
        format!(
            "“{}” to “{}”",
            before.offering.summary, after.offering.summary
        )
    };
    store.type_on(stamp, burst, write, said).unwrap()
}

fn sentences(store: &Store) -> Vec<String> {
    let log = store.log().unwrap();
    log.into_iter().map(|change| change.sentence).collect()
}

fn summary(store: &Store) -> String {
    store.chain().unwrap().offering.summary
}

#[test]
fn saves_of_one_burst_are_one_entry_that_one_undo_takes_back() {
    let bed = Bed::new();
    let mut store = bed.create();
    set(&mut store, &small());
    let before = store.chain().unwrap().to_text();
    for text in ["A", "A ros", "A roster"] {
        typed(&mut store, "b", text);
        assert_eq!(
            summary(&store),
            text,
            "each save is in the workbook at once"
        );
    }
    let was = Chain::from_text(&before).unwrap().offering.summary;
    assert_eq!(
        sentences(&store),
        [
            "Changed something".to_owned(),
            format!("“{was}” to “A roster”")
        ]
    );
    store.undo(&stamp()).unwrap();
    assert_eq!(store.chain().unwrap().to_text(), before);
    store.redo(&stamp()).unwrap();
    assert_eq!(summary(&store), "A roster");
    drop(store);
    assert_eq!(problems(&bed.path()), Vec::<String>::new());
}

#[test]
fn typing_back_to_what_was_there_leaves_no_entry() {
    let bed = Bed::new();
    let mut store = bed.create();
    set(&mut store, &small());
    let was = summary(&store);
    typed(&mut store, "b", "Something else");
    assert_eq!(typed(&mut store, "b", &was), None);
    assert_eq!(sentences(&store), ["Changed something"]);
    typed(&mut store, "b", "Once more");
    assert_eq!(
        sentences(&store).len(),
        2,
        "and what follows is an entry again"
    );
    drop(store);
    assert_eq!(problems(&bed.path()), Vec::<String>::new());
}

#[test]
fn a_record_that_was_begun_by_typing_and_erased_again_was_never_there() {
    let bed = Bed::new();
    let mut store = bed.create();
    let named = |name: &'static str| {
        move |chain: &Chain| {
            let mut chain = chain.clone();
            chain.decisions.retain(|it| it.id != "d");
            if !name.is_empty() {
                chain.decisions.push(chain::Decision {
                    id: "d".to_owned(),
                    question: name.to_owned(),
                    ..Default::default()
                });
            }
            Ok::<_, StoreError>(chain)
        }
    };
    let said = |_: &Chain, after: &Chain| format!("{} decisions", after.decisions.len());
    for name in ["W", "Whom first?"] {
        store.type_on(&stamp(), "b", named(name), said).unwrap();
    }
    assert_eq!(sentences(&store), ["1 decisions"]);
    store.type_on(&stamp(), "b", named(""), said).unwrap();
    assert_eq!(store.log().unwrap(), []);
    assert_eq!(store.chain().unwrap(), Chain::default());
}

#[test]
fn anything_done_in_between_begins_a_new_entry() {
    let bed = Bed::new();
    let mut store = bed.create();
    let between: [fn(&mut Store); 5] = [
        |store| {
            change(store, "Named it", |chain| chain.offering.name.push('x'));
        },
        |store| {
            typed(store, "another burst", "another");
        },
        |store| {
            store.undo(&stamp()).unwrap();
        },
        |store| {
            store.add_snapshot(&stamp(), "As it is typed").unwrap();
        },
        |store| {
            let ben = Stamp {
                author: "Ben".to_owned(),
                ..stamp()
            };
            typed_by(store, &ben, "b", "Ben's");
        },
    ];
    for (at, interrupt) in between.into_iter().enumerate() {
        typed(&mut store, "b", &format!("first {at}"));
        let seen = store.log().unwrap();
        interrupt(&mut store);
        typed(&mut store, "b", &format!("second {at}"));
        let log = store.log().unwrap();
        assert!(
            log.len() > seen.len(),
            "a new entry after interruption {at}"
        );
        store.remove_snapshot("As it is typed").unwrap();
        for (old, new) in seen.iter().zip(&log) {
            assert_eq!(old.sentence, new.sentence, "what was said stays said");
        }
    }
    drop(store);
    assert_eq!(problems(&bed.path()), Vec::<String>::new());
}

#[test]
fn what_another_process_did_in_between_begins_a_new_entry() {
    let bed = Bed::new();
    let mut store = bed.create();
    typed(&mut store, "b", "Mine");
    let mut other = bed.open();
    typed(&mut other, "b", "Theirs");
    drop(other);
    typed(&mut store, "b", "Mine again");
    assert_eq!(
        sentences(&store),
        [
            "“” to “Mine”",
            "“Mine” to “Theirs”",
            "“Theirs” to “Mine again”"
        ]
    );
}

#[test]
fn after_a_restart_typing_begins_a_new_entry() {
    let bed = Bed::new();
    let mut store = bed.create();
    typed(&mut store, "b", "Before");
    drop(store);
    let mut store = bed.open();
    typed(&mut store, "b", "After");
    assert_eq!(sentences(&store).len(), 2);
}

#[test]
fn going_back_through_two_bursts_empties_their_entries_one_after_the_other() {
    let bed = Bed::new();
    let mut store = bed.create();
    typed(&mut store, "one", "A");
    typed(&mut store, "two", "A B");
    typed(&mut store, "two", "A");
    assert_eq!(sentences(&store), ["“” to “A”"]);
    typed(&mut store, "one", "");
    assert_eq!(store.log().unwrap(), []);
    assert_eq!(store.undo(&stamp()).unwrap_err().code(), "nothing_to_undo");
}

#[derive(Debug, Clone)]
enum Step {
    Type(usize, usize),
    Name(usize),
    Undo,
    Redo,
    Reopen,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        8 => (0..3usize, 0..4usize).prop_map(|(burst, text)| Step::Type(burst, text)),
        2 => (0..3usize).prop_map(Step::Name),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        1 => Just(Step::Reopen),
    ];
    prop::collection::vec(step, 1..24)
}

const TEXTS: [&str; 4] = ["", "one", "one two", "日本語 🦀"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    /// Whatever is typed and done in whatever order: the last words are there, the history is
    /// whole, and undoing all of it leads back to the empty workbook.
    #[test]
    fn joined_entries_lead_back_to_the_beginning(steps in steps()) {
        let bed = Bed::new();
        let mut store = bed.create();
        for step in steps {
            match step {
                Step::Type(burst, text) => {
                    typed(&mut store, &format!("burst {burst}"), TEXTS[text]);
                    prop_assert_eq!(summary(&store), TEXTS[text]);
                }
                Step::Name(n) => {
                    change(&mut store, "Named it", |chain| chain.offering.name = format!("{n}"));
                }
                Step::Undo => drop(store.undo(&stamp())),
                Step::Redo => drop(store.redo(&stamp())),
                Step::Reopen => {
                    drop(store);
                    store = bed.open();
                }
            }
        }
        let last = store.chain().unwrap().to_text();
        let done = |store: &Store| {
            let log = store.log().unwrap();
            log.iter().filter(|change| change.state == ChangeState::Done).count()
        };
        let count = done(&store);
        for _ in 0..count {
            store.undo(&stamp()).unwrap();
        }
        prop_assert_eq!(store.chain().unwrap(), Chain::default());
        for _ in 0..count {
            store.redo(&stamp()).unwrap();
        }
        prop_assert_eq!(store.chain().unwrap().to_text(), last);
        drop(store);
        prop_assert_eq!(problems(&bed.path()), Vec::<String>::new());
    }
}
