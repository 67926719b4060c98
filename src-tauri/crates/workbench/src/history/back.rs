//! What a change did, what going back to it would do, and going back.

use chain::Chain;
use chain::diff::{Counts, Detail, Diff, details, order};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{DatasetVersion, Moment};

use super::{LogEntry, entry};
use crate::book::Book;
use crate::error::{Code, Error};

/// How many records are told one by one; the rest are counted.
const TOLD: usize = 200;

/// A workbook is named before more than one in so many of its records goes.
const MANY: u32 = 5;

/// A table whose rows differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TableChange {
    /// The dataset's id.
    pub dataset: String,
    /// The rows before; none when it had no table.
    pub rows_before: Option<u32>,
    /// The file they came from; empty when there was none.
    pub source_before: String,
    /// The rows after.
    pub rows_after: Option<u32>,
    /// The file they came from.
    pub source_after: String,
}

/// What differs between two points of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BookDifference {
    /// Created, changed, unchanged and removed records by kind.
    pub counts: Vec<Counts>,
    /// The records that differ, each with its words before and after: at most 200.
    pub records: Vec<Detail>,
    /// How many more differ.
    pub more: u32,
    /// The tables whose rows differ.
    pub tables: Vec<TableChange>,
    /// Whether nothing differs but the order of records.
    pub order_only: bool,
    /// Which records stand in another place of their list, as a sentence without its full stop;
    /// empty when every list kept its order.
    pub moved: String,
}

/// An entry of the history, and what it did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Told {
    /// The entry.
    pub entry: LogEntry,
    /// What it did.
    pub did: BookDifference,
}

/// What going back to a point of the history would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Return {
    /// The entry after which the workbook would stand; none for before the first.
    pub to: Option<LogEntry>,
    /// What it would change in the workbook as it is now.
    pub would: BookDifference,
    /// Whether the workbook says that already.
    pub nothing: bool,
    /// Why it cannot be done; none when it can.
    pub refused: Option<Error>,
    /// Whether so much would go that the workbook as it is gets a name first.
    pub named_first: bool,
}

impl Book {
    /// An entry of the history with what it did.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is no such entry.
    pub fn told(&self, seq: u32) -> Result<Told, Error> {
        let (before, after) = self.store.around(i64::from(seq))?;
        Ok(Told {
            entry: entry(self.store.change_of(i64::from(seq))?),
            did: difference(&before, &after),
        })
    }

    /// What making the workbook say what it said after the change `seq` would do; 0 is before the
    /// first change. Writes nothing.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is no such change.
    pub fn preview_return(&self, seq: u32) -> Result<Return, Error> {
        let then = self.store.moment(i64::from(seq))?;
        let now = self.store.moment(self.standing()?)?;
        let would = difference(&now, &then);
        Ok(Return {
            to: match seq {
                0 => None,
                seq => Some(entry(self.store.change_of(i64::from(seq))?)),
            },
            nothing: is_nothing(&would),
            refused: then.gone.first().map(|dataset| {
                store::StoreError::RowsGone {
                    dataset: dataset.clone(),
                }
                .into()
            }),
            named_first: removes_much(&now.chain, &then.chain),
            would,
        })
    }

    /// Makes the workbook say what it said after the change `seq`, by one new change; 0 is before
    /// the first. What was done since stays in the history. A workbook that would lose more than a
    /// fifth of its records is named first.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is no such change; [`Code::WrongState`] when the workbook says
    /// that already, or a table's rows of then are not kept any more.
    pub fn return_to(&mut self, seq: u32) -> Result<LogEntry, Error> {
        let preview = self.preview_return(seq)?;
        if let Some(refused) = preview.refused {
            return Err(refused);
        }
        let sentence = self.words_for(seq, preview.to.as_ref())?;
        if !preview.nothing && preview.named_first {
            let stamp = self.stamp();
            self.snapshot_near(&stamp, &format!("Before restoring, {}", local(stamp.at)))?;
        }
        let stamp = self.stamp();
        let done = self
            .store
            .go_back(&stamp, i64::from(seq), |_, _| sentence)?;
        done.map(entry).ok_or_else(|| {
            Error::new(
                Code::WrongState,
                "The workbook says what it said then",
                "Choose another point of the history; `throughline log FILE` lists them.",
            )
        })
    }

