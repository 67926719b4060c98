//! Tables where a row stands for several: a column says how many.

use crate::table::{ColumnType, Data, Table};

/// How many times each row counts.
#[derive(Debug, Clone, Copy)]
pub struct Weights<'t> {
    data: &'t Data,
}

/// Why a column is no weight.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WeightFault {
    /// It is not there.
    #[error("there is no weight column `{column}`")]
    UnknownColumn {
        /// The name given.
        column: String,
        /// The name probably meant.
        nearest: Option<String>,
    },
    /// It holds no numbers.
    #[error("the weight `{column}` holds {kind}, not numbers")]
    NotNumeric {
        /// The column.
        column: String,
        /// Its type.
        kind: ColumnType,
    },
    /// Some rows have no weight, or one below zero.
    #[error("the weight `{column}` is blank in {blank} rows and below zero in {negative}")]
    Missing {
        /// The column.
        column: String,
        /// Rows where it is blank.
        blank: usize,
        /// Rows where it is below zero.
        negative: usize,
    },
}

impl WeightFault {
    /// What the person can do about it, in a sentence.
    pub fn fix(&self) -> String {
        match self {
            WeightFault::UnknownColumn {
                nearest: Some(nearest),
                ..
            } => {
                format!("Did you mean `{nearest}`?")
            }
            WeightFault::UnknownColumn { nearest: None, .. } | WeightFault::NotNumeric { .. } => {
                "Choose a column of numbers, or no weight.".to_owned()
            }
            WeightFault::Missing { .. } => {
                "Fill it with 0 or more in every row and import again, or choose no weight."
                    .to_owned()
            }
        }
    }
}

impl<'t> Weights<'t> {
    /// The weights in a column. Every row must have one of zero or more: a row that may count any
    /// number of times makes every figure wrong.
    ///
    /// # Errors
    /// When the column is not there, holds no numbers, or is blank or negative anywhere.
    pub fn of_column(table: &'t Table, name: &str) -> Result<Self, WeightFault> {
        let column = table
            .column(name)
            .ok_or_else(|| WeightFault::UnknownColumn {
                column: name.to_owned(),
                nearest: table.nearest(name).map(str::to_owned),
            })?;
        let negative = match column.data() {
            Data::Integer(values) => values.iter().filter(|value| **value < 0).count(),
            Data::Number(values) => values.iter().filter(|value| **value < 0.0).count(),
            _ => {
                let (column, kind) = (name.to_owned(), column.kind());
                return Err(WeightFault::NotNumeric { column, kind });
            }
        };
        let blank = column.blank().count();
        if blank + negative > 0 {
            return Err(WeightFault::Missing {
                column: name.to_owned(),
                blank,
                negative,
            });
        }
        Ok(Self {
            data: column.data(),
        })
    }

    /// How many times a row counts.
    pub fn of(&self, row: usize) -> f64 {
        super::value(self.data, row)
    }
}
