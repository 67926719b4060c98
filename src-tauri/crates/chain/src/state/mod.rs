//! How far each link of a segment's chain has come, and whether it still holds.
//!
//! - *missing*: nothing of what the link asks for is there;
//! - *draft*: something is left to do, a blocker or a warning stands on it, or nobody has
//!   confirmed it;
//! - *sound*: complete, and confirmed by a person as it rests;
//! - *stale*: confirmed, but what it rests on (case, space and punctuation aside) now differs.
//!
//! Decision → segment → value → positioning → journey; metric, dataset and segment → results. What
//! a link itself says is no ground of it: rewriting a confirmed statement leaves it sound.

mod confirm;
mod grounds;
mod kind;
mod known;
mod legacy;
mod needs;
mod stale;
#[cfg(test)]
mod tests;

pub use confirm::{confirm, fill_bases};
pub use grounds::{RESTS, rests_on};
pub use kind::GroundKind;
pub use known::{Known, Trouble, Troubles};
pub use needs::Need;
pub use stale::{Difference, changes, differences, holds};

use serde::{Deserialize, Serialize};
use specta::Type;

use needs::{asked, begun};

use crate::document::Chain;
use crate::formula::Formula;
use crate::records::{Confirmation, Metric, Segment};
use crate::vocabulary::LinkKind;

/// The state of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nothing there yet.
    Missing,
    /// Begun, or never confirmed.
    Draft,
    /// Complete and confirmed.
    Sound,
    /// Confirmed against something that has changed since.
    Stale,
}

/// A link, its state, and what is left to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LinkState {
    /// Which link.
    pub link: LinkKind,
    /// How it stands.
    pub state: State,
    /// What it still asks for, most useful first.
    pub needs: Vec<Need>,
    /// Open findings on it that are blockers.
    pub blockers: u32,
    /// Open findings on it that are warnings.
    pub warnings: u32,
    /// When it was confirmed, as an ISO date; empty when never.
    pub confirmed_on: String,
    /// Since when it no longer holds, as an ISO date; empty when it does, or when whoever asked does
    /// not know the history.
    pub since: String,
}

/// The six links of a segment, in the chain's order.
pub fn links(chain: &Chain, segment: &Segment, known: &Known) -> Vec<LinkState> {
    LinkKind::ALL
        .iter()
        .map(|link| link_state(chain, segment, *link, known))
        .collect()
}

/// One link of a segment.
pub fn link_state(chain: &Chain, segment: &Segment, link: LinkKind, known: &Known) -> LinkState {
    let asked = asked(chain, segment, link);
    let begun = begun(&asked);
    let mut needs: Vec<Need> = asked
        .into_iter()
        .filter(|asked| !asked.answered)
        .map(|asked| asked.need)
        .collect();
    let trouble = known.troubles.on(&segment.id, link);
    if begun && trouble != Trouble::default() {
        needs.push(Need::Findings);
    }
    let confirmation = confirmation(chain, segment, link);
    let state = match confirmation {
        _ if !begun => State::Missing,
        Some(found) if !holds(chain, segment, link, found, known) => State::Stale,
        Some(_) if needs.is_empty() => State::Sound,
        Some(_) => State::Draft,
        None => {
            needs.push(Need::Confirmation);
            State::Draft
        }
    };
    LinkState {
        link,
        state,
        needs,
        blockers: trouble.blockers,
        warnings: trouble.warnings,
        confirmed_on: confirmation
            .map(|found| found.on.clone())
            .unwrap_or_default(),
        since: String::new(),
    }
}

/// The word that a person gave for a link.
pub fn confirmation<'a>(
    chain: &'a Chain,
    segment: &Segment,
    link: LinkKind,
) -> Option<&'a Confirmation> {
    let name = link_name(&segment.id, link);
    chain.confirmations.iter().find(|found| found.link == name)
}

/// How a link is named in a confirmation: `mid-hr/positioning`.
pub fn link_name(segment: &str, link: LinkKind) -> String {
    format!("{segment}/{}", link.as_str())
}

/// The segment and link of a name that [`link_name`] makes.
pub fn named<'a>(chain: &'a Chain, name: &str) -> Option<(&'a Segment, LinkKind)> {
    let (segment, link) = name.split_once('/')?;
    Some((chain.segment(segment)?, LinkKind::from_text(link)?))
}

/// The metrics that say something of a segment: those on its dataset, and typed-in counts for it.
pub fn measured_on<'a>(
    chain: &'a Chain,
    segment: &'a Segment,
) -> impl Iterator<Item = &'a Metric> + 'a {
    chain.metrics.iter().filter(|metric| match &metric.formula {
        None => false,
        Some(Formula::Counts { counts }) => counts.iter().any(|c| c.segment == segment.id),
        Some(_) => segment.rule.is_some() && metric.dataset == segment.dataset,
    })
}

/// Whether a segment only filters a report: it serves no decision.
pub fn is_report_filter(chain: &Chain, segment: &Segment) -> bool {
    chain.decision(&segment.decision).is_none()
}
