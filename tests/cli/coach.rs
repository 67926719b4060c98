//! The coach on the command line: what it finds, and what it asks.

use serde_json::{Value, json};

use crate::desk::{BOOK, Desk};

/// A workbook with one sound segment and one that failed its test.
fn desk() -> Desk {
    let desk = Desk::with_book();
    desk.apply(&json!({"throughline": 1,
        "offering": {"name": "Firstday"},
        "decisions": [{"id": "who", "question": "Whom does sales call first?"}],
        "segments": [
            {"id": "hr", "name": "HR teams that onboard by checklist", "role": "primary", "decision": "who",
             "value": {"payoffs": [{"id": "hours", "text": "Three hours a week back within 28 days"}],
                       "proofs": [{"id": "sheets", "text": "Time sheets of 212 teams", "kind": "data", "supports": "hours"}]}},
            {"id": "old", "standing": "invalidated",
             "value": {"payoffs": [{"id": "faster", "text": "Onboard faster"}]},
             "positioning": {"benefit": "makes onboarding easier for teams that hire every month"}}
        ]}));
    desk
}

fn rules_of(found: &Value) -> Vec<&str> {
    let findings = found["findings"].as_array().expect("a list");
    findings.iter().filter_map(|f| f["rule"].as_str()).collect()
}

#[test]
fn check_says_nothing_of_a_sound_segment_and_leaves_failed_ones_out_until_asked() {
    let desk = desk();
    let found = desk.json(&["check", BOOK]);
    assert_eq!(found["findings"], json!([]));
    assert_eq!(
        found["counts"],
        json!({"blocker": 0, "warning": 0, "hint": 0})
    );
    let called = desk.call(&["check", BOOK, "--all", "--json"]);
    assert_eq!(
        called.exit, 1,
        "a statement that replaces nothing is a blocker"
    );
    let found: Value = serde_json::from_str(&called.out).expect("JSON");
    let rules = rules_of(&found);
    for wanted in [
        "vague-payoff",
        "proof-missing",
        "no-alternative",
        "segment-without-decision",
    ] {
        assert!(rules.contains(&wanted), "{wanted} in {rules:?}");
    }
    assert_eq!(found["counts"]["blocker"], 1);
    let finding = found["findings"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|f| f["rule"] == "vague-payoff");
    let finding = finding.expect("it is found");
    for (field, wanted) in [
        ("record", json!("faster")),
        ("field", json!("text")),
        ("level", json!("warning")),
        ("start", json!(8)),
        ("end", json!(14)),
        ("quote", json!("faster")),
    ] {
        assert_eq!(finding[field], wanted, "{field}");
    }
    assert_eq!(finding["fix"]["kind"], "prompt");
}

#[test]
fn a_fix_is_a_document_that_apply_takes() {
    let desk = desk();
    desk.apply(&json!({"throughline": 1, "segments": [{"id": "hr", "role": "queued"}]}));
    let found = desk.json(&["check", BOOK]);
    assert_eq!(rules_of(&found), ["no-primary"]);
    desk.apply(&found["findings"][0]["fix"]["patch"]);
    assert_eq!(rules_of(&desk.json(&["check", BOOK])), [""; 0]);
}

#[test]
fn check_reads_for_people_segment_by_segment_and_counts_at_the_end() {
    let desk = desk();
    let called = desk.call(&["check", BOOK, "--all"]);
    assert_eq!(called.exit, 1);
    for wanted in [
        "blocker",
        "old.alternatives",
        "1 blocker, ",
        "throughline rules",
    ] {
        assert!(called.out.contains(wanted), "{wanted}: {}", called.out);
    }
    assert!(
        desk.text(&["check", BOOK])
            .contains("Nothing weak was found.")
    );
}

#[test]
fn a_suppression_of_a_document_counts_and_is_listed() {
    let desk = desk();
    desk.apply(
        &json!({"throughline": 1, "segments": [{"id": "hr", "role": "queued"}],
        "suppressions": [{"rule": "no-primary", "record": "hr", "field": "role",
                          "reason": "The board decides in March", "on": "2026-11-02"}]}),
    );
    let found = desk.json(&["check", BOOK]);
    assert_eq!(found["findings"], json!([]));
    assert_eq!(
        found["set_aside"][0]["reason"],
        "The board decides in March"
    );
    assert_eq!(found["set_aside"][0]["silence"], "holds");
    assert!(
        desk.text(&["check", BOOK])
            .contains("1 finding is set aside with a reason.")
    );
}

