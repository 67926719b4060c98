//! An error on its way to the window: `{code, message, fix}`.

use serde::Serialize;
use specta::Type;

/// Why something was not done. The window chooses wording and severity by `code` and never reads
/// the message for meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, thiserror::Error)]
#[error("{message}")]
pub struct Refusal {
    /// One of a small closed set, in snake case.
    pub code: String,
    /// What happened, as a sentence.
    pub message: String,
    /// What to do about it, as a sentence.
    pub fix: String,
}

impl Refusal {
    /// A refusal with its three parts.
    pub fn new(
        code: impl Into<String>,
        message: impl Into<String>,
        fix: impl Into<String>,
    ) -> Self {
        Self {
            code: code.into(),
            message: message.into(),
            fix: fix.into(),
        }
    }

    /// A mistake in the program itself: a command panicked.
    #[must_use]
    pub fn unexpected() -> Self {
        Self::new(
            "unexpected",
            "Something went wrong inside Throughline.",
            "What you saved before is safe. Try again; if it happens again, close the workbook and open it once more.",
        )
    }
}
