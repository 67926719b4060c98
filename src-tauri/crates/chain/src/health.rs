//! Whether a segment earns its name: three ways in which segments break, as three named checks;
//! three badges that are earned and can lapse; and whether it changes anything at all.
//!
//! Pure: what is known of the data and which day it is are passed in.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::date;
use crate::document::Chain;
use crate::formula::{Count, Formula};
use crate::records::Segment;
use crate::state::{LinkState, State};
use crate::vocabulary::{ActionKind, LinkKind, Role, Standing};

/// Data and tests older than this, in days, no longer say how things are.
pub const OLD_DAYS: i64 = 365;
/// Fewer people than this are too few to judge.
pub const FEW: f64 = 30.0;

/// The seven things that a segment can change in what customers meet.
pub const SEVEN: [ActionKind; 7] = [
    ActionKind::Message,
    ActionKind::Budget,
    ActionKind::Landing,
    ActionKind::Email,
    ActionKind::SalesPriority,
    ActionKind::Ux,
    ActionKind::Channel,
];

/// What is known of a segment's rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Data {
    /// Whether its dataset has rows.
    pub imported: bool,
    /// How many of them its rule selects; none when it cannot be applied.
    pub n: Option<u32>,
}

/// The three ways in which a segment breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CheckName {
    /// Nothing is decided with it.
    Decision,
    /// What is known of it is not known well.
    Data,
    /// It is taken for a permanent truth.
    Truth,
}

/// The three badges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum BadgeName {
    /// It serves a decision, and says what it is used for.
    Purpose,
    /// They can be reached, and something is done differently for them.
    Actionable,
    /// It is looked at again, against something that moves.
    Dynamic,
}

/// How a badge stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum BadgeState {
    /// All that it asks for is there, and still holds.
    Earned,
    /// It was earned, and time or a change has taken it back.
    Lapsed,
    /// Something it asks for was never there.
    Open,
}

/// Something that keeps a check from holding or a badge from being earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Lack {
    /// It serves no decision.
    NoDecision,
    /// The decision asks no question.
    NoQuestion,
    /// The decision's date has passed.
    DecisionPast,
    /// The decision has changed since the segment was confirmed for it.
    DecisionChanged,
    /// Nobody said what it is used for.
    NoPurpose,
    /// Nobody is counted in it: no rule, no typed-in counts.
    NotCounted,
    /// Its dataset has no rows.
    NotImported,
    /// Its rule does not fit the dataset.
    DoesNotFit,
    /// Too few people to judge.
    TooFew,
    /// Nobody said up to which day the data are true.
    Undated,
    /// The data are more than a year old.
    OldData,
    /// No date to look at it again.
    NoReview,
    /// That date has passed.
    ReviewPast,
    /// The test behind its standing is more than a year old.
    OldTest,
    /// No way to reach them.
    NoReach,
    /// It changes nothing in what they meet.
    NoAction,
    /// The words they meet rest on something that has changed.
    StaleWords,
    /// Nothing dated shows whether it moves: no dated data, no target.
    NothingMoves,
}

/// One of the three checks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Check {
    /// Which.
    pub name: CheckName,
    /// What is wrong; nothing when it holds.
    pub lacks: Vec<Lack>,
}

/// One of the three badges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Badge {
    /// Which.
    pub name: BadgeName,
    /// How it stands.
    pub state: BadgeState,
    /// What is missing, or what has taken it back.
    pub lacks: Vec<Lack>,
}

/// How well a segment stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Health {
    /// No decision, bad data, taken for a permanent truth.
    pub checks: Vec<Check>,
    /// Purpose-driven, actionable, dynamic.
    pub badges: Vec<Badge>,
    /// Whether it is proposed for retirement: it is defined, and changes none of the seven things.
    pub retire: bool,
}

/// The checks and badges of a segment whose links stand so, as of a day.
pub fn of(
    chain: &Chain,
    segment: &Segment,
    links: &[LinkState],
    data: Data,
    today: &str,
) -> Health {
    let decided = decided(chain, segment);
    let measured = measured(chain, segment, data, today);
    let reviewed = reviewed(segment, today);
    let overdue = reviewed.contains(&Lack::ReviewPast);
    let is_old = measured.contains(&Lack::OldData);
    let mut truth = reviewed;
    truth.extend(old_test(segment, today));
    Health {
        badges: vec![
            purpose(chain, segment, links, &decided, today),
            actionable(segment, links),
            dynamic(chain, segment, data, overdue, is_old),
        ],
        checks: vec![
            Check {
                name: CheckName::Decision,
                lacks: decided,
            },
            Check {
                name: CheckName::Data,
                lacks: measured,
            },
            Check {
                name: CheckName::Truth,
                lacks: truth,
            },
        ],
        retire: changes_nothing(segment),
    }
}

/// Whether a segment that somebody has defined changes none of the seven things. One that is not for
/// us, or set aside already, is not asked.
pub fn changes_nothing(segment: &Segment) -> bool {
    let is_asked = segment.role != Role::NotForUs
        && !matches!(segment.standing, Standing::Retired | Standing::Invalidated);
    let is_defined = segment.rule.is_some() || !segment.described.trim().is_empty();
    is_asked && is_defined && !changes_something(segment)
}

fn changes_something(segment: &Segment) -> bool {
    segment.actions.iter().any(|action| SEVEN.contains(action))
}

