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
    /// When, as an ISO date.
    pub on: String,
    /// Whether what it rests on had changed in wording only.
    pub only_wording: bool,
    /// Fingerprint of what the link rested on when it was confirmed (see [`crate::state::basis`]);
    /// empty takes what it rests on as the document stands.
    pub basis: String,
}

/// A finding that a person has set aside, with a reason.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Suppression {
    /// The rule's id.
    pub rule: String,
    /// The record it was found on.
    pub record: String,
    /// The field.
    pub field: String,
    /// Why it is set aside.
    pub reason: String,
    /// When, as an ISO date.
    pub on: String,
}
