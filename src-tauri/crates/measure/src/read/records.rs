//! Rows from text: delimiters, quotes and line ends, after RFC 4180 but forgiving one bad line at a
//! time. A quote that nobody closes costs its own line and not the rest of the file.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memchr2};

/// Longest row, in bytes.
const LONGEST: usize = 16 << 20;
/// Most columns that a table may have.
pub(super) const MOST_COLUMNS: usize = 4096;

/// How a file's rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    /// What stands between cells.
    pub delimiter: u8,
    /// What ends a line: LF (a CR before it is trimmed with the cell), or CR in files without LF.
    pub end: u8,
    /// Cells that a row must have; 0 takes any number.
    pub width: usize,
    /// Whether rows may have one more cell, an empty one.
    pub trailing: bool,
}

impl Layout {
    /// The layout before anything but the delimiter is known.
    pub fn any(text: &str, delimiter: u8) -> Self {
        let end = if memchr(b'\n', text.as_bytes()).is_none() {
            b'\r'
        } else {
            b'\n'
        };
        Self {
            delimiter,
            end,
            width: 0,
            trailing: false,
        }
    }
}

/// A cell as a stretch of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    start: usize,
    end: usize,
    /// Whether it holds doubled quotes.
    escaped: bool,
}

impl Cell {
    /// The cell's text, trimmed.
    pub fn of<'t>(&self, text: &'t str) -> Cow<'t, str> {
        // Cells begin and end at ASCII bytes, so the stretch is always whole characters.
        let raw = text.get(self.start..self.end).unwrap_or_default();
        if self.escaped {
            return Cow::Owned(raw.replace("\"\"", "\"").trim().to_owned());
        }
        // Most cells have nothing to trim, and looking at both ends is cheaper than trimming.
        match (raw.as_bytes().first(), raw.as_bytes().last()) {
            (Some(b'!'..=b'~'), Some(b'!'..=b'~')) => Cow::Borrowed(raw),
            _ => Cow::Borrowed(raw.trim()),
        }
    }
}

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

enum Trouble {
    /// A quote that nobody closes.
    Unclosed,
    /// Text between a closing quote and the next delimiter; `opens` when that quote stands where
    /// an opening one would.
    AfterQuote {
        opens: bool,
    },
    TooLong,
}

struct Scan {
    cells: usize,
    /// Where the next row starts.
    next: usize,
    /// Line ends inside quotes.
    breaks: u32,
    trouble: Option<Trouble>,
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

    fn scan(&self, from: usize, cells: &mut Vec<Cell>) -> Scan {
        cells.clear();
        let bytes = self.text.as_bytes();
        let Layout { delimiter, end, .. } = self.layout;
        let mut scan = Scan {
            cells: 0,
            next: bytes.len(),
            breaks: 0,
            trouble: None,
        };
        let mut at = from;
        loop {
            let cell;
            if bytes.get(at) == Some(&b'"') {
                let Some(closed) = self.quoted(at + 1, from + LONGEST) else {
                    scan.trouble = Some(Trouble::Unclosed);
                    return scan;
                };
                cell = closed;
                let inside = &bytes[cell.start..cell.end];
                scan.breaks += u32::try_from(memchr_iter(end, inside).count()).unwrap_or(u32::MAX);
                at = cell.end + 1;
                while bytes
                    .get(at)
                    .is_some_and(|b| is_space(*b) && *b != delimiter && *b != end)
                {
                    at += 1;
                }
                if bytes
                    .get(at)
                    .is_some_and(|byte| *byte != delimiter && *byte != end)
                {
                    let opens =
                        cell.end > cell.start && [delimiter, end].contains(&bytes[cell.end - 1]);
                    scan.trouble = Some(Trouble::AfterQuote { opens });
                    scan.next = self.line_after(at);
                    return scan;
                }
            } else {
                let start = at;
                let rest = bytes.get(at..).unwrap_or_default();
                at += memchr2(delimiter, end, rest).unwrap_or(rest.len());
                cell = Cell {
                    start,
                    end: at,
                    escaped: false,
                };
            }
            scan.cells += 1;
            // More than these are counted for the message, and not kept.
            if cells.len() <= MOST_COLUMNS {
                cells.push(cell);
            }
            if at - from > LONGEST {
                scan.trouble = Some(Trouble::TooLong);
                scan.next = self.line_after(at);
                return scan;
            }
            match bytes.get(at) {
                Some(byte) if *byte == delimiter => at += 1,
                Some(_) => {
                    scan.next = at + 1;
                    return scan;
                }
                None => return scan,
            }
        }
    }

