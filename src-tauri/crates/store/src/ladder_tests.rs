//! The way up from an older schema, on ladders made for the test: all steps or none, a verified
//! backup first, the newest schema checked.

use std::path::PathBuf;

use rusqlite::{Connection, Transaction};

use crate::backup::kept;
use crate::error::StoreError;
use crate::ladder::{Ladder, Step};
use crate::places::{Access, Places, Stamp};
use crate::schema::SCHEMA_VERSION;
use crate::store::Store;
use crate::verify::verify;

fn rename(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    Ok(transaction.execute_batch("UPDATE offering SET name = name || ' 2'")?)
}

fn add(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    Ok(transaction.execute_batch("ALTER TABLE offering ADD COLUMN slogan TEXT")?)
}

fn fail(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    add(transaction)?;
    Ok(transaction.execute_batch("INSERT INTO nowhere VALUES (1)")?)
}

fn dangle(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let sql = "INSERT INTO job VALUES ('x', 'nobody', 0, '', NULL)";
    transaction.pragma_update(None, "defer_foreign_keys", true)?;
    Ok(transaction.execute_batch(sql)?)
}

fn has_slogan(connection: &Connection) -> Result<(), StoreError> {
    Ok(connection.query_row("SELECT slogan FROM offering", [], |_| Ok(()))?)
}

fn anything(_: &Connection) -> Result<(), StoreError> {
    Ok(())
}

struct Bed {
    _folder: tempfile::TempDir,
    path: PathBuf,
    places: Places,
}

fn bed() -> Bed {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.throughline");
    let at = "2026-11-01T10:00:00Z".parse().unwrap();
    drop(
        Store::create(
            &path,
            &Stamp {
                at,
                author: String::new(),
            },
        )
        .unwrap(),
    );
    let places = Places {
        backups: folder.path().join("backups"),
        now: at,
    };
    Bed {
        _folder: folder,
        path,
        places,
    }
}

static UP: Ladder = Ladder {
    version: SCHEMA_VERSION + 2,
    steps: &[
        Step {
            to: SCHEMA_VERSION + 1,
            run: rename,
        },
        Step {
            to: SCHEMA_VERSION + 2,
            run: add,
        },
    ],
    check: has_slogan,
};

#[test]
fn an_older_workbook_is_upgraded_in_one_go_after_a_backup_that_opens() {
    for access in [Access::Read, Access::Write] {
        let bed = bed();
        let store = Store::open_with(&bed.path, access, &bed.places, &UP).unwrap();
        let found: (String, Option<String>) = store
            .connection()
            .query_row("SELECT name, slogan FROM offering", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .unwrap();
        assert_eq!(found, (" 2".to_owned(), None));
        drop(store);
        let backups = kept(&bed.path, &bed.places).unwrap();
        assert_eq!(backups.len(), 1);
        assert!(
            verify(&backups[0].path).unwrap().is_empty(),
            "the backup is as it was before"
        );
        let again = Store::open_with(&bed.path, access, &bed.places, &UP).unwrap();
        drop(again);
        assert_eq!(
            kept(&bed.path, &bed.places).unwrap().len(),
            1,
            "once is enough"
        );
        let known = crate::schema::SCHEMA_VERSION;
        assert_eq!(
            verify(&bed.path).unwrap_err().code(),
            "file_newer",
            "above {known}"
        );
    }
}

#[test]
fn an_upgrade_that_fails_leaves_the_workbook_untouched() {
    for ladder in [
        Ladder {
            version: SCHEMA_VERSION + 2,
            steps: &[
                Step {
                    to: SCHEMA_VERSION + 1,
                    run: rename,
                },
                Step {
                    to: SCHEMA_VERSION + 2,
                    run: fail,
                },
            ],
            check: anything,
        },
        Ladder {
            version: SCHEMA_VERSION + 1,
            steps: &[Step {
                to: SCHEMA_VERSION + 1,
                run: rename,
            }],
            check: has_slogan,
        },
        Ladder {
            version: SCHEMA_VERSION + 1,
            steps: &[Step {
                to: SCHEMA_VERSION + 1,
                run: dangle,
            }],
            check: anything,
        },
        Ladder {
            version: SCHEMA_VERSION + 2,
            steps: &[Step {
                to: SCHEMA_VERSION + 2,
                run: add,
            }],
            check: has_slogan,
        },
    ] {
        let bed = bed();
        let before = std::fs::read(&bed.path).unwrap();
        assert!(Store::open_with(&bed.path, Access::Write, &bed.places, &ladder).is_err());
        assert!(
            std::fs::read(&bed.path).unwrap() == before,
            "not a byte differs"
        );
        assert!(verify(&bed.path).unwrap().is_empty());
        assert_eq!(
            kept(&bed.path, &bed.places).unwrap().len(),
            1,
            "the backup was made first"
        );
    }
}

#[test]
fn an_upgrade_without_room_for_its_backup_does_not_start() {
    let bed = bed();
    let before = std::fs::read(&bed.path).unwrap();
    // A file stands where the folder for backups should be.
    std::fs::write(&bed.places.backups, b"").unwrap();
    assert!(Store::open_with(&bed.path, Access::Write, &bed.places, &UP).is_err());
    assert!(std::fs::read(&bed.path).unwrap() == before);
}
