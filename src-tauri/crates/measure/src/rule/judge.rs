//! Outcomes: a rule judged as held, not held, or not known.
//!
//! Membership is two-valued, but an outcome is not: a customer whose `Churn` is blank has neither
//! stayed nor left. Here conditions on blanks are unknown, and all, any and not carry that through
//! after Kleene's strong three-valued logic: a part that decides the whole decides it, whatever is
//! blank elsewhere. `is_blank` and `is_present` always judge, and so does membership of a segment.

use chain::Rule;
use chain::rule::Op;

use super::DEEPEST;
use super::fault::RuleFault;
use super::selector::Selector;
use crate::table::Mask;

/// The rows for which an outcome is known; all others are unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// Rows where it held.
    pub yes: Mask,
    /// Rows where it did not.
    pub no: Mask,
}

impl Selector<'_> {
    /// Judges a rule as an outcome.
    ///
    /// # Errors
    /// The same as [`Selector::select`].
    pub fn judge(&mut self, rule: &Rule) -> Result<Judged, RuleFault> {
        self.judged(rule, 0)
    }

    fn judged(&mut self, rule: &Rule, depth: usize) -> Result<Judged, RuleFault> {
        if depth > DEEPEST {
            return Err(RuleFault::TooDeep);
        }
        let rows = self.table().rows();
        match rule {
            Rule::All { all } => {
                let mut whole = Judged {
                    yes: Mask::all(rows),
                    no: Mask::none(rows),
                };
                for part in all {
                    let part = self.judged(part, depth + 1)?;
                    whole.yes.intersect(&part.yes);
                    whole.no.unite(&part.no);
                }
                Ok(whole)
            }
            Rule::Any { any } => {
                let mut whole = Judged {
                    yes: Mask::none(rows),
                    no: Mask::all(rows),
                };
                for part in any {
                    let part = self.judged(part, depth + 1)?;
                    whole.yes.unite(&part.yes);
                    whole.no.intersect(&part.no);
                }
                Ok(whole)
            }
            Rule::Not { not } => {
                let Judged { yes, no } = self.judged(not, depth + 1)?;
                Ok(Judged { yes: no, no: yes })
            }
            Rule::Segment { .. } => {
                let yes = self.rows(rule, depth)?;
                Ok(Judged {
                    no: !yes.clone(),
                    yes,
                })
            }
            Rule::Column(condition) => {
                let yes = self.rows(rule, depth)?;
                let mut no = !yes.clone();
                if !matches!(condition.op, Op::IsBlank | Op::IsPresent)
                    && let Some(column) = self.table().column(&condition.column)
                {
                    no.subtract(column.blank());
                }
                Ok(Judged { yes, no })
            }
        }
    }
}
