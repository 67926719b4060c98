//! Tables into the workbook: what a file would bring, and bringing it.

mod metrics;
mod seen;

pub use metrics::Accepted;
pub use seen::Expected;

use std::ops::ControlFlow;
use std::path::Path;

use chain::patch::Patch;
use chain::{Chain, Dataset, id};
use measure::profile::{Proposal, propose_metrics};
use measure::read::{self, Kept, Preview, ReadFault, Reading, Rejected, Settings, Source, Watch};
use serde::{Deserialize, Serialize};
use serde_json::json;
use specta::Type;
use store::{Access, Arrival, DatasetVersion, Edited, Findings};

use crate::book::Book;
use crate::error::{Code, Error};
use crate::view::ColumnView;
use seen::{Seen, has_rows};

/// Rows shown of a file before it is imported.
const FIRST_ROWS: usize = 20;

/// How a table is to be imported. Everything left out is found in the file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct ImportSettings {
    /// The dataset's name; the file's when empty.
    pub name: String,
    /// How the file is to be read.
    pub read: Settings,
    /// What one row is, as `customer`.
    pub unit: String,
    /// The date up to which the rows are true, as an ISO date.
    pub as_of: String,
    /// Whether an existing dataset of that name may be replaced.
    pub replace: bool,
}

/// What an import brought.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Imported {
    /// The dataset's id.
    pub dataset: String,
    /// Rows that came in.
    pub rows: u32,
    /// Lines that did not, and why; the first 1,000.
    pub rejected: Vec<Rejected>,
    /// How many lines did not come in.
    pub rejected_count: u32,
    /// The columns.
    pub columns: Vec<ColumnView>,
    /// The data grade: null until grades are built.
    pub grade: Option<String>,
    /// The key column, or empty.
    pub key: String,
    /// What one row is, or empty.
    pub unit: String,
    /// What the reader did or could not decide, as sentences.
    pub notes: Vec<String>,
    /// Rates that could be metrics.
    pub proposals: Vec<Proposal>,
}

/// Says what a file would bring, and writes nothing.
///
/// # Errors
/// Why it cannot be imported.
pub fn preview(path: &Path, settings: &Settings, watch: &dyn Watch) -> Result<Preview, Error> {
    let source = Source::open(path).map_err(read_error)?;
    read::preview(&source, settings, FIRST_ROWS, watch).map_err(read_error)
}

/// The id that a dataset gets: from the name it was given, else from the file's name.
pub fn dataset_id(name: &str, file: &str) -> String {
    let name = if name.trim().is_empty() { file } else { name };
    match id::slug(name) {
        slug if slug.is_empty() => "table".to_owned(),
        slug => slug,
    }
}

/// A table that was read for a workbook and is not in it yet. Reading needs no workbook, so that a
/// window can go on working in it meanwhile.
pub struct TableRead {
    settings: ImportSettings,
    seen: Seen,
    file: String,
    bytes: u64,
    reading: Reading,
}

impl TableRead {
    /// Reads a file as [`Book::expect_table`] says.
    ///
    /// # Errors
    /// Why it cannot be imported.
    pub fn of(path: &Path, expected: Expected, watch: &dyn Watch) -> Result<Self, Error> {
        let source = Source::open(path).map_err(read_error)?;
        let file = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let bytes = std::fs::metadata(path).map_or(0, |file| file.len());
        Self::read(&source, file.unwrap_or_default(), bytes, expected, watch)
    }

    /// Reads a table that was made here, as if `file` held it.
    ///
    /// # Errors
    /// As [`TableRead::of`].
    pub(crate) fn of_text(
        file: &str,
        text: String,
        expected: Expected,
        watch: &dyn Watch,
    ) -> Result<Self, Error> {
        let bytes = text.len() as u64;
        let source = Source::from_bytes(file, text.into_bytes()).map_err(read_error)?;
        Self::read(&source, file.to_owned(), bytes, expected, watch)
    }

