//! What rules select: facts of real tables, every operator on every type, and the algebra.

use std::collections::BTreeMap;

use chain::Rule;
use chain::rule::{Condition, Op, Operand, Scalar};

use super::*;
use crate::read::{Settings, Source, Unwatched, read};
use crate::table::parse_iso_date;

fn table(file: &str) -> Table {
    let path = format!(
        "{}/../../../tests/fixtures/data/{file}",
        env!("CARGO_MANIFEST_DIR")
    );
    let source = Source::open(path.as_ref()).expect(file);
    read(&source, &Settings::default(), &Unwatched)
        .expect(file)
        .table
}

fn small(text: &str) -> Table {
    let source = Source::from_bytes("t.csv", text.as_bytes().to_vec()).unwrap();
    read(&source, &Settings::default(), &Unwatched)
        .unwrap()
        .table
}

fn text(value: &str) -> Scalar {
    Scalar::Text(value.to_owned())
}

fn whole(value: i64) -> Scalar {
    Scalar::Number(value.into())
}

fn cond(column: &str, op: Op, value: Operand) -> Rule {
    Rule::Column(Condition {
        column: column.to_owned(),
        op,
        value,
        fold: false,
    })
}

fn one(column: &str, op: Op, value: Scalar) -> Rule {
    cond(column, op, Operand::One(value))
}

fn many(column: &str, op: Op, values: &[Scalar]) -> Rule {
    cond(column, op, Operand::Many(values.to_vec()))
}

fn eq(column: &str, value: &str) -> Rule {
    one(column, Op::Eq, text(value))
}

fn all(parts: &[Rule]) -> Rule {
    Rule::All {
        all: parts.to_vec(),
    }
}

fn any(parts: &[Rule]) -> Rule {
    Rule::Any {
        any: parts.to_vec(),
    }
}

fn not(part: &Rule) -> Rule {
    Rule::Not {
        not: Box::new(part.clone()),
    }
}

fn named(id: &str) -> Rule {
    Rule::Segment {
        segment: id.to_owned(),
    }
}

type Book = BTreeMap<String, Rule>;

fn rows_of(rule: &Rule, table: &Table, as_of: Option<&str>) -> Vec<usize> {
    let as_of = as_of.and_then(parse_iso_date);
    select(rule, table, &Book::new(), as_of)
        .expect("a rule that fits")
        .iter()
        .collect()
}

fn fault(rule: &Rule, table: &Table) -> RuleFault {
    let fault = select(rule, table, &Book::new(), None).expect_err("a rule that does not fit");
    assert!(
        fault.fix().ends_with(['.', '?']),
        "every error says what to do: {fault}"
    );
    fault
}

#[test]
fn s2_02_attributes_needs_behaviour_and_value_meet_in_one_rule() {
    let telco = table("telco_customer_churn.csv");
    let n = |rule: &Rule| select(rule, &telco, &Book::new(), None).unwrap().count();
    let monthly = eq("Contract", "Month-to-month");
    let fibre = eq("InternetService", "Fiber optic");
    let no_support = eq("OnlineSecurity", "No");
    assert_eq!(n(&monthly), 3875);
    assert_eq!(n(&all(&[monthly.clone(), fibre.clone()])), 2128);
    assert_eq!(n(&all(&[monthly.clone(), no_support.clone()])), 2631);
    assert_eq!(n(&cond("TotalCharges", Op::IsBlank, Operand::None)), 11);
    assert_eq!(
        n(&many("tenure", Op::Between, &[whole(1), whole(12)])),
        2175
    );
    let mixed = all(&[
        one("SeniorCitizen", Op::Eq, whole(1)),
        any(&[no_support, monthly]),
        not(&fibre),
        one("MonthlyCharges", Op::Ge, whole(50)),
    ]);
    let by_hand = (0..telco.rows()).filter(|row| {
        let cell = |name: &str| telco.column(name).unwrap().text(*row).unwrap_or_default();
        cell("SeniorCitizen") == "1"
            && (cell("OnlineSecurity") == "No" || cell("Contract") == "Month-to-month")
            && cell("InternetService") != "Fiber optic"
            && cell("MonthlyCharges").parse::<f64>().unwrap() >= 50.0
    });
    assert_eq!(n(&mixed), by_hand.count());
}

