//! What a link rests on: the words and rules upstream of it.
//!
//! A link takes the words next to it on the line, and a journey also those of the records whose
//! claims its touchpoints carry: an ad that promises a payoff rests on the payoff.

use std::collections::HashSet;

use serde::Serialize;

use crate::document::Chain;
use crate::formula::Formula;
use crate::records::{Alternative, Feature, Ground, Job, Pain, Payoff, Proof, Segment};
use crate::rule::Rule;
use crate::vocabulary::LinkKind;

use super::{Known, measured_on};

/// The [`crate::Confirmation::basis`] of a confirmation that says in words what it rests on.
pub const RESTS: &str = "rests";

/// What a link rests on as the chain stands. Fields that say nothing are left out.
pub fn rests_on(chain: &Chain, segment: &Segment, link: LinkKind, known: &Known) -> Vec<Ground> {
    let mut list = Grounds {
        chain,
        known,
        list: Vec::new(),
        told: HashSet::new(),
    };
    match link {
        LinkKind::Decision => {}
        LinkKind::Segment => {
            if let Some(decision) = chain.decision(&segment.decision) {
                let record = format!("decisions/{}", decision.id);
                list.text(&record, "question", &decision.question);
                list.texts(&record, "options", &decision.options);
            }
        }
        LinkKind::Value => list.definition(segment),
        LinkKind::Positioning => list.value(segment),
        LinkKind::Journey => {
            list.positioning(segment);
            list.claims(segment);
        }
        LinkKind::Results => list.measured(segment),
    }
    list.list
}

struct Grounds<'a> {
    chain: &'a Chain,
    known: &'a Known,
    list: Vec<Ground>,
    /// The segments whose rules are in the list already.
    told: HashSet<&'a str>,
}

impl<'a> Grounds<'a> {
    fn text(&mut self, record: &str, field: &str, text: &str) {
        if !text.trim().is_empty() {
            self.list.push(Ground {
                record: record.to_owned(),
                field: field.to_owned(),
                text: text.to_owned(),
            });
        }
    }

    fn texts(&mut self, record: &str, field: &str, texts: &[String]) {
        texts.iter().for_each(|text| self.text(record, field, text));
    }

    /// Data as the document writes it.
    fn json<T: Serialize>(&mut self, record: &str, field: &str, value: &T) {
        let text = serde_json::to_string(value).unwrap_or_default();
        self.text(record, field, &text);
    }

    fn number(&mut self, record: &str, field: &str, number: Option<f64>) {
        if let Some(number) = number {
            // Folds the two zeros into one.
            self.text(record, field, &(number + 0.0).to_string());
        }
    }

    fn rows_of(&self, dataset: &str) -> Option<String> {
        self.known.rows.as_ref()?.get(dataset).cloned()
    }

    fn definition(&mut self, segment: &'a Segment) {
        let record = format!("segments/{}", segment.id);
        self.text(&record, "described", &segment.described);
        self.rule_of(segment);
        self.texts(&record, "for", &segment.for_whom);
        for (name, axis) in crate::AXIS_NAMES.iter().zip(segment.decides_by.all()) {
            let score = axis.score.map(|score| score.to_string());
            let field = format!("decides_by.{name}");
            self.text(
                &record,
                &format!("{field}.score"),
                &score.unwrap_or_default(),
            );
            self.text(&record, &format!("{field}.note"), &axis.note);
        }
    }

    fn rule_of(&mut self, segment: &'a Segment) {
        self.rules(vec![segment]);
    }

    /// The rules of these segments, over which datasets, and those of the segments that they name.
    fn rules(&mut self, mut open: Vec<&'a Segment>) {
        while let Some(segment) = open.pop() {
            if let Some(rule) = &segment.rule
                && self.told.insert(&segment.id)
            {
                let record = format!("segments/{}", segment.id);
                self.text(&record, "dataset", &segment.dataset);
                self.json(&record, "rule", rule);
                open.extend(self.named_in(rule));
            }
        }
    }

