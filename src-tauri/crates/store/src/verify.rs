//! Whether a workbook is whole: the file, its schema, its records, its history, its rows.

use std::path::Path;

use rusqlite::Connection;
use serde::Serialize;

use crate::backup::integrity;
use crate::content::{Content, Rows};
use crate::dataset::{read, version};
use crate::error::StoreError;
use crate::journal::{self, ChangeState};
use crate::ladder::{self, SHIPPED};
use crate::places::Access;
use crate::schema::{self, SCHEMA_VERSION};
use crate::snapshot;
use crate::store::Opened;
use crate::workbook;

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where: `file`, `schema`, `records`, `history` or `rows`.
    pub part: &'static str,
    /// What is wrong, in a sentence without its full stop.
    pub message: String,
}

/// Everything that is wrong with a workbook; nothing when it is whole. Changes nothing: one of an
/// older schema is looked at as it would be after its upgrade.
///
/// # Errors
/// When the file cannot be read as a workbook at all: `file_missing`, `file_empty`, `not_a_file`,
/// `file_foreign`, `file_newer`, and `file_damaged` for a file that ends early.
pub fn verify(path: &Path) -> Result<Vec<Problem>, StoreError> {
    let opened = Opened::look(path, Access::Read, SCHEMA_VERSION)?;
    whole(&opened.connection)
}

/// The problems of a workbook of any schema up to the newest.
pub(crate) fn whole(connection: &Connection) -> Result<Vec<Problem>, StoreError> {
    if ladder::version(connection)? == SCHEMA_VERSION {
        return problems(connection);
    }
    let mut found = Found(Vec::new());
    found.note("file", integrity(connection));
    match ladder::raised(connection, &SHIPPED) {
        _ if !found.0.is_empty() => {}
        Ok(raised) => return problems(&raised),
        Err(error) => found.note("schema", Err(error)),
    }
    Ok(found.0)
}

/// The problems of an open workbook.
pub(crate) fn problems(connection: &Connection) -> Result<Vec<Problem>, StoreError> {
    // One transaction: what another process writes meanwhile does not look like damage.
    let transaction = connection.unchecked_transaction()?;
    let mut found = Found(Vec::new());
    found.note("file", file(&transaction));
    match schema::check(&transaction) {
        Err(error) => found.note("schema", Err(error)),
        Ok(()) => {
            found.note("records", records(&transaction));
            found.note("history", history(&transaction));
            found.note("history", snapshot::all(&transaction).map(|_| Vec::new()));
            found.rows(&transaction);
        }
    }
    Ok(found.0)
}

struct Found(Vec<Problem>);

impl Found {
    fn push(&mut self, part: &'static str, message: String) {
        self.0.push(Problem { part, message });
    }

    /// Notes what a check found, or that it could not be done.
    fn note(&mut self, part: &'static str, outcome: Result<Vec<String>, StoreError>) {
        match outcome {
            Ok(messages) => messages
                .into_iter()
                .for_each(|message| self.push(part, message)),
            Err(StoreError::Damaged { why }) => self.push(part, why),
            Err(error) => self.push(part, error.message()),
        }
    }

    /// Every version of every dataset, column by column.
    fn rows(&mut self, connection: &Connection) {
        let ids = match version::ids(connection, "state = 'published'", []) {
            Ok(ids) => ids,
            Err(error) => return self.note("rows", Err(error)),
        };
        for id in ids {
            match version::one(connection, id) {
                Err(error) => self.note("rows", Err(error)),
                Ok(info) => {
                    for (ordinal, wanted) in info.columns.iter().enumerate() {
                        let column = read::column(connection, &info, ordinal, wanted);
                        self.note("rows", column.map(|_| Vec::new()));
                    }
                }
            }
        }
    }
}

fn file(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut messages = integrity(connection)?;
    let mut check = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = check.query([])?;
    while let Some(row) = rows.next()? {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        messages.push(format!(
            "a row of `{table}` points at a row of `{parent}` that is not there"
        ));
    }
    Ok(messages)
}

fn records(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let rows = Rows::stored(connection)?;
    let mut messages = Vec::new();
    if rows.fingerprint() != workbook::fingerprint(connection)? {
        messages.push("the records are not those that Throughline wrote".to_owned());
    }
    let content = rows.content()?;
    // A record that another tool wrote in another way would not survive the next edit unchanged.
    for change in rows.changes_to(Rows::of(&content)?)? {
        messages.push(format!(
            "{} of `{}` is not as it is written",
            change.key, change.table.name
        ));
    }
    if let Err(fault) = chain::check::references(&content.chain) {
        messages.push(fault.to_string());
    }
    for (dataset, id) in &content.pointers {
        if version::one(connection, *id)?.dataset != *dataset {
            messages.push(format!(
                "dataset `{dataset}` points at the rows of another one"
            ));
        }
    }
    Ok(messages)
}

/// Every entry says what it did, none is missing, and those that stand lead from an empty workbook
/// to what the workbook holds.
fn history(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut at = Rows::of(&Content::default())?.fingerprint();
    let mut undone = Vec::new();
    for (entry, seq) in journal::all(connection)?.into_iter().zip(1..) {
        if entry.change.seq != seq {
            return Ok(vec![format!("change {seq} of the history is not there")]);
        }
        journal::rows(connection, &entry)?;
        match entry.change.state {
            ChangeState::Abandoned => {}
            ChangeState::Undone => undone.push(entry),
            ChangeState::Done if !undone.is_empty() || entry.before != at => {
                return Ok(vec![format!(
                    "change {seq} of the history does not follow on the one before"
                )]);
            }
            ChangeState::Done => at = entry.after,
        }
    }
    let mut messages = Vec::new();
    if at != workbook::fingerprint(connection)? {
        messages.push("the history does not lead to what the workbook holds".to_owned());
    }
    for entry in undone {
        if entry.before != at {
            messages.push(format!("change {} cannot be redone", entry.change.seq));
        }
        at = entry.after;
    }
    Ok(messages)
}
