//! How rows are written, and where a cell stands in the text.

use std::borrow::Cow;

use memchr::memchr;

/// How a file's rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) struct Layout {
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
pub(in crate::read) struct Cell {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether it holds doubled quotes.
    pub(super) escaped: bool,
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
