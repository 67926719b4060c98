//! The algebra of rules, over generated tables, and against a second, slow reading of them: a row at
//! a time and from the cells' texts.

use std::collections::BTreeMap;

use chain::Rule;
use chain::rule::{Condition, Op, Operand, Scalar};
use proptest::prelude::*;

use super::*;
use crate::table::{Column, ColumnType, Data, parse_iso_date};

static NO_SEGMENTS: BTreeMap<String, Rule> = BTreeMap::new();

fn text(value: &str) -> Scalar {
    Scalar::Text(value.to_owned())
}

fn whole(value: i64) -> Scalar {
    Scalar::Number(value.into())
}

fn all_of(parts: &[Rule]) -> Rule {
    Rule::All {
        all: parts.to_vec(),
    }
}

fn any_of(parts: &[Rule]) -> Rule {
    Rule::Any {
        any: parts.to_vec(),
    }
}

fn negation(part: &Rule) -> Rule {
    Rule::Not {
        not: Box::new(part.clone()),
    }
}

fn naive(rule: &Rule, table: &Table, row: usize, as_of: i32) -> bool {
    match rule {
        Rule::All { all } => all.iter().all(|part| naive(part, table, row, as_of)),
        Rule::Any { any } => any.iter().any(|part| naive(part, table, row, as_of)),
        Rule::Not { not } => !naive(not, table, row, as_of),
        Rule::Segment { .. } => unreachable!("none are generated"),
        Rule::Column(condition) => naive_condition(condition, table, row, as_of),
    }
}

fn naive_condition(condition: &Condition, table: &Table, row: usize, as_of: i32) -> bool {
    let column = table.column(&condition.column).unwrap();
    let Some(cell) = column.text(row) else {
        return condition.op == Op::IsBlank;
    };
    let values: Vec<String> = condition
        .value
        .list()
        .iter()
        .map(Scalar::to_string)
        .collect();
    let compare = |value: &String| match column.kind() {
        ColumnType::Integer | ColumnType::Number => cell
            .parse::<f64>()
            .unwrap()
            .total_cmp(&value.parse::<f64>().unwrap()),
        ColumnType::Boolean => {
            let flag = |text: &str| text.eq_ignore_ascii_case("true") || text == "1";
            flag(&cell).cmp(&flag(value))
        }
        // ISO texts sort as the days do, and a prefix stands for the whole day.
        ColumnType::Date | ColumnType::Datetime => {
            cell[..value.len().min(cell.len())].cmp(value.as_str())
        }
        ColumnType::Text if condition.fold => cell.to_lowercase().cmp(&value.to_lowercase()),
        ColumnType::Text => cell.as_ref().cmp(value.as_str()),
    };
    let pair = (
        cell.to_lowercase(),
        values.first().map(|value| value.to_lowercase()),
    );
    let part = |test: fn(&str, &str) -> bool| match &values[..] {
        [value] if condition.fold => test(&pair.0, pair.1.as_deref().unwrap_or(value)),
        [value] => test(&cell, value),
        _ => unreachable!("one value"),
    };
    match condition.op {
        Op::Eq | Op::In => values.iter().any(|value| compare(value).is_eq()),
        Op::Ne | Op::NotIn => values.iter().all(|value| compare(value).is_ne()),
        Op::Lt => compare(&values[0]).is_lt(),
        Op::Le => compare(&values[0]).is_le(),
        Op::Gt => compare(&values[0]).is_gt(),
        Op::Ge => compare(&values[0]).is_ge(),
        Op::Between => compare(&values[0]).is_ge() && compare(&values[1]).is_le(),
        Op::Contains => part(|cell, value| cell.contains(value)),
        Op::StartsWith => part(|cell, value| cell.starts_with(value)),
        Op::EndsWith => part(|cell, value| cell.ends_with(value)),
        Op::IsBlank => false,
        Op::IsPresent => true,
        Op::WithinLastDays => {
            let days: i32 = values[0].parse().unwrap();
            let day = parse_iso_date(&cell[..10]).unwrap();
            day <= as_of && as_of - day <= days
        }
    }
}

const ROWS: usize = 70;

/// A column of each type, with blanks, over few values so that conditions meet.
fn any_table() -> impl Strategy<Value = Table> {
    let cells = prop::collection::vec((0_i64..8, prop::bool::weighted(0.2)), ROWS);
    prop::collection::vec(cells, 6).prop_map(|columns| {
        let columns = columns.iter().zip(ColumnType::ALL).map(|(cells, kind)| {
            let blank = cells.iter().map(|(_, blank)| *blank).collect();
            let values = || cells.iter().map(|(value, _)| *value);
            let data = match kind {
                ColumnType::Text => Data::Text {
                    dict: ["a", "B", "b", "ab", "Ab", "z", "é", "É"]
                        .map(str::to_owned)
                        .to_vec(),
                    codes: values().map(|value| value as u32).collect(),
                },
                ColumnType::Integer => Data::Integer(values().map(|value| value - 3).collect()),
                ColumnType::Number => {
                    Data::Number(values().map(|value| value as f64 / 2.0 - 1.0).collect())
                }
                ColumnType::Boolean => {
                    Data::Boolean(values().map(|value| value % 2 == 1).collect())
                }
                ColumnType::Date => {
                    Data::Date(values().map(|value| 20_000 + value as i32).collect())
                }
                ColumnType::Datetime => Data::Datetime(
                    values()
                        .map(|value| (20_000 * 24 + value * 7) * 3_600_000_000)
                        .collect(),
                ),
            };
            Column::new(kind.word(), data, blank).unwrap()
        });
        Table::new(ROWS, columns.collect()).unwrap()
    })
}

