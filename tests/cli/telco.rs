//! The line over the telco table, with its figures known from pandas and statsmodels.

use serde_json::{Value, json};

use crate::desk::{BOOK, Desk, fixture, fixture_bytes, number, segment};

fn row<'a>(comparison: &'a Value, segment: &str) -> &'a Value {
    let rows = comparison["rows"].as_array().expect("rows");
    rows.iter()
        .find(|row| row["segment"] == segment)
        .unwrap_or_else(|| panic!("no row for {segment}: {comparison}"))
}

#[test]
fn the_table_comes_in_whole_with_eleven_blanks_in_a_number_column() {
    let desk = Desk::with_book();
    let table = fixture("data/telco_customer_churn.csv");
    let imported = desk.json(&["import", BOOK, &table, "--name", "customers"]);
    assert_eq!(imported["dataset"], "customers");
    assert_eq!(imported["rows"], 7_043);
    assert_eq!(imported["rejected"], json!([]));
    assert_eq!(imported["grade"], Value::Null, "not graded yet");
    assert_eq!(imported["key"], "customerID");
    let columns = imported["columns"].as_array().expect("columns");
    assert_eq!(columns.len(), 21);
    let total = columns
        .iter()
        .find(|c| c["name"] == "TotalCharges")
        .expect("is there");
    assert_eq!(
        *total,
        json!({"name": "TotalCharges", "type": "number", "blank": 11, "distinct": 6_530})
    );
}

#[test]
fn s0_18_churn_tells_the_segments_apart_and_does_not_where_it_cannot() {
    let desk = Desk::with_telco();
    let churn = desk.json(&["compare", BOOK, "--metric", "churn"]);
    assert_eq!(
        churn["comparisons"], 3,
        "every segment with a rule on the dataset"
    );
    let monthly = row(&churn, "monthly");
    assert_eq!(
        (number(&monthly["n"]), number(&monthly["against_n"])),
        (3_875.0, 3_168.0)
    );
    assert!((number(&monthly["value"]) - 0.427_096_774_193_548_4).abs() < 1e-12);
    assert!(
        (number(&monthly["low"]) - 0.411_601_953_237_378_3).abs() < 1e-9,
        "Wilson"
    );
    assert!(
        (number(&monthly["high"]) - 0.442_735_996_380_242_9).abs() < 1e-9,
        "Wilson"
    );
    assert_eq!(
        monthly["verdict"], "worse",
        "more churn, and lower is better"
    );
    let two_year = row(&churn, "two-year");
    assert!((number(&two_year["value"]) - 0.028_318_584_070_796_46).abs() < 1e-12);
    assert_eq!(two_year["verdict"], "better");
    let women = row(&churn, "women");
    assert!(
        ["cannot_tell", "too_small_to_matter"].contains(&women["verdict"].as_str().expect("text")),
        "{women}"
    );
    let words = women["words"].as_str().expect("words").to_lowercase();
    assert!(
        !words.contains("significant") && !words.contains("no difference"),
        "{words}"
    );
}

#[test]
fn every_level_of_every_referenced_column_agrees_with_the_reference() {
    let reference: Value =
        serde_json::from_slice(&fixture_bytes("reference/m_dataset_segments.json")).expect("JSON");
    let cases: Vec<&Value> = reference
        .as_array()
        .expect("a list")
        .iter()
        .filter(|case| case["inputs"]["file"] == "telco_customer_churn.csv")
        .collect();
    assert!(cases.len() >= 5, "the reference holds the telco columns");
    let desk = Desk::with_telco();
    for case in cases {
        let column = case["inputs"]["segment"].as_str().expect("a column");
        let levels = case["expected"]["segments"].as_array().expect("levels");
        let segments: Vec<Value> = levels
            .iter()
            .enumerate()
            .map(|(place, level)| {
                segment(
                    &format!("level-{place}"),
                    column,
                    level["segment"].as_str().expect("text"),
                )
            })
            .collect();
        desk.apply(&json!({"throughline": 1, "segments": segments}));
        let churn = desk.json(&["compare", BOOK, "--metric", "churn"]);
        for (place, level) in levels.iter().enumerate() {
            let row = row(&churn, &format!("level-{place}"));
            let close = |mine: &str, theirs: &Value| {
                let (mine, theirs) = (number(&row[mine]), number(theirs));
                assert!(
                    (mine - theirs).abs() < 1e-9,
                    "{column}: {mine} is not {theirs}\n{row}"
                );
            };
            close("n", &level["n"]);
            close("value", &level["rate"]);
            close("low", &level["wilson_95"][0]);
            close("high", &level["wilson_95"][1]);
            close("difference", &level["difference_vs_rest"]);
            close("difference_low", &level["newcombe_95_vs_rest"][0]);
            close("difference_high", &level["newcombe_95_vs_rest"][1]);
            let (p, expected) = (number(&row["p"]), number(&level["p_z_vs_rest"]));
            // Tails far out differ in the last digits of the normal function, not in their size.
            let agrees = if expected > 1e-12 {
                (p / expected - 1.0).abs() < 1e-8
            } else {
                (p.log10() - expected.log10()).abs() < 0.01
            };
            assert!(agrees, "{column}: p {p} is not {expected}");
        }
    }
}

