//! The workbook as it was at another point of its history, and the way back there.
//!
//! Every change has its rows before and after it, and a fingerprint on either side. So what stood
//! after any change can be worked out from what stands now, by taking back the changes that stand
//! and came after it and, for a change that was undone or given up, laying those over that lead to
//! it. Going back is one new change: nothing that was done since is lost.

use std::collections::HashMap;

use chain::Chain;
use rusqlite::Connection;

use crate::content::{Content, Rows};
use crate::dataset::version::{self, DatasetVersion};
use crate::error::StoreError;
use crate::history::{sound, write};
use crate::journal::{self, Change, ChangeKind, ChangeState, Entry};
use crate::places::Stamp;
use crate::rewind::Rewound;
use crate::store::Store;
use crate::workbook;

/// What a workbook said after one of its changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// What people had written.
    pub chain: Chain,
    /// The rows that each dataset had then, as far as they are still kept.
    pub tables: Vec<DatasetVersion>,
    /// The datasets whose rows of then are gone: their import was undone, and given up for something
    /// else.
    pub gone: Vec<String>,
}

impl Store {
    /// The changes below a number, newest first, at most `limit`; without one the newest.
    ///
    /// # Errors
    /// `file_damaged` when an entry is not what was written.
    pub fn changes_before(&self, seq: Option<i64>, limit: u32) -> Result<Vec<Change>, StoreError> {
        journal::page(self.connection(), seq.unwrap_or(i64::MAX), limit)
    }

    /// How many changes the history holds, undone and abandoned ones included.
    ///
    /// # Errors
    /// `file_damaged`, `io`.
    pub fn changes(&self) -> Result<i64, StoreError> {
        journal::count(self.connection())
    }

    /// The change of a number.
    ///
    /// # Errors
    /// `change_missing`; `file_damaged` when it is not what was written.
    pub fn change_of(&self, seq: i64) -> Result<Change, StoreError> {
        Ok(entry(self.connection(), seq)?.change)
    }

    /// The workbook as it was after a change, undone and abandoned ones included; 0 is before the
    /// first.
    ///
    /// # Errors
    /// `change_missing`; `file_damaged` when the history does not lead there.
    pub fn moment(&self, seq: i64) -> Result<Moment, StoreError> {
        let transaction = self.connection().unchecked_transaction()?;
        let (rows, _) = sound(&transaction)?;
        moment(&transaction, &rows_at(&transaction, &rows, seq)?)
    }

    /// What a change did: the workbook before it and after it.
    ///
    /// # Errors
    /// As [`Store::moment`].
    pub fn around(&self, seq: i64) -> Result<(Moment, Moment), StoreError> {
        let transaction = self.connection().unchecked_transaction()?;
        let (rows, _) = sound(&transaction)?;
        let after = rows_at(&transaction, &rows, seq)?;
        let mut before = Rewound::of(&after)?;
        let entry = entry(&transaction, seq)?;
        for change in journal::rows(&transaction, &entry)?.iter().rev() {
            before.take_back(change)?;
        }
        let before = moment(&transaction, &before.rows())?;
        Ok((before, moment(&transaction, &after)?))
    }

    /// Makes the workbook what it was after a change, by one new change that `sentence` words from
    /// what stands now and what stood then. None when nothing differs.
    ///
    /// # Errors
    /// `change_missing`; `rows_gone` when a dataset's rows of then are not kept any more;
    /// `file_damaged`, `locked`, `disk_full`, `read_only`. Nothing is then changed.
    pub fn go_back(
        &mut self,
        stamp: &Stamp,
        seq: i64,
        sentence: impl FnOnce(&Chain, &Chain) -> String,
    ) -> Result<Option<Change>, StoreError> {
        let transaction = self.begin()?;
        let (rows, now) = sound(&transaction)?;
        let then = rows_at(&transaction, &rows, seq)?.content()?;
        if let Some(dataset) = gone(&transaction, &then)?.into_iter().next() {
            return Err(StoreError::RowsGone { dataset });
        }
        let sentence = sentence(&now.chain, &then.chain);
        let done = write(
            &transaction,
            stamp,
            rows,
            &then,
            &sentence,
            ChangeKind::Edit,
        )?;
        match done {
            None => transaction.rollback()?,
            Some(_) => transaction.commit()?,
        }
        Ok(done)
    }
}

fn entry(connection: &Connection, seq: i64) -> Result<Entry, StoreError> {
    journal::of(connection, seq)?.ok_or(StoreError::NoChange { seq })
}

/// The datasets whose rows a content points at and the workbook does not hold.
fn gone(connection: &Connection, content: &Content) -> Result<Vec<String>, StoreError> {
    let mut gone = Vec::new();
    for (dataset, id) in &content.pointers {
        if version::ids(connection, "id = ? AND state = 'published'", [id])?.is_empty() {
            gone.push(dataset.clone());
        }
    }
    Ok(gone)
}

fn moment(connection: &Connection, rows: &Rows) -> Result<Moment, StoreError> {
    let content = rows.content()?;
    let gone = gone(connection, &content)?;
    let kept = content.pointers.iter().filter(|it| !gone.contains(it.0));
    let tables = kept.map(|(_, id)| version::one(connection, *id));
    Ok(Moment {
        tables: tables.collect::<Result<_, _>>()?,
        chain: content.chain,
        gone,
    })
}

/// The rows as they were after a change, worked out from the rows as they are.
fn rows_at(connection: &Connection, now: &Rows, seq: i64) -> Result<Rows, StoreError> {
    let way = Way::to(connection, seq)?;
    let mut rows = Rewound::of(now)?;
    for entry in &way.back {
        for change in journal::rows(connection, entry)?.iter().rev() {
            rows.take_back(change)?;
        }
    }
    for entry in way.forward.iter().rev() {
        for change in &journal::rows(connection, entry)? {
            rows.bring_back(change)?;
        }
    }
    Ok(rows.rows())
}

/// Changes to take back, the newest first, and then changes to lay over, the last of them first.
struct Way {
    back: Vec<Entry>,
    forward: Vec<Entry>,
}

impl Way {
    fn to(connection: &Connection, seq: i64) -> Result<Self, StoreError> {
        let mut back = journal::done_after(connection, 0)?;
        if seq == 0 {
            return Ok(Self {
                back,
                forward: Vec::new(),
            });
        }
        let target = entry(connection, seq)?;
        if target.change.state == ChangeState::Done {
            back.retain(|entry| entry.change.seq > seq);
            return Ok(Self {
                back,
                forward: Vec::new(),
            });
        }
        // From the change down to one of the states that the standing changes lead through.
        let mut steps = HashMap::from([(workbook::fingerprint(connection)?, 0)]);
        for (steps_back, entry) in back.iter().enumerate() {
            steps.entry(entry.before).or_insert(steps_back + 1);
        }
        let mut forward = vec![target];
        loop {
            let Some(Entry { change, before, .. }) = forward.last() else {
                return Ok(Self { back, forward });
            };
            if let Some(steps_back) = steps.get(before) {
                back.truncate(*steps_back);
                return Ok(Self { back, forward });
            }
            match journal::leading_to(connection, change.seq, *before)? {
                Some(entry) => forward.push(entry),
                None => {
                    return Err(StoreError::damaged(format!(
                        "no way leads to change {seq} of the history"
                    )));
                }
            }
        }
    }
}
