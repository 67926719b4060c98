//! The closed vocabularies of the method. Each word is written as the chain document spells it.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use specta::Type;

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type, JsonSchema)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// Every word, in the order in which people choose.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word as the chain document writes it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// The word as a person reads it.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }

            /// The word of a text, if it is one.
            pub fn from_text(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|word| word.as_str() == text)
            }
        }
    };
}

vocabulary! {
    /// What part a segment plays in the plan. Exactly one should be primary.
    #[derive(Default)]
    Role {
        /// The one the work is for now.
        Primary = "primary", "primary";
        /// Worth it, not now.
        #[default]
        Queued = "queued", "queued";
        /// Served by others.
        NotForUs = "not_for_us", "not for us";
    }
}

vocabulary! {
    /// What is known of a segment: each one is a hypothesis until tested.
    #[derive(Default)]
    Standing {
        /// Not tested yet.
        #[default]
        Hypothesis = "hypothesis", "hypothesis";
        /// Held up in a test.
        Validated = "validated", "validated";
        /// Failed a test.
        Invalidated = "invalidated", "invalidated";
        /// No longer used.
        Retired = "retired", "retired";
    }
}

vocabulary! {
    /// What a segment is used for.
    Purpose {
        /// To understand who they are.
        Understand = "understand", "understand";
        /// To decide who comes first.
        Prioritise = "prioritise", "prioritise";
        /// To speak to them differently.
        Personalise = "personalise", "personalise";
        /// To make what exists work better.
        Optimise = "optimise", "optimise";
        /// To do something else for them.
        Act = "act", "act";
    }
}

vocabulary! {
    /// What a segment's definition is made of.
    SegmentKind {
        /// Who they are by age, role, size.
        Demographic = "demographic", "demographic";
        /// Where they are.
        Geographic = "geographic", "geographic";
        /// What they do.
        Behavioural = "behavioural", "behavioural";
        /// What moves them.
        Psychographic = "psychographic", "psychographic";
        /// What they run.
        Technographic = "technographic", "technographic";
        /// Where they are in the relationship.
        Lifecycle = "lifecycle", "lifecycle";
        /// What they need.
        Needs = "needs", "needs";
        /// What they are worth.
        Value = "value", "value";
    }
}

vocabulary! {
    /// What a segment changes in the work. The first seven change what customers meet; a segment
    /// that changes none of those is proposed for retirement (see [`crate::health`]).
    ActionKind {
        /// The words used.
        Message = "message", "message";
        /// Where money goes.
        Budget = "budget", "budget";
        /// The landing page.
        Landing = "landing", "landing page";
        /// The mail.
        Email = "email", "email";
        /// Whom sales calls first.
        SalesPriority = "sales_priority", "sales priority";
        /// The product's use.
        Ux = "ux", "UX";
        /// The channel.
        Channel = "channel", "channel";
        /// What is kept in the CRM.
        Crm = "crm", "CRM";
        /// How figures are read.
        Reporting = "reporting", "reporting";
    }
}

vocabulary! {
    /// What a job is about.
    JobKind {
        /// Getting something done.
        Functional = "functional", "functional";
        /// Being seen in some way.
        Social = "social", "social";
        /// Feeling some way.
        Emotional = "emotional", "emotional";
    }
}

vocabulary! {
    /// What kind of outcome a payoff is.
    PayoffKind {
        /// Hours or days back.
        Time = "time", "time";
        /// Less that can go wrong.
        Risk = "risk", "risk";
        /// Fewer errors.
        Mistakes = "mistakes", "mistakes";
        /// Standing with others.
        Status = "status", "status";
        /// Pleasure in it.
        Enjoyment = "enjoyment", "enjoyment";
        /// Money.
        Revenue = "revenue", "revenue";
    }
}

