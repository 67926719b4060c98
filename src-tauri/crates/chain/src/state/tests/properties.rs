//! A link is stale if and only if something it rests on differs from what was confirmed, case,
//! space and punctuation aside. What it rests on is said here a second time, in other words.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{Known, LinkKind, State, confirm_all, link_state, links};
use crate::formula::Formula;
use crate::rule::Rule;
use crate::*;

/// A tape of choices: a failing case shrinks as it does.
struct Tape {
    bytes: Vec<u8>,
    at: usize,
}

const WORDS: [&str; 7] = [
    "",
    " ",
    "alpha",
    "Beta gamma",
    "delta",
    "hours back",
    "no one",
];

impl Tape {
    fn pick(&mut self, n: usize) -> usize {
        let byte = self.bytes.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        usize::from(byte) % n.max(1)
    }

    fn text(&mut self) -> String {
        WORDS[self.pick(WORDS.len())].to_owned()
    }

    fn texts(&mut self) -> Vec<String> {
        (0..self.pick(3)).map(|_| self.text()).collect()
    }

    fn rule(&mut self, own: usize) -> Option<Rule> {
        let named = |id: &str| Rule::Segment { segment: id.into() };
        let everyone = Rule::All { all: Vec::new() };
        match self.pick(4) {
            0 => None,
            1 => Some(everyone),
            2 => Some(Rule::Any { any: Vec::new() }),
            // Only earlier ones are named, so that no rules run in a circle.
            _ if own == 0 => Some(everyone),
            _ => Some(named(&format!("s{}", self.pick(own)))),
        }
    }

    fn number(&mut self) -> Option<f64> {
        [None, Some(0.0), Some(3.0), Some(3.5)][self.pick(4)]
    }

    fn formula(&mut self) -> Option<Formula> {
        match self.pick(3) {
            0 => None,
            1 => Some(Formula::Mean { mean: self.text() }),
            _ => Some(Formula::Counts {
                counts: vec![formula::Count {
                    segment: "s0".into(),
                    yes: 1.0,
                    n: 2.0 + self.pick(2) as f64,
                    ..formula::Count::default()
                }],
            }),
        }
    }

    fn segment(&mut self, own: usize) -> Segment {
        let id = |kind: &str, at: usize| format!("{kind}{own}{at}");
        let mut segment = Segment {
            id: format!("s{own}"),
            decision: ["", "q0", "q1"][self.pick(3)].into(),
            dataset: ["", "d0", "d1"][self.pick(3)].into(),
            described: self.text(),
            for_whom: self.texts(),
            not_for: self.texts(),
            rule: self.rule(own),
            ..Segment::default()
        };
        segment.decides_by.urgency.score = [None, Some(1), Some(5)][self.pick(3)];
        segment.decides_by.approvals.note = self.text();
        for at in 0..self.pick(3) {
            let text = self.text();
            segment.value.jobs.push(Job {
                id: id("j", at),
                text,
                kind: None,
            });
            segment.value.pains.push(Pain {
                id: id("p", at),
                text: self.text(),
                ..Pain::default()
            });
            segment.value.payoffs.push(Payoff {
                id: id("o", at),
                text: self.text(),
                quantity: self.number(),
                unit: self.text(),
                ..Payoff::default()
            });
            segment.value.proofs.push(Proof {
                id: id("e", at),
                text: self.text(),
                ..Proof::default()
            });
            segment.positioning.alternatives.push(Alternative {
                id: id("a", at),
                name: self.text(),
                ..Alternative::default()
            });
            let claims = ["j00", "o00", "o01", "e10", "a00", "a10"];
            segment.touchpoints.push(Touchpoint {
                id: id("t", at),
                text: self.text(),
                claims: vec![claims[self.pick(claims.len())].into()],
                ..Touchpoint::default()
            });
        }
        segment.positioning.benefit = self.text();
        segment.positioning.differentiator.text = self.text();
        segment
    }

