//! The second pass over a file: cells into columns.

use std::borrow::Cow;
use std::collections::HashMap;

use super::cell::{Reader, boolean, decimal, integer, moment};
use super::fault::{ReadFault, Rejected};
use super::source::Source;
use super::survey::{Plan, STEP, Survey, tell};
use super::watch::Watch;
use crate::table::{Column, Data, Mask, Table, TableFault};

/// What the second pass brought.
pub(super) struct Built {
    pub table: Table,
    pub rejected: Vec<Rejected>,
    /// The first rows as text.
    pub first: Vec<Vec<String>>,
}

/// Of how many rows one may be rejected: 5 %.
const ONE_IN: usize = 20;
/// How many rejected lines an error lists.
const LISTED: usize = 5;

pub(super) fn build(
    source: &Source,
    survey: &Survey<'_>,
    show: usize,
    watch: &dyn Watch,
) -> Result<Built, ReadFault> {
    let text = source.text();
    let mut records = survey.rows.clone();
    let mut columns: Vec<Growing<'_>> = survey
        .columns
        .iter()
        .map(|plan| Growing::new(plan, survey.whole))
        .collect();
    let chosen: Vec<usize> = (0..survey.columns.len())
        .filter(|at| survey.columns[*at].chosen.is_some())
        .collect();
    let (mut rows, mut rejected, mut first) = (0_usize, Vec::new(), Vec::new());
    let mut cells = Vec::new();
    let mut row: Vec<Cow<'_, str>> = Vec::new();
    while let Some(record) = records.next(&mut cells) {
        let gone = rows + rejected.len();
        if (gone as u64).is_multiple_of(STEP) {
            tell(watch, records.position(), text.len(), gone as u64, 1)?;
        }
        row.clear();
        let mut fault = record.fault;
        if fault.is_none() {
            let places = survey.columns.iter().map(|plan| cells.get(plan.place));
            row.extend(places.map(|cell| cell.map_or(Cow::Borrowed(""), |cell| cell.of(text))));
            fault = misread(survey, &chosen, &row);
        }
        if let Some(why) = fault {
            rejected.push(Rejected {
                line: record.line,
                why,
            });
            continue;
        }
        if first.len() < show {
            first.push(row.iter().map(|cell| cell.clone().into_owned()).collect());
        }
        for (column, cell) in columns.iter_mut().zip(row.drain(..)) {
            column.push(cell);
        }
        rows += 1;
    }
    let all = rows + rejected.len();
    if all == 0 {
        return Err(ReadFault::NoRows {
            name: source.name().to_owned(),
        });
    }
    if rejected.len() * ONE_IN > all {
        let count = rejected.len();
        rejected.truncate(LISTED);
        return Err(ReadFault::TooManyRejected {
            count,
            rows: all,
            first: rejected,
        });
    }
    let columns = columns
        .into_iter()
        .map(Growing::finish)
        .collect::<Result<_, _>>()?;
    tell(watch, text.len(), text.len(), rows as u64, 1)?;
    Ok(Built {
        table: Table::new(rows, columns)?,
        rejected,
        first,
    })
}

/// Why a row does not fit the types that the person chose.
fn misread(survey: &Survey<'_>, chosen: &[usize], row: &[Cow<'_, str>]) -> Option<String> {
    chosen.iter().find_map(|at| {
        let (plan, cell) = (&survey.columns[*at], &row[*at]);
        let kind = plan.chosen?;
        if cell.is_empty() || plan.reader.reads(cell) {
            return None;
        }
        let shown: String = cell.chars().take(40).collect();
        Some(format!("`{shown}` in {} is no {kind}", plan.name))
    })
}

/// A column as it is being filled.
struct Growing<'t> {
    name: &'t str,
    reader: Reader,
    blank: Mask,
    values: Values<'t>,
}

enum Values<'t> {
    Text(Texts<'t>),
    Integer(Vec<i64>),
    Number(Vec<f64>),
    Boolean(Mask),
    Date(Vec<i32>),
    Datetime(Vec<i64>),
}

