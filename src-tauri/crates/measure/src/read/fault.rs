//! Why a file could not be read, and what to do about it.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::table::{ColumnType, TableFault};

/// A line that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Rejected {
    /// The physical line in the file where the row starts, from 1.
    pub line: u32,
    /// Why, in a few words.
    pub why: String,
}

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadFault {
    /// Nothing is there.
    #[error("{} does not exist", path.display())]
    Missing {
        /// The path asked for.
        path: PathBuf,
    },
    /// A folder.
    #[error("{} is a folder", path.display())]
    Folder {
        /// The path asked for.
        path: PathBuf,
    },
    /// A pipe, a socket or a device.
    #[error("{} is no ordinary file", path.display())]
    NotAFile {
        /// The path asked for.
        path: PathBuf,
    },
    /// The system refuses to read it.
    #[error("{} cannot be read: {source}", path.display())]
    Unreadable {
        /// The path asked for.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Another program wrote to it meanwhile.
    #[error("{name} changed while it was read")]
    Changed {
        /// The file's name.
        name: String,
    },
    /// No bytes, or only spaces.
    #[error("{name} is empty")]
    Empty {
        /// The file's name.
        name: String,
    },
    /// Something else than a table in text.
    #[error("{name} is {found}, not a CSV file")]
    OtherKind {
        /// The file's name.
        name: String,
        /// What it is, with its article: `a PNG picture`.
        found: &'static str,
        /// What to do with such a file.
        fix: &'static str,
    },
    /// Larger than what is read into memory.
    #[error("{name} is larger than {limit} GiB")]
    TooLarge {
        /// The file's name.
        name: String,
        /// The limit in GiB.
        limit: u64,
    },
    /// A compressed file that unpacks to far more than a table would.
    #[error("{name} unpacks to more than {ratio} times its size, which no table does")]
    Bomb {
        /// The file's name.
        name: String,
        /// The limit.
        ratio: u64,
    },
    /// A compressed file that cannot be unpacked.
    #[error("{name} is damaged: {source}")]
    Damaged {
        /// The file's name.
        name: String,
        /// What the unpacker said.
        source: std::io::Error,
    },
    /// The line of names cannot be read.
    #[error("the first line cannot be read as column names: {why}")]
    Header {
        /// Why.
        why: String,
    },
    /// More columns than a table may have.
    #[error("the first line has {found} columns; at most {limit} can be read")]
    TooManyColumns {
        /// Columns found.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// A line of names and nothing under it.
    #[error("{name} has column names and no rows")]
    NoRows {
        /// The file's name.
        name: String,
    },
    /// Too many lines cannot be used.
    #[error("{count} of {rows} rows cannot be used{}", listed(first))]
    TooManyRejected {
        /// Lines rejected.
        count: usize,
        /// Rows in the file, these included.
        rows: usize,
        /// The first of them.
        first: Vec<Rejected>,
    },
    /// A setting names a column that is not there.
    #[error("there is no column `{column}`")]
    UnknownColumn {
        /// The name given.
        column: String,
        /// The name probably meant.
        nearest: Option<String>,
    },
    /// The chosen key does not name each row.
    #[error("`{column}` cannot be the key: {}", key_trouble(*blank, *repeated, example.as_deref()))]
    Key {
        /// The column.
        column: String,
        /// Rows where it is blank.
        blank: usize,
        /// Rows whose value stands in an earlier row.
        repeated: usize,
        /// A value that repeats.
        example: Option<String>,
    },
    /// Dates that can be read in two ways, in a column that was chosen to be one of dates.
    #[error("in `{column}` every date can be read with the day or with the month first")]
    DateOrder {
        /// The column.
        column: String,
        /// The type chosen.
        kind: ColumnType,
    },
    /// The person stopped it.
    #[error("the import was cancelled")]
    Cancelled,
    /// The columns do not add up to a table: a fault of the reader.
    #[error(transparent)]
    Table(#[from] TableFault),
}

fn listed(first: &[Rejected]) -> String {
    let lines = first
        .iter()
        .map(|rejected| format!("line {}: {}", rejected.line, rejected.why));
    let list: Vec<_> = lines.collect();
    if list.is_empty() {
        String::new()
    } else {
        format!(" ({})", list.join("; "))
    }
}

fn key_trouble(blank: usize, repeated: usize, example: Option<&str>) -> String {
    let blanks = (blank > 0).then(|| match blank {
        1 => "1 row has no value".to_owned(),
        n => format!("{n} rows have no value"),
    });
    let repeats = (repeated > 0).then(|| {
        let as_in = example
            .map(|value| format!(", as `{value}`"))
            .unwrap_or_default();
        match repeated {
            1 => format!("1 row repeats an earlier value{as_in}"),
            n => format!("{n} rows repeat an earlier value{as_in}"),
        }
    });
    blanks
        .into_iter()
        .chain(repeats)
        .collect::<Vec<_>>()
        .join(" and ")
}

impl ReadFault {
    /// What the person can do about it, in a sentence.
    pub fn fix(&self) -> String {
        match self {
            ReadFault::Missing { .. } => "Check the name and the folder.".to_owned(),
            ReadFault::Folder { .. } => "Choose a file inside it.".to_owned(),
            ReadFault::NotAFile { .. } => {
                "Save the data as a file first, then import that.".to_owned()
            }
            ReadFault::Unreadable { .. } => {
                "Check that you may read the file and that no other program holds it.".to_owned()
            }
            ReadFault::Changed { .. } => {
                "Wait until the program that writes it is done, then import again.".to_owned()
            }
            ReadFault::Empty { .. } => "Export it again; the export may have failed.".to_owned(),
            ReadFault::OtherKind { fix, .. } => (*fix).to_owned(),
            ReadFault::TooLarge { .. } => {
                "Leave out columns that no segment or metric needs, or split the file.".to_owned()
            }
            ReadFault::Bomb { .. } => {
                "Make sure that you trust where it comes from, unpack it and look inside.".to_owned()
            }
            ReadFault::Damaged { .. } => "Copy or download the file again.".to_owned(),
            ReadFault::Header { .. } => {
                "The first line must hold the names of the columns, written like the rows.".to_owned()
            }
            ReadFault::TooManyColumns { .. } => {
                "Export only the columns that segments and metrics need.".to_owned()
            }
            ReadFault::NoRows { .. } => "Export it again with its rows.".to_owned(),
            ReadFault::TooManyRejected { .. } => {
                "At most 5 % may be left out. Look at these lines in the file, or choose other types."
                    .to_owned()
            }
            ReadFault::UnknownColumn { nearest: Some(nearest), .. } => {
                format!("Did you mean `{nearest}`?")
            }
            ReadFault::UnknownColumn { nearest: None, .. } => {
                "Names are written exactly as in the file's first line.".to_owned()
            }
            ReadFault::Key { .. } => {
                "Choose a column that is filled and different in every row, or none.".to_owned()
            }
            ReadFault::DateOrder { .. } => {
                "Say which comes first, the day or the month, or keep the column as text.".to_owned()
            }
            ReadFault::Cancelled => "Nothing was changed.".to_owned(),
            ReadFault::Table(_) => "Please report this with the file's first lines.".to_owned(),
        }
    }
}
