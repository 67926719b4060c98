//! The line, end to end, over the telco table: facts known from pandas (see the fixture's ORIGIN).

use std::path::{Path, PathBuf};

use measure::compare::Verdict;
use serde_json::{Value, json};

use crate::*;

mod coach;
mod imports;
mod links;
mod past;
mod search;
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
