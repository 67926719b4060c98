//! Rows from text: delimiters, quotes and line ends, after RFC 4180 but forgiving one bad line at a
//! time. A quote that nobody closes costs its own line and not the rest of the file.

mod layout;
mod scan;

use memchr::memchr;

pub(super) use layout::{Cell, Layout};

use scan::{Trouble, is_space};

/// Longest row, in bytes.
const LONGEST: usize = 16 << 20;
/// Most columns that a table may have.
pub(super) const MOST_COLUMNS: usize = 4096;

/// One row, or a line that is none.
#[derive(Debug)]
pub(super) struct Record {
    /// The physical line where it starts, from 1.
    pub line: u32,
    /// Why it cannot be used.
    pub fault: Option<String>,
}

/// The rows of a text, one after the other. Lines of nothing but spaces are passed over.
#[derive(Debug, Clone)]
pub(super) struct Records<'t> {
    text: &'t str,
    layout: Layout,
    at: usize,
    line: u32,
    /// Cells of the row passed last, kept or not.
    width: usize,
    /// Whether some rows may hold NUL, or U+FFFD for bytes that could not be decoded.
    nul: bool,
    broken: bool,
}

impl<'t> Records<'t> {
    pub fn new(text: &'t str, broken: bool, layout: Layout) -> Self {
        let nul = memchr(0, text.as_bytes()).is_some();
        Self {
            text,
            layout,
            at: 0,
            line: 1,
            width: 0,
            nul,
            broken,
        }
    }

    /// Bytes gone over.
    pub fn position(&self) -> usize {
        self.at
    }

    /// Cells of the row passed last, more than were kept if there were too many.
    pub fn width_of_last(&self) -> usize {
        self.width
    }

    /// Demands a number of cells from here on.
    pub fn expect(&mut self, width: usize, trailing: bool) {
        self.layout.width = width;
        self.layout.trailing = trailing;
    }

    /// Passes over one physical line.
    pub fn skip_line(&mut self) {
        self.at = self.line_after(self.at);
        self.line = self.line.saturating_add(1);
    }

    /// The next row; its cells replace what `cells` held.
    pub fn next(&mut self, cells: &mut Vec<Cell>) -> Option<Record> {
        self.skip_blank_lines();
        let (start, line) = (self.at, self.line);
        if start >= self.text.len() {
            return None;
        }
        let scan = self.scan(start, cells);
        let stray = || scan.breaks > 0 && self.stands_alone(self.line_after(start));
        let unclosed = match scan.trouble {
            Some(Trouble::Unclosed) => true,
            Some(Trouble::AfterQuote { opens }) => scan.breaks > 0 && (opens || stray()),
            Some(Trouble::TooLong) => false,
            None => !self.fits(scan.cells, cells) && stray(),
        };
        if unclosed {
            self.skip_line();
            let fault = Some("a quote is opened and never closed".to_owned());
            return Some(Record { line, fault });
        }
        self.width = scan.cells;
        self.at = scan.next;
        self.line = line.saturating_add(scan.breaks).saturating_add(1);
        let raw = &self.text.as_bytes()[start..scan.next];
        let fault = match scan.trouble {
            Some(Trouble::AfterQuote { .. }) => Some("text after a closing quote".to_owned()),
            Some(Trouble::TooLong) => Some(format!("longer than {} MiB", LONGEST >> 20)),
            _ if self.nul && memchr(0, raw).is_some() => Some("holds a NUL byte".to_owned()),
            _ if self.broken && self.text[start..scan.next].contains('\u{fffd}') => {
                Some("holds bytes that the file's encoding does not have".to_owned())
            }
            _ if !self.fits(scan.cells, cells) => {
                let cells = if scan.cells == 1 { "cell" } else { "cells" };
                Some(format!(
                    "{} {cells} where the header has {}",
                    scan.cells, self.layout.width
                ))
            }
            _ => None,
        };
        Some(Record { line, fault })
    }

    /// Whether a row has as many cells as it should.
    fn fits(&self, count: usize, cells: &[Cell]) -> bool {
        let width = self.layout.width;
        let extra = || {
            cells
                .get(width)
                .is_some_and(|cell| cell.of(self.text).is_empty())
        };
        width == 0 || count == width || (self.layout.trailing && count == width + 1 && extra())
    }

    /// Whether a good row starts here. If so, a quote opened on the line before swallowed it.
    fn stands_alone(&self, at: usize) -> bool {
        let mut cells = Vec::new();
        if at >= self.text.len() {
            return false;
        }
        let scan = self.scan(at, &mut cells);
        scan.trouble.is_none() && self.fits(scan.cells, &cells)
    }

    fn skip_blank_lines(&mut self) {
        let bytes = self.text.as_bytes();
        let Layout { delimiter, end, .. } = self.layout;
        let mut at = self.at;
        while let Some(byte) = bytes.get(at) {
            at += 1;
            if *byte == end {
                self.at = at;
                self.line = self.line.saturating_add(1);
            } else if !is_space(*byte) || *byte == delimiter {
                return;
            }
        }
        self.at = bytes.len();
    }

    fn line_after(&self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        memchr(self.layout.end, rest).map_or(self.text.len(), |found| at + found + 1)
    }
}

#[cfg(test)]
mod tests;
