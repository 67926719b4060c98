//! The other segments that a rule may name.

use std::collections::BTreeMap;

use chain::Rule;

/// What a segment's id stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Named<'a> {
    /// A rule over the same table.
    Ruled(&'a Rule),
    /// A segment in words, without a rule.
    Described,
    /// A rule over another dataset, whose id this is.
    Elsewhere(&'a str),
}

/// The segments of a workbook, by id.
pub trait Segments {
    /// What the id stands for; none when there is no such segment.
    fn named(&self, id: &str) -> Option<Named<'_>>;

    /// Every id, to say which was probably meant.
    fn ids(&self) -> Vec<&str>;
}

/// Rules over one table, by id.
impl Segments for BTreeMap<String, Rule> {
    fn named(&self, id: &str) -> Option<Named<'_>> {
        self.get(id).map(Named::Ruled)
    }

    fn ids(&self) -> Vec<&str> {
        self.keys().map(String::as_str).collect()
    }
}
