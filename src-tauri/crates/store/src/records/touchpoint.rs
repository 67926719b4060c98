//! The words that a segment meets.

use chain::{Touchpoint, TouchpointKind};

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, json, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "touchpoint",
    ddl: "CREATE TABLE touchpoint (
  id TEXT PRIMARY KEY,
  segment TEXT NOT NULL REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  kind TEXT,
  text TEXT NOT NULL,
  claims TEXT NOT NULL
) STRICT, WITHOUT ROWID",
    columns: &["id", "segment", "position", "kind", "text", "claims"],
    keys: 1,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let mut rows = Vec::new();
    for segment in &content.chain.segments {
        for (position, record) in segment.touchpoints.iter().enumerate() {
            let Touchpoint {
                id,
                kind,
                text,
                claims,
            } = record;
            rows.push(row![
                id,
                &segment.id,
                position,
                kind.map(TouchpointKind::as_str),
                text,
                json(claims)?
            ]);
        }
    }
    Ok(rows)
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let (id, segment) = (cells.text()?, cells.text()?);
    cells.integer()?;
    let record = Touchpoint {
        id,
        kind: cells.maybe_word(TouchpointKind::from_text)?,
        text: cells.text()?,
        claims: cells.json()?,
    };
    draft.segment(&segment, &TABLE)?.touchpoints.push(record);
    Ok(())
}
