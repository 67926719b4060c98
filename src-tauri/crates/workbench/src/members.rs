//! Who is in a segment: counts, lists, and why somebody is or is not.

use std::sync::Arc;

use chain::{Chain, Rule, Segment, state};
use measure::rule::{Named, Reason, RuleFault, Segments, Selector, Step};
use measure::table::{Mask, Table};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::book::Book;
use crate::edit::find;
use crate::error::{Code, Error};
use crate::view::SegmentRow;

/// How many rows of a dataset a segment holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Rows in the segment.
    pub n: u32,
    /// Rows of the dataset.
    pub rows: u32,
}

/// The segments of a workbook, as `throughline segments` lists them.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct SegmentList {
    /// A row a segment, in the workbook's order.
    pub segments: Vec<SegmentRow>,
    /// Rows of the dataset that the segments are over; none when they are over several, or none.
    pub rows: Option<u32>,
}

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

/// The live count of a rule that is being written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RuleCount {
    /// Rows that meet it.
    pub n: u32,
    /// Rows of the dataset.
    pub rows: u32,
    /// The rule in words.
    pub words: String,
    /// Its conditions and groups in reading order, each with its count.
    pub steps: Vec<Step>,
}

impl Book {
    /// Every segment with its count, share and standing.
    ///
    /// # Errors
    /// When the workbook cannot be read. A segment that cannot be counted says so in its row.
    pub fn segments(&mut self) -> Result<SegmentList, Error> {
        let chain = self.chain()?;
        let mut segments = Vec::with_capacity(chain.segments.len());
        let mut sizes = Vec::new();
        for segment in &chain.segments {
            let (count, problem) = match self.count(&chain, segment) {
                Ok(count) => (count, None),
                Err(error) => (None, Some(error.message)),
            };
            sizes.extend(count.map(|count| (segment.dataset.as_str(), count.rows)));
            segments.push(SegmentRow {
                id: segment.id.clone(),
                name: segment.name.clone(),
                n: count.map(|count| count.n),
                share: count.and_then(share),
                role: segment.role,
                standing: segment.standing,
                report_filter: state::is_report_filter(&chain, segment),
                dataset: segment.dataset.clone(),
                problem,
            });
        }
        sizes.dedup();
        let rows = match sizes.as_slice() {
            [(_, rows)] => Some(*rows),
            _ => None,
        };
        Ok(SegmentList { segments, rows })
    }