    fn read(
        source: &Source,
        file: String,
        bytes: u64,
        expected: Expected,
        watch: &dyn Watch,
    ) -> Result<Self, Error> {
        let Expected { settings, seen } = expected;
        let reading = read::read(source, &settings.read, watch).map_err(read_error)?;
        Ok(Self {
            settings,
            seen,
            file,
            bytes,
            reading,
        })
    }
}

impl Book {
    /// Imports a table as a dataset, in one undo step: [`Book::expect_table`], [`TableRead::of`] and
    /// [`Book::bring`] in one.
    ///
    /// # Errors
    /// Why the file cannot be imported, or [`Code::WrongState`] when a dataset of that name has rows
    /// and `replace` is not set. The workbook is then as it was.
    pub fn import(
        &mut self,
        path: &Path,
        settings: &ImportSettings,
        watch: &dyn Watch,
    ) -> Result<Imported, Error> {
        let expected = self.expect_table(path, settings)?;
        let read = TableRead::of(path, expected, watch)?;
        self.bring(read, watch)
    }

    /// Says how a file is to be read for this workbook, before the long reading begins: a dataset
    /// that has a key keeps it, so the rows must still be named by it, and columns are read in the
    /// types that a person chose for them before.
    ///
    /// # Errors
    /// [`Code::ReadOnly`], or [`Code::WrongState`] when the dataset has rows that may not be replaced.
    pub fn expect_table(
        &mut self,
        path: &Path,
        settings: &ImportSettings,
    ) -> Result<Expected, Error> {
        if self.access == Access::Read {
            return Err(Error::new(
                Code::ReadOnly,
                "This workbook is open for reading only",
                "Close the window that is writing it, and open it again.",
            ));
        }
        let mut settings = settings.clone();
        let dataset = dataset_id(&settings.name, &measure::read::plain_name(path));
        let current = self.store.dataset(&dataset)?;
        if current.is_some() && !settings.replace {
            return Err(has_rows(&dataset));
        }
        let seen = Seen::of(&dataset, &*self.chain()?, current.as_ref());
        if let (None, Some(current)) = (&settings.read.kept, &current) {
            settings.read.kept = Some(kept_of(current));
        }
        if settings.read.key.is_none() && !seen.key.is_empty() {
            settings.read.key = Some(seen.key.clone());
        }
        settings.name = dataset;
        Ok(Expected { settings, seen })
    }

    /// How the rows were read that a table would replace; none when there are none.
    ///
    /// # Errors
    /// When the workbook cannot be read.
    pub fn kept(&mut self, path: &Path, name: &str) -> Result<Option<Kept>, Error> {
        let dataset = dataset_id(name, &read::plain_name(path));
        let current = self.store.dataset(&dataset)?;
        Ok(current.as_ref().map(kept_of))
    }

