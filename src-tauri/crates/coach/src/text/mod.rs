//! How a text is read: its words with their places, its amounts, and what it only talks about.

pub(crate) mod amount;
pub(crate) mod fold;
pub(crate) mod quotes;
pub(crate) mod reading;
pub(crate) mod shield;
pub(crate) mod word;
