//! The search over every text.

use super::*;

/// What a query finds: the record, its field, and what is marked.
fn found(book: &mut Book, query: &str) -> Vec<(String, String, Vec<String>)> {
    let found = book.search(query, 50).expect("reads");
    assert_eq!(found.total as usize, found.hits.len());
    let marked = |hit: &Hit| {
        let letters: Vec<char> = hit.snippet.chars().collect();
        let spans = hit.found.iter();
        spans
            .map(|it| letters[it.start as usize..it.end as usize].iter().collect())
            .collect()
    };
    let hits = found.hits.iter();
    hits.map(|it| (it.record.clone(), it.field.clone(), marked(it)))
        .collect()
}

fn written(folder: &Path) -> Book {
    let mut book = book(folder);
    let document = json!({"throughline": 1,
        "offering": {"name": "Rosterly", "summary": "Rosters that fill themselves"},
        "decisions": [{"id": "first", "question": "Whom do we sell to first?",
                       "options": ["Clinics", "Cafés"], "owner": "Mira",
                        "dimensions": [{"name": "Night shifts", "why": "gaps there hurt most"}]}],
        "metrics": [{"id": "churn", "name": "Churn within 90 days"}],
        "segments": [
          {"id": "clinics", "name": "Small clinics", "decision": "first",
           "described": "Surgeries with two to nine people",
            "expects": "Half of them stay past winter",
           "decides_by": {"urgency": {"score": 5, "note": "Tomorrow's gap is today's trouble"}},
           "reach": ["the regional association", "word of mouth"],
           "not_for": ["hospital groups"],
           "value": {
             "jobs": [{"id": "fill", "text": "Fill tomorrow's gap before six"}],
             "pains": [{"id": "calls", "text": "Ten calls for every gap", "job": "fill"}],
             "payoffs": [{"id": "hours", "text": "Three hours back a week", "unit": "hours/week"}],
             "proofs": [{"id": "trial", "text": "月次の解約理由を減らした"}]},
           "positioning": {"benefit": "fills every gap before six",
             "alternatives": [{"id": "sheet", "name": "A spreadsheet", "weakness": "nobody sees the gap"}],
             "versions": [{"number": 1, "benefit": "makes rosters easy", "reason": "nobody believed it"}]},
           "touchpoints": [{"id": "ad", "kind": "ad", "text": "Your gap is filled."}]},
          {"id": "old", "name": "Large hospitals", "standing": "retired",
           "value": {"pains": [{"id": "agencies", "text": "Agencies for every gap"}]}}],
        "suppressions": [{"rule": "vague-payoff", "record": "hours", "field": "text",
                          "reason": "Measured in the pilot", "on": "2026-11-01"}]});
    book.apply(&document.to_string(), false).expect("stands");
    book
}

#[test]
fn every_text_is_found_where_it_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = written(folder.path());
    for (query, record, field) in [
        ("rosterly", "offering", "name"),
        ("fill themselves", "offering", "summary"),
        ("sell first", "first", "question"),
        ("cafes", "first", "options.1"),
        ("mira", "first", "owner"),
        ("churn", "churn", "name"),
        ("night shifts", "first", "dimensions.0.name"),
        ("hurt most", "first", "dimensions.0.why"),
        ("past winter", "clinics", "expects"),
        ("small clin", "clinics", "name"),
        ("surgeries", "clinics", "described"),
        ("trouble", "clinics", "decides_by/urgency"),
        ("word of mouth", "clinics", "reach.1"),
        ("hospital groups", "clinics", "not_for.0"),
        ("tomorrow's gap before", "fill", "text"),
        ("ten calls", "calls", "text"),
        ("three hours", "hours", "text"),
        ("解約理由", "trial", "text"),
        ("fills every gap", "clinics", "benefit"),
        ("spreadsheet", "sheet", "name"),
        ("rosters easy", "clinics/1", "benefit"),
        ("believed", "clinics/1", "reason"),
        ("your gap is filled", "ad", "text"),
        ("pilot", "hours", "text"),
    ] {
        let hits = found(&mut book, query);
        assert_eq!(
            hits.first().map(|it| (it.0.as_str(), it.1.as_str())),
            Some((record, field)),
            "{query}: {hits:?}"
        );
    }
}

#[test]
fn all_words_must_be_there_in_the_text_or_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = written(folder.path());
    assert_eq!(
        found(&mut book, "hours clinics"),
        [("hours".into(), "text".into(), vec!["hours".into()])],
        "the segment's name stands beside the payoff"
    );
    assert_eq!(
        found(&mut book, "spreadsheet nobody"),
        [("sheet".into(), "weakness".into(), vec!["nobody".into()])],
        "the one of the two fields that begins with a word"
    );
    assert_eq!(
        found(&mut book, "hours payoff").len(),
        1,
        "and so does its kind"
    );
    assert_eq!(found(&mut book, "hours nonsense"), []);
    assert_eq!(found(&mut book, "  "), []);
}

#[test]
fn what_is_worked_on_and_said_first_stands_before_the_rest() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = written(folder.path());
    let records: Vec<String> = found(&mut book, "gap").into_iter().map(|it| it.0).collect();
    assert_eq!(
        records.last().map(String::as_str),
        Some("agencies"),
        "{records:?}"
    );
    let hits = found(&mut book, "every gap");
    assert!(
        ["calls", "clinics"].contains(&hits[0].0.as_str()),
        "words in a row stand before words apart: {hits:?}"
    );
}

#[test]
fn inside_a_word_is_looked_only_when_no_word_begins_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = written(folder.path());
    assert_eq!(
        found(&mut book, "readsheet"),
        [("sheet".into(), "name".into(), vec!["readsheet".into()])]
    );
    let hits = found(&mut book, "for");
    assert!(
        hits.iter().any(|it| it.0 == "calls") && hits.iter().all(|it| it.0 != "fill"),
        "a word of its own in one, inside another word of the other: {hits:?}"
    );
}

#[test]
fn a_search_sees_what_was_just_written_and_no_more_what_was_undone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = written(folder.path());
    book.edit(json!({"throughline": 1, "segments": [{"id": "clinics",
        "value": {"jobs": [{"id": "late", "text": "Answer the late calls"}]}}]}))
        .expect("stands");
    assert_eq!(found(&mut book, "late calls").len(), 1);
    book.undo().expect("can be undone");
    assert_eq!(found(&mut book, "late calls"), []);
}

#[test]
fn columns_of_tables_are_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    let found = book.search("charges", 10).expect("reads");
    let columns: Vec<(&str, HitKind)> = found
        .hits
        .iter()
        .map(|it| (it.field.as_str(), it.kind))
        .collect();
    assert!(
        columns.contains(&("columns/MonthlyCharges", HitKind::Column)),
        "{columns:?}"
    );
    assert!(found.hits.iter().all(|it| it.place == Place::Data));
}
