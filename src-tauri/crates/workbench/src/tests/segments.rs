//! Segments over segments, and those that cannot be measured.

use super::*;

#[test]
fn segments_over_segments_keep_their_counts_through_edits_of_other_things() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    let counts = |book: &mut Book| -> Vec<Option<u32>> {
        let list = book.segments().expect("counted");
        list.segments.iter().map(|segment| segment.n).collect()
    };
    let edit = |book: &mut Book, segments: Value| {
        book.edit(json!({"throughline": 1, "segments": segments}))
            .expect("stands");
    };
    edit(
        &mut book,
        json!([{"id": "others", "dataset": "customers", "rule": {"not": {"segment": "monthly"}}},
               {"id": "again", "dataset": "customers", "rule": {"not": {"segment": "others"}}}]),
    );
    let first = counts(&mut book);
    assert_eq!(first[3..], [Some(3_168), Some(3_875)]);
    edit(
        &mut book,
        json!([{"id": "monthly", "name": "By the month"}]),
    );
    assert_eq!(counts(&mut book), first, "a name changes no count");
    edit(
        &mut book,
        json!([{"id": "monthly", "rule": {"column": "Contract", "op": "eq", "value": "Two year"}}]),
    );
    assert_eq!(
        counts(&mut book)[3..],
        [Some(5_348), Some(1_695)],
        "a rule changes the count of all that rest on it"
    );
    edit(
        &mut book,
        json!([{"id": "monthly", "dataset": "elsewhere"}]),
    );
    assert_eq!(counts(&mut book)[3..], [None, None]);
    book.undo().expect("undoes");
    assert_eq!(counts(&mut book)[3..], [Some(5_348), Some(1_695)]);
}

#[test]
fn a_full_comparison_says_of_each_segment_why_it_cannot_be_measured() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    book.edit(json!({"throughline": 1,
        "segments": [
            {"id": "lost", "dataset": "customers",
             "rule": {"column": "contract_kind", "op": "eq", "value": "x"}},
            {"id": "described", "described": "People who plan ahead"},
            {"id": "shops", "dataset": "orders", "rule": {"any": []}}],
        "metrics": [{"id": "unformed"},
            {"id": "later", "dataset": "orders", "formula": {"mean": "total"}}]}))
        .expect("stands");
    let churn = book.compare("churn", &[], &Other::Rest).expect("measured");
    let ids: Vec<&str> = churn.rows.iter().map(|row| row.segment.as_str()).collect();
    assert_eq!(
        ids,
        ["monthly", "two-year", "women", "lost", "described"],
        "one over another dataset is no part of it"
    );
    assert_eq!(
        churn.comparisons, 3,
        "what is not measured corrects nothing"
    );
    for (row, why) in churn.rows[3..].iter().zip(["contract_kind", "no rule"]) {
        assert_eq!(row.verdict, Verdict::CannotTell);
        let figures = [row.value, row.low, row.high, row.difference, row.p, row.q];
        assert_eq!(figures, [None; 6]);
        assert!(row.words.contains(why), "{}", row.words);
    }
    for (metric, why) in [("unformed", "no formula"), ("later", "no rows")] {
        let rows = book
            .compare(metric, &[], &Other::Rest)
            .expect("says so")
            .rows;
        assert!(
            !rows.is_empty(),
            "{metric} leaves nobody out without a word"
        );
        for row in rows {
            assert!(row.words.contains(why), "{}", row.words);
        }
    }
}
