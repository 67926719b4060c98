//! Workbooks that begin with something in them: samples and templates.

use serde_json::{Value, json};

use crate::desk::{BOOK, Desk, number};

/// The samples: their segments before and after, and the metrics that praise and judge them.
const SAMPLES: [(&str, [&str; 2], [&str; 2]); 2] = [
    (
        "skincare",
        ["glowing-skin", "reactive-skin"],
        ["click-rate", "refunded"],
    ),
    (
        "hr-saas",
        ["hr-everywhere", "two-systems"],
        ["addresses", "accepted"],
    ),
];

fn verdicts(desk: &Desk, metric: &str, segments: [&str; 2]) -> Value {
    let [before, after] = segments;
    let words = [
        "compare",
        BOOK,
        "--metric",
        metric,
        "--segment",
        before,
        "--segment",
        after,
    ];
    let compared = desk.json(&words);
    json!([
        compared["rows"][0]["verdict"],
        compared["rows"][1]["verdict"]
    ])
}

#[test]
fn s0_39_a_sample_says_which_it_is_and_shows_what_clicks_hid() {
    for (name, segments, [early, downstream]) in SAMPLES {
        let desk = Desk::new();
        let made = desk.json(&["sample", BOOK, name]);
        assert_eq!(made["sample"], name);
        assert_eq!(json!([made["before"], made["after"]]), json!(segments));
        assert_eq!(verdicts(&desk, early, segments), json!(["better", "worse"]));
        assert_eq!(
            verdicts(&desk, downstream, segments),
            json!(["worse", "better"])
        );
        assert_eq!(desk.names(), [BOOK], "one file and nothing beside it");
        assert_eq!(desk.json(&["verify", BOOK])["ok"], true);
        let log = desk.json(&["log", BOOK]);
        assert_eq!(log["changes"].as_array().map(Vec::len), Some(4));
        assert_eq!(log["changes"][0]["author"], "Sample");
        let listed = desk.json(&["segments", BOOK]);
        let filters: Vec<&Value> = listed["segments"]
            .as_array()
            .expect("a list")
            .iter()
            .filter(|segment| segment["report_filter"] == true)
            .collect();
        assert!(
            !filters.is_empty(),
            "a segment that lost its name is among them"
        );
        assert!((3_000.0..10_000.0).contains(&number(&listed["rows"])));
        desk.text(&["brief", BOOK, segments[1], "-o", "brief.md"]);
        let brief = String::from_utf8(desk.bytes("brief.md")).expect("is text");
        assert!(
            brief.contains("| generated-"),
            "paper says that the rows are generated"
        );
        assert!(!brief.contains("., "), "no sentence ends twice:\n{brief}");
    }
}

#[test]
fn without_a_name_the_sample_is_chosen_and_said() {
    let desk = Desk::new();
    let said = desk.text(&["sample", BOOK]);
    assert!(
        said.contains("HR software whose leads nobody wanted"),
        "{said}"
    );
    assert!(said.contains("The rows are generated."), "{said}");
    let same = Desk::new();
    same.text(&["sample", BOOK, "hr-saas"]);
    assert_eq!(same.text(&["dump", BOOK]), desk.text(&["dump", BOOK]));
}

#[test]
fn a_sample_goes_through_a_document_byte_for_byte() {
    for (name, ..) in SAMPLES {
        let desk = Desk::new();
        desk.text(&["sample", BOOK, name]);
        let first = desk.text(&["dump", BOOK]);
        desk.text(&["new", "other.throughline"]);
        let applied = desk.call_with(&["apply", "other.throughline", "-"], &first);
        assert_eq!(applied.exit, 0, "{applied:?}");
        assert_eq!(desk.text(&["dump", "other.throughline"]), first);
    }
}

#[test]
fn a_name_that_is_taken_or_unknown_is_refused_and_nothing_is_left() {
    let desk = Desk::new();
    desk.put(BOOK, "my own words");
    for words in [
        &["sample", BOOK, "skincare"][..],
        &["new", BOOK, "--template", "saas"],
    ] {
        let refusal = desk.refusal(words);
        assert_eq!((refusal.exit, refusal.code.as_str()), (3, "file_exists"));
    }
    assert_eq!(desk.bytes(BOOK), b"my own words");
    for words in [
        &["sample", "n.throughline", "skin"][..],
        &["new", "n.throughline", "--template", "b2b"],
    ] {
        let refusal = desk.refusal(words);
        assert_eq!(refusal.exit, 2, "{refusal:?}");
    }
    assert_eq!(desk.names(), [BOOK]);
}

#[test]
fn a_template_is_a_decision_a_segment_and_the_metrics_of_its_business() {
    for (name, metrics) in [
        ("saas", &["asked", "accepted", "activated", "churn"][..]),
        ("dtc", &["ordered", "refunded", "repeat"]),
        (
            "service",
            &["enquired", "became-project", "in-budget", "referred"],
        ),
    ] {
        let desk = Desk::new();
        assert_eq!(
            desk.json(&["new", BOOK, "--template", name])["template"],
            name
        );
        let chain = desk.json(&["dump", BOOK]);
        let ids = |list: &Value| -> Vec<String> {
            let list = list.as_array().expect("a list");
            list.iter()
                .filter_map(|it| it["id"].as_str().map(str::to_owned))
                .collect()
        };
        assert_eq!(ids(&chain["metrics"]), metrics);
        assert_eq!(ids(&chain["segments"]), ["first-segment"]);
        assert_eq!(
            chain["segments"][0]["name"], "",
            "its name is the team's to write"
        );
        assert_eq!(
            chain["segments"][0]["decision"],
            chain["decisions"][0]["id"]
        );
        desk.text(&["undo", BOOK]);
        let empty = Desk::with_book();
        assert_eq!(desk.text(&["dump", BOOK]), empty.text(&["dump", BOOK]));
    }
    let blank = Desk::new();
    blank.text(&["new", BOOK, "--template", "blank"]);
    assert_eq!(
        blank.text(&["dump", BOOK]),
        Desk::with_book().text(&["dump", BOOK])
    );
}