    /// The keys of a segment's rows, with its dataset's key column.
    ///
    /// # Errors
    /// [`Code::WrongState`] when the segment has no rule or its dataset no key.
    pub fn members(&mut self, segment: &str) -> Result<Members, Error> {
        let chain = self.chain()?;
        let found = find(&chain, segment)?;
        let (_, mask) = self.selected(&chain, found)?;
        let (table, key) = self.keyed(&chain, found)?;
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
        let (table, column) = self.keyed(&chain, found)?;
        let keys = table
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
        let nearby = Nearby {
            chain: &chain,
            dataset: &found.dataset,
        };
        let mut selector = Selector::new(&table, &nearby, as_of(&chain, &found.dataset));
        let reasons = selector.why(rule, row).map_err(rule_error)?;
        let member = selector.select(rule).map_err(rule_error)?.get(row);
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

    /// Counts a rule that is being written.
    ///
    /// # Errors
    /// [`Code::BadRule`] with what cannot be read.
    pub fn count_rule(&mut self, dataset: &str, rule: &Rule) -> Result<RuleCount, Error> {
        let chain = self.chain()?;
        let table = self.imported(dataset)?;
        let nearby = Nearby {
            chain: &chain,
            dataset,
        };
        let mut selector = Selector::new(&table, &nearby, as_of(&chain, dataset));
        let steps = selector.funnel(rule).map_err(rule_error)?;
        let n = selector.select(rule).map_err(rule_error)?.count();
        let words = chain::words::rule(rule, &|id| segment_words(&chain, id));
        Ok(RuleCount {
            n: small(n),
            rows: small(table.rows()),
            words,
            steps,
        })
    }

    /// How many rows a segment holds; none when it has no rule, or its dataset no rows yet.
    pub(crate) fn count(
        &mut self,
        chain: &Chain,
        segment: &Segment,
    ) -> Result<Option<Counted>, Error> {
        if segment.rule.is_none() || self.store.dataset(&segment.dataset)?.is_none() {
            return Ok(None);
        }
        let (table, mask) = self.selected(chain, segment)?;
        Ok(Some(Counted {
            n: small(mask.count()),
            rows: small(table.rows()),
        }))
    }

    /// The rows that a segment's rule selects.
    pub(crate) fn selected(
        &mut self,
        chain: &Chain,
        segment: &Segment,
    ) -> Result<(Arc<Table>, Arc<Mask>), Error> {
        let rule = segment.rule.as_ref().ok_or_else(|| no_rule(segment))?;
        if segment.dataset.is_empty() {
            return Err(Error::new(
                Code::WrongState,
                format!(
                    "The segment `{}` has a rule but names no dataset",
                    segment.id
                ),
                "Say which dataset its rule selects from.",
            ));
        }
        let table = self.imported(&segment.dataset)?;
        let version = self.store.dataset(&segment.dataset)?.map_or(0, |v| v.id);
        let as_of = as_of(chain, &segment.dataset);
        let known = format!("{}@{as_of:?}", expanded(chain, rule));
        if let Some(mask) = self.known_mask(version, &known) {
            return Ok((table, mask));
        }
        let nearby = Nearby {
            chain,
            dataset: &segment.dataset,
        };
        let mask = measure::rule::select(rule, &table, &nearby, as_of).map_err(rule_error)?;
        let mask = Arc::new(mask);
        self.keep_mask(version, known, Arc::clone(&mask));
        Ok((table, mask))
    }

    fn keyed(&mut self, chain: &Chain, segment: &Segment) -> Result<(Arc<Table>, String), Error> {
        let table = self.imported(&segment.dataset)?;
        match chain.dataset(&segment.dataset) {
            Some(dataset) if !dataset.key.is_empty() => Ok((table, dataset.key.clone())),
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

/// A segment's share of its dataset.
pub(crate) fn share(count: Counted) -> Option<f64> {
    (count.rows > 0).then(|| f64::from(count.n) / f64::from(count.rows))
}

/// The day up to which a dataset's rows are true, in days since 1970, if anybody said so.
pub(crate) fn as_of(chain: &Chain, dataset: &str) -> Option<i32> {
    chain
        .dataset(dataset)
        .and_then(|dataset| measure::table::parse_iso_date(&dataset.as_of))
}

/// The segments that a rule over a dataset may name.
pub(crate) struct Nearby<'a> {
    pub chain: &'a Chain,
    pub dataset: &'a str,
}

impl Segments for Nearby<'_> {
    fn named(&self, id: &str) -> Option<Named<'_>> {
        let segment = self.chain.segment(id)?;
        Some(match &segment.rule {
            None => Named::Described,
            Some(_) if segment.dataset != self.dataset => Named::Elsewhere(&segment.dataset),
            Some(rule) => Named::Ruled(rule),
        })
    }

    fn ids(&self) -> Vec<&str> {
        self.chain
            .segments
            .iter()
            .map(|segment| segment.id.as_str())
            .collect()
    }
}

/// A segment as a rule in words names it.
pub(crate) fn segment_words(chain: &Chain, id: &str) -> String {
    match chain.segment(id) {
        Some(segment) if !segment.name.is_empty() => format!("“{}”", segment.name),
        _ => format!("“{id}”"),
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

/// The rule with every segment it names written out, so that equal texts select equal rows.
fn expanded(chain: &Chain, rule: &Rule) -> String {
    let mut text = serde_json::to_string(rule).unwrap_or_default();
    let mut open: Vec<&str> = rule.segments();
    let mut seen = Vec::new();
    while let Some(id) = open.pop() {
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        if let Some(inner) = chain.segment(id).and_then(|segment| segment.rule.as_ref()) {
            text.push('|');
            text.push_str(id);
            text.push('=');
            text.push_str(&serde_json::to_string(inner).unwrap_or_default());
            open.extend(inner.segments());
        }
    }
    text
}

pub(crate) fn rule_error(fault: RuleFault) -> Error {
    Error::new(Code::BadRule, fault.to_string(), fault.fix())
}

fn no_rule(segment: &Segment) -> Error {
    Error::new(
        Code::WrongState,
        format!(
            "The segment `{}` has no rule, so nobody can be counted in it",
            segment.id
        ),
        "Give it a rule over a dataset.",
    )
}

fn lost_key(dataset: &str, key: &str) -> Error {
    Error::new(
        Code::WrongState,
        format!("The dataset `{dataset}` has no column `{key}` any more"),
        "Import it again and name the key column.",
    )
}

/// Row counts stay far below 2³²: a larger table is refused when it is imported.
pub(crate) fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