#[test]
fn each_operator_reads_its_value_in_the_columns_type() {
    let table = small(
        "text,whole,real,flag,day,time\n\
         Ab,1,0.5,true,2026-01-01,2026-01-01 00:00\n\
         b,2,1.5,false,2026-01-02,2026-01-01 23:59\n\
         Äb,3,2.5,true,2026-01-03,2026-01-02 00:00\n\
         ,,,,,\n",
    );
    let cases: Vec<(Rule, &[usize])> = vec![
        (eq("text", "b"), &[1]),
        (eq("text", "B"), &[]),
        (one("text", Op::Ne, text("b")), &[0, 2]),
        (many("text", Op::In, &[text("b"), text("Ab")]), &[0, 1]),
        (many("text", Op::NotIn, &[text("b")]), &[0, 2]),
        (one("text", Op::Lt, text("b")), &[0]),
        (one("text", Op::Ge, text("b")), &[1, 2]),
        (many("text", Op::Between, &[text("A"), text("b")]), &[0, 1]),
        (one("text", Op::Contains, text("b")), &[0, 1, 2]),
        (one("text", Op::StartsWith, text("Ä")), &[2]),
        (one("text", Op::EndsWith, text("b")), &[0, 1, 2]),
        (cond("text", Op::IsBlank, Operand::None), &[3]),
        (cond("text", Op::IsPresent, Operand::None), &[0, 1, 2]),
        (one("whole", Op::Eq, whole(2)), &[1]),
        (one("whole", Op::Eq, text("2")), &[1]),
        (one("whole", Op::Ne, text("2.0")), &[0, 2]),
        (one("whole", Op::Lt, text("2.5")), &[0, 1]),
        (one("whole", Op::Gt, whole(2)), &[2]),
        (many("whole", Op::NotIn, &[whole(1), whole(9)]), &[1, 2]),
        (many("whole", Op::Between, &[whole(2), whole(3)]), &[1, 2]),
        (many("whole", Op::Between, &[whole(3), whole(2)]), &[]),
        (one("real", Op::Le, text("1.5")), &[0, 1]),
        (one("real", Op::Gt, whole(1)), &[1, 2]),
        (many("real", Op::In, &[text("0.5"), whole(7)]), &[0]),
        (one("flag", Op::Eq, Scalar::Bool(true)), &[0, 2]),
        (one("flag", Op::Eq, whole(1)), &[0, 2]),
        (one("flag", Op::Eq, text("TRUE")), &[0, 2]),
        (one("flag", Op::Ne, text("1")), &[1]),
        (
            many("flag", Op::In, &[text("false"), Scalar::Bool(true)]),
            &[0, 1, 2],
        ),
        (many("flag", Op::NotIn, &[whole(0), whole(1)]), &[]),
        (one("day", Op::Eq, text("2026-01-02")), &[1]),
        (one("day", Op::Gt, text("2026-01-01")), &[1, 2]),
        (one("day", Op::Gt, text("2026-01-01T12:00")), &[1, 2]),
        (
            many(
                "day",
                Op::Between,
                &[text("2026-01-01"), text("2026-01-02")],
            ),
            &[0, 1],
        ),
        (one("time", Op::Eq, text("2026-01-01")), &[0, 1]),
        (one("time", Op::Le, text("2026-01-01")), &[0, 1]),
        (one("time", Op::Le, text("2026-01-01T00:00:00")), &[0]),
        (one("time", Op::Gt, text("2026-01-01")), &[2]),
        (one("time", Op::WithinLastDays, whole(0)), &[2]),
        (one("day", Op::WithinLastDays, whole(0)), &[1]),
        (one("day", Op::WithinLastDays, whole(1)), &[0, 1]),
    ];
    for (rule, wanted) in cases {
        assert_eq!(
            rows_of(&rule, &table, Some("2026-01-02")),
            wanted,
            "{rule:?}"
        );
    }
    let folded = |op, value: &str| {
        let column = "text".to_owned();
        Rule::Column(Condition {
            column,
            op,
            value: Operand::One(text(value)),
            fold: true,
        })
    };
    assert_eq!(rows_of(&folded(Op::Eq, " AB "), &table, None), [0]);
    assert_eq!(rows_of(&folded(Op::StartsWith, "ä"), &table, None), [2]);
    assert_eq!(rows_of(&folded(Op::Ne, "B"), &table, None), [0, 2]);
    assert_eq!(rows_of(&folded(Op::Lt, "B"), &table, None), [0]);
    assert_eq!(
        rows_of(&eq("whole", "1"), &small("whole\n01\n2\n"), None),
        [] as [usize; 0]
    );
}

