//! Chains made of chance: a tape of bytes decides every field, so that a failing one shrinks as the
//! tape does. Each chain holds together by itself (`chain::check::references`).

use std::collections::BTreeMap;

use chain::*;
use proptest::prelude::*;

/// A chain made of up to 600 choices.
pub fn chains() -> impl Strategy<Value = Chain> {
    prop::collection::vec(any::<u8>(), 0..600).prop_map(|bytes| Tape { bytes, at: 0 }.chain())
}

struct Tape {
    bytes: Vec<u8>,
    at: usize,
}

const TEXTS: [&str; 12] = [
    "",
    "a",
    "Fill tomorrow's gaps",
    "“quoted” and 'single' and \"double\"; DROP TABLE segment; --",
    "naïve café, 日本語, עברית, 🦀👩‍👩‍👧",
    "line\nbreak\r\nand\ttab",
    "nul\0inside",
    "{\"json\": [null]}",
    " spaces around ",
    "\u{202e}turned\u{202c}",
    "NULL",
    "-0.0",
];

const DATES: [&str; 3] = ["", "2026-11-01", "2024-02-29"];

const NUMBERS: [f64; 9] = [
    0.0,
    -0.0,
    1.0,
    5.0,
    0.1,
    -2.5e-7,
    1e300,
    9_007_199_254_740_993.0,
    1.0 / 3.0,
];

const RULES: [&str; 6] = [
    r#"{"all": []}"#,
    r#"{"column": "tenure", "op": "between", "value": [1, 12.5]}"#,
    r#"{"not": {"any": [{"column": "C ü", "op": "is_blank"}, {"all": []}]}}"#,
    r#"{"column": "C", "op": "in", "value": ["a", "b\u0000c", true, 3]}"#,
    r#"{"column": "Contract", "op": "eq", "value": "Month-to-month", "fold": true}"#,
    r#"{"all": [{"column": "n", "op": "gt", "value": 1e17}, {"segment": "s0"}]}"#,
];

impl Tape {
    /// A number below `n`; 0 when the tape has run out.
    fn pick(&mut self, n: usize) -> usize {
        let byte = self.bytes.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        usize::from(byte) % n
    }

    fn text(&mut self) -> String {
        match self.pick(TEXTS.len() + 1) {
            at if at < TEXTS.len() => TEXTS[at].to_owned(),
            _ => "long ".repeat(900),
        }
    }

    fn date(&mut self) -> String {
        DATES[self.pick(DATES.len())].to_owned()
    }