#[test]
fn rules_lists_what_each_asks_with_a_weak_and_a_strong_example() {
    let desk = Desk::new();
    let rules = desk.json(&["rules"]);
    let rules = rules["rules"].as_array().expect("a list");
    for wanted in [
        "segment-without-decision",
        "no-primary",
        "vague-payoff",
        "proof-missing",
        "no-alternative",
    ] {
        let rule = rules.iter().find(|rule| rule["id"] == wanted);
        let rule = rule.unwrap_or_else(|| panic!("{wanted} is listed"));
        for field in [
            "name", "level", "group", "question", "why", "weak", "strong", "fix",
        ] {
            assert!(
                rule[field].as_str().is_some_and(|text| !text.is_empty()),
                "{wanted}.{field}"
            );
        }
        for field in ["looks_at", "rows"] {
            assert!(
                rule[field].as_array().is_some_and(|list| !list.is_empty()),
                "{wanted}.{field}"
            );
        }
    }
    assert!(
        desk.text(&["rules"])
            .contains("What could they check for themselves?")
    );
}

#[test]
fn lint_reads_a_text_a_line_and_says_what_is_weak_with_its_place() {
    let desk = Desk::with_book();
    let lines = concat!(
        "{\"id\": \"a\", \"kind\": \"payoff\", \"text\": \"🙂 Saves time\"}\n\n",
        "{\"id\": \"b\", \"kind\": \"job\", \"text\": \"Know before milking which cow needs the vet\"}\n"
    );
    let called = desk.call_with(&["lint"], lines);
    assert_eq!(called.exit, 0, "{}", called.err);
    let read: Vec<Value> = called
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(read.len(), 2, "an empty line is no text");
    assert_eq!(read[0]["id"], "a");
    let found = &read[0]["findings"][0];
    assert_eq!(
        (&found["rule"], &found["start"], &found["end"]),
        (&json!("vague-payoff"), &json!(2), &json!(12)),
        "counted in characters"
    );
    assert_eq!(read[1], json!({"id": "b", "findings": []}));

    let refused = desk.call_with(&["lint"], "{\"kind\": \"poem\", \"text\": \"\"}\n");
    assert_eq!(refused.exit, 3);
    assert!(refused.err.contains("Line 1 "), "{}", refused.err);
}

#[test]
fn lint_with_json_is_one_document_also_when_a_line_is_refused() {
    let desk = Desk::with_book();
    let lines = concat!(
        "{\"id\": \"a\", \"kind\": \"payoff\", \"text\": \"Saves time\"}\n",
        "{\"id\": \"b\", \"kind\": \"job\", \"text\": \"Know before milking which cow needs the vet\"}\n"
    );
    let document = |input: &str| -> Value {
        let called = desk.call_with(&["lint", "--json"], input);
        assert_eq!(called.err, "", "nothing stands beside the document");
        serde_json::from_str(&called.out).expect("one document")
    };
    let read = document(lines);
    assert_eq!(read["texts"].as_array().map(Vec::len), Some(2));
    assert_eq!(read["texts"][0]["findings"][0]["rule"], "vague-payoff");
    assert_eq!(read["texts"][1], json!({"id": "b", "findings": []}));
    assert_eq!(document(""), json!({"texts": []}));
    let refused = document(&format!("{lines}{{\"kind\": \"poem\", \"text\": \"\"}}\n"));
    assert_eq!(refused["error"]["code"], "bad_document");
}

#[test]
fn rules_tell_how_often_they_were_right() {
    let desk = Desk::with_book();
    let told = desk.json(&["rules", "--scores"]);
    let scores = told["measured"]["scores"].as_array().expect("a list");
    let all = scores.last().expect("all together");
    assert_eq!(all["rule"], "all");
    assert!(all["precision"].as_f64().expect("a share") >= 0.9);
    let page = desk.call(&["rules", "--scores"]).out;
    assert!(page.contains("precision"), "{page}");
}
