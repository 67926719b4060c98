//! What a segment's people try to get done.

use chain::{Job, JobKind};

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "job",
    ddl: "CREATE TABLE job (
  id TEXT PRIMARY KEY,
  segment TEXT NOT NULL REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  kind TEXT
) STRICT, WITHOUT ROWID",
    columns: &["id", "segment", "position", "text", "kind"],
    keys: 1,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let mut rows = Vec::new();
    for segment in &content.chain.segments {
        for (position, record) in segment.value.jobs.iter().enumerate() {
            let Job { id, text, kind } = record;
            rows.push(row![
                id,
                &segment.id,
                position,
                text,
                kind.map(JobKind::as_str)
            ]);
        }
    }
    Ok(rows)
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let (id, segment) = (cells.text()?, cells.text()?);
    cells.integer()?;
    let record = Job {
        id,
        text: cells.text()?,
        kind: cells.maybe_word(JobKind::from_text)?,
    };
    draft.segment(&segment, &TABLE)?.value.jobs.push(record);
    Ok(())
}
