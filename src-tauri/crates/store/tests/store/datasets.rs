//! Customer tables: in whole or not at all, out exactly as they came, undone by a pointer.

use std::ops::ControlFlow;

use chain::{Chain, Dataset};
use measure::table::{Column, Data, Mask, Table};
use proptest::prelude::*;
use store::{
    Access, Arrival, ChangeKind, DatasetVersion, Edited, Findings, Rejected, RejectedRow, Standing,
    Store, StoreError,
};

use crate::bed::{Bed, change, problems, stamp};

/// A table of six columns, one of each type, with blanks.
pub fn table(rows: usize) -> Table {
    let blank = |every: usize| Mask::from_fn(rows, |row| row % every == every - 1);
    let zeroed =
        |row: usize, every: usize, value: i64| if row % every == every - 1 { 0 } else { value };
    let dict: Vec<String> = ["Month-to-month", "One year", "Zwei Jahre ü"]
        .map(str::to_owned)
        .into();
    let codes = (0..rows)
        .map(|row| zeroed(row, 7, (row % 3) as i64) as u32)
        .collect();
    let integers = (0..rows)
        .map(|row| zeroed(row, 5, row as i64 * 31 - 7))
        .collect();
    let numbers = (0..rows).map(|row| row as f64 / 3.0).collect();
    let days = (0..rows).map(|row| 19_000 + row as i32).collect();
    let moments = (0..rows).map(|row| row as i64 * 1_000_003).collect();
    let none = || Mask::none(rows);
    let columns = vec![
        Column::new("Contract", Data::Text { dict, codes }, blank(7)),
        Column::new("tenure", Data::Integer(integers), blank(5)),
        Column::new("charges", Data::Number(numbers), none()),
        Column::new(
            "senior",
            Data::Boolean(Mask::from_fn(rows, |row| row % 4 == 0)),
            none(),
        ),
        Column::new("joined", Data::Date(days), none()),
        Column::new("seen", Data::Datetime(moments), none()),
    ];
    Table::new(rows, columns.into_iter().map(Result::unwrap).collect()).unwrap()
}

fn arrival(table: &Table) -> Arrival<'_> {
    Arrival {
        dataset: "customers",
        source_name: "/home/ada/secret/churn.csv",
        source_bytes: 970_457,
        table,
        distinct: &[3, 12, 500, 2, 500, 500],
    }
}

fn named(standing: &Standing<'_>) -> Result<Edited, StoreError> {
    let mut chain = standing.chain.clone();
    if chain.dataset("customers").is_none() {
        let id = "customers".to_owned();
        chain.datasets.push(Dataset {
            id,
            unit: "customer".to_owned(),
            ..Dataset::default()
        });
    }
    Ok(Edited {
        chain,
        sentence: "Imported churn.csv".to_owned(),
    })
}

/// Brings a table in as `customers`.
pub fn import(store: &mut Store, table: &Table) -> Result<DatasetVersion, StoreError> {
    let import = store.import(&stamp(), &arrival(table), |_| ControlFlow::Continue(()))?;
    let findings = Findings {
        rejected: Rejected {
            rows: vec![RejectedRow {
                line: 12,
                why: "3 cells instead of 6".to_owned(),
            }],
            total: 1,
        },
        settings: serde_json::json!({"delimiter": ","}),
        notes: vec!["One column had no name".to_owned()],
    };
    import.publish(findings, named).map(|(_, version)| version)
}

fn counts(bed: &Bed) -> (i64, i64) {
    let sql = "SELECT (SELECT count(*) FROM chunk), (SELECT count(*) FROM dataset_version)";
    bed.sqlite()
        .query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
}

