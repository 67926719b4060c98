//! What a segment aims for. Targets have no id: their place in the list names them.

use chain::Target;

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "target",
    ddl: "CREATE TABLE target (
  segment TEXT NOT NULL REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  metric TEXT NOT NULL,
  value REAL NOT NULL,
  due TEXT NOT NULL,
  PRIMARY KEY (segment, position)
) STRICT, WITHOUT ROWID",
    columns: &["segment", "position", "metric", "value", "due"],
    keys: 2,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let mut rows = Vec::new();
    for segment in &content.chain.segments {
        for (position, target) in segment.targets.iter().enumerate() {
            let Target { metric, value, by } = target;
            rows.push(row![&segment.id, position, metric, *value, by]);
        }
    }
    Ok(rows)
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let segment = cells.text()?;
    cells.integer()?;
    let target = Target {
        metric: cells.text()?,
        value: cells.real()?,
        by: cells.text()?,
    };
    draft.segment(&segment, &TABLE)?.targets.push(target);
    Ok(())
}
