//! One condition on one column, as the set of rows that meet it.

use std::cmp::Ordering;
use std::collections::HashSet;

use chain::rule::{Arity, Condition, Op, Operand, Scalar};

use super::fault::RuleFault;
use super::order::{Figure, Span, fold, read_flag};
use crate::table::{Column, ColumnType, DAY, Data, Mask, Table};

/// The rows that meet the condition; blank ones never do, except for `is_blank`.
pub(super) fn rows(
    condition: &Condition,
    table: &Table,
    as_of: Option<i32>,
) -> Result<Mask, RuleFault> {
    let name = &condition.column;
    let column = table.column(name).ok_or_else(|| RuleFault::UnknownColumn {
        column: name.clone(),
        nearest: table.nearest(name).map(str::to_owned),
    })?;
    check_arity(condition)?;
    let mut mask = match condition.op {
        Op::IsBlank => return Ok(column.blank().clone()),
        Op::IsPresent => Mask::all(column.rows()),
        Op::WithinLastDays => within(condition, column, as_of)?,
        _ => compared(condition, column)?,
    };
    mask.subtract(column.blank());
    Ok(mask)
}

fn check_arity(condition: &Condition) -> Result<(), RuleFault> {
    let given = condition.value.list().len();
    let many = matches!(condition.value, Operand::Many(_));
    let (fits, wanted) = match condition.op.arity() {
        Arity::None => (given == 0, "no value"),
        Arity::One => (given == 1 && !many, "one value"),
        Arity::Two => (given == 2, "two values"),
        Arity::Many => (given >= 1, "a list of values"),
    };
    if fits {
        return Ok(());
    }
    Err(RuleFault::Arity {
        column: condition.column.clone(),
        op: condition.op,
        wanted,
    })
}

/// A comparison with its values read.
enum Test<V> {
    OneOf(Vec<V>),
    NoneOf(Vec<V>),
    Below(V),
    AtMost(V),
    Above(V),
    AtLeast(V),
    Between(V, V),
}

impl<V> Test<V> {
    /// None for comparisons that are not about order.
    fn new(op: Op, values: Vec<V>) -> Option<Self> {
        match op {
            Op::Eq | Op::In => return Some(Test::OneOf(values)),
            Op::Ne | Op::NotIn => return Some(Test::NoneOf(values)),
            _ => {}
        }
        let mut values = values.into_iter();
        let (first, second) = (values.next()?, values.next());
        match op {
            Op::Lt => Some(Test::Below(first)),
            Op::Le => Some(Test::AtMost(first)),
            Op::Gt => Some(Test::Above(first)),
            Op::Ge => Some(Test::AtLeast(first)),
            Op::Between => Some(Test::Between(first, second?)),
            _ => None,
        }
    }

    /// Whether a cell passes, given how it stands to a value.
    fn holds(&self, stands: impl Fn(&V) -> Ordering) -> bool {
        match self {
            Test::OneOf(values) => values.iter().any(|value| stands(value).is_eq()),
            Test::NoneOf(values) => !values.iter().any(|value| stands(value).is_eq()),
            Test::Below(value) => stands(value).is_lt(),
            Test::AtMost(value) => stands(value).is_le(),
            Test::Above(value) => stands(value).is_gt(),
            Test::AtLeast(value) => stands(value).is_ge(),
            Test::Between(first, last) => stands(first).is_ge() && stands(last).is_le(),
        }
    }
}

fn compared(condition: &Condition, column: &Column) -> Result<Mask, RuleFault> {
    match column.data() {
        Data::Text { dict, codes } => {
            let passes = text_test(condition);
            let entries: Vec<bool> = dict.iter().map(|text| passes(text)).collect();
            Ok(Mask::from_values(codes, |code| {
                entries.get(code as usize) == Some(&true)
            }))
        }
        Data::Integer(values) => {
            let test = test(condition, column, Figure::read)?;
            Ok(Mask::from_values(values, |cell| {
                test.holds(|value| value.against_whole(cell))
            }))
        }
        Data::Number(values) => {
            let test = test(condition, column, Figure::read)?;
            Ok(Mask::from_values(values, |cell| {
                test.holds(|value| value.against_real(cell))
            }))
        }
        Data::Date(values) => {
            let test = test(condition, column, Span::read)?;
            let start = |day: i32| i64::from(day) * DAY;
            Ok(Mask::from_values(values, |day| {
                test.holds(|span| span.against(start(day)))
            }))
        }
        Data::Datetime(values) => {
            let test = test(condition, column, Span::read)?;
            Ok(Mask::from_values(values, |cell| {
                test.holds(|span| span.against(cell))
            }))
        }
        Data::Boolean(bits) => {
            // There is no more and less of true and false.
            if !matches!(condition.op, Op::Eq | Op::Ne | Op::In | Op::NotIn) {
                return Err(misfit(condition, column));
            }
            let test = test(condition, column, read_flag)?;
            let passes = [false, true].map(|cell| test.holds(|value| cell.cmp(value)));
            let yes = if passes[1] {
                bits.clone()
            } else {
                Mask::none(bits.len())
            };
            let no = if passes[0] {
                !bits.clone()
            } else {
                Mask::none(bits.len())
            };
            Ok(yes | &no)
        }
    }
}

