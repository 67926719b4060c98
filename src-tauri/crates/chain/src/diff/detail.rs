//! What a record said before and after, field by field, in words.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use specta::Type;

use super::{Action, Change, Record, records};
use crate::date;
use crate::document::Chain;
use crate::formula::Formula;
use crate::rule::Rule;
use crate::words;

/// Fields that are no words of a person.
const INTERNAL: [&str; 4] = ["id", "link", "basis", "rests"];

/// Fields that name other records.
const REFERENCES: [&str; 9] = [
    "claims", "dataset", "decision", "job", "metric", "pain", "partner", "payoff", "supports",
];

/// Fields that hold words of a closed list, written with underscores.
const LISTED: [&str; 8] = [
    "actions", "better", "kind", "kinds", "purpose", "role", "stage", "standing",
];

/// A record that differs, with what it said before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Detail {
    /// Which record, and what happened to it.
    pub change: Change,
    /// The same as a sentence, without its full stop.
    pub sentence: String,
    /// What it said and says; of a new or removed record every field that is filled.
    pub fields: Vec<FieldChange>,
}

/// A field that differs, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FieldChange {
    /// Its name, with spaces; of a part of a field the field's name first: `decides by urgency`.
    pub field: String,
    /// What it said; empty when it said nothing.
    pub before: String,
    /// What it says now.
    pub after: String,
}

/// Each record that differs from `old` to `new`, removed ones last, in the order of
/// [`super::Diff::between`].
pub fn details(old: &Chain, new: &Chain) -> Vec<Detail> {
    let (before, after) = (records(old), records(new));
    let had: HashMap<(&str, &str), &Record> = before.iter().map(|it| (it.key(), it)).collect();
    let has: HashMap<(&str, &str), &Record> = after.iter().map(|it| (it.key(), it)).collect();
    let (then, now) = (Names::of(old, &before), Names::of(new, &after));
    let mut details = Vec::new();
    for record in &after {
        let old = had.get(&record.key()).copied();
        let change = match old {
            None => record.change(Action::Created, Vec::new()),
            Some(old) => match record.differing(old) {
                fields if fields.is_empty() => continue,
                fields => record.change(Action::Changed, fields),
            },
        };
        let fields = compared(old.map(|it| then.said(it)), Some(now.said(record)));
        details.push(Detail {
            sentence: change.sentence(),
            change,
            fields,
        });
    }
    for record in before.iter().filter(|it| !has.contains_key(&it.key())) {
        let change = record.change(Action::Removed, Vec::new());
        details.push(Detail {
            sentence: change.sentence(),
            change,
            fields: compared(Some(then.said(record)), None),
        });
    }
    details
}

/// The fields that differ between two lists of them, in the order of the second, those that only
/// the first has last.
fn compared(before: Option<Vec<Said>>, after: Option<Vec<Said>>) -> Vec<FieldChange> {
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let find = |list: &[Said], field: &str| {
        let found = list.iter().find(|it| it.field == field);
        found.map(|it| it.words.clone()).unwrap_or_default()
    };
    let only_before = before
        .iter()
        .filter(|it| after.iter().all(|other| other.field != it.field));
    let mut changes: Vec<FieldChange> = Vec::new();
    for said in after.iter().chain(only_before) {
        let change = FieldChange {
            before: find(&before, &said.field),
            after: find(&after, &said.field),
            field: said.field.clone(),
        };
        if change.before != change.after {
            changes.push(change);
        }
    }
    changes
}

/// A field in words.
struct Said {
    field: String,
    words: String,
}

/// What the records of a chain are called.
struct Names<'a> {
    chain: &'a Chain,
    titles: HashMap<&'a str, &'a str>,
}

impl<'a> Names<'a> {
    fn of(chain: &'a Chain, records: &'a [Record]) -> Self {
        let titled = records.iter().filter(|it| !it.title.is_empty());
        Self {
            chain,
            titles: titled
                .map(|it| (it.id.as_str(), it.title.as_str()))
                .collect(),
        }
    }

    /// Every field of a record that says something.
    fn said(&self, record: &Record) -> Vec<Said> {
        let mut said = Vec::new();
        if !record.within.is_empty() {
            said.push(Said {
                field: "segment".to_owned(),
                words: record.within.clone(),
            });
        }
        self.spread(&record.fields, "", &mut said);
        said
    }

    fn spread(&self, fields: &Map<String, Value>, before: &str, said: &mut Vec<Said>) {
        for (name, value) in fields {
            if name.starts_with('\u{0}') || INTERNAL.contains(&name.as_str()) {
                continue;
            }
            let field = format!("{before}{}", name.replace('_', " "));
            match value {
                Value::Object(parts) if !matches!(name.as_str(), "rule" | "formula") => {
                    self.spread(parts, &format!("{field} "), said);
                }
                value => {
                    let words = self.words(name, value);
                    if !words.is_empty() {
                        said.push(Said { field, words });
                    }
                }
            }
        }
    }

