//! Which field of the chain is read as which kind of text, and what is known around it.

use std::borrow::Cow;

use chain::{LinkKind, Payoff, PayoffKind, Proof, Segment, SegmentKind, TouchpointKind};

use super::memory::{Around, Memory};
use super::{Weakness, remedies, statement};
use crate::coach::Coach;
use crate::context::{self, ClaimKind, Context};
use crate::finding::{Finding, TextFinding};
use crate::kind::TextKind;
use crate::remedy::Way;
use crate::structure::{Ground, filled};

/// A text in its place.
pub(super) struct Spot<'a> {
    pub link: LinkKind,
    pub record: &'a str,
    pub field: Cow<'static, str>,
    pub way: Way,
    pub text: &'a str,
}

/// One segment on its way through the rules over texts.
pub(super) struct Walk<'a, 'b> {
    pub coach: &'a Coach,
    pub ground: &'a Ground<'b>,
    pub segment: &'a Segment,
    pub memory: &'a mut Memory,
    pub found: &'a mut Vec<Weakness>,
}

/// Reads every text of a segment.
pub(super) fn read(
    coach: &Coach,
    ground: &Ground<'_>,
    segment: &Segment,
    memory: &mut Memory,
    found: &mut Vec<Weakness>,
) {
    let mut walk = Walk {
        coach,
        ground,
        segment,
        memory,
        found,
    };
    walk.who();
    walk.value();
    statement::read(&mut walk);
    walk.journey();
}

impl Walk<'_, '_> {
    /// The name, the description, and whom it is for.
    fn who(&mut self) {
        let segment = self.segment;
        let around = Around::from(self.offering());
        let name = Spot {
            link: LinkKind::Segment,
            record: &segment.id,
            field: "name".into(),
            way: Way("name"),
            text: &segment.name,
        };
        let before = self.found.len();
        self.read(&name, TextKind::SegmentName, &around, |_| true);
        // A name is a label: where something else says who belongs, that is what is judged.
        if is_defined(segment) {
            let kept = |w: &Weakness| !NAMED_BY_LABEL.contains(&w.finding.rule.as_str());
            drop_since(self.found, before, kept);
        }
        let described = Spot {
            field: "described".into(),
            way: Way("described"),
            text: &segment.described,
            ..name
        };
        self.read(&described, TextKind::Segment, &around, |_| true);
        // A condition is no definition: only who it does not leave out can be wrong with it.
        for (at, text) in segment.for_whom.iter().enumerate() {
            let entry = Spot {
                link: LinkKind::Segment,
                record: &segment.id,
                field: format!("for.{at}").into(),
                way: Way("for"),
                text,
            };
            self.read(&entry, TextKind::Segment, &around, |f| f.rule == "everyone");
        }
    }

    fn value(&mut self) {
        let value = &self.segment.value;
        let offering = Around::from(self.offering());
        let spot = |record, way, text| Spot {
            link: LinkKind::Value,
            record,
            field: "text".into(),
            way: Way(way),
            text,
        };
        for job in &value.jobs {
            let spot = spot(job.id.as_str(), "value/jobs/#/text", job.text.as_str());
            self.read(&spot, TextKind::Job, &offering, |_| true);
        }
        for pain in &value.pains {
            let spot = spot(&pain.id, "value/pains/#/text", &pain.text);
            self.read(&spot, TextKind::Pain, &offering, |_| true);
        }
        for payoff in &value.payoffs {
            let context = Context {
                quantity: payoff.quantity,
                horizon_days: payoff.horizon_days,
                proofs: proofs(value.proofs.iter().filter(|p| p.supports == payoff.id)),
                ..self.offering()
            };
            let spot = spot(&payoff.id, "value/payoffs/#/text", &payoff.text);
            self.read(&spot, TextKind::Payoff, &context.into(), |_| true);
        }
        for proof in &value.proofs {
            let claim = self.claim(&proof.supports);
            let context = Context {
                claim: claim.map(|payoff| payoff.text.clone()).unwrap_or_default(),
                claim_kind: claim.and_then(|payoff| payoff.kind).map(claimed),
                proof_kind: proof.kind,
                ..self.offering()
            };
            let spot = spot(&proof.id, "value/proofs/#/text", &proof.text);
            self.read(&spot, TextKind::Proof, &context.into(), |_| true);
        }
    }

    fn journey(&mut self) {
        let segment = self.segment;
        if segment.touchpoints.is_empty() {
            return;
        }
        let goal = self.goal();
        for touchpoint in &segment.touchpoints {
            let carries = |proof: &&Proof| {
                touchpoint.claims.contains(&proof.id) || touchpoint.claims.contains(&proof.supports)
            };
            let context = Context {
                alternatives: alternatives(segment),
                proofs: proofs(segment.value.proofs.iter().filter(carries)),
                goal: goal.clone(),
                ..self.offering()
            };
            let spot = Spot {
                link: LinkKind::Journey,
                record: &touchpoint.id,
                field: "text".into(),
                way: Way("touchpoints/#/text"),
                text: &touchpoint.text,
            };
            self.read(&spot, met(touchpoint.kind), &context.into(), |_| true);
        }
    }

