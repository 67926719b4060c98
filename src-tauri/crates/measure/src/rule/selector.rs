//! Rules applied to one table, each named segment worked out once.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chain::Rule;

use super::fault::RuleFault;
use super::nearby::{Named, Segments};
use super::{DEEPEST, condition};
use crate::table::{Mask, Table, nearest};

/// What was worked out of segments over one table, by id: their rows, or why they have none.
pub type Known = HashMap<String, Result<Arc<Mask>, RuleFault>>;

/// A table with what rules over it need. It remembers the segments that it worked out.
pub struct Selector<'a> {
    table: &'a Table,
    segments: &'a dyn Segments,
    as_of: Option<i32>,
    known: Known,
}

/// A segment that waits for those its rule names.
struct Waiting<'a> {
    id: String,
    rule: &'a Rule,
    names: std::vec::IntoIter<&'a str>,
}

impl<'a> Selector<'a> {
    /// A selector over a table; `as_of` is the day to which it was recorded, in days since 1970.
    pub fn new(table: &'a Table, segments: &'a dyn Segments, as_of: Option<i32>) -> Self {
        Self::knowing(table, segments, as_of, Known::new())
    }

    /// A selector that knows some segments already, from one over the same table with the same
    /// as-of date and the same rules behind those ids.
    pub fn knowing(
        table: &'a Table,
        segments: &'a dyn Segments,
        as_of: Option<i32>,
        known: Known,
    ) -> Self {
        Self {
            table,
            segments,
            as_of,
            known,
        }
    }

    /// What it worked out, for the next one.
    pub fn into_known(self) -> Known {
        self.known
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
            Rule::Segment { segment } => Ok(self.segment(segment)?.as_ref().clone()),
            Rule::Column(condition) => condition::rows(condition, self.table, self.as_of),
        }
    }

    /// The rows of a segment.
    ///
    /// The segments that its rule names come first, and those that theirs name before them. They
    /// wait on a list of their own, so that a chain of any length of segments is no reason to fall
    /// over, and it does not matter which of them was asked for before.
    ///
    /// # Errors
    /// When its rule does not fit the table, or names segments that cannot be followed.
    pub fn segment(&mut self, id: &str) -> Result<Arc<Mask>, RuleFault> {
        if let Some(known) = self.known.get(id) {
            return known.clone();
        }
        let mut open = HashSet::new();
        let mut way = vec![self.waiting(id)?];
        open.insert(id.to_owned());
        while let Some(last) = way.last_mut() {
            let Some(inner) = last.names.next() else {
                let rule = last.rule;
                // All that it names is known now, or known to fail.
                let rows = self.rows(rule, 0).map(Arc::new);
                if let Some(done) = way.pop() {
                    open.remove(&done.id);
                    self.known.insert(done.id, rows);
                }
                continue;
            };
            if self.known.contains_key(inner) {
                continue;
            }
            if open.contains(inner) {
                let path = way.iter().map(|waiting| waiting.id.clone());
                let mut path: Vec<String> = path.skip_while(|id| id.as_str() != inner).collect();
                path.push(inner.to_owned());
                if let Some(done) = way.pop() {
                    open.remove(&done.id);
                    self.known.insert(done.id, Err(RuleFault::Circle { path }));
                }
                continue;
            }
            match self.waiting(inner) {
                Ok(waiting) => {
                    open.insert(inner.to_owned());
                    way.push(waiting);
                }
                Err(fault) => {
                    self.known.insert(inner.to_owned(), Err(fault));
                }
            }
        }
        match self.known.get(id) {
            Some(known) => known.clone(),
            // Every way out of the loop above has worked it out.
            None => Err(self.unknown(id)),
        }
    }

    fn waiting(&self, id: &str) -> Result<Waiting<'a>, RuleFault> {
        match self.segments.named(id) {
            Some(Named::Ruled(rule)) => Ok(Waiting {
                id: id.to_owned(),
                rule,
                names: rule.segments().into_iter(),
            }),
            Some(Named::Described) => Err(RuleFault::Unruled {
                segment: id.to_owned(),
            }),
            Some(Named::Elsewhere(dataset)) => Err(RuleFault::Elsewhere {
                segment: id.to_owned(),
                dataset: dataset.to_owned(),
            }),
            None => Err(self.unknown(id)),
        }
    }

    fn unknown(&self, id: &str) -> RuleFault {
        RuleFault::UnknownSegment {
            segment: id.to_owned(),
            nearest: nearest(id, self.segments.ids()).map(str::to_owned),
        }
    }
}
