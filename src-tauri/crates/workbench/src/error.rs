//! What can go wrong, as every host tells it: a code, what happened, what to do.

use chain::Fault;
use serde::{Deserialize, Serialize};
use specta::Type;

/// The closed set of things that can go wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// A chain document or an edit that does not hold together.
    BadDocument,
    /// A table that cannot be read.
    BadTable,
    /// More rows of a table were rejected than can be passed over.
    TooManyRejected,
    /// A rule or formula that cannot be applied to its dataset.
    BadRule,
    /// A record, dataset, column or row that is not there.
    NotFound,
    /// A file that is not there.
    FileMissing,
    /// A file with nothing in it.
    FileEmpty,
    /// A file of another kind.
    FileForeign,
    /// A workbook that is damaged.
    FileDamaged,
    /// A workbook from a newer version.
    FileNewer,
    /// A file that is there already.
    FileExists,
    /// A file or folder that may not be written.
    ReadOnly,
    /// A workbook that somebody else has open for writing.
    Held,
    /// A workbook that another process is writing.
    Locked,
    /// A disk without room.
    DiskFull,
    /// Nothing left to undo.
    NothingToUndo,
    /// Nothing left to redo.
    NothingToRedo,
    /// No workbook is open in this window.
    NoWorkbook,
    /// Something that only makes sense in another state of the workbook.
    WrongState,
    /// The person cancelled.
    Cancelled,
    /// The machine failed in some other way.
    Io,
    /// A fault of ours.
    Unexpected,
}

impl Code {
    /// The code as its text, `file_missing`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Code::BadDocument => "bad_document",
            Code::BadTable => "bad_table",
            Code::TooManyRejected => "too_many_rejected",
            Code::BadRule => "bad_rule",
            Code::NotFound => "not_found",
            Code::FileMissing => "file_missing",
            Code::FileEmpty => "file_empty",
            Code::FileForeign => "file_foreign",
            Code::FileDamaged => "file_damaged",
            Code::FileNewer => "file_newer",
            Code::FileExists => "file_exists",
            Code::ReadOnly => "read_only",
            Code::Held => "held",
            Code::Locked => "locked",
            Code::DiskFull => "disk_full",
            Code::NothingToUndo => "nothing_to_undo",
            Code::NothingToRedo => "nothing_to_redo",
            Code::NoWorkbook => "no_workbook",
            Code::WrongState => "wrong_state",
            Code::Cancelled => "cancelled",
            Code::Io => "io",
            Code::Unexpected => "unexpected",
        }
    }

    /// The command line's exit code: 3 the input is bad, 4 the workbook's state forbids it, 5 the
    /// machine failed.
    pub const fn exit(self) -> u8 {
        match self {
            Code::BadDocument
            | Code::BadTable
            | Code::TooManyRejected
            | Code::BadRule
            | Code::NotFound
            | Code::FileMissing
            | Code::FileEmpty
            | Code::FileForeign
            | Code::FileDamaged
            | Code::FileExists => 3,
            Code::FileNewer
            | Code::Held
            | Code::NothingToUndo
            | Code::NothingToRedo
            | Code::NoWorkbook
            | Code::WrongState
            | Code::Cancelled => 4,
            Code::ReadOnly | Code::Locked | Code::DiskFull | Code::Io | Code::Unexpected => 5,
        }
    }
}

/// What went wrong, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, thiserror::Error)]
#[error("{message}")]
pub struct Error {
    /// Which of the closed set it is.
    pub code: Code,
    /// What happened, as a sentence.
    pub message: String,
    /// What to do, as a sentence.
    pub fix: String,
}

impl Error {
    /// An error of a code.
    pub fn new(code: Code, message: impl Into<String>, fix: impl Into<String>) -> Self {
        Self {
            code,
            message: sentence(message.into()),
            fix: sentence(fix.into()),
        }
    }

    /// Whether it is about what a rule or a record says, so that the figure it belongs to cannot
    /// be there. Anything else keeps figures from being read that are there.
    pub fn is_of_the_rule(&self) -> bool {
        matches!(self.code, Code::BadRule | Code::WrongState | Code::NotFound)
    }

    /// A record that is not there, with what there is.
    pub fn not_found(kind: &str, id: &str, known: &[String]) -> Self {
        let fix = match known {
            [] => format!("There is no {kind} yet."),
            known => {
                let shown: Vec<&str> = known.iter().take(12).map(String::as_str).collect();
                let more = if known.len() > shown.len() {
                    " …"
                } else {
                    ""
                };
                format!("Name one of these: {}{more}", shown.join(", "))
            }
        };
        Self::new(Code::NotFound, format!("There is no {kind} `{id}`"), fix)
    }
}

/// A sentence ends with a full stop.
fn sentence(text: String) -> String {
    if text.is_empty() || text.ends_with(['.', '?', '…']) {
        text
    } else {
        text + "."
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::new(Code::BadDocument, fault.to_string(), fault.fix)
    }
}
