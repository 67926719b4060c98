//! A patch: a partial chain document laid over a chain.
//!
//! An absent field keeps its value, a present one replaces it. Lists of plain values are replaced
//! whole; records are matched by id, new ones appended, none removed unless `remove` names it.

use serde_json::{Map, Value};

use crate::document::{Chain, VERSION};
use crate::fault::Fault;
use crate::{check, removal};

/// A chain document on its way into a workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Patch {
    fields: Value,
    remove: Vec<String>,
}

/// Lists whose entries are matched, and the fields that name an entry. Others are replaced whole.
const KEYED: &[(&str, &[&str])] = &[
    ("datasets", &["id"]),
    ("decisions", &["id"]),
    ("segments", &["id"]),
    ("metrics", &["id"]),
    ("jobs", &["id"]),
    ("pains", &["id"]),
    ("payoffs", &["id"]),
    ("features", &["id"]),
    ("proofs", &["id"]),
    ("alternatives", &["id"]),
    ("touchpoints", &["id"]),
    ("versions", &["number"]),
    ("confirmations", &["link"]),
    ("suppressions", &["rule", "record", "field"]),
];

/// Objects that have one meaning as a whole: half an old rule and half a new one is no rule.
const WHOLE: &[&str] = &["rule", "formula"];

/// The lists inside a segment whose records may move to another segment, as paths.
const MOVABLE: &[&[&str]] = &[
    &["value", "jobs"],
    &["value", "pains"],
    &["value", "payoffs"],
    &["value", "features"],
    &["value", "proofs"],
    &["positioning", "alternatives"],
    &["touchpoints"],
];

impl Patch {
    /// Reads a document's text.
    ///
    /// # Errors
    /// A [`Fault`] naming the path of what is no part of a chain document.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let value: Value = serde_json::from_str(text).map_err(|error| {
            Fault::at(
                format!("line {}, column {}", error.line(), error.column()),
                format!("this is not JSON: {error}"),
                "Give a chain document, as `throughline dump` writes it.",
            )
        })?;
        Self::from_value(value)
    }

    /// Reads a document that is JSON already.
    ///
    /// # Errors
    /// As [`Patch::read`].
    pub fn from_value(mut value: Value) -> Result<Self, Fault> {
        let Some(fields) = value.as_object_mut() else {
            return Err(no_document("it is not an object"));
        };
        match fields.get("throughline") {
            None => return Err(no_document("it has no field `throughline`")),
            Some(version) if version.as_u64() == Some(u64::from(VERSION)) => {}
            Some(version) => {
                return Err(Fault::at(
                    "throughline",
                    format!("version {version} of the chain document is not known here"),
                    format!("This version reads and writes \"throughline\": {VERSION}."),
                ));
            }
        }
        let remove = match fields.shift_remove("remove") {
            None => Vec::new(),
            Some(list) => serde_json::from_value(list).map_err(|error| {
                Fault::at(
                    "remove",
                    error.to_string(),
                    "List what goes as texts, as \"remove\": [\"segments/mid-hr\"].",
                )
            })?,
        };
        // Read on its own first: a path in the writer's own document helps, one in the merged
        // chain does not.
        let typed: Chain = serde_path_to_error::deserialize(&value).map_err(shape_fault)?;
        check::names(&typed)?;
        Ok(Self {
            fields: value,
            remove,
        })
    }

    /// The chain with this patch laid over it.
    ///
    /// # Errors
    /// A [`Fault`] when the outcome would not hold together: a reference to nothing, an id used
    /// twice, segments whose rules name each other in a circle.
    pub fn apply(&self, chain: &Chain) -> Result<Chain, Fault> {
        let mut chain = chain.clone();
        for name in &self.remove {
            removal::remove(&mut chain, name)?;
        }
        let mut merged = serde_json::to_value(&chain).map_err(|error| {
            Fault::at(
                "",
                error.to_string(),
                "Run `throughline verify` on the workbook.",
            )
        })?;
        bring_moved_records(&mut merged, &self.fields);
        merge(&mut merged, &self.fields);
        let mut chain: Chain = serde_path_to_error::deserialize(merged).map_err(shape_fault)?;
        crate::state::fill_bases(&mut chain);
        check::references(&chain)?;
        Ok(chain)
    }
}

fn no_document(why: &str) -> Fault {
    Fault::at(
        "the document",
        format!("this is no chain document: {why}"),
        "A chain document starts with {\"throughline\": 1, …}; `throughline schema` describes it.",
    )
}

