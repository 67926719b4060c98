//! What could explain a decision's answer. Dimensions have no id: their place in the list names
//! them.

use chain::Dimension;

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "dimension",
    ddl: "CREATE TABLE dimension (
  decision TEXT NOT NULL REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (decision, position)
) STRICT, WITHOUT ROWID",
    columns: &["decision", "position", "name", "why"],
    keys: 2,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let mut rows = Vec::new();
    for decision in &content.chain.decisions {
        for (position, dimension) in decision.dimensions.iter().enumerate() {
            let Dimension { name, why } = dimension;
            rows.push(row![&decision.id, position, name, why]);
        }
    }
    Ok(rows)
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let decision = cells.text()?;
    cells.integer()?;
    let dimension = Dimension {
        name: cells.text()?,
        why: cells.text()?,
    };
    draft
        .decision(&decision, &TABLE)?
        .dimensions
        .push(dimension);
    Ok(())
}
