//! How far each link of a segment's chain has come, and whether it still holds.
//!
//! - *missing*: nothing of what the link asks for is there;
//! - *draft*: something is left to do, or nobody has confirmed it;
//! - *sound*: complete, and confirmed by a person as it rests;
//! - *stale*: confirmed, but what it rests on (case, space and punctuation aside) now differs.
//!
//! Decision → segment → value → positioning → journey; metric, dataset and segment → results.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::document::Chain;
use crate::formula::Formula;
use crate::records::{Metric, Segment};
use crate::vocabulary::{LinkKind, Stage};

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

/// Something a link still asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// A decision that the segment serves.
    Decision,
    /// The decision's question.
    Question,
    /// Who decides.
    Owner,
    /// By when.
    Due,
    /// Who belongs, by rule or in words.
    Definition,
    /// What differs in how they decide.
    DecidesBy,
    /// How they are reached.
    Reach,
    /// A job.
    Job,
    /// A pain.
    Pain,
    /// A payoff.
    Payoff,
    /// Whom it is not for.
    NotFor,
    /// For whom.
    ForWhom,
    /// The problem.
    Problem,
    /// The key benefit.
    Benefit,
    /// Why believe it.
    WhyBelieve,
    /// What is replaced.
    Alternative,
    /// An alternative that is no vendor: a spreadsheet, a habit, doing nothing.
    NonVendor,
    /// How it differs.
    Differentiator,
    /// Words in a place where they meet the customer.
    Touchpoint,
    /// A downstream metric measured on this segment.
    DownstreamMetric,
    /// A target for it.
    Target,
    /// A person's word that it stands.
    Confirmation,
}

impl Need {
    /// The need as a person reads it, after "needs".
    pub const fn label(self) -> &'static str {
        match self {
            Need::Decision => "a decision",
            Need::Question => "its question",
            Need::Owner => "an owner",
            Need::Due => "a date",
            Need::Definition => "who belongs",
            Need::DecidesBy => "how they decide",
            Need::Reach => "how to reach them",
            Need::Job => "a job",
            Need::Pain => "a pain",
            Need::Payoff => "a payoff",
            Need::NotFor => "whom it is not for",
            Need::ForWhom => "for whom",
            Need::Problem => "the problem",
            Need::Benefit => "the benefit",
            Need::WhyBelieve => "why believe it",
            Need::Alternative => "what it replaces",
            Need::NonVendor => "an alternative that is no vendor",
            Need::Differentiator => "how it differs",
            Need::Touchpoint => "words they meet",
            Need::DownstreamMetric => "a downstream metric",
            Need::Target => "a target",
            Need::Confirmation => "confirming",
        }
    }
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
    /// When it was confirmed, as an ISO date; empty when never.
    pub confirmed_on: String,
}

/// The six links of a segment, in the chain's order.
pub fn links(chain: &Chain, segment: &Segment) -> Vec<LinkState> {
    LinkKind::ALL
        .iter()
        .map(|link| link_state(chain, segment, *link))
        .collect()
}

/// The first link of a segment that nothing has been written for.
pub fn first_missing(chain: &Chain, segment: &Segment) -> Option<LinkKind> {
    links(chain, segment)
        .into_iter()
        .find(|l| l.state == State::Missing)
        .map(|l| l.link)
}

/// One link of a segment.
pub fn link_state(chain: &Chain, segment: &Segment, link: LinkKind) -> LinkState {
    let asked = asked(chain, segment, link);
    // Some questions only make sense once another is answered; those do not make a link "begun".
    let begun = asked
        .iter()
        .any(|(_, answered, begins)| *answered && *begins);
    let mut needs: Vec<Need> = asked
        .into_iter()
        .filter(|(_, answered, _)| !answered)
        .map(|(need, ..)| need)
        .collect();
    let name = link_name(&segment.id, link);
    let confirmation = chain.confirmations.iter().find(|found| found.link == name);
    let state = match confirmation {
        _ if !begun => State::Missing,
        Some(found) if found.basis != basis(chain, segment, link) => State::Stale,
        Some(_) if needs.is_empty() => State::Sound,
        Some(_) => State::Draft,
        None => {
            needs.push(Need::Confirmation);
            State::Draft
        }
    };
    let confirmed_on = confirmation
        .map(|found| found.on.clone())
        .unwrap_or_default();
    LinkState {
        link,
        state,
        needs,
        confirmed_on,
    }
}

/// How a link is named in a confirmation: `mid-hr/positioning`.
pub fn link_name(segment: &str, link: LinkKind) -> String {
    format!("{segment}/{}", link.as_str())
}

