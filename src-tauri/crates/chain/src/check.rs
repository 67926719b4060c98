//! Whether a chain holds together: ids, references, dates, scores, rules that name each other.

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

/// Checks that everything a chain points at is there, and that rules name each other in no circle.
///
/// # Errors
/// The first [`Fault`], in reading order.
pub fn references(chain: &Chain) -> Result<(), Fault> {
    names(chain)?;
    let kinds = record_kinds(chain);
    let points_at = |id: &str, wanted: &str, path: String| -> Result<(), Fault> {
        match kinds.get(id) {
            _ if id.is_empty() => Ok(()),
            Some(kind) if wanted.is_empty() || *kind == wanted => Ok(()),
            Some(kind) => Err(dangling(path, id, &format!("is a {kind}, not a {wanted}"))),
            None => Err(dangling(path, id, "is nowhere in the workbook")),
        }
    };
    for (i, segment) in chain.segments.iter().enumerate() {
        let path = format!("segments[{i}]");
        if !segment.decision.is_empty() && chain.decision(&segment.decision).is_none() {
            return Err(dangling(
                format!("{path}.decision"),
                &segment.decision,
                "is no decision",
            ));
        }
        for (j, target) in segment.targets.iter().enumerate() {
            if chain.metric(&target.metric).is_none() {
                let path = format!("{path}.targets[{j}].metric");
                return Err(dangling(path, &target.metric, "is no metric"));
            }
        }
        let value = &segment.value;
        for (j, pain) in value.pains.iter().enumerate() {
            points_at(&pain.job, "job", format!("{path}.value.pains[{j}].job"))?;
        }
        for (j, payoff) in value.payoffs.iter().enumerate() {
            points_at(
                &payoff.pain,
                "pain",
                format!("{path}.value.payoffs[{j}].pain"),
            )?;
        }
        for (j, feature) in value.features.iter().enumerate() {
            points_at(
                &feature.payoff,
                "payoff",
                format!("{path}.value.features[{j}].payoff"),
            )?;
        }
        for (j, proof) in value.proofs.iter().enumerate() {
            points_at(
                &proof.supports,
                "",
                format!("{path}.value.proofs[{j}].supports"),
            )?;
        }
        for (j, touchpoint) in segment.touchpoints.iter().enumerate() {
            for (k, claim) in touchpoint.claims.iter().enumerate() {
                points_at(claim, "", format!("{path}.touchpoints[{j}].claims[{k}]"))?;
            }
        }
    }
    for (i, metric) in chain.metrics.iter().enumerate() {
        let path = format!("metrics[{i}]");
        if !metric.partner.is_empty()
            && (metric.partner == metric.id || chain.metric(&metric.partner).is_none())
        {
            return Err(dangling(
                format!("{path}.partner"),
                &metric.partner,
                "is no other metric",
            ));
        }
        for rule in metric.formula.iter().flat_map(Formula::rules) {
            segments_exist(chain, rule, &format!("{path}.formula"))?;
        }
        if let Some(Formula::Counts { counts }) = &metric.formula {
            for (j, count) in counts.iter().enumerate() {
                if !count.segment.is_empty() && chain.segment(&count.segment).is_none() {
                    let path = format!("{path}.formula.counts[{j}].segment");
                    return Err(dangling(path, &count.segment, "is no segment"));
                }
            }
        }
    }
    for (i, confirmation) in chain.confirmations.iter().enumerate() {
        let known = confirmation
            .link
            .split_once('/')
            .is_some_and(|(segment, link)| {
                chain.segment(segment).is_some() && crate::LinkKind::from_text(link).is_some()
            });
        if !known {
            let path = format!("confirmations[{i}].link");
            return Err(dangling(
                path,
                &confirmation.link,
                "is no link of a segment",
            ));
        }
    }
    rules_have_no_circle(chain)
}

fn dangling(path: String, id: &str, why: &str) -> Fault {
    Fault::at(
        path,
        format!("`{id}` {why}"),
        "Add it in the same document, or leave the field empty.",
    )
}

fn record_kinds(chain: &Chain) -> HashMap<&str, &'static str> {
    let mut kinds = HashMap::new();
    for segment in &chain.segments {
        let value = &segment.value;
        kinds.extend(value.jobs.iter().map(|r| (r.id.as_str(), "job")));
        kinds.extend(value.pains.iter().map(|r| (r.id.as_str(), "pain")));
        kinds.extend(value.payoffs.iter().map(|r| (r.id.as_str(), "payoff")));
        kinds.extend(value.features.iter().map(|r| (r.id.as_str(), "feature")));
        kinds.extend(value.proofs.iter().map(|r| (r.id.as_str(), "proof")));
        let alternatives = &segment.positioning.alternatives;
        kinds.extend(alternatives.iter().map(|r| (r.id.as_str(), "alternative")));
        kinds.extend(
            segment
                .touchpoints
                .iter()
                .map(|r| (r.id.as_str(), "touchpoint")),
        );
    }
    kinds
}

fn segments_exist(chain: &Chain, rule: &crate::Rule, path: &str) -> Result<(), Fault> {
    match rule
        .segments()
        .into_iter()
        .find(|id| chain.segment(id).is_none())
    {
        Some(id) => Err(dangling(path.to_owned(), id, "is no segment")),
        None => Ok(()),
    }
}

/// Walks the segments' rules with three colours; a rule that comes back to a segment on the way is
/// a circle. The walk keeps its own stack: a chain of 100,000 segments is no reason to fall over.
fn rules_have_no_circle(chain: &Chain) -> Result<(), Fault> {
    let index: HashMap<&str, usize> = chain
        .segments
        .iter()
        .enumerate()
        .map(|(i, s)| (s.id.as_str(), i))
        .collect();
    let named: Vec<Vec<usize>> = chain
        .segments
        .iter()
        .enumerate()
        .map(|(i, segment)| {
            let Some(rule) = &segment.rule else {
                return Ok(Vec::new());
            };
            segments_exist(chain, rule, &format!("segments[{i}].rule"))?;
            Ok(rule
                .segments()
                .iter()
                .filter_map(|id| index.get(id).copied())
                .collect())
        })
        .collect::<Result<_, Fault>>()?;
    let mut done = vec![false; named.len()];
    let mut open = vec![false; named.len()];
    for start in 0..named.len() {
        let mut way = vec![(start, 0)];
        open[start] = !done[start];
        while let Some((segment, next)) = way.pop() {
            if done[segment] {
                continue;
            }
            match named[segment].get(next) {
                Some(&inner) if open[inner] => {
                    return Err(Fault::at(
                        format!("segments[{segment}].rule"),
                        format!(
                            "the rules of `{}` and `{}` name each other in a circle",
                            chain.segments[segment].id, chain.segments[inner].id
                        ),
                        "Take one of them out of the other's rule.",
                    ));
                }
                Some(&inner) => {
                    way.push((segment, next + 1));
                    if !done[inner] {
                        open[inner] = true;
                        way.push((inner, 0));
                    }
                }
                None => {
                    done[segment] = true;
                    open[segment] = false;
                }
            }
        }
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

/// Which ids have been met, by name space.
#[derive(Default)]
struct Seen(HashMap<&'static str, HashSet<String>>);

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
        if !self.0.entry(space).or_default().insert(id.to_owned()) {
            return Err(Fault::at(
                format!("{path}.id"),
                format!("the id `{id}` is used twice"),
                "Give each record an id of its own.",
            ));
        }
        Ok(())
    }
}
