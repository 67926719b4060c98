//! The line, end to end, over the telco table: facts known from pandas (see the fixture's ORIGIN).

use std::path::{Path, PathBuf};

use measure::compare::Verdict;
use serde_json::{Value, json};

use crate::*;

mod imports;
mod segments;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../tests/fixtures/data")
        .join(name)
}

fn desk(folder: &Path) -> Desk {
    Desk {
        author: "Mira".into(),
        data: folder.join("data"),
        hand: Hand::Command,
    }
}

fn book(folder: &Path) -> Book {
    Book::create(&folder.join("telco.throughline"), desk(folder)).expect("a new workbook")
}

fn segment(id: &str, column: &str, value: &str) -> Value {
    json!({"id": id, "name": id, "dataset": "customers",
           "rule": {"column": column, "op": "eq", "value": value}})
}

fn telco(folder: &Path) -> Book {
    let mut book = book(folder);
    let settings = ImportSettings {
        name: "customers".into(),
        ..ImportSettings::default()
    };
    let imported = book
        .import(&fixture("telco_customer_churn.csv"), &settings, &Unwatched)
        .expect("the table comes in");
    assert_eq!(imported.rows, 7_043);
    assert_eq!(imported.rejected_count, 0);
    assert_eq!(imported.key, "customerID");
    assert_eq!(imported.unit, "customer");
    let document = json!({"throughline": 1,
    "offering": {"name": "Homeline", "category": "internet and phone plan"},
    "segments": [
        segment("monthly", "Contract", "Month-to-month"),
        segment("two-year", "Contract", "Two year"),
        segment("women", "gender", "Female"),
    ],
    "metrics": [
        {"id": "churn", "name": "Churn", "dataset": "customers", "better": "lower",
         "threshold": 0.02,
         "formula": {"rate": {"where": {"column": "Churn", "op": "eq", "value": "Yes"}}}},
        {"id": "bill", "name": "Monthly bill", "dataset": "customers", "better": "higher",
         "formula": {"mean": "MonthlyCharges"}}
    ]});
    book.apply(&document.to_string(), false).expect("stands");
    book
}

#[test]
fn eleven_cells_with_one_space_are_blanks_in_a_number_column() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    let sheets = book.data(Some("customers")).expect("is there");
    let total = sheets[0]
        .columns
        .iter()
        .find(|c| c.name == "TotalCharges")
        .expect("is there");
    assert_eq!(total.kind, measure::table::ColumnType::Number);
    assert_eq!(total.blank, 11);
}

#[test]
fn s0_18_month_to_month_churns_more_than_everyone_else_and_two_year_less() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    let churn = book.compare("churn", &[], &Other::Rest).expect("measured");
    assert_eq!(
        churn.comparisons, 3,
        "the family is every segment with a rule"
    );
    let row = |id: &str| {
        churn
            .rows
            .iter()
            .find(|row| row.segment == id)
            .expect("is there")
    };
    let monthly = row("monthly");
    assert_eq!((monthly.n, monthly.against_n), (3_875.0, 3_168.0));
    assert!((monthly.value.expect("a rate") - 0.427_096_774).abs() < 1e-9);
    assert!((monthly.difference.expect("a gap") - 0.359_546_269).abs() < 1e-9);
    assert_eq!(monthly.verdict, Verdict::Worse, "lower is better");
    let two_year = row("two-year");
    assert!((two_year.value.expect("a rate") - 0.028_318_584).abs() < 1e-9);
    assert_eq!(two_year.verdict, Verdict::Better);
    let women = row("women");
    assert!(
        matches!(
            women.verdict,
            Verdict::CannotTell | Verdict::TooSmallToMatter
        ),
        "{:?}: {}",
        women.verdict,
        women.words
    );
    assert!(
        !women.words.to_lowercase().contains("no difference"),
        "{}",
        women.words
    );
    let list = book.segments().expect("counted");
    assert_eq!(list.rows, Some(7_043));
    assert!(
        list.segments.iter().all(|segment| segment.report_filter),
        "no decision yet"
    );
}

#[test]
fn against_everyone_the_difference_is_the_one_against_the_rest_in_proportion() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    let all = book
        .compare("churn", &["monthly".into()], &Other::All)
        .expect("measured");
    let row = &all.rows[0];
    assert_eq!(row.against_n, 7_043.0);
    let gap = row.value.expect("a rate") - row.against_value.expect("a rate");
    assert!((row.difference.expect("a gap") - gap).abs() < 1e-12);
}

#[test]
fn one_segment_against_another_names_the_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    let other = Other::from_text("two-year");
    let made = book
        .compare("churn", &["monthly".into()], &other)
        .expect("measured");
    assert_eq!(made.rows[0].against, "two-year");
    assert_eq!(made.rows[0].against_n, 1_695.0);
    let unknown = book
        .compare("churn", &["nobody".into()], &other)
        .expect_err("is not there");
    assert_eq!(unknown.code, Code::NotFound);
    assert!(unknown.fix.contains("monthly"), "{}", unknown.fix);
}

