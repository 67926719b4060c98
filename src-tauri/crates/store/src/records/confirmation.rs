//! Links that a person has confirmed. What each rested on then has a table of its own.

use chain::Confirmation;

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "confirmation",
    ddl: "CREATE TABLE confirmation (
  link TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  confirmed_on TEXT NOT NULL,
  only_wording INTEGER NOT NULL,
  basis TEXT NOT NULL
) STRICT, WITHOUT ROWID",
    columns: &["link", "position", "confirmed_on", "only_wording", "basis"],
    keys: 1,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let confirmations = content.chain.confirmations.iter().enumerate();
    let rows = confirmations.map(|(position, confirmation)| {
        let Confirmation {
            link,
            on,
            only_wording,
            basis,
            rests: _,
        } = confirmation;
        row![link, position, on, *only_wording, basis]
    });
    Ok(rows.collect())
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let link = cells.text()?;
    cells.integer()?;
    draft.push_confirmation(Confirmation {
        link,
        on: cells.text()?,
        only_wording: cells.flag()?,
        basis: cells.text()?,
        rests: Vec::new(),
    });
    Ok(())
}
