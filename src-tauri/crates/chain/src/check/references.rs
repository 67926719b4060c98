//! What records point at: that it is there, and of the right kind.

use std::collections::{HashMap, HashSet};

use super::circles::rules_have_no_circle;
use super::names::names;
use crate::document::Chain;
use crate::fault::Fault;
use crate::formula::Formula;

/// Checks that everything a chain points at is there, and that rules name each other in no circle.
///
/// # Errors
/// The first [`Fault`], in reading order.
pub fn references(chain: &Chain) -> Result<(), Fault> {
    names(chain)?;
    let kinds = record_kinds(chain);
    let decisions: HashSet<&str> = chain.decisions.iter().map(|r| r.id.as_str()).collect();
    let metrics: HashSet<&str> = chain.metrics.iter().map(|r| r.id.as_str()).collect();
    let segments: HashSet<&str> = chain.segments.iter().map(|r| r.id.as_str()).collect();
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
        if !segment.decision.is_empty() && !decisions.contains(segment.decision.as_str()) {
            return Err(dangling(
                format!("{path}.decision"),
                &segment.decision,
                "is no decision",
            ));
        }
        for (j, target) in segment.targets.iter().enumerate() {
            if !metrics.contains(target.metric.as_str()) {
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
            && (metric.partner == metric.id || !metrics.contains(metric.partner.as_str()))
        {
            return Err(dangling(
                format!("{path}.partner"),
                &metric.partner,
                "is no other metric",
            ));
        }
        for rule in metric.formula.iter().flat_map(Formula::rules) {
            segments_exist(&segments, rule, || format!("{path}.formula"))?;
        }
        if let Some(Formula::Counts { counts }) = &metric.formula {
            for (j, count) in counts.iter().enumerate() {
                if !count.segment.is_empty() && !segments.contains(count.segment.as_str()) {
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
                segments.contains(segment) && crate::LinkKind::from_text(link).is_some()
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
    rules_have_no_circle(chain, &segments)
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

pub(super) fn segments_exist(
    segments: &HashSet<&str>,
    rule: &crate::Rule,
    path: impl Fn() -> String,
) -> Result<(), Fault> {
    match rule
        .segments()
        .into_iter()
        .find(|id| !segments.contains(id))
    {
        Some(id) => Err(dangling(path(), id, "is no segment")),
        None => Ok(()),
    }
}
