//! What is wrong with a chain document, where, and what to do about it.

use serde::Serialize;

/// One thing in a chain document that cannot stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{path}: {message}")]
pub struct Fault {
    /// Where in the document, as `segments[2].value.pains[0].job`.
    pub path: String,
    /// What is wrong, in a sentence without its full stop.
    pub message: String,
    /// What the writer of the document can do about it.
    pub fix: String,
    /// Other places that have as much part in it as `path`, where one record alone is not at fault.
    #[serde(skip)]
    pub(crate) others: Vec<String>,
}

impl Fault {
    /// A fault at a path.
    pub fn at(path: impl Into<String>, message: impl Into<String>, fix: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            message: message.into(),
            fix: fix.into(),
            others: Vec::new(),
        }
    }

    /// The same, with other places that have as much part in it.
    pub(crate) fn with(self, others: Vec<String>) -> Self {
        Self { others, ..self }
    }
}