    fn words(&self, field: &str, value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::Bool(true) => "yes".to_owned(),
            Value::Bool(false) => String::new(),
            Value::Number(number) => number.to_string(),
            Value::String(text) => self.text(field, text),
            Value::Array(values) => {
                let said = values.iter().map(|value| self.words(field, value));
                let said: Vec<String> = said.filter(|words| !words.is_empty()).collect();
                said.join("; ")
            }
            Value::Object(parts) if matches!(field, "rule" | "formula") => {
                self.rule_or_formula(parts)
            }
            Value::Object(parts) => {
                let mut said = Vec::new();
                self.spread(parts, "", &mut said);
                let words: Vec<String> = said.into_iter().map(|it| it.words).collect();
                words.join(", ")
            }
        }
    }

    fn text(&self, field: &str, text: &str) -> String {
        if REFERENCES.contains(&field) {
            return self.name(text);
        }
        if LISTED.contains(&field) {
            return text.replace('_', " ");
        }
        if date::is_date(text) {
            return date::in_words(text);
        }
        text.trim().to_owned()
    }

    /// What a record is called; its id when it has no name.
    fn name(&self, id: &str) -> String {
        self.titles
            .get(id)
            .map_or_else(|| id.to_owned(), |title| (*title).to_owned())
    }

    fn rule_or_formula(&self, parts: &Map<String, Value>) -> String {
        let segment = |id: &str| match self.chain.segment(id) {
            Some(segment) if !segment.name.is_empty() => format!("“{}”", segment.name),
            _ => id.to_owned(),
        };
        let value = Value::Object(parts.clone());
        if let Ok(rule) = serde_json::from_value::<Rule>(value.clone()) {
            return words::rule(&rule, &segment);
        }
        match serde_json::from_value::<Formula>(value) {
            Ok(Formula::Rate { rate }) => {
                let of = rate.of.map(|of| words::rule(&of, &segment));
                let of = of.map_or(String::new(), |of| format!(", of those where {of}"));
                format!("share where {}{of}", words::rule(&rate.success, &segment))
            }
            Ok(Formula::Mean { mean }) => format!("mean of {mean}"),
            Ok(Formula::Counts { counts }) => {
                let one = |it: &crate::formula::Count| {
                    let whom = match it.segment.as_str() {
                        "" => "everyone else".to_owned(),
                        id => segment(id),
                    };
                    format!("{whom} {} of {}", it.yes, it.n)
                };
                let counts: Vec<String> = counts.iter().map(one).collect();
                counts.join("; ")
            }
            Err(_) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::patch::Patch;

    fn chain(text: &str) -> Chain {
        Chain::from_text(text).expect(text)
    }

    fn changed(old: &Chain, patch: &str) -> Vec<Detail> {
        let patch = Patch::read(patch).expect(patch);
        details(old, &patch.apply(old).expect("stands"))
    }

    fn told(detail: &Detail) -> Vec<(&str, &str, &str)> {
        let fields = detail.fields.iter();
        fields
            .map(|it| (it.field.as_str(), it.before.as_str(), it.after.as_str()))
            .collect()
    }

    const BEFORE: &str = r#"{"throughline": 1,
      "decisions": [{"id": "d", "question": "Whom first?", "due": "2026-12-01"}],
      "segments": [
        {"id": "hr", "name": "HR teams", "role": "primary", "decision": "d",
         "rule": {"column": "size", "op": "ge", "value": 200},
         "decides_by": {"urgency": {"score": 3, "note": "now"}},
         "value": {"pains": [{"id": "calls", "text": "Ten calls a gap"}],
                   "payoffs": [{"id": "hours", "text": "Hours back", "pain": "calls"}]}},
        {"id": "it", "name": "IT", "role": "not_for_us"}]}"#;

    #[test]
    fn a_changed_field_says_what_it_said_and_says() {
        let details = changed(
            &chain(BEFORE),
            r#"{"throughline": 1, "segments": [{"id": "hr", "rule": {"all": [
                 {"column": "size", "op": "lt", "value": 1000}, {"not": {"segment": "it"}}]},
               "decides_by": {"urgency": {"score": 5}}, "reach": ["fairs", "the works council"]}]}"#,
        );
        assert_eq!(details.len(), 1);
        assert_eq!(
            told(&details[0]),
            [
                (
                    "rule",
                    "size is at least 200",
                    "size is less than 1000 and not in “IT”"
                ),
                ("decides by urgency score", "3", "5"),
                ("reach", "", "fairs; the works council"),
            ]
        );
        assert_eq!(
            details[0].sentence,
            "Changed 3 fields of the segment “HR teams”"
        );
    }

    #[test]
    fn records_are_told_by_their_names_and_words_and_not_by_ids() {
        let old = chain(BEFORE);
        let details = changed(
            &old,
            r#"{"throughline": 1, "remove": ["decisions/d"], "segments": [{"id": "hr",
               "value": {"payoffs": [{"id": "late", "text": "No late calls", "pain": "calls",
                                      "kind": "risk", "quantity": 3, "unit": "a week"}]}}]}"#,
        );
        let [segment, payoff, decision] = details.as_slice() else {
            panic!("three records differ, not {details:?}");
        };
        assert_eq!(told(segment), [("decision", "Whom first?", "")]);
        assert_eq!(
            told(payoff),
            [
                ("segment", "", "HR teams"),
                ("text", "", "No late calls"),
                ("pain", "", "Ten calls a gap"),
                ("kind", "", "risk"),
                ("quantity", "", "3"),
                ("unit", "", "a week"),
            ]
        );
        assert_eq!(
            told(decision),
            [("question", "Whom first?", ""), ("due", "1 Dec 2026", "")]
        );
        assert_eq!(decision.change.action, Action::Removed);
    }

    #[test]
    fn there_are_as_many_details_as_changes_and_none_between_equals() {
        let old = chain(BEFORE);
        assert_eq!(details(&old, &old), []);
        let new = chain(r#"{"throughline": 1, "offering": {"name": "Rosterly"}}"#);
        let changes = super::super::Diff::between(&old, &new).changes;
        let told: Vec<Change> = details(&old, &new)
            .into_iter()
            .map(|it| it.change)
            .collect();
        assert_eq!(told, changes);
    }
}
