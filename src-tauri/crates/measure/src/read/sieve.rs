//! The type of a column, decided on the whole column: a type falls through as soon as one cell does
//! not fit it, and what is left at the end decides.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::cell::{COMPACT, DateForm, FORMS, Order, Reader, boolean, decimal, integer, moment};
use super::note::NoteKind;
use super::written::{Ways, Written};
use crate::table::ColumnType;

/// Which comes first in dates that can be read both ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 03/04/2026 is the third of April.
    DayFirst,
    /// 03/04/2026 is the fourth of March.
    MonthFirst,
}

impl DateOrder {
    fn is(self, form: DateForm) -> bool {
        match self {
            DateOrder::DayFirst => form.order == Order::Dmy,
            DateOrder::MonthFirst => form.order == Order::Mdy,
        }
    }
}

/// What a column's cells could still be.
#[derive(Debug, Clone)]
pub(super) struct Sieve {
    /// Whether any cell was not blank.
    pub present: bool,
    boolean: bool,
    integer: bool,
    /// Whole numbers of any length.
    digits: bool,
    point: bool,
    comma: bool,
    written: Ways,
    /// A bit for each of `FORMS`.
    forms: u8,
    /// Whether in some date the order of day and month matters.
    ordered: bool,
    timed: bool,
    zoned: bool,
    unzoned: bool,
}

impl Sieve {
    /// Everything is possible; a decimal comma only where commas do not part cells.
    pub fn new(comma: bool) -> Self {
        Self {
            present: false,
            boolean: true,
            integer: true,
            digits: true,
            point: true,
            comma,
            written: Ways::ANY,
            forms: u8::MAX,
            ordered: false,
            timed: false,
            zoned: false,
            unzoned: false,
        }
    }

    /// Looks at a cell that is not blank.
    pub fn feed(&mut self, cell: &str) {
        self.present = true;
        self.boolean = self.boolean && boolean(cell, false).is_some();
        self.integer = self.integer && integer(cell, false).is_some();
        self.digits = self.digits && is_whole(cell);
        let plain = self.point && decimal(cell, false, false).is_some();
        self.point = plain;
        self.comma = self.comma && decimal(cell, true, false).is_some();
        self.written.feed(cell, plain);
        if self.forms != 0 {
            self.feed_date(cell);
        }
    }

    fn feed_date(&mut self, cell: &str) {
        for (at, form) in FORMS.iter().enumerate() {
            if self.forms & 1 << at == 0 {
                continue;
            }
            let Some(moment) = moment(cell, *form) else {
                self.forms &= !(1 << at);
                continue;
            };
            self.ordered |= moment.ordered;
            self.timed |= moment.time.is_some();
            let zoned = moment.time.is_some_and(|time| time.offset.is_some());
            self.zoned |= zoned;
            self.unzoned |= !zoned;
        }
    }

    /// How its numbers are written, if all cells are numbers as people write them.
    pub fn written(&self) -> Option<Written> {
        self.written.first()
    }

    /// The type, and what a person should know about it.
    pub fn decide(&self, order: Option<DateOrder>) -> (Reader, Option<NoteKind>) {
        if !self.present {
            return (Reader::Text, None);
        }
        if self.boolean {
            return (Reader::Boolean { loose: false }, None);
        }
        if self.integer {
            return (Reader::Integer { loose: false }, None);
        }
        if self.digits {
            return (Reader::Text, Some(NoteKind::LongNumbers));
        }
        if self.point {
            return (
                Reader::Number {
                    comma: false,
                    loose: false,
                },
                None,
            );
        }
        if self.comma {
            return (
                Reader::Number {
                    comma: true,
                    loose: false,
                },
                Some(NoteKind::DecimalComma),
            );
        }
        let forms = FORMS
            .iter()
            .enumerate()
            .filter(|(at, _)| self.forms & 1 << at != 0);
        let forms: Vec<DateForm> = forms.map(|(_, form)| *form).collect();
        let Some(first) = forms.first().copied() else {
            return (Reader::Text, self.written().map(|_| NoteKind::Written));
        };
        let chosen = forms
            .iter()
            .copied()
            .find(|form| order.is_some_and(|order| order.is(*form)));
        if forms.len() > 1 && self.ordered && chosen.is_none() {
            return (Reader::Text, Some(NoteKind::DateOrder));
        }
        if self.zoned && self.unzoned {
            return (Reader::Text, Some(NoteKind::TimeZones));
        }
        let form = chosen.unwrap_or(first);
        (
            if self.timed {
                Reader::Datetime(form)
            } else {
                Reader::Date(form)
            },
            None,
        )
    }
}

fn is_whole(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell).as_bytes();
    let leads = digits.len() > 1 && digits.first() == Some(&b'0');
    !digits.is_empty() && !leads && digits.iter().all(u8::is_ascii_digit)
}

/// The ways to read a type that the person chose, and how many cells each can read.
#[derive(Debug, Clone)]
pub(super) struct Census {
    readers: Vec<(Reader, u32)>,
    ordered: bool,
}

/// The dates of a chosen type can be read in two ways.
#[derive(Debug)]
pub(super) struct TwoOrders;

