//! A patch: a partial chain document laid over a chain.
//!
//! An absent field keeps its value, a present one replaces it. Lists of plain values are replaced
//! whole; records are matched by id, new ones appended, none removed unless `remove` names it, none
//! put elsewhere in its list unless `place` names it.

use std::collections::{HashMap, HashSet};

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::diff::{Diff, order};
use crate::document::{Chain, VERSION};
use crate::fault::Fault;
use crate::placing::{self, Place};
use crate::records::Suppression;
use crate::state::{self, Known};
use crate::{check, json, located, moves, removal};

/// A chain document on its way into a workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Patch {
    fields: Value,
    remove: Vec<String>,
    place: Vec<Place>,
}

/// Lists whose entries are matched, and the fields that name an entry. Others are replaced whole.
pub(crate) const KEYED: &[(&str, &[&str])] = &[
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

impl Patch {
    /// Reads a document's text.
    ///
    /// # Errors
    /// A [`Fault`] naming the path of what is no part of a chain document.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self::from_value(json::read(text)?)
    }

    /// Whether the patch says something of a list or record at the top, as `datasets`.
    pub fn names(&self, field: &str) -> bool {
        self.fields.get(field).is_some()
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
        let remove = listed(
            fields,
            "remove",
            "List what goes as texts, as \"remove\": [\"segments/mid-hr\"].",
        )?;
        let place = listed(
            fields,
            "place",
            "List what moves, as \"place\": [{\"record\": \"payoffs/hours\", \"before\": \"payoffs/days\"}].",
        )?;
        // Read on its own first: a path in the writer's own document helps, one in the merged
        // chain does not.
        let typed: Chain = serde_path_to_error::deserialize(&value).map_err(shape_fault)?;
        check::names(&typed)?;
        Ok(Self {
            fields: value,
            remove,
            place,
        })
    }

    /// The same as said on the day `today`: a confirmation or a suppression that `chain` does not
    /// hold yet, and that leaves out when it was made, is made today. One that says an empty day
    /// keeps it: nobody knows it any more.
    #[must_use]
    pub fn dated(mut self, chain: &Chain, today: &str) -> Self {
        if !self.names("confirmations") && !self.names("suppressions") {
            return self;
        }
        let confirmed: HashSet<&str> = chain.confirmations.iter().map(|it| &*it.link).collect();
        let aside: HashSet<[&str; 3]> = chain.suppressions.iter().map(named).collect();
        let is_new = |list: &str, entry: &Value| {
            let field = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default();
            match list {
                "confirmations" => !confirmed.contains(field("link")),
                _ => !aside.contains(&[field("rule"), field("record"), field("field")]),
            }
        };
        for list in ["confirmations", "suppressions"] {
            let entries = self.fields.get_mut(list).and_then(Value::as_array_mut);
            for entry in entries.into_iter().flatten() {
                if is_new(list, entry)
                    && let Some(fields) = entry.as_object_mut()
                {
                    fields.entry("on").or_insert_with(|| Value::from(today));
                }
            }
        }
        self
    }

    /// What the document sets aside that `chain` does not, each with its place in the document's
    /// list.
    pub fn newly_set_aside(&self, chain: &Chain) -> Vec<(usize, Suppression)> {
        let known: HashSet<[&str; 3]> = chain.suppressions.iter().map(named).collect();
        let entries = self.fields.get("suppressions").and_then(Value::as_array);
        let read = |entry: &Value| serde_json::from_value::<Suppression>(entry.clone()).ok();
        let all = entries.into_iter().flatten().map(read).enumerate();
        all.filter_map(|(at, entry)| Some((at, entry?)))
            .filter(|(_, entry)| !known.contains(&named(entry)))
            .collect()
    }

    /// The chain with this patch laid over it.
    ///
    /// # Errors
    /// A [`Fault`] when the outcome would not hold together: a reference to nothing, an id used
    /// twice, segments whose rules name each other in a circle.
    pub fn apply(&self, chain: &Chain) -> Result<Chain, Fault> {
        self.apply_knowing(chain, &Known::default())
    }

    /// The same where more is known than the chain says: links that it confirms rest on that too.
    ///
    /// # Errors
    /// As [`Patch::apply`].
    pub fn apply_knowing(&self, chain: &Chain, known: &Known) -> Result<Chain, Fault> {
        let mut chain = chain.clone();
        removal::remove(&mut chain, &self.remove)?;
        let mut merged = serde_json::to_value(&chain).map_err(|error| {
            Fault::at(
                "",
                error.to_string(),
                "Run `throughline verify` on the workbook.",
            )
        })?;
        moves::bring(&mut merged, &self.fields);
        merge(&mut merged, &self.fields);
        let mut chain: Chain = serde_path_to_error::deserialize(&merged)
            .map_err(|error| located::fault(shape_fault(error), &merged, &self.fields))?;
        placing::place(&mut chain, &self.place)?;
        state::fill_bases(&mut chain, known);
        check::references(&chain).map_err(|fault| self.located(fault, &chain))?;
        Ok(chain)
    }

    /// A fault of `after`, the chain with this patch laid over it, at its place in this document.
    pub fn located(&self, fault: Fault, after: &Chain) -> Fault {
        match serde_json::to_value(after) {
            Ok(merged) => located::fault(fault, &merged, &self.fields),
            Err(_) => fault,
        }
    }

    /// What laying it over `before` did, as a sentence for the history without its full stop.
    pub fn sentence(&self, before: &Chain, after: &Chain) -> String {
        let diff = Diff::between(before, after);
        if !diff.is_empty() {
            return self.with_moves(diff.sentence(), before, after);
        }
        order::sentence(before, after, &self.placed()).unwrap_or_else(|| diff.sentence())
    }

    /// `said`, a sentence of what laying it over `before` did, and which records stand in another
    /// place of their list.
    pub fn with_moves(&self, said: String, before: &Chain, after: &Chain) -> String {
        order::behind(said, before, after, &self.placed())
    }

    fn placed(&self) -> Vec<&str> {
        self.place.iter().map(|it| it.record.as_str()).collect()
    }
}

