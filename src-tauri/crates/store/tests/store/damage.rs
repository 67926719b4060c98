//! Bytes that are cut off or turned over: an error or the right answer, and an untouched file.

use std::sync::OnceLock;

use chain::Chain;
use proptest::prelude::*;
use store::{Access, Store, StoreError};

use crate::bed::{Bed, change, problems, set, small};
use crate::datasets::{import, table};

/// Everything that a workbook can be asked, as texts.
fn asked(bed: &Bed, access: Access) -> Result<Vec<String>, StoreError> {
    let store = Store::open(&bed.path(), access, &bed.places())?;
    let mut answers = vec![store.chain()?.to_text()];
    answers.extend(store.log()?.into_iter().map(|change| format!("{change:?}")));
    if let Some(version) = store.dataset("customers")? {
        answers.push(format!("{version:?}"));
        answers.push(store.table(version.id)?.content_hash());
    }
    Ok(answers)
}

fn filled() -> Bed {
    let bed = Bed::new();
    let mut store = bed.create();
    set(&mut store, &small());
    import(&mut store, &table(500)).unwrap();
    change(&mut store, "Renamed", |chain: &mut Chain| {
        chain.segments[0].name = "Clinics".to_owned();
    });
    drop(store);
    bed
}

#[test]
fn a_file_that_was_cut_is_refused_untouched() {
    let bed = filled();
    let whole = bed.bytes();
    let page = usize::from(u16::from_be_bytes([whole[16], whole[17]]));
    for length in [
        1,
        99,
        100,
        512,
        4095,
        page,
        whole.len() / 2,
        whole.len() - page,
        whole.len() - 1,
    ] {
        std::fs::write(bed.path(), &whole[..length]).unwrap();
        for access in [Access::Read, Access::Write] {
            let error = bed.refused(access);
            assert_eq!(error.code(), "file_damaged", "cut to {length}");
        }
        assert!(bed.bytes() == whole[..length]);
        assert_eq!(bed.names(), ["book.throughline"]);
    }
}

/// A filled workbook, made once.
fn whole() -> &'static (Vec<u8>, Vec<String>) {
    static WHOLE: OnceLock<(Vec<u8>, Vec<String>)> = OnceLock::new();
    WHOLE.get_or_init(|| {
        let bed = filled();
        (bed.bytes(), asked(&bed, Access::Read).unwrap())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_flipped_bit_is_an_error_or_the_right_answer(place in any::<u32>()) {
        let (bytes, wanted) = whole();
        let mut bytes = bytes.clone();
        let at = place as usize % (bytes.len() * 8);
        bytes[at / 8] ^= 1 << (at % 8);
        let bed = Bed::new();
        std::fs::write(bed.path(), &bytes).unwrap();
        if let Ok(answers) = asked(&bed, Access::Read) {
            prop_assert_eq!(&answers, wanted, "bit {} turned over", at);
        }
        prop_assert!(bed.bytes() == bytes, "looking changed the file");
        if let Ok(answers) = asked(&bed, Access::Write) {
            prop_assert_eq!(&answers, wanted, "bit {} turned over", at);
        }
    }
}

#[test]
fn a_chunk_that_was_changed_is_an_error_that_names_its_column() {
    for spoil in [
        "UPDATE chunk SET bytes = zeroblob(length(bytes)) WHERE column_ordinal = 1",
        "UPDATE chunk SET checksum = '00' WHERE column_ordinal = 1",
        "UPDATE chunk SET row_count = row_count - 1 WHERE column_ordinal = 1",
        "UPDATE chunk SET codec = 'lz4' WHERE column_ordinal = 1",
        "UPDATE chunk SET raw_bytes = 1 << 40 WHERE column_ordinal = 1",
        "DELETE FROM chunk WHERE column_ordinal = 1",
        "UPDATE chunk SET bytes = (SELECT bytes FROM chunk WHERE column_ordinal = 0 AND ordinal = 0) WHERE column_ordinal = 1",
    ] {
        let bed = filled();
        bed.sqlite().execute_batch(spoil).unwrap();
        let store = bed.open();
        let version = store.dataset("customers").unwrap().unwrap();
        let error = store.table(version.id).unwrap_err();
        assert_eq!(error.code(), "file_damaged", "{spoil}");
        assert!(error.message().contains("`tenure`"), "{error}");
        store
            .columns(version.id, &["Contract"])
            .expect("other columns can still be read");
        drop(store);
        assert!(
            problems(&bed.path())
                .iter()
                .any(|problem| problem.starts_with("rows: "))
        );
    }
}

#[test]
fn what_is_said_of_a_dataset_is_sealed() {
    for spoil in [
        "UPDATE dataset_version SET row_count = row_count + 1",
        "UPDATE dataset_version SET source_name = 'other.csv'",
        "UPDATE column_info SET name = 'Tenure' WHERE name = 'tenure'",
        "UPDATE column_info SET type = 'text' WHERE name = 'tenure'",
        "UPDATE column_info SET blank = 0",
        "DELETE FROM column_info WHERE ordinal = 2",
    ] {
        let bed = filled();
        bed.sqlite().execute_batch(spoil).unwrap();
        let store = bed.open();
        assert_eq!(
            store.dataset("customers").unwrap_err().code(),
            "file_damaged",
            "{spoil}"
        );
        drop(store);
        assert!(!problems(&bed.path()).is_empty(), "{spoil}");
    }
}

#[test]
fn records_that_another_program_wrote_are_found() {
    for spoil in [
        "UPDATE segment SET name = 'Mine'",
        "UPDATE pain SET severity = 9",
        "DELETE FROM touchpoint",
        "INSERT INTO job VALUES ('new', 'clinics', 9, 'Sneak in', NULL)",
        "UPDATE dataset SET version = NULL",
        "DELETE FROM workbook",
    ] {
        let bed = filled();
        bed.sqlite().execute_batch(spoil).unwrap();
        let store = bed.open();
        assert_eq!(store.chain().unwrap_err().code(), "file_damaged", "{spoil}");
        drop(store);
        assert!(!problems(&bed.path()).is_empty(), "{spoil}");
    }
}

#[test]
fn a_log_that_belongs_to_another_workbook_is_no_wrong_answer() {
    let (bed, other) = (filled(), Bed::new());
    let mut store = other.create();
    set(&mut store, &small());
    std::fs::copy(
        other.folder().join("book.throughline-wal"),
        bed.folder().join("book.throughline-wal"),
    )
    .unwrap();
    let right = Chain::from_text(&small().to_text()).unwrap().segments[0]
        .id
        .clone();
    match asked(&bed, Access::Read) {
        Ok(answers) => assert!(answers[0].contains(&right)),
        Err(error) => assert_eq!(error.code(), "file_damaged"),
    }
}