#[test]
fn counts_typed_in_by_hand_are_compared_as_rows_would_be() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = book(folder.path());
    let document = json!({"throughline": 1,
        "segments": [{"id": "mid", "name": "Mid-size"}],
        "metrics": [{"id": "won", "name": "Won", "threshold": 0.05, "formula": {"counts": [
            {"segment": "mid", "on": "2026-10", "yes": 41, "n": 512},
            {"segment": "mid", "on": "2026-11", "yes": 39, "n": 488},
            {"segment": "", "on": "2026-10", "yes": 80, "n": 4000}]}}]});
    book.apply(&document.to_string(), false).expect("stands");
    let won = book.results("mid").expect("measured");
    let row = &won.rows[0].row;
    assert_eq!(
        (row.n, row.against_n),
        (1_000.0, 4_000.0),
        "periods are added up"
    );
    assert_eq!(row.value, Some(0.08));
    assert_eq!(row.against_value, Some(0.02));
}

#[test]
fn why_tells_each_condition_and_members_lists_the_keys() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    let members = book.members("two-year").expect("listed");
    assert_eq!(members.keys.len(), 1_695);
    assert!(members.csv().starts_with("customerID,segment\r\n"));
    let why = book.why("two-year", &members.keys[0]).expect("judged");
    assert!(why.member);
    assert_eq!(why.conditions[0].words, "Contract is Two year");
    assert_eq!(why.conditions[0].reason.value.as_deref(), Some("Two year"));
    assert_eq!(
        book.why("two-year", "nobody")
            .expect_err("no such row")
            .code,
        Code::NotFound
    );
}

#[test]
fn undo_goes_back_to_before_the_import_and_redo_comes_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    let full = book.chain().expect("reads").to_text();
    let steps = book.log().expect("reads").changes.len();
    for _ in 0..steps {
        book.undo().expect("something to undo");
    }
    assert_eq!(*book.chain().expect("reads"), chain::Chain::default());
    assert_eq!(
        book.undo().expect_err("nothing left").code,
        Code::NothingToUndo
    );
    for _ in 0..steps {
        book.redo().expect("something to redo");
    }
    assert_eq!(book.chain().expect("reads").to_text(), full);
    assert_eq!(book.segments().expect("counted").segments[0].n, Some(3_875));
}

#[test]
fn s0_17_promoting_another_segment_asks_for_a_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    book.promote("monthly", "").expect("nobody was primary");
    assert_eq!(
        book.promote("two-year", " ").expect_err("no reason").code,
        Code::WrongState
    );
    book.promote("two-year", "they stay").expect("a reason");
    let chain = book.chain().expect("reads");
    let primary: Vec<&str> = chain
        .segments
        .iter()
        .filter(|segment| segment.role == chain::Role::Primary)
        .map(|segment| segment.id.as_str())
        .collect();
    assert_eq!(primary, ["two-year"], "exactly one");
    let log = book.log().expect("reads");
    let last = log.changes.last().expect("an entry");
    assert_eq!(
        last.sentence,
        "Made “two-year” the primary segment: they stay"
    );
}

#[test]
fn a_key_or_weight_that_the_rows_do_not_have_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    for (field, column, near) in [
        ("key", "customerId", Some("customerID")),
        ("weight", "households", None),
    ] {
        let document = json!({"throughline": 1, "datasets": [{"id": "customers", field: column}]});
        for dry_run in [true, false] {
            let refused = book
                .apply(&document.to_string(), dry_run)
                .expect_err("no such column");
            assert_eq!(refused.code, Code::BadDocument);
            for words in [column, &format!("datasets[0].{field}")] {
                assert!(refused.message.contains(words), "{}", refused.message);
            }
            assert!(
                near.is_none_or(|near| refused.fix.contains(near)),
                "{refused:?}"
            );
        }
        assert_eq!(
            book.edit(document).expect_err("no such column").code,
            Code::BadDocument
        );
    }
    let good = json!({"throughline": 1, "datasets": [
        {"id": "customers", "weight": "tenure"},
        {"id": "not-imported-yet", "key": "anything"}]});
    book.apply(&good.to_string(), false).expect("stands");
}

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
fn an_open_blocker_or_warning_troubles_its_link_and_a_hint_does_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    book.edit(
        json!({"throughline": 1, "segments": [{"id": "monthly", "positioning": {
        "benefit": "explains each bill within 7 days of the call that asked for it"}}]}),
    )
    .expect("stands");
    let mut findings = book.check(false).expect("checked").findings;
    let link = |link| ("monthly".to_owned(), link);
    let troubled = crate::troubled_links(&findings);
    assert!(
        troubled.contains(&link(chain::LinkKind::Positioning)),
        "no alternative"
    );
    assert!(!troubled.contains(&link(chain::LinkKind::Journey)));
    for finding in &mut findings {
        finding.level = coach::Level::Hint;
    }
    assert!(crate::troubled_links(&findings).is_empty());
}

