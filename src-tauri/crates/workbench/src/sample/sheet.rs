//! A generated table on its way to be imported: the CSV text that a shop or a CRM would export.

use jiff::ToSpan;
use jiff::civil::Date;

/// A table as CSV. Its cells are made here and hold no separator or quote.
pub(super) struct Sheet(String);

impl Sheet {
    pub(super) fn new(header: &[&str]) -> Self {
        let mut sheet = Self(String::new());
        sheet.line(header);
        sheet
    }

    pub(super) fn line<T: AsRef<str>>(&mut self, cells: &[T]) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.0.push(',');
            }
            self.0.push_str(cell.as_ref());
        }
        self.0.push('\n');
    }

    pub(super) fn text(self) -> String {
        self.0
    }
}

/// `Yes` or `No`.
pub(super) fn yes(it: bool) -> &'static str {
    if it { "Yes" } else { "No" }
}

/// An ISO date so many days after `start`.
pub(super) fn day(start: Date, days: u64) -> String {
    let days = i64::try_from(days).unwrap_or(0);
    start.saturating_add(days.days()).to_string()
}

/// Cents as an amount: 3900 is 39.00.
pub(super) fn amount(cents: u64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}
