//! Finding things: all words of a query, in every text of the workbook.
//!
//! Words are found by their start, without regard to case and accents; where a script sets no
//! spaces, anywhere. Only when nothing begins with the words are they looked for inside others.
//! A word may also stand elsewhere in the same record, or in the name of its segment, as long as
//! one of them stands in the text itself.

mod fold;
mod index;
mod snippet;
mod texts;

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::book::Book;
use crate::error::Error;
pub(crate) use index::Index;
use texts::Columns;

/// What kind of record a text stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// What is offered.
    Offering,
    /// What is to be decided.
    Decision,
    /// Who.
    Segment,
    /// What they try to get done.
    Job,
    /// What gets in the way.
    Pain,
    /// What they gain.
    Payoff,
    /// What the product has.
    Feature,
    /// What makes a claim believable.
    Proof,
    /// A part of the statement.
    Positioning,
    /// What they use instead.
    Alternative,
    /// An earlier wording of the statement.
    Version,
    /// Words that they meet.
    Touchpoint,
    /// What is measured.
    Metric,
    /// A table.
    Dataset,
    /// A column of a table.
    Column,
    /// Why a finding was set aside.
    Suppression,
}

/// The place in the window where a record is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Tables and metrics.
    Data,
    /// What the segment is for.
    Decision,
    /// Who.
    Segment,
    /// Jobs, pains, payoffs.
    Value,
    /// The statement.
    Positioning,
    /// Touchpoints.
    Journey,
    /// The guided path.
    Path,
}

/// Letters of a snippet that were searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Span {
    /// The first one, counted in Unicode scalar values.
    pub start: u32,
    /// The one after the last.
    pub end: u32,
}

/// A text that holds what was searched for, and where to go for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Hit {
    /// What kind of record it stands in.
    pub kind: Kind,
    /// The record, as places mark it: its id; `segment/number` for a version, the segment's id for
    /// a part of its statement, `offering` for the offering.
    pub record: String,
    /// The field, by its name in the chain document.
    pub field: String,
    /// Where it is written.
    pub place: Place,
    /// The segment it belongs to; empty when it belongs to none.
    pub segment: String,
    /// The name of the segment or table it belongs to; empty when it has none.
    pub within: String,
    /// The text on one line, cut around what was found.
    pub snippet: String,
    /// What was found in the snippet, in order, without overlaps.
    pub found: Vec<Span>,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Found {
    /// The best of it, best first.
    pub hits: Vec<Hit>,
    /// How much was found in all.
    pub total: u32,
}

impl Book {
    /// Searches every text of the workbook, and gives the best `limit` of what it found.
    ///
    /// # Errors
    /// When the workbook cannot be read.
    pub fn search(&mut self, query: &str, limit: u32) -> Result<Found, Error> {
        Ok(self.index()?.search(query, limit))
    }

    fn index(&mut self) -> Result<Arc<Index>, Error> {
        let revision = self.store.revision()?;
        if let Some(index) = self.known_index(revision) {
            return Ok(index);
        }
        let chain = self.chain()?;
        let mut columns = Vec::new();
        for dataset in &chain.datasets {
            let version = self.store.dataset(&dataset.id)?;
            columns.extend(version.map(|version| Columns {
                dataset: dataset.id.clone(),
                names: version.columns.into_iter().map(|it| it.name).collect(),
            }));
        }
        let index = Arc::new(Index::of(&chain, &columns));
        self.keep_index(revision, Arc::clone(&index));
        Ok(index)
    }
}
