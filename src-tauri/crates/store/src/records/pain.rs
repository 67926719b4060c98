//! What gets in the way of a job.

use chain::Pain;

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "pain",
    ddl: "CREATE TABLE pain (
  id TEXT PRIMARY KEY,
  segment TEXT NOT NULL REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  job TEXT NOT NULL,
  severity INTEGER
) STRICT, WITHOUT ROWID",
    columns: &["id", "segment", "position", "text", "job", "severity"],
    keys: 1,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let mut rows = Vec::new();
    for segment in &content.chain.segments {
        for (position, record) in segment.value.pains.iter().enumerate() {
            let Pain {
                id,
                text,
                job,
                severity,
            } = record;
            rows.push(row![id, &segment.id, position, text, job, *severity]);
        }
    }
    Ok(rows)
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let (id, segment) = (cells.text()?, cells.text()?);
    cells.integer()?;
    let record = Pain {
        id,
        text: cells.text()?,
        job: cells.text()?,
        severity: cells.maybe_small()?,
    };
    draft.segment(&segment, &TABLE)?.value.pains.push(record);
    Ok(())
}