fn any_value(kind: ColumnType) -> BoxedStrategy<Scalar> {
    match kind {
        ColumnType::Text => prop::sample::select(vec!["a", "B", "AB", "é", "c", ""])
            .prop_map(text)
            .boxed(),
        ColumnType::Integer | ColumnType::Number => prop_oneof![
            (-4_i64..6).prop_map(whole),
            Just(text("1.5")),
            Just(text("2"))
        ]
        .boxed(),
        ColumnType::Boolean => prop_oneof![
            any::<bool>().prop_map(Scalar::Bool),
            (0_i64..2).prop_map(whole)
        ]
        .boxed(),
        ColumnType::Date | ColumnType::Datetime => (19_999_i32..20_009)
            .prop_map(|day| text(&crate::table::iso_date(day)))
            .boxed(),
    }
}

fn any_condition() -> impl Strategy<Value = Rule> {
    let pairs: Vec<(ColumnType, Op)> = ColumnType::ALL
        .into_iter()
        .flat_map(|kind| Op::ALL.into_iter().map(move |op| (kind, op)))
        .filter(|(kind, op)| match op {
            Op::Contains | Op::StartsWith | Op::EndsWith => *kind == ColumnType::Text,
            Op::Lt | Op::Le | Op::Gt | Op::Ge | Op::Between => *kind != ColumnType::Boolean,
            Op::WithinLastDays => matches!(kind, ColumnType::Date | ColumnType::Datetime),
            _ => true,
        })
        .collect();
    prop::sample::select(pairs).prop_flat_map(|(kind, op)| {
        let value = match op {
            Op::IsBlank | Op::IsPresent => Just(Operand::None).boxed(),
            Op::Between => prop::collection::vec(any_value(kind), 2)
                .prop_map(Operand::Many)
                .boxed(),
            Op::In | Op::NotIn => prop::collection::vec(any_value(kind), 1..4)
                .prop_map(Operand::Many)
                .boxed(),
            Op::WithinLastDays => (0_i64..6).prop_map(|n| Operand::One(whole(n))).boxed(),
            _ => any_value(kind).prop_map(Operand::One).boxed(),
        };
        (value, any::<bool>()).prop_map(move |(value, fold)| {
            let column = kind.word().to_owned();
            Rule::Column(Condition {
                column,
                op,
                value,
                fold: fold && kind == ColumnType::Text,
            })
        })
    })
}

fn any_rule() -> impl Strategy<Value = Rule> {
    any_condition().prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|all| Rule::All { all }),
            prop::collection::vec(inner.clone(), 0..4).prop_map(|any| Rule::Any { any }),
            inner.prop_map(|part| negation(&part)),
        ]
    })
}

const AS_OF: i32 = 20_003;

fn chosen(rule: &Rule, table: &Table) -> Mask {
    select(rule, table, &NO_SEGMENTS, Some(AS_OF)).expect("a rule that fits")
}

proptest! {
    #[test]
    fn a_rule_selects_what_reading_it_row_by_row_does(table in any_table(), rule in any_rule()) {
        let mask = chosen(&rule, &table);
        for row in 0..ROWS {
            prop_assert_eq!(mask.get(row), naive(&rule, &table, row, AS_OF), "row {}", row);
        }
    }

    #[test]
    fn de_morgan_and_double_negation_hold(
        table in any_table(),
        parts in prop::collection::vec(any_rule(), 0..4),
    ) {
        let negated: Vec<Rule> = parts.iter().map(negation).collect();
        prop_assert_eq!(chosen(&negation(&all_of(&parts)), &table), chosen(&any_of(&negated), &table));
        prop_assert_eq!(chosen(&negation(&any_of(&parts)), &table), chosen(&all_of(&negated), &table));
        let whole = all_of(&parts);
        prop_assert_eq!(chosen(&negation(&negation(&whole)), &table), chosen(&whole, &table));
    }

    #[test]
    fn the_funnel_ends_where_the_rule_does(table in any_table(), rule in any_rule()) {
        let mut selector = Selector::new(&table, &NO_SEGMENTS, Some(AS_OF));
        let mask = selector.select(&rule).unwrap();
        let steps = selector.funnel(&rule).unwrap();
        prop_assert_eq!(steps[0].alone as usize, mask.count());
        prop_assert_eq!(steps[0].left, Some(steps[0].alone));
        for row in [0, ROWS / 2, ROWS - 1] {
            prop_assert_eq!(selector.why(&rule, row).unwrap()[0].met, mask.get(row));
        }
        if let Rule::All { all } = &rule
            && let Some(last) = steps.iter().rev().find(|step| step.depth == 1)
        {
            prop_assert!(!all.is_empty());
            prop_assert_eq!(last.left, Some(steps[0].alone), "the last line leaves the segment");
        }
    }

    #[test]
    fn an_outcome_is_held_or_not_or_unknown_and_nothing_twice(
        table in any_table(),
        rule in any_rule(),
    ) {
        let mut selector = Selector::new(&table, &NO_SEGMENTS, Some(AS_OF));
        let judged = selector.judge(&rule).unwrap();
        prop_assert_eq!(judged.yes.count_and(&judged.no), 0);
        let negated = selector.judge(&negation(&rule)).unwrap();
        prop_assert_eq!((&negated.yes, &negated.no), (&judged.no, &judged.yes));
        // Where every cell is filled, an outcome is what membership is.
        let mask = selector.select(&rule).unwrap();
        let filled = (0..ROWS).filter(|row| table.columns().iter().all(|c| !c.blank().get(*row)));
        for row in filled {
            prop_assert_eq!(judged.yes.get(row), mask.get(row));
            prop_assert_eq!(judged.no.get(row), !mask.get(row));
        }
    }
}
