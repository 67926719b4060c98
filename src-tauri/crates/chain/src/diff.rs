//! What differs between two chains: by record, by field, and as a sentence for the history.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use specta::Type;

mod detail;
pub mod order;

pub use detail::{Detail, FieldChange, details};

use crate::document::Chain;
use crate::records::{Confirmation, Segment};

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
        let same = Same::in_both(old, new);
        Self::of(&read(old, &same), &read(new, &same))
    }

    fn of(before: &[Record], after: &[Record]) -> Self {
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
        for record in after {
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

/// What two chains both hold to the letter: an edit leaves nearly everything as it was, and what is
/// the same need not be taken apart.
#[derive(Default)]
struct Same<'a> {
    segments: HashSet<&'a str>,
    confirmations: HashSet<&'a str>,
}

impl<'a> Same<'a> {
    fn in_both(old: &'a Chain, new: &'a Chain) -> Self {
        let segments: HashMap<&str, &Segment> =
            old.segments.iter().map(|it| (it.id.as_str(), it)).collect();
        let confirmations: HashMap<&str, &Confirmation> = old
            .confirmations
            .iter()
            .map(|it| (it.link.as_str(), it))
            .collect();
        Self {
            segments: new
                .segments
                .iter()
                .filter(|it| segments.get(it.id.as_str()) == Some(it))
                .map(|it| it.id.as_str())
                .collect(),
            confirmations: new
                .confirmations
                .iter()
                .filter(|it| confirmations.get(it.link.as_str()) == Some(it))
                .map(|it| it.link.as_str())
                .collect(),
        }
    }
}

/// Every record of a chain, in reading order.
fn records(chain: &Chain) -> Vec<Record> {
    read(chain, &Same::default())
}

/// The same, those that are the same in another chain by their ids alone.
fn read(chain: &Chain, same: &Same<'_>) -> Vec<Record> {
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
        if same.segments.contains(segment.id.as_str()) {
            list.ids(segment);
            continue;
        }
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
        if same.confirmations.contains(confirmation.link.as_str()) {
            list.id("confirmation", &confirmation.link);
            continue;
        }
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
    /// A record of which no more than the id matters.
    fn id(&mut self, kind: &str, id: &str) {
        self.0.push(Record {
            kind: kind_of(kind),
            id: id.to_owned(),
            title: String::new(),
            within: String::new(),
            fields: Map::new(),
        });
    }

    /// A segment and all in it by their ids.
    fn ids(&mut self, segment: &Segment) {
        self.id("segment", &segment.id);
        let (value, positioning) = (&segment.value, &segment.positioning);
        value.jobs.iter().for_each(|r| self.id("job", &r.id));
        value.pains.iter().for_each(|r| self.id("pain", &r.id));
        value.payoffs.iter().for_each(|r| self.id("payoff", &r.id));
        value
            .features
            .iter()
            .for_each(|r| self.id("feature", &r.id));
        value.proofs.iter().for_each(|r| self.id("proof", &r.id));
        if *positioning != crate::Positioning::default() {
            self.id("positioning", &segment.id);
        }
        for version in &positioning.versions {
            self.id("version", &format!("{}/{}", segment.id, version.number));
        }
        let alternatives = positioning.alternatives.iter();
        alternatives.for_each(|r| self.id("alternative", &r.id));
        let touchpoints = segment.touchpoints.iter();
        touchpoints.for_each(|r| self.id("touchpoint", &r.id));
    }

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
        let kind = kind_of(kind);
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

/// The place of a kind in [`KINDS`].
fn kind_of(kind: &str) -> usize {
    KINDS
        .iter()
        .position(|(name, _)| *name == kind)
        .unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(text: &str) -> Chain {
        Chain::from_text(text).expect("stands")
    }

    #[test]
    fn what_is_the_same_in_both_is_counted_as_if_it_had_been_read() {
        let one = chain(
            r#"{"throughline": 1, "offering": {"name": "Firstday"},
            "segments": [
              {"id": "hr", "name": "HR", "value": {"payoffs": [{"id": "p", "text": "3 hours"}],
               "proofs": [{"id": "q", "supports": "p"}]}, "positioning": {"benefit": "3 hours",
               "alternatives": [{"id": "a", "name": "a sheet"}],
               "versions": [{"number": 1, "benefit": "5 hours"}]},
               "touchpoints": [{"id": "t", "text": "3 hours"}]},
              {"id": "ops", "name": "Ops", "value": {"jobs": [{"id": "j", "text": "Plan"}],
               "pains": [{"id": "n"}], "features": [{"id": "f"}]}}],
            "confirmations": [{"link": "hr/value", "on": "2026-11-01"}]}"#,
        );
        let mut renamed = one.clone();
        renamed.segments[1].value.jobs[0].text = "Plan the week".into();
        let mut moved = one.clone();
        let payoff = moved.segments[0].value.payoffs.remove(0);
        moved.segments[1].value.payoffs.push(payoff);
        let mut gone = one.clone();
        gone.segments.remove(0);
        gone.confirmations.clear();
        for other in [&one, &renamed, &moved, &gone] {
            for (old, new) in [(&one, other), (other, &one)] {
                assert_eq!(
                    Diff::between(old, new),
                    Diff::of(&records(old), &records(new))
                );
            }
        }
        let counts = &Diff::between(&one, &renamed).counts;
        let segments = counts.iter().find(|it| it.kind == "segments");
        assert_eq!(segments.map(|it| it.unchanged), Some(2));
    }
}