#[test]
fn a_table_comes_back_as_it_went_in() {
    let bed = Bed::new();
    let mut store = bed.create();
    // More than one chunk a column.
    let table = table(300_000);
    let version = import(&mut store, &table).unwrap();
    drop(store);
    let store = Store::open(&bed.path(), Access::Read, &bed.places()).unwrap();
    assert_eq!(store.table(version.id).unwrap(), table);
    assert_eq!(store.dataset("customers").unwrap().unwrap(), version);
    assert_eq!((version.number, version.rows), (1, 300_000));
    assert_eq!(version.source_name, "churn.csv", "the folder stays at home");
    assert_eq!(version.hash, table.content_hash());
    assert_eq!(version.rejected.rows[0].line, 12);
    assert_eq!(version.columns[1].blank, 60_000);
    assert_eq!(version.columns[1].distinct, 12);
    drop(store);
    assert_eq!(problems(&bed.path()), Vec::<String>::new());
    assert!(counts(&bed).0 > 6, "some columns have more than one chunk");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_rows_come_back(
        values in prop::collection::vec(prop::option::of((any::<i64>(), -1e300..1e300_f64, ".*")), 0..300)
    ) {
        let rows = values.len();
        let blank = Mask::from_fn(rows, |row| values[row].is_none());
        let present = |row: usize| values[row].clone().unwrap_or_default();
        let mut dict: Vec<String> = values.iter().flatten().map(|value| value.2.clone()).collect();
        dict.sort();
        dict.dedup();
        let codes = (0..rows)
            .map(|row| dict.binary_search(&present(row).2).unwrap_or_default() as u32)
            .collect();
        let columns = vec![
            Column::new("i", Data::Integer((0..rows).map(|row| present(row).0).collect()), blank.clone()),
            Column::new("x", Data::Number((0..rows).map(|row| present(row).1).collect()), blank.clone()),
            Column::new("t ü", Data::Text { dict, codes }, blank),
        ];
        let table = Table::new(rows, columns.into_iter().map(Result::unwrap).collect()).unwrap();
        let bed = Bed::new();
        let mut store = bed.create();
        let import = store
            .import(&stamp(), &Arrival { distinct: &[1, 1, 1], ..arrival(&table) }, |_| ControlFlow::Continue(()))
            .unwrap();
        let (_, version) = import.publish(Findings::default(), named).unwrap();
        prop_assert_eq!(store.table(version.id).unwrap(), table);
    }
}

#[test]
fn only_the_columns_asked_for_are_read() {
    let bed = Bed::new();
    let mut store = bed.create();
    let version = import(&mut store, &table(1000)).unwrap();
    bed.sqlite()
        .execute_batch("UPDATE chunk SET bytes = x'00' WHERE column_ordinal > 1")
        .unwrap();
    let some = store.columns(version.id, &["tenure", "Contract"]).unwrap();
    let names: Vec<&str> = some.columns().iter().map(Column::name).collect();
    assert_eq!(
        (names.as_slice(), some.rows()),
        (["tenure", "Contract"].as_slice(), 1000)
    );
    assert_eq!(
        store.columns(version.id, &["Tenure"]).unwrap_err().code(),
        "column_missing"
    );
    assert_eq!(
        store.table(version.id + 1).unwrap_err().code(),
        "dataset_missing"
    );
}

#[test]
fn undoing_an_import_moves_a_pointer_and_copies_no_rows() {
    let bed = Bed::new();
    let mut store = bed.create();
    let first = import(&mut store, &table(100)).unwrap();
    let second = import(&mut store, &table(200)).unwrap();
    assert_eq!((first.number, second.number), (1, 2));
    let before = counts(&bed);
    let undone = store.undo(&stamp()).unwrap();
    assert_eq!(undone.kind, ChangeKind::Import);
    assert_eq!(store.dataset("customers").unwrap().unwrap(), first);
    store.undo(&stamp()).unwrap();
    assert_eq!(store.dataset("customers").unwrap(), None);
    assert_eq!(
        store.chain().unwrap().datasets,
        [],
        "what the import wrote is undone with it"
    );
    drop(store);
    let mut store = bed.open();
    assert_eq!(
        counts(&bed),
        before,
        "not a chunk more or less, and opening sweeps none"
    );
    store.redo(&stamp()).unwrap();
    store.redo(&stamp()).unwrap();
    assert_eq!(store.dataset("customers").unwrap().unwrap(), second);
    assert_eq!(store.table(second.id).unwrap(), table(200));
    assert_eq!(
        store.dataset_versions("customers").unwrap(),
        [first, second]
    );
}

