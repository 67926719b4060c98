//! What is offered: always exactly one row.

use chain::Offering;

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "offering",
    ddl: "CREATE TABLE offering (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  summary TEXT NOT NULL
) STRICT",
    columns: &["id", "name", "category", "summary"],
    keys: 1,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let Offering {
        name,
        category,
        summary,
    } = &content.chain.offering;
    Ok(vec![row![1_i64, name, category, summary]])
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    cells.integer()?;
    draft.content.chain.offering = Offering {
        name: cells.text()?,
        category: cells.text()?,
        summary: cells.text()?,
    };
    draft.offering = true;
    Ok(())
}
