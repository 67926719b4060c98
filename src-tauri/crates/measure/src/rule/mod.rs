//! From rules to sets of rows.
//!
//! What a rule means:
//! - Logic is two-valued. A condition on a blank cell is false, except `is_blank`; `not` of it is
//!   true. In SQL: `COALESCE(condition, FALSE)`.
//! - A value is read in its column's type. Text compares exactly, by code points, unless folded;
//!   cells have no spaces around them. Dates are ISO. On a column of moments, a value without a time
//!   stands for its whole day: `le 2026-01-31` takes in all of that day.
//! - `within_last_days` N holds for the days from N days before the as-of date up to that date, both
//!   included. What lies after it does not count.
//! - A list of parts holds for all of them or any of them; an empty `all` is everyone, an empty
//!   `any` nobody.

mod condition;
mod fault;
mod judge;
mod nearby;
mod order;
mod selector;
mod trace;

pub use fault::RuleFault;
pub use judge::Judged;
pub use nearby::{Named, Segments};
pub use selector::{Known, Selector};
pub use trace::{Reason, Step, StepKind};

use chain::Rule;

use crate::table::{Mask, Table};

/// How deep a rule may be nested; a segment that it names counts as one condition.
pub const DEEPEST: usize = 64;

/// The rows that a rule selects. `as_of` is the day to which the dataset was recorded, in days since
/// 1970-01-01. To select by several rules over one table, keep a [`Selector`].
///
/// # Errors
/// When the rule does not fit the table, or names segments that cannot be followed.
pub fn select(
    rule: &Rule,
    table: &Table,
    segments: &dyn Segments,
    as_of: Option<i32>,
) -> Result<Mask, RuleFault> {
    Selector::new(table, segments, as_of).select(rule)
}

#[cfg(test)]
mod algebra;
#[cfg(test)]
mod tests;
