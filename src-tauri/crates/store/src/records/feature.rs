//! What the product has, as evidence for a payoff.

use chain::Feature;

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "feature",
    ddl: "CREATE TABLE feature (
  id TEXT PRIMARY KEY,
  segment TEXT NOT NULL REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  payoff TEXT NOT NULL
) STRICT, WITHOUT ROWID",
    columns: &["id", "segment", "position", "text", "payoff"],
    keys: 1,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let mut rows = Vec::new();
    for segment in &content.chain.segments {
        for (position, record) in segment.value.features.iter().enumerate() {
            let Feature { id, text, payoff } = record;
            rows.push(row![id, &segment.id, position, text, payoff]);
        }
    }
    Ok(rows)
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let (id, segment) = (cells.text()?, cells.text()?);
    cells.integer()?;
    let record = Feature {
        id,
        text: cells.text()?,
        payoff: cells.text()?,
    };
    draft.segment(&segment, &TABLE)?.value.features.push(record);
    Ok(())
}
