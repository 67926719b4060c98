//! The first pass over a file: how it is written, what its columns are called, and how each is read.

use std::collections::BTreeMap;

use super::Settings;
use super::cell::Reader;
use super::delimiter::{self, Delimiter};
use super::fault::ReadFault;
use super::header;
use super::note::{Note, NoteKind};
use super::records::{Cell, Layout, MOST_COLUMNS, Records};
use super::sieve::{Census, DateOrder, Sieve};
use super::source::Source;
use super::watch::{Progress, Watch};
use crate::table::{ColumnType, nearest};

/// What the first pass found.
pub(super) struct Survey<'t> {
    pub delimiter: Delimiter,
    /// The rows from the first after the header.
    pub rows: Records<'t>,
    /// How many of them are well formed.
    pub whole: usize,
    pub columns: Vec<Plan>,
    pub notes: Vec<Note>,
}

/// How a column is read.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub name: String,
    /// Its place in the file's rows.
    pub place: usize,
    pub reader: Reader,
    /// The type, where the person chose it: cells that it cannot read reject their row.
    pub chosen: Option<ColumnType>,
}

/// What is being learned about a column.
enum Study {
    Free(Sieve),
    Chosen {
        census: Census,
        kind: ColumnType,
        present: bool,
    },
}

impl Study {
    fn present(&self) -> bool {
        match self {
            Study::Free(sieve) => sieve.present,
            Study::Chosen { present, .. } => *present,
        }
    }

    fn feed(&mut self, cell: &str) {
        match self {
            Study::Free(sieve) => sieve.feed(cell),
            Study::Chosen {
                census, present, ..
            } => {
                *present = true;
                census.feed(cell);
            }
        }
    }
}

/// Rows between two looks at the watch.
pub(super) const STEP: u64 = 8192;

pub(super) fn survey<'t>(
    source: &'t Source,
    settings: &Settings,
    watch: &dyn Watch,
) -> Result<Survey<'t>, ReadFault> {
    let text = source.text();
    let declared = declared_delimiter(text);
    let delimiter = settings
        .delimiter
        .or(declared)
        .unwrap_or_else(|| delimiter::find(text, source.broken()));
    let layout = Layout::any(text, delimiter.byte());
    let mut rows = Records::new(text, source.broken(), layout);
    if declared.is_some() {
        rows.skip_line();
    }
    let header = read_header(text, &mut rows)?;
    let mut notes = Vec::new();
    let trailing = ends_in_delimiters(&rows, text, header.len());
    rows.expect(header.len(), trailing);
    if trailing {
        let words = "Rows end with one delimiter more than the header has; it was ignored.";
        notes.push(Note::new(NoteKind::TrailingDelimiter, None, words));
    }
    if header.len() == 1 {
        let words = "Only one column was found. Cells are parted by commas, semicolons, tabs or |.";
        notes.push(Note::new(NoteKind::OneColumn, None, words));
    }
    if header.iter().all(|name| name.parse::<f64>().is_ok()) {
        let words =
            "The first line holds only numbers. If these are no column names, add a line of names.";
        notes.push(Note::new(NoteKind::NumericHeader, None, words));
    }
    // Whether a column can be dropped is only known at the end, and with it the final names; the
    // names that people choose types by do not depend on that.
    let all = vec![true; header.len()];
    let names: Vec<_> = header::names(&header, &all, &mut Vec::new())
        .into_iter()
        .flatten()
        .collect();
    check_settings(settings, &names)?;
    let comma = delimiter != Delimiter::Comma;
    let mut studies: Vec<Study> = names
        .iter()
        .map(|name| study(settings, name, comma))
        .collect();
    let whole = look(source, rows.clone(), &mut studies, watch)?;

    let present: Vec<bool> = studies.iter().map(Study::present).collect();
    let names = header::names(&header, &present, &mut notes);
    let mut columns = Vec::new();
    for (place, (name, study)) in names.into_iter().zip(&studies).enumerate() {
        if let Some(name) = name {
            let plan = plan(name, place, study, settings.date_order(), &mut notes)?;
            if let Some(kind) = plan.chosen
                && !settings.types.contains_key(&plan.name)
            {
                let words = format!("{} is read as {}, as before.", plan.name, kind.word());
                notes.push(Note::new(NoteKind::Kept, Some(&plan.name), words));
            }
            columns.push(plan);
        }
    }
    if let Some(kept) = &settings.kept {
        notes.extend(differences(&kept.had, &columns));
    }
    Ok(Survey {
        delimiter,
        rows,
        whole,
        columns,
        notes,
    })
}

/// Spreadsheet programs may write a first line `sep=;`.
fn declared_delimiter(text: &str) -> Option<Delimiter> {
    let line = text.lines().next()?.trim_end();
    let said = line
        .strip_prefix("sep=")
        .or_else(|| line.strip_prefix("SEP="))?;
    Delimiter::ALL
        .into_iter()
        .find(|delimiter| said.as_bytes() == [delimiter.byte()])
}

fn read_header(text: &str, rows: &mut Records<'_>) -> Result<Vec<String>, ReadFault> {
    let mut cells = Vec::new();
    let fault = match rows.next(&mut cells) {
        None => Some("there is none".to_owned()),
        Some(record) => record.fault,
    };
    if let Some(why) = fault {
        return Err(ReadFault::Header { why });
    }
    if cells.len() > MOST_COLUMNS {
        let found = rows.width_of_last();
        return Err(ReadFault::TooManyColumns {
            found,
            limit: MOST_COLUMNS,
        });
    }
    Ok(cells
        .iter()
        .map(|cell| header::tidy(&cell.of(text)))
        .collect())
}