impl<'t> Growing<'t> {
    fn new(plan: &'t Plan, rows: usize) -> Self {
        let values = match plan.reader {
            Reader::Text => Values::Text(Texts::new(rows)),
            Reader::Boolean { .. } => Values::Boolean(Mask::default()),
            Reader::Integer { .. } => Values::Integer(Vec::with_capacity(rows)),
            Reader::Number { .. } | Reader::Written(_) => Values::Number(Vec::with_capacity(rows)),
            Reader::Date(_) => Values::Date(Vec::with_capacity(rows)),
            Reader::Datetime(_) => Values::Datetime(Vec::with_capacity(rows)),
        };
        Self {
            name: &plan.name,
            reader: plan.reader,
            blank: Mask::default(),
            values,
        }
    }

    /// Adds a cell. Cells were looked at in the first pass or checked before, so that one which
    /// cannot be read is a blank one.
    fn push(&mut self, cell: Cow<'t, str>) {
        let blank = match (&mut self.values, self.reader) {
            (Values::Text(texts), _) => texts.push(cell),
            (Values::Integer(values), Reader::Integer { loose }) => {
                keep(values, integer(&cell, loose))
            }
            (Values::Number(values), Reader::Number { comma, loose }) => {
                keep(values, decimal(&cell, comma, loose))
            }
            (Values::Number(values), Reader::Written(way)) => keep(values, way.read(&cell)),
            (Values::Boolean(values), Reader::Boolean { loose }) => {
                let value = boolean(&cell, loose);
                values.push(value == Some(true));
                value.is_none()
            }
            (Values::Date(values), Reader::Date(form)) => {
                keep(values, moment(&cell, form).map(|moment| moment.days))
            }
            (Values::Datetime(values), Reader::Datetime(form)) => {
                keep(values, moment(&cell, form).map(|moment| moment.micros()))
            }
            // `new` pairs values and readers.
            _ => return,
        };
        self.blank.push(blank);
    }

    fn finish(self) -> Result<Column, TableFault> {
        let data = match self.values {
            Values::Text(texts) => texts.finish(),
            Values::Integer(values) => Data::Integer(values),
            Values::Number(values) => Data::Number(values),
            Values::Boolean(values) => Data::Boolean(values),
            Values::Date(values) => Data::Date(values),
            Values::Datetime(values) => Data::Datetime(values),
        };
        Column::new(self.name, data, self.blank)
    }
}

/// Adds a value or a zero; says whether it was none.
fn keep<T: Default>(values: &mut Vec<T>, value: Option<T>) -> bool {
    let blank = value.is_none();
    values.push(value.unwrap_or_default());
    blank
}

/// A text column as it is being filled.
struct Texts<'t> {
    places: HashMap<Cow<'t, str>, u32>,
    codes: Vec<u32>,
    /// Texts met lately and their places, so that a column of few values is hardly ever hashed.
    recent: Box<[Option<(&'t str, u32)>; RECENT]>,
}

const RECENT: usize = 64;

impl<'t> Texts<'t> {
    fn new(rows: usize) -> Self {
        Self {
            places: HashMap::new(),
            codes: Vec::with_capacity(rows),
            recent: Box::new([None; RECENT]),
        }
    }

    /// Adds a cell; says whether it is blank.
    fn push(&mut self, cell: Cow<'t, str>) -> bool {
        if cell.is_empty() {
            self.codes.push(0);
            return true;
        }
        let slot = slot(cell.as_bytes());
        let place = match (&cell, self.recent[slot]) {
            (Cow::Borrowed(text), Some((known, place))) if *text == known => place,
            _ => self.look_up(cell, slot),
        };
        self.codes.push(place);
        false
    }

    /// The place of a text in the dictionary, in order of first appearance.
    fn look_up(&mut self, cell: Cow<'t, str>, slot: usize) -> u32 {
        let next = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        let text = if let Cow::Borrowed(text) = cell {
            Some(text)
        } else {
            None
        };
        let place = *self.places.entry(cell).or_insert(next);
        if let Some(text) = text {
            self.recent[slot] = Some((text, place));
        }
        place
    }

    fn finish(self) -> Data {
        let mut dict = vec![String::new(); self.places.len()];
        for (text, place) in self.places {
            if let Some(entry) = dict.get_mut(place as usize) {
                *entry = text.into_owned();
            }
        }
        Data::Text {
            dict,
            codes: self.codes,
        }
    }
}

/// Where a text is remembered: by its length and its ends.
fn slot(text: &[u8]) -> usize {
    let (first, last) = (text.first().copied(), text.last().copied());
    let (first, last) = (
        usize::from(first.unwrap_or(0)),
        usize::from(last.unwrap_or(0)),
    );
    (text.len() * 31 + first * 7 + last) % RECENT
}
