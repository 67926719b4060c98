//! Whether a confirmed link still holds, and what differs when it does not.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::document::Chain;
use crate::formula::Formula;
use crate::records::{Confirmation, Ground, Segment};
use crate::rule::Rule;
use crate::vocabulary::LinkKind;
use crate::wording::plain;

use super::{GroundKind, Known, RESTS, legacy, rests_on};

/// One thing that a link rests on and that is not what it was when the link was confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Difference {
    /// The record, as `payoffs/hours`.
    pub record: String,
    /// The field.
    pub field: String,
    /// What it said; empty when it is new.
    pub was: String,
    /// What it says; empty when it is gone.
    pub now: String,
}

/// Whether everything that a link rests on is what it was when the link was confirmed.
pub fn holds(
    chain: &Chain,
    segment: &Segment,
    link: LinkKind,
    confirmation: &Confirmation,
    known: &Known,
) -> bool {
    if confirmation.basis == RESTS {
        changes(chain, segment, link, confirmation, known).is_empty()
    } else {
        confirmation.basis == legacy::basis(chain, segment, link)
    }
}

/// What a link rests on and is not what it was when the link was confirmed. Nothing is known of a
/// link that was confirmed in a workbook of schema 1.
pub fn changes(
    chain: &Chain,
    segment: &Segment,
    link: LinkKind,
    confirmation: &Confirmation,
    known: &Known,
) -> Vec<Difference> {
    if confirmation.basis != RESTS {
        return Vec::new();
    }
    let mut changes = differences(&confirmation.rests, &rests_on(chain, segment, link, known));
    if known.rows.is_none() {
        changes.retain(|change| !is_rows(&change.record, &change.field));
    }
    changes
}

fn is_rows(record: &str, field: &str) -> bool {
    field == "rows" && record.starts_with("datasets/")
}

/// What differs from `was` to `now`, in the order of `now`, what is gone last. The order of records
/// makes no difference, nor does which of them says what (segments aside, which rules name), nor
/// case, space and punctuation of texts.
pub fn differences(was: &[Ground], now: &[Ground]) -> Vec<Difference> {
    // As most links stand.
    if was == now {
        return Vec::new();
    }
    let (was, now) = (records(was), records(now));
    let mut spare: HashMap<Said<'_>, Vec<&str>> = HashMap::new();
    let mut old: HashMap<&str, &Record<'_>> = HashMap::new();
    for record in &was {
        spare.entry(record.says()).or_default().push(record.name);
        old.insert(record.name, record);
    }
    // A record that says the same as it did first, then one that says what another did.
    let mut open: Vec<&Record<'_>> = Vec::new();
    for record in &now {
        let names = spare.get_mut(&record.says());
        let at = names
            .as_ref()
            .and_then(|names| names.iter().position(|n| *n == record.name));
        match (names, at) {
            (Some(names), Some(at)) => drop(names.swap_remove(at)),
            _ => open.push(record),
        }
    }
    open.retain(|record| match spare.get_mut(&record.says()) {
        Some(names) if !record.is_named() => names.pop().is_none(),
        _ => true,
    });
    let left: HashSet<&str> = spare.into_values().flatten().collect();
    let nothing = Record::default();
    let mut pairs: Vec<(&Record<'_>, &Record<'_>)> = Vec::new();
    let mut paired: HashSet<&str> = HashSet::new();
    for record in open {
        let before = old.get(record.name).filter(|_| left.contains(record.name));
        paired.extend(before.map(|before| before.name));
        pairs.push((before.copied().unwrap_or(&nothing), record));
    }
    let gone = was
        .iter()
        .filter(|r| left.contains(r.name) && !paired.contains(r.name));
    pairs.extend(gone.map(|record| (record, &nothing)));
    let pairs = pairs.into_iter();
    pairs.flat_map(|(was, now)| between(was, now)).collect()
}

/// The grounds of one record: field, text, and what of the text counts.
#[derive(Default)]
struct Record<'a> {
    name: &'a str,
    fields: Vec<(&'a str, &'a str, String)>,
}

/// A record's kind and all that it says, whatever its id and the order of its fields.
type Said<'a> = (&'a str, Vec<(&'a str, String)>);

impl<'a> Record<'a> {
    fn says(&self) -> Said<'a> {
        let fields = self.fields.iter();
        let mut said: Vec<(&str, String)> = fields
            .map(|(field, _, key)| (*field, key.clone()))
            .collect();
        said.sort();
        let kind = self.name.split_once('/').map_or("", |(kind, _)| kind);
        (kind, said)
    }

    /// Whether others say its id, so that it matters which one says what.
    fn is_named(&self) -> bool {
        self.name.starts_with("segments/")
    }
}

/// Grounds by the record that they are of, in their order.
fn records(grounds: &[Ground]) -> Vec<Record<'_>> {
    let mut at: HashMap<&str, usize> = HashMap::new();
    let mut records: Vec<Record<'_>> = Vec::new();
    for ground in grounds {
        let key = key(&ground.field, &ground.text);
        if key.is_empty() {
            continue;
        }
        let at = *at.entry(&ground.record).or_insert_with(|| {
            records.push(Record {
                name: &ground.record,
                fields: Vec::new(),
            });
            records.len() - 1
        });
        records[at].fields.push((&ground.field, &ground.text, key));
    }
    records
}

/// What of a text counts. Data counts to the letter, however it is written down.
fn key(field: &str, text: &str) -> String {
    let written =
        |value: Result<String, serde_json::Error>| value.unwrap_or_else(|_| text.to_owned());
    match GroundKind::of(field) {
        GroundKind::Rule => {
            written(serde_json::from_str::<Rule>(text).and_then(|r| serde_json::to_string(&r)))
        }
        GroundKind::Formula => {
            written(serde_json::from_str::<Formula>(text).and_then(|f| serde_json::to_string(&f)))
        }
        GroundKind::Number => {
            let number = text
                .trim()
                .parse::<f64>()
                .map(|number| (number + 0.0).to_string());
            number.unwrap_or_else(|_| text.to_owned())
        }
        GroundKind::Name => text.to_owned(),
        GroundKind::Words => plain(text),
    }
}

/// What differs between two states of one record. Texts of one field that both have are paired
/// off; the others are paired in their order.
fn between(was: &Record<'_>, now: &Record<'_>) -> Vec<Difference> {
    let mut fields: Vec<&str> = Vec::new();
    for (field, ..) in now.fields.iter().chain(&was.fields) {
        if !fields.contains(field) {
            fields.push(field);
        }
    }
    let record = if now.name.is_empty() {
        was.name
    } else {
        now.name
    };
    let mut list = Vec::new();
    for field in fields {
        let of = |record: &Record<'_>| {
            let fields = record.fields.iter().filter(|(name, ..)| *name == field);
            let texts: Vec<(String, String)> = fields
                .map(|(_, text, key)| ((*text).to_owned(), key.clone()))
                .collect();
            texts
        };
        let (mut before, mut after) = (of(was), of(now));
        after.retain(
            |(_, key)| match before.iter().position(|(_, old)| old == key) {
                Some(at) => {
                    before.remove(at);
                    false
                }
                None => true,
            },
        );
        for at in 0..before.len().max(after.len()) {
            let text = |texts: &[(String, String)]| {
                texts
                    .get(at)
                    .map(|(text, _)| text.clone())
                    .unwrap_or_default()
            };
            list.push(Difference {
                record: record.to_owned(),
                field: field.to_owned(),
                was: text(&before),
                now: text(&after),
            });
        }
    }
    list
}
