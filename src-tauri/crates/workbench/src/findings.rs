//! What the coach finds in the texts of a chain, each on its record and field.

use chain::{Chain, Segment, Standing, statement};
use coach::{Context, TextKind};

use crate::view::TextFinding;

/// Words up to which a benefit by itself may be a slogan.
const SLOGAN_WORDS: usize = 6;

/// The findings of every segment that is worked on: jobs, pains and payoffs each by themselves,
/// and the statement.
pub(crate) fn of(chain: &Chain) -> Vec<TextFinding> {
    let mut found = Findings::default();
    let set_aside = |s: &Segment| matches!(s.standing, Standing::Retired | Standing::Invalidated);
    for segment in chain.segments.iter().filter(|segment| !set_aside(segment)) {
        let plain = Context::default();
        let value = &segment.value;
        for job in &value.jobs {
            found.text(segment, &job.id, TextKind::Job, &job.text, &plain);
        }
        for pain in &value.pains {
            found.text(segment, &pain.id, TextKind::Pain, &pain.text, &plain);
        }
        for payoff in &value.payoffs {
            let context = Context {
                quantity: payoff.quantity,
                ..Context::default()
            };
            found.text(
                segment,
                &payoff.id,
                TextKind::Payoff,
                &payoff.text,
                &context,
            );
        }
        found.statement(chain, segment);
    }
    let kept = |finding: &TextFinding| {
        !chain.suppressions.iter().any(|suppression| {
            suppression.rule == finding.finding.rule
                && suppression.record == finding.record
                && (suppression.field.is_empty() || suppression.field == finding.field)
        })
    };
    found.0.retain(kept);
    found.0
}

#[derive(Default)]
struct Findings(Vec<TextFinding>);

impl Findings {
    fn text(&mut self, segment: &Segment, record: &str, kind: TextKind, text: &str, c: &Context) {
        self.on(segment, record, "text", kind, text, c);
    }

    /// What is written of the statement so far. Until anything else is, the benefit is the statement;
    /// that is where slogans are typed.
    fn statement(&mut self, chain: &Chain, segment: &Segment) {
        let p = &segment.positioning;
        if p.benefit.trim().is_empty() {
            return;
        }
        let alternatives = p
            .alternatives
            .iter()
            .map(|alternative| coach::Alternative {
                name: alternative.name.clone(),
                kind: alternative.kind,
            })
            .collect();
        let context = Context {
            alternatives,
            ..Context::default()
        };
        let alone = [
            &p.for_whom,
            &p.problem,
            &p.why_believe,
            &p.differentiator.text,
        ]
        .iter()
        .all(|text| text.trim().is_empty())
            && p.alternatives
                .iter()
                .all(|alternative| alternative.name.trim().is_empty());
        if alone {
            // A verb phrase of some length is the beginning of a statement and no slogan.
            if p.benefit.split_whitespace().count() > SLOGAN_WORDS {
                return;
            }
            self.on(
                segment,
                &segment.id,
                "benefit",
                TextKind::Statement,
                &p.benefit,
                &context,
            );
        } else {
            let text = statement::compose(&chain.offering, p).text();
            self.on(
                segment,
                &segment.id,
                "statement",
                TextKind::Statement,
                &text,
                &context,
            );
        }
    }

    fn on(
        &mut self,
        segment: &Segment,
        record: &str,
        field: &str,
        kind: TextKind,
        text: &str,
        context: &Context,
    ) {
        self.0.extend(
            coach::lint(kind, text, context)
                .into_iter()
                .map(|finding| TextFinding {
                    segment: segment.id.clone(),
                    record: record.to_owned(),
                    field: field.to_owned(),
                    kind,
                    finding,
                }),
        );
    }
}
