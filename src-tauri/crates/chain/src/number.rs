//! Numbers as people write them: `5`, not `5.0`, so that a dump reads like its source.

use serde::{Deserialize, Deserializer, Serializer};

/// Writes a whole number without a fraction; a fraction in its shortest exact form.
pub fn serialize<S: Serializer>(value: &f64, to: S) -> Result<S::Ok, S::Error> {
    if value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0 {
        // -0.0 has no meaning of its own here; `as i64` folds it into 0.
        to.serialize_i64(*value as i64)
    } else {
        to.serialize_f64(*value)
    }
}

/// Reads any JSON number.
pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
    f64::deserialize(from)
}

/// The same for a number that may be missing (`null`).
pub mod optional {
    use super::*;

    /// Writes `null` for a missing number.
    pub fn serialize<S: Serializer>(value: &Option<f64>, to: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => super::serialize(value, to),
            None => to.serialize_none(),
        }
    }

    /// Reads a number or `null`.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<f64>, D::Error> {
        Option::<f64>::deserialize(from)
    }
}
