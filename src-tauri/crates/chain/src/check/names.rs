//! What can be wrong with the records by themselves: ids, dates, scores, counts.

use std::collections::{HashMap, HashSet};

use crate::date;
use crate::document::Chain;
use crate::fault::Fault;
use crate::formula::Formula;
use crate::id;
use crate::records::Segment;

/// Checks what can be said of a document by itself: ids, their uniqueness, dates and ranges.
///
/// # Errors
/// The first [`Fault`], in reading order.
pub fn names(chain: &Chain) -> Result<(), Fault> {
    let mut seen = Seen::default();
    for (i, dataset) in chain.datasets.iter().enumerate() {
        let path = format!("datasets[{i}]");
        seen.unique("dataset", &dataset.id, &path)?;
        a_date(&dataset.as_of, &path, "as_of")?;
    }
    for (i, decision) in chain.decisions.iter().enumerate() {
        let path = format!("decisions[{i}]");
        seen.unique("decision", &decision.id, &path)?;
        a_date(&decision.due, &path, "due")?;
    }
    for (i, segment) in chain.segments.iter().enumerate() {
        let path = format!("segments[{i}]");
        seen.unique("segment", &segment.id, &path)?;
        segment_names(segment, &path, &mut seen)?;
    }
    for (i, metric) in chain.metrics.iter().enumerate() {
        let path = format!("metrics[{i}]");
        seen.unique("metric", &metric.id, &path)?;
        if !(metric.threshold >= 0.0 && metric.threshold.is_finite()) {
            return Err(Fault::at(
                format!("{path}.threshold"),
                format!("{} is no difference that could matter", metric.threshold),
                "Give a number of at least 0: for a rate a fraction, as 0.02 for two points.",
            ));
        }
        if let Some(Formula::Counts { counts }) = &metric.formula {
            for (j, count) in counts.iter().enumerate() {
                if !(count.n >= 0.0 && count.yes >= 0.0 && count.yes <= count.n) {
                    return Err(Fault::at(
                        format!("{path}.formula.counts[{j}]"),
                        format!("{} of {} cannot be", count.yes, count.n),
                        "Give how many did it, and of how many: 0 ≤ yes ≤ n.",
                    ));
                }
            }
        }
    }
    for (i, confirmation) in chain.confirmations.iter().enumerate() {
        a_date(&confirmation.on, &format!("confirmations[{i}]"), "on")?;
    }
    for (i, suppression) in chain.suppressions.iter().enumerate() {
        let path = format!("suppressions[{i}]");
        a_date(&suppression.on, &path, "on")?;
        if suppression.reason.trim().is_empty() {
            return Err(Fault::at(
                format!("{path}.reason"),
                "a finding is set aside only with a reason",
                "Write why it does not apply here.",
            ));
        }
    }
    Ok(())
}

fn segment_names(segment: &Segment, path: &str, seen: &mut Seen) -> Result<(), Fault> {
    a_date(&segment.review_on, path, "review_on")?;
    a_date(&segment.tested.on, path, "tested.on")?;
    for (name, axis) in crate::AXIS_NAMES.iter().zip(segment.decides_by.all()) {
        from_one_to_five(axis.score, &format!("{path}.decides_by.{name}.score"))?;
    }
    for (i, target) in segment.targets.iter().enumerate() {
        a_date(&target.by, &format!("{path}.targets[{i}]"), "by")?;
    }
    let value = &segment.value;
    for (i, record) in value.jobs.iter().enumerate() {
        seen.shared("job", &record.id, &format!("{path}.value.jobs[{i}]"))?;
    }
    for (i, record) in value.pains.iter().enumerate() {
        let path = format!("{path}.value.pains[{i}]");
        seen.shared("pain", &record.id, &path)?;
        from_one_to_five(record.severity, &format!("{path}.severity"))?;
    }
    for (i, record) in value.payoffs.iter().enumerate() {
        seen.shared("payoff", &record.id, &format!("{path}.value.payoffs[{i}]"))?;
    }
    for (i, record) in value.features.iter().enumerate() {
        seen.shared(
            "feature",
            &record.id,
            &format!("{path}.value.features[{i}]"),
        )?;
    }
    for (i, record) in value.proofs.iter().enumerate() {
        seen.shared("proof", &record.id, &format!("{path}.value.proofs[{i}]"))?;
    }
    let positioning = &segment.positioning;
    a_date(&positioning.since, &format!("{path}.positioning"), "since")?;
    for (i, record) in positioning.alternatives.iter().enumerate() {
        seen.shared(
            "alternative",
            &record.id,
            &format!("{path}.positioning.alternatives[{i}]"),
        )?;
    }
    let mut numbers = HashSet::new();
    for (i, version) in positioning.versions.iter().enumerate() {
        let path = format!("{path}.positioning.versions[{i}]");
        a_date(&version.since, &path, "since")?;
        a_date(&version.until, &path, "until")?;
        if version.number == 0 || !numbers.insert(version.number) {
            return Err(Fault::at(
                format!("{path}.number"),
                format!("version {} is no number of its own", version.number),
                "Number the versions of a positioning 1, 2, 3 …",
            ));
        }
    }
    for (i, record) in segment.touchpoints.iter().enumerate() {
        seen.shared(
            "touchpoint",
            &record.id,
            &format!("{path}.touchpoints[{i}]"),
        )?;
    }
    Ok(())
}

fn a_date(text: &str, path: &str, field: &str) -> Result<(), Fault> {
    if text.is_empty() || date::is_date(text) {
        return Ok(());
    }
    Err(Fault::at(
        format!("{path}.{field}"),
        format!("“{text}” is no date"),
        "Write dates as 2026-11-23, or leave the field empty.",
    ))
}

fn from_one_to_five(score: Option<u8>, path: &str) -> Result<(), Fault> {
    match score {
        Some(score) if !(1..=5).contains(&score) => Err(Fault::at(
            path,
            format!("{score} is not on the scale"),
            "Scores go from 1 (low) to 5 (high); leave it empty when unknown.",
        )),
        _ => Ok(()),
    }
}

/// Which ids have been met and where, by name space.
#[derive(Default)]
struct Seen(HashMap<&'static str, HashMap<String, String>>);

impl Seen {
    fn unique(&mut self, kind: &'static str, id: &str, path: &str) -> Result<(), Fault> {
        self.note(kind, kind, id, path)
    }

    /// Jobs, pains, payoffs, features, proofs, alternatives and touchpoints share one name space,
    /// so that a reference needs no kind.
    fn shared(&mut self, kind: &'static str, id: &str, path: &str) -> Result<(), Fault> {
        self.note("record", kind, id, path)
    }

    fn note(
        &mut self,
        space: &'static str,
        kind: &'static str,
        id: &str,
        path: &str,
    ) -> Result<(), Fault> {
        if !id::is_id(id) {
            let message = if id.is_empty() {
                format!("this {kind} has no id")
            } else {
                format!("“{id}” is no id")
            };
            return Err(Fault::at(
                format!("{path}.id"),
                message,
                "Ids are 1 to 64 of a–z, 0–9, - and _, starting with a letter or digit.",
            ));
        }
        let met = self.0.entry(space).or_default();
        match met.insert(id.to_owned(), path.to_owned()) {
            None => Ok(()),
            Some(first) => Err(Fault::at(
                format!("{path}.id"),
                format!("the id `{id}` is used twice"),
                "Give each record an id of its own.",
            )
            .with(vec![format!("{first}.id")])),
        }
    }
}