fn shape_fault(error: serde_path_to_error::Error<serde_json::Error>) -> Fault {
    let path = match error.path().to_string() {
        path if path == "." => "the document".to_owned(),
        path => path,
    };
    Fault::at(
        path,
        error.into_inner().to_string(),
        "`throughline schema` lists every field and word that a chain document can hold.",
    )
}

fn merge(into: &mut Value, patch: &Value) {
    match (into, patch) {
        (Value::Object(into), Value::Object(patch)) => {
            for (name, patch) in patch {
                merge_field(into, name, patch);
            }
        }
        (into, patch) => *into = patch.clone(),
    }
}

fn merge_field(into: &mut Map<String, Value>, name: &str, patch: &Value) {
    let keyed = KEYED.iter().find(|(list, _)| *list == name);
    match (into.get_mut(name), patch, keyed) {
        (Some(Value::Array(list)), Value::Array(entries), Some((_, key))) => {
            for entry in entries {
                match list.iter_mut().find(|old| same_key(old, entry, key)) {
                    Some(old) => merge(old, entry),
                    None => list.push(entry.clone()),
                }
            }
        }
        (Some(old @ Value::Object(_)), Value::Object(_), _) if !WHOLE.contains(&name) => {
            merge(old, patch);
        }
        _ => {
            into.insert(name.to_owned(), patch.clone());
        }
    }
}

fn same_key(a: &Value, b: &Value, key: &[&str]) -> bool {
    key.iter()
        .all(|field| match (a.get(*field), b.get(*field)) {
            (Some(Value::Number(a)), Some(Value::Number(b))) => a.as_f64() == b.as_f64(),
            (a, b) => a.is_some() && a == b,
        })
}

/// A record named under another segment than the one that holds it moves there with all it says.
fn bring_moved_records(merged: &mut Value, patch: &Value) {
    let Some(patched) = patch.get("segments").and_then(Value::as_array) else {
        return;
    };
    for target in patched {
        let Some(home) = target.get("id").and_then(Value::as_str) else {
            continue;
        };
        for path in MOVABLE {
            for record in at(target, path)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
            {
                let Some(id) = record.get("id").and_then(Value::as_str) else {
                    continue;
                };
                if let Some(moved) = take_from_others(merged, home, path, id) {
                    put(merged, home, path, moved);
                }
            }
        }
    }
}

fn at<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, name| value.get(*name))
}

fn list_mut<'a>(value: &'a mut Value, path: &[&str]) -> Option<&'a mut Vec<Value>> {
    path.iter()
        .try_fold(value, |value, name| value.get_mut(*name))?
        .as_array_mut()
}

fn segments_mut(merged: &mut Value) -> &mut [Value] {
    merged
        .get_mut("segments")
        .and_then(Value::as_array_mut)
        .map_or(&mut [], Vec::as_mut_slice)
}

fn has_id(value: &Value, id: &str) -> bool {
    value.get("id").and_then(Value::as_str) == Some(id)
}

fn take_from_others(merged: &mut Value, home: &str, path: &[&str], id: &str) -> Option<Value> {
    segments_mut(merged)
        .iter_mut()
        .filter(|segment| !has_id(segment, home))
        .find_map(|segment| {
            let list = list_mut(segment, path)?;
            let position = list.iter().position(|record| has_id(record, id))?;
            Some(list.remove(position))
        })
}

fn put(merged: &mut Value, home: &str, path: &[&str], record: Value) {
    let found = segments_mut(merged)
        .iter_mut()
        .find(|segment| has_id(segment, home));
    match found {
        Some(segment) => {
            if let Some(list) = list_mut(segment, path) {
                list.push(record);
            }
        }
        // The segment is new in this patch: start it with just the moved record; merging the
        // patch fills in the rest.
        None => {
            let nested = path
                .iter()
                .rev()
                .fold(Value::Array(vec![record]), |inner, name| {
                    Value::Object(Map::from_iter([((*name).to_owned(), inner)]))
                });
            let mut segment = nested;
            if let Some(fields) = segment.as_object_mut() {
                fields.insert("id".to_owned(), Value::String(home.to_owned()));
            }
            if let Some(list) = merged.get_mut("segments").and_then(Value::as_array_mut) {
                list.push(segment);
            }
        }
    }
}
