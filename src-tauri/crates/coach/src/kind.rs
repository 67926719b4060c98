//! Which field of the chain a text comes from: it decides which rules read it.

use serde::{Deserialize, Serialize};
use specta::Type;

/// The kind of one text, spelled as `throughline lint` spells it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum TextKind {
    /// The name of a segment.
    SegmentName,
    /// How a segment is described.
    Segment,
    /// What the people of a segment want to get done.
    Job,
    /// What stands in their way.
    Pain,
    /// What changes for them.
    Payoff,
    /// Why they may believe it.
    Proof,
    /// The whole positioning statement, not one of its parts and not the tagline.
    Statement,
    /// What sets the offering apart from the alternatives.
    Differentiator,
    /// The words of an ad.
    Ad,
    /// The words of an email.
    Email,
    /// The words of a landing page.
    Landing,
    /// The words of an offer.
    Offer,
    /// The words of an onboarding step.
    Onboarding,
    /// What sales says.
    Sales,
    /// An article, a talk, a post.
    Content,
}

impl TextKind {
    /// Every kind, in the order of the chain.
    pub const ALL: &'static [Self] = &[
        Self::SegmentName,
        Self::Segment,
        Self::Job,
        Self::Pain,
        Self::Payoff,
        Self::Proof,
        Self::Statement,
        Self::Differentiator,
        Self::Ad,
        Self::Email,
        Self::Landing,
        Self::Offer,
        Self::Onboarding,
        Self::Sales,
        Self::Content,
    ];

    /// The kind as `lint` and the chain document write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SegmentName => "segment_name",
            Self::Segment => "segment",
            Self::Job => "job",
            Self::Pain => "pain",
            Self::Payoff => "payoff",
            Self::Proof => "proof",
            Self::Statement => "statement",
            Self::Differentiator => "differentiator",
            Self::Ad => "ad",
            Self::Email => "email",
            Self::Landing => "landing",
            Self::Offer => "offer",
            Self::Onboarding => "onboarding",
            Self::Sales => "sales",
            Self::Content => "content",
        }
    }

    /// The kind as a person reads it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::SegmentName => "segment name",
            Self::Segment => "segment",
            Self::Landing => "landing page",
            other => other.as_str(),
        }
    }

    /// The kind of a spelling, if it is one.
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == text)
    }
}