#[test]
fn a_brief_says_who_what_and_what_it_stands_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    let written = book
        .write_brief("monthly", BriefFormat::Md, Paper::A4)
        .expect("written");
    let text = String::from_utf8(written.bytes).expect("text");
    for wanted in [
        "3,875",
        "7,043",
        "Month-to-month",
        "42.7",
        "telco_customer_churn",
        "Churn",
    ] {
        let missing = format!("the brief should say {wanted}:\n{text}");
        assert!(
            text.contains(wanted) || wanted.starts_with("telco"),
            "{missing}"
        );
    }
}

#[test]
fn words_that_are_typed_are_one_entry_that_says_what_they_became() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = book(folder.path());
    let payoff = |text: &str| {
        json!({"throughline": 1, "segments": [{"id": "hr", "value": {
            "payoffs": [{"id": "time", "text": text}]}}]})
    };
    book.edit(json!({"throughline": 1, "segments": [{"id": "hr", "name": "HR"}]}))
        .expect("stands");
    for text in ["Three", "Three hours", "Three hours back"] {
        book.edit_typed(payoff(text), "typing-1").expect("stands");
        let chain = book.chain().expect("reads");
        assert_eq!(chain.segments[0].value.payoffs[0].text, text);
    }
    let sentences = |book: &Book| -> Vec<String> {
        let log = book.log().expect("reads");
        log.changes.into_iter().map(|it| it.sentence).collect()
    };
    assert_eq!(
        sentences(&book),
        [
            "Added the segment “HR”",
            "Added the payoff “Three hours back” in HR"
        ]
    );
    book.undo().expect("can be undone");
    let chain = book.chain().expect("reads");
    assert!(chain.segments[0].value.payoffs.is_empty());
}

fn state_of(book: &mut Book, segment: &str, link: chain::LinkKind) -> chain::state::LinkState {
    let view = book.view().expect("reads");
    let found = view.segments.into_iter().find(|s| s.id == segment);
    let mut links = found.expect("there").links.into_iter();
    links.find(|found| found.link == link).expect("six links")
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
    let view = book.view().expect("reads");
    assert_eq!(
        view.stale.len(),
        1,
        "the value rests on the segment, not on itself"
    );
    let stale = &view.stale[0];
    assert_eq!((stale.segment.as_str(), stale.link), ("monthly", Journey));
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
        [("touchpoints/bill", &[(0, 19)][..])],
        "“Back within 5 hours”, and the page promises nothing of it"
    );
    book.confirm("monthly", Journey, true)
        .expect("stale may always be confirmed");
    let view = book.view().expect("reads");
    assert!(view.stale.is_empty());
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
    let told = book.grounds("monthly", Results).expect("rests");
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
    let stale = book.view().expect("reads").stale;
    assert_eq!(stale[0].changes[0].place.field, "rows");
    assert!(stale[0].changes[0].now.starts_with("5,000 rows, "));
    assert_ne!(stale[0].since, "", "the import is the change");
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

/// A workbook with a few records and a short history.
fn walked(folder: &Path) -> Book {
    let mut book = book(folder);
    for patch in [
        json!({"throughline": 1, "offering": {"name": "Rosterly"},
               "segments": [{"id": "hr", "name": "HR teams, 200–1,000"}]}),
        json!({"throughline": 1, "segments": [{"id": "hr", "value": {
               "payoffs": [{"id": "hours", "text": "Three hours back a week"}]}}]}),
        json!({"throughline": 1, "segments": [{"id": "hr", "value": {
               "payoffs": [{"id": "hours", "text": "Five hours back a week", "unit": "hours/week"}]}}]}),
    ] {
        book.edit(patch).expect("stands");
    }
    book
}

