//! What confirmed links rested on when they were confirmed, thing by thing, in its words then.

use chain::Ground;

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "ground",
    ddl: "CREATE TABLE ground (
  link TEXT NOT NULL REFERENCES confirmation (link) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (link, position)
) STRICT",
    columns: &["link", "position", "record", "field", "text"],
    keys: 2,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let mut rows = Vec::new();
    for confirmation in &content.chain.confirmations {
        for (position, ground) in confirmation.rests.iter().enumerate() {
            let Ground {
                record,
                field,
                text,
            } = ground;
            rows.push(row![&confirmation.link, position, record, field, text]);
        }
    }
    Ok(rows)
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let link = cells.text()?;
    cells.integer()?;
    let ground = Ground {
        record: cells.text()?,
        field: cells.text()?,
        text: cells.text()?,
    };
    draft.confirmation(&link, &TABLE)?.rests.push(ground);
    Ok(())
}
