//! What differs between two chains: by record, by field, and as a sentence for the history.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use specta::Type;

mod detail;
pub mod order;

pub use detail::{Detail, FieldChange, details};

use crate::document::Chain;

/// The kinds of record, singular and plural, in the order in which counts are told.
pub const KINDS: &[(&str, &str)] = &[
    ("offering", "offering"),
    ("dataset", "datasets"),
    ("decision", "decisions"),
    ("segment", "segments"),
    ("job", "jobs"),
    ("pain", "pains"),
    ("payoff", "payoffs"),
    ("feature", "features"),
    ("proof", "proofs"),
    ("positioning", "positioning"),
    ("version", "versions"),
    ("alternative", "alternatives"),
    ("touchpoint", "touchpoints"),
    ("metric", "metrics"),
    ("confirmation", "confirmations"),
    ("suppression", "suppressions"),
];

/// What happened to one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// It was not there before.
    Created,
    /// Some of its fields differ.
    Changed,
    /// It is gone.
    Removed,
}

/// One record that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Change {
    /// Its kind, as `payoff`.
    pub kind: String,
    /// Its id; `segment/number` for versions, the segment's for positioning, empty for the offering.
    pub id: String,
    /// What a person calls it: its name or the start of its text.
    pub title: String,
    /// The name of the segment that it belongs to, or empty.
    pub within: String,
    /// What happened.
    pub action: Action,
    /// The fields that differ, when it was changed.
    pub fields: Vec<String>,
}

/// How many records of a kind were created, changed, left alone, removed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct Counts {
    /// The kind, plural.
    pub kind: String,
    /// New ones.
    pub created: u32,
    /// Changed ones.
    pub changed: u32,
    /// Untouched ones (among those both chains have).
    pub unchanged: u32,
    /// Gone ones.
    pub removed: u32,
}

/// What differs between two chains.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct Diff {
    /// Each record that differs, removed ones last.
    pub changes: Vec<Change>,
    /// Counts by kind; kinds that neither chain has are left out.
    pub counts: Vec<Counts>,
}

impl Diff {
    /// What differs from `old` to `new`.
    pub fn between(old: &Chain, new: &Chain) -> Self {
        let before = records(old);
        let after = records(new);
        let had: HashMap<(&str, &str), &Record> = before.iter().map(|r| (r.key(), r)).collect();
        let has: HashMap<(&str, &str), &Record> = after.iter().map(|r| (r.key(), r)).collect();
        let mut changes = Vec::new();
        let mut counts: Vec<Counts> = KINDS
            .iter()
            .map(|(_, plural)| Counts {
                kind: (*plural).to_owned(),
                ..Counts::default()
            })
            .collect();
        for record in &after {
            let count = &mut counts[record.kind];
            match had.get(&record.key()) {
                None => {
                    count.created += 1;
                    changes.push(record.change(Action::Created, Vec::new()));
                }
                Some(old) => match record.differing(old) {
                    fields if fields.is_empty() => count.unchanged += 1,
                    fields => {
                        count.changed += 1;
                        changes.push(record.change(Action::Changed, fields));
                    }
                },
            }
        }
        for record in before
            .iter()
            .filter(|record| !has.contains_key(&record.key()))
        {
            counts[record.kind].removed += 1;
            changes.push(record.change(Action::Removed, Vec::new()));
        }
        counts.retain(|c| c.created + c.changed + c.unchanged + c.removed > 0);
        Self { changes, counts }
    }

    /// Whether nothing a person wrote differs (order aside).
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The difference as one sentence for the history, without its full stop.
    pub fn sentence(&self) -> String {
        match self.changes.as_slice() {
            [] => "Changed the order of records".to_owned(),
            [one] => one.sentence(),
            many => {
                let lead = most_telling(many);
                let others = many.len() - 1;
                let noun = if others == 1 {
                    "other change"
                } else {
                    "other changes"
                };
                format!("{}, and {others} {noun}", lead.sentence())
            }
        }
    }
}

/// The change that names the whole: a new or removed segment before a new pain inside it.
fn most_telling(changes: &[Change]) -> &Change {
    let weight = |change: &Change| {
        let kind = match change.kind.as_str() {
            "segment" => 3,
            "decision" | "metric" | "dataset" => 2,
            "confirmation" | "suppression" => 0,
            _ => 1,
        };
        (change.action != Action::Changed, kind)
    };
    // `max_by_key` takes the last of equals; reading order wants the first.
    changes
        .iter()
        .rev()
        .max_by_key(|change| weight(change))
        .unwrap_or(&changes[0])
}

impl Change {
    /// The change as a sentence, without its full stop.
    pub fn sentence(&self) -> String {
        let within = if self.within.is_empty() {
            String::new()
        } else {
            format!(" in {}", self.within)
        };
        let named = if self.title.is_empty() {
            format!("the {}", self.kind)
        } else {
            format!("the {} “{}”", self.kind, self.title)
        };
        match self.action {
            Action::Created if self.title.is_empty() => format!("Added a {}{within}", self.kind),
            Action::Created => format!("Added {named}{within}"),
            Action::Removed => format!("Removed {named}{within}"),
            Action::Changed => {
                let fields = self
                    .fields
                    .iter()
                    .map(|f| f.replace('_', " "))
                    .collect::<Vec<_>>();
                let fields = match fields.as_slice() {
                    [one] => one.clone(),
                    [one, two] => format!("{one} and {two}"),
                    many => format!("{} fields", many.len()),
                };
                format!("Changed {fields} of {named}{within}")
            }
        }
    }
}