/// What a link asks for: the need, whether it is answered, whether answering it begins the link.
fn asked(chain: &Chain, segment: &Segment, link: LinkKind) -> Vec<(Need, bool, bool)> {
    let filled = |text: &str| !text.trim().is_empty();
    let any_filled = |texts: &[String]| texts.iter().any(|text| filled(text));
    match link {
        LinkKind::Decision => {
            let decision = chain.decision(&segment.decision);
            let has = |field: fn(&crate::Decision) -> &str| {
                decision.is_some_and(|decision| filled(field(decision)))
            };
            vec![
                (Need::Decision, decision.is_some(), true),
                (Need::Question, has(|d| &d.question), true),
                (Need::Owner, has(|d| &d.owner), true),
                (Need::Due, has(|d| &d.due), true),
            ]
        }
        LinkKind::Segment => vec![
            (
                Need::Definition,
                segment.rule.is_some() || filled(&segment.described),
                true,
            ),
            (Need::DecidesBy, segment.decides_by.answered() > 0, true),
            (Need::Reach, any_filled(&segment.reach), true),
        ],
        LinkKind::Value => {
            let value = &segment.value;
            vec![
                (Need::Job, value.jobs.iter().any(|r| filled(&r.text)), true),
                (
                    Need::Pain,
                    value.pains.iter().any(|r| filled(&r.text)),
                    true,
                ),
                (
                    Need::Payoff,
                    value.payoffs.iter().any(|r| filled(&r.text)),
                    true,
                ),
                (Need::NotFor, any_filled(&segment.not_for), false),
            ]
        }
        LinkKind::Positioning => {
            let positioning = &segment.positioning;
            let named = || positioning.alternatives.iter().filter(|r| filled(&r.name));
            vec![
                (Need::ForWhom, filled(&positioning.for_whom), true),
                (Need::Problem, filled(&positioning.problem), true),
                (Need::Benefit, filled(&positioning.benefit), true),
                (Need::WhyBelieve, filled(&positioning.why_believe), true),
                (Need::Alternative, named().next().is_some(), true),
                (
                    Need::NonVendor,
                    named().any(|r| r.kind.is_some_and(|kind| !kind.is_vendor())),
                    false,
                ),
                (
                    Need::Differentiator,
                    filled(&positioning.differentiator.text),
                    true,
                ),
            ]
        }
        LinkKind::Journey => {
            vec![(
                Need::Touchpoint,
                segment.touchpoints.iter().any(|r| filled(&r.text)),
                true,
            )]
        }
        LinkKind::Results => {
            let metrics: Vec<&Metric> = measured_on(chain, segment)
                .filter(|metric| metric.stage == Stage::Downstream)
                .collect();
            let aimed = segment
                .targets
                .iter()
                .any(|target| metrics.iter().any(|metric| metric.id == target.metric));
            vec![
                (Need::DownstreamMetric, !metrics.is_empty(), true),
                (Need::Target, aimed, false),
            ]
        }
    }
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

/// The fingerprint of what a link rests on: 16 hex digits that case, space and punctuation do not
/// change.
pub fn basis(chain: &Chain, segment: &Segment, link: LinkKind) -> String {
    let mut ground = Ground::default();
    match link {
        LinkKind::Decision => {}
        LinkKind::Segment => {
            if let Some(decision) = chain.decision(&segment.decision) {
                ground.text(&decision.question);
                decision
                    .options
                    .iter()
                    .for_each(|option| ground.text(option));
            }
        }
        LinkKind::Value => ground.definition(segment),
        LinkKind::Positioning => {
            let value = &segment.value;
            value.jobs.iter().for_each(|r| ground.text(&r.text));
            value.pains.iter().for_each(|r| ground.text(&r.text));
            for payoff in &value.payoffs {
                ground.text(&payoff.text);
                ground.exact(&(payoff.quantity, payoff.horizon_days));
                ground.text(&payoff.unit);
            }
            value.proofs.iter().for_each(|r| ground.text(&r.text));
            segment.not_for.iter().for_each(|text| ground.text(text));
        }
        LinkKind::Journey => {
            let p = &segment.positioning;
            for text in [
                &p.for_whom,
                &p.problem,
                &p.benefit,
                &p.why_believe,
                &p.category,
                &p.why_now,
                &p.differentiator.text,
            ] {
                ground.text(text);
            }
            p.alternatives.iter().for_each(|r| ground.text(&r.name));
        }
        LinkKind::Results => {
            ground.exact(&segment.rule);
            if let Some(dataset) = chain.dataset(&segment.dataset) {
                ground.text(&dataset.as_of);
            }
            for metric in measured_on(chain, segment) {
                ground.exact(&(&metric.formula, metric.better, metric.threshold));
            }
        }
    }
    ground.fingerprint()
}

/// Gives each confirmation that says nothing of its basis the one that stands now.
pub fn fill_bases(chain: &mut Chain) {
    let bases: Vec<Option<String>> = chain
        .confirmations
        .iter()
        .map(|confirmation| {
            let (segment, link) = confirmation.link.split_once('/')?;
            let link = LinkKind::from_text(link)?;
            let segment = chain.segment(segment)?;
            confirmation
                .basis
                .is_empty()
                .then(|| basis(chain, segment, link))
        })
        .collect();
    for (confirmation, basis) in chain.confirmations.iter_mut().zip(bases) {
        if let Some(basis) = basis {
            confirmation.basis = basis;
        }
    }
}

/// What a link rests on, on its way to a fingerprint.
#[derive(Default)]
struct Ground(blake3::Hasher);

impl Ground {
    /// Takes a text's letters and digits, lower case; a separator keeps neighbours apart.
    fn text(&mut self, text: &str) {
        let plain: String = text
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        self.0.update(plain.as_bytes());
        self.0.update(&[0]);
    }

    /// Takes data whose every character means something: rules, formulas, quantities.
    fn exact<T: Serialize>(&mut self, value: &T) {
        self.0
            .update(&serde_json::to_vec(value).unwrap_or_default());
        self.0.update(&[0]);
    }

    fn definition(&mut self, segment: &Segment) {
        self.text(&segment.described);
        self.exact(&segment.rule);
        segment.for_whom.iter().for_each(|text| self.text(text));
        for axis in segment.decides_by.all() {
            self.exact(&axis.score);
            self.text(&axis.note);
        }
    }

    fn fingerprint(&self) -> String {
        self.0
            .finalize()
            .to_hex()
            .as_str()
            .chars()
            .take(16)
            .collect()
    }
}

/// Whether a segment only filters a report: it serves no decision.
pub fn is_report_filter(chain: &Chain, segment: &Segment) -> bool {
    chain.decision(&segment.decision).is_none()
}