    fn named_in(&self, rule: &Rule) -> Vec<&'a Segment> {
        let named = rule.segments().into_iter();
        named.filter_map(|id| self.chain.segment(id)).collect()
    }

    fn value(&mut self, segment: &Segment) {
        let value = &segment.value;
        value.jobs.iter().for_each(|r| self.job(r));
        value.pains.iter().for_each(|r| self.pain(r));
        value.payoffs.iter().for_each(|r| self.payoff(r));
        value.proofs.iter().for_each(|r| self.proof(r));
        let record = format!("segments/{}", segment.id);
        self.texts(&record, "not_for", &segment.not_for);
    }

    fn job(&mut self, job: &Job) {
        self.text(&format!("jobs/{}", job.id), "text", &job.text);
    }

    fn pain(&mut self, pain: &Pain) {
        self.text(&format!("pains/{}", pain.id), "text", &pain.text);
    }

    fn payoff(&mut self, payoff: &Payoff) {
        let record = format!("payoffs/{}", payoff.id);
        self.text(&record, "text", &payoff.text);
        self.number(&record, "quantity", payoff.quantity);
        self.text(&record, "unit", &payoff.unit);
        self.number(&record, "horizon_days", payoff.horizon_days);
    }

    fn feature(&mut self, feature: &Feature) {
        self.text(&format!("features/{}", feature.id), "text", &feature.text);
    }

    fn proof(&mut self, proof: &Proof) {
        self.text(&format!("proofs/{}", proof.id), "text", &proof.text);
    }

    fn alternative(&mut self, alternative: &Alternative) {
        let record = format!("alternatives/{}", alternative.id);
        self.text(&record, "name", &alternative.name);
    }

    /// The records whose claims the touchpoints carry, wherever they are; most are at home. What the
    /// positioning has told already is not told twice.
    fn claims(&mut self, segment: &Segment) {
        let claims = segment.touchpoints.iter().flat_map(|t| &t.claims);
        let mut open: HashSet<&str> = claims.map(String::as_str).collect();
        for alternative in &segment.positioning.alternatives {
            open.remove(alternative.id.as_str());
        }
        let others = self.chain.segments.iter().filter(|s| s.id != segment.id);
        for home in std::iter::once(segment).chain(others) {
            if open.is_empty() {
                return;
            }
            let mut is = |id: &str| open.remove(id);
            let value = &home.value;
            let jobs = value.jobs.iter().filter(|r| is(&r.id));
            jobs.for_each(|r| self.job(r));
            let pains = value.pains.iter().filter(|r| is(&r.id));
            pains.for_each(|r| self.pain(r));
            let payoffs = value.payoffs.iter().filter(|r| is(&r.id));
            payoffs.for_each(|r| self.payoff(r));
            let features = value.features.iter().filter(|r| is(&r.id));
            features.for_each(|r| self.feature(r));
            let proofs = value.proofs.iter().filter(|r| is(&r.id));
            proofs.for_each(|r| self.proof(r));
            let alternatives = home.positioning.alternatives.iter();
            alternatives
                .filter(|r| is(&r.id))
                .for_each(|r| self.alternative(r));
        }
    }

    fn positioning(&mut self, segment: &Segment) {
        let p = &segment.positioning;
        let record = format!("segments/{}", segment.id);
        for (field, text) in [
            ("for_whom", &p.for_whom),
            ("problem", &p.problem),
            ("benefit", &p.benefit),
            ("why_believe", &p.why_believe),
            ("category", &p.category),
            ("why_now", &p.why_now),
            ("differentiator.text", &p.differentiator.text),
        ] {
            self.text(&record, &format!("positioning.{field}"), text);
        }
        p.alternatives.iter().for_each(|r| self.alternative(r));
    }

    fn measured(&mut self, segment: &'a Segment) {
        let chain = self.chain;
        self.rule_of(segment);
        if let Some(dataset) = chain.dataset(&segment.dataset) {
            let record = format!("datasets/{}", dataset.id);
            self.text(&record, "as_of", &dataset.as_of);
            self.text(&record, "weight", &dataset.weight);
            if let Some(rows) = self.rows_of(&dataset.id) {
                self.text(&record, "rows", &rows);
            }
        }
        for metric in measured_on(chain, segment) {
            let record = format!("metrics/{}", metric.id);
            self.json(&record, "formula", &metric.formula);
            self.text(&record, "better", metric.better.as_str());
            self.number(&record, "threshold", Some(metric.threshold));
            for rule in metric.formula.iter().flat_map(Formula::rules) {
                self.rules(self.named_in(rule));
            }
        }
    }
}
