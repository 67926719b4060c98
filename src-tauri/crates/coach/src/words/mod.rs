//! The words a rule looks for: packs as data, and what they are compiled to.

pub(crate) mod fault;
pub(crate) mod inflection;
pub(crate) mod lexicon;
pub(crate) mod list;
pub(crate) mod pack;
