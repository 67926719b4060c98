//! Rules: who belongs to a segment, as data with one documented meaning.
//!
//! Logic is two-valued: a condition on a blank cell is false (except `is_blank`), and `not` makes it
//! true; in SQL, `COALESCE(condition, FALSE)`. This module says what a rule *is*; what it selects is
//! the measuring crate's work, and how it reads is in [`crate::words`].

use schemars::JsonSchema;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Number, Value};
use specta::Type;

/// Deepest nesting of a rule. Deeper ones are refused when read.
pub const DEEPEST: usize = 48;

/// A definition of who belongs.
#[derive(Debug, Clone, PartialEq, Serialize, Type, JsonSchema)]
#[serde(untagged)]
pub enum Rule {
    /// Everyone who meets each part; an empty list holds for everyone.
    All {
        /// The parts.
        all: Vec<Rule>,
    },
    /// Everyone who meets at least one part; an empty list holds for nobody.
    Any {
        /// The parts.
        any: Vec<Rule>,
    },
    /// Everyone who does not meet the part.
    Not {
        /// The part.
        not: Box<Rule>,
    },
    /// Everyone in another segment over the same dataset.
    Segment {
        /// Its id.
        segment: String,
    },
    /// A condition on a column.
    Column(Condition),
}

/// A condition on one column: `column op value`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The column's name, exactly as in the dataset.
    pub column: String,
    /// The comparison.
    pub op: Op,
    /// What it is compared with; absent for `is_blank` and `is_present`.
    #[serde(default, skip_serializing_if = "Operand::is_none")]
    pub value: Operand,
    /// Compare text without regard to case.
    #[serde(default, skip_serializing_if = "is_false")]
    pub fold: bool,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

/// The comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// Equal.
    Eq,
    /// Not equal (and not blank).
    Ne,
    /// Equal to one of a list.
    In,
    /// Equal to none of a list (and not blank).
    NotIn,
    /// Less than.
    Lt,
    /// At most.
    Le,
    /// More than.
    Gt,
    /// At least.
    Ge,
    /// From the first value to the second, both included.
    Between,
    /// Text that holds the value.
    Contains,
    /// Text that starts with the value.
    StartsWith,
    /// Text that ends with the value.
    EndsWith,
    /// Nothing in the cell.
    IsBlank,
    /// Something in the cell.
    IsPresent,
    /// A date at most so many days before the dataset's as-of date, and not after it.
    WithinLastDays,
}

impl Op {
    /// Every comparison, in the order in which people choose.
    pub const ALL: [Op; 15] = [
        Op::Eq,
        Op::Ne,
        Op::In,
        Op::NotIn,
        Op::Lt,
        Op::Le,
        Op::Gt,
        Op::Ge,
        Op::Between,
        Op::Contains,
        Op::StartsWith,
        Op::EndsWith,
        Op::IsBlank,
        Op::IsPresent,
        Op::WithinLastDays,
    ];

    /// How many values it takes.
    pub const fn arity(self) -> Arity {
        match self {
            Op::IsBlank | Op::IsPresent => Arity::None,
            Op::In | Op::NotIn => Arity::Many,
            Op::Between => Arity::Two,
            _ => Arity::One,
        }
    }
}

/// How many values a comparison takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arity {
    /// None at all.
    None,
    /// Exactly one.
    One,
    /// Exactly two.
    Two,
    /// A list of at least one.
    Many,
}

/// What a column is compared with.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type, JsonSchema)]
#[serde(untagged)]
pub enum Operand {
    /// Nothing.
    #[default]
    None,
    /// One value.
    One(Scalar),
    /// A list of values.
    Many(Vec<Scalar>),
}

impl Operand {
    /// Whether there is no value.
    pub fn is_none(&self) -> bool {
        matches!(self, Operand::None)
    }

    /// The values as a list: none, one or many.
    pub fn list(&self) -> &[Scalar] {
        match self {
            Operand::None => &[],
            Operand::One(value) => std::slice::from_ref(value),
            Operand::Many(values) => values,
        }
    }
}

/// One value, as JSON has it. It is read in the column's type when the rule is applied.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, JsonSchema)]
#[serde(untagged)]
pub enum Scalar {
    /// `true` or `false`.
    Bool(bool),
    /// A number; whole numbers keep their exact digits.
    Number(
        #[specta(type = f64)]
        #[schemars(with = "f64")]
        Number,
    ),
    /// A text, and dates as ISO.
    Text(String),
}

impl std::fmt::Display for Scalar {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Scalar::Bool(value) => write!(to, "{value}"),
            Scalar::Number(value) => write!(to, "{value}"),
            Scalar::Text(value) => write!(to, "{value}"),
        }
    }
}

impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(from)?;
        read(value, 0).map_err(D::Error::custom)
    }
}

/// Reads a rule that may be missing: `null` and `{}` are none.
pub fn read_optional<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Rule>, D::Error> {
    match Value::deserialize(from)? {
        Value::Null => Ok(None),
        Value::Object(map) if map.is_empty() => Ok(None),
        value => read(value, 0).map(Some).map_err(D::Error::custom),
    }
}

/// Writes a missing rule as `{}`, the document's word for "described, not ruled".
pub fn write_optional<S: serde::Serializer>(rule: &Option<Rule>, to: S) -> Result<S::Ok, S::Error> {
    match rule {
        Some(rule) => rule.serialize(to),
        None => serde_json::Map::new().serialize(to),
    }
}

const SHAPES: &str = "a rule is one of {\"all\": [..]}, {\"any\": [..]}, {\"not\": {..}}, \
                      {\"segment\": \"id\"} or {\"column\", \"op\", \"value\"}";

