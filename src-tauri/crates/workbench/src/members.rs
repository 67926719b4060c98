//! Who is in a segment by name, and why somebody is or is not.

use chain::{Chain, Rule, Segment};
use measure::rule::{Reason, RuleFault};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::book::Book;
use crate::counts::segment_words;
use crate::edit::find;
use crate::error::{Code, Error};
use crate::ground::{Ground, no_rule, rule_error};

/// Why a customer is in a segment, or is not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Why {
    /// The segment's id.
    pub segment: String,
    /// The customer's key.
    pub key: String,
    /// Whether they are in it.
    pub member: bool,
    /// Each condition, in reading order.
    pub conditions: Vec<Condition>,
}

/// One line of a rule, for one customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Condition {
    /// The line in words.
    pub words: String,
    /// Whether it is met, how deep it stands, and the customer's own value.
    #[serde(flatten)]
    pub reason: Reason,
}

impl Book {
    /// The keys of a segment's rows, with its dataset's key column.
    ///
    /// # Errors
    /// [`Code::WrongState`] when the segment has no rule or its dataset no key.
    pub fn members(&mut self, segment: &str) -> Result<Members, Error> {
        let chain = self.chain()?;
        let found = find(&chain, segment)?;
        let (table, mask) = self.selected(&chain, found)?;
        let (_, key) = self.keyed(&chain, found)?;
        let column = table
            .column(&key)
            .ok_or_else(|| lost_key(&found.dataset, &key))?;
        let keys = mask
            .iter()
            .map(|row| column.text(row).unwrap_or_default().into_owned())
            .collect();
        Ok(Members {
            key,
            segment: found.id.clone(),
            keys,
        })
    }

    /// Which conditions of a segment's rule a customer meets, and which not.
    ///
    /// # Errors
    /// [`Code::NotFound`] when no row has that key; [`Code::WrongState`] as for members.
    pub fn why(&mut self, segment: &str, key: &str) -> Result<Why, Error> {
        let chain = self.chain()?;
        let found = find(&chain, segment)?;
        let (ground, column) = self.keyed(&chain, found)?;
        let keys = ground
            .table
            .column(&column)
            .ok_or_else(|| lost_key(&found.dataset, &column))?;
        let wanted = key.trim();
        let Some(row) = keys.find(wanted) else {
            return Err(Error::new(
                Code::NotFound,
                format!("No row of `{}` has {column} “{key}”", found.dataset),
                format!(
                    "Give a value of the column {column}; the segment's list of members has them."
                ),
            ));
        };
        let rule = found.rule.as_ref().ok_or_else(|| no_rule(found))?;
        let (reasons, member) = self
            .on(&chain, &ground, |selector| {
                Ok::<_, RuleFault>((selector.why(rule, row)?, selector.select(rule)?.get(row)))
            })
            .map_err(rule_error)?;
        let conditions = reasons
            .into_iter()
            .map(|reason| Condition {
                words: line_words(&chain, rule, &reason),
                reason,
            })
            .collect();
        Ok(Why {
            segment: found.id.clone(),
            key: wanted.to_owned(),
            member,
            conditions,
        })
    }

    fn keyed(&mut self, chain: &Chain, segment: &Segment) -> Result<(Ground, String), Error> {
        let ground = self.imported_ground(&segment.dataset)?;
        match chain.dataset(&segment.dataset) {
            Some(dataset) if !dataset.key.is_empty() => Ok((ground, dataset.key.clone())),
            _ => Err(Error::new(
                Code::WrongState,
                format!(
                    "The dataset `{}` has no key, so its rows have no names",
                    segment.dataset
                ),
                "Import it again and name the column that names a row.",
            )),
        }
    }
}

/// A segment's people, by key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Members {
    /// The key column's name.
    pub key: String,
    /// The segment's id.
    pub segment: String,
    /// The keys, in the table's order.
    pub keys: Vec<String>,
}

impl Members {
    /// A CSV of key and segment. Cells that a spreadsheet would run as a formula are made inert by
    /// an apostrophe, as OWASP advises.
    pub fn csv(&self) -> String {
        let mut text = format!("{},segment\r\n", cell(&self.key));
        for key in &self.keys {
            text.push_str(&cell(key));
            text.push(',');
            text.push_str(&self.segment);
            text.push_str("\r\n");
        }
        text
    }
}

fn cell(text: &str) -> String {
    let inert = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if inert.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", inert.replace('"', "\"\""))
    } else {
        inert
    }
}

/// The part of a rule that a line is about, in words; a group only says what it asks.
fn line_words(chain: &Chain, rule: &Rule, reason: &Reason) -> String {
    let mut part = rule;
    for step in &reason.path {
        part = match part {
            Rule::All { all } => all.get(*step as usize),
            Rule::Any { any } => any.get(*step as usize),
            Rule::Not { not } => Some(not.as_ref()),
            Rule::Segment { .. } | Rule::Column(_) => None,
        }
        .unwrap_or(part);
    }
    while let Rule::Not { not } = part {
        part = not;
    }
    let words = match part {
        Rule::All { .. } => "all of these hold".to_owned(),
        Rule::Any { .. } => "any of these holds".to_owned(),
        part => chain::words::rule(part, &|id| segment_words(chain, id)),
    };
    if reason.negated {
        format!("not: {words}")
    } else {
        words
    }
}

fn lost_key(dataset: &str, key: &str) -> Error {
    Error::new(
        Code::WrongState,
        format!("The dataset `{dataset}` has no column `{key}` any more"),
        "Import it again and name the key column.",
    )
}
