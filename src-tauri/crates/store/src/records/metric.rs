//! What is measured, and what difference would matter.

use chain::{Better, Metric, Stage};

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, json, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "metric",
    ddl: "CREATE TABLE metric (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  dataset TEXT NOT NULL,
  stage TEXT NOT NULL,
  better TEXT NOT NULL,
  threshold REAL NOT NULL,
  partner TEXT NOT NULL,
  formula TEXT
) STRICT, WITHOUT ROWID",
    columns: &[
        "id",
        "position",
        "name",
        "dataset",
        "stage",
        "better",
        "threshold",
        "partner",
        "formula",
    ],
    keys: 1,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let metrics = content.chain.metrics.iter().enumerate();
    let rows = metrics.map(|(position, metric)| {
        Ok(row![
            &metric.id,
            position,
            &metric.name,
            &metric.dataset,
            metric.stage.as_str(),
            metric.better.as_str(),
            metric.threshold,
            &metric.partner,
            metric.formula.as_ref().map(json).transpose()?,
        ])
    });
    rows.collect()
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let id = cells.text()?;
    cells.integer()?;
    draft.content.chain.metrics.push(Metric {
        id,
        name: cells.text()?,
        dataset: cells.text()?,
        stage: cells.word(Stage::from_text)?,
        better: cells.word(Better::from_text)?,
        threshold: cells.real()?,
        partner: cells.text()?,
        formula: cells.maybe_json()?,
    });
    Ok(())
}