    /// The cell whose opening quote stands before `start`, if it is closed before `limit`.
    fn quoted(&self, start: usize, limit: usize) -> Option<Cell> {
        let bytes = self.text.as_bytes();
        let within = &bytes[..bytes.len().min(limit)];
        let (mut at, mut escaped) = (start, false);
        loop {
            at += memchr(b'"', within.get(at..)?)?;
            if bytes.get(at + 1) != Some(&b'"') {
                return Some(Cell {
                    start,
                    end: at,
                    escaped,
                });
            }
            escaped = true;
            at += 2;
        }
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

/// Spaces that are no characters of a cell; Ctrl-Z ended files on DOS.
const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0x0c | 0x1a)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, width: usize) -> Vec<(u32, Result<Vec<String>, String>)> {
        let layout = Layout {
            width,
            ..Layout::any(text, b',')
        };
        let mut records = Records::new(text, false, layout);
        let mut cells = Vec::new();
        let mut rows = Vec::new();
        while let Some(record) = records.next(&mut cells) {
            let texts = cells
                .iter()
                .map(|cell| cell.of(text).into_owned())
                .collect();
            rows.push((record.line, record.fault.map_or(Ok(texts), Err)));
        }
        rows
    }

    fn good(text: &str, width: usize) -> Vec<Vec<String>> {
        rows(text, width)
            .into_iter()
            .filter_map(|(_, row)| row.ok())
            .collect()
    }

    fn bad(text: &str, width: usize) -> Vec<u32> {
        rows(text, width)
            .into_iter()
            .filter(|(_, row)| row.is_err())
            .map(|(line, _)| line)
            .collect()
    }

    #[test]
    fn quotes_hold_delimiters_line_ends_and_doubled_quotes() {
        let text = "\"a,b\",\"c\nd\"\r\n\"say \"\"hi\"\"\" , x \r\n\"\",\n";
        let wanted = [["a,b", "c\nd"], ["say \"hi\"", "x"], ["", ""]];
        assert_eq!(good(text, 2), wanted);
        assert_eq!(
            rows(text, 2)[1].0,
            3,
            "the second row starts on the third line"
        );
    }

    #[test]
    fn a_lone_carriage_return_ends_lines_only_where_there_is_no_line_feed() {
        assert_eq!(
            good("a,b\r1,2\r3,4", 2),
            [["a", "b"], ["1", "2"], ["3", "4"]]
        );
        assert_eq!(good("a,b\n1,x\ry\n", 2), [["a", "b"], ["1", "x\ry"]]);
    }

    #[test]
    fn an_unclosed_quote_costs_its_own_line() {
        let ends = "1,a\n2,\"b\n3,c\n4,d\n";
        assert_eq!(good(ends, 2), [["1", "a"], ["3", "c"], ["4", "d"]]);
        assert_eq!(bad(ends, 2), [2]);
        let another = "1,\"a\n2,b\n3,\"c\"\n4,d\n";
        assert_eq!(good(another, 2), [["2", "b"], ["3", "c"], ["4", "d"]]);
        assert_eq!(bad(another, 2), [1]);
        let inches = "1,\"a\n2,b\n3,5\"\n4,d\n";
        assert_eq!(
            rows(inches, 2)[0].1.as_deref().map(|row| row[1].as_str()),
            Ok("a\n2,b\n3,5")
        );
        let three = "1,\"a,x\n2,b,x\n3,5\",x,y\n4,d,x\n";
        assert_eq!(good(three, 3), [["2", "b", "x"], ["4", "d", "x"]]);
        assert_eq!(bad(three, 3), [1, 3]);
    }

    #[test]
    fn a_ragged_row_over_several_lines_is_one_bad_line() {
        let text = "1,a,\"x\ny\"\n2,b\n";
        assert_eq!(bad(text, 2), [1]);
        assert_eq!(good(text, 2), [["2", "b"]]);
    }

    #[test]
    fn text_after_a_closing_quote_is_a_bad_line() {
        assert_eq!(bad("1,\"a\"b\n2,c\n", 2), [1]);
        assert_eq!(
            good("1,a\"b\n", 2),
            [["1", "a\"b"]],
            "inside a cell a quote is a character"
        );
    }

    #[test]
    fn ragged_rows_say_how_many_cells_they_have() {
        let rows = rows("1,2\n\n   \n3\n4,5,6\n", 2);
        let why: Vec<_> = rows
            .iter()
            .filter_map(|(line, row)| row.clone().err().zip(Some(*line)))
            .collect();
        assert_eq!(
            why,
            [
                ("1 cell where the header has 2".to_owned(), 4),
                ("3 cells where the header has 2".to_owned(), 5)
            ]
        );
    }

    #[test]
    fn a_line_too_long_is_passed_over() {
        let text = format!("1,{}\n2,b\n", "x".repeat(LONGEST + 1));
        assert_eq!(bad(&text, 2), [1]);
        assert_eq!(good(&text, 2), [["2", "b"]]);
        let quoted = format!("1,\"{}\"\n2,b\n", "x".repeat(LONGEST + 1));
        assert_eq!(good(&quoted, 2), [["2", "b"]]);
    }
}
