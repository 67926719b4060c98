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

use super::{RESTS, legacy, rests_on};

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
) -> bool {
    if confirmation.basis == RESTS {
        differences(&confirmation.rests, &rests_on(chain, segment, link)).is_empty()
    } else {
        confirmation.basis == legacy::basis(chain, segment, link)
    }
}

/// What differs from `was` to `now`, in the order of `now`, what is gone last. The order of
/// records, their ids where all their words are the same, and case, space and punctuation of texts
/// make no difference.
pub fn differences(was: &[Ground], now: &[Ground]) -> Vec<Difference> {
    let (was, now) = (Records::of(was), Records::of(now));
    let (kept, new) = now.split(&was);
    let (_, mut gone) = was.split(&now);
    // The same words under another id say the same.
    let mut same: HashMap<Said<'_>, Vec<&str>> = HashMap::new();
    for record in gone.iter().rev() {
        same.entry(record.says()).or_default().push(record.name);
    }
    let mut taken: HashSet<&str> = HashSet::new();
    let mut changed: Vec<(&Record<'_>, &Record<'_>)> = Vec::new();
    changed.extend(
        kept.into_iter()
            .filter_map(|record| Some((was.find(record.name)?, record))),
    );
    let nothing = Record::default();
    for record in new {
        match same.get_mut(&record.says()).and_then(Vec::pop) {
            Some(old) => {
                taken.insert(old);
            }
            None => changed.push((&nothing, record)),
        }
    }
    gone.retain(|record| !taken.contains(record.name));
    changed.extend(gone.into_iter().map(|record| (record, &nothing)));
    let pairs = changed.into_iter();
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
}

/// Grounds by the record that they are of.
struct Records<'a> {
    list: Vec<Record<'a>>,
    at: HashMap<&'a str, usize>,
}

impl<'a> Records<'a> {
    fn of(grounds: &'a [Ground]) -> Self {
        let mut records = Self {
            list: Vec::new(),
            at: HashMap::new(),
        };
        for ground in grounds {
            let key = key(&ground.field, &ground.text);
            if key.is_empty() {
                continue;
            }
            let list = &mut records.list;
            let at = *records.at.entry(&ground.record).or_insert_with(|| {
                list.push(Record {
                    name: &ground.record,
                    fields: Vec::new(),
                });
                list.len() - 1
            });
            list[at].fields.push((&ground.field, &ground.text, key));
        }
        records
    }

    fn find(&self, name: &str) -> Option<&Record<'a>> {
        self.at.get(name).and_then(|at| self.list.get(*at))
    }

    /// The records that the other has too, and those that it lacks.
    fn split(&self, other: &Records<'_>) -> (Vec<&Record<'a>>, Vec<&Record<'a>>) {
        let has = |record: &&Record<'_>| other.at.contains_key(record.name);
        self.list.iter().partition(has)
    }
}

/// What of a text counts. Data counts to the letter, however it is written down.
fn key(field: &str, text: &str) -> String {
    let written =
        |value: Result<String, serde_json::Error>| value.unwrap_or_else(|_| text.to_owned());
    match field.rsplit('.').next().unwrap_or(field) {
        "rule" => {
            written(serde_json::from_str::<Rule>(text).and_then(|r| serde_json::to_string(&r)))
        }
        "formula" => {
            written(serde_json::from_str::<Formula>(text).and_then(|f| serde_json::to_string(&f)))
        }
        "quantity" | "horizon_days" | "threshold" | "score" => {
            let number = text
                .trim()
                .parse::<f64>()
                .map(|number| (number + 0.0).to_string());
            number.unwrap_or_else(|_| text.to_owned())
        }
        "as_of" | "better" | "dataset" => text.to_owned(),
        _ => plain(text),
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
