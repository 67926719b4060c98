//! The positioning of each segment as it stands: one row a segment. Its alternatives and earlier
//! versions have tables of their own.

use chain::{Differentiator, DifferentiatorKind, Positioning};

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "positioning",
    ddl: "CREATE TABLE positioning (
  segment TEXT PRIMARY KEY REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
  for_whom TEXT NOT NULL,
  problem TEXT NOT NULL,
  benefit TEXT NOT NULL,
  why_believe TEXT NOT NULL,
  category TEXT NOT NULL,
  why_now TEXT NOT NULL,
  tagline TEXT NOT NULL,
  differentiator TEXT NOT NULL,
  differentiator_kind TEXT,
  since TEXT NOT NULL
) STRICT",
    columns: &[
        "segment",
        "for_whom",
        "problem",
        "benefit",
        "why_believe",
        "category",
        "why_now",
        "tagline",
        "differentiator",
        "differentiator_kind",
        "since",
    ],
    keys: 1,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let rows = content.chain.segments.iter().map(|segment| {
        let words = &segment.positioning;
        row![
            &segment.id,
            &words.for_whom,
            &words.problem,
            &words.benefit,
            &words.why_believe,
            &words.category,
            &words.why_now,
            &words.tagline,
            &words.differentiator.text,
            words.differentiator.kind.map(DifferentiatorKind::as_str),
            &words.since,
        ]
    });
    Ok(rows.collect())
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let segment = cells.text()?;
    draft.segment(&segment, &TABLE)?.positioning = Positioning {
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
        since: cells.text()?,
        alternatives: Vec::new(),
        versions: Vec::new(),
    };
    Ok(())
}