    /// The point of the history that `text` names: a snapshot, or the number of a change.
    ///
    /// # Errors
    /// [`Code::NotFound`] when it is neither.
    pub fn point(&self, text: &str) -> Result<u32, Error> {
        let snapshots = self.snapshots()?;
        if let Some(found) = snapshots.iter().find(|it| it.name == text.trim()) {
            return Ok(found.seq);
        }
        text.trim().parse().map_err(|_| {
            let names: Vec<String> = snapshots.into_iter().map(|it| it.name).collect();
            Error::not_found("snapshot", text, &names)
        })
    }

    /// The change after which the workbook stands.
    fn standing(&self) -> Result<i64, Error> {
        Ok(self.store.undoable()?.map_or(0, |last| last.seq))
    }

    fn words_for(&self, seq: u32, to: Option<&LogEntry>) -> Result<String, Error> {
        let snapshots = self.snapshots()?;
        if let Some(named) = snapshots.iter().rev().find(|it| it.seq == seq) {
            return Ok(format!("Restored the snapshot “{}”", named.name));
        }
        Ok(match to {
            None => "Restored the empty workbook".to_owned(),
            Some(entry) => {
                let at: Option<Timestamp> = entry.at.parse().ok();
                let at = at.map(local).unwrap_or_default();
                format!("Restored the workbook of {at}, after “{}”", entry.sentence)
            }
        })
    }
}

/// A moment where the person is: `24 Nov 2026, 14:03`.
fn local(at: Timestamp) -> String {
    let zoned = at.to_zoned_datetime(TimeZone::system());
    zoned.strftime("%-d %b %Y, %H:%M").to_string()
}

fn difference(before: &Moment, after: &Moment) -> BookDifference {
    let mut counts = Diff::between(&before.chain, &after.chain).counts;
    counts.retain(|it| it.created + it.changed + it.removed > 0);
    let mut records = details(&before.chain, &after.chain);
    let more = records.len().saturating_sub(TOLD);
    records.truncate(TOLD);
    let tables = tables(before, after);
    BookDifference {
        moved: order::sentence(&before.chain, &after.chain, &[]).unwrap_or_default(),
        order_only: records.is_empty() && tables.is_empty() && before.chain != after.chain,
        counts,
        records,
        more: u32::try_from(more).unwrap_or(u32::MAX),
        tables,
    }
}

fn tables(before: &Moment, after: &Moment) -> Vec<TableChange> {
    let of = |moment: &Moment, dataset: &str| -> Option<DatasetVersion> {
        let found = moment.tables.iter().find(|it| it.dataset == dataset);
        found.cloned()
    };
    let rows = |version: &Option<DatasetVersion>| {
        version
            .as_ref()
            .map(|it| u32::try_from(it.rows).unwrap_or(u32::MAX))
    };
    let source = |version: Option<DatasetVersion>| version.map(|it| it.source_name);
    let mut names: Vec<&str> = before.tables.iter().map(|it| it.dataset.as_str()).collect();
    names.extend(after.tables.iter().map(|it| it.dataset.as_str()));
    names.sort_unstable();
    names.dedup();
    let mut tables = Vec::new();
    for dataset in names {
        let (was, is) = (of(before, dataset), of(after, dataset));
        if was.as_ref().map(|it| it.id) == is.as_ref().map(|it| it.id) {
            continue;
        }
        tables.push(TableChange {
            dataset: dataset.to_owned(),
            rows_before: rows(&was),
            rows_after: rows(&is),
            source_before: source(was).unwrap_or_default(),
            source_after: source(is).unwrap_or_default(),
        });
    }
    tables
}

fn is_nothing(difference: &BookDifference) -> bool {
    difference.records.is_empty() && difference.tables.is_empty() && !difference.order_only
}

/// Whether more than a fifth of the records would go.
fn removes_much(now: &Chain, then: &Chain) -> bool {
    let counts = Diff::between(now, then).counts;
    let removed: u32 = counts.iter().map(|it| it.removed).sum();
    let kept: u32 = counts.iter().map(|it| it.changed + it.unchanged).sum();
    removed * MANY > removed + kept
}
