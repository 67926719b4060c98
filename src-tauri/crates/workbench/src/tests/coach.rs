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

/// A workbook with a payoff that the coach has something to say to.
fn vague(folder: &Path) -> Book {
    let mut book = telco(folder);
    book.edit(
        json!({"throughline": 1, "segments": [{"id": "monthly", "value": {
        "payoffs": [{"id": "hours", "text": "Bills are explained faster"}]}}]}),
    )
    .expect("stands");
    book
}

fn aside(rule: &str, record: &str) -> Value {
    json!({"rule": rule, "record": record, "field": "text", "reason": "Their own word for it"})
}

#[test]
fn only_what_a_known_rule_says_of_a_known_record_can_be_set_aside_by_a_document() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = vague(folder.path());
    let good = aside("vague-payoff", "hours");
    for (rule, record, path, named) in [
        (
            "vague-payof",
            "hours",
            "suppressions[1].rule",
            "`vague-payoff`",
        ),
        (
            "no-such-thing",
            "hours",
            "suppressions[1].rule",
            "vague-payoff, ",
        ),
        ("", "hours", "suppressions[1].rule", "vague-payoff, "),
        ("vague-payoff", "hour", "suppressions[1].record", "`hours`"),
        (
            "vague-payoff",
            "payoffs/hours",
            "suppressions[1].record",
            "`hours`",
        ),
        (
            "vague-payoff",
            "nowhere",
            "suppressions[1].record",
            "monthly, hours",
        ),
        (
            "vague-payoff",
            "",
            "suppressions[1].record",
            "monthly, hours",
        ),
    ] {
        let document = json!({"throughline": 1, "suppressions": [good, aside(rule, record)]});
        let refused = book
            .apply(&document.to_string(), false)
            .expect_err("cannot stand");
        assert_eq!(refused.code, Code::BadDocument);
        assert!(refused.message.starts_with(path), "{}", refused.message);
        assert!(refused.fix.contains(named), "{named} in {}", refused.fix);
        assert_eq!(book.edit(document).expect_err("nor as an edit"), refused);
    }
    assert_eq!(book.chain().expect("reads").suppressions, []);
    let document = json!({"throughline": 1, "suppressions": [good,
        aside("slogan", "monthly"), aside("generic-claim", "offering")]});
    book.apply(&document.to_string(), false)
        .expect("these are known");
}

#[test]
fn what_is_set_aside_goes_with_its_record_and_comes_back_with_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = vague(folder.path());
    let both = json!({"throughline": 1,
        "suppressions": [aside("vague-payoff", "hours"), aside("slogan", "monthly")]});
    book.edit(both).expect("stands");
    let records = |book: &mut Book| -> Vec<String> {
        let chain = book.chain().expect("reads");
        chain
            .suppressions
            .iter()
            .map(|it| it.record.clone())
            .collect()
    };
    book.edit(json!({"throughline": 1, "remove": ["payoffs/hours"]}))
        .expect("the record goes");
    assert_eq!(records(&mut book), ["monthly"]);
    book.undo().expect("one step");
    assert_eq!(records(&mut book), ["hours", "monthly"]);
    book.edit(json!({"throughline": 1, "remove": ["segments/monthly"]}))
        .expect("the segment goes");
    assert_eq!(records(&mut book), [""; 0]);
    let dump = book.chain().expect("reads").to_text();
    let mut other = Book::create(
        &folder.path().join("other.throughline"),
        desk(folder.path()),
    )
    .expect("a new workbook");
    other.apply(&dump, false).expect("a dump stands");
    assert_eq!(other.chain().expect("reads").to_text(), dump);
}

#[test]
fn a_rule_that_is_not_known_any_more_keeps_nobody_from_working() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = vague(folder.path());
    let old = json!({"throughline": 1, "suppressions": [aside("of-another-version", "hours")]});
    book.lay(&old.to_string(), "Set aside long ago")
        .expect("is laid");
    let other = json!({"throughline": 1, "offering": {"name": "Homeline Plus"}});
    book.edit(other).expect("all else can be changed");
    let mut again = old;
    again["suppressions"][0]["reason"] = json!("Said better");
    book.apply(&again.to_string(), false)
        .expect("what is there can be said better");
    book.edit(json!({"throughline": 1, "remove": ["suppressions/of-another-version/hours/text"]}))
        .expect("and be removed");
    assert_eq!(book.chain().expect("reads").suppressions, []);
}

#[test]
fn what_a_document_sets_aside_or_confirms_without_a_day_is_of_today() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = vague(folder.path());
    let today = book.today();
    let mut unknown = aside("slogan", "monthly");
    unknown["on"] = json!("");
    let mut whole = aside("everyone", "monthly");
    whole.as_object_mut().expect("fields").remove("field");
    let document = json!({"throughline": 1,
        "confirmations": [{"link": "monthly/value"}],
        "suppressions": [aside("vague-payoff", "hours"), unknown, whole]})
    .to_string();
    book.apply(&document, false).expect("stands");
    let chain = book.chain().expect("reads");
    let days: Vec<&str> = chain.suppressions.iter().map(|it| it.on.as_str()).collect();
    assert_eq!(
        days,
        [today.as_str(), "", &today],
        "an empty day is one nobody knows"
    );
    assert_eq!(chain.confirmations[0].on, today);
    let again = book.apply(&document, false).expect("stands");
    assert_eq!(again.sentence, "", "a second time nothing differs");
    let dump = chain.to_text();
    let mut other = Book::create(
        &folder.path().join("other.throughline"),
        desk(folder.path()),
    )
    .expect("a new workbook");
    other.apply(&dump, false).expect("a dump stands");
    assert_eq!(other.chain().expect("reads").to_text(), dump);
}