#[test]
fn a_rule_that_does_not_fit_says_what_is_wrong() {
    let table = small("Name,Age,Flag,Day\na,1,true,2026-01-01\nb,2,false,2026-01-02\n");
    for (rule, wanted) in [
        (eq("age", "1"), "there is no column `age`"),
        (
            eq("Age", "young"),
            "`young` cannot be read as a number for `Age`",
        ),
        (
            one("Age", Op::Eq, Scalar::Bool(true)),
            "`true` cannot be read as a number for `Age`",
        ),
        (
            eq("Age", "nan"),
            "`nan` cannot be read as a number for `Age`",
        ),
        (
            eq("Flag", "yes"),
            "`yes` cannot be read as true or false for `Flag`",
        ),
        (
            one("Flag", Op::Lt, whole(1)),
            "`lt` does not fit `Flag`, which holds true and false",
        ),
        (
            eq("Day", "01/02/2026"),
            "`01/02/2026` cannot be read as a date for `Day`",
        ),
        (
            one("Age", Op::Contains, whole(1)),
            "`contains` does not fit `Age`, which holds whole numbers",
        ),
        (
            one("Day", Op::StartsWith, text("2026")),
            "`starts_with` does not fit `Day`, which holds dates",
        ),
        (
            one("Name", Op::WithinLastDays, whole(1)),
            "`within_last_days` does not fit `Name`, which holds text",
        ),
        (
            one("Day", Op::WithinLastDays, whole(1)),
            "needs the day to which the data was recorded",
        ),
        (
            one("Day", Op::WithinLastDays, whole(-1)),
            "`-1` is no number of days for `Day`",
        ),
        (
            one("Day", Op::WithinLastDays, text("a week")),
            "`a week` is no number of days for `Day`",
        ),
        (
            many("Age", Op::Between, &[whole(1)]),
            "`between` on `Age` takes two values",
        ),
        (
            many("Age", Op::In, &[]),
            "`in` on `Age` takes a list of values",
        ),
        (
            cond("Age", Op::Eq, Operand::None),
            "`eq` on `Age` takes one value",
        ),
        (named("nobody"), "there is no segment `nobody`"),
    ] {
        let fault = fault(&rule, &table);
        assert!(
            fault.to_string().contains(wanted),
            "{fault} should say: {wanted}"
        );
    }
    assert_eq!(fault(&eq("age", "1"), &table).fix(), "Did you mean `Age`?");
}

#[test]
fn a_segment_may_be_part_of_another_and_never_of_itself() {
    let table = small("a,b\n1,x\n2,x\n3,y\n");
    let mut book = Book::new();
    book.insert("big".into(), one("a", Op::Ge, whole(2)));
    book.insert("big-x".into(), all(&[named("big"), eq("b", "x")]));
    book.insert("rest".into(), not(&named("big-x")));
    book.insert("self".into(), any(&[named("other")]));
    book.insert("other".into(), not(&named("self")));
    let rows =
        |id: &str| select(&named(id), &table, &book, None).map(|m| m.iter().collect::<Vec<_>>());
    assert_eq!(rows("big-x"), Ok(vec![1]));
    assert_eq!(rows("rest"), Ok(vec![0, 2]));
    let path = ["self", "other", "self"].map(str::to_owned).to_vec();
    assert_eq!(rows("self"), Err(RuleFault::Circle { path }));
    let missing = rows("bigx").expect_err("no such segment");
    assert_eq!(missing.fix(), "Did you mean `big-x`?");
}

#[test]
fn segments_that_double_at_each_step_are_worked_out_once() {
    let table = small("a\n1\n2\n");
    let mut book = Book::new();
    book.insert("s0".into(), one("a", Op::Eq, whole(1)));
    for step in 1..30 {
        let before = named(&format!("s{}", step - 1));
        book.insert(
            format!("s{step}"),
            all(&[before.clone(), any(&[before.clone(), before])]),
        );
    }
    // Without memory this would be 3^29 conditions.
    assert_eq!(
        select(&named("s29"), &table, &book, None).unwrap().count(),
        1
    );
}

