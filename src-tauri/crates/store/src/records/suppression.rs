//! Findings that a person has set aside, with a reason.

use chain::Suppression;

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "suppression",
    ddl: "CREATE TABLE suppression (
  rule TEXT NOT NULL,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  position INTEGER NOT NULL,
  reason TEXT NOT NULL,
  suppressed_on TEXT NOT NULL,
  text TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (rule, record, field)
) STRICT, WITHOUT ROWID",
    columns: &[
        "rule",
        "record",
        "field",
        "position",
        "reason",
        "suppressed_on",
        "text",
    ],
    keys: 3,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let suppressions = content.chain.suppressions.iter().enumerate();
    let rows = suppressions.map(|(position, suppression)| {
        let Suppression {
            rule,
            record,
            field,
            text,
            reason,
            on,
        } = suppression;
        row![rule, record, field, position, reason, on, text]
    });
    Ok(rows.collect())
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let (rule, record, field) = (cells.text()?, cells.text()?, cells.text()?);
    cells.integer()?;
    let (reason, on, text) = (cells.text()?, cells.text()?, cells.text()?);
    draft.content.chain.suppressions.push(Suppression {
        rule,
        record,
        field,
        text,
        reason,
        on,
    });
    Ok(())
}
