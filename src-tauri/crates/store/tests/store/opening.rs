//! What is no workbook is refused with its name, at once, and stays byte for byte as it is.

use store::{APPLICATION_ID, Access, SCHEMA_VERSION, Store};

use crate::bed::{Bed, problems, set, small, stamp};

const BOTH: [Access; 2] = [Access::Read, Access::Write];

/// Puts these bytes under the workbook's name and expects a refusal with `code`.
fn refuses(bytes: &[u8], code: &str, words: &str) {
    let bed = Bed::new();
    std::fs::write(bed.path(), bytes).unwrap();
    for access in BOTH {
        let error = bed.refused(access);
        assert_eq!(error.code(), code, "{words}");
        assert_eq!(error.exit_code(), 3);
        assert!(
            error.message().contains(words),
            "{error} should say “{words}”"
        );
        assert!(!error.fix().is_empty());
    }
    assert_eq!(store::verify(&bed.path()).unwrap_err().code(), code);
    assert_eq!(
        store::restore(&bed.path(), &bed.folder().join("x"))
            .unwrap_err()
            .code(),
        code
    );
    assert!(bed.bytes() == bytes, "not a byte of it differs");
    assert_eq!(
        bed.names(),
        ["book.throughline"],
        "and nothing stands beside it"
    );
}

#[test]
fn a_missing_file_is_missing_and_not_made() {
    let bed = Bed::new();
    for access in BOTH {
        assert_eq!(bed.refused(access).code(), "file_missing");
    }
    assert!(bed.names().is_empty());
}

