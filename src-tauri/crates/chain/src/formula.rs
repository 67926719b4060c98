//! Formulas: what a metric measures, as data.

use schemars::JsonSchema;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use specta::Type;

use crate::rule::{self, Rule};

/// What a metric measures over a dataset, or counts typed in by hand.
#[derive(Debug, Clone, PartialEq, Serialize, Type, JsonSchema)]
#[serde(untagged)]
pub enum Formula {
    /// The share of rows that meet a condition.
    Rate {
        /// Numerator and denominator.
        rate: Rate,
    },
    /// The mean of a column.
    Mean {
        /// The column's name.
        mean: String,
    },
    /// Typed-in counts, for a team without a table.
    Counts {
        /// One entry for each segment and period.
        counts: Vec<Count>,
    },
}

/// A share: rows that meet `where`, of the rows that meet `of`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// Who counts as a success.
    #[serde(rename = "where")]
    pub success: Rule,
    /// Who is counted at all; everyone when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Rule>,
}

/// A count typed in by hand: of `n`, `yes` did.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Count {
    /// The segment's id; empty for everyone else.
    pub segment: String,
    /// The period in the team's own words, as `2026-10`.
    pub on: String,
    /// How many did it.
    #[serde(with = "crate::number")]
    #[specta(type = f64)]
    #[schemars(with = "f64")]
    pub yes: f64,
    /// Of how many.
    #[serde(with = "crate::number")]
    #[specta(type = f64)]
    #[schemars(with = "f64")]
    pub n: f64,
}

const SHAPES: &str = "a formula is one of {\"rate\": {\"where\": rule, \"of\": rule}}, \
                      {\"mean\": \"column\"} or {\"counts\": [{\"segment\", \"on\", \"yes\", \"n\"}]}";

impl<'de> Deserialize<'de> for Formula {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        read(Value::deserialize(from)?).map_err(D::Error::custom)
    }
}

/// Reads a formula that may be missing: `null` and `{}` are none.
pub fn read_optional<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Formula>, D::Error> {
    match Value::deserialize(from)? {
        Value::Null => Ok(None),
        Value::Object(map) if map.is_empty() => Ok(None),
        value => read(value).map(Some).map_err(D::Error::custom),
    }
}

/// Writes a missing formula as `{}`.
pub fn write_optional<S: serde::Serializer>(
    formula: &Option<Formula>,
    to: S,
) -> Result<S::Ok, S::Error> {
    match formula {
        Some(formula) => formula.serialize(to),
        None => serde_json::Map::new().serialize(to),
    }
}

fn read(value: Value) -> Result<Formula, String> {
    let Value::Object(map) = value else {
        return Err(SHAPES.to_owned());
    };
    let mut entries = map.into_iter();
    let (Some((key, inner)), None) = (entries.next(), entries.next()) else {
        return Err(SHAPES.to_owned());
    };
    match (key.as_str(), inner) {
        ("rate", inner) => serde_json::from_value(inner)
            .map(|rate| Formula::Rate { rate })
            .map_err(|error| format!("in a rate: {error}")),
        ("mean", Value::String(mean)) => Ok(Formula::Mean { mean }),
        ("counts", inner) => serde_json::from_value(inner)
            .map(|counts| Formula::Counts { counts })
            .map_err(|error| format!("in counts: {error}")),
        ("sum" | "ratio" | "per_customer" | "retention", _) => Err(format!(
            "`{key}` formulas cannot be measured by this version"
        )),
        (key, _) => Err(format!("`{key}` is no formula; {SHAPES}")),
    }
}

impl Formula {
    /// The rules inside the formula: success, then denominator.
    pub fn rules(&self) -> Vec<&rule::Rule> {
        match self {
            Formula::Rate { rate } => std::iter::once(&rate.success)
                .chain(rate.of.as_ref())
                .collect(),
            Formula::Mean { .. } | Formula::Counts { .. } => Vec::new(),
        }
    }

    /// Whether the metric is a share of people (else a mean in a unit of its own).
    pub fn is_share(&self) -> bool {
        !matches!(self, Formula::Mean { .. })
    }
}