/// Whether most of the first rows have one cell more than the header, and nothing in it.
fn ends_in_delimiters(rows: &Records<'_>, text: &str, width: usize) -> bool {
    let mut rows = rows.clone();
    let mut cells: Vec<Cell> = Vec::new();
    let (mut seen, mut longer) = (0, 0);
    while seen < 200 && rows.next(&mut cells).is_some() {
        seen += 1;
        let empty = cells.last().is_some_and(|cell| cell.of(text).is_empty());
        longer += usize::from(cells.len() == width + 1 && empty);
    }
    longer * 2 > seen
}

/// Where a table differs from the one that it replaces, so that what was read there may find
/// nothing now.
fn differences(had: &BTreeMap<String, ColumnType>, columns: &[Plan]) -> Vec<Note> {
    let counts = |kind| matches!(kind, ColumnType::Integer | ColumnType::Number);
    let differences = had.iter().filter_map(|(name, was)| {
        let now = columns.iter().find(|column| column.name == *name);
        match now.map(|column| column.reader.kind()) {
            None => Some(Note::new(
                NoteKind::Gone,
                Some(name),
                format!("{name} is in the table that this replaces, and not in this one."),
            )),
            Some(now) if now == *was || counts(now) && counts(*was) => None,
            Some(now) => Some(Note::new(
                NoteKind::Retyped,
                Some(name),
                format!(
                    "{name} is {} in the table that this replaces, and {} in this one: rules over \
                     it may find nobody.",
                    was.word(),
                    now.word()
                ),
            )),
        }
    });
    differences.collect()
}

fn check_settings(settings: &Settings, names: &[String]) -> Result<(), ReadFault> {
    for column in settings.types.keys().chain(&settings.key) {
        if !names.contains(column) {
            let near = nearest(column, names.iter().map(String::as_str)).map(str::to_owned);
            return Err(ReadFault::UnknownColumn {
                column: column.clone(),
                nearest: near,
            });
        }
    }
    Ok(())
}

fn study(settings: &Settings, name: &str, comma: bool) -> Study {
    match settings.type_of(name) {
        None => Study::Free(Sieve::new(comma)),
        Some(kind) => Study::Chosen {
            census: Census::new(kind, comma),
            kind,
            present: false,
        },
    }
}

fn look(
    source: &Source,
    mut rows: Records<'_>,
    studies: &mut [Study],
    watch: &dyn Watch,
) -> Result<usize, ReadFault> {
    let text = source.text();
    let mut cells = Vec::new();
    let (mut count, mut whole) = (0, 0);
    while let Some(record) = rows.next(&mut cells) {
        if count % STEP == 0 {
            tell(watch, rows.position(), text.len(), count, 0)?;
        }
        count += 1;
        if record.fault.is_some() {
            continue;
        }
        whole += 1;
        for (cell, study) in cells.iter().zip(studies.iter_mut()) {
            let cell = cell.of(text);
            if !cell.is_empty() {
                study.feed(&cell);
            }
        }
    }
    Ok(whole)
}

/// Tells where the reading is in its first (0) or second (1) pass, and stops it when asked to.
pub(super) fn tell(
    watch: &dyn Watch,
    at: usize,
    length: usize,
    rows: u64,
    pass: u64,
) -> Result<(), ReadFault> {
    let length = length as u64;
    watch.progress(Progress {
        done: pass * length + at as u64,
        total: 2 * length,
        rows,
    });
    if watch.cancelled() {
        Err(ReadFault::Cancelled)
    } else {
        Ok(())
    }
}

fn plan(
    name: String,
    place: usize,
    study: &Study,
    order: Option<DateOrder>,
    notes: &mut Vec<Note>,
) -> Result<Plan, ReadFault> {
    match study {
        Study::Free(sieve) => {
            let (reader, kind) = sieve.decide(order);
            if let Some(kind) = kind {
                let words = match sieve.written() {
                    Some(way) if kind == NoteKind::Written => format!(
                        "{name} holds numbers as people write them, as {}; it stayed text. Choose \
                         number as its type to have them read.",
                        way.example()
                    ),
                    _ => type_words(kind, &name),
                };
                notes.push(Note::new(kind, Some(&name), words));
            }
            Ok(Plan {
                name,
                place,
                reader,
                chosen: None,
            })
        }
        Study::Chosen { census, kind, .. } => match census.decide(order) {
            Ok(reader) => {
                if let Reader::Written(way) = reader {
                    let words = format!(
                        "{name} is read with numbers written as {}, that is 1234.5.",
                        way.example()
                    );
                    notes.push(Note::new(NoteKind::Written, Some(&name), words));
                }
                Ok(Plan {
                    name,
                    place,
                    reader,
                    chosen: Some(*kind),
                })
            }
            Err(_) => Err(ReadFault::DateOrder {
                column: name,
                kind: *kind,
            }),
        },
    }
}

fn type_words(kind: NoteKind, name: &str) -> String {
    match kind {
        NoteKind::DateOrder => format!(
            "{name} holds dates that can be read with the day or the month first; it stayed text \
             until you say which."
        ),
        NoteKind::TimeZones => {
            format!("{name} holds times with and without a time zone; it stayed text.")
        }
        NoteKind::LongNumbers => format!(
            "{name} holds whole numbers of more than 18 digits; they are names, and stayed text."
        ),
        _ => format!("{name} is read with a decimal comma."),
    }
}
