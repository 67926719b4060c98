//! The fingerprint that confirmations were given before they kept what they rested on in words.
//!
//! Workbooks of schema 1 hold it and nothing else, so it is understood for ever and never edited.
//! Unlike the words it minds the order of records.

use serde::Serialize;

use crate::document::Chain;
use crate::records::Segment;
use crate::vocabulary::LinkKind;

use super::measured_on;

/// The fingerprint of what a link rests on: 16 hex digits that case, space and punctuation do not
/// change.
pub(super) fn basis(chain: &Chain, segment: &Segment, link: LinkKind) -> String {
    let mut ground = Hash::default();
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

/// What a link rests on, on its way to a fingerprint.
#[derive(Default)]
struct Hash(blake3::Hasher);

impl Hash {
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
