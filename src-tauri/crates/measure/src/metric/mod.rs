//! From formulas to counts: what a metric says of each row, worked out once, and then summed over
//! as many groups as are asked for.

mod weights;

pub use weights::{WeightFault, Weights};

use chain::formula::Formula;

use crate::compare::{Kind, Tally};
use crate::rule::{Judged, RuleFault, Selector};
use crate::table::{ColumnType, Data, Mask};

/// Why a metric cannot be measured on a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MetricFault {
    /// One of its rules does not fit the table.
    #[error(transparent)]
    Rule(#[from] RuleFault),
    /// The column to average is not there.
    #[error("there is no column `{column}`")]
    UnknownColumn {
        /// The name in the formula.
        column: String,
        /// The name probably meant.
        nearest: Option<String>,
    },
    /// The column to average has no mean.
    #[error("`{column}` holds {kind} and has no mean")]
    NoMean {
        /// The column.
        column: String,
        /// Its type.
        kind: ColumnType,
    },
    /// Counts typed in by hand have no table.
    #[error("counts typed in by hand are not measured on a table")]
    TypedIn,
}

impl MetricFault {
    /// What the person can do about it, in a sentence.
    pub fn fix(&self) -> String {
        match self {
            MetricFault::Rule(fault) => fault.fix(),
            MetricFault::UnknownColumn {
                nearest: Some(nearest),
                ..
            } => {
                format!("Did you mean `{nearest}`?")
            }
            MetricFault::UnknownColumn { nearest: None, .. } => {
                "Choose one of the dataset's columns.".to_owned()
            }
            MetricFault::NoMean { .. } => {
                "Choose a column of numbers or of true and false, or measure a rate.".to_owned()
            }
            MetricFault::TypedIn => "Read the counts from the metric itself.".to_owned(),
        }
    }
}

/// What a metric says of each row of a table.
pub struct Outcome<'t> {
    shape: Shape<'t>,
    unknown: Mask,
}

enum Shape<'t> {
    /// Rows that count, and those of them that did it.
    Rate { counted: Mask, success: Mask },
    /// Rows that count, and the column to average.
    Mean { counted: Mask, data: &'t Data },
}

/// Works out what a metric says of each row.
///
/// A rate counts the rows of its `of` (all when there is none) for which `where` can be judged; a
/// row of `of` whose outcome is blank is unknown and leaves both counts. A mean counts the rows
/// where its column is present; of a boolean it is the share that is true.
///
/// # Errors
/// When the formula does not fit the table.
pub fn outcome<'t>(
    formula: &Formula,
    selector: &mut Selector<'t>,
) -> Result<Outcome<'t>, MetricFault> {
    let table = selector.table();
    match formula {
        Formula::Rate { rate } => {
            let among = match &rate.of {
                Some(rule) => selector.select(rule)?,
                None => Mask::all(table.rows()),
            };
            let Judged { yes, no } = selector.judge(&rate.success)?;
            let counted = (yes.clone() | &no) & &among;
            let mut unknown = among;
            unknown.subtract(&counted);
            Ok(Outcome {
                shape: Shape::Rate {
                    success: yes & &counted,
                    counted,
                },
                unknown,
            })
        }
        Formula::Mean { mean } => {
            let column = table
                .column(mean)
                .ok_or_else(|| MetricFault::UnknownColumn {
                    column: mean.clone(),
                    nearest: table.nearest(mean).map(str::to_owned),
                })?;
            let kind = column.kind();
            if !kind.is_numeric() && kind != ColumnType::Boolean {
                return Err(MetricFault::NoMean {
                    column: mean.clone(),
                    kind,
                });
            }
            let unknown = column.blank().clone();
            let shape = Shape::Mean {
                counted: !unknown.clone(),
                data: column.data(),
            };
            Ok(Outcome { shape, unknown })
        }
        Formula::Counts { .. } => Err(MetricFault::TypedIn),
    }
}

impl Outcome<'_> {
    /// Whether the metric is a rate or a mean.
    pub fn kind(&self) -> Kind {
        match self.shape {
            Shape::Rate { .. } => Kind::Rate,
            Shape::Mean { .. } => Kind::Mean,
        }
    }

    /// The metric's counts over a group of rows. With weights, each row counts that many times.
    pub fn tally(&self, group: &Mask, weights: Option<&Weights<'_>>) -> Tally {
        let size = |mask: &Mask| match weights {
            None => mask.count_and(group) as f64,
            Some(weights) => sum(members(mask, group).map(|row| weights.of(row))),
        };
        let unknown = size(&self.unknown);
        match &self.shape {
            Shape::Rate { counted, success } => Tally {
                n: size(counted),
                x: size(success),
                m2: 0.0,
                unknown,
            },
            Shape::Mean { counted, data } => {
                let weight = |row| weights.map_or(1.0, |weights| weights.of(row));
                let rows = || members(counted, group);
                let n = size(counted);
                let x = sum(rows().map(|row| weight(row) * value(data, row)));
                let mean = if n > 0.0 { x / n } else { 0.0 };
                let m2 = sum(rows().map(|row| weight(row) * (value(data, row) - mean).powi(2)));
                Tally { n, x, m2, unknown }
            }
        }
    }
}

fn members<'m>(mask: &'m Mask, group: &'m Mask) -> impl Iterator<Item = usize> + 'm {
    mask.iter().filter(|row| group.get(*row))
}

fn value(data: &Data, row: usize) -> f64 {
    match data {
        Data::Integer(values) => values.get(row).map_or(0.0, |value| *value as f64),
        Data::Number(values) => values.get(row).copied().unwrap_or_default(),
        Data::Boolean(bits) => f64::from(u8::from(bits.get(row))),
        Data::Text { .. } | Data::Date(_) | Data::Datetime(_) => 0.0,
    }
}

/// The sum with its rounding errors carried along (Neumaier 1974), so that it does not depend on
/// how large the table is.
fn sum(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut lost) = (0.0_f64, 0.0_f64);
    for value in values {
        let next = sum + value;
        lost += if sum.abs() >= value.abs() {
            (sum - next) + value
        } else {
            (value - next) + sum
        };
        sum = next;
    }
    sum + lost
}

#[cfg(test)]
mod tests;