    /// Reads one text where it stands, and keeps of the findings what `keeps` says.
    pub fn read(
        &mut self,
        spot: &Spot<'_>,
        kind: TextKind,
        around: &Around,
        keeps: impl Fn(&TextFinding) -> bool,
    ) {
        if !filled(spot.text) {
            return;
        }
        let found = self.memory.lint(self.coach, kind, spot.text, around);
        for text_finding in found.iter().filter(|finding| keeps(finding)) {
            self.put(spot, text_finding);
        }
    }

    /// Puts what was found in a text into its place in the chain.
    pub fn put(&mut self, spot: &Spot<'_>, found: &TextFinding) {
        let finding = Finding {
            rule: found.rule.clone(),
            level: found.level,
            segment: self.segment.id.clone(),
            link: spot.link,
            record: spot.record.to_owned(),
            field: spot.field.clone().into_owned(),
            start: Some(found.start),
            end: Some(found.end),
            quote: part(spot.text, found.start, found.end).to_owned(),
            message: found.message.clone(),
            fix: None,
        };
        let fix = remedies::of(self.ground, self.segment, spot, &finding);
        self.found.push(Weakness {
            finding: Finding { fix, ..finding },
            words: spot.text.to_owned(),
        });
    }

    /// Puts what was found in a text on its field as a whole.
    pub fn put_whole(&mut self, spot: &Spot<'_>, found: &TextFinding) {
        self.put(spot, found);
        if let Some(weakness) = self.found.last_mut() {
            weakness.finding.start = None;
            weakness.finding.end = None;
            weakness.finding.quote = String::new();
        }
    }

    /// What every text may know.
    pub fn offering(&self) -> Context {
        Context {
            offering: self.ground.chain.offering.name.clone(),
            ..Context::default()
        }
    }

    /// The payoff that a proof stands for, directly or through a feature.
    fn claim(&self, supports: &str) -> Option<&Payoff> {
        let value = &self.segment.value;
        let through = value.features.iter().find(|f| f.id == supports);
        let id = through.map_or(supports, |feature| feature.payoff.as_str());
        value.payoffs.iter().find(|payoff| payoff.id == id)
    }

    /// What the words are to bring about: the decision they serve, and what is aimed for.
    fn goal(&self) -> String {
        let chain = self.ground.chain;
        let question = chain
            .decision(&self.segment.decision)
            .map(|d| d.question.as_str());
        let targets = self.segment.targets.iter();
        let aims =
            targets.filter_map(|target| chain.metric(&target.metric).map(|m| m.name.as_str()));
        let parts: Vec<&str> = question
            .into_iter()
            .chain(aims)
            .filter(|t| filled(t))
            .collect();
        parts.join("; ")
    }
}

/// Rules that would judge a definition by its label.
const NAMED_BY_LABEL: &[&str] = &["demographic-only"];

/// Whether something other than its name says who belongs, and not by demographics alone.
fn is_defined(segment: &Segment) -> bool {
    let demographic =
        |kind: &SegmentKind| matches!(kind, SegmentKind::Demographic | SegmentKind::Geographic);
    let only = !segment.kinds.is_empty() && segment.kinds.iter().all(demographic);
    filled(&segment.described) || segment.rule.is_some() && !only
}

/// Takes back what was found since `from` and is not to be kept.
pub(super) fn drop_since(
    found: &mut Vec<Weakness>,
    from: usize,
    keeps: impl Fn(&Weakness) -> bool,
) {
    let tail = found.split_off(from.min(found.len()));
    found.extend(tail.into_iter().filter(keeps));
}

/// The characters of a text from `start` to before `end`.
pub(super) fn part(text: &str, start: u32, end: u32) -> &str {
    let place = |at: u32| {
        text.char_indices()
            .nth(at as usize)
            .map_or(text.len(), |(byte, _)| byte)
    };
    text.get(place(start)..place(end)).unwrap_or_default()
}

pub(super) fn alternatives(segment: &Segment) -> Vec<context::Alternative> {
    let named = segment.positioning.alternatives.iter();
    named
        .filter(|alternative| filled(&alternative.name))
        .map(|alternative| context::Alternative {
            name: alternative.name.clone(),
            kind: alternative.kind,
        })
        .collect()
}

pub(super) fn proofs<'a>(proofs: impl Iterator<Item = &'a Proof>) -> Vec<context::Proof> {
    proofs
        .filter(|proof| filled(&proof.text))
        .map(|proof| context::Proof {
            kind: proof.kind,
            text: proof.text.clone(),
        })
        .collect()
}

/// What a payoff claims, by its kind.
const fn claimed(kind: PayoffKind) -> ClaimKind {
    match kind {
        PayoffKind::Time | PayoffKind::Mistakes | PayoffKind::Revenue => ClaimKind::Outcome,
        PayoffKind::Risk => ClaimKind::Risk,
        PayoffKind::Status | PayoffKind::Enjoyment => ClaimKind::Sentiment,
    }
}

/// The kind of text a touchpoint is. Words without a place are read as those of a page, which has
/// room to say what it means.
const fn met(kind: Option<TouchpointKind>) -> TextKind {
    match kind {
        Some(TouchpointKind::Ad) => TextKind::Ad,
        Some(TouchpointKind::Email) => TextKind::Email,
        Some(TouchpointKind::Offer) => TextKind::Offer,
        Some(TouchpointKind::Onboarding) => TextKind::Onboarding,
        Some(TouchpointKind::Sales) => TextKind::Sales,
        Some(TouchpointKind::Content) => TextKind::Content,
        Some(TouchpointKind::Landing) | None => TextKind::Landing,
    }
}
