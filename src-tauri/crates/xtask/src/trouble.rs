//! Why a task stopped.

use std::fmt;
use std::io;
use std::process::ExitCode;

/// Why a task stopped.
#[derive(Debug)]
pub enum Trouble {
    /// There is no such task.
    Usage(&'static str),
    /// A program is not on this machine, and what to do about it.
    Missing { program: String, fix: String },
    /// A program ran and failed.
    Failed { command: String, status: String },
    /// Something did not come in time.
    TooLate { what: String },
    /// A file could not be read or written.
    File { what: String, source: io::Error },
    /// Generated code is not what the sources generate.
    Stale { file: String },
    /// What a task made is not as it should be.
    Wrong(String),
}

impl Trouble {
    /// Exit 2 for a task that does not exist, 1 for one that failed.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage(_) => ExitCode::from(2),
            _ => ExitCode::FAILURE,
        }
    }

    /// For `map_err` on a file operation.
    pub fn file(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let what = what.into();
        move |source| Self::File { what, source }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(usage) => write!(to, "there is no such task.\n\n{usage}"),
            Self::Missing { program, fix } => write!(to, "{program} was not found.\n  fix: {fix}"),
            Self::Failed { command, status } => write!(to, "`{command}` failed ({status})"),
            Self::TooLate { what } => write!(to, "{what} took too long"),
            Self::File { what, source } => write!(to, "{what}: {source}"),
            Self::Stale { file } => {
                write!(
                    to,
                    "{file} is not current.\n  fix: run `cargo xtask gen` and commit it"
                )
            }
            Self::Wrong(what) => write!(to, "{what}"),
        }
    }
}
