//! The blast radius: one record changed, and everything that was confirmed on what it said before.
//!
//! A link is stale when something it rests on differs (see [`crate::state`]). Here stale links are
//! seen from the other side: from the changed record to each record that no longer holds, with the
//! exact words in it that still say the old thing.

mod sentence;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::document::Chain;
use crate::echo::{Echo, echoes};
use crate::records::Segment;
use crate::state::{self, Difference, Known, LinkState, State};
use crate::vocabulary::{LinkKind, Role, Standing};

use sentence::sentence;

/// A record that changed under what was confirmed on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ChangedRecord {
    /// The record, as `payoffs/hours`.
    pub record: String,
    /// The segment it belongs to; empty for what belongs to the whole workbook.
    pub segment: String,
    /// What it said and says, field by field.
    pub said: Vec<Difference>,
    /// What no longer holds because of it, in the chain's order.
    pub broken: Vec<Broken>,
}

/// A record that no longer holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Broken {
    /// The segment.
    pub segment: String,
    /// The link to review.
    pub link: LinkKind,
    /// The record in it, as `touchpoints/ad-1`; the segment itself for its statement or definition.
    pub record: String,
    /// The field of the record, or empty where nothing of it repeats the old words.
    pub field: String,
    /// The sentence that still says the old thing; empty where none does.
    pub text: String,
    /// Where in it the exact words begin, counted in Unicode scalar values.
    pub start: u32,
    /// Where they end, exclusive.
    pub end: u32,
}

/// Every change under a confirmed link, those that break most first, else in the chain's order.
/// Links confirmed before their grounds were kept know that something changed and not what; they are
/// in no change. Segments set aside are left out.
/// `links` says how each segment's links stand, in the chain's order.
pub fn changes(chain: &Chain, links: &[Vec<LinkState>], known: &Known) -> Vec<ChangedRecord> {
    let mut changes: Vec<ChangedRecord> = Vec::new();
    let active = chain
        .segments
        .iter()
        .zip(links)
        .filter(|(it, _)| !matches!(it.standing, Standing::Retired | Standing::Invalidated));
    for (segment, links) in active {
        let reached = links_of(segment);
        let stale = links.iter().filter(|it| it.state == State::Stale);
        for link in stale.map(|it| it.link).filter(|it| reached.contains(it)) {
            let Some(confirmation) = state::confirmation(chain, segment, link) else {
                continue;
            };
            for difference in state::changes(chain, segment, link, confirmation, known) {
                add(&mut changes, segment, link, difference);
            }
        }
    }
    for change in &mut changes {
        change.broken = broken(chain, change);
    }
    changes.sort_by_key(|change| std::cmp::Reverse(change.broken.len()));
    changes
}

/// The links that a segment's line reaches.
fn links_of(segment: &Segment) -> &'static [LinkKind] {
    match segment.role {
        Role::NotForUs => LinkKind::ALL.get(..2).unwrap_or(LinkKind::ALL),
        Role::Primary | Role::Queued => LinkKind::ALL,
    }
}

/// Notes a difference under the record that it is of, and the link that it breaks.
fn add(
    changes: &mut Vec<ChangedRecord>,
    segment: &Segment,
    link: LinkKind,
    difference: Difference,
) {
    let at = match changes.iter().position(|it| it.record == difference.record) {
        Some(at) => at,
        None => {
            let belongs = !chain_wide(&difference.record);
            changes.push(ChangedRecord {
                record: difference.record.clone(),
                segment: if belongs {
                    segment.id.clone()
                } else {
                    String::new()
                },
                said: Vec::new(),
                broken: Vec::new(),
            });
            changes.len() - 1
        }
    };
    let Some(change) = changes.get_mut(at) else {
        return;
    };
    if !change.said.contains(&difference) {
        change.said.push(difference);
    }
    let is_known = change
        .broken
        .iter()
        .any(|it| it.segment == segment.id && it.link == link);
    if !is_known {
        change.broken.push(whole(segment, link));
    }
}

/// Whether a record belongs to the whole workbook, as a decision or a metric does.
fn chain_wide(record: &str) -> bool {
    ["decisions/", "datasets/", "metrics/"]
        .iter()
        .any(|list| record.starts_with(list))
}

/// A link of which no words are known to be the wrong ones.
fn whole(segment: &Segment, link: LinkKind) -> Broken {
    Broken {
        segment: segment.id.clone(),
        link,
        record: format!("segments/{}", segment.id),
        field: String::new(),
        text: String::new(),
        start: 0,
        end: 0,
    }
}

/// The stale links of a change, each with the records in it that repeat the old words; and the words
/// customers meet that claim the changed record and still repeat what it said.
fn broken(chain: &Chain, change: &ChangedRecord) -> Vec<Broken> {
    let mut found = Vec::new();
    for link in &change.broken {
        let Some(segment) = chain.segment(&link.segment) else {
            continue;
        };
        let repeating = repeating(segment, link.link, &change.said)
            .map(|it| in_its_sentence(segment, link.link, it));
        match link.link {
            LinkKind::Journey => found.extend(repeating),
            _ => found.extend(repeating.take(1)),
        }
        if !found
            .iter()
            .any(|it: &Broken| it.segment == link.segment && it.link == link.link)
        {
            found.push(link.clone());
        }
    }
    found.extend(claims(chain, change, &found));
    found
}

/// The touchpoints that claim the changed record and repeat its old words, where the journey as a
/// whole is not stale yet: it will be once the statement is written anew.
fn claims(chain: &Chain, change: &ChangedRecord, found: &[Broken]) -> Vec<Broken> {
    let Some(segment) = chain.segment(&change.segment) else {
        return Vec::new();
    };
    repeating(segment, LinkKind::Journey, &change.said)
        .filter(|it| it.carries)
        .filter(|it| !found.iter().any(|known| known.record == it.record))
        .map(|it| in_its_sentence(segment, LinkKind::Journey, it))
        .collect()
}

/// The texts of a link that repeat old words.
fn repeating(
    segment: &Segment,
    link: LinkKind,
    said: &[Difference],
) -> impl Iterator<Item = Echo> + use<> {
    let echoes = echoes(segment, link, said).into_iter();
    echoes.filter(|it| !it.spans.is_empty())
}

/// A text that repeats old words, cut to the sentence around the longest run of them.
fn in_its_sentence(segment: &Segment, link: LinkKind, echo: Echo) -> Broken {
    let longest = echo.spans.iter().rev().max_by_key(|(from, to)| to - from);
    let (from, to) = longest.copied().unwrap_or_default();
    let (text, inside) = sentence(&echo.text, &(from as usize..to as usize));
    let count = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Broken {
        record: echo.record,
        field: echo.field,
        text,
        start: count(inside.start),
        end: count(inside.end),
        ..whole(segment, link)
    }
}

#[cfg(test)]
mod tests;