fn read(value: Value, depth: usize) -> Result<Rule, String> {
    if depth > DEEPEST {
        return Err(format!("the rule is nested deeper than {DEEPEST} levels"));
    }
    let Value::Object(mut map) = value else {
        return Err(SHAPES.to_owned());
    };
    for later in ["events", "sequence"] {
        if map.contains_key(later) {
            return Err(format!(
                "rules over {later} cannot be measured by this version"
            ));
        }
    }
    if map.contains_key("column") {
        return serde_json::from_value(Value::Object(map))
            .map_err(|error| format!("in a condition: {error}"))
            .and_then(checked)
            .map(Rule::Column);
    }
    let mut entries = std::mem::take(&mut map).into_iter();
    let (Some((key, inner)), None) = (entries.next(), entries.next()) else {
        return Err(SHAPES.to_owned());
    };
    match (key.as_str(), inner) {
        ("all", Value::Array(parts)) => Ok(Rule::All {
            all: list(parts, depth)?,
        }),
        ("any", Value::Array(parts)) => Ok(Rule::Any {
            any: list(parts, depth)?,
        }),
        ("not", part) => Ok(Rule::Not {
            not: Box::new(read(part, depth + 1)?),
        }),
        ("segment", Value::String(segment)) => Ok(Rule::Segment { segment }),
        (key, _) => Err(format!("`{key}` is no rule; {SHAPES}")),
    }
}

fn list(parts: Vec<Value>, depth: usize) -> Result<Vec<Rule>, String> {
    parts
        .into_iter()
        .map(|part| read(part, depth + 1))
        .collect()
}

/// A comparison with the number of values that it takes.
fn checked(condition: Condition) -> Result<Condition, String> {
    let given = condition.value.list().len();
    let many = matches!(condition.value, Operand::Many(_));
    let (fits, wants) = match condition.op.arity() {
        Arity::None => (given == 0 && !many, "no value"),
        Arity::One => (given == 1 && !many, "one value"),
        Arity::Two => (given == 2 && many, "a list of two values"),
        Arity::Many => (given >= 1 && many, "a list of at least one value"),
    };
    if fits {
        return Ok(condition);
    }
    let op = serde_json::to_value(condition.op).unwrap_or_default();
    Err(format!(
        "`{}` on column `{}` takes {wants}",
        op.as_str().unwrap_or_default(),
        condition.column
    ))
}

impl Rule {
    /// Calls `visit` for this rule and each rule inside it, outermost first.
    pub fn visit(&self, visit: &mut dyn FnMut(&Rule)) {
        visit(self);
        match self {
            Rule::All { all } => all.iter().for_each(|part| part.visit(visit)),
            Rule::Any { any } => any.iter().for_each(|part| part.visit(visit)),
            Rule::Not { not } => not.visit(visit),
            Rule::Segment { .. } | Rule::Column(_) => {}
        }
    }

    /// The ids of the segments that the rule names, in reading order.
    pub fn segments(&self) -> Vec<&str> {
        let mut ids = Vec::new();
        self.collect_segments(&mut ids);
        ids
    }

    fn collect_segments<'a>(&'a self, ids: &mut Vec<&'a str>) {
        match self {
            Rule::All { all } => all.iter().for_each(|part| part.collect_segments(ids)),
            Rule::Any { any } => any.iter().for_each(|part| part.collect_segments(ids)),
            Rule::Not { not } => not.collect_segments(ids),
            Rule::Segment { segment } => ids.push(segment),
            Rule::Column(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn rule(value: Value) -> Result<Rule, serde_json::Error> {
        serde_json::from_value(value)
    }

    #[test]
    fn a_rule_comes_back_as_it_was_written() {
        for text in [
            r#"{"all":[{"column":"Contract","op":"eq","value":"Two year"},{"not":{"segment":"x"}}]}"#,
            r#"{"any":[]}"#,
            r#"{"column":"n","op":"between","value":[200,1000.5]}"#,
            r#"{"column":"n","op":"eq","value":12345678901234567890}"#,
            r#"{"column":"c","op":"in","value":["DE",true,1],"fold":true}"#,
            r#"{"column":"c","op":"is_blank"}"#,
        ] {
            let rule: Rule = serde_json::from_str(text).expect(text);
            assert_eq!(serde_json::to_string(&rule).unwrap(), text);
        }
    }

    #[test]
    fn a_rule_that_is_none_says_what_a_rule_is() {
        for (value, wanted) in [
            (json!([1]), "a rule is one of"),
            (json!({"all": [], "any": []}), "a rule is one of"),
            (json!({"al": []}), "`al` is no rule"),
            (
                json!({"column": "x", "op": "like", "value": 1}),
                "unknown variant `like`",
            ),
            (
                json!({"column": "x", "op": "eq", "value": 1, "vlaue": 2}),
                "unknown field `vlaue`",
            ),
            (
                json!({"column": "x", "op": "between", "value": [1]}),
                "a list of two values",
            ),
            (
                json!({"column": "x", "op": "is_blank", "value": 1}),
                "no value",
            ),
            (
                json!({"column": "x", "op": "in", "value": "a"}),
                "a list of at least one value",
            ),
            (
                json!({"events": "orders"}),
                "cannot be measured by this version",
            ),
        ] {
            let message = rule(value).expect_err(wanted).to_string();
            assert!(message.contains(wanted), "{message} should say: {wanted}");
        }
    }

    #[test]
    fn a_rule_nested_too_deeply_is_refused_not_overflowed() {
        let mut value = json!({"all": []});
        for _ in 0..100 {
            value = json!({"not": value});
        }
        assert!(
            rule(value)
                .expect_err("too deep")
                .to_string()
                .contains("nested deeper")
        );
    }
}