    fn chain(&mut self) -> Chain {
        let decision = |tape: &mut Self, at: usize| Decision {
            id: format!("q{at}"),
            question: tape.text(),
            options: tape.texts(),
            ..Decision::default()
        };
        let mut chain = Chain {
            decisions: vec![decision(self, 0), decision(self, 1)],
            segments: vec![self.segment(0), self.segment(1)],
            ..Chain::default()
        };
        for at in 0..2 {
            chain.datasets.push(Dataset {
                id: format!("d{at}"),
                as_of: ["", "2026-11-01"][self.pick(2)].into(),
                ..Dataset::default()
            });
            chain.metrics.push(Metric {
                id: format!("m{at}"),
                dataset: format!("d{}", self.pick(2)),
                better: [Better::Higher, Better::Lower][self.pick(2)],
                threshold: [0.0, 0.02][self.pick(2)],
                formula: self.formula(),
                ..Metric::default()
            });
        }
        chain
    }

    /// An edit: of words, of their dress only, of order, of ids, of data.
    fn edit(&mut self, chain: &mut Chain) {
        let at = self.pick(2);
        let (word, dress) = (self.text(), self.pick(3));
        let dressed = |text: &str| match dress {
            0 => text.to_uppercase(),
            1 => format!(" «{}»… ", text.replace(' ', " - ")),
            _ => text.replace(' ', "\t"),
        };
        let which = self.pick(17);
        let rule = self.rule(at);
        let segment = &mut chain.segments[at];
        let value = &mut segment.value;
        match which {
            0 => chain.decisions[at].question = word,
            1 => chain.decisions[at].options.reverse(),
            2 => segment.described = word,
            3 => segment.described = dressed(&segment.described),
            4 => segment.rule = rule,
            5 => value
                .pains
                .iter_mut()
                .take(1)
                .for_each(|r| r.text.clone_from(&word)),
            6 => value
                .payoffs
                .iter_mut()
                .for_each(|r| r.text = dressed(&r.text)),
            7 => value
                .payoffs
                .iter_mut()
                .take(1)
                .for_each(|r| r.quantity = Some(3.5)),
            8 => value.payoffs.reverse(),
            9 => value.pains.iter_mut().for_each(|r| r.id.push('x')),
            10 => value.proofs.truncate(1),
            11 => segment.positioning.benefit = word,
            12 => segment.positioning.alternatives.reverse(),
            13 => segment
                .touchpoints
                .iter_mut()
                .for_each(|r| r.text.clone_from(&word)),
            14 => chain.metrics[at].threshold = 0.05,
            15 => chain.datasets[at].as_of = "2026-11-20".into(),
            _ => segment.not_for = vec![dressed(&word), word],
        }
    }
}

