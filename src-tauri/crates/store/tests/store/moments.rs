//! The workbook as it was after any of its changes, and going back there by one more change.

use chain::Chain;
use proptest::prelude::*;
use store::{ChangeState, Store};

use crate::bed::{Bed, change, problems, set, small, stamp};
use crate::datasets::{import, table};
use crate::tape::chains;

fn go_back(store: &mut Store, seq: i64) -> Option<store::Change> {
    let sentence = |_: &Chain, _: &Chain| format!("Went back to {seq}");
    store.go_back(&stamp(), seq, sentence).unwrap()
}

#[derive(Debug, Clone)]
enum Step {
    Edit(Box<Chain>),
    Undo,
    Redo,
    Back(usize),
    Reopen,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => chains().prop_map(|chain| Step::Edit(Box::new(chain))),
        4 => Just(Step::Undo),
        2 => Just(Step::Redo),
        2 => any::<u8>().prop_map(|seq| Step::Back(usize::from(seq))),
        1 => Just(Step::Reopen),
    ];
    prop::collection::vec(step, 1..14)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever was done, undone, given up and gone back to: each change still shows what the
    /// workbook said after it, and one can go there without losing anything.
    #[test]
    fn every_change_leads_to_what_was_there_after_it(steps in steps()) {
        let bed = Bed::new();
        let mut store = bed.create();
        // What the workbook said after each change, the empty workbook first.
        let mut then = vec![Chain::default().to_text()];
        for step in steps {
            let made = match step {
                Step::Edit(chain) => set(&mut store, &chain),
                Step::Undo => {
                    drop(store.undo(&stamp()));
                    None
                }
                Step::Redo => {
                    drop(store.redo(&stamp()));
                    None
                }
                Step::Back(seq) => {
                    let seq = seq % then.len();
                    let made = go_back(&mut store, seq as i64);
                    prop_assert_eq!(&store.chain().unwrap().to_text(), &then[seq]);
                    made
                }
                Step::Reopen => {
                    drop(store);
                    store = bed.open();
                    None
                }
            };
            if let Some(made) = made {
                prop_assert_eq!(made.seq, then.len() as i64, "numbers go on by one");
                then.push(store.chain().unwrap().to_text());
            }
        }
        for (seq, text) in then.iter().enumerate() {
            prop_assert_eq!(&store.moment(seq as i64).unwrap().chain.to_text(), text);
            if seq > 0 {
                let (_, after) = store.around(seq as i64).unwrap();
                prop_assert_eq!(&after.chain.to_text(), text);
            }
        }
        drop(store);
        prop_assert_eq!(problems(&bed.path()), Vec::<String>::new());
    }
}

fn named(bed: &Bed) -> Store {
    let mut store = bed.create();
    for name in ["One", "Two", "Three"] {
        change(&mut store, name, |chain| {
            chain.offering.name = name.to_owned()
        });
    }
    store
}

#[test]
fn going_back_is_one_change_that_undo_takes_back_and_nothing_later_is_lost() {
    let bed = Bed::new();
    let mut store = named(&bed);
    let made = go_back(&mut store, 1).unwrap();
    assert_eq!((made.seq, made.sentence.as_str()), (4, "Went back to 1"));
    assert_eq!(store.chain().unwrap().offering.name, "One");
    assert_eq!(store.moment(3).unwrap().chain.offering.name, "Three");
    store.undo(&stamp()).unwrap();
    assert_eq!(store.chain().unwrap().offering.name, "Three");
    assert_eq!(go_back(&mut store, 3), None, "one is there already");
    assert_eq!(store.changes().unwrap(), 4);
}

