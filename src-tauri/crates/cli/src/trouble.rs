//! What can end a command early.

use std::io;

use workbench::{Code, Error};

/// Why a command did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The call cannot be read.
    #[error("{}", .0.message)]
    Usage(Misuse),
    /// The use case failed.
    #[error(transparent)]
    Refused(#[from] Error),
    /// Whoever read the answer went away, as `| head` does. Not an error.
    #[error("nobody reads the answer")]
    Unread,
}

/// A call that cannot be read.
#[derive(Debug)]
pub struct Misuse {
    /// What is wrong with it.
    pub message: String,
    /// How it is written.
    pub fix: String,
}

impl Trouble {
    /// A call that cannot be read.
    pub fn usage(message: &str, fix: &str) -> Self {
        // Made as any other error is, so that both read as sentences.
        let Error { message, fix, .. } = Error::new(Code::Unexpected, message, fix);
        Self::Usage(Misuse { message, fix })
    }

    /// A fault of ours.
    pub fn fault() -> Self {
        Self::Refused(Error::new(
            Code::Unexpected,
            "Throughline made a mistake and stopped",
            "Nothing half done was kept. Please report it with the lines above.",
        ))
    }

    /// The answer could not be printed.
    pub fn unprinted(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Unread,
            kind => {
                let code = match kind {
                    io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Code::DiskFull,
                    _ => Code::Io,
                };
                Self::Refused(Error::new(
                    code,
                    format!("The answer could not be printed: {error}"),
                    "Look where the output goes. What was asked is done.",
                ))
            }
        }
    }

    /// The code, as its text.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Usage(_) => "usage",
            Self::Refused(error) => error.code.as_str(),
            Self::Unread => "unread",
        }
    }

    /// The exit code.
    pub fn exit(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Refused(error) => error.code.exit(),
            Self::Unread => 0,
        }
    }

    /// What to do about it.
    pub fn fix(&self) -> &str {
        match self {
            Self::Usage(misuse) => &misuse.fix,
            Self::Refused(error) => &error.fix,
            Self::Unread => "",
        }
    }
}