fn fold(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Everything that a link rests on, as a sorted list of lines.
fn ground(chain: &Chain, segment: &Segment, link: LinkKind) -> Vec<String> {
    let mut lines = Vec::new();
    let mut say = |kind: &str, parts: &[String]| {
        if parts.iter().any(|part| !part.is_empty()) {
            lines.push(format!("{kind} {parts:?}"));
        }
    };
    let number = |n: Option<f64>| n.map(|n| n.to_string()).unwrap_or_default();
    let payoff = |r: &Payoff| vec![fold(&r.text), number(r.quantity), fold(&r.unit)];
    match link {
        LinkKind::Decision => {}
        LinkKind::Segment => {
            if let Some(decision) = chain.decision(&segment.decision) {
                say("question", &[fold(&decision.question)]);
                decision
                    .options
                    .iter()
                    .for_each(|text| say("option", &[fold(text)]));
            }
        }
        LinkKind::Value => {
            say("described", &[fold(&segment.described)]);
            segment
                .for_whom
                .iter()
                .for_each(|text| say("for", &[fold(text)]));
            say(
                "score",
                &[number(segment.decides_by.urgency.score.map(f64::from))],
            );
            say("note", &[fold(&segment.decides_by.approvals.note)]);
            for line in rules(chain, vec![segment]) {
                say("rule", &[line]);
            }
        }
        LinkKind::Positioning => {
            let value = &segment.value;
            value.jobs.iter().for_each(|r| say("job", &[fold(&r.text)]));
            value
                .pains
                .iter()
                .for_each(|r| say("pain", &[fold(&r.text)]));
            value.payoffs.iter().for_each(|r| say("payoff", &payoff(r)));
            value
                .proofs
                .iter()
                .for_each(|r| say("proof", &[fold(&r.text)]));
            segment
                .not_for
                .iter()
                .for_each(|text| say("not for", &[fold(text)]));
        }
        LinkKind::Journey => {
            let p = &segment.positioning;
            say("benefit", &[fold(&p.benefit)]);
            say("differentiator", &[fold(&p.differentiator.text)]);
            let claims = segment.touchpoints.iter().flat_map(|t| &t.claims);
            let claimed: BTreeSet<&String> = claims.collect();
            for home in &chain.segments {
                let claims = |id: &String| claimed.contains(id);
                let jobs = home.value.jobs.iter().filter(|r| claims(&r.id));
                jobs.for_each(|r| say("job", &[fold(&r.text)]));
                let payoffs = home.value.payoffs.iter().filter(|r| claims(&r.id));
                payoffs.for_each(|r| say("payoff", &payoff(r)));
                let proofs = home.value.proofs.iter().filter(|r| claims(&r.id));
                proofs.for_each(|r| say("proof", &[fold(&r.text)]));
                let own = home.id == segment.id;
                let alternatives = home.positioning.alternatives.iter();
                alternatives
                    .filter(|r| own || claims(&r.id))
                    .for_each(|r| say("alternative", &[fold(&r.name)]));
            }
        }
        LinkKind::Results => {
            let mut named = vec![segment];
            if let Some(dataset) = chain.dataset(&segment.dataset) {
                say("dataset", std::slice::from_ref(&dataset.as_of));
            }
            for metric in &chain.metrics {
                let counts = match &metric.formula {
                    None => continue,
                    Some(Formula::Counts { counts }) => counts[0].segment == segment.id,
                    Some(_) => segment.rule.is_some() && metric.dataset == segment.dataset,
                };
                if counts {
                    let (formula, better) = (&metric.formula, metric.better);
                    say(
                        "metric",
                        &[format!("{formula:?} {better:?} {}", metric.threshold)],
                    );
                }
            }
            named.retain(|segment| segment.rule.is_some());
            for line in rules(chain, named) {
                say("rule", &[line]);
            }
        }
    }
    lines.sort();
    lines
}

fn rules<'a>(chain: &'a Chain, mut open: Vec<&'a Segment>) -> BTreeSet<String> {
    let mut told = BTreeSet::new();
    while let Some(segment) = open.pop() {
        if let Some(rule) = &segment.rule {
            told.insert(format!("{} {} {rule:?}", segment.id, segment.dataset));
            open.extend(rule.segments().iter().filter_map(|id| chain.segment(id)));
        }
    }
    told
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_link_is_stale_if_and_only_if_something_it_rests_on_differs(
        bytes in prop::collection::vec(any::<u8>(), 0..160),
        edits in prop::collection::vec(any::<u8>(), 0..24),
    ) {
        let mut chain = Tape { bytes, at: 0 }.chain();
        confirm_all(&mut chain);
        let before = chain.clone();
        let mut tape = Tape { bytes: edits, at: 0 };
        while tape.at < tape.bytes.len() {
            tape.edit(&mut chain);
        }
        let known = Known::default();
        for (segment, was) in chain.segments.iter().zip(&before.segments) {
            for link in LinkKind::ALL {
                let state = link_state(&chain, segment, *link, &known);
                let now = ground(&chain, segment, *link);
                let then = ground(&before, was, *link);
                let stale = state.state == State::Stale;
                // Nothing written is missing, whatever was confirmed.
                if state.state != State::Missing {
                    prop_assert_eq!(stale, now != then, "{} {:?}: {:?} → {:?}", segment.id, link, then, now);
                }
            }
        }
        confirm_all(&mut chain);
        for segment in &chain.segments {
            for link in links(&chain, segment, &known) {
                prop_assert_ne!(link.state, State::Stale, "confirming all leaves none");
            }
        }
    }
}
