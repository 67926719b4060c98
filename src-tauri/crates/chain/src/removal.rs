//! Taking a record out of a chain: what pointed at it points at nothing afterwards.
//!
//! Only a rule cannot simply lose a part (its meaning would change without a word), so a segment
//! that another segment's rule names stays until that rule is changed.

use std::collections::{HashMap, HashSet};

use crate::document::Chain;
use crate::fault::Fault;
use crate::records::Segment;

const KINDS: &str = "segments, decisions, metrics, datasets, jobs, pains, payoffs, features, \
                     proofs, alternatives, touchpoints, versions, confirmations, suppressions";

/// Takes out what `names` (as `segments/mid-hr`) name, all at once. A name that nothing has is not
/// an error: what should be gone is gone.
///
/// # Errors
/// A [`Fault`] when a name is of no known kind, or a segment is part of the rule of one that stays.
pub fn remove(chain: &mut Chain, names: &[String]) -> Result<(), Fault> {
    if names.is_empty() {
        return Ok(());
    }
    let named = Named::of(names)?;
    let mut gone = segments(chain, &named)?;
    chain
        .decisions
        .retain(|record| named.keeps("decisions", &record.id));
    chain
        .metrics
        .retain(|record| named.keeps("metrics", &record.id));
    chain
        .datasets
        .retain(|record| named.keeps("datasets", &record.id));
    chain
        .confirmations
        .retain(|record| named.keeps("confirmations", &record.link));
    chain.suppressions.retain(|record| {
        let name = format!("{}/{}/{}", record.rule, record.record, record.field);
        named.keeps("suppressions", &name)
    });
    for metric in &mut chain.metrics {
        named.forget("metrics", &mut metric.partner);
    }
    for segment in &mut chain.segments {
        named.forget("decisions", &mut segment.decision);
        segment
            .targets
            .retain(|target| named.keeps("metrics", &target.metric));
        records(segment, &named, &mut gone);
    }
    forget_records(chain, &gone);
    Ok(())
}

/// The ids to remove, by kind.
struct Named<'a>(HashMap<&'a str, HashSet<&'a str>>);

impl<'a> Named<'a> {
    fn of(names: &'a [String]) -> Result<Self, Fault> {
        let mut named: HashMap<&str, HashSet<&str>> = HashMap::new();
        for name in names {
            let (kind, id) = name.split_once('/').ok_or_else(|| unknown(name))?;
            if !KINDS.split(", ").any(|known| known == kind) {
                return Err(unknown(name));
            }
            named.entry(kind).or_default().insert(id);
        }
        Ok(Self(named))
    }

    fn keeps(&self, kind: &str, id: &str) -> bool {
        !self.0.get(kind).is_some_and(|ids| ids.contains(id))
    }

    /// Clears a reference to a record that goes.
    fn forget(&self, kind: &str, reference: &mut String) {
        if !self.keeps(kind, reference) {
            reference.clear();
        }
    }
}

fn unknown(name: &str) -> Fault {
    Fault::at(
        "remove",
        format!("`{name}` names no kind of record"),
        format!("Write the kind, a slash and the id. Kinds are: {KINDS}."),
    )
}

/// Takes segments out, with what speaks of them; gives the ids of the records that went with them.
fn segments(chain: &mut Chain, named: &Named<'_>) -> Result<HashSet<String>, Fault> {
    let stays = |id: &str| named.keeps("segments", id);
    for resting in chain.segments.iter().filter(|segment| stays(&segment.id)) {
        let inner = resting.rule.iter().flat_map(|rule| rule.segments());
        if let Some(id) = inner.into_iter().find(|id| !stays(id)) {
            return Err(Fault::at(
                "remove",
                format!("the rule of “{}” uses the segment `{id}`", resting.name),
                "Change that rule first, or remove both.",
            ));
        }
    }
    let (stay, go): (Vec<Segment>, Vec<Segment>) = std::mem::take(&mut chain.segments)
        .into_iter()
        .partition(|segment| stays(&segment.id));
    chain.segments = stay;
    if go.is_empty() {
        return Ok(HashSet::new());
    }
    chain.confirmations.retain(|confirmation| {
        confirmation
            .link
            .split_once('/')
            .is_none_or(|(segment, _)| stays(segment))
    });
    chain
        .suppressions
        .retain(|suppression| stays(&suppression.record));
    for metric in &mut chain.metrics {
        if let Some(crate::formula::Formula::Counts { counts }) = &mut metric.formula {
            counts.retain(|count| stays(&count.segment));
        }
    }
    Ok(go.iter().flat_map(ids_inside).collect())
}

/// Takes records and versions out of a segment, and adds the ids that went to `gone`.
fn records(segment: &mut Segment, named: &Named<'_>, gone: &mut HashSet<String>) {
    let mut keeps = |kind: &str, id: &String| {
        let keeps = named.keeps(kind, id);
        if !keeps {
            gone.insert(id.clone());
        }
        keeps
    };
    let value = &mut segment.value;
    value.jobs.retain(|record| keeps("jobs", &record.id));
    value.pains.retain(|record| keeps("pains", &record.id));
    value.payoffs.retain(|record| keeps("payoffs", &record.id));
    value
        .features
        .retain(|record| keeps("features", &record.id));
    value.proofs.retain(|record| keeps("proofs", &record.id));
    let positioning = &mut segment.positioning;
    positioning
        .alternatives
        .retain(|record| keeps("alternatives", &record.id));
    segment
        .touchpoints
        .retain(|record| keeps("touchpoints", &record.id));
    let id = &segment.id;
    positioning
        .versions
        .retain(|version| named.keeps("versions", &format!("{id}/{}", version.number)));
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

fn forget_records(chain: &mut Chain, gone: &HashSet<String>) {
    if gone.is_empty() {
        return;
    }
    let forget = |reference: &mut String| {
        if gone.contains(reference) {
            reference.clear();
        }
    };
    for segment in &mut chain.segments {
        let value = &mut segment.value;
        value.pains.iter_mut().for_each(|r| forget(&mut r.job));
        value.payoffs.iter_mut().for_each(|r| forget(&mut r.pain));
        value
            .features
            .iter_mut()
            .for_each(|r| forget(&mut r.payoff));
        value
            .proofs
            .iter_mut()
            .for_each(|r| forget(&mut r.supports));
        for touchpoint in &mut segment.touchpoints {
            touchpoint.claims.retain(|claim| !gone.contains(claim));
        }
    }
    chain
        .suppressions
        .retain(|suppression| !gone.contains(&suppression.record));
}