impl Census {
    /// The ways to read a type; a decimal comma only where commas do not part cells.
    pub fn new(kind: ColumnType, comma: bool) -> Self {
        let forms = || FORMS.into_iter().chain([COMPACT]);
        let readers: Vec<Reader> = match kind {
            ColumnType::Text => vec![Reader::Text],
            ColumnType::Boolean => vec![Reader::Boolean { loose: true }],
            ColumnType::Integer => vec![Reader::Integer { loose: true }],
            ColumnType::Number => {
                let commas: &[bool] = if comma { &[false, true] } else { &[false] };
                commas
                    .iter()
                    .map(|comma| Reader::Number {
                        comma: *comma,
                        loose: true,
                    })
                    .chain(Written::all().map(Reader::Written))
                    .collect()
            }
            ColumnType::Date => forms().map(Reader::Date).collect(),
            ColumnType::Datetime => forms().map(Reader::Datetime).collect(),
        };
        Self {
            readers: readers.into_iter().map(|reader| (reader, 0)).collect(),
            ordered: false,
        }
    }

    /// Looks at a cell that is not blank.
    pub fn feed(&mut self, cell: &str) {
        for (reader, hits) in &mut self.readers {
            if let Reader::Date(form) | Reader::Datetime(form) = *reader {
                if let Some(moment) = moment(cell, form) {
                    *hits += 1;
                    self.ordered |= moment.ordered;
                }
            } else if reader.reads(cell) {
                *hits += 1;
            }
        }
    }

    /// The way that reads most cells.
    ///
    /// # Errors
    /// When dates read as well with the day first as with the month first, and it matters.
    pub fn decide(&self, order: Option<DateOrder>) -> Result<Reader, TwoOrders> {
        let most = self
            .readers
            .iter()
            .map(|(_, hits)| *hits)
            .max()
            .unwrap_or(0);
        let mut best = self
            .readers
            .iter()
            .filter(|(_, hits)| *hits == most)
            .map(|(r, _)| *r);
        let first = best.next().unwrap_or(Reader::Text);
        let form = |reader| match reader {
            Reader::Date(form) | Reader::Datetime(form) => Some(form),
            _ => None,
        };
        let Some(between) = form(first).map(|form| form.between) else {
            return Ok(first);
        };
        // Forms stand in pairs, day first and then month first.
        let rival = best.find(|reader| form(*reader).is_some_and(|form| form.between == between));
        let (Some(rival), true, true) = (rival, self.ordered, most > 0) else {
            return Ok(first);
        };
        let fits = |reader: &Reader| {
            order
                .zip(form(*reader))
                .is_some_and(|(order, form)| order.is(form))
        };
        let by_order = [first, rival].into_iter().find(fits);
        by_order.ok_or(TwoOrders)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(cells: &[&str]) -> (Reader, Option<NoteKind>) {
        decide_with(cells, None)
    }

    fn decide_with(cells: &[&str], order: Option<DateOrder>) -> (Reader, Option<NoteKind>) {
        let mut sieve = Sieve::new(true);
        cells.iter().for_each(|cell| sieve.feed(cell));
        sieve.decide(order)
    }

    #[test]
    fn types_are_decided_on_the_whole_column() {
        assert_eq!(
            decide(&["true", "FALSE"]).0,
            Reader::Boolean { loose: false }
        );
        assert_eq!(decide(&["0", "1", "1"]).0, Reader::Integer { loose: false });
        assert_eq!(
            decide(&["1", "2.5"]).0,
            Reader::Number {
                comma: false,
                loose: false
            }
        );
        for text in [
            &["Yes", "No"][..],
            &["01", "2"],
            &["1", "x"],
            &["true", "1"],
            &[],
        ] {
            assert_eq!(decide(text), (Reader::Text, None), "{text:?}");
        }
        assert_eq!(
            decide(&["1,5", "2"]),
            (
                Reader::Number {
                    comma: true,
                    loose: false
                },
                Some(NoteKind::DecimalComma)
            )
        );
        assert_eq!(
            decide(&["1,5", "2.5"]).0,
            Reader::Text,
            "two decimal signs are no numbers"
        );
    }

    #[test]
    fn ids_of_nineteen_digits_stay_text() {
        let long = decide(&["1234567890123456789", "5"]);
        assert_eq!(long, (Reader::Text, Some(NoteKind::LongNumbers)));
        assert_eq!(
            decide(&["9007199254740993", "1.5"]).0,
            Reader::Text,
            "not exact as a float"
        );
    }

    #[test]
    fn one_day_past_twelve_decides_the_order_of_all() {
        let form = |reader| match reader {
            Reader::Date(form) => Some(form.order),
            _ => None,
        };
        assert_eq!(
            form(decide(&["01/02/2026", "13/02/2026"]).0),
            Some(Order::Dmy)
        );
        assert_eq!(
            form(decide(&["01/02/2026", "02/13/2026"]).0),
            Some(Order::Mdy)
        );
        let both = ["01/02/2026", "03/04/2026"];
        assert_eq!(decide(&both), (Reader::Text, Some(NoteKind::DateOrder)));
        assert_eq!(
            form(decide_with(&both, Some(DateOrder::MonthFirst)).0),
            Some(Order::Mdy)
        );
        assert_eq!(
            form(decide(&["05/05/2026"]).0),
            Some(Order::Dmy),
            "the order is all one"
        );
        assert_eq!(decide(&["13/02/2026", "02/13/2026"]).0, Reader::Text);
    }

    #[test]
    fn a_column_with_any_time_is_one_of_moments() {
        assert!(matches!(
            decide(&["2026-01-01", "2026-01-01 10:00"]).0,
            Reader::Datetime(_)
        ));
        assert!(matches!(
            decide(&["2026-01-01", "2026-01-02"]).0,
            Reader::Date(_)
        ));
        let mixed = decide(&["2026-01-01T10:00Z", "2026-01-01T10:00"]);
        assert_eq!(mixed, (Reader::Text, Some(NoteKind::TimeZones)));
    }
}
