//! The line and the positioning on paper.

use brief as paper;
use chain::state::{self, Known, Need, State};
use chain::statement;
use chain::{Chain, LinkKind, Role, Segment, date};

pub(super) fn line(chain: &Chain, segment: &Segment, known: &Known) -> paper::Line {
    let link = |kind: LinkKind| {
        let link = state::link_state(chain, segment, kind, known);
        let (state, word) = match link.state {
            State::Missing => (
                paper::LineState::Missing,
                link.needs
                    .first()
                    .map(|n| format!("needs {}", n.label()))
                    .unwrap_or_default(),
            ),
            State::Draft => (
                paper::LineState::Draft,
                match link.needs.as_slice() {
                    [] | [Need::Confirmation] => "not confirmed".to_owned(),
                    [first, ..] => format!("needs {}", first.label()),
                },
            ),
            State::Sound => (paper::LineState::Sound, date::in_words(&link.confirmed_on)),
            State::Stale => (paper::LineState::Stale, String::new()),
        };
        paper::LineLink { state, word }
    };
    paper::Line {
        decision: link(LinkKind::Decision),
        segment: link(LinkKind::Segment),
        value: link(LinkKind::Value),
        positioning: link(LinkKind::Positioning),
        journey: link(LinkKind::Journey),
        results: link(LinkKind::Results),
        primary: segment.role == Role::Primary,
        not_for_us: segment.role == Role::NotForUs,
    }
}

pub(super) fn positioning(chain: &Chain, segment: &Segment, known: &Known) -> paper::Positioning {
    let p = &segment.positioning;
    let composed = statement::compose(&chain.offering, p);
    let written = composed.runs.iter().any(|run| {
        run.part
            .is_some_and(|part| part != statement::Part::Offering)
            && !run.missing
    });
    let statement = if written {
        composed
            .runs
            .iter()
            .map(|run| paper::StatementPart {
                text: run.text.clone(),
                role: match run.part {
                    None => paper::StatementRole::Glue,
                    Some(_) if run.missing => paper::StatementRole::Missing,
                    Some(_) => paper::StatementRole::Written,
                },
            })
            .collect()
    } else {
        Vec::new()
    };
    let number = p
        .versions
        .iter()
        .map(|version| version.number)
        .max()
        .unwrap_or(0)
        + 1;
    let link = state::link_state(chain, segment, LinkKind::Positioning, known);
    let confirmed = match link.state {
        State::Sound | State::Stale => {
            format!(", confirmed {}", date::in_words(&link.confirmed_on))
        }
        State::Draft | State::Missing => ", not confirmed".to_owned(),
    };
    paper::Positioning {
        statement,
        standing: format!("Positioning v{number}{confirmed}"),
        problem: p.problem.clone(),
        why_now: p.why_now.clone(),
        tagline: p.tagline.clone(),
        alternatives: p
            .alternatives
            .iter()
            .map(|alternative| paper::Alternative {
                name: alternative.name.clone(),
                kind: alternative
                    .kind
                    .map(|kind| kind.label().to_owned())
                    .unwrap_or_default(),
                weakness: alternative.weakness.clone(),
            })
            .collect(),
        differentiator: (!p.differentiator.text.trim().is_empty()).then(|| paper::Differentiator {
            text: p.differentiator.text.clone(),
            kind: p
                .differentiator
                .kind
                .map(|k| k.label().to_owned())
                .unwrap_or_default(),
        }),
    }
}
