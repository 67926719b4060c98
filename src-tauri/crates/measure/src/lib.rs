//! What customers did: tables, rules to masks, metrics, comparisons, statistics.

pub mod compare;
pub mod metric;
pub mod profile;
pub mod read;
pub mod rule;
pub mod stats;
pub mod table;

pub use chain::figure;
