//! What a link rests on: the words and rules upstream of it.
//!
//! Decision → segment → value → positioning → journey; dataset, metric and segment → results. A
//! link's own words are no ground of it: changing them does not make it stale.

use std::collections::HashSet;

use serde::Serialize;

use crate::document::Chain;
use crate::formula::Formula;
use crate::records::{Ground, Segment};
use crate::rule::Rule;
use crate::vocabulary::LinkKind;

use super::{measured_on, named};

/// The [`crate::Confirmation::basis`] of a confirmation that says in words what it rests on.
pub const RESTS: &str = "rests";

/// What a link rests on as the chain stands. Fields that say nothing are left out.
pub fn rests_on(chain: &Chain, segment: &Segment, link: LinkKind) -> Vec<Ground> {
    let mut list = Grounds {
        chain,
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
        LinkKind::Journey => list.positioning(segment),
        LinkKind::Results => list.measured(segment),
    }
    list.list
}

/// Gives each confirmation that says nothing of its basis what its link rests on now.
pub fn fill_bases(chain: &mut Chain) {
    let grounds: Vec<Option<Vec<Ground>>> = chain
        .confirmations
        .iter()
        .map(|confirmation| {
            // Looked for only where it is wanted: an edit finds all but a few filled.
            if !confirmation.basis.is_empty() {
                return None;
            }
            let (segment, link) = named(chain, &confirmation.link)?;
            Some(rests_on(chain, segment, link))
        })
        .collect();
    for (confirmation, rests) in chain.confirmations.iter_mut().zip(grounds) {
        if let Some(rests) = rests {
            confirmation.basis = RESTS.to_owned();
            confirmation.rests = rests;
        }
    }
}

struct Grounds<'a> {
    chain: &'a Chain,
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
        for job in &value.jobs {
            self.text(&format!("jobs/{}", job.id), "text", &job.text);
        }
        for pain in &value.pains {
            self.text(&format!("pains/{}", pain.id), "text", &pain.text);
        }
        for payoff in &value.payoffs {
            let record = format!("payoffs/{}", payoff.id);
            self.text(&record, "text", &payoff.text);
            self.number(&record, "quantity", payoff.quantity);
            self.text(&record, "unit", &payoff.unit);
            self.number(&record, "horizon_days", payoff.horizon_days);
        }
        for proof in &value.proofs {
            self.text(&format!("proofs/{}", proof.id), "text", &proof.text);
        }
        let record = format!("segments/{}", segment.id);
        self.texts(&record, "not_for", &segment.not_for);
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
        for alternative in &p.alternatives {
            let record = format!("alternatives/{}", alternative.id);
            self.text(&record, "name", &alternative.name);
        }
    }

    fn measured(&mut self, segment: &'a Segment) {
        let chain = self.chain;
        self.rule_of(segment);
        if let Some(dataset) = chain.dataset(&segment.dataset) {
            let record = format!("datasets/{}", dataset.id);
            self.text(&record, "as_of", &dataset.as_of);
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
