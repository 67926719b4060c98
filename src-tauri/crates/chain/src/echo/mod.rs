//! Words on a link that rest on what changed, and where they still say what was.
//!
//! One answer for whoever asks: the Map, which leads from a change to what it broke, and the
//! panel of a link, which shows what changed under it.

mod trace;

use std::collections::HashSet;

use crate::records::Segment;
use crate::state::{Difference, GroundKind};
use crate::vocabulary::LinkKind;

/// A text of a link that rests on something that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Echo {
    /// The record, as `touchpoints/ad-1`.
    pub record: String,
    /// The field, as `text` or `positioning.benefit`.
    pub field: String,
    /// All that it says.
    pub text: String,
    /// Whether it carries what changed by its place: the part of the statement that a kind of
    /// record is said in, or a touchpoint that carries its claim.
    pub carries: bool,
    /// The runs that still say what was, in their order: from where to where, counted in Unicode
    /// scalar values. Empty when it carries what changed in words of its own.
    pub spans: Vec<(u32, u32)>,
}

/// The texts of a link that rest on what changed: those that still say what was first, of these
/// those that carry it, else in the order of the line. What says nothing is left out.
pub fn echoes(segment: &Segment, link: LinkKind, changes: &[Difference]) -> Vec<Echo> {
    // Data are not repeated in sentences; their numbers mean nothing there.
    let said: Vec<&Difference> = changes
        .iter()
        .filter(|it| GroundKind::of(&it.field) == GroundKind::Words)
        .collect();
    let mut echoes: Vec<Echo> = texts(segment, link, changes)
        .into_iter()
        .filter(|text| !text.says.trim().is_empty())
        .filter_map(|text| {
            let spans = spans(&said, text.says);
            (text.carries || !spans.is_empty()).then(|| Echo {
                record: text.record,
                field: text.field,
                text: text.says.to_owned(),
                carries: text.carries,
                spans,
            })
        })
        .collect();
    echoes.sort_by_key(|echo| (echo.spans.is_empty(), !echo.carries));
    echoes
}

/// A text of a link.
struct Text<'a> {
    record: String,
    field: String,
    says: &'a str,
    carries: bool,
}

/// All texts of a link.
fn texts<'a>(segment: &'a Segment, link: LinkKind, changes: &[Difference]) -> Vec<Text<'a>> {
    let own = |field: &str, says: &'a str, carries: bool| Text {
        record: format!("segments/{}", segment.id),
        field: field.to_owned(),
        says,
        carries,
    };
    match link {
        LinkKind::Decision | LinkKind::Results => Vec::new(),
        LinkKind::Segment => vec![
            own("described", &segment.described, false),
            own("name", &segment.name, false),
        ],
        LinkKind::Value => {
            let value = &segment.value;
            let jobs = value.jobs.iter().map(|it| ("jobs", &it.id, &it.text));
            let pains = value.pains.iter().map(|it| ("pains", &it.id, &it.text));
            let payoffs = value.payoffs.iter().map(|it| ("payoffs", &it.id, &it.text));
            let proofs = value.proofs.iter().map(|it| ("proofs", &it.id, &it.text));
            let records = jobs.chain(pains).chain(payoffs).chain(proofs);
            records
                .map(|(list, id, says)| Text {
                    record: format!("{list}/{id}"),
                    field: "text".to_owned(),
                    says,
                    carries: false,
                })
                .collect()
        }
        LinkKind::Positioning => {
            let p = &segment.positioning;
            let carried: HashSet<&str> = changes.iter().filter_map(said_in).collect();
            [
                ("for_whom", &p.for_whom),
                ("problem", &p.problem),
                ("benefit", &p.benefit),
                ("why_believe", &p.why_believe),
                ("category", &p.category),
                ("why_now", &p.why_now),
                ("differentiator.text", &p.differentiator.text),
                ("tagline", &p.tagline),
            ]
            .into_iter()
            .map(|(part, says)| {
                let field = format!("positioning.{part}");
                own(&field, says, carried.contains(part))
            })
            .collect()
        }
        LinkKind::Journey => {
            let ids = changes.iter().filter_map(|it| it.record.split_once('/'));
            let changed: HashSet<&str> = ids.map(|(_, id)| id).collect();
            let carries = |claims: &[String]| claims.iter().any(|id| changed.contains(id.as_str()));
            let touchpoints = segment.touchpoints.iter();
            touchpoints
                .map(|it| Text {
                    record: format!("touchpoints/{}", it.id),
                    field: "text".to_owned(),
                    says: &it.text,
                    carries: carries(&it.claims),
                })
                .collect()
        }
    }
}

/// The part of the statement in which a kind of record is said.
fn said_in(change: &Difference) -> Option<&'static str> {
    match change.record.split_once('/')?.0 {
        "jobs" | "pains" => Some("problem"),
        "payoffs" => Some("benefit"),
        "proofs" => Some("why_believe"),
        "segments" if change.field == "not_for" => Some("for_whom"),
        _ => None,
    }
}

/// The runs of a text that still say what was, those that touch or overlap made one.
fn spans(changes: &[&Difference], text: &str) -> Vec<(u32, u32)> {
    // No text in a workbook is longer than 2³² − 1.
    let count = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let mut spans: Vec<(u32, u32)> = changes
        .iter()
        .flat_map(|it| trace::traces(&it.was, &it.now, text))
        .map(|run| (count(run.start), count(run.end)))
        .collect();
    spans.sort_unstable();
    let mut apart: Vec<(u32, u32)> = Vec::with_capacity(spans.len());
    for (start, end) in spans {
        match apart.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => apart.push((start, end)),
        }
    }
    apart
}

#[cfg(test)]
mod tests;