    fn number(&mut self) -> f64 {
        NUMBERS[self.pick(NUMBERS.len())]
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.pick(2) == 1).then(|| make(self))
    }

    fn word<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.pick(all.len())]
    }

    fn list<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self, usize) -> T) -> Vec<T> {
        let mut list = Vec::new();
        for at in 0..self.pick(most + 1) {
            let made = make(self, at);
            // Any order: an id says nothing about its place.
            let place = self.pick(list.len() + 1);
            list.insert(place, made);
        }
        list
    }

    /// Ids of a kind, spread over the segments.
    fn spread(&mut self, letter: char, segments: usize) -> BTreeMap<usize, Vec<String>> {
        let mut homes: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for n in 0..4 {
            let home = self.pick(segments + 1);
            if home > 0 {
                let list = homes.entry(home - 1).or_default();
                let place = self.pick(list.len() + 1);
                list.insert(place, format!("{letter}{n}"));
            }
        }
        homes
    }

    fn one_of(&mut self, ids: &BTreeMap<usize, Vec<String>>) -> String {
        let all: Vec<&String> = ids.values().flatten().collect();
        match self.pick(all.len() + 1) {
            0 => String::new(),
            at => all[at - 1].clone(),
        }
    }

    fn chain(&mut self) -> Chain {
        let mut chain = Chain {
            offering: Offering {
                name: self.text(),
                category: self.text(),
                summary: self.text(),
            },
            datasets: self.list(2, |tape, at| Dataset {
                id: format!("d{at}"),
                unit: tape.text(),
                key: tape.text(),
                weight: tape.text(),
                as_of: tape.date(),
            }),
            decisions: self.list(2, |tape, at| Decision {
                id: format!("q{at}"),
                question: tape.text(),
                options: tape.list(3, |tape, _| tape.text()),
                dimensions: tape.list(3, |tape, _| Dimension {
                    name: tape.text(),
                    why: tape.text(),
                }),
                owner: tape.text(),
                due: tape.date(),
            }),
            metrics: self.list(3, |tape, at| Metric {
                id: format!("m{at}"),
                name: tape.text(),
                dataset: tape.text(),
                stage: tape.word(Stage::ALL),
                better: tape.word(Better::ALL),
                threshold: tape.number().abs(),
                partner: String::new(),
                formula: tape.maybe(|tape| match tape.pick(2) {
                    0 => chain::formula::Formula::Mean { mean: tape.text() },
                    _ => {
                        let rule = RULES[tape.pick(RULES.len() - 1)];
                        let text = format!(r#"{{"rate": {{"where": {rule}}}}}"#);
                        serde_json::from_str(&text).unwrap()
                    }
                }),
            }),
            ..Chain::default()
        };
        self.segments(&mut chain);
        chain.confirmations = self.confirmations(&chain);
        chain.suppressions = self.list(3, |tape, at| Suppression {
            rule: format!("rule-{}", at % 2),
            record: format!("r{at}"),
            field: tape.text(),
            text: tape.text(),
            reason: "Their own word".to_owned(),
            on: tape.date(),
        });
        chain::check::references(&chain).unwrap();
        chain
    }

    fn confirmations(&mut self, chain: &Chain) -> Vec<Confirmation> {
        let mut all = Vec::new();
        for segment in &chain.segments {
            if self.pick(3) > 0 {
                let link = self.word(LinkKind::ALL);
                all.push(Confirmation {
                    link: format!("{}/{}", segment.id, link.as_str()),
                    on: self.date(),
                    only_wording: self.pick(2) == 1,
                    basis: ["0123456789abcdef", chain::state::RESTS][self.pick(2)].to_owned(),
                    rests: self.list(3, |tape, at| Ground {
                        record: format!("pains/p{at}"),
                        field: tape.text(),
                        text: tape.text(),
                    }),
                });
            }
        }
        all
    }

    fn segments(&mut self, chain: &mut Chain) {
        let count = self.pick(4);
        let jobs = self.spread('j', count);
        let pains = self.spread('p', count);
        let payoffs = self.spread('o', count);
        let features = self.spread('f', count);
        let proofs = self.spread('e', count);
        let alternatives = self.spread('a', count);
        let touchpoints = self.spread('t', count);
        for at in 0..count {
            let here =
                |ids: &BTreeMap<usize, Vec<String>>| ids.get(&at).cloned().unwrap_or_default();
            let mut segment = Segment {
                id: format!("s{at}"),
                name: self.text(),
                described: self.text(),
                role: self.word(Role::ALL),
                standing: self.word(Standing::ALL),
                tested: Trial {
                    test: self.text(),
                    on: self.date(),
                },
                purpose: self.list(3, |tape, _| tape.word(Purpose::ALL)),
                kinds: self.list(3, |tape, _| tape.word(SegmentKind::ALL)),
                dataset: self.text(),
                reach: self.list(2, |tape, _| tape.text()),
                for_whom: self.list(2, |tape, _| tape.text()),
                not_for: self.list(2, |tape, _| tape.text()),
                actions: self.list(3, |tape, _| tape.word(ActionKind::ALL)),
                expects: self.text(),
                review_on: self.date(),
                ..Segment::default()
            };
            if let Some(decision) = chain.decisions.first() {
                segment.decision = self.maybe(|_| decision.id.clone()).unwrap_or_default();
            }
            // Only later segments may name the first one, or the rules would run in a circle.
            let rules = if at == 0 {
                RULES.len() - 1
            } else {
                RULES.len()
            };
            segment.rule =
                self.maybe(|tape| serde_json::from_str(RULES[tape.pick(rules)]).unwrap());
            for axis in segment.decides_by.all_mut() {
                axis.score = self.maybe(|tape| 1 + tape.pick(5) as u8);
                axis.note = self.text();
            }
            if let Some(metric) = chain.metrics.first() {
                // One metric aimed at twice is allowed.
                segment.targets = self.list(2, |tape, _| Target {
                    metric: metric.id.clone(),
                    value: tape.number(),
                    by: tape.date(),
                });
            }
            for id in here(&jobs) {
                let kind = self.maybe(|tape| tape.word(JobKind::ALL));
                segment.value.jobs.push(Job {
                    id,
                    text: self.text(),
                    kind,
                });
            }
            for id in here(&pains) {
                let (text, job) = (self.text(), self.one_of(&jobs));
                let severity = self.maybe(|tape| 1 + tape.pick(5) as u8);
                segment.value.pains.push(Pain {
                    id,
                    text,
                    job,
                    severity,
                });
            }
            for id in here(&payoffs) {
                segment.value.payoffs.push(Payoff {
                    id,
                    text: self.text(),
                    pain: self.one_of(&pains),
                    kind: self.maybe(|tape| tape.word(PayoffKind::ALL)),
                    quantity: self.maybe(Tape::number),
                    unit: self.text(),
                    horizon_days: self.maybe(Tape::number),
                });
            }
            for id in here(&features) {
                let (text, payoff) = (self.text(), self.one_of(&payoffs));
                segment.value.features.push(Feature { id, text, payoff });
            }
            for id in here(&proofs) {
                let (text, supports) = (self.text(), self.one_of(&payoffs));
                let kind = self.maybe(|tape| tape.word(ProofKind::ALL));
                segment.value.proofs.push(Proof {
                    id,
                    text,
                    kind,
                    supports,
                });
            }
            segment.positioning = self.positioning(here(&alternatives));
            for id in here(&touchpoints) {
                segment.touchpoints.push(Touchpoint {
                    id,
                    kind: self.maybe(|tape| tape.word(TouchpointKind::ALL)),
                    text: self.text(),
                    claims: self
                        .maybe(|tape| tape.one_of(&payoffs))
                        .into_iter()
                        .collect(),
                });
            }
            let place = self.pick(chain.segments.len() + 1);
            chain.segments.insert(place, segment);
        }
    }

    fn positioning(&mut self, alternatives: Vec<String>) -> Positioning {
        Positioning {
            for_whom: self.text(),
            problem: self.text(),
            benefit: self.text(),
            why_believe: self.text(),
            category: self.text(),
            why_now: self.text(),
            tagline: self.text(),
            alternatives: alternatives
                .into_iter()
                .map(|id| self.alternative(id))
                .collect(),
            differentiator: self.differentiator(),
            since: self.date(),
            versions: self.list(3, |tape, at| Version {
                number: at as u32 * 7 + 1,
                since: tape.date(),
                until: tape.date(),
                reason: tape.text(),
                for_whom: tape.text(),
                problem: tape.text(),
                benefit: tape.text(),
                why_believe: tape.text(),
                category: tape.text(),
                why_now: tape.text(),
                tagline: tape.text(),
                // A picture of what was: ids may repeat, or be taken by now.
                alternatives: tape.list(2, |tape, _| tape.alternative("a0".to_owned())),
                differentiator: tape.differentiator(),
            }),
        }
    }

    fn alternative(&mut self, id: String) -> Alternative {
        let kind = self.maybe(|tape| tape.word(AlternativeKind::ALL));
        Alternative {
            id,
            name: self.text(),
            kind,
            weakness: self.text(),
        }
    }

    fn differentiator(&mut self) -> Differentiator {
        let kind = self.maybe(|tape| tape.word(DifferentiatorKind::ALL));
        Differentiator {
            text: self.text(),
            kind,
        }
    }
}