/// Reads the condition's values in the column's type.
fn test<V>(
    condition: &Condition,
    column: &Column,
    read: impl Fn(&Scalar) -> Option<V>,
) -> Result<Test<V>, RuleFault> {
    if matches!(condition.op, Op::Contains | Op::StartsWith | Op::EndsWith) {
        return Err(misfit(condition, column));
    }
    let values = condition.value.list().iter().map(|value| {
        read(value).ok_or_else(|| RuleFault::Value {
            column: column.name().to_owned(),
            kind: column.kind(),
            value: value.to_string(),
        })
    });
    let values = values.collect::<Result<Vec<V>, _>>()?;
    Test::new(condition.op, values).ok_or_else(|| misfit(condition, column))
}

fn misfit(condition: &Condition, column: &Column) -> RuleFault {
    RuleFault::Misfit {
        column: column.name().to_owned(),
        kind: column.kind(),
        op: condition.op,
    }
}

/// Whether a text meets the condition. Every comparison but `within_last_days` fits text, and any
/// value has a text.
fn text_test(condition: &Condition) -> Box<dyn Fn(&str) -> bool> {
    let (op, folded) = (condition.op, condition.fold);
    let plain = move |text: &str| if folded { fold(text) } else { text.to_owned() };
    let values: Vec<String> = condition
        .value
        .list()
        .iter()
        .map(|value| plain(&value.to_string()))
        .collect();
    let first = values.first().cloned().unwrap_or_default();
    match op {
        Op::Eq | Op::In | Op::Ne | Op::NotIn => {
            let wanted = matches!(op, Op::Eq | Op::In);
            let set: HashSet<String> = values.into_iter().collect();
            Box::new(move |text| {
                let inside = if folded {
                    set.contains(&fold(text))
                } else {
                    set.contains(text)
                };
                inside == wanted
            })
        }
        Op::Contains => Box::new(move |text| plain(text).contains(&first)),
        Op::StartsWith => Box::new(move |text| plain(text).starts_with(&first)),
        Op::EndsWith => Box::new(move |text| plain(text).ends_with(&first)),
        _ => {
            let test = Test::new(op, values);
            Box::new(move |text| {
                let text = plain(text);
                test.as_ref()
                    .is_some_and(|test| test.holds(|value| text.as_str().cmp(value)))
            })
        }
    }
}

fn within(condition: &Condition, column: &Column, as_of: Option<i32>) -> Result<Mask, RuleFault> {
    if !matches!(column.kind(), ColumnType::Date | ColumnType::Datetime) {
        return Err(misfit(condition, column));
    }
    let name = column.name();
    let value = condition.value.list().first();
    let days = value
        .and_then(Figure::read)
        .and_then(|figure| match figure {
            Figure::Whole(days) => u32::try_from(days).ok(),
            Figure::Real(_) => None,
        });
    let Some(days) = days else {
        let value = value.map(Scalar::to_string).unwrap_or_default();
        return Err(RuleFault::Days {
            column: name.to_owned(),
            value,
        });
    };
    let as_of = as_of.ok_or_else(|| RuleFault::NoAsOf {
        column: name.to_owned(),
    })?;
    let recent = |day: i64| (0..=i64::from(days)).contains(&(i64::from(as_of) - day));
    Ok(match column.data() {
        Data::Date(values) => Mask::from_values(values, |day| recent(day.into())),
        Data::Datetime(values) => Mask::from_values(values, |cell| recent(cell.div_euclid(DAY))),
        // The kind was looked at above.
        _ => Mask::none(column.rows()),
    })
}