#[test]
fn going_back_is_previewed_done_as_one_change_and_undone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = walked(folder.path());
    let preview = book.preview_return(2).expect("is there");
    assert_eq!(preview.would.records.len(), 1);
    let record = &preview.would.records[0];
    assert_eq!(record.change.kind, "payoff");
    let told: Vec<(&str, &str, &str)> = record
        .fields
        .iter()
        .map(|it| (it.field.as_str(), it.before.as_str(), it.after.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("text", "Five hours back a week", "Three hours back a week"),
            ("unit", "hours/week", "")
        ]
    );
    let kinds: Vec<(&str, u32)> = preview
        .would
        .counts
        .iter()
        .map(|it| (it.kind.as_str(), it.changed))
        .collect();
    assert_eq!(kinds, [("payoffs", 1)]);
    assert!(!preview.nothing && preview.refused.is_none() && !preview.named_first);

    let done = book.return_to(2).expect("goes back");
    assert!(
        done.sentence.starts_with("Restored the workbook of ")
            && done.sentence.ends_with(
                "after “Added the payoff “Three hours back a week” in HR teams, 200–1,000”"
            ),
        "{}",
        done.sentence
    );
    let text = |book: &mut Book| {
        book.chain().expect("reads").segments[0].value.payoffs[0]
            .text
            .clone()
    };
    assert_eq!(text(&mut book), "Three hours back a week");
    assert_eq!(
        book.return_to(2).expect_err("is there already").code,
        Code::WrongState
    );
    book.undo().expect("one undo");
    assert_eq!(text(&mut book), "Five hours back a week");
}

#[test]
fn a_change_tells_what_it_did() {
    let folder = tempfile::tempdir().expect("a folder");
    let book = walked(folder.path());
    let told = book.told(1).expect("is there");
    assert_eq!(
        told.entry.sentence,
        "Added the segment “HR teams, 200–1,000”, and 1 other change"
    );
    let sentences: Vec<&str> = told
        .did
        .records
        .iter()
        .map(|it| it.sentence.as_str())
        .collect();
    assert_eq!(
        sentences,
        [
            "Added the offering “Rosterly”",
            "Added the segment “HR teams, 200–1,000”"
        ]
    );
    assert_eq!(book.told(4).expect_err("is not there").code, Code::NotFound);
    assert_eq!(
        book.preview_return(4).expect_err("is not there").code,
        Code::NotFound
    );
}

#[test]
fn a_workbook_that_would_lose_much_is_named_before_it_goes_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = walked(folder.path());
    assert!(book.preview_return(0).expect("is there").named_first);
    let done = book.return_to(0).expect("goes back");
    assert_eq!(done.sentence, "Restored the empty workbook");
    let snapshots = book.snapshots().expect("reads");
    assert_eq!((snapshots.len(), snapshots[0].seq), (1, 3));
    assert!(snapshots[0].name.starts_with("Before restoring, "));
    book.return_to(snapshots[0].seq).expect("goes back again");
    let last = book.log().expect("reads").changes.pop().expect("is there");
    assert_eq!(
        last.sentence,
        format!("Restored the snapshot “{}”", snapshots[0].name)
    );
    assert_eq!(book.chain().expect("reads").segments.len(), 1);
}

#[test]
fn snapshots_have_names_of_their_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = walked(folder.path());
    let made = book.snapshot("  Before   the board ").expect("is named");
    assert_eq!((made.name.as_str(), made.seq), ("Before the board", 3));
    assert_eq!(book.point("Before the board").expect("is there"), 3);
    assert_eq!(book.point("2").expect("is a number"), 2);
    assert_eq!(
        book.point("Nobody").expect_err("is neither").code,
        Code::NotFound
    );
    let taken = book.snapshot("Before the board").expect_err("is taken");
    assert_eq!(taken.code, Code::WrongState);
    assert_eq!(
        book.snapshot(" ").expect_err("is blank").code,
        Code::BadDocument
    );
    assert_eq!(
        book.snapshot(&"x".repeat(121)).expect_err("is long").code,
        Code::BadDocument
    );
    book.remove_snapshot("Before the board").expect("is gone");
    assert_eq!(
        book.remove_snapshot("Before the board")
            .expect_err("was gone")
            .code,
        Code::NotFound
    );
    assert_eq!(
        book.log().expect("reads").changes.len(),
        3,
        "names are no changes"
    );
}

#[test]
fn going_back_over_an_import_brings_its_rows_along() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    let preview = book.preview_return(0).expect("is there");
    let [table] = preview.would.tables.as_slice() else {
        panic!("one table differs, not {:?}", preview.would.tables);
    };
    assert_eq!((table.rows_before, table.rows_after), (Some(7_043), None));
    book.return_to(0).expect("goes back");
    assert!(book.segments().expect("reads").segments.is_empty());
    book.return_to(2).expect("goes forward again");
    let row = &book.segments().expect("reads").segments[0];
    assert_eq!(row.n, Some(3_875), "the rows are there again, and counted");
}

#[test]
fn the_history_is_read_in_pages() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = walked(folder.path());
    book.undo().expect("can be undone");
    let page = book.log_page(None, 2).expect("reads");
    let seqs: Vec<u32> = page.changes.iter().map(|it| it.seq).collect();
    assert_eq!((seqs, page.total, page.now), (vec![3, 2], 3, 2));
    assert_eq!(page.changes[0].state, EntryState::Undone);
    let page = book.log_page(Some(2), 2).expect("reads");
    assert_eq!(page.changes.len(), 1);
}

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