    /// Brings a table that was read into the workbook, in one undo step.
    ///
    /// # Errors
    /// As [`Book::import`].
    pub fn bring(&mut self, read: TableRead, watch: &dyn Watch) -> Result<Imported, Error> {
        let TableRead {
            settings,
            seen,
            file,
            bytes,
            reading,
        } = read;
        let dataset = settings.name.clone();
        // A table that cannot come in any more is not written first.
        let current = self.store.dataset(&dataset)?;
        let now = Seen::of(&dataset, &*self.chain()?, current.as_ref());
        seen.still_holds(&dataset, &now, settings.replace)?;
        let sentence = format!(
            "Imported {} rows of {file} as {dataset}",
            measure::figure::count(f64::from(reading.outline.rows))
        );
        let outline = &reading.outline;
        let distinct: Vec<u64> = outline
            .columns
            .iter()
            .map(|c| u64::from(c.distinct))
            .collect();
        let arrival = Arrival {
            dataset: &dataset,
            source_name: &file,
            source_bytes: bytes,
            table: &reading.table,
            distinct: &distinct,
        };
        let rejected = outline.rejected.iter().map(|line| store::RejectedRow {
            line: u64::from(line.line),
            why: line.why.clone(),
        });
        let findings = Findings {
            rejected: store::Rejected {
                total: outline.rejected.len() as u64,
                rows: rejected.take(store::REJECTED_KEPT).collect(),
            },
            settings: serde_json::to_value(&settings).unwrap_or_default(),
            notes: outline
                .notes
                .iter()
                .map(|note| note.words.clone())
                .collect(),
        };
        let stamp = self.stamp();
        let import = self.store.import(&stamp, &arrival, |_| {
            if watch.cancelled() {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })?;
        let mut record = Dataset::default();
        import.publish(findings, |standing| {
            // Another program may have imported until now, but no further: from here on this one
            // alone writes.
            let current = standing.current.as_ref();
            let now = Seen::of(&dataset, standing.chain, current);
            seen.still_holds(&dataset, &now, settings.replace)?;
            let before = standing.chain.dataset(&dataset);
            record = record_of(&dataset, &settings, &reading, before, current.is_some());
            Ok::<_, Error>(Edited {
                chain: with_dataset(standing.chain, &record)?,
                sentence,
            })
        })?;
        let outline = reading.outline;
        Ok(Imported {
            dataset,
            rows: outline.rows,
            rejected_count: u32::try_from(outline.rejected.len()).unwrap_or(u32::MAX),
            rejected: outline.rejected.into_iter().take(1_000).collect(),
            columns: outline.columns.iter().map(column_view).collect(),
            grade: None,
            key: record.key,
            unit: record.unit,
            notes: outline
                .notes
                .iter()
                .map(|note| note.words.clone())
                .collect(),
            proposals: propose_metrics(&reading.table),
        })
    }
}

/// What is known of a table for the one that replaces it.
pub(crate) fn kept_of(version: &DatasetVersion) -> Kept {
    let columns = version.columns.iter();
    let had = columns.map(|column| (column.name.clone(), column.kind));
    // Settings of another time may hold what this version does not know.
    let settings = ImportSettings::deserialize(&version.settings).unwrap_or_default();
    settings.read.keep(had.collect())
}

/// The dataset's record: what was said now, else what was said before, else what was found.
fn record_of(
    dataset: &str,
    settings: &ImportSettings,
    reading: &Reading,
    before: Option<&Dataset>,
    had_rows: bool,
) -> Dataset {
    let before = before.cloned().unwrap_or_default();
    let has = |column: &str| reading.table.column(column).is_some();
    let said = |now: &str, before: &str, found: Option<&String>| {
        [now, before]
            .into_iter()
            .map(str::trim)
            .find(|text| !text.is_empty())
            .map(str::to_owned)
            .or_else(|| found.cloned())
            .unwrap_or_default()
    };
    let key_before = if has(&before.key) {
        before.key.as_str()
    } else {
        ""
    };
    let key_now = settings.read.key.as_deref().unwrap_or_default();
    Dataset {
        id: dataset.to_owned(),
        unit: said(&settings.unit, &before.unit, reading.outline.unit.as_ref()),
        key: said(key_now, key_before, reading.outline.key.as_ref()),
        weight: if has(&before.weight) {
            before.weight.clone()
        } else {
            String::new()
        },
        // The old date is about the old rows. One that was written before any rows came is kept.
        as_of: said(
            &settings.as_of,
            if had_rows { "" } else { &before.as_of },
            None,
        ),
    }
}

fn with_dataset(chain: &Chain, record: &Dataset) -> Result<Chain, Error> {
    let patch = Patch::from_value(json!({"throughline": 1, "datasets": [record]}))?;
    Ok(patch.apply(chain)?)
}

/// A column as a host shows it.
pub(crate) fn column_view(column: &measure::profile::ColumnProfile) -> ColumnView {
    ColumnView {
        name: column.name.clone(),
        kind: column.kind,
        blank: column.blank,
        distinct: column.distinct,
    }
}

/// What reading a table can fail with, as every host tells it.
pub(crate) fn read_error(fault: ReadFault) -> Error {
    let code = match &fault {
        ReadFault::Missing { .. } => Code::FileMissing,
        ReadFault::Empty { .. } => Code::FileEmpty,
        ReadFault::TooManyRejected { .. } => Code::TooManyRejected,
        ReadFault::Cancelled => Code::Cancelled,
        ReadFault::Unreadable { .. } => Code::Io,
        _ => Code::BadTable,
    };
    Error::new(code, fault.to_string(), fault.fix())
}
