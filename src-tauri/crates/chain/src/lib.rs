//! What a workbook says: the records a person writes, how they lean on each other, and the
//! statement they add up to.
//!
//! Everything here is pure: no files, no clock, ids passed in. A [`Chain`] is both the state of a
//! workbook (customer rows aside) and the chain document that scripts exchange; an edit is a
//! [`patch`] laid over it, and the difference of two chains is what the store writes down.

pub mod blast;
pub mod check;
pub mod date;
pub mod diff;
pub mod document;
pub mod echo;
pub mod fault;
pub mod features;
pub mod figure;
pub mod formula;
pub mod health;
pub mod id;
pub mod json;
mod located;
mod moves;
pub mod number;
pub mod patch;
#[cfg(test)]
mod patch_tests;
pub mod path;
mod placing;
pub mod records;
pub mod removal;
pub mod rule;
pub mod schema;
pub mod state;
pub mod statement;
pub mod twins;
pub mod upcoming;
pub mod vocabulary;
pub mod wording;
pub mod words;

pub use document::Chain;
pub use fault::Fault;
pub use records::*;
pub use rule::Rule;
pub use vocabulary::*;
