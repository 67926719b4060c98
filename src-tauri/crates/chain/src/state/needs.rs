//! What each link asks for before it is complete.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::document::Chain;
use crate::records::{Metric, Segment};
use crate::vocabulary::{LinkKind, Stage};

use super::measured_on;

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
    /// An answer to each blocker and warning that was found on it.
    Findings,
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
            Need::Findings => "an answer to its findings",
            Need::Confirmation => "confirming",
        }
    }
}

/// A question that a link asks.
pub(super) struct Asked {
    /// What answers it.
    pub need: Need,
    /// Whether it is answered.
    pub answered: bool,
    /// Whether answering it begins the link: some questions only make sense once another is
    /// answered.
    begins: bool,
}

/// Whether anything of what a link asks for is there.
pub(super) fn begun(asked: &[Asked]) -> bool {
    asked.iter().any(|asked| asked.answered && asked.begins)
}

fn first(need: Need, answered: bool) -> Asked {
    Asked {
        need,
        answered,
        begins: true,
    }
}

fn then(need: Need, answered: bool) -> Asked {
    Asked {
        need,
        answered,
        begins: false,
    }
}

/// What a link asks for.
pub(super) fn asked(chain: &Chain, segment: &Segment, link: LinkKind) -> Vec<Asked> {
    let filled = |text: &str| !text.trim().is_empty();
    let any_filled = |texts: &[String]| texts.iter().any(|text| filled(text));
    match link {
        LinkKind::Decision => {
            let decision = chain.decision(&segment.decision);
            let has = |field: fn(&crate::Decision) -> &str| {
                decision.is_some_and(|decision| filled(field(decision)))
            };
            vec![
                first(Need::Decision, decision.is_some()),
                first(Need::Question, has(|d| &d.question)),
                first(Need::Owner, has(|d| &d.owner)),
                first(Need::Due, has(|d| &d.due)),
            ]
        }
        LinkKind::Segment => {
            let defined = segment.rule.is_some() || filled(&segment.described);
            vec![
                first(Need::Definition, defined),
                first(Need::DecidesBy, segment.decides_by.answered() > 0),
                first(Need::Reach, any_filled(&segment.reach)),
            ]
        }
        LinkKind::Value => {
            let value = &segment.value;
            vec![
                first(Need::Job, value.jobs.iter().any(|r| filled(&r.text))),
                first(Need::Pain, value.pains.iter().any(|r| filled(&r.text))),
                first(Need::Payoff, value.payoffs.iter().any(|r| filled(&r.text))),
                then(Need::NotFor, any_filled(&segment.not_for)),
            ]
        }
        LinkKind::Positioning => {
            let p = &segment.positioning;
            let named = || p.alternatives.iter().filter(|r| filled(&r.name));
            let other = named().any(|r| r.kind.is_some_and(|kind| !kind.is_vendor()));
            vec![
                first(Need::ForWhom, filled(&p.for_whom)),
                first(Need::Problem, filled(&p.problem)),
                first(Need::Benefit, filled(&p.benefit)),
                first(Need::WhyBelieve, filled(&p.why_believe)),
                first(Need::Alternative, named().next().is_some()),
                then(Need::NonVendor, other),
                first(Need::Differentiator, filled(&p.differentiator.text)),
            ]
        }
        LinkKind::Journey => {
            let said = segment.touchpoints.iter().any(|r| filled(&r.text));
            vec![first(Need::Touchpoint, said)]
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
                first(Need::DownstreamMetric, !metrics.is_empty()),
                then(Need::Target, aimed),
            ]
        }
    }
}
