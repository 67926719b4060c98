//! What stands in the tables.

use measure::profile::{self, ColumnProfile, Proposal, Values};
use measure::read::Kept;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::book::Book;
use crate::error::{Code, Error};
use crate::import::kept_of;
use crate::view::{ColumnView, DatasetView};

/// A dataset, as `throughline data` shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DataSheet {
    /// Its id.
    pub dataset: String,
    /// What one row is, or empty.
    pub unit: String,
    /// The key column, or empty.
    pub key: String,
    /// The weight column, or empty.
    pub weight: String,
    /// The date up to which its rows are true, or empty.
    pub as_of: String,
    /// Rows.
    pub rows: u32,
    /// The file it came from, by name.
    pub source: String,
    /// When it was imported, as an ISO moment in UTC.
    pub imported_at: String,
    /// The hash of its content.
    pub hash: String,
    /// How many lines of the file were rejected.
    pub rejected: u32,
    /// Its columns.
    pub columns: Vec<ColumnProfile>,
    /// The data grade: null until grades are built.
    pub grade: Option<String>,
}

/// Rows stay below 2³²: a larger table is refused when it is read.
fn small(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Book {
    /// A dataset's columns, with blanks, distinct and sample values. Without a name, every one.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is no such dataset, or it has no rows yet.
    pub fn data(&mut self, name: Option<&str>) -> Result<Vec<DataSheet>, Error> {
        let chain = self.chain()?;
        let wanted: Vec<String> = match name {
            Some(name) => vec![name.to_owned()],
            None => chain
                .datasets
                .iter()
                .map(|dataset| dataset.id.clone())
                .collect(),
        };
        let mut sheets = Vec::with_capacity(wanted.len());
        for id in wanted {
            let Some(view) = self.dataset_view(&id)?.filter(|view| view.imported) else {
                if name.is_some() {
                    self.imported(&id)?;
                }
                continue;
            };
            let table = self.imported(&id)?;
            let record = chain.dataset(&id).cloned().unwrap_or_default();
            sheets.push(DataSheet {
                dataset: id,
                unit: record.unit,
                key: record.key,
                weight: record.weight,
                as_of: record.as_of,
                rows: view.rows,
                source: view.source,
                imported_at: view.imported_at,
                hash: view.hash,
                rejected: view.rejected,
                columns: profile::profile(&table),
                grade: None,
            });
        }
        Ok(sheets)
    }

    /// The values of a column with their counts, most first; at most `most`.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is no such column.
    pub fn column_values(
        &mut self,
        dataset: &str,
        column: &str,
        most: usize,
    ) -> Result<Values, Error> {
        let table = self.imported(dataset)?;
        let Some(found) = table.column(column) else {
            let fix = match table.nearest(column) {
                Some(near) => format!("Did you mean `{near}`?"),
                None => format!("`throughline data` lists the columns of `{dataset}`"),
            };
            let message = format!("`{dataset}` has no column `{column}`");
            return Err(Error::new(Code::NotFound, message, fix));
        };
        Ok(profile::values(found, most))
    }

    /// Two-valued columns of a dataset, as metrics that could be.
    ///
    /// # Errors
    /// [`Code::NotFound`] when the dataset has no rows.
    pub fn proposals(&mut self, dataset: &str) -> Result<Vec<Proposal>, Error> {
        Ok(profile::propose_metrics(&*self.imported(dataset)?))
    }

    /// A dataset as its current version stands; none when the chain does not name it.
    pub(crate) fn dataset_view(&mut self, id: &str) -> Result<Option<DatasetView>, Error> {
        if self.chain()?.dataset(id).is_none() {
            return Ok(None);
        }
        Ok(Some(match self.store.dataset(id)? {
            None => DatasetView {
                id: id.to_owned(),
                imported: false,
                rows: 0,
                source: String::new(),
                imported_at: String::new(),
                hash: String::new(),
                rejected: 0,
                columns: Vec::new(),
                kept: Kept::default(),
            },
            Some(version) => DatasetView {
                kept: kept_of(&version),
                id: id.to_owned(),
                imported: true,
                rows: small(version.rows),
                source: version.source_name,
                imported_at: version.imported_at.to_string(),
                hash: version.hash,
                rejected: small(version.rejected.total),
                columns: version
                    .columns
                    .into_iter()
                    .map(|column| ColumnView {
                        name: column.name,
                        kind: column.kind,
                        blank: small(column.blank),
                        distinct: small(column.distinct),
                    })
                    .collect(),
            },
        }))
    }
}
