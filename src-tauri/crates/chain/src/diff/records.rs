//! A chain taken apart into its records.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use serde_json::{Map, Value};

use super::{Action, Change, KINDS};
use crate::document::Chain;
use crate::records::{Confirmation, Segment};

/// A record by itself: its own fields, not those of records inside it.
pub(super) struct Record {
    /// Index into [`KINDS`].
    pub(super) kind: usize,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) within: String,
    pub(super) fields: Map<String, Value>,
}

impl Record {
    pub(super) fn key(&self) -> (&str, &str) {
        (KINDS[self.kind].0, &self.id)
    }

    pub(super) fn differing(&self, old: &Record) -> Vec<String> {
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

    pub(super) fn within_id(&self) -> Option<&Value> {
        self.fields.get("\u{0}segment")
    }

    pub(super) fn change(&self, action: Action, mut fields: Vec<String>) -> Change {
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
pub(super) struct Same<'a> {
    segments: HashSet<&'a str>,
    confirmations: HashSet<&'a str>,
}

impl<'a> Same<'a> {
    pub(super) fn in_both(old: &'a Chain, new: &'a Chain) -> Self {
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
pub(super) fn records(chain: &Chain) -> Vec<Record> {
    read(chain, &Same::default())
}

/// The same, those that are the same in another chain by their ids alone.
pub(super) fn read(chain: &Chain, same: &Same<'_>) -> Vec<Record> {
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
