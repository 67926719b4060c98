//! What customers use instead, now (`version` 0) and in each earlier version of the positioning.
//!
//! A version is a picture, so the ids in it need not be free: a row is named by its place.

use chain::{Alternative, AlternativeKind};

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "alternative",
    ddl: "CREATE TABLE alternative (
  segment TEXT NOT NULL REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT,
  weakness TEXT NOT NULL,
  PRIMARY KEY (segment, version, position)
) STRICT, WITHOUT ROWID",
    columns: &[
        "segment", "version", "position", "id", "name", "kind", "weakness",
    ],
    keys: 3,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let mut rows = Vec::new();
    for segment in &content.chain.segments {
        let now = std::iter::once((0, &segment.positioning.alternatives));
        let then = segment
            .positioning
            .versions
            .iter()
            .map(|v| (v.number, &v.alternatives));
        for (version, alternatives) in now.chain(then) {
            for (position, alternative) in alternatives.iter().enumerate() {
                let Alternative {
                    id,
                    name,
                    kind,
                    weakness,
                } = alternative;
                let kind = kind.map(AlternativeKind::as_str);
                rows.push(row![
                    &segment.id,
                    version,
                    position,
                    id,
                    name,
                    kind,
                    weakness
                ]);
            }
        }
    }
    Ok(rows)
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let segment = cells.text()?;
    let version: u32 = cells.small()?;
    cells.integer()?;
    let alternative = Alternative {
        id: cells.text()?,
        name: cells.text()?,
        kind: cells.maybe_word(AlternativeKind::from_text)?,
        weakness: cells.text()?,
    };
    let positioning = &mut draft.segment(&segment, &TABLE)?.positioning;
    let list = match version {
        0 => Some(&mut positioning.alternatives),
        number => positioning
            .versions
            .iter_mut()
            .find(|version| version.number == number)
            .map(|version| &mut version.alternatives),
    };
    let list = list.ok_or_else(|| {
        StoreError::damaged(format!(
            "a row of `alternative` belongs to no version {version}"
        ))
    })?;
    list.push(alternative);
    Ok(())
}