fn decided(chain: &Chain, segment: &Segment) -> Vec<Lack> {
    match chain.decision(&segment.decision) {
        None => vec![Lack::NoDecision],
        Some(decision) if decision.question.trim().is_empty() => vec![Lack::NoQuestion],
        Some(_) => Vec::new(),
    }
}

fn measured(chain: &Chain, segment: &Segment, data: Data, today: &str) -> Vec<Lack> {
    let counts = typed_in(chain, segment);
    let is_old = |on: &str| date::days(on, today).is_some_and(|days| days > OLD_DAYS);
    if segment.rule.is_none() {
        let latest = counts.iter().map(|count| count.on.as_str()).max();
        let Some(latest) = latest else {
            return vec![Lack::NotCounted];
        };
        let people: f64 = counts.iter().map(|count| count.n).fold(0.0, f64::max);
        let mut lacks = Vec::new();
        lacks.extend((people < FEW).then_some(Lack::TooFew));
        lacks.extend(latest.is_empty().then_some(Lack::Undated));
        lacks.extend(is_old(latest).then_some(Lack::OldData));
        return lacks;
    }
    if !data.imported {
        return vec![Lack::NotImported];
    }
    let Some(n) = data.n else {
        return vec![Lack::DoesNotFit];
    };
    let as_of = as_of(chain, segment);
    let mut lacks = Vec::new();
    lacks.extend((f64::from(n) < FEW).then_some(Lack::TooFew));
    lacks.extend(as_of.is_empty().then_some(Lack::Undated));
    lacks.extend(is_old(as_of).then_some(Lack::OldData));
    lacks
}

fn reviewed(segment: &Segment, today: &str) -> Vec<Lack> {
    match date::days(today, &segment.review_on) {
        None => vec![Lack::NoReview],
        Some(days) if days < 0 => vec![Lack::ReviewPast],
        Some(_) => Vec::new(),
    }
}

fn old_test(segment: &Segment, today: &str) -> Option<Lack> {
    let days = date::days(&segment.tested.on, today)?;
    (segment.standing == Standing::Validated && days > OLD_DAYS).then_some(Lack::OldTest)
}

fn purpose(
    chain: &Chain,
    segment: &Segment,
    links: &[LinkState],
    decided: &[Lack],
    today: &str,
) -> Badge {
    let mut open = decided.to_vec();
    open.extend(segment.purpose.is_empty().then_some(Lack::NoPurpose));
    let due = chain
        .decision(&segment.decision)
        .map(|decision| &decision.due);
    let is_past = due
        .and_then(|due| date::days(today, due))
        .is_some_and(|days| days < 0);
    let has_changed = is_stale(links, LinkKind::Segment);
    let mut lapsed = Vec::new();
    lapsed.extend(is_past.then_some(Lack::DecisionPast));
    lapsed.extend(has_changed.then_some(Lack::DecisionChanged));
    badge(BadgeName::Purpose, open, lapsed)
}

fn actionable(segment: &Segment, links: &[LinkState]) -> Badge {
    let is_reached = segment.reach.iter().any(|way| !way.trim().is_empty());
    let mut open = Vec::new();
    open.extend((!is_reached).then_some(Lack::NoReach));
    open.extend((!changes_something(segment)).then_some(Lack::NoAction));
    let is_stale = is_stale(links, LinkKind::Positioning) || is_stale(links, LinkKind::Journey);
    let lapsed = is_stale.then_some(Lack::StaleWords).into_iter().collect();
    badge(BadgeName::Actionable, open, lapsed)
}

fn dynamic(chain: &Chain, segment: &Segment, data: Data, overdue: bool, is_old: bool) -> Badge {
    let is_dated = data.imported && !as_of(chain, segment).is_empty();
    let moves = is_dated
        || typed_in(chain, segment)
            .iter()
            .any(|count| !count.on.is_empty())
        || segment.targets.iter().any(|target| !target.by.is_empty());
    let mut open = Vec::new();
    open.extend(segment.review_on.is_empty().then_some(Lack::NoReview));
    open.extend((!moves).then_some(Lack::NothingMoves));
    let mut lapsed = Vec::new();
    lapsed.extend(overdue.then_some(Lack::ReviewPast));
    lapsed.extend(is_old.then_some(Lack::OldData));
    badge(BadgeName::Dynamic, open, lapsed)
}

/// What was never there keeps a badge open; what no longer holds makes it lapse.
fn badge(name: BadgeName, open: Vec<Lack>, lapsed: Vec<Lack>) -> Badge {
    let state = if !open.is_empty() {
        BadgeState::Open
    } else if lapsed.is_empty() {
        BadgeState::Earned
    } else {
        BadgeState::Lapsed
    };
    let lacks = if state == BadgeState::Lapsed {
        lapsed
    } else {
        open
    };
    Badge { name, state, lacks }
}

fn is_stale(links: &[LinkState], link: LinkKind) -> bool {
    links
        .iter()
        .any(|found| found.link == link && found.state == State::Stale)
}

fn as_of<'a>(chain: &'a Chain, segment: &Segment) -> &'a str {
    chain
        .dataset(&segment.dataset)
        .map(|dataset| dataset.as_of.as_str())
        .unwrap_or_default()
}

/// The counts typed in for a segment.
fn typed_in<'a>(chain: &'a Chain, segment: &Segment) -> Vec<&'a Count> {
    chain
        .metrics
        .iter()
        .filter_map(|metric| match &metric.formula {
            Some(Formula::Counts { counts }) => Some(counts),
            _ => None,
        })
        .flatten()
        .filter(|count| count.segment == segment.id)
        .collect()
}

#[cfg(test)]
mod tests;
