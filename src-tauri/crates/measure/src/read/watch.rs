//! How a long reading tells where it is, and learns that it should stop.

/// Where a reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes gone over; a file is gone over twice.
    pub done: u64,
    /// Bytes to go over in all.
    pub total: u64,
    /// Rows gone over in this pass.
    pub rows: u64,
}

/// Whoever waits for a reading.
pub trait Watch {
    /// Called now and then with the progress.
    fn progress(&self, progress: Progress);

    /// Whether the reading should stop; asked as often as progress is told.
    fn cancelled(&self) -> bool {
        false
    }
}

/// Nobody waits, nobody cancels.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn progress(&self, _: Progress) {}
}
