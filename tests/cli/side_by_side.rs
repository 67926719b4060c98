//! Several commands on one workbook at once.

use std::fmt::Write as _;
use std::process::Stdio;
use std::thread;

use serde_json::{Value, json};

use crate::desk::{BOOK, Desk, document, refusal_of};

/// A table that takes a while to come in.
fn long_table() -> String {
    let mut table = "id,plan,spend,left\n".to_owned();
    for row in 0..120_000 {
        let plan = ["small", "medium", "large"][row % 3];
        let left = if row % 7 == 0 { "yes" } else { "no" };
        writeln!(
            table,
            "c{row:06},{plan},{}.{:02},{left}",
            row % 900,
            row % 97
        )
        .expect("fits");
    }
    table
}

#[test]
fn everything_can_be_read_while_another_process_writes() {
    let desk = Desk::with_telco();
    desk.put("long.csv", long_table());
    let compared = desk.json(&["compare", BOOK, "--metric", "churn"]);
    let mut importing = desk
        .command(&["import", BOOK, "long.csv"])
        .stdout(Stdio::null())
        .spawn()
        .expect("starts");
    let mut readings = 0;
    while importing.try_wait().expect("is ours").is_none() || readings == 0 {
        assert_eq!(desk.json(&["compare", BOOK, "--metric", "churn"]), compared);
        assert_eq!(desk.json(&["segments", BOOK])["rows"], 7_043);
        let sheets = desk.json(&["data", BOOK]);
        for sheet in sheets["datasets"].as_array().expect("datasets") {
            let rows = &sheet["rows"];
            assert!(
                *rows == 7_043 || *rows == 120_000,
                "whole or not there: {rows}"
            );
        }
        readings += 1;
    }
    assert!(importing.wait().expect("is ours").success());
    assert_eq!(desk.json(&["data", BOOK, "long"])["rows"], 120_000);
    assert_eq!(desk.names(), ["long.csv", BOOK]);
}

#[test]
fn of_two_imports_under_one_name_one_comes_in_and_the_other_is_told() {
    let desk = Desk::with_book();
    desk.put("long.csv", long_table());
    let calls: Vec<_> = thread::scope(|scope| {
        let importers: Vec<_> = (0..2)
            .map(|_| scope.spawn(|| desk.call(&["import", BOOK, "long.csv", "--json"])))
            .collect();
        importers
            .into_iter()
            .map(|importer| importer.join().expect("ends"))
            .collect()
    });
    let (came, refused): (Vec<_>, Vec<_>) = calls.iter().partition(|call| call.exit == 0);
    assert_eq!((came.len(), refused.len()), (1, 1), "{calls:?}");
    let told = refusal_of(refused[0]);
    assert_eq!((told.code.as_str(), told.exit), ("wrong_state", 4));
    let log = desk.json(&["log", BOOK]);
    assert_eq!(log["changes"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        desk.json(&["verify", BOOK]),
        json!({"ok": true, "problems": []})
    );
    assert_eq!(desk.names(), ["long.csv", BOOK]);
}

#[test]
fn two_writers_lose_none_of_what_was_acknowledged() {
    let desk = Desk::with_book();
    let acknowledged: Vec<String> = thread::scope(|scope| {
        let writers: Vec<_> = ["left", "right"]
            .map(|side| {
                let desk = &desk;
                scope.spawn(move || {
                    let mut done = Vec::new();
                    for place in 0..10 {
                        let id = format!("{side}-{place}");
                        let chain = json!({"throughline": 1, "decisions": [{"id": id}]});
                        let called = desk.call_with(&["apply", BOOK, "-"], &chain.to_string());
                        match called.exit {
                            0 => done.push(id),
                            _ => assert!(called.err.starts_with("error[locked]"), "{called:?}"),
                        }
                    }
                    done
                })
            })
            .into();
        writers
            .into_iter()
            .flat_map(|writer| writer.join().expect("ends"))
            .collect()
    });
    assert!(
        acknowledged.len() >= 10,
        "at least one of them got through: {acknowledged:?}"
    );
    let chain = document(&desk.text(&["dump", BOOK]));
    let kept: Vec<&str> = chain["decisions"]
        .as_array()
        .expect("decisions")
        .iter()
        .map(|decision| decision["id"].as_str().expect("an id"))
        .collect();
    for id in &acknowledged {
        assert!(kept.contains(&id.as_str()), "{id} in {kept:?}");
    }
    assert_eq!(
        kept.len(),
        acknowledged.len(),
        "and nothing that was refused"
    );
    let log = desk.json(&["log", BOOK]);
    assert_eq!(
        log["changes"].as_array().map(Vec::len),
        Some(acknowledged.len())
    );
    assert_eq!(
        desk.json(&["verify", BOOK]),
        json!({"ok": true, "problems": Value::Array(vec![])})
    );
}
