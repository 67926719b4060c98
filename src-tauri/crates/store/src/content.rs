//! What the tables of the chain hold, as one value: the chain, and for each dataset which of its
//! versions is the current one. Knows how to come from rows and go to rows, and what differs.

use std::collections::{BTreeMap, HashMap};

use chain::{Chain, Confirmation, Decision, Segment};
use rusqlite::Connection;

use crate::error::StoreError;
use crate::fingerprint::Fingerprint;
use crate::records::RECORDS;
use crate::row::{Row, key};
use crate::table::Table;

/// A chain, and the dataset versions it points at.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Content {
    /// What people wrote.
    pub chain: Chain,
    /// Dataset id to the current dataset version; a dataset without rows is not in it.
    pub pointers: BTreeMap<String, i64>,
}

/// The rows of each table, in the order of [`RECORDS`].
pub(crate) struct Rows(pub(crate) Vec<Vec<Row>>);

/// A row that differs.
#[derive(Debug)]
pub(crate) struct RowChange {
    /// Its table.
    pub table: &'static Table,
    /// Its key, as [`key`] writes it.
    pub key: String,
    /// The row before; none when it is new.
    pub before: Option<Row>,
    /// The row after; none when it is gone.
    pub after: Option<Row>,
}

/// A content on its way from rows.
pub(crate) struct Draft {
    /// What is there so far.
    pub content: Content,
    segments: HashMap<String, usize>,
    decisions: HashMap<String, usize>,
    confirmations: HashMap<String, usize>,
    /// Whether the offering's one row was met.
    pub offering: bool,
}

impl Draft {
    /// Adds a segment.
    pub(crate) fn push(&mut self, segment: Segment) {
        self.segments
            .insert(segment.id.clone(), self.content.chain.segments.len());
        self.content.chain.segments.push(segment);
    }

    /// The segment that a row of `table` says it belongs to.
    pub(crate) fn segment(
        &mut self,
        id: &str,
        table: &'static Table,
    ) -> Result<&mut Segment, StoreError> {
        let at = self.segments.get(id).copied();
        at.and_then(|at| self.content.chain.segments.get_mut(at))
            .ok_or_else(|| homeless(table, "segment"))
    }

    /// Adds a decision.
    pub(crate) fn push_decision(&mut self, decision: Decision) {
        self.decisions
            .insert(decision.id.clone(), self.content.chain.decisions.len());
        self.content.chain.decisions.push(decision);
    }

    /// The decision that a row of `table` says it belongs to.
    pub(crate) fn decision(
        &mut self,
        id: &str,
        table: &'static Table,
    ) -> Result<&mut Decision, StoreError> {
        let at = self.decisions.get(id).copied();
        at.and_then(|at| self.content.chain.decisions.get_mut(at))
            .ok_or_else(|| homeless(table, "decision"))
    }

    /// Adds a confirmation.
    pub(crate) fn push_confirmation(&mut self, confirmation: Confirmation) {
        let at = self.content.chain.confirmations.len();
        self.confirmations.insert(confirmation.link.clone(), at);
        self.content.chain.confirmations.push(confirmation);
    }

    /// The confirmation that a row of `table` says it belongs to.
    pub(crate) fn confirmation(
        &mut self,
        link: &str,
        table: &'static Table,
    ) -> Result<&mut Confirmation, StoreError> {
        let at = self.confirmations.get(link).copied();
        at.and_then(|at| self.content.chain.confirmations.get_mut(at))
            .ok_or_else(|| homeless(table, "confirmation"))
    }
}

fn homeless(table: &Table, home: &str) -> StoreError {
    StoreError::damaged(format!("a row of `{}` belongs to no {home}", table.name))
}

impl Rows {
    /// Every row of the chain's tables.
    pub(crate) fn stored(connection: &Connection) -> Result<Self, StoreError> {
        let tables = RECORDS.iter().map(|record| record.table.all(connection));
        Ok(Self(tables.collect::<Result<_, _>>()?))
    }

    /// The rows of a content.
    pub(crate) fn of(content: &Content) -> Result<Self, StoreError> {
        let tables = RECORDS.iter().map(|record| (record.rows)(content));
        Ok(Self(tables.collect::<Result<_, _>>()?))
    }

