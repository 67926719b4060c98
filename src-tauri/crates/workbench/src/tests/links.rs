//! How links stand: confirmed, stale, held back by a finding.

use super::*;

fn state_of(book: &mut Book, segment: &str, link: chain::LinkKind) -> chain::state::LinkState {
    let view = book.view().expect("reads");
    let found = view.segments.into_iter().find(|s| s.id == segment);
    let mut links = found.expect("there").links.into_iter();
    links.find(|found| found.link == link).expect("six links")
}

/// Why a link no longer holds.
fn why(book: &mut Book, segment: &str, link: chain::LinkKind) -> Option<crate::WhyStale> {
    book.grounds(segment, link).expect("there").stale
}

/// The links that no longer hold.
fn stale_links(book: &mut Book) -> Vec<(String, chain::LinkKind)> {
    let view = book.view().expect("reads");
    let links = view.segments.iter().flat_map(|segment| {
        let stale = segment
            .links
            .iter()
            .filter(|it| it.state == chain::state::State::Stale);
        stale.map(|it| (segment.id.clone(), it.link))
    });
    links.collect()
}

/// A segment whose value and statement are complete and free of findings.
fn homeline(folder: &Path) -> Book {
    let mut book = telco(folder);
    let document = json!({"throughline": 1, "segments": [{
        "id": "monthly", "name": "By the month", "not_for": ["Those who move within a year"],
        "targets": [{"metric": "churn", "value": 0.3}],
        "value": {
            "jobs": [{"id": "evening", "text": "Get through an evening of calls without a drop"}],
            "pains": [{"id": "drop", "text": "The line drops at eight and the desk is closed"}],
            "payoffs": [{"id": "back", "text": "A dropped line is back within 5 hours",
                         "quantity": 5, "unit": "hours", "horizon_days": 30}],
            "proofs": [{"id": "log", "kind": "data", "supports": "back",
                        "text": "The desk's log of March: 212 of 220 lines back within 5 hours"}]
        },
        "touchpoints": [
            {"id": "bill", "kind": "email", "text": "Back within 5 hours, until midnight.", "claims": ["back"]},
            {"id": "page", "kind": "landing", "text": "The desk answers until midnight."}]
    }]});
    book.apply(&document.to_string(), false).expect("stands");
    book
}

