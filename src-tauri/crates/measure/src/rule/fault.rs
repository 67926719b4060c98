//! Why a rule cannot be applied to a table, and what to do about it.

use chain::rule::Op;

use super::DEEPEST;
use crate::table::ColumnType;

/// Why a rule cannot be applied.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleFault {
    /// No column of that name.
    #[error("there is no column `{column}`")]
    UnknownColumn {
        /// The name in the rule.
        column: String,
        /// The name probably meant.
        nearest: Option<String>,
    },
    /// No segment of that id.
    #[error("there is no segment `{segment}`")]
    UnknownSegment {
        /// The id in the rule.
        segment: String,
        /// The id probably meant.
        nearest: Option<String>,
    },
    /// A segment that is only described.
    #[error("segment `{segment}` has no rule yet")]
    Unruled {
        /// Its id.
        segment: String,
    },
    /// A segment of another dataset.
    #[error("segment `{segment}` is a rule over `{dataset}`, another dataset")]
    Elsewhere {
        /// Its id.
        segment: String,
        /// The dataset's id.
        dataset: String,
    },
    /// A segment that contains itself.
    #[error("segments name each other in a circle: {}", path.join(" → "))]
    Circle {
        /// The ids, the first repeated at the end.
        path: Vec<String>,
    },
    /// Nested too deep.
    #[error("the rule is nested deeper than {DEEPEST} levels")]
    TooDeep,
    /// A value that is none in the column's type.
    #[error("`{value}` cannot be read as {} for `{column}`", noun(*kind))]
    Value {
        /// The column.
        column: String,
        /// Its type.
        kind: ColumnType,
        /// The value.
        value: String,
    },
    /// A comparison that the column's type does not have.
    #[error("`{}` does not fit `{column}`, which holds {}", word(*op), plural(*kind))]
    Misfit {
        /// The column.
        column: String,
        /// Its type.
        kind: ColumnType,
        /// The comparison.
        op: Op,
    },
    /// Too many or too few values.
    #[error("`{}` on `{column}` takes {wanted}", word(*op))]
    Arity {
        /// The column.
        column: String,
        /// The comparison.
        op: Op,
        /// What it takes.
        wanted: &'static str,
    },
    /// A number of days that is none.
    #[error("`{value}` is no number of days for `{column}`")]
    Days {
        /// The column.
        column: String,
        /// The value.
        value: String,
    },
    /// Days counted back from nowhere.
    #[error("`within_last_days` on `{column}` needs the day to which the data was recorded")]
    NoAsOf {
        /// The column.
        column: String,
    },
}

impl RuleFault {
    /// What the person can do about it, in a sentence.
    pub fn fix(&self) -> String {
        match self {
            RuleFault::UnknownColumn {
                nearest: Some(nearest),
                ..
            }
            | RuleFault::UnknownSegment {
                nearest: Some(nearest),
                ..
            } => {
                format!("Did you mean `{nearest}`?")
            }
            RuleFault::UnknownColumn { nearest: None, .. } => {
                "Choose one of the dataset's columns.".to_owned()
            }
            RuleFault::UnknownSegment { nearest: None, .. } => {
                "Choose one of the workbook's segments.".to_owned()
            }
            RuleFault::Unruled { segment } => format!("Give `{segment}` a rule first."),
            RuleFault::Elsewhere { .. } => {
                "Use segments of the same dataset, or repeat the condition here.".to_owned()
            }
            RuleFault::Circle { .. } => "Take one of them out of another's rule.".to_owned(),
            RuleFault::TooDeep => "Split the rule into segments of their own.".to_owned(),
            RuleFault::Value { kind, .. } => match kind {
                ColumnType::Integer | ColumnType::Number => "Write a number, as 12 or 12.5.",
                ColumnType::Boolean => "Write true or false.",
                ColumnType::Date => "Write a date as 2026-01-31.",
                ColumnType::Datetime => "Write 2026-01-31 or 2026-01-31T09:30.",
                ColumnType::Text => "Write a text.",
            }
            .to_owned(),
            RuleFault::Misfit {
                op: Op::WithinLastDays,
                ..
            } => "Choose a column of dates, or import this one as dates.".to_owned(),
            RuleFault::Misfit {
                kind: ColumnType::Boolean,
                ..
            } => "Compare it with `eq` true or false.".to_owned(),
            RuleFault::Misfit { .. } => {
                "Compare with `eq`, `lt`, `ge` or `between`, or import the column as text."
                    .to_owned()
            }
            RuleFault::Arity { wanted, .. } => format!("Give it {wanted}."),
            RuleFault::Days { .. } => "Write a whole number of days, 0 or more.".to_owned(),
            RuleFault::NoAsOf { .. } => "Set the dataset's as-of date.".to_owned(),
        }
    }
}

const fn noun(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Text => "a text",
        ColumnType::Integer | ColumnType::Number => "a number",
        ColumnType::Boolean => "true or false",
        ColumnType::Date => "a date",
        ColumnType::Datetime => "a date and time",
    }
}

const fn plural(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Text => "text",
        ColumnType::Integer => "whole numbers",
        ColumnType::Number => "numbers",
        ColumnType::Boolean => "true and false",
        ColumnType::Date => "dates",
        ColumnType::Datetime => "dates with times",
    }
}

/// The comparison's word in a chain document.
const fn word(op: Op) -> &'static str {
    match op {
        Op::Eq => "eq",
        Op::Ne => "ne",
        Op::In => "in",
        Op::NotIn => "not_in",
        Op::Lt => "lt",
        Op::Le => "le",
        Op::Gt => "gt",
        Op::Ge => "ge",
        Op::Between => "between",
        Op::Contains => "contains",
        Op::StartsWith => "starts_with",
        Op::EndsWith => "ends_with",
        Op::IsBlank => "is_blank",
        Op::IsPresent => "is_present",
        Op::WithinLastDays => "within_last_days",
    }
}
