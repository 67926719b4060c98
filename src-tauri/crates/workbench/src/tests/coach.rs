//! What the coach finds, and what is set aside.

use super::*;

#[test]
fn s0_05_jobs_pains_and_payoffs_are_each_checked_for_vague_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    book.edit(
        json!({"throughline": 1, "segments": [{"id": "monthly", "value": {
        "jobs": [{"id": "j", "text": "Be more efficient"}],
        "pains": [{"id": "p", "text": "Inefficient processes"}],
        "payoffs": [{"id": "o", "text": "Everything is easier and faster"},
                    {"id": "sound", "text": "Bills explained in one call within 7 days"}]}}]}),
    )
    .expect("stands");
    let view = book.view().expect("drawn");
    let on: Vec<(&str, &str)> = view
        .findings
        .iter()
        .map(|f| (f.record.as_str(), f.rule.as_str()))
        .collect();
    assert!(on.contains(&("j", "vague-job")), "{on:?}");
    assert!(on.contains(&("p", "vague-pain")), "{on:?}");
    assert!(on.contains(&("o", "vague-payoff")), "{on:?}");
    assert!(
        on.iter()
            .all(|(record, rule)| *record != "sound" || !rule.starts_with("vague")),
        "{on:?}"
    );
}

#[test]
fn s0_31_a_slogan_where_the_statement_should_be_is_flagged() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    book.edit(
        json!({"throughline": 1, "segments": [{"id": "monthly", "positioning": {
        "benefit": "Internet without limits"}}]}),
    )
    .expect("stands");
    let found = book.view().expect("drawn").findings;
    assert!(found.iter().any(|f| f.rule == "slogan"), "{found:?}");
}

#[test]
fn a_finding_is_set_aside_with_a_reason_and_comes_back_when_its_words_change() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    let write = |book: &mut Book, text: &str| {
        book.edit(
            json!({"throughline": 1, "segments": [{"id": "monthly", "value": {
            "payoffs": [{"id": "o", "text": text}]}}]}),
        )
        .expect("stands");
    };
    let vague = |book: &mut Book| {
        let view = book.view().expect("drawn");
        let found = view.findings.iter().any(|f| f.rule == "vague-payoff");
        (found, view.set_aside.len())
    };
    write(&mut book, "Bills are explained faster");
    assert_eq!(vague(&mut book), (true, 0));
    let refused = book.suppress("vague-payoff", "o", "text", "  ");
    assert_eq!(refused.map_err(|e| e.code), Err(Code::WrongState));
    let refused = book.suppress("slogan", "o", "text", "why not");
    assert_eq!(refused.map_err(|e| e.code), Err(Code::NotFound));
    book.suppress("vague-payoff", "o", "text", "Their own word for it")
        .expect("set aside");
    assert_eq!(vague(&mut book), (false, 1));
    let kept = book.chain().expect("reads").suppressions[0].clone();
    assert_eq!(kept.text, "Bills are explained faster");
    assert_eq!(kept.on.len(), "2026-11-01".len(), "it is dated");
    assert_eq!(
        book.log()
            .expect("reads")
            .changes
            .last()
            .expect("an entry")
            .sentence,
        "Set aside “Nobody could check it”: Their own word for it"
    );
    write(&mut book, "bills are explained FASTER.");
    assert_eq!(vague(&mut book), (false, 1), "only wording");
    write(&mut book, "Bills are explained faster and better");
    assert_eq!(vague(&mut book), (true, 1), "other words are judged anew");
    book.suppress("vague-payoff", "o", "text", "Still theirs")
        .expect("set aside again");
    assert_eq!(vague(&mut book), (false, 1), "one entry, renewed");
    book.bring_back("vague-payoff", "o", "text")
        .expect("brought back");
    assert_eq!(vague(&mut book), (true, 0));
    book.undo().expect("one step");
    assert_eq!(vague(&mut book), (false, 1));
}

#[test]
fn an_open_blocker_is_counted_on_its_own_link_and_on_no_other() {
    use chain::LinkKind::{Journey, Positioning};
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    book.edit(
        json!({"throughline": 1, "segments": [{"id": "monthly", "positioning": {
        "benefit": "explains each bill within 7 days of the call that asked for it"}}]}),
    )
    .expect("stands");
    let view = book.view().expect("reads");
    let segment = view.segments.iter().find(|it| it.id == "monthly");
    let links = &segment.expect("is there").links;
    let blockers = |link| {
        let found = links.iter().find(|it| it.link == link);
        found.map(|it| it.blockers)
    };
    assert_eq!(blockers(Positioning), Some(1), "no alternative");
    assert_eq!(blockers(Journey), Some(0));
}