#[test]
fn a_link_is_confirmed_undone_and_says_why_it_no_longer_holds() {
    use chain::LinkKind::{Journey, Positioning, Value};
    use chain::state::State;
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = homeline(folder.path());
    assert_eq!(state_of(&mut book, "monthly", Value).state, State::Draft);
    book.confirm("monthly", Value, false).expect("complete");
    assert_eq!(state_of(&mut book, "monthly", Value).state, State::Sound);
    let undo = book.view().expect("reads").undo;
    assert_eq!(undo.as_deref(), Some("Confirmed the value of By the month"));
    book.undo().expect("undoes");
    assert_eq!(state_of(&mut book, "monthly", Value).state, State::Draft);
    book.redo().expect("redoes");
    book.confirm("monthly", Journey, false).expect("complete");
    let early = book
        .confirm("monthly", Positioning, false)
        .expect_err("nothing there");
    assert_eq!(early.code, Code::WrongState);
    assert!(
        early.message.contains("needs for whom"),
        "{}",
        early.message
    );
    assert_eq!(
        book.confirm("nobody", Value, false)
            .expect_err("nobody")
            .code,
        Code::NotFound
    );

    let three = json!({"throughline": 1, "segments": [{"id": "monthly", "value": {"payoffs": [
        {"id": "back", "text": "A dropped line is back within 3 hours", "quantity": 3}]}}]});
    book.edit(three).expect("stands");
    assert_eq!(
        stale_links(&mut book),
        [("monthly".to_owned(), Journey)],
        "the value rests on the segment, not on itself"
    );
    let stale = why(&mut book, "monthly", Journey).expect("stale");
    let told: Vec<_> = stale
        .changes
        .iter()
        .map(|c| {
            (
                c.place.field.as_str(),
                c.place.nth,
                c.was.as_str(),
                c.now.as_str(),
                c.by.as_str(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                "text",
                1,
                "A dropped line is back within 5 hours",
                "A dropped line is back within 3 hours",
                "Mira"
            ),
            ("quantity", 1, "5", "3", "Mira"),
        ]
    );
    assert_eq!(stale.since, stale.changes[0].since);
    assert!(chain::date::is_date(&stale.since));
    let journey = state_of(&mut book, "monthly", Journey);
    assert_eq!(journey.since, stale.since);
    let echoes: Vec<_> = stale
        .echoes
        .iter()
        .map(|echo| (echo.place.record.as_str(), echo.spans.as_slice()))
        .collect();
    assert_eq!(
        echoes,
        [("touchpoints/bill", &[(12, 19)][..])],
        "“5 hours”, and the page promises nothing of it"
    );
    book.confirm("monthly", Journey, true)
        .expect("stale may always be confirmed");
    assert_eq!(stale_links(&mut book), []);
    assert_eq!(why(&mut book, "monthly", Journey), None);
    let view = book.view().expect("reads");
    assert_eq!(
        view.undo.as_deref(),
        Some("Kept the journey of By the month: only wording had changed")
    );
}

#[test]
fn results_rest_on_the_rows_that_were_measured() {
    use chain::LinkKind::Results;
    use chain::state::State;
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = homeline(folder.path());
    book.confirm("monthly", Results, false).expect("complete");
    assert_eq!(state_of(&mut book, "monthly", Results).state, State::Sound);
    let told = book.grounds("monthly", Results).expect("rests").lines;
    let said = |field: &str| {
        let line = told.iter().find(|line| line.place.field == field);
        line.map(|line| line.text.clone()).unwrap_or_default()
    };
    assert!(said("rows").starts_with("7,043 rows, "), "{told:?}");
    assert_eq!(said("rule"), "Contract is Month-to-month");
    assert_eq!(said("formula"), "share where Churn is Yes");
    let document = {
        let chain = book.chain().expect("reads");
        chain.to_text()
    };
    let same = book.apply(&document, false).expect("stands");
    assert_eq!(same.sentence, "", "a dump laid over itself changes nothing");
    let shorter = folder.path().join("shorter.csv");
    let text = std::fs::read_to_string(fixture("telco_customer_churn.csv")).expect("reads");
    let lines: Vec<&str> = text.lines().take(5_001).collect();
    std::fs::write(&shorter, lines.join("\n")).expect("writes");
    let settings = ImportSettings {
        name: "customers".into(),
        replace: true,
        ..ImportSettings::default()
    };
    book.import(&shorter, &settings, &Unwatched)
        .expect("comes in");
    assert_eq!(state_of(&mut book, "monthly", Results).state, State::Stale);
    let stale = why(&mut book, "monthly", Results).expect("stale");
    assert_eq!(stale.changes[0].place.field, "rows");
    assert!(stale.changes[0].now.starts_with("5,000 rows, "));
    assert_ne!(stale.since, "", "the import is the change");
    book.undo().expect("undoes");
    assert_eq!(state_of(&mut book, "monthly", Results).state, State::Sound);
}

#[test]
fn an_open_warning_keeps_a_link_a_draft_until_it_is_answered() {
    use chain::LinkKind::Value;
    use chain::state::{Need, State};
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = homeline(folder.path());
    book.confirm("monthly", Value, false).expect("complete");
    let vague = json!({"throughline": 1, "segments": [{"id": "monthly", "value": {"payoffs": [
        {"id": "more", "text": "Great internet that saves time"}]}}]});
    book.edit(vague).expect("stands");
    let standing = state_of(&mut book, "monthly", Value);
    assert_eq!(standing.state, State::Draft);
    assert!(standing.needs.contains(&Need::Findings));
    assert!(standing.blockers + standing.warnings > 0);
    let refused = book
        .confirm("monthly", Value, false)
        .expect_err("too early");
    assert_eq!(refused.code, Code::WrongState);
}

#[test]
fn the_map_and_the_panel_of_a_link_mark_the_same_words_and_a_changed_rule_reads_in_words() {
    use chain::LinkKind::{Journey, Value};
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = homeline(folder.path());
    book.confirm("monthly", Value, false).expect("complete");
    book.confirm("monthly", Journey, false).expect("complete");
    let edit = json!({"throughline": 1, "segments": [{"id": "monthly",
        "rule": {"column": "Contract", "op": "eq", "value": "One year"},
        "value": {"payoffs": [{"id": "back", "text": "A dropped line is back within 3 hours"}]}}]});
    book.edit(edit).expect("stands");
    let panel = why(&mut book, "monthly", Journey).expect("stale");
    let (from, to) = panel.echoes[0].spans[0];
    let cut = |text: &str, from: u32, to: u32| -> String {
        let (from, to) = (from as usize, to as usize);
        text.chars().skip(from).take(to - from).collect()
    };
    let changes = book.view().expect("reads").changes;
    let of = |record: &str| changes.iter().find(|it| it.record == record);
    let payoff = of("payoffs/back").expect("changed");
    let broken = payoff
        .broken
        .iter()
        .find(|it| it.link == Journey)
        .expect("says it");
    assert_eq!(broken.record, panel.echoes[0].place.record);
    assert_eq!(
        cut(&broken.text, broken.start, broken.end),
        cut(&panel.echoes[0].text, from, to)
    );
    let rule = &of("segments/monthly").expect("changed").said[0];
    assert_eq!(
        (rule.was.as_str(), rule.now.as_str()),
        ("Contract is Month-to-month", "Contract is One year")
    );
}
