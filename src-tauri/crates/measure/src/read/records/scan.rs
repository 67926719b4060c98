//! Going over one row, byte by byte.

use memchr::{memchr, memchr_iter, memchr2};

use super::layout::{Cell, Layout};
use super::{LONGEST, MOST_COLUMNS, Records};

/// What is wrong with a row.
pub(super) enum Trouble {
    /// A quote that nobody closes.
    Unclosed,
    /// Text between a closing quote and the next delimiter; `opens` when that quote stands where
    /// an opening one would.
    AfterQuote {
        opens: bool,
    },
    TooLong,
}

/// One row gone over.
pub(super) struct Scan {
    pub cells: usize,
    /// Where the next row starts.
    pub next: usize,
    /// Line ends inside quotes.
    pub breaks: u32,
    pub trouble: Option<Trouble>,
}

impl Records<'_> {
    /// Goes over the row at `from`; its cells replace what `cells` held.
    pub(super) fn scan(&self, from: usize, cells: &mut Vec<Cell>) -> Scan {
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
}

/// Spaces that are no characters of a cell; Ctrl-Z ended files on DOS.
pub(super) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0x0c | 0x1a)
}
