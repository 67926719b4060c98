//! Metrics over real tables, with and without weights and blanks.

use std::collections::BTreeMap;

use chain::Rule;
use chain::formula::Rate;
use chain::rule::{Condition, Op, Operand, Scalar};
use proptest::prelude::*;

use super::*;
use crate::read::{Settings, Source, Unwatched, read};
use crate::table::Table;

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

fn eq(column: &str, value: &str) -> Rule {
    let value = Operand::One(Scalar::Text(value.to_owned()));
    Rule::Column(Condition {
        column: column.to_owned(),
        op: Op::Eq,
        value,
        fold: false,
    })
}

fn is_blank(column: &str) -> Rule {
    let (column, value) = (column.to_owned(), Operand::None);
    Rule::Column(Condition {
        column,
        op: Op::IsBlank,
        value,
        fold: false,
    })
}

fn rate(success: Rule, of: Option<Rule>) -> Formula {
    Formula::Rate {
        rate: Rate { success, of },
    }
}

fn mean(column: &str) -> Formula {
    Formula::Mean {
        mean: column.to_owned(),
    }
}

static NONE: BTreeMap<String, Rule> = BTreeMap::new();

fn tally(table: &Table, formula: &Formula, group: Option<&Rule>, weight: Option<&str>) -> Tally {
    let mut selector = Selector::new(table, &NONE, None);
    let group = match group {
        Some(rule) => selector.select(rule).unwrap(),
        None => Mask::all(table.rows()),
    };
    let weights = weight.map(|name| Weights::of_column(table, name).unwrap());
    outcome(formula, &mut selector)
        .unwrap()
        .tally(&group, weights.as_ref())
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

#[test]
fn telco_churn_by_contract_is_what_is_published() {
    let telco = table("telco_customer_churn.csv");
    let churn = rate(eq("Churn", "Yes"), None);
    let counts = |group: Option<&Rule>| {
        let tally = tally(&telco, &churn, group, None);
        (tally.x, tally.n, tally.unknown)
    };
    assert_eq!(counts(None), (1869.0, 7043.0, 0.0));
    assert_eq!(
        counts(Some(&eq("Contract", "Month-to-month"))),
        (1655.0, 3875.0, 0.0)
    );
    assert_eq!(
        counts(Some(&eq("Contract", "Two year"))),
        (48.0, 1695.0, 0.0)
    );
    let monthly = |value: &str| {
        let tally = tally(
            &telco,
            &mean("MonthlyCharges"),
            Some(&eq("Churn", value)),
            None,
        );
        tally.x / tally.n
    };
    assert!((monthly("Yes") - 74.44).abs() < 0.005);
    assert!((monthly("No") - 61.27).abs() < 0.005);
    let total = tally(&telco, &mean("TotalCharges"), None, None);
    assert_eq!(
        (total.n, total.unknown),
        (7032.0, 11.0),
        "blanks leave the mean"
    );
    assert!(close(total.x, 16_056_168.70), "{}", total.x);
}

#[test]
fn weighted_admissions_are_what_is_published() {
    let ucb = table("ucb_admissions.csv");
    let admitted = rate(eq("Admit", "Admitted"), None);
    let of = |gender: &str| {
        let tally = tally(&ucb, &admitted, Some(&eq("Gender", gender)), Some("Freq"));
        (tally.x, tally.n)
    };
    assert_eq!(of("Male"), (1198.0, 2691.0));
    assert_eq!(of("Female"), (557.0, 1835.0));
}

#[test]
fn a_blank_outcome_leaves_both_counts_and_is_told() {
    let table = small("who,bought,age\na,yes,1\nb,no,2\nc,,3\nd,yes,\ne,,\n");
    let bought = rate(eq("bought", "yes"), None);
    let all = tally(&table, &bought, None, None);
    assert_eq!((all.x, all.n, all.unknown), (2.0, 3.0, 2.0));
    let not_bought = rate(
        Rule::Not {
            not: Box::new(eq("bought", "yes")),
        },
        None,
    );
    let all = tally(&table, &not_bought, None, None);
    assert_eq!(
        (all.x, all.n, all.unknown),
        (1.0, 3.0, 2.0),
        "not of a blank is no success"
    );
    let blank = tally(&table, &rate(is_blank("bought"), None), None, None);
    assert_eq!(
        (blank.x, blank.n, blank.unknown),
        (2.0, 5.0, 0.0),
        "is_blank always judges"
    );
    let among = rate(eq("bought", "yes"), Some(is_blank("age")));
    let among = tally(&table, &among, None, None);
    assert_eq!(
        (among.x, among.n, among.unknown),
        (1.0, 1.0, 1.0),
        "only rows of `of` are unknown"
    );
}

#[test]
fn a_part_that_decides_is_enough_to_know() {
    let table = small("a,b\nx,\n,\n,y\nz,\n");
    let both = Rule::All {
        all: vec![eq("a", "x"), eq("b", "y")],
    };
    let either = Rule::Any {
        any: vec![eq("a", "x"), eq("b", "y")],
    };
    let counts = |rule: &Rule| {
        let tally = tally(&table, &rate(rule.clone(), None), None, None);
        (tally.x, tally.n, tally.unknown)
    };
    assert_eq!(
        counts(&both),
        (0.0, 1.0, 3.0),
        "a = z is no success, whatever b is"
    );
    assert_eq!(counts(&either), (2.0, 2.0, 2.0), "one that holds is enough");
}

#[test]
fn the_mean_of_a_boolean_is_the_share_that_is_true() {
    let table = small("id,flag\n1,true\n2,FALSE\n3,true\n4,\n");
    let flag = tally(&table, &mean("flag"), None, None);
    assert_eq!((flag.n, flag.x, flag.unknown), (3.0, 2.0, 1.0));
    assert!(close(flag.m2, 2.0 / 3.0));
}

#[test]
fn a_metric_that_does_not_fit_says_so() {
    let table = small("name,n\na,1\nb,2\n");
    let mut selector = Selector::new(&table, &NONE, None);
    let mut fault = |formula: &Formula| match outcome(formula, &mut selector) {
        Ok(_) => panic!("an error"),
        Err(fault) => fault,
    };
    assert_eq!(
        fault(&mean("name")).to_string(),
        "`name` holds text and has no mean"
    );
    assert_eq!(fault(&mean("Name")).fix(), "Did you mean `name`?");
    assert_eq!(
        fault(&rate(eq("x", "1"), None)).to_string(),
        "there is no column `x`"
    );
    assert_eq!(
        fault(&Formula::Counts { counts: vec![] }),
        MetricFault::TypedIn
    );
}

#[test]
fn a_weight_must_be_there_in_every_row() {
    let table = small("a,w,v,t\n1,1,1,x\n2,-2,,y\n3,0,1,z\n");
    let weight = |name: &str| {
        Weights::of_column(&table, name)
            .map(|_| ())
            .expect_err(name)
    };
    let missing = WeightFault::Missing {
        column: "w".into(),
        blank: 0,
        negative: 1,
    };
    assert_eq!(weight("w"), missing);
    assert_eq!(
        weight("v").to_string(),
        "the weight `v` is blank in 1 rows and below zero in 0"
    );
    assert!(matches!(weight("t"), WeightFault::NotNumeric { .. }));
    assert!(matches!(
        weight("nothing"),
        WeightFault::UnknownColumn { .. }
    ));
}

proptest! {
    #[test]
    fn a_row_of_weight_three_counts_as_three_rows(
        rows in prop::collection::vec((-5_i32..5, 0_usize..4, any::<bool>()), 1..40)
    ) {
        let line = |(value, weight, yes): &(i32, usize, bool)| format!("{value}.5,{weight},{yes}\n");
        let head = "value,weight,yes\n";
        let weighted = small(&format!("{head}{}", rows.iter().map(line).collect::<String>()));
        let repeat = |row: &(i32, usize, bool)| line(row).repeat(row.1);
        let body = rows.iter().map(repeat).collect::<String>();
        prop_assume!(!body.is_empty());
        let spread = small(&format!("{head}{body}"));
        for formula in [mean("value"), rate(eq("yes", "true"), None)] {
            let a = tally(&weighted, &formula, None, Some("weight"));
            let b = tally(&spread, &formula, None, None);
            prop_assert_eq!(a.n, b.n);
            prop_assert!(close(a.x, b.x) && close(a.m2, b.m2), "{:?} {:?}", a, b);
        }
    }

    #[test]
    fn a_group_and_the_rest_add_up_to_all(bits in prop::collection::vec(any::<bool>(), 1..99)) {
        let lines = bits.iter().enumerate().map(|(at, bit)| format!("{at},{bit}\n"));
        let table = small(&format!("n,yes\n{}", lines.collect::<String>()));
        let mut selector = Selector::new(&table, &NONE, None);
        for formula in [mean("n"), rate(eq("yes", "true"), None)] {
            let outcome = outcome(&formula, &mut selector).unwrap();
            let group: Mask = bits.iter().copied().collect();
            let (all, rest) = (Mask::all(bits.len()), !group.clone());
            let [all, group, rest] = [&all, &group, &rest].map(|mask| outcome.tally(mask, None));
            prop_assert_eq!(group.n + rest.n, all.n);
            prop_assert!(close(group.x + rest.x, all.x));
        }
    }
}