/// A record by itself: its own fields, not those of records inside it.
struct Record {
    /// Index into [`KINDS`].
    kind: usize,
    id: String,
    title: String,
    within: String,
    fields: Map<String, Value>,
}

impl Record {
    fn key(&self) -> (&str, &str) {
        (KINDS[self.kind].0, &self.id)
    }

    fn differing(&self, old: &Record) -> Vec<String> {
        let mut fields: Vec<String> = self
            .fields
            .iter()
            .filter(|(name, value)| old.fields.get(*name) != Some(value))
            .map(|(name, _)| name.clone())
            .collect();
        if self.within_id() != old.within_id() {
            fields.push("segment".to_owned());
        }
        fields
    }

    fn within_id(&self) -> Option<&Value> {
        self.fields.get("\u{0}segment")
    }

    fn change(&self, action: Action, mut fields: Vec<String>) -> Change {
        fields.retain(|name| !name.starts_with('\u{0}'));
        Change {
            kind: KINDS[self.kind].0.to_owned(),
            id: self.id.clone(),
            title: self.title.clone(),
            within: self.within.clone(),
            action,
            fields,
        }
    }
}

/// Every record of a chain, in reading order.
fn records(chain: &Chain) -> Vec<Record> {
    let mut list = Flat(Vec::new());
    let offering = fields(&chain.offering);
    if chain.offering != crate::Offering::default() {
        list.push("offering", String::new(), offering, None);
    }
    chain
        .datasets
        .iter()
        .for_each(|r| list.record("dataset", r, None));
    chain
        .decisions
        .iter()
        .for_each(|r| list.record("decision", r, None));
    for segment in &chain.segments {
        let mut own = fields(segment);
        for inside in ["value", "positioning", "touchpoints"] {
            own.shift_remove(inside);
        }
        list.push("segment", segment.id.clone(), own, None);
        let home = Some((segment.id.as_str(), segment.name.as_str()));
        let value = &segment.value;
        value.jobs.iter().for_each(|r| list.record("job", r, home));
        value
            .pains
            .iter()
            .for_each(|r| list.record("pain", r, home));
        value
            .payoffs
            .iter()
            .for_each(|r| list.record("payoff", r, home));
        value
            .features
            .iter()
            .for_each(|r| list.record("feature", r, home));
        value
            .proofs
            .iter()
            .for_each(|r| list.record("proof", r, home));
        let positioning = &segment.positioning;
        if *positioning != crate::Positioning::default() {
            let mut own = fields(positioning);
            own.shift_remove("alternatives");
            own.shift_remove("versions");
            list.push("positioning", segment.id.clone(), own, home);
        }
        for version in &positioning.versions {
            let id = format!("{}/{}", segment.id, version.number);
            list.push("version", id, fields(version), home);
        }
        positioning
            .alternatives
            .iter()
            .for_each(|r| list.record("alternative", r, home));
        segment
            .touchpoints
            .iter()
            .for_each(|r| list.record("touchpoint", r, home));
    }
    chain
        .metrics
        .iter()
        .for_each(|r| list.record("metric", r, None));
    for confirmation in &chain.confirmations {
        list.push(
            "confirmation",
            confirmation.link.clone(),
            fields(confirmation),
            None,
        );
    }
    for suppression in &chain.suppressions {
        let id = format!(
            "{}/{}/{}",
            suppression.rule, suppression.record, suppression.field
        );
        list.push("suppression", id, fields(suppression), None);
    }
    list.0
}

struct Flat(Vec<Record>);

impl Flat {
    fn record<T: Serialize>(&mut self, kind: &str, record: &T, home: Option<(&str, &str)>) {
        let fields = fields(record);
        let id = fields
            .get("id")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        self.push(kind, id, fields, home);
    }

    fn push(
        &mut self,
        kind: &str,
        id: String,
        mut fields: Map<String, Value>,
        home: Option<(&str, &str)>,
    ) {
        let kind = KINDS
            .iter()
            .position(|(name, _)| *name == kind)
            .unwrap_or_default();
        let title = title(&fields, &id);
        let within = home.map(|(_, name)| name.to_owned()).unwrap_or_default();
        if let Some((segment, _)) = home {
            fields.insert("\u{0}segment".to_owned(), Value::String(segment.to_owned()));
        }
        self.0.push(Record {
            kind,
            id,
            title,
            within,
            fields,
        });
    }
}

fn fields<T: Serialize>(record: &T) -> Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// What a person would call a record, cut after a few words.
fn title(fields: &Map<String, Value>, id: &str) -> String {
    let text = ["name", "text", "question", "link", "rule", "number"]
        .iter()
        .find_map(|field| match fields.get(*field) {
            Some(Value::String(text)) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            Some(Value::Number(number)) => Some(number.to_string()),
            _ => None,
        })
        .unwrap_or_else(|| {
            if fields.contains_key("id") {
                id.to_owned()
            } else {
                String::new()
            }
        });
    let mut cut: String = text.chars().take(48).collect();
    if cut.len() < text.len() {
        cut = cut.trim_end().to_owned();
        cut.push('…');
    }
    cut
}
