use crate::sheet::MISSING;
use crate::{Brief, Comparison, Outcome, Payoff, ValueRow, markdown};

const FULL: &str = include_str!("../../samples/full.json");
const SPARSE: &str = include_str!("../../samples/sparse.json");
const SCRIPTS: &str = include_str!("../../samples/scripts.json");

fn brief(json: &str) -> Brief {
    serde_json::from_str(json).expect("a sample is a brief")
}

/// Compares with a golden file; with `UPDATE_GOLDEN` set, writes it instead.
fn golden(name: &str, text: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../tests/golden")
        .join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, text).expect("the golden folder can be written");
    }
    let kept = std::fs::read_to_string(&path).expect("the golden file is committed");
    assert_eq!(
        text, kept,
        "{name} has changed; if it should, run again with UPDATE_GOLDEN=1"
    );
}

#[test]
fn the_samples_read_as_the_golden_files_say() {
    golden("brief-full.md", &markdown(&brief(FULL)));
    golden("brief-sparse.md", &markdown(&brief(SPARSE)));
    golden("brief-scripts.md", &markdown(&brief(SCRIPTS)));
}

#[test]
fn an_empty_brief_says_what_is_missing_under_every_heading() {
    let text = markdown(&Brief::default());
    for sentence in [
        MISSING.decision,
        MISSING.statement,
        MISSING.who,
        MISSING.decides,
        MISSING.fits,
        MISSING.reach,
        MISSING.value,
        MISSING.part,
        MISSING.alternatives,
        MISSING.journey,
        MISSING.results,
        MISSING.dataset,
    ] {
        assert!(text.contains(sentence), "{sentence:?} is not said");
    }
    let blocks: Vec<&str> = text.split("\n\n").map(str::trim).collect();
    for pair in blocks.windows(2) {
        let bare = pair[0].starts_with("## ") && pair[1].starts_with('#');
        assert!(!bare, "{} has nothing under it", pair[0]);
    }
}

#[test]
fn s1_04_a_segment_without_a_decision_is_called_a_report_filter() {
    let text = markdown(&brief(SPARSE));
    assert!(text.contains("report filter"));
    assert!(!markdown(&brief(FULL)).contains("report filter"));
}

#[test]
fn s0_07_whom_it_is_for_and_not_for_reach_the_brief() {
    let text = markdown(&brief(FULL));
    assert!(text.contains("## For\n\n- Five or more starters a month"));
    assert!(text.contains("## Not for\n\n- Fewer than five starters a month"));
}

#[test]
fn s0_03_a_feature_stands_only_beside_the_payoff_it_brings_about() {
    let mut sample = Brief::default();
    sample.value.push(ValueRow {
        pain: "Typing".to_owned(),
        payoff: Some(Payoff {
            text: "Hours back".to_owned(),
            features: vec!["One form".to_owned()],
            ..Payoff::default()
        }),
        ..ValueRow::default()
    });
    let text = markdown(&sample);
    let row = text.lines().find(|line| line.contains("One form"));
    assert!(row.is_some_and(|row| row.contains("Hours back")), "{text}");
}

#[test]
fn an_early_metric_stands_right_under_the_outcome_it_points_to() {
    let named = |metric: &str| Comparison {
        metric: metric.to_owned(),
        ..Comparison::default()
    };
    let mut sample = Brief::default();
    sample.results.outcomes = vec![
        Outcome {
            downstream: named("Accepted"),
            early: vec![named("Clicked")],
        },
        Outcome {
            downstream: named("Churned"),
            early: Vec::new(),
        },
    ];
    let text = markdown(&sample);
    let rows: Vec<&str> = text.lines().filter(|line| line.contains(", n ")).collect();
    assert_eq!(rows.len(), 3);
    assert!(rows[0].starts_with("| Accepted "));
    assert!(rows[1].starts_with("| Clicked (early sign of Accepted)"));
    assert!(rows[2].starts_with("| Churned "));
}

#[test]
fn an_undefined_figure_is_a_dash_with_its_n_and_never_a_number() {
    let mut sample = Brief::default();
    let empty = Comparison {
        metric: "Churn".to_owned(),
        words: "Everyone is in this segment.".to_owned(),
        difference: Some(f64::NAN),
        ..Comparison::default()
    };
    sample.results.outcomes = vec![Outcome {
        downstream: empty,
        early: Vec::new(),
    }];
    let text = markdown(&sample);
    assert!(
        text.contains("| Churn | –, n 0 | –, n 0 | Cannot tell | – |"),
        "{text}"
    );
    assert!(text.contains("Everyone is in this segment."));
    assert!(!text.contains("NaN"));
}
