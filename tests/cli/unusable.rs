//! Workbooks that cannot be used: every command says so with a way out, and leaves them as they are.

use crate::desk::{BOOK, Desk, fixture_bytes, refusal_of};

/// A call of every command that takes a workbook, on workbooks that hold the telco table.
const CALLS: &[&[&str]] = &[
    &["import", BOOK, "table.csv"],
    &["data", BOOK],
    &["apply", BOOK, "document.json"],
    &["apply", BOOK, "document.json", "--dry-run"],
    &["dump", BOOK],
    &["segments", BOOK],
    &["members", BOOK, "monthly", "-o", "out.csv"],
    &["why", BOOK, "monthly", "7590-VHVEG"],
    &["compare", BOOK, "--metric", "churn"],
    &["brief", BOOK, "monthly", "-o", "out.md"],
    &["verify", BOOK],
    &["log", BOOK],
    &["undo", BOOK],
    &["redo", BOOK],
    &["backup", BOOK],
];

/// The desk with what those calls need besides the workbook.
fn furnished(desk: Desk) -> Desk {
    desk.put("table.csv", "id,a\nx,1\ny,2\n");
    desk.put(
        "document.json",
        r#"{"throughline": 1, "offering": {"name": "A"}}"#,
    );
    desk
}

fn every_call_is_refused(desk: &Desk, code: &str, exit: i32) {
    let before = desk.bytes(BOOK);
    let names = desk.names();
    for call in CALLS {
        let refusal = desk.refusal(call);
        assert_eq!(
            (refusal.code.as_str(), refusal.exit),
            (code, exit),
            "{call:?}: {refusal:?}"
        );
        assert_eq!(desk.bytes(BOOK), before, "{call:?} left the file as it was");
        assert_eq!(desk.names(), names, "{call:?} left nothing beside it");
    }
}

#[test]
fn a_workbook_from_the_future_is_left_alone_by_every_command() {
    let desk = furnished(Desk::with_telco());
    let mut bytes = desk.bytes(BOOK);
    // SQLite keeps the schema version a program gave it at byte 60, big-endian.
    bytes[60..64].copy_from_slice(&1_000_u32.to_be_bytes());
    desk.put(BOOK, &bytes);
    every_call_is_refused(&desk, "file_newer", 4);
}

#[test]
fn a_file_that_is_no_workbook_is_left_alone_by_every_command() {
    for (bytes, code) in [
        (fixture_bytes("hostile/picture.csv"), "file_foreign"),
        (fixture_bytes("data/ucb_admissions.csv"), "file_foreign"),
        (Vec::new(), "file_empty"),
    ] {
        let desk = furnished(Desk::new());
        desk.put(BOOK, bytes);
        every_call_is_refused(&desk, code, 3);
    }
}

#[test]
fn a_name_at_the_head_of_an_error_is_written_as_it_is() {
    let desk = furnished(Desk::with_book());
    desk.put("empty.csv", "");
    for (call, words) in [
        (vec!["new", "table.csv"], "table.csv exists already"),
        (vec!["new", BOOK], "t.throughline exists already"),
        (vec!["restore", BOOK, "-o", "table.csv"], "table.csv exists"),
        (vec!["import", BOOK, "empty.csv"], "empty.csv is empty"),
        (vec!["apply", BOOK, "none.json"], "none.json does not exist"),
        (vec!["data", "none.throughline"], "There is no file none"),
    ] {
        let refusal = desk.refusal(&call);
        assert!(
            refusal.message.starts_with(words),
            "{call:?}: {}",
            refusal.message
        );
    }
}

#[test]
fn a_workbook_that_is_not_there_is_not_made_by_asking_for_it() {
    let desk = furnished(Desk::new());
    for call in CALLS {
        let refusal = desk.refusal(call);
        assert_eq!(
            (refusal.code.as_str(), refusal.exit),
            ("file_missing", 3),
            "{call:?}"
        );
    }
    assert_eq!(desk.names(), ["document.json", "table.csv"]);
}

#[test]
fn a_damaged_chunk_is_an_error_wherever_a_figure_rests_on_it() {
    let desk = Desk::with_telco();
    let mut bytes = desk.bytes(BOOK);
    spoil_chunks(&mut bytes);
    desk.put(BOOK, &bytes);
    for call in [
        &["segments", BOOK][..],
        &["compare", BOOK, "--metric", "churn"],
        &["members", BOOK, "monthly", "-o", "out.csv"],
        &["why", BOOK, "monthly", "7590-VHVEG"],
        &["brief", BOOK, "monthly", "-o", "out.md"],
        &["backup", BOOK],
    ] {
        let refusal = desk.refusal(call);
        assert_eq!(
            (refusal.code.as_str(), refusal.exit),
            ("file_damaged", 3),
            "{call:?}: {refusal:?}"
        );
        assert!(refusal.fix.contains("backup"), "{call:?}: {}", refusal.fix);
    }
    assert_eq!(desk.names(), [BOOK], "nothing was written");
    let kept: Vec<_> = std::fs::read_dir(desk.data().join("throughline/backups"))
        .into_iter()
        .flatten()
        .flat_map(|folder| std::fs::read_dir(folder.expect("an entry").path()))
        .flatten()
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| ending == "throughline")
        })
        .collect();
    assert!(kept.is_empty(), "no file looks like a backup: {kept:?}");
    assert_eq!(desk.call(&["verify", BOOK]).exit, 1, "and verify names it");
}

