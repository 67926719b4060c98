//! What the reader did or could not decide, for a person to look at before importing.

use serde::{Deserialize, Serialize};
use specta::Type;

/// One thing to know about a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Note {
    /// What kind of thing.
    pub kind: NoteKind,
    /// The column it is about, by the name it has now.
    pub column: Option<String>,
    /// It in a sentence.
    pub words: String,
}

/// The kinds of notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// A column without a name, or with one taken, was given another.
    Renamed,
    /// A column without a name and without values was left out.
    Dropped,
    /// Dates that could be day first or month first stayed text.
    DateOrder,
    /// Moments with and without a time zone stayed text.
    TimeZones,
    /// A comma was read as the decimal sign.
    DecimalComma,
    /// Numbers are written as people write them, as `$1,234`.
    Written,
    /// A column is read in the type that a person chose for an earlier table.
    Kept,
    /// A column has another type than in the table that is replaced.
    Retyped,
    /// A column of the table that is replaced is not there.
    Gone,
    /// Whole numbers too long to be counted with stayed text.
    LongNumbers,
    /// Rows end with a delimiter that the header does not have.
    TrailingDelimiter,
    /// The first line holds numbers only and may be no header.
    NumericHeader,
    /// The file has one column, and its cells may be parted in a way that is not known.
    OneColumn,
    /// A column that looks like the key has blanks or repeats.
    KeyNotUnique,
    /// A column looks like the number that each row stands for.
    Counted,
}

impl Note {
    pub(super) fn new(kind: NoteKind, column: Option<&str>, words: impl Into<String>) -> Self {
        Self {
            kind,
            column: column.map(str::to_owned),
            words: words.into(),
        }
    }
}