#[test]
fn an_edit_of_a_dataset_keeps_its_rows() {
    let bed = Bed::new();
    let mut store = bed.create();
    let version = import(&mut store, &table(10)).unwrap();
    change(&mut store, "Named the key", |chain| {
        chain.datasets[0].key = "id".to_owned()
    });
    assert_eq!(store.dataset("customers").unwrap().unwrap().id, version.id);
    change(&mut store, "Removed the dataset", |chain| {
        chain.datasets.clear()
    });
    assert_eq!(store.dataset("customers").unwrap(), None);
    drop(store);
    let mut store = bed.open();
    store.undo(&stamp()).unwrap();
    assert_eq!(
        store.table(version.id).unwrap(),
        table(10),
        "the history could still reach them"
    );
}

#[test]
fn rows_that_the_history_can_no_longer_reach_are_swept_at_the_next_opening() {
    let bed = Bed::new();
    let mut store = bed.create();
    let first = import(&mut store, &table(100)).unwrap();
    import(&mut store, &table(200)).unwrap();
    store.undo(&stamp()).unwrap();
    change(&mut store, "Went another way", |chain| {
        chain.offering.name = "x".to_owned()
    });
    assert_eq!(counts(&bed).1, 2);
    drop(store);
    let store = bed.open();
    assert_eq!(counts(&bed).1, 1);
    assert_eq!(store.dataset("customers").unwrap().unwrap(), first);
    drop(store);
    assert_eq!(problems(&bed.path()), Vec::<String>::new());
}

#[test]
fn an_import_that_is_not_published_leaves_nothing() {
    let bed = Bed::new();
    let mut store = bed.create();
    let first = import(&mut store, &table(100)).unwrap();
    let before = (store.chain().unwrap(), store.log().unwrap(), counts(&bed));
    let other = table(5000);

    drop(
        store
            .import(&stamp(), &arrival(&other), |_| ControlFlow::Continue(()))
            .unwrap(),
    );
    assert_eq!(counts(&bed), before.2, "dropped");

    let stopped = store.import(&stamp(), &arrival(&other), |progress| {
        if progress.columns == 3 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    assert_eq!(stopped.unwrap_err().code(), "cancelled");
    assert_eq!(counts(&bed), before.2, "stopped");

    let import = store
        .import(&stamp(), &arrival(&other), |_| ControlFlow::Continue(()))
        .unwrap();
    let refused = import.publish(Findings::default(), |_| {
        Err::<Edited, _>(StoreError::DiskFull)
    });
    assert_eq!(refused.unwrap_err().code(), "disk_full");
    assert_eq!(counts(&bed), before.2, "refused by the caller");

    let import = store
        .import(&stamp(), &arrival(&other), |_| ControlFlow::Continue(()))
        .unwrap();
    let nameless = |_: &Standing<'_>| {
        Ok::<_, StoreError>(Edited {
            chain: Chain::default(),
            sentence: String::new(),
        })
    };
    let refused = import.publish(Findings::default(), nameless);
    assert_eq!(refused.unwrap_err().code(), "chain_unkeepable");
    assert_eq!(counts(&bed), before.2, "without a dataset to go to");

    assert_eq!(
        (store.chain().unwrap(), store.log().unwrap()),
        (before.0, before.1)
    );
    assert_eq!(store.dataset("customers").unwrap().unwrap(), first);
}

/// What a process leaves that was killed while it imported.
fn killed_import(bed: &Bed) {
    bed.sqlite()
        .execute_batch(
            "INSERT INTO dataset_version VALUES
               (99, 'customers', 0, 'building', '', '', 0, 0, '', '[]', 0, 'null', '[]', '');
             INSERT INTO column_info VALUES (99, 0, 'c', 'text', 0, 0);
             WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99)
             INSERT INTO chunk (version, column_ordinal, ordinal, row_count, raw_bytes, checksum, codec, bytes)
             SELECT 99, 0, i, 1, 1, '', 'zstd', x'00' FROM n",
        )
        .unwrap();
}

