use std::path::Path;

use serde_json::{Value, json};

use super::*;
use crate::{Desk, ImportSettings, Unwatched};

/// The telco table with three segments and a few metrics.
fn book(folder: &Path, segments: &Value, metrics: &Value) -> Book {
    let desk = Desk {
        author: "Mira".into(),
        data: folder.join("data"),
        hand: crate::Hand::Command,
    };
    let mut book = Book::create(&folder.join("map.throughline"), desk).expect("a workbook");
    let table = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../tests/fixtures/data/telco_customer_churn.csv");
    let settings = ImportSettings {
        name: "customers".into(),
        ..ImportSettings::default()
    };
    book.import(&table, &settings, &Unwatched)
        .expect("comes in");
    let document = json!({"throughline": 1, "segments": segments, "metrics": metrics});
    book.apply(&document.to_string(), false).expect("stands");
    book
}

fn rate(id: &str, stage: &str, column: &str) -> Value {
    json!({"id": id, "dataset": "customers", "stage": stage, "better": "lower", "threshold": 0.02,
           "formula": {"rate": {"where": {"column": column, "op": "eq", "value": "Yes"}}}})
}

fn segments() -> Value {
    json!([
        {"id": "monthly", "role": "primary", "dataset": "customers",
         "rule": {"column": "Contract", "op": "eq", "value": "Month-to-month"}},
        {"id": "few", "dataset": "customers",
         "rule": {"column": "customerID", "op": "in", "value": ["7590-VHVEG", "5575-GNVDE"]}},
        {"id": "everyone", "dataset": "customers", "rule": {"column": "customerID", "op": "is_present"}},
        {"id": "told", "described": "Households that call"},
    ])
}

#[test]
fn the_map_says_the_same_as_the_comparison_it_stands_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = book(
        folder.path(),
        &segments(),
        &json!([rate("churn", "downstream", "Churn")]),
    );
    let map = book.map_results(&[]).expect("measured");
    let compared = book.compare("churn", &[], &Other::Rest).expect("measured");
    assert_eq!(map.metrics[0].comparisons, compared.comparisons);
    for row in &compared.rows {
        let figures = &map.rows.iter().find(|it| it.segment == row.segment);
        let figure = figures.expect("every segment has a row").figures[0];
        assert_eq!(
            (
                figure.n,
                figure.difference,
                figure.low,
                figure.high,
                figure.q
            ),
            (
                row.n,
                row.difference,
                row.difference_low,
                row.difference_high,
                row.q
            ),
            "one family, one q, whatever is shown"
        );
    }
}

#[test]
fn few_people_and_no_data_are_told_apart() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = book(
        folder.path(),
        &segments(),
        &json!([rate("churn", "downstream", "Churn")]),
    );
    let map = book.map_results(&[]).expect("measured");
    let readings: Vec<(&str, Reading)> = map
        .rows
        .iter()
        .map(|row| (row.segment.as_str(), row.figures[0].reading))
        .collect();
    assert_eq!(
        readings,
        [
            ("monthly", Reading::Read),
            ("few", Reading::TooFew),
            ("everyone", Reading::NobodyElse),
            ("told", Reading::NotMeasured),
        ]
    );
}

#[test]
fn s4_03_early_metrics_never_stand_alone_on_the_map() {
    let folder = tempfile::tempdir().expect("a folder");
    let metrics = json!([
        rate("opened", "early", "PaperlessBilling"),
        rate("churn", "downstream", "Churn"),
    ]);
    let mut book = book(folder.path(), &segments(), &metrics);
    let map = book.map_results(&[]).expect("measured");
    let shown: Vec<&str> = map.metrics.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(shown, ["churn"]);
}

#[test]
fn what_the_primary_aims_for_is_shown_first_and_three_are_enough() {
    let folder = tempfile::tempdir().expect("a folder");
    let metrics = json!([
        rate("senior", "downstream", "Dependents"),
        rate("partner", "downstream", "Partner"),
        rate("phone", "downstream", "PhoneService"),
        rate("churn", "downstream", "Churn"),
    ]);
    let mut segments = segments();
    segments[0]["targets"] = json!([{"metric": "churn", "value": 0.3}]);
    let mut book = book(folder.path(), &segments, &metrics);
    let shown = |map: MapResults| -> Vec<String> {
        map.metrics.into_iter().map(|metric| metric.id).collect()
    };
    let map = book.map_results(&[]).expect("measured");
    assert_eq!(shown(map), ["senior", "partner", "churn"]);
    let map = book
        .map_results(&["phone".into(), "gone".into()])
        .expect("measured");
    assert_eq!(shown(map), ["phone"], "what is asked for and there");
}

#[test]
fn a_metric_that_cannot_be_measured_says_why_and_keeps_the_others_in_view() {
    let folder = tempfile::tempdir().expect("a folder");
    let metrics = json!([
        rate("lost", "downstream", "NoSuchColumn"),
        rate("churn", "downstream", "Churn"),
    ]);
    let mut book = book(folder.path(), &segments(), &metrics);
    let map = book.map_results(&[]).expect("read");
    assert!(
        map.metrics[0]
            .problem
            .as_ref()
            .is_some_and(|why| why.contains("NoSuchColumn")),
        "{:?}",
        map.metrics[0].problem
    );
    let figures = &map.rows[0].figures;
    assert_eq!(
        [figures[0].reading, figures[1].reading],
        [Reading::NotMeasured, Reading::Read]
    );
}
