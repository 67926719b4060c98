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

/// What a link asks for: the need, whether it is answered, whether answering it begins the link.
pub(super) fn asked(chain: &Chain, segment: &Segment, link: LinkKind) -> Vec<(Need, bool, bool)> {
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
