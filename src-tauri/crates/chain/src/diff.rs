//! What differs between two chains: by record, by field, and as a sentence for the history.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use specta::Type;

mod detail;
pub mod order;
mod records;

pub use detail::{Detail, FieldChange, details};

use crate::document::Chain;
use records::{Record, Same, read, records};

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
