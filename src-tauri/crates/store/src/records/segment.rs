//! Segments: who belongs, what is known, how they decide. What a segment holds (value,
//! positioning, touchpoints, targets) has tables of its own.

use chain::{ActionKind, Axes, Axis, Positioning, Purpose, Role, Segment, SegmentKind, Standing};
use chain::{Trial, Value};

use crate::content::{Content, Draft};
use crate::error::StoreError;
use crate::row::{Cells, Row, json, row};
use crate::table::Table;

pub(super) static TABLE: Table = Table {
    name: "segment",
    ddl: "CREATE TABLE segment (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  described TEXT NOT NULL,
  role TEXT NOT NULL,
  standing TEXT NOT NULL,
  tested TEXT NOT NULL,
  tested_on TEXT NOT NULL,
  purpose TEXT NOT NULL,
  decision TEXT NOT NULL,
  kinds TEXT NOT NULL,
  dataset TEXT NOT NULL,
  rule TEXT,
  urgency_score INTEGER,
  urgency_note TEXT NOT NULL,
  willingness_to_pay_score INTEGER,
  willingness_to_pay_note TEXT NOT NULL,
  risk_sensitivity_score INTEGER,
  risk_sensitivity_note TEXT NOT NULL,
  technical_maturity_score INTEGER,
  technical_maturity_note TEXT NOT NULL,
  workflow_complexity_score INTEGER,
  workflow_complexity_note TEXT NOT NULL,
  approvals_score INTEGER,
  approvals_note TEXT NOT NULL,
  reach TEXT NOT NULL,
  for_whom TEXT NOT NULL,
  not_for TEXT NOT NULL,
  actions TEXT NOT NULL,
  review_on TEXT NOT NULL,
  expects TEXT NOT NULL DEFAULT ''
) STRICT",
    columns: &[
        "id",
        "position",
        "name",
        "described",
        "role",
        "standing",
        "tested",
        "tested_on",
        "purpose",
        "decision",
        "kinds",
        "dataset",
        "rule",
        "urgency_score",
        "urgency_note",
        "willingness_to_pay_score",
        "willingness_to_pay_note",
        "risk_sensitivity_score",
        "risk_sensitivity_note",
        "technical_maturity_score",
        "technical_maturity_note",
        "workflow_complexity_score",
        "workflow_complexity_note",
        "approvals_score",
        "approvals_note",
        "reach",
        "for_whom",
        "not_for",
        "actions",
        "review_on",
        "expects",
    ],
    keys: 1,
};

pub(super) fn rows(content: &Content) -> Result<Vec<Row>, StoreError> {
    let segments = content.chain.segments.iter().enumerate();
    segments
        .map(|(position, segment)| one(position, segment))
        .collect()
}

fn one(position: usize, segment: &Segment) -> Result<Row, StoreError> {
    let rule = segment.rule.as_ref().map(json).transpose()?;
    let mut row = row![
        &segment.id,
        position,
        &segment.name,
        &segment.described,
        segment.role.as_str(),
        segment.standing.as_str(),
        &segment.tested.test,
        &segment.tested.on,
        json::<Vec<Purpose>>(&segment.purpose)?,
        &segment.decision,
        json::<Vec<SegmentKind>>(&segment.kinds)?,
        &segment.dataset,
        rule,
    ];
    for axis in segment.decides_by.all() {
        row.extend(row![axis.score, &axis.note]);
    }
    row.extend(row![
        json(&segment.reach)?,
        json(&segment.for_whom)?,
        json(&segment.not_for)?,
        json::<Vec<ActionKind>>(&segment.actions)?,
        &segment.review_on,
        &segment.expects,
    ]);
    Ok(row)
}

pub(super) fn read(row: Row, draft: &mut Draft) -> Result<(), StoreError> {
    let mut cells = Cells::of(&TABLE, row);
    let id = cells.text()?;
    cells.integer()?;
    let segment = Segment {
        id,
        name: cells.text()?,
        described: cells.text()?,
        role: cells.word(Role::from_text)?,
        standing: cells.word(Standing::from_text)?,
        tested: Trial {
            test: cells.text()?,
            on: cells.text()?,
        },
        purpose: cells.json()?,
        decision: cells.text()?,
        kinds: cells.json()?,
        dataset: cells.text()?,
        rule: cells.maybe_json()?,
        decides_by: axes(&mut cells)?,
        reach: cells.json()?,
        for_whom: cells.json()?,
        not_for: cells.json()?,
        actions: cells.json()?,
        review_on: cells.text()?,
        expects: cells.text()?,
        targets: Vec::new(),
        value: Value::default(),
        positioning: Positioning::default(),
        touchpoints: Vec::new(),
    };
    draft.push(segment);
    Ok(())
}

fn axes(cells: &mut Cells) -> Result<Axes, StoreError> {
    let mut axes = Axes::default();
    for axis in axes.all_mut() {
        *axis = Axis {
            score: cells.maybe_small()?,
            note: cells.text()?,
        };
    }
    Ok(axes)
}
