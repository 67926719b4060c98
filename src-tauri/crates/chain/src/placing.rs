//! Putting a record into another place of its list: what a patch says under `place`.
//!
//! Order is the only thing that laying records over records cannot say, for a patch names few of
//! a list. A record stays in its list; into another segment it comes by being named there.

use serde::Deserialize;

use crate::document::Chain;
use crate::fault::Fault;
use crate::records::Segment;

const KINDS: &str = "segments, decisions, metrics, datasets, jobs, pains, payoffs, features, \
                     proofs, alternatives, touchpoints";

/// How many neighbours a fault names.
const NAMED: usize = 8;

/// A record and where in its list it stands from now on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The record, as `payoffs/hours`.
    pub record: String,
    /// The record of the same list that comes right after it; without one it is the last.
    #[serde(default)]
    pub before: String,
}

/// Puts records where `places` say, one after the other.
///
/// # Errors
/// A [`Fault`] when a record is not there, or does not share a list with the one it is to precede.
pub(crate) fn place(chain: &mut Chain, places: &[Place]) -> Result<(), Fault> {
    for (at, place) in places.iter().enumerate() {
        let (kind, id) = named(&place.record, at, "record")?;
        let before = match place.before.as_str() {
            "" => None,
            name => Some(named(name, at, "before")?),
        };
        let Some(list) = ids(chain, kind, id) else {
            return Err(Fault::at(
                format!("place[{at}].record"),
                format!("there is no record `{}`", place.record),
                "A record must be there before it is placed; `throughline dump` shows every id.",
            ));
        };
        if let Some((other, neighbour)) = before
            && (other != kind || !list.iter().any(|it| it == neighbour))
        {
            return Err(another_list(at, place, kind, &list));
        }
        put(chain, kind, id, before.map(|(_, neighbour)| neighbour));
    }
    Ok(())
}

/// The kind and the id that a name as `payoffs/hours` holds.
fn named<'a>(name: &'a str, at: usize, field: &str) -> Result<(&'a str, &'a str), Fault> {
    name.split_once('/')
        .filter(|(kind, _)| KINDS.split(", ").any(|known| known == *kind))
        .ok_or_else(|| {
            Fault::at(
                format!("place[{at}].{field}"),
                format!("`{name}` names no kind of record that has an order"),
                format!("Write the kind, a slash and the id. Kinds are: {KINDS}."),
            )
        })
}

fn another_list(at: usize, place: &Place, kind: &str, list: &[String]) -> Fault {
    let beside = list
        .iter()
        .map(|id| format!("{kind}/{id}"))
        .filter(|name| *name != place.record);
    let named: Vec<String> = beside.take(NAMED).collect();
    let fix = if named.is_empty() {
        "It stands alone in its list; leave `before` out.".to_owned()
    } else {
        format!(
            "Beside it stand {}; without `before` it comes last.",
            named.join(", ")
        )
    };
    Fault::at(
        format!("place[{at}].before"),
        format!(
            "`{}` does not stand in the list of `{}`",
            place.before, place.record
        ),
        fix,
    )
}

/// A list of records that has an order, whatever its records are.
trait Ordered {
    fn ids(&self) -> Vec<String>;
    /// Puts the record at `from` before the one at `to`, or at the end.
    fn shift(&mut self, from: usize, to: Option<usize>);
}

macro_rules! ordered {
    ($($record:ty),*) => {
        $(impl Ordered for Vec<$record> {
            fn ids(&self) -> Vec<String> {
                self.iter().map(|record| record.id.clone()).collect()
            }

            fn shift(&mut self, from: usize, to: Option<usize>) {
                let to = to.unwrap_or(self.len());
                if from < to {
                    self[from..to].rotate_left(1);
                } else {
                    self[to..=from].rotate_right(1);
                }
            }
        })*
    };
}

ordered!(
    Segment,
    crate::Decision,
    crate::Metric,
    crate::Dataset,
    crate::Job,
    crate::Pain,
    crate::Payoff,
    crate::Feature,
    crate::Proof,
    crate::Alternative,
    crate::Touchpoint
);

/// The list that holds a record.
fn list<'a>(chain: &'a mut Chain, kind: &str, id: &str) -> Option<&'a mut dyn Ordered> {
    let lists: Vec<&mut dyn Ordered> = match kind {
        "segments" => vec![&mut chain.segments],
        "decisions" => vec![&mut chain.decisions],
        "metrics" => vec![&mut chain.metrics],
        "datasets" => vec![&mut chain.datasets],
        inside => chain
            .segments
            .iter_mut()
            .filter_map(|segment| inner(segment, inside))
            .collect(),
    };
    lists
        .into_iter()
        .find(|list| list.ids().iter().any(|it| it == id))
}

fn inner<'a>(segment: &'a mut Segment, kind: &str) -> Option<&'a mut dyn Ordered> {
    Some(match kind {
        "jobs" => &mut segment.value.jobs,
        "pains" => &mut segment.value.pains,
        "payoffs" => &mut segment.value.payoffs,
        "features" => &mut segment.value.features,
        "proofs" => &mut segment.value.proofs,
        "alternatives" => &mut segment.positioning.alternatives,
        "touchpoints" => &mut segment.touchpoints,
        _ => return None,
    })
}

/// The ids of the list that holds a record.
fn ids(chain: &mut Chain, kind: &str, id: &str) -> Option<Vec<String>> {
    list(chain, kind, id).map(|list| list.ids())
}

fn put(chain: &mut Chain, kind: &str, id: &str, before: Option<&str>) {
    let Some(list) = list(chain, kind, id) else {
        return;
    };
    let ids = list.ids();
    let at = |id: &str| ids.iter().position(|it| it == id);
    if let Some(from) = at(id) {
        list.shift(from, before.and_then(at));
    }
}

#[cfg(test)]
mod tests;
