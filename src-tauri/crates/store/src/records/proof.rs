//! What makes a claim believable.

use chain::{Proof, ProofKind};

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "proof",
    ddl: "CREATE TABLE proof (
  id TEXT PRIMARY KEY,
  segment TEXT NOT NULL REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  kind TEXT,
  supports TEXT NOT NULL
) STRICT, WITHOUT ROWID",
    columns: &["id", "segment", "position", "text", "kind", "supports"],
    keys: 1,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let mut rows = Vec::new();
    for segment in &content.chain.segments {
        for (position, record) in segment.value.proofs.iter().enumerate() {
            let Proof {
                id,
                text,
                kind,
                supports,
            } = record;
            rows.push(row![
                id,
                &segment.id,
                position,
                text,
                kind.map(ProofKind::as_str),
                supports
            ]);
        }
    }
    Ok(rows)
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let (id, segment) = (cells.text()?, cells.text()?);
    cells.integer()?;
    let record = Proof {
        id,
        text: cells.text()?,
        kind: cells.maybe_word(ProofKind::from_text)?,
        supports: cells.text()?,
    };
    draft.segment(&segment, &TABLE)?.value.proofs.push(record);
    Ok(())
}
