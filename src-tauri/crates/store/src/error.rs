//! What can go wrong with a workbook file, each with a code, a sentence and a way out.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::writing::Holder;

/// What stands in for a file's name where SQLite does not say which it is.
const NAMELESS: &str = "the workbook";

/// Why the store could not do what it was asked. [`StoreError::code`] is a small closed set.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No file has that name.
    #[error("there is no file {}", path.display())]
    Missing {
        /// The name asked for.
        path: PathBuf,
    },
    /// The file has no bytes.
    #[error("{} is empty", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// A folder, a pipe, a device.
    #[error("{} is {what}, not a file", path.display())]
    NotAFile {
        /// The name asked for.
        path: PathBuf,
        /// What it is, with its article.
        what: &'static str,
    },
    /// A file of another kind.
    #[error("{} is not a workbook: {looks}", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What it looks like, as `it looks like a PNG picture`.
        looks: String,
    },
    /// A workbook that a newer version wrote.
    #[error("{} was written by a newer version of Throughline (schema {found}; this one knows {known})", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema version.
        found: i32,
        /// The newest schema version known here.
        known: i32,
    },
    /// Bytes that cannot be what was written.
    #[error("the workbook is damaged: {why}")]
    Damaged {
        /// What does not fit, without its full stop.
        why: String,
    },
    /// A file that must not be there is.
    #[error("{} exists already", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The file or its folder cannot be written.
    #[error("{} cannot be written", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// Somebody else has it open for writing.
    #[error("{} is open elsewhere", path.display())]
    Held {
        /// The workbook.
        path: PathBuf,
        /// Who has it open.
        holder: Holder,
    },
    /// Somebody else is writing.
    #[error("another program is writing to the workbook")]
    Locked,
    /// No space is left.
    #[error("the disk is full")]
    DiskFull,
    /// Nothing can be undone.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// Nothing can be redone.
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// The history has no such change.
    #[error("the history holds no change {seq}")]
    NoChange {
        /// The number asked for.
        seq: i64,
    },
    /// Rows that a point of the history had, and that are not kept any more.
    #[error("the rows that `{dataset}` had then are not kept any more")]
    RowsGone {
        /// The dataset.
        dataset: String,
    },
    /// Another snapshot has that name.
    #[error("there is a snapshot “{name}” already")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// A dataset version or dataset that the workbook does not have.
    #[error("the workbook holds no rows for {what}")]
    NoRows {
        /// What was asked for, as `dataset customers`.
        what: String,
    },
    /// A column that the dataset does not have.
    #[error("the dataset has no column `{column}`")]
    NoColumn {
        /// The column asked for.
        column: String,
    },
    /// A chain that has no place in the tables.
    #[error("this chain cannot be kept: {why}")]
    Unkeepable {
        /// What does not fit, without its full stop.
        why: String,
    },
    /// The caller asked for a stop.
    #[error("stopped before anything changed")]
    Cancelled,
    /// The system refused or failed.
    #[error("{doing} failed: {source}")]
    Io {
        /// What was being done.
        doing: String,
        /// The system's word.
        source: std::io::Error,
    },
    /// SQLite refused in a way that has no better name here.
    #[error("the workbook could not be read or written: {0}")]
    Sqlite(rusqlite::Error),
}