#[test]
fn what_a_killed_import_left_is_swept_at_the_next_opening_for_writing() {
    let bed = Bed::new();
    drop(bed.create());
    killed_import(&bed);
    let reader = Store::open(&bed.path(), Access::Read, &bed.places()).unwrap();
    assert_eq!(
        reader.dataset_versions("customers").unwrap(),
        [],
        "half a dataset is never seen"
    );
    drop(reader);
    assert_eq!(counts(&bed), (100, 1), "a reader sweeps nothing");
    assert_eq!(
        problems(&bed.path()),
        Vec::<String>::new(),
        "and it is no damage"
    );
    drop(bed.open());
    assert_eq!(counts(&bed), (0, 0));
    let columns = bed
        .sqlite()
        .query_row("SELECT count(*) FROM column_info", [], |row| row.get(0));
    assert_eq!(columns, Ok(0));
}

#[test]
fn nothing_is_swept_while_somebody_imports() {
    let bed = Bed::new();
    let mut store = bed.create();
    let table = table(100);
    let import = store
        .import(&stamp(), &arrival(&table), |_| ControlFlow::Continue(()))
        .unwrap();
    let during = counts(&bed);
    drop(bed.open());
    assert_eq!(counts(&bed), during);
    let (_, version) = import.publish(Findings::default(), named).unwrap();
    assert_eq!(store.table(version.id).unwrap(), table);
}

#[test]
fn an_import_sees_what_another_one_published_meanwhile() {
    let bed = Bed::new();
    let (mut one, small, large) = (bed.create(), table(10), table(20));
    let mut two = bed.open();
    let first = one
        .import(&stamp(), &arrival(&small), |_| ControlFlow::Continue(()))
        .unwrap();
    let second = two
        .import(&stamp(), &arrival(&large), |_| ControlFlow::Continue(()))
        .unwrap();
    let (_, first) = first
        .publish(Findings::default(), |standing| {
            assert_eq!(standing.current, None, "no rows yet");
            named(standing)
        })
        .unwrap();
    let before = counts(&bed);
    let refused = second.publish(Findings::default(), |standing| {
        assert_eq!(standing.current.as_ref(), Some(&first));
        Err::<Edited, _>(StoreError::Cancelled)
    });
    assert_eq!(refused.unwrap_err().code(), "cancelled");
    assert_eq!(one.dataset("customers").unwrap().unwrap(), first);
    assert_eq!(
        counts(&bed),
        (before.0 / 2, 1),
        "the one that was refused took its chunks along"
    );
}

#[test]
fn rejected_rows_are_kept_up_to_a_limit_and_counted_in_full() {
    let bed = Bed::new();
    let mut store = bed.create();
    let table = table(1);
    let row = |line| RejectedRow {
        line,
        why: "ragged".to_owned(),
    };
    let rejected = Rejected {
        rows: (0..1500).map(row).collect(),
        total: 4000,
    };
    let import = store
        .import(&stamp(), &arrival(&table), |_| ControlFlow::Continue(()))
        .unwrap();
    let findings = Findings {
        rejected,
        ..Findings::default()
    };
    import.publish(findings, named).unwrap();
    let kept = store.dataset("customers").unwrap().unwrap().rejected;
    assert_eq!((kept.rows.len(), kept.total), (store::REJECTED_KEPT, 4000));
}
