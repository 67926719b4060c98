//! Bursts of typing: which entry of the history each of them has grown so far.
//!
//! Kept in memory only. A text that was being typed when the program ended is saved, and what is
//! typed after the next start begins an entry of its own.

use std::collections::HashMap;

use crate::fingerprint::Fingerprint;

/// How many bursts are known. Going back through what was typed reaches no further than one stay
/// in one field, which is far fewer.
const KEPT: usize = 256;

/// A burst's entry: its number, and the fingerprint of the chain after it.
pub(crate) type Grown = (i64, Fingerprint);

/// The entries of the bursts that were typed into this open workbook.
#[derive(Debug, Default)]
pub(crate) struct Bursts(HashMap<String, Grown>);

impl Bursts {
    /// The entry of a burst.
    pub(crate) fn get(&self, burst: &str) -> Option<&Grown> {
        self.0.get(burst)
    }

    /// Notes how far a burst has grown its entry.
    pub(crate) fn keep(&mut self, burst: &str, grown: Grown) {
        if self.0.len() >= KEPT && !self.0.contains_key(burst) {
            self.0.clear();
        }
        self.0.insert(burst.to_owned(), grown);
    }

    /// A burst has no entry any more.
    pub(crate) fn forget(&mut self, burst: &str) {
        self.0.remove(burst);
    }
}
