//! What is offered: named once, used by every statement.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What we offer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Offering {
    /// Its name.
    pub name: String,
    /// What kind of thing it is, in the customer's words.
    pub category: String,
    /// A sentence on what it does.
    pub summary: String,
}
