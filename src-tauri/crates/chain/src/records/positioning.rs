//! Why us, against what: the four questions, the trigger, and what is replaced.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::vocabulary::{AlternativeKind, DifferentiatorKind, blank_is_none};

/// The positioning as it stands, and the versions before it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Positioning {
    /// For whom it is.
    pub for_whom: String,
    /// Their problem.
    pub problem: String,
    /// What they get, as a verb phrase: `gives each generalist back three hours a week`.
    pub benefit: String,
    /// Why they should believe it.
    pub why_believe: String,
    /// What kind of thing it is.
    pub category: String,
    /// Why now.
    pub why_now: String,
    /// The line under the logo. No part of the statement.
    pub tagline: String,
    /// What they use instead.
    pub alternatives: Vec<Alternative>,
    /// How it differs from those.
    pub differentiator: Differentiator,
    /// Since when this wording holds, as an ISO date.
    pub since: String,
    /// Earlier wordings, oldest first.
    pub versions: Vec<Version>,
}

/// What customers use instead of us, doing nothing included.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Alternative {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    #[serde(deserialize_with = "blank_is_none")]
    #[specta(type = Option<AlternativeKind>)]
    pub kind: Option<AlternativeKind>,
    /// Where it falls short for this segment.
    pub weakness: String,
}

/// What makes us different from the alternatives.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Differentiator {
    /// The difference, as it follows "it is": `live in 14 days`.
    pub text: String,
    /// What kind of difference it is.
    #[serde(deserialize_with = "blank_is_none")]
    #[specta(type = Option<DifferentiatorKind>)]
    pub kind: Option<DifferentiatorKind>,
}

/// A wording that once held.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Version {
    /// 1 for the first.
    pub number: u32,
    /// Since when it held, as an ISO date.
    pub since: String,
    /// Until when, as an ISO date.
    pub until: String,
    /// Why it was changed.
    pub reason: String,
    /// For whom it was.
    pub for_whom: String,
    /// The problem.
    pub problem: String,
    /// The benefit.
    pub benefit: String,
    /// Why believe.
    pub why_believe: String,
    /// The category.
    pub category: String,
    /// Why now.
    pub why_now: String,
    /// The tagline.
    pub tagline: String,
    /// What was replaced. Their ids need not be free in the workbook: a version is a picture.
    pub alternatives: Vec<Alternative>,
    /// The difference.
    pub differentiator: Differentiator,
}
