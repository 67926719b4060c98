//! The words that a segment meets, from the ad to the sales call.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::vocabulary::{TouchpointKind, blank_is_none};

/// A place where our words meet the customer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Touchpoint {
    /// Its id.
    pub id: String,
    /// Where it is.
    #[serde(deserialize_with = "blank_is_none")]
    #[specta(type = Option<TouchpointKind>)]
    pub kind: Option<TouchpointKind>,
    /// The words used.
    pub text: String,
    /// The records whose claim it carries, by id.
    pub claims: Vec<String>,
}