#[test]
fn a_rule_too_deep_is_refused_and_overflows_nothing() {
    let table = small("a\n1\n2\n");
    let nested = |levels| (0..levels).fold(one("a", Op::Eq, whole(1)), |rule, _| not(&rule));
    assert_eq!(rows_of(&nested(DEEPEST), &table, None), [0]);
    let deep = nested(DEEPEST + 1);
    let mut selector = Selector::new(&table, &NO_SEGMENTS, None);
    assert_eq!(selector.select(&deep), Err(RuleFault::TooDeep));
    assert_eq!(selector.judge(&deep), Err(RuleFault::TooDeep));
    assert_eq!(selector.funnel(&deep), Err(RuleFault::TooDeep));
}

#[test]
fn a_chain_of_segments_of_any_length_is_followed_whichever_is_asked_for_first() {
    let table = small("a\n1\n2\n");
    let mut book = Book::new();
    book.insert("s0".into(), one("a", Op::Eq, whole(1)));
    for step in 1..20_000 {
        book.insert(format!("s{step}"), not(&named(&format!("s{}", step - 1))));
    }
    let mut selector = Selector::new(&table, &book, None);
    for id in ["s19999", "s19998", "s3"] {
        let rows: Vec<usize> = selector.segment(id).unwrap().iter().collect();
        let alone = select(&named(id), &table, &book, None).unwrap();
        assert_eq!(rows, alone.iter().collect::<Vec<_>>(), "{id}");
    }
    assert_eq!(selector.into_known().len(), 20_000, "each worked out once");
    // What is wrong far down is told at the top, and for all between.
    book.insert("s0".into(), one("b", Op::Eq, whole(1)));
    let mut selector = Selector::new(&table, &book, None);
    for id in ["s19999", "s10000"] {
        let fault = selector.segment(id).expect_err("there is no column b");
        assert!(matches!(fault, RuleFault::UnknownColumn { .. }), "{fault}");
    }
}

static NO_SEGMENTS: Book = Book::new();

#[test]
fn the_funnel_counts_each_condition_alone_and_what_it_leaves() {
    let table = small("size,country,tool\n5,DE,\n3,DE,x\n4,AT,\n1,DE,\n2,FR,y\n");
    let mut book = Book::new();
    book.insert("small".into(), one("size", Op::Lt, whole(2)));
    let rule = all(&[
        one("size", Op::Ge, whole(2)),
        many("country", Op::In, &[text("DE"), text("AT")]),
        any(&[eq("tool", "x"), cond("tool", Op::IsBlank, Operand::None)]),
        not(&named("small")),
        not(&any(&[eq("country", "AT")])),
    ]);
    let mut selector = Selector::new(&table, &book, None);
    let steps = selector.funnel(&rule).unwrap();
    let shown: Vec<_> = steps
        .iter()
        .map(|s| {
            (
                s.depth,
                s.path.as_slice(),
                s.kind,
                s.negated,
                s.alone,
                s.left,
            )
        })
        .collect();
    use StepKind::{All, Any, Condition, Segment};
    let wanted: [(_, &[u32], _, _, _, _); 9] = [
        (0, &[], All, false, 2, Some(2)),
        (1, &[0], Condition, false, 4, Some(4)),
        (1, &[1], Condition, false, 4, Some(3)),
        (1, &[2], Any, false, 4, Some(3)),
        (2, &[2, 0], Condition, false, 1, None),
        (2, &[2, 1], Condition, false, 3, None),
        (1, &[3], Segment, true, 4, Some(3)),
        (1, &[4], Any, true, 4, Some(2)),
        (2, &[4, 0, 0], Condition, false, 1, None),
    ];
    assert_eq!(shown, wanted);
    let why = selector.why(&rule, 2).unwrap();
    let met: Vec<bool> = why.iter().map(|reason| reason.met).collect();
    assert_eq!(
        met,
        [false, true, true, true, false, true, true, false, true]
    );
    assert_eq!(why[1].value.as_deref(), Some("4"));
    assert_eq!(
        (why[4].column.as_deref(), why[4].value.as_deref()),
        (Some("tool"), None)
    );
}