/// What names a finding that is set aside.
fn named(suppression: &Suppression) -> [&str; 3] {
    [
        suppression.rule.as_str(),
        &suppression.record,
        &suppression.field,
    ]
}

/// A list that stands beside the chain in a document on its way in.
fn listed<T: DeserializeOwned>(
    fields: &mut Map<String, Value>,
    name: &str,
    fix: &str,
) -> Result<Vec<T>, Fault> {
    match fields.shift_remove(name) {
        None => Ok(Vec::new()),
        Some(list) => {
            serde_json::from_value(list).map_err(|error| Fault::at(name, error.to_string(), fix))
        }
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
            let mut places = places(list, key);
            for entry in entries {
                let named = key_of(entry, key);
                let place = named.as_ref().and_then(|named| places.get(named));
                match place.and_then(|place| list.get_mut(*place)) {
                    Some(old) => merge(old, entry),
                    None => {
                        places.extend(named.map(|named| (named, list.len())));
                        list.push(entry.clone());
                    }
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

/// Where in a list each key stands, so that laying many entries over many is not a search for each.
fn places(list: &[Value], key: &[&str]) -> HashMap<String, usize> {
    let mut places = HashMap::with_capacity(list.len());
    for (place, entry) in list.iter().enumerate() {
        if let Some(named) = key_of(entry, key) {
            places.entry(named).or_insert(place);
        }
    }
    places
}

/// What names an entry; none when a field of its key holds something else than a word or a number.
pub(crate) fn key_of(entry: &Value, key: &[&str]) -> Option<String> {
    let mut named = String::new();
    for field in key {
        match entry.get(*field) {
            // What is left out is empty, as it is once it is read.
            None => named.push_str("\"\""),
            // 1 and 1.0 are one number.
            Some(Value::Number(number)) => named.push_str(&number.as_f64()?.to_string()),
            Some(other) => named.push_str(&other.to_string()),
        }
        named.push('\n');
    }
    Some(named)
}
