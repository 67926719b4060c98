//! What can be done about a finding, as data: a host shows it and carries it out, and knows no rule.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};
use specta::Type;

/// What can be done about a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Remedy {
    /// A way to where it is put right.
    Jump {
        /// What the way is called.
        label: String,
        /// The link whose place it leads to.
        link: chain::LinkKind,
        /// The segment shown there.
        segment: String,
        /// The record to go to; the segment's own id for its own fields.
        record: String,
        /// The field to go to.
        field: String,
    },
    /// An edit that is already filled in: one step, which undo takes back.
    Edit {
        /// What it does, as a button says it: `Use 3 hours`.
        label: String,
        /// The edit, as a chain document to lay over the workbook.
        #[specta(type = Json)]
        patch: Value,
    },
    /// A question whose answer makes the edit.
    Prompt {
        /// What the answer does, as a button says it.
        label: String,
        /// The question.
        question: String,
        /// What stands there now, for the answer to begin with.
        given: String,
        /// Whether the answer is a number.
        number: bool,
        /// Text that goes before the answer.
        before: String,
        /// Text that goes after it.
        after: String,
        /// The edit, as a chain document in which the answer still has to be put.
        #[specta(type = Json)]
        patch: Value,
        /// Where in the patch the answer goes, as a JSON Pointer.
        into: String,
    },
}

/// Any JSON, for the bindings of the window: they have no word of their own for it.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(untagged)]
pub enum Json {
    /// True or false.
    Bool(bool),
    /// A number; the bindings allow nothing in its place.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(BTreeMap<String, Json>),
}

impl Remedy {
    /// What sort of remedy it is.
    pub const fn kind(&self) -> crate::Fix {
        match self {
            Self::Jump { .. } => crate::Fix::Jump,
            Self::Edit { .. } => crate::Fix::Edit,
            Self::Prompt { .. } => crate::Fix::Prompt,
        }
    }

    /// The edit with a person's answer in it; none for a jump. An answer that should be a number
    /// and is none makes no edit.
    pub fn patch(&self, answer: &str) -> Option<Value> {
        match self {
            Self::Jump { .. } => None,
            Self::Edit { patch, .. } => Some(patch.clone()),
            Self::Prompt {
                number,
                before,
                after,
                patch,
                into,
                ..
            } => {
                let mut patch = patch.clone();
                let value = if *number {
                    json!(
                        answer
                            .trim()
                            .parse::<f64>()
                            .ok()
                            .filter(|n| n.is_finite())?
                    )
                } else {
                    json!(format!("{before}{answer}{after}"))
                };
                *patch.pointer_mut(into)? = value;
                Some(patch)
            }
        }
    }
}

/// Where a field lives in a chain document: the way to it from the segment, `#` standing for the
/// record in a list (`value/payoffs/#/text`). A way that begins with `/` starts at the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Way(pub &'static str);

/// A patch that sets one field, and the JSON Pointer of that field in it.
pub(crate) fn set(segment: &str, record: &str, way: Way, value: Value) -> (Value, String) {
    let (in_segment, path) = match way.0.strip_prefix('/') {
        Some(path) => (false, path),
        None => (true, way.0),
    };
    let mut pointer = String::new();
    let mut inner = value;
    for step in path.rsplit('/') {
        if step == "#" {
            pointer = format!("/0{pointer}");
            if let Some(fields) = inner.as_object_mut() {
                fields.insert("id".to_owned(), json!(record));
            }
            inner = Value::Array(vec![inner]);
        } else {
            pointer = format!("/{step}{pointer}");
            inner = object(step, inner);
        }
    }
    if in_segment {
        if let Some(fields) = inner.as_object_mut() {
            fields.insert("id".to_owned(), json!(segment));
        }
        inner = object("segments", Value::Array(vec![inner]));
        pointer = format!("/segments/0{pointer}");
    }
    if let Some(fields) = inner.as_object_mut() {
        fields.insert("throughline".to_owned(), json!(chain::document::VERSION));
    }
    (inner, pointer)
}

fn object(key: &str, value: Value) -> Value {
    let mut fields = Map::new();
    fields.insert(key.to_owned(), value);
    Value::Object(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_set_where_it_lives() {
        let (patch, pointer) = set("s", "p", Way("value/payoffs/#/text"), json!("more"));
        assert_eq!(
            patch,
            json!({"throughline": 1, "segments": [{"id": "s", "value": {"payoffs": [{"id": "p", "text": "more"}]}}]})
        );
        assert_eq!(patch.pointer(&pointer), Some(&json!("more")));
        let (patch, pointer) = set("s", "s", Way("positioning/differentiator/text"), json!(""));
        assert_eq!(
            patch,
            json!({"throughline": 1, "segments": [{"id": "s", "positioning": {"differentiator": {"text": ""}}}]})
        );
        assert_eq!(patch.pointer(&pointer), Some(&json!("")));
        let (patch, pointer) = set("s", "", Way("/offering/category"), json!("x"));
        assert_eq!(
            patch,
            json!({"throughline": 1, "offering": {"category": "x"}})
        );
        assert_eq!(pointer, "/offering/category");
    }

    #[test]
    fn an_answer_goes_between_the_words_that_stay() {
        let (patch, into) = set("s", "p", Way("value/payoffs/#/text"), json!(""));
        let prompt = |number| Remedy::Prompt {
            label: String::new(),
            question: String::new(),
            given: "faster".into(),
            number,
            before: "Onboard ".into(),
            after: ", always".into(),
            patch: patch.clone(),
            into: into.clone(),
        };
        let laid = prompt(false).patch("in 3 days").unwrap();
        assert_eq!(
            laid.pointer(&into),
            Some(&json!("Onboard in 3 days, always"))
        );
        assert_eq!(
            prompt(true).patch("28").unwrap().pointer(&into),
            Some(&json!(28.0))
        );
        assert_eq!(prompt(true).patch("soon"), None, "no number, no edit");
    }
}
