//! What is gained when a pain is gone, how much, by when.

use chain::{Payoff, PayoffKind};

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "payoff",
    ddl: "CREATE TABLE payoff (
  id TEXT PRIMARY KEY,
  segment TEXT NOT NULL REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  pain TEXT NOT NULL,
  kind TEXT,
  quantity REAL,
  unit TEXT NOT NULL,
  horizon_days REAL
) STRICT, WITHOUT ROWID",
    columns: &[
        "id",
        "segment",
        "position",
        "text",
        "pain",
        "kind",
        "quantity",
        "unit",
        "horizon_days",
    ],
    keys: 1,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let mut rows = Vec::new();
    for segment in &content.chain.segments {
        for (position, record) in segment.value.payoffs.iter().enumerate() {
            let Payoff {
                id,
                text,
                pain,
                kind,
                quantity,
                unit,
                horizon_days,
            } = record;
            rows.push(row![
                id,
                &segment.id,
                position,
                text,
                pain,
                kind.map(PayoffKind::as_str),
                *quantity,
                unit,
                *horizon_days
            ]);
        }
    }
    Ok(rows)
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let (id, segment) = (cells.text()?, cells.text()?);
    cells.integer()?;
    let record = Payoff {
        id,
        text: cells.text()?,
        pain: cells.text()?,
        kind: cells.maybe_word(PayoffKind::from_text)?,
        quantity: cells.maybe_real()?,
        unit: cells.text()?,
        horizon_days: cells.maybe_real()?,
    };
    draft.segment(&segment, &TABLE)?.value.payoffs.push(record);
    Ok(())
}
