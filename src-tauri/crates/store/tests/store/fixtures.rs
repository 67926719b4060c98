//! A workbook of every schema version, kept for ever: each still opens and says what it said.

use chain::{Chain, LinkKind, state};
use store::{Access, SCHEMA_VERSION, Store};

use crate::bed::{Bed, problems, small, stamp};

/// What the kept workbook of a version says.
fn said(version: i32) -> Chain {
    let mut chain = small();
    if version < 2 {
        chain.decisions[0].dimensions.clear();
        chain.segments[0].expects.clear();
        chain.suppressions[0].text.clear();
        chain.confirmations[0].rests.clear();
        chain.confirmations[0].basis = "5670f570c92d22fd".to_owned();
    }
    chain
}

/// Brings a kept workbook into a temporary folder.
fn kept(name: &str) -> Bed {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/workbooks");
    let bed = Bed::new();
    std::fs::copy(format!("{folder}/{name}.throughline"), bed.path()).unwrap();
    bed
}

#[test]
fn a_workbook_of_every_schema_version_still_opens() {
    for version in 1..=SCHEMA_VERSION {
        let bed = kept(&format!("v{version}"));
        let mut store = bed.open();
        assert_eq!(store.chain().unwrap(), said(version), "version {version}");
        let log = store.log().unwrap();
        let sentences: Vec<&str> = log.iter().map(|change| change.sentence.as_str()).collect();
        let expected = [
            "Applied a chain document",
            "Imported customers.csv",
            "Renamed the segment",
        ];
        assert_eq!(sentences, expected);
        let dataset = store.dataset("customers").unwrap().unwrap();
        assert_eq!((dataset.rows, dataset.columns.len()), (20, 7));
        let table = store.table(dataset.id).unwrap();
        assert_eq!(table.content_hash(), dataset.hash);
        store.redo(&stamp()).unwrap();
        assert_eq!(
            store.chain().unwrap().segments[0].name,
            "Clinics with one site"
        );
        while store.undoable().unwrap().is_some() {
            store.undo(&stamp()).unwrap();
        }
        assert_eq!(store.chain().unwrap(), chain::Chain::default());
        drop(store);
        assert_eq!(problems(&bed.path()), Vec::<String>::new());
    }
}

/// Written by schema 1: what its links rested on is known by fingerprint only.
#[test]
fn links_confirmed_in_schema_1_are_as_sound_or_stale_as_they_were() {
    use LinkKind::{Decision, Journey, Positioning, Results, Segment, Value};
    use state::State::{Draft, Sound, Stale};
    let bed = kept("links-v1");
    let store = bed.open();
    let chain = store.chain().unwrap();
    for (segment, link, wanted) in [
        ("fibre-monthly", Decision, Sound),
        ("fibre-monthly", Segment, Sound),
        ("fibre-monthly", Value, Sound),
        ("fibre-monthly", Positioning, Sound),
        ("fibre-monthly", Journey, Sound),
        ("fibre-monthly", Results, Stale),
        ("two-year-homes", Decision, Sound),
        ("two-year-homes", Value, Sound),
        ("two-year-homes", Positioning, Stale),
        ("two-year-homes", Journey, Sound),
        ("two-year-homes", Results, Draft),
        ("older-alone", Segment, Stale),
    ] {
        let segment_of = chain.segment(segment).unwrap();
        let found = state::link_state(&chain, segment_of, link, &state::Known::default());
        assert_eq!(found.state, wanted, "{segment}/{}", link.as_str());
    }
}

#[test]
fn an_upgrade_keeps_every_record_and_the_whole_history() {
    let bed = kept("links-v1");
    let before = bed.bytes();
    assert_eq!(problems(&bed.path()), Vec::<String>::new(), "as it lies");
    assert!(bed.bytes() == before, "looking changed nothing");
    let mut store = bed.open();
    let found = store.chain().unwrap();
    assert_eq!(found.confirmations.len(), 12);
    assert_eq!(found.suppressions.len(), 2);
    assert_eq!(found.segments.len(), 3);
    assert_eq!(store.dataset("customers").unwrap().unwrap().rows, 20);
    let backups = store::kept(&bed.path(), &bed.places()).unwrap();
    assert_eq!(backups.len(), 1);
    assert!(std::fs::read(&backups[0].path).unwrap()[60..64] == 1_i32.to_be_bytes());
    let restored = bed.folder().join("restored.throughline");
    store::restore(&backups[0].path, &restored).unwrap();
    let restored = Store::open(&restored, Access::Read, &bed.places()).unwrap();
    assert_eq!(restored.chain().unwrap(), found);
    let mut steps = 0;
    while store.undoable().unwrap().is_some() {
        store.undo(&stamp()).unwrap();
        steps += 1;
    }
    assert_eq!(store.chain().unwrap(), Chain::default());
    for _ in 0..steps {
        store.redo(&stamp()).unwrap();
    }
    assert_eq!(steps, 7);
    assert_eq!(problems(&bed.path()), Vec::<String>::new());
}