    /// The content of these rows.
    pub(crate) fn content(&self) -> Result<Content, StoreError> {
        let mut draft = Draft {
            content: Content::default(),
            segments: HashMap::new(),
            decisions: HashMap::new(),
            confirmations: HashMap::new(),
            offering: false,
        };
        for (record, rows) in RECORDS.iter().zip(&self.0) {
            for row in rows {
                (record.read)(row.clone(), &mut draft)?;
            }
        }
        if !draft.offering {
            return Err(StoreError::damaged("the row of the offering is not there"));
        }
        Ok(draft.content)
    }

    /// The fingerprint of all rows together.
    pub(crate) fn fingerprint(&self) -> Fingerprint {
        let mut sum = Fingerprint::default();
        for (record, rows) in RECORDS.iter().zip(&self.0) {
            for row in rows {
                sum = sum.plus(Fingerprint::of(record.table, row));
            }
        }
        sum
    }

    /// What turns these rows into `new` ones: tables in their order, in each the changed and gone
    /// rows in the old order, then the new ones.
    pub(crate) fn changes_to(self, new: Self) -> Result<Vec<RowChange>, StoreError> {
        let mut changes = Vec::new();
        for ((record, old), new) in RECORDS.iter().zip(self.0).zip(new.0) {
            let table = record.table;
            let mut wanted: HashMap<String, Row> = HashMap::with_capacity(new.len());
            let mut order = Vec::with_capacity(new.len());
            for row in new {
                let key = key(table, &row)?;
                order.push(key.clone());
                if wanted.insert(key.clone(), row).is_some() {
                    let why = format!("two records of `{}` are called {key}", table.name);
                    return Err(StoreError::Unkeepable { why });
                }
            }
            for before in old {
                let key = key(table, &before)?;
                let after = wanted.remove(&key);
                if after.as_ref() != Some(&before) {
                    changes.push(RowChange {
                        table,
                        key,
                        before: Some(before),
                        after,
                    });
                }
            }
            for key in order {
                if let Some(row) = wanted.remove(&key) {
                    changes.push(RowChange {
                        table,
                        key,
                        before: None,
                        after: Some(row),
                    });
                }
            }
        }
        Ok(changes)
    }
}

impl RowChange {
    /// Writes the difference.
    pub(crate) fn apply(&self, connection: &Connection) -> Result<(), StoreError> {
        lay(
            connection,
            self.table,
            self.before.as_ref(),
            self.after.as_ref(),
        )
    }

    /// Writes the difference backwards, if the row is still what the change left.
    pub(crate) fn take_back(&self, connection: &Connection) -> Result<(), StoreError> {
        self.stands(connection, self.after.as_ref())?;
        lay(
            connection,
            self.table,
            self.after.as_ref(),
            self.before.as_ref(),
        )
    }

    /// Writes the difference again, if the row is still what it was before the change.
    pub(crate) fn bring_back(&self, connection: &Connection) -> Result<(), StoreError> {
        self.stands(connection, self.before.as_ref())?;
        self.apply(connection)
    }

    /// By how much the change moves the fingerprint.
    pub(crate) fn shift(&self) -> Fingerprint {
        let part = |row: &Option<Row>| {
            row.as_ref().map_or(Fingerprint::default(), |row| {
                Fingerprint::of(self.table, row)
            })
        };
        part(&self.after).minus(part(&self.before))
    }

    fn stands(&self, connection: &Connection, wanted: Option<&Row>) -> Result<(), StoreError> {
        let Some(like) = self.before.as_ref().or(self.after.as_ref()) else {
            return Err(StoreError::damaged("an entry of the history says nothing"));
        };
        let found = self.table.one(connection, like)?;
        if found.as_ref() == wanted {
            return Ok(());
        }
        Err(StoreError::damaged(format!(
            "the history does not fit: {} of `{}` is not what the change left",
            self.key, self.table.name
        )))
    }
}

fn lay(
    connection: &Connection,
    table: &Table,
    from: Option<&Row>,
    to: Option<&Row>,
) -> Result<(), StoreError> {
    match (from, to) {
        (None, Some(row)) => table.insert(connection, row),
        (Some(row), None) => table.delete(connection, row),
        (Some(_), Some(row)) => table.update(connection, row),
        (None, None) => Err(StoreError::damaged("an entry of the history says nothing")),
    }
}