/// Turns bytes over inside every chunk, and leaves SQLite's own bytes as they are.
fn spoil_chunks(bytes: &mut [u8]) {
    // zstd's magic number starts each of them; no chunk is shorter than this.
    let magic = [0x28, 0xB5, 0x2F, 0xFD];
    let starts: Vec<usize> = bytes
        .windows(10)
        .enumerate()
        .filter(|(_, window)| window.starts_with(&magic))
        .map(|(at, _)| at)
        .collect();
    assert!(!starts.is_empty(), "chunks are there");
    for start in starts {
        for byte in &mut bytes[start + 6..start + 9] {
            *byte ^= 0xFF;
        }
    }
}

#[test]
fn a_damaged_workbook_is_found_out_and_never_read_as_if_it_were_whole() {
    let desk = Desk::with_telco();
    let whole = desk.bytes(BOOK);
    let sound = desk.json(&["compare", BOOK, "--metric", "churn"]);
    let mut found = 0;
    for place in 1..24 {
        let mut bytes = whole.clone();
        let at = bytes.len() * place / 24;
        bytes[at] ^= 0x40;
        desk.put(BOOK, &bytes);
        let verified = desk.call(&["verify", BOOK, "--json"]);
        match verified.exit {
            // Room that no table uses yet: nothing that was written is different.
            0 => assert!(
                whole[at - 16..at + 16].iter().all(|byte| *byte == 0),
                "only empty room goes unseen: byte {at}"
            ),
            1 => {
                let answer = crate::desk::document(&verified.out);
                assert_eq!(answer["ok"], false);
                assert!(!answer["problems"].as_array().expect("a list").is_empty());
                found += 1;
            }
            _ => {
                assert_eq!(refusal_of(&verified).code, "file_damaged");
                found += 1;
            }
        }
        let compared = desk.call(&["compare", BOOK, "--metric", "churn", "--json"]);
        if compared.exit == 0 {
            assert_eq!(
                crate::desk::document(&compared.out),
                sound,
                "no wrong figure: byte {at}"
            );
        } else {
            refusal_of(&compared);
        }
        assert_eq!(desk.bytes(BOOK), bytes, "looking changes nothing");
    }
    assert!(found > 0, "some of the places hold what was written");
}

/// Root may write anywhere, so under root the command is started as nobody in particular.
#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_an_error_and_its_workbook_can_still_be_read() {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;
    use std::process::Command;

    let desk = furnished(Desk::with_telco());
    let before = desk.bytes(BOOK);
    let table = desk.path("table.csv").to_string_lossy().into_owned();
    let is_root = fs::metadata(&table).expect("is there").uid() == 0;
    let mode = |path: &std::path::Path, mode| {
        fs::set_permissions(path, Permissions::from_mode(mode)).expect("is ours");
    };
    let home = desk.data();
    let home = home.parent().expect("the desk's folder");
    let program = home.join("throughline");
    fs::copy(
        throughline_tests::program("throughline").expect("a path"),
        &program,
    )
    .expect("copies");
    mode(home, 0o755);
    mode(&desk.data(), 0o777);
    mode(&desk.path(""), 0o555);
    mode(&desk.path(BOOK), 0o444);
    let call = |words: &[&str]| {
        let mut command = Command::new(&program);
        desk.furnish(&mut command);
        command.args(words).arg("--json");
        if is_root {
            command.uid(65_534).gid(65_534);
        }
        let output = command.output().expect("starts");
        crate::desk::Called {
            exit: output.status.code().expect("ends by itself"),
            out: String::from_utf8(output.stdout).expect("text"),
            err: String::from_utf8(output.stderr).expect("text"),
        }
    };
    for words in [
        &["new", "another.throughline"][..],
        &["import", BOOK, "table.csv"],
        &["apply", BOOK, "document.json"],
        &["undo", BOOK],
        &["members", BOOK, "monthly", "-o", "out.csv"],
        &["brief", BOOK, "monthly", "-o", "out.md"],
        &["dump", BOOK, "-o", "out.json"],
    ] {
        let refusal = refusal_of(&call(words));
        assert_eq!(
            (refusal.code.as_str(), refusal.exit),
            ("read_only", 5),
            "{words:?}"
        );
    }
    for words in [
        &["segments", BOOK][..],
        &["dump", BOOK],
        &["verify", BOOK],
        &["log", BOOK],
    ] {
        let called = call(words);
        assert_eq!(
            (called.exit, called.err.as_str()),
            (0, ""),
            "{words:?}: {called:?}"
        );
    }
    mode(&desk.path(""), 0o755);
    assert_eq!(desk.bytes(BOOK), before);
    assert_eq!(desk.names(), ["document.json", BOOK, "table.csv"]);
}
