//! What a person has said about the chain itself: confirmed links, suppressed findings.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A person's word that a link still holds.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Confirmation {
    /// The link, as `mid-hr/positioning`: segment id, then link.
    pub link: String,
    /// When, as an ISO date. A new one that leaves it out is of the day it is applied; empty is a
    /// day that nobody knows any more.
    pub on: String,
    /// Whether what it rests on had changed in wording only.
    pub only_wording: bool,
    /// How to know whether it still holds: the word `rests` when `rests` says it, a fingerprint in
    /// workbooks of schema 1. Empty takes what the link rests on as the document stands.
    pub basis: String,
    /// What the link rested on when it was confirmed.
    pub rests: Vec<Ground>,
}

/// One thing that a link rests on, in the words it had when the link was confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Ground {
    /// The record, as `payoffs/hours`: its list in the document, then its id.
    pub record: String,
    /// The field, as `text` or `positioning.benefit`.
    pub field: String,
    /// What it said. Rules and formulas are the document's JSON.
    pub text: String,
}

/// A finding that a person has set aside, with a reason.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Suppression {
    /// The rule's id.
    pub rule: String,
    /// The record it was found on: a segment's id, that of a record inside one, or `offering`. It
    /// goes when that record is removed.
    pub record: String,
    /// The field.
    pub field: String,
    /// The words it was set aside on; empty for whatever the field says.
    pub text: String,
    /// Why it is set aside.
    pub reason: String,
    /// When, as an ISO date. A new one that leaves it out is of the day it is applied; empty is a
    /// day that nobody knows any more.
    pub on: String,
}
