//! Taking a record out of a chain: what pointed at it points at nothing afterwards.
//!
//! Only a rule cannot simply lose a part (its meaning would change without a word), so a segment
//! that another segment's rule names stays until that rule is changed.

use crate::document::Chain;
use crate::fault::Fault;
use crate::records::Segment;

const KINDS: &str = "segments, decisions, metrics, datasets, jobs, pains, payoffs, features, \
                     proofs, alternatives, touchpoints, versions, confirmations, suppressions";

/// Takes out what `name` (as `segments/mid-hr`) names. A name that nothing has is not an error:
/// what should be gone is gone.
///
/// # Errors
/// A [`Fault`] when the name is of no known kind, or a segment is still part of a rule.
pub fn remove(chain: &mut Chain, name: &str) -> Result<(), Fault> {
    let Some((kind, id)) = name.split_once('/') else {
        return Err(unknown(name));
    };
    match kind {
        "segments" => return remove_segment(chain, id),
        "decisions" => {
            chain.decisions.retain(|decision| decision.id != id);
            for segment in &mut chain.segments {
                forget(&mut segment.decision, id);
            }
        }
        "metrics" => {
            chain.metrics.retain(|metric| metric.id != id);
            for metric in &mut chain.metrics {
                forget(&mut metric.partner, id);
            }
            for segment in &mut chain.segments {
                segment.targets.retain(|target| target.metric != id);
            }
        }
        "datasets" => chain.datasets.retain(|dataset| dataset.id != id),
        "confirmations" => chain
            .confirmations
            .retain(|confirmation| confirmation.link != id),
        "suppressions" => {
            let named = |s: &crate::Suppression| format!("{}/{}/{}", s.rule, s.record, s.field);
            chain
                .suppressions
                .retain(|suppression| named(suppression) != id);
        }
        "versions" => {
            if let Some((segment, number)) = id.split_once('/') {
                for found in chain
                    .segments
                    .iter_mut()
                    .filter(|found| found.id == segment)
                {
                    found
                        .positioning
                        .versions
                        .retain(|v| v.number.to_string() != number);
                }
            }
        }
        _ => {
            let lists: fn(&mut Segment, &str) = match kind {
                "jobs" => |s, id| s.value.jobs.retain(|r| r.id != id),
                "pains" => |s, id| s.value.pains.retain(|r| r.id != id),
                "payoffs" => |s, id| s.value.payoffs.retain(|r| r.id != id),
                "features" => |s, id| s.value.features.retain(|r| r.id != id),
                "proofs" => |s, id| s.value.proofs.retain(|r| r.id != id),
                "alternatives" => |s, id| s.positioning.alternatives.retain(|r| r.id != id),
                "touchpoints" => |s, id| s.touchpoints.retain(|r| r.id != id),
                _ => return Err(unknown(name)),
            };
            for segment in &mut chain.segments {
                lists(segment, id);
            }
            forget_record(chain, id);
        }
    }
    Ok(())
}

fn unknown(name: &str) -> Fault {
    Fault::at(
        "remove",
        format!("`{name}` names no kind of record"),
        format!("Write the kind, a slash and the id. Kinds are: {KINDS}."),
    )
}

fn remove_segment(chain: &mut Chain, id: &str) -> Result<(), Fault> {
    let resting = chain.segments.iter().find(|segment| {
        segment.id != id
            && segment
                .rule
                .as_ref()
                .is_some_and(|rule| rule.segments().contains(&id))
    });
    if let Some(resting) = resting {
        return Err(Fault::at(
            "remove",
            format!("the rule of “{}” uses the segment `{id}`", resting.name),
            "Change that rule first, or remove both.",
        ));
    }
    let inside: Vec<String> = chain.segment(id).map(ids_inside).unwrap_or_default();
    chain.segments.retain(|segment| segment.id != id);
    for record in inside {
        forget_record(chain, &record);
    }
    chain.confirmations.retain(|confirmation| {
        confirmation
            .link
            .split_once('/')
            .is_none_or(|(segment, _)| segment != id)
    });
    chain
        .suppressions
        .retain(|suppression| suppression.record != id);
    for metric in &mut chain.metrics {
        if let Some(crate::formula::Formula::Counts { counts }) = &mut metric.formula {
            counts.retain(|count| count.segment != id);
        }
    }
    Ok(())
}

/// The ids of the records that live inside a segment.
pub fn ids_inside(segment: &Segment) -> Vec<String> {
    let value = &segment.value;
    value
        .jobs
        .iter()
        .map(|r| &r.id)
        .chain(value.pains.iter().map(|r| &r.id))
        .chain(value.payoffs.iter().map(|r| &r.id))
        .chain(value.features.iter().map(|r| &r.id))
        .chain(value.proofs.iter().map(|r| &r.id))
        .chain(segment.positioning.alternatives.iter().map(|r| &r.id))
        .chain(segment.touchpoints.iter().map(|r| &r.id))
        .cloned()
        .collect()
}

fn forget(reference: &mut String, id: &str) {
    if reference == id {
        reference.clear();
    }
}

fn forget_record(chain: &mut Chain, id: &str) {
    for segment in &mut chain.segments {
        let value = &mut segment.value;
        value
            .pains
            .iter_mut()
            .for_each(|pain| forget(&mut pain.job, id));
        value
            .payoffs
            .iter_mut()
            .for_each(|payoff| forget(&mut payoff.pain, id));
        value
            .features
            .iter_mut()
            .for_each(|feature| forget(&mut feature.payoff, id));
        value
            .proofs
            .iter_mut()
            .for_each(|proof| forget(&mut proof.supports, id));
        segment
            .touchpoints
            .iter_mut()
            .for_each(|touch| touch.claims.retain(|claim| claim != id));
    }
    chain
        .suppressions
        .retain(|suppression| suppression.record != id);
}