#[test]
fn what_was_undone_and_given_up_can_be_had_back() {
    let bed = Bed::new();
    let mut store = named(&bed);
    store.undo(&stamp()).unwrap();
    store.undo(&stamp()).unwrap();
    change(&mut store, "Four", |chain| {
        chain.offering.summary = "Four".to_owned()
    });
    assert_eq!(store.change_of(3).unwrap().state, ChangeState::Abandoned);
    go_back(&mut store, 3).unwrap();
    let offering = store.chain().unwrap().offering;
    assert_eq!(
        (offering.name.as_str(), offering.summary.as_str()),
        ("Three", "")
    );
}

#[test]
fn a_change_shows_what_was_before_it_and_after_it() {
    let bed = Bed::new();
    let mut store = named(&bed);
    store.undo(&stamp()).unwrap();
    let (before, after) = store.around(3).unwrap();
    let names = (before.chain.offering.name, after.chain.offering.name);
    assert_eq!(names, ("Two".to_owned(), "Three".to_owned()));
}

#[test]
fn the_log_comes_in_pages_newest_first() {
    let bed = Bed::new();
    let store = named(&bed);
    let seqs = |page: Vec<store::Change>| page.iter().map(|it| it.seq).collect::<Vec<_>>();
    assert_eq!(seqs(store.changes_before(None, 2).unwrap()), [3, 2]);
    assert_eq!(seqs(store.changes_before(Some(2), 2).unwrap()), [1]);
    assert_eq!(seqs(store.changes_before(Some(1), 2).unwrap()), [0; 0]);
}

#[test]
fn a_change_that_is_not_there_is_said_to_be_missing() {
    let bed = Bed::new();
    let mut store = named(&bed);
    assert_eq!(store.moment(9).unwrap_err().code(), "change_missing");
    assert_eq!(store.moment(-1).unwrap_err().code(), "change_missing");
    let refused = store.go_back(&stamp(), 9, |_, _| String::new());
    assert_eq!(refused.unwrap_err().code(), "change_missing");
    assert_eq!(store.changes().unwrap(), 3);
}

#[test]
fn going_back_over_an_import_moves_its_pointer_back_and_undo_forth() {
    let bed = Bed::new();
    let mut store = bed.create();
    set(&mut store, &small());
    import(&mut store, &table(3)).unwrap();
    import(&mut store, &table(5)).unwrap();
    let rows = |store: &Store| store.dataset("customers").unwrap().map(|it| it.rows);
    let then = store.moment(2).unwrap();
    assert_eq!(
        then.tables.iter().map(|it| it.rows).collect::<Vec<_>>(),
        [3]
    );
    go_back(&mut store, 2).unwrap();
    assert_eq!(rows(&store), Some(3));
    go_back(&mut store, 1).unwrap();
    assert_eq!(
        rows(&store),
        None,
        "before the first import there were no rows"
    );
    store.undo(&stamp()).unwrap();
    store.undo(&stamp()).unwrap();
    assert_eq!(rows(&store), Some(5));
    drop(store);
    let store = bed.open();
    assert_eq!(
        rows(&store),
        Some(5),
        "no rows were swept that can be reached"
    );
    drop(store);
    assert_eq!(problems(&bed.path()), Vec::<String>::new());
}

#[test]
fn rows_that_are_gone_are_said_to_be_gone_and_nothing_changes() {
    let bed = Bed::new();
    let mut store = bed.create();
    import(&mut store, &table(3)).unwrap();
    change(&mut store, "Named it", |chain| {
        chain.offering.name = "Named".to_owned()
    });
    store.undo(&stamp()).unwrap();
    store.undo(&stamp()).unwrap();
    set(&mut store, &small());
    drop(store);
    let mut store = bed.open();
    let then = store.moment(2).unwrap();
    assert_eq!(
        (then.tables.len(), then.gone),
        (0, vec!["customers".to_owned()])
    );
    let before = store.chain().unwrap();
    let refused = store.go_back(&stamp(), 2, |_, _| String::new());
    assert_eq!(refused.unwrap_err().code(), "rows_gone");
    assert_eq!(store.chain().unwrap(), before);
}
