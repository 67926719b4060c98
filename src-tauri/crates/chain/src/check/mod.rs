//! Whether a chain holds together: ids, references, dates, scores, rules that name each other.

mod circles;
mod names;
mod references;

pub use names::names;
pub use references::references;