vocabulary! {
    /// What a proof is.
    ProofKind {
        /// What customers say.
        Review = "review", "review";
        /// What one customer reached.
        CaseStudy = "case_study", "case study";
        /// What it can be seen to do.
        Demo = "demo", "demo";
        /// What we stand in for.
        Guarantee = "guarantee", "guarantee";
        /// What was measured.
        Data = "data", "data";
        /// What a third party certifies.
        Certification = "certification", "certification";
    }
}

vocabulary! {
    /// What customers use instead.
    AlternativeKind {
        /// Another vendor.
        Competitor = "competitor", "competitor";
        /// A spreadsheet.
        Spreadsheet = "spreadsheet", "spreadsheet";
        /// Something they built.
        InHouse = "in_house", "in-house";
        /// People they hire.
        Agency = "agency", "agency";
        /// Nothing at all.
        DoNothing = "do_nothing", "do nothing";
        /// A product of another category.
        OtherCategory = "other_category", "other category";
    }
}

impl AlternativeKind {
    /// Whether the alternative is bought from somebody who sells in our category.
    pub const fn is_vendor(self) -> bool {
        matches!(self, Self::Competitor)
    }
}

vocabulary! {
    /// What makes us differ in a way that is hard to copy.
    DifferentiatorKind {
        /// Done sooner.
        Speed = "speed", "speed";
        /// Less can go wrong.
        RiskReduction = "risk_reduction", "risk reduction";
        /// Made for this case only.
        Specialisation = "specialisation", "specialisation";
        /// Fits how they work.
        WorkflowFit = "workflow_fit", "workflow fit";
        /// Costs less.
        Price = "price", "price";
        /// Anything else.
        Other = "other", "other";
    }
}

vocabulary! {
    /// Where the words meet the customer.
    TouchpointKind {
        /// An advertisement.
        Ad = "ad", "ad";
        /// A mail.
        Email = "email", "email";
        /// A landing page.
        Landing = "landing", "landing page";
        /// An offer.
        Offer = "offer", "offer";
        /// The first use.
        Onboarding = "onboarding", "onboarding";
        /// What sales says.
        Sales = "sales", "sales";
        /// An article, a talk, a report.
        Content = "content", "content";
    }
}

vocabulary! {
    /// How far down the line a metric measures.
    Stage {
        /// What they clicked: never shown without its downstream partner.
        Early = "early", "early";
        /// What they did.
        Downstream = "downstream", "downstream";
    }
}

vocabulary! {
    /// Which way a metric is better.
    Better {
        /// More is better.
        Higher = "higher", "higher";
        /// Less is better.
        Lower = "lower", "lower";
    }
}

vocabulary! {
    /// The six links of the chain.
    LinkKind {
        /// What the segment is for.
        Decision = "decision", "Decision";
        /// Who.
        Segment = "segment", "Segment";
        /// Job, pain, payoff.
        Value = "value", "Value";
        /// Why us, against what.
        Positioning = "positioning", "Positioning";
        /// The words they meet.
        Journey = "journey", "Journey";
        /// What they then did.
        Results = "results", "Results";
    }
}

vocabulary! {
    /// The six ways in which segments decide differently.
    AxisName {
        /// How soon it has to be solved.
        Urgency = "urgency", "urgency";
        /// How much it is worth in money to them.
        WillingnessToPay = "willingness_to_pay", "willingness to pay";
        /// How much they fear a wrong choice.
        RiskSensitivity = "risk_sensitivity", "risk sensitivity";
        /// How well they handle the technology.
        TechnicalMaturity = "technical_maturity", "technical maturity";
        /// How many hands and steps it touches.
        WorkflowComplexity = "workflow_complexity", "workflow complexity";
        /// How many people have to agree.
        Approvals = "approvals", "approvals";
    }
}

/// Reads a word of a vocabulary, taking `""` and `null` for none.
pub fn blank_is_none<'de, D, T>(from: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    use serde::de::IntoDeserializer;
    match Option::<String>::deserialize(from)?.as_deref() {
        None | Some("") => Ok(None),
        Some(text) => T::deserialize(text.into_deserializer()).map(Some),
    }
}
