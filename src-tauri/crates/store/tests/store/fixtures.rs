//! A workbook of every schema version, kept for ever: each still opens and says what it said.

use store::SCHEMA_VERSION;

use crate::bed::{Bed, problems, small, stamp};

/// Brings a kept workbook into a temporary folder.
fn kept(version: i32) -> Bed {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/workbooks");
    let bed = Bed::new();
    std::fs::copy(format!("{folder}/v{version}.throughline"), bed.path()).unwrap();
    bed
}

#[test]
fn a_workbook_of_every_schema_version_still_opens() {
    for version in 1..=SCHEMA_VERSION {
        let bed = kept(version);
        let mut store = bed.open();
        assert_eq!(store.chain().unwrap(), small(), "version {version}");
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
