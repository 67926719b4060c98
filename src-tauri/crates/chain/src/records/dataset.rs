//! A table of customers, as the chain knows it: its rows live in the workbook, not here.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a dataset's rows are, and as of when.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Dataset {
    /// Its id.
    pub id: String,
    /// What one row is: customer, lead, account, order.
    pub unit: String,
    /// The column that names a row; empty when rows have no name.
    pub key: String,
    /// The column that says how many times a row counts; empty for once.
    pub weight: String,
    /// The date up to which the rows are true, as an ISO date; empty when unknown.
    pub as_of: String,
}