#[test]
fn q_is_the_same_whatever_is_shown() {
    let desk = Desk::with_telco();
    let all = desk.json(&["compare", BOOK, "--metric", "churn"]);
    let one = desk.json(&["compare", BOOK, "--metric", "churn", "--segment", "women"]);
    assert_eq!(
        one["comparisons"], 3,
        "the family does not shrink to what is looked at"
    );
    assert_eq!(one["rows"].as_array().expect("rows").len(), 1);
    assert_eq!(one["rows"][0], *row(&all, "women"));
    // Benjamini and Hochberg by hand: the largest of three keeps its p.
    assert_eq!(row(&all, "women")["q"], row(&all, "women")["p"]);
}

#[test]
fn several_metrics_come_in_one_document_each_in_the_shape_of_one() {
    let desk = Desk::with_telco();
    let both = desk.json(&["compare", BOOK, "--metric", "churn", "--metric", "bill"]);
    let one = desk.json(&["compare", BOOK, "--metric", "bill"]);
    assert_eq!(both["metrics"][0]["metric"], "churn");
    assert_eq!(both["metrics"][1], one);
    let monthly = row(&one, "monthly");
    assert!(
        (number(&monthly["value"]) - 66.398_490_3).abs() < 1e-6,
        "a mean: {monthly}"
    );
}

#[test]
fn a_segment_of_all_or_nobody_is_not_compared_and_says_which() {
    let desk = Desk::with_telco();
    desk.apply(&json!({"throughline": 1, "segments": [
        segment("nobody", "Contract", "By the hour"),
        {"id": "all", "name": "All", "dataset": "customers",
         "rule": {"column": "Contract", "op": "is_present"}}]}));
    let churn = desk.json(&["compare", BOOK, "--metric", "churn"]);
    for (id, word) in [("nobody", "Nobody"), ("all", "Everyone")] {
        let row = row(&churn, id);
        assert_eq!(row["verdict"], "cannot_tell", "{row}");
        assert_eq!(row["difference"], Value::Null, "{row}");
        assert!(
            row["words"].as_str().expect("words").contains(word),
            "{row}"
        );
    }
    assert_eq!(row(&churn, "nobody")["value"], Value::Null);
}

#[test]
fn s2_02_one_rule_mixes_attributes_behaviour_and_value_and_other_segments() {
    let desk = Desk::with_telco();
    desk.apply(
        &json!({"throughline": 1, "segments": [{"id": "mixed", "name": "Mixed",
        "dataset": "customers", "kinds": ["demographic", "behavioural", "needs", "value"],
        "rule": {"all": [
            {"column": "SeniorCitizen", "op": "eq", "value": 1},
            {"any": [{"column": "tenure", "op": "lt", "value": 12},
                     {"column": "MonthlyCharges", "op": "gt", "value": 100}]},
            {"not": {"segment": "two-year"}}]}}]}),
    );
    let list = desk.json(&["segments", BOOK]);
    let mixed = list["segments"]
        .as_array()
        .expect("segments")
        .last()
        .expect("the new one")
        .clone();
    // Counted apart from this code: ((SeniorCitizen == 1) & ((tenure < 12) | (MonthlyCharges > 100)) & (Contract != "Two year")).sum()
    assert_eq!(mixed["n"], 480, "{mixed}");
    let why = desk.json(&["why", BOOK, "mixed", "7590-VHVEG"]);
    assert_eq!(why["member"], false);
    let met: Vec<(&str, bool)> = why["conditions"]
        .as_array()
        .expect("conditions")
        .iter()
        .map(|line| (line["words"].as_str().expect("words"), line["met"] == true))
        .collect();
    assert!(met.contains(&("SeniorCitizen is 1", false)), "{met:?}");
    assert!(met.contains(&("tenure is less than 12", true)), "{met:?}");
}

#[test]
fn s1_04_without_a_decision_a_segment_is_just_a_report_filter() {
    let desk = Desk::with_telco();
    let filters = |desk: &Desk| -> Vec<bool> {
        let list = desk.json(&["segments", BOOK]);
        let segments = list["segments"].as_array().expect("segments").clone();
        segments
            .iter()
            .map(|segment| segment["report_filter"] == true)
            .collect()
    };
    assert_eq!(filters(&desk), [true, true, true]);
    assert!(desk.text(&["segments", BOOK]).contains("report filter"));
    desk.apply(&json!({"throughline": 1,
        "decisions": [{"id": "stay", "question": "What makes them stay?"}],
        "segments": [{"id": "monthly", "decision": "stay"}]}));
    assert_eq!(filters(&desk), [false, true, true]);
}

#[test]
fn members_are_listed_by_key_with_their_segment() {
    let desk = Desk::with_telco();
    desk.text(&["members", BOOK, "two-year", "-o", "members.csv"]);
    let csv = String::from_utf8(desk.bytes("members.csv")).expect("text");
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "customerID,segment");
    assert_eq!(lines.len(), 1_696);
    assert!(lines[1..].iter().all(|line| line.ends_with(",two-year")));
    assert_eq!(
        desk.names(),
        ["members.csv", BOOK],
        "nothing else is left behind"
    );
}
