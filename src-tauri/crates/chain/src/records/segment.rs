//! Who: a group that decides differently, by rule or by description.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Positioning, Touchpoint, Value};
use crate::rule::{self, Rule};
use crate::vocabulary::{ActionKind, Purpose, Role, SegmentKind, Standing};

/// A group of people who decide differently from the others.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Segment {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who belongs, in words, where no rule says it.
    pub described: String,
    /// Its part in the plan.
    pub role: Role,
    /// What is known of it.
    pub standing: Standing,
    /// The test behind the standing.
    pub tested: Trial,
    /// What it is used for.
    pub purpose: Vec<Purpose>,
    /// The decision it serves; empty makes it a report filter.
    pub decision: String,
    /// What its definition is made of.
    pub kinds: Vec<SegmentKind>,
    /// The dataset its rule selects from.
    pub dataset: String,
    /// Who belongs, as a rule.
    #[serde(
        deserialize_with = "rule::read_optional",
        serialize_with = "rule::write_optional"
    )]
    #[specta(type = Rule)]
    #[schemars(with = "crate::schema::OptionalRule")]
    pub rule: Option<Rule>,
    /// What differs in how they decide.
    pub decides_by: Axes,
    /// How they are reached.
    pub reach: Vec<String>,
    /// Whom it is for, said as conditions.
    #[serde(rename = "for")]
    pub for_whom: Vec<String>,
    /// Whom it is not for.
    pub not_for: Vec<String>,
    /// What it changes in the work.
    pub actions: Vec<ActionKind>,
    /// What is aimed for.
    pub targets: Vec<Target>,
    /// What is expected of it, written before there is data.
    pub expects: String,
    /// When it is looked at again, as an ISO date.
    pub review_on: String,
    /// What is worth something to them.
    pub value: Value,
    /// Why us, against what.
    pub positioning: Positioning,
    /// The words they meet.
    pub touchpoints: Vec<Touchpoint>,
}

/// The test that a standing rests on.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Trial {
    /// What was tried, and what came out.
    pub test: String,
    /// When, as an ISO date.
    pub on: String,
}

/// The six ways in which segments decide differently.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Axes {
    /// How soon it has to be solved.
    pub urgency: Axis,
    /// How much it is worth in money to them.
    pub willingness_to_pay: Axis,
    /// How much they fear a wrong choice.
    pub risk_sensitivity: Axis,
    /// How well they handle the technology.
    pub technical_maturity: Axis,
    /// How many hands and steps it touches.
    pub workflow_complexity: Axis,
    /// How many people have to agree.
    pub approvals: Axis,
}

/// The axes' field names, in order.
pub const AXIS_NAMES: [&str; 6] = [
    "urgency",
    "willingness_to_pay",
    "risk_sensitivity",
    "technical_maturity",
    "workflow_complexity",
    "approvals",
];

impl Axes {
    /// The six axes in the order of [`AXIS_NAMES`].
    pub fn all(&self) -> [&Axis; 6] {
        [
            &self.urgency,
            &self.willingness_to_pay,
            &self.risk_sensitivity,
            &self.technical_maturity,
            &self.workflow_complexity,
            &self.approvals,
        ]
    }

    /// The six axes, to be written, in the order of [`AXIS_NAMES`].
    pub fn all_mut(&mut self) -> [&mut Axis; 6] {
        [
            &mut self.urgency,
            &mut self.willingness_to_pay,
            &mut self.risk_sensitivity,
            &mut self.technical_maturity,
            &mut self.workflow_complexity,
            &mut self.approvals,
        ]
    }

    /// How many axes have a score or a note.
    pub fn answered(&self) -> usize {
        self.all().iter().filter(|axis| axis.is_answered()).count()
    }
}

/// One way of deciding: a score from 1 (low) to 5 (high) and a note in their words.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Axis {
    /// 1 to 5.
    pub score: Option<u8>,
    /// Why, in their words.
    pub note: String,
}

impl Axis {
    /// Whether anything was said.
    pub fn is_answered(&self) -> bool {
        self.score.is_some() || !self.note.trim().is_empty()
    }
}

/// A value that a metric should reach in this segment.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Target {
    /// The metric's id.
    pub metric: String,
    /// The value aimed for, in the metric's unit (a fraction for rates).
    #[serde(with = "crate::number")]
    #[specta(type = f64)]
    #[schemars(with = "f64")]
    pub value: f64,
    /// By when, as an ISO date.
    pub by: String,
}
