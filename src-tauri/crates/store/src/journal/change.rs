//! One change, and the seal over its words.

use jiff::Timestamp;

use crate::fingerprint::{Fingerprint, Seal};

/// What made a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// A person or a script wrote.
    Edit,
    /// A table came in.
    Import,
}

impl ChangeKind {
    /// The kind's word, as in the file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Import => "import",
        }
    }

    pub(super) fn read(word: &str) -> Option<Self> {
        [Self::Edit, Self::Import]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

/// Whether a change stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeState {
    /// It stands.
    Done,
    /// It was undone and can be redone.
    Undone,
    /// It was undone, and something else was done since: it stays in the log only.
    Abandoned,
}

impl ChangeState {
    /// The state's word, as in the file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Undone => "undone",
            Self::Abandoned => "abandoned",
        }
    }

    pub(super) fn read(word: &str) -> Option<Self> {
        [Self::Done, Self::Undone, Self::Abandoned]
            .into_iter()
            .find(|state| state.word() == word)
    }
}

/// An entry of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its number, from 1, ascending.
    pub seq: i64,
    /// When it was made, to the millisecond.
    pub at: Timestamp,
    /// Who made it; may be empty.
    pub author: String,
    /// What it was, in a sentence without its full stop.
    pub sentence: String,
    /// What made it.
    pub kind: ChangeKind,
    /// Whether it stands.
    pub state: ChangeState,
}

/// A change with the fingerprints around it.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub change: Change,
    pub before: Fingerprint,
    pub after: Fingerprint,
}

impl Entry {
    /// The seal over everything that never changes.
    pub(super) fn seal(&self, at: &str) -> Fingerprint {
        let mut seal = Seal::new("change");
        seal.integer(self.change.seq);
        for text in [
            at,
            &self.change.author,
            &self.change.sentence,
            self.change.kind.word(),
        ] {
            seal.text(text);
        }
        seal.text(&self.before.text());
        seal.text(&self.after.text());
        seal.close()
    }
}