#[test]
fn files_of_other_kinds_are_refused_untouched() {
    refuses(b"", "file_empty", "empty");
    refuses(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file_foreign", "PNG");
    refuses(b"PK\x03\x04\x14\0\0\0", "file_foreign", "XLSX");
    refuses(b"customerID,Churn\n1,Yes\n", "file_foreign", "CSV");
    refuses(b"{\"throughline\": 1}", "file_foreign", "chain document");
    refuses(&[0; 5000], "file_foreign", "zeros");
    refuses(b"SQLite format 3\0", "file_damaged", "inside its header");
}

#[test]
fn another_programs_database_is_refused_untouched() {
    let bed = Bed::new();
    let other = bed.sqlite();
    other
        .execute_batch("CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine')")
        .unwrap();
    drop(other);
    let bytes = bed.bytes();
    refuses(&bytes, "file_foreign", "another program");
}

#[test]
fn a_folder_and_a_pipe_are_no_workbooks() {
    let bed = Bed::new();
    std::fs::create_dir(bed.path()).unwrap();
    assert_eq!(bed.refused(Access::Write).code(), "not_a_file");
    #[cfg(unix)]
    {
        let pipe = bed.folder().join("pipe");
        let made = std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap();
        assert!(made.success());
        let error = Store::open(&pipe, Access::Read, &bed.places()).unwrap_err();
        assert_eq!(error.code(), "not_a_file", "and the attempt does not hang");
    }
}

#[test]
fn a_workbook_from_the_future_is_refused_untouched() {
    let bed = Bed::new();
    drop(bed.create());
    bed.sqlite()
        .pragma_update(None, "user_version", SCHEMA_VERSION + 1)
        .unwrap();
    let before = bed.bytes();
    for access in BOTH {
        let error = bed.refused(access);
        assert_eq!((error.code(), error.exit_code()), ("file_newer", 4));
    }
    assert!(bed.bytes() == before);
    assert_eq!(bed.names(), ["book.throughline"]);
}

#[test]
fn a_schema_version_that_is_only_in_the_log_is_seen() {
    let bed = Bed::new();
    drop(bed.create());
    // Another program that is still open: its change has not reached the file itself.
    let other = bed.sqlite();
    other
        .pragma_update(None, "user_version", SCHEMA_VERSION + 1)
        .unwrap();
    assert_eq!(bed.refused(Access::Write).code(), "file_newer");
}

#[test]
fn a_hostile_schema_is_refused_untouched() {
    for spoil in [
        "CREATE TRIGGER t AFTER UPDATE ON offering BEGIN DELETE FROM change; END",
        "CREATE VIEW segments AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT * FROM n",
        "CREATE TABLE secrets (a)",
        "DROP TABLE job; CREATE VIEW job AS SELECT 1 AS id",
        "ALTER TABLE pain ADD COLUMN extra TEXT DEFAULT (hex(randomblob(9)))",
    ] {
        let bed = Bed::new();
        drop(bed.create());
        bed.sqlite().execute_batch(spoil).unwrap();
        let before = bed.bytes();
        for access in BOTH {
            assert_eq!(bed.refused(access).code(), "file_damaged", "{spoil}");
        }
        assert!(bed.bytes() == before);
        assert_eq!(bed.names(), ["book.throughline"]);
        let found = problems(&bed.path());
        assert!(
            found.iter().any(|problem| problem.starts_with("schema: ")),
            "{found:?}"
        );
    }
}

#[test]
fn a_new_workbook_takes_no_name_that_is_taken() {
    let bed = Bed::new();
    std::fs::write(bed.path(), b"mine").unwrap();
    assert_eq!(
        Store::create(&bed.path(), &stamp()).unwrap_err().code(),
        "file_exists"
    );
    assert_eq!(bed.bytes(), b"mine");
    let nowhere = bed.folder().join("no/such/folder/book.throughline");
    assert_eq!(
        Store::create(&nowhere, &stamp()).unwrap_err().code(),
        "file_missing"
    );
}

#[test]
fn the_header_says_what_the_file_is() {
    let bed = Bed::new();
    drop(bed.create());
    let bytes = bed.bytes();
    assert_eq!(bytes[68..72], *b"THLN");
    assert_eq!(bytes[68..72], APPLICATION_ID.to_be_bytes());
    assert_eq!(bytes[60..64], SCHEMA_VERSION.to_be_bytes());
    assert_eq!(
        bytes[18..20],
        [2, 2],
        "a write-ahead log from the first day"
    );
}

/// Regression: on Unix, closing any handle of a file drops every lock the process has on it.
#[cfg(target_os = "linux")]
#[test]
fn looking_at_an_open_workbook_does_not_loosen_its_locks() {
    use std::os::unix::fs::MetadataExt;
    let bed = Bed::new();
    let mut store = bed.create();
    set(&mut store, &small());
    let locked = || {
        let inode = format!(":{} ", std::fs::metadata(bed.path()).unwrap().ino());
        // The list is read piece by piece while other processes lock and unlock, so that one
        // reading can miss a line that was there all the time.
        (0..20).any(|_| {
            std::fs::read_to_string("/proc/locks")
                .unwrap()
                .contains(&inode)
        })
    };
    assert!(locked(), "an open workbook holds a lock on the file");
    let reader = Store::open(&bed.path(), Access::Read, &bed.places()).unwrap();
    assert!(
        locked(),
        "also after its first bytes were read by somebody else in this process"
    );
    assert_eq!(problems(&bed.path()), Vec::<String>::new());
    assert!(locked());
    drop((reader, store));
    assert!(!locked());
}

#[test]
fn a_workbook_behind_a_link_or_an_odd_name_opens() {
    let bed = Bed::new();
    drop(bed.create());
    for name in ["file:x?mode=memory", "a b%41#ü.throughline"] {
        let path = bed.folder().join(name);
        drop(Store::create(&path, &stamp()).unwrap());
        assert!(
            Store::open(&path, Access::Read, &bed.places()).is_ok(),
            "{name}"
        );
        assert!(path.exists());
    }
    #[cfg(unix)]
    {
        let link = bed.folder().join("link.throughline");
        std::os::unix::fs::symlink(bed.path(), &link).unwrap();
        let mut store = Store::open(&link, Access::Write, &bed.places()).unwrap();
        set(&mut store, &small());
        assert!(store.path().ends_with("book.throughline"));
    }
}
