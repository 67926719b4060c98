//! `kill -9` at random moments, while the chain is edited and while tables come in.

use std::fmt::Write as _;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::desk::{BOOK, Desk};

/// Kills while the chain is edited, and while a table comes in.
const KILLS: u32 = 15;

/// Random moments. The seed is told when a test fails, as captured output.
struct Moments(u64);

impl Moments {
    fn new() -> Self {
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .expect("after 1970");
        let seed = now.as_nanos() as u64 | 1;
        println!("seed {seed}");
        Self(seed)
    }

    /// A moment before `most`.
    fn before(&mut self, most: Duration) -> Duration {
        // Marsaglia's xorshift: good enough to spread moments.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        most.mul_f64((self.0 >> 11) as f64 / (1_u64 << 53) as f64)
    }
}

/// Kills the child after a while; true when it had done what it was asked before.
fn killed_after(mut child: Child, moment: Duration) -> bool {
    let until = Instant::now() + moment;
    while Instant::now() < until {
        if let Some(status) = child.try_wait().expect("is ours") {
            assert!(status.success(), "undisturbed it works");
            return true;
        }
        sleep(Duration::from_micros(300));
    }
    child.kill().expect("is ours");
    // It may have ended just before it was killed.
    child.wait().expect("is ours").success()
}

fn started(desk: &Desk, words: &[&str]) -> Child {
    let mut command = desk.command(words);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
        .spawn()
        .expect("`cargo build --workspace` makes the command")
}

fn ids(chain: &Value, kind: &str) -> Vec<String> {
    let records = chain[kind].as_array().cloned().unwrap_or_default();
    let id = |record: &Value| record["id"].as_str().expect("an id").to_owned();
    records.iter().map(id).collect()
}

fn is_whole(desk: &Desk) {
    let verified = desk.json(&["verify", BOOK]);
    assert_eq!(verified, json!({"ok": true, "problems": []}));
}

#[test]
fn an_edit_that_was_acknowledged_outlives_a_kill_and_none_is_there_by_half() {
    let desk = Desk::with_book();
    let mut moments = Moments::new();
    let began = Instant::now();
    desk.apply(&json!({"throughline": 1, "decisions": [{"id": "first"}],
        "segments": [{"id": "first", "decision": "first"}]}));
    // Twice as long as an edit takes: about every other one is killed.
    let span = began.elapsed() * 2;
    let mut acknowledged = vec!["first".to_owned()];
    let mut kills = 0;
    let mut tries = 0;
    while kills < KILLS {
        tries += 1;
        assert!(tries < 400, "kills come too late every time");
        let id = format!("e{tries}");
        // Two records that name each other: an edit is there whole, or not at all.
        let edit = json!({"throughline": 1, "decisions": [{"id": id}],
            "segments": [{"id": id, "decision": id}]});
        desk.put("edit.json", edit.to_string());
        let done = killed_after(
            started(&desk, &["apply", BOOK, "edit.json"]),
            moments.before(span),
        );
        let chain: Value = serde_json::from_str(&desk.text(&["dump", BOOK])).expect("JSON");
        let (decisions, segments) = (ids(&chain, "decisions"), ids(&chain, "segments"));
        assert_eq!(decisions, segments, "no half edit");
        if done {
            acknowledged.push(id);
        } else {
            kills += 1;
            is_whole(&desk);
            // A killed edit that had been written but not told counts as done from here on.
            if decisions.contains(&id) {
                acknowledged.push(id);
            }
        }
        assert_eq!(
            decisions, acknowledged,
            "each acknowledged edit, and no other"
        );
    }
    let log = desk.json(&["log", BOOK]);
    assert_eq!(
        log["changes"].as_array().map(Vec::len),
        Some(acknowledged.len())
    );
    for _ in &acknowledged {
        desk.text(&["undo", BOOK]);
    }
    let chain: Value = serde_json::from_str(&desk.text(&["dump", BOOK])).expect("JSON");
    assert!(
        ids(&chain, "decisions").is_empty(),
        "every step can be taken back"
    );
    assert_eq!(
        desk.names(),
        ["edit.json", BOOK],
        "nothing is left beside the workbook"
    );
}

#[test]
fn a_killed_import_leaves_no_half_dataset_and_nothing_beside_the_workbook() {
    const ROWS: u32 = 40_000;
    let desk = Desk::with_book();
    let mut table = "id,plan,spend\n".to_owned();
    for row in 0..ROWS {
        writeln!(
            table,
            "c{row:06},{},{}.5",
            ["small", "large"][row as usize % 2],
            row % 500
        )
        .expect("fits");
    }
    desk.put("table.csv", table);
    let began = Instant::now();
    desk.text(&["import", BOOK, "table.csv", "--name", "kept"]);
    let span = began.elapsed().mul_f64(1.2);
    let kept = desk.json(&["data", BOOK, "kept"]);
    let mut moments = Moments::new();
    let mut datasets = vec!["kept".to_owned()];
    let mut kills = 0;
    let mut tries = 0;
    while kills < KILLS {
        tries += 1;
        assert!(tries < 100, "kills come too late every time");
        let name = format!("t{tries}");
        let words = ["import", BOOK, "table.csv", "--name", &name];
        let done = killed_after(started(&desk, &words), moments.before(span));
        let chain: Value = serde_json::from_str(&desk.text(&["dump", BOOK])).expect("JSON");
        let found = ids(&chain, "datasets");
        if done || found.contains(&name) {
            datasets.push(name);
        }
        if !done {
            kills += 1;
            is_whole(&desk);
        }
        assert_eq!(
            found, datasets,
            "a dataset that was acknowledged, and no other"
        );
        let sheets = desk.json(&["data", BOOK]);
        for sheet in sheets["datasets"].as_array().expect("datasets") {
            assert_eq!(sheet["rows"], ROWS, "never by half");
            assert_eq!(sheet["hash"], kept["hash"]);
        }
    }
    desk.apply(&json!({"throughline": 1, "offering": {"name": "After all that"}}));
    assert_eq!(
        desk.names(),
        [BOOK, "table.csv"],
        "the next change leaves one file"
    );
    is_whole(&desk);
}
