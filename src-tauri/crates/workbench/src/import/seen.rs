//! What a dataset looked like when the reading of a new table for it began, so that a table which
//! was overtaken does not write over what came in meanwhile.

use chain::Chain;
use store::DatasetVersion;

use super::ImportSettings;
use crate::error::{Code, Error};

/// How a table is to be read for a workbook, and what that was decided on.
#[derive(Debug, Clone)]
pub struct Expected {
    pub(super) settings: ImportSettings,
    pub(super) seen: Seen,
}

/// A dataset as it stood when the reading of a new table for it began.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Seen {
    /// The key column of its record, or empty.
    pub(super) key: String,
    /// The rows it had: the version's id and their hash.
    rows: Option<(i64, String)>,
}

impl Seen {
    pub(super) fn of(dataset: &str, chain: &Chain, current: Option<&DatasetVersion>) -> Self {
        Self {
            key: chain
                .dataset(dataset)
                .map(|record| record.key.clone())
                .unwrap_or_default(),
            rows: current.map(|version| (version.id, version.hash.clone())),
        }
    }

    /// Whether a table that was read with this in sight may still be laid over what stands `now`.
    pub(super) fn still_holds(
        &self,
        dataset: &str,
        now: &Self,
        replace: bool,
    ) -> Result<(), Error> {
        // Rows that were taken back meanwhile are not written over by anything.
        if now.rows.is_some() && !replace {
            return Err(has_rows(dataset));
        }
        if (now.rows.is_some() && now.rows != self.rows) || now.key != self.key {
            return Err(Error::new(
                Code::WrongState,
                format!("The dataset `{dataset}` was changed while this table was read"),
                "Look at what it holds now. If this table should still replace it, import it again.",
            ));
        }
        Ok(())
    }
}

pub(super) fn has_rows(dataset: &str) -> Error {
    Error::new(
        Code::WrongState,
        format!("The workbook has a dataset `{dataset}` with rows already"),
        "Give it another name, or replace the old rows (on the command line: --replace).",
    )
}