impl StoreError {
    /// The code of the error: snake case, from a small closed set.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "file_missing",
            Self::Empty { .. } => "file_empty",
            Self::NotAFile { .. } => "not_a_file",
            Self::Foreign { .. } => "file_foreign",
            Self::Newer { .. } => "file_newer",
            Self::Damaged { .. } => "file_damaged",
            Self::Exists { .. } => "file_exists",
            Self::ReadOnly { .. } => "read_only",
            Self::Held { .. } => "held",
            Self::Locked => "locked",
            Self::DiskFull => "disk_full",
            Self::NothingToUndo => "nothing_to_undo",
            Self::NothingToRedo => "nothing_to_redo",
            Self::NoChange { .. } => "change_missing",
            Self::RowsGone { .. } => "rows_gone",
            Self::NameTaken { .. } => "name_taken",
            Self::NoRows { .. } => "dataset_missing",
            Self::NoColumn { .. } => "column_missing",
            Self::Unkeepable { .. } => "chain_unkeepable",
            Self::Cancelled => "cancelled",
            Self::Io { .. } | Self::Sqlite(_) => "io",
        }
    }

    /// What happened, without its full stop. It starts in lower case, to stand after a colon.
    pub fn message(&self) -> String {
        self.to_string()
    }

    /// What happened, as a sentence without its full stop. A file's name at its head stays as it
    /// is: `customers.csv` is not `Customers.csv`.
    pub fn sentence(&self) -> String {
        let message = self.message();
        let begins_with_name = match self {
            Self::Empty { path }
            | Self::NotAFile { path, .. }
            | Self::Foreign { path, .. }
            | Self::Newer { path, .. }
            | Self::Exists { path }
            | Self::Held { path, .. }
            | Self::ReadOnly { path } => path != Path::new(NAMELESS),
            _ => false,
        };
        let mut letters = message.chars();
        match letters.next() {
            Some(first) if !begins_with_name => {
                first.to_uppercase().chain(letters).collect::<String>()
            }
            _ => message,
        }
    }

    /// What a person can do about it.
    pub fn fix(&self) -> &'static str {
        match self {
            Self::Missing { .. } => {
                "Check the name, or make a workbook with `throughline new FILE`."
            }
            Self::Empty { .. } => "Open one of its backups, or make a new workbook.",
            Self::NotAFile { .. } => "Give the name of a .throughline file.",
            Self::Foreign { .. } => {
                "Give a .throughline file. A customer table goes into a workbook with \
                 `throughline import FILE DATA`."
            }
            Self::Newer { .. } => "Update Throughline, then open the workbook again.",
            Self::Damaged { .. } => {
                "Keep the file as it is and restore a backup: \
                 `throughline restore BACKUP -o FILE`. `throughline verify FILE` says more."
            }
            Self::Exists { .. } => "Give another name, or move the file away first.",
            Self::ReadOnly { .. } => {
                "Copy the workbook to a folder where you may write, or change the permissions."
            }
            Self::Held { .. } => {
                "Make the change there, or close it there and try again. It can be read meanwhile."
            }
            Self::Locked => "Wait until the other program is done, or close it, then try again.",
            Self::DiskFull => "Make room on the disk, then try again. Nothing was lost.",
            Self::NothingToUndo => "Every change is undone already; `throughline log` lists them.",
            Self::NothingToRedo => "Only changes that were undone just before can be redone.",
            Self::NoChange { .. } => "`throughline log FILE` lists the changes with their numbers.",
            Self::RowsGone { .. } => {
                "Its import was undone and given up for something else. Choose another point of the \
                 history, or import the table again."
            }
            Self::NameTaken { .. } => "Give another name, or remove that one first.",
            Self::NoRows { .. } => "Import its table first.",
            Self::NoColumn { .. } => "`throughline data FILE` lists the columns.",
            Self::Unkeepable { .. } => "Change the named record, then try again.",
            Self::Cancelled => "Start again when you are ready.",
            Self::Io { .. } | Self::Sqlite(_) => {
                "Check that the disk is connected and may be written, then try again."
            }
        }
    }

    /// The exit code of the command line: 3 the input is bad, 4 the workbook's state forbids it,
    /// 5 the machine failed.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Missing { .. }
            | Self::Empty { .. }
            | Self::NotAFile { .. }
            | Self::Foreign { .. }
            | Self::Damaged { .. }
            | Self::Exists { .. }
            | Self::NoColumn { .. }
            | Self::NoChange { .. }
            | Self::Unkeepable { .. } => 3,
            Self::Newer { .. }
            | Self::Held { .. }
            | Self::NothingToUndo
            | Self::NothingToRedo
            | Self::NoRows { .. }
            | Self::RowsGone { .. }
            | Self::NameTaken { .. }
            | Self::Cancelled => 4,
            Self::ReadOnly { .. }
            | Self::Locked
            | Self::DiskFull
            | Self::Io { .. }
            | Self::Sqlite(_) => 5,
        }
    }

    /// A damaged workbook.
    pub(crate) fn damaged(why: impl Into<String>) -> Self {
        Self::Damaged { why: why.into() }
    }

    /// What the system said while `doing` something to `path`.
    pub(crate) fn io(doing: &str, path: &Path, source: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::NotFound => Self::Missing {
                path: path.to_owned(),
            },
            ErrorKind::AlreadyExists => Self::Exists {
                path: path.to_owned(),
            },
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly {
                path: path.to_owned(),
            },
            _ => Self::Io {
                doing: format!("{doing} {}", path.display()),
                source,
            },
        }
    }

    /// The same error, with the file's name where SQLite could only say that it may not write.
    pub(crate) fn about(self, path: &Path) -> Self {
        match self {
            Self::ReadOnly { .. } => Self::ReadOnly {
                path: path.to_owned(),
            },
            other => other,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            Some(ErrorCode::FileLockingProtocolFailed) => Self::Locked,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::damaged(sqlite_words(&error))
            }
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                Self::ReadOnly {
                    path: PathBuf::from(NAMELESS),
                }
            }
            _ => match error {
                rusqlite::Error::Utf8Error(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..) => Self::damaged(error.to_string()),
                error => Self::Sqlite(error),
            },
        }
    }
}

fn sqlite_words(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::SqliteFailure(_, Some(words)) => words.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_at_the_head_of_a_sentence_stays_as_it_is_and_other_words_begin_with_a_capital() {
        let path = PathBuf::from("customers.csv");
        let empty = StoreError::Empty { path: path.clone() };
        assert_eq!(empty.sentence(), "customers.csv is empty");
        let there = StoreError::Exists { path: path.clone() };
        assert_eq!(there.sentence(), "customers.csv exists already");
        let kept = StoreError::ReadOnly { path: path.clone() };
        assert_eq!(kept.sentence(), "customers.csv cannot be written");
        let gone = StoreError::Missing { path };
        assert_eq!(gone.sentence(), "There is no file customers.csv");
        let nameless = StoreError::ReadOnly {
            path: PathBuf::from(NAMELESS),
        };
        assert_eq!(nameless.sentence(), "The workbook cannot be written");
        assert_eq!(StoreError::DiskFull.sentence(), "The disk is full");
    }
}
