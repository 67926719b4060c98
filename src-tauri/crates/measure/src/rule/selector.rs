//! Rules applied to one table, each named segment worked out once.

use std::collections::HashMap;

use chain::Rule;

use super::fault::RuleFault;
use super::nearby::{Named, Segments};
use super::{DEEPEST, condition};
use crate::table::{Mask, Table, nearest};

/// A table with what rules over it need. It remembers the segments that it worked out.
pub struct Selector<'a> {
    table: &'a Table,
    segments: &'a dyn Segments,
    as_of: Option<i32>,
    known: HashMap<String, Mask>,
    /// The segments being worked out, outermost first.
    open: Vec<String>,
}

impl<'a> Selector<'a> {
    /// A selector over a table; `as_of` is the day to which it was recorded, in days since 1970.
    pub fn new(table: &'a Table, segments: &'a dyn Segments, as_of: Option<i32>) -> Self {
        Self {
            table,
            segments,
            as_of,
            known: HashMap::new(),
            open: Vec::new(),
        }
    }

    /// The table.
    pub fn table(&self) -> &'a Table {
        self.table
    }

    /// The rows that a rule selects.
    ///
    /// # Errors
    /// When the rule does not fit the table, or names segments that cannot be followed.
    pub fn select(&mut self, rule: &Rule) -> Result<Mask, RuleFault> {
        self.rows(rule, 0)
    }

    pub(super) fn rows(&mut self, rule: &Rule, depth: usize) -> Result<Mask, RuleFault> {
        if depth > DEEPEST {
            return Err(RuleFault::TooDeep);
        }
        match rule {
            Rule::All { all } => {
                let mut mask = Mask::all(self.table.rows());
                for part in all {
                    mask.intersect(&self.rows(part, depth + 1)?);
                }
                Ok(mask)
            }
            Rule::Any { any } => {
                let mut mask = Mask::none(self.table.rows());
                for part in any {
                    mask.unite(&self.rows(part, depth + 1)?);
                }
                Ok(mask)
            }
            Rule::Not { not } => Ok(!self.rows(not, depth + 1)?),
            Rule::Segment { segment } => self.segment(segment, depth),
            Rule::Column(condition) => condition::rows(condition, self.table, self.as_of),
        }
    }

    fn segment(&mut self, id: &str, depth: usize) -> Result<Mask, RuleFault> {
        if let Some(mask) = self.known.get(id) {
            return Ok(mask.clone());
        }
        if let Some(at) = self.open.iter().position(|open| open == id) {
            let mut path = self.open[at..].to_vec();
            path.push(id.to_owned());
            return Err(RuleFault::Circle { path });
        }
        let segments = self.segments;
        let rule = match segments.named(id) {
            Some(Named::Ruled(rule)) => rule,
            Some(Named::Described) => {
                return Err(RuleFault::Unruled {
                    segment: id.to_owned(),
                });
            }
            Some(Named::Elsewhere(dataset)) => {
                let (segment, dataset) = (id.to_owned(), dataset.to_owned());
                return Err(RuleFault::Elsewhere { segment, dataset });
            }
            None => {
                let nearest = nearest(id, segments.ids()).map(str::to_owned);
                return Err(RuleFault::UnknownSegment {
                    segment: id.to_owned(),
                    nearest,
                });
            }
        };
        self.open.push(id.to_owned());
        let mask = self.rows(rule, depth + 1);
        self.open.pop();
        let mask = mask?;
        self.known.insert(id.to_owned(), mask.clone());
        Ok(mask)
    }
}
