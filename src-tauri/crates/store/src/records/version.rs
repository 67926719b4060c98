//! Earlier wordings of a positioning, each as it was.

use chain::{Differentiator, DifferentiatorKind, Version};

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "version",
    ddl: "CREATE TABLE version (
  segment TEXT NOT NULL REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL CHECK (number > 0),
  position INTEGER NOT NULL,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  reason TEXT NOT NULL,
  for_whom TEXT NOT NULL,
  problem TEXT NOT NULL,
  benefit TEXT NOT NULL,
  why_believe TEXT NOT NULL,
  category TEXT NOT NULL,
  why_now TEXT NOT NULL,
  tagline TEXT NOT NULL,
  differentiator TEXT NOT NULL,
  differentiator_kind TEXT,
  PRIMARY KEY (segment, number)
) STRICT",
    columns: &[
        "segment",
        "number",
        "position",
        "since",
        "until",
        "reason",
        "for_whom",
        "problem",
        "benefit",
        "why_believe",
        "category",
        "why_now",
        "tagline",
        "differentiator",
        "differentiator_kind",
    ],
    keys: 2,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let mut rows = Vec::new();
    for segment in &content.chain.segments {
        for (position, version) in segment.positioning.versions.iter().enumerate() {
            if version.number == 0 {
                let why = format!(
                    "a version of the positioning of `{}` has no number",
                    segment.id
                );
                return Err(StoreError::Unkeepable { why });
            }
            rows.push(row![
                &segment.id,
                version.number,
                position,
                &version.since,
                &version.until,
                &version.reason,
                &version.for_whom,
                &version.problem,
                &version.benefit,
                &version.why_believe,
                &version.category,
                &version.why_now,
                &version.tagline,
                &version.differentiator.text,
                version.differentiator.kind.map(DifferentiatorKind::as_str),
            ]);
        }
    }
    Ok(rows)
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let segment = cells.text()?;
    let number = cells.small()?;
    cells.integer()?;
    let version = Version {
        number,
        since: cells.text()?,
        until: cells.text()?,
        reason: cells.text()?,
        for_whom: cells.text()?,
        problem: cells.text()?,
        benefit: cells.text()?,
        why_believe: cells.text()?,
        category: cells.text()?,
        why_now: cells.text()?,
        tagline: cells.text()?,
        differentiator: Differentiator {
            text: cells.text()?,
            kind: cells.maybe_word(DifferentiatorKind::from_text)?,
        },
        alternatives: Vec::new(),
    };
    draft
        .segment(&segment, &TABLE)?
        .positioning
        .versions
        .push(version);
    Ok(())
}
