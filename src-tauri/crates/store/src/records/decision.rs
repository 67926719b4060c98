//! What segments are for. What could explain the answer has a table of its own.

use chain::Decision;

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, json, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "decision",
    ddl: "CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  question TEXT NOT NULL,
  options TEXT NOT NULL,
  owner TEXT NOT NULL,
  due TEXT NOT NULL
) STRICT, WITHOUT ROWID",
    columns: &["id", "position", "question", "options", "owner", "due"],
    keys: 1,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let decisions = content.chain.decisions.iter().enumerate();
    let rows = decisions.map(|(position, decision)| {
        let Decision {
            id,
            question,
            options,
            dimensions: _,
            owner,
            due,
        } = decision;
        Ok(row![id, position, question, json(options)?, owner, due])
    });
    rows.collect()
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let id = cells.text()?;
    cells.integer()?;
    draft.push_decision(Decision {
        id,
        question: cells.text()?,
        options: cells.json()?,
        dimensions: Vec::new(),
        owner: cells.text()?,
        due: cells.text()?,
    });
    Ok(())
}
