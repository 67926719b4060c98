//! Links that no longer hold: what changed under them, since when, and which of their words still
//! say what was. And, for every link, what it rests on.

use std::collections::HashSet;

use chain::formula::Formula;
use chain::state::{self, Difference, Known, LinkState, State};
use chain::{Chain, LinkKind, Rule, Segment, wording};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::book::Book;
use crate::counts::segment_words;
use crate::edit::find;
use crate::error::Error;

/// A link that was confirmed and no longer holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StaleLink {
    /// The segment's id.
    pub segment: String,
    /// Which link.
    pub link: LinkKind,
    /// Since when, as an ISO date where the person is; empty when that is not known.
    pub since: String,
    /// What changed. Empty for a link confirmed in a workbook of schema 1, which kept no words.
    pub changes: Vec<GroundChange>,
    /// The words on this line that rest on what changed, those that still say it first.
    pub echoes: Vec<Echo>,
}

/// Something a link rests on, as it was when the link was confirmed and as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GroundChange {
    /// What changed, and where it stands.
    pub place: GroundPlace,
    /// What it said; empty when it is new.
    pub was: String,
    /// What it says; empty when it is gone.
    pub now: String,
    /// Since when, as an ISO date where the person is; empty when no change tells.
    pub since: String,
    /// Who changed it; may be empty.
    pub by: String,
}

/// A field of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GroundPlace {
    /// The record, as `payoffs/hours`.
    pub record: String,
    /// The field, as `text` or `positioning.benefit`.
    pub field: String,
    /// The segment that it is written in; empty for what belongs to none, or is gone.
    pub home: String,
    /// Its place in its list, from 1; 0 for what stands in none, or is gone.
    pub nth: u32,
}

/// One thing that a link rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GroundLine {
    /// Where it stands.
    pub place: GroundPlace,
    /// What it says.
    pub text: String,
}

/// Words that rest on something that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Echo {
    /// Where they stand.
    pub place: GroundPlace,
    /// All of them.
    pub text: String,
    /// The runs that still say what was: from where to where, in Unicode scalar values.
    pub spans: Vec<(u32, u32)>,
}

impl Book {
    /// What a link rests on, as it stands now.
    ///
    /// # Errors
    /// `not_found` when there is no such segment.
    pub fn grounds(&mut self, segment: &str, link: LinkKind) -> Result<Vec<GroundLine>, Error> {
        let chain = self.chain()?;
        let found = find(&chain, segment)?;
        let known = self.known_rows(&chain)?;
        let grounds = state::rests_on(&chain, found, link, &known).into_iter();
        let lines = grounds.map(|ground| GroundLine {
            text: in_words(&chain, &ground.field, &ground.text),
            place: place(&chain, ground.record, ground.field),
        });
        Ok(lines.collect())
    }

    /// Every link that no longer holds, in the order of segments and of the line; `links` says how
    /// each segment's links stand.
    pub(crate) fn stale(
        &self,
        chain: &Chain,
        links: &[Vec<LinkState>],
        known: &Known,
    ) -> Result<Vec<StaleLink>, Error> {
        let mut list = Vec::new();
        for (segment, links) in chain.segments.iter().zip(links) {
            for link in links.iter().filter(|it| it.state == State::Stale) {
                list.push(self.stale_link(chain, segment, link.link, known)?);
            }
        }
        Ok(list)
    }

    fn stale_link(
        &self,
        chain: &Chain,
        segment: &Segment,
        link: LinkKind,
        known: &Known,
    ) -> Result<StaleLink, Error> {
        let confirmation = state::confirmation(chain, segment, link);
        let differences = confirmation
            .map(|found| state::changes(chain, segment, link, found, known))
            .unwrap_or_default();
        let echoes = echoes(chain, segment, link, &differences);
        let mut changes = Vec::with_capacity(differences.len());
        for difference in differences {
            let Difference {
                record,
                field,
                was,
                now,
            } = difference;
            let last = self.store.last_changed(&record, &field)?;
            let since = last.as_ref().map(|change| {
                let here = TimeZone::system().to_datetime(change.at);
                here.date().to_string()
            });
            changes.push(GroundChange {
                was: in_words(chain, &field, &was),
                now: in_words(chain, &field, &now),
                place: place(chain, record, field),
                since: since.unwrap_or_default(),
                by: last.map(|change| change.author).unwrap_or_default(),
            });
        }
        let dates = changes.iter().map(|change| change.since.clone());
        Ok(StaleLink {
            segment: segment.id.clone(),
            link,
            since: dates
                .filter(|date| !date.is_empty())
                .min()
                .unwrap_or_default(),
            changes,
            echoes,
        })
    }
}

/// A ground's text as a person reads it: rules and formulas are kept as data.
fn in_words(chain: &Chain, field: &str, text: &str) -> String {
    let rule = |rule: &Rule| chain::words::rule(rule, &|id| segment_words(chain, id));
    let words = match field {
        "rule" => serde_json::from_str::<Rule>(text).ok().map(|r| rule(&r)),
        "formula" => serde_json::from_str::<Formula>(text)
            .ok()
            .map(|formula| match &formula {
                Formula::Mean { mean } => format!("mean of {mean}"),
                Formula::Counts { counts } => {
                    let counts = counts.iter().map(|c| format!("{} of {}", c.yes, c.n));
                    format!("counts: {}", counts.collect::<Vec<_>>().join(", "))
                }
                Formula::Rate { rate: share } => match &share.of {
                    None => format!("share where {}", rule(&share.success)),
                    Some(of) => {
                        format!(
                            "share where {}, of those where {}",
                            rule(&share.success),
                            rule(of)
                        )
                    }
                },
            }),
        _ => None,
    };
    words.unwrap_or_else(|| text.to_owned())
}

fn place(chain: &Chain, record: String, field: String) -> GroundPlace {
    let (home, nth) = stands(chain, &record);
    GroundPlace {
        record,
        field,
        home,
        nth,
    }
}

/// In which segment a record is written, and where in its list.
fn stands(chain: &Chain, record: &str) -> (String, u32) {
    let Some((kind, id)) = record.split_once('/') else {
        return (String::new(), 0);
    };
    let nth = |ids: Vec<&String>| ids.iter().position(|other| *other == id).map(place_in_list);
    match kind {
        "segments" if chain.segment(id).is_some() => (id.to_owned(), 0),
        "decisions" => {
            let ids = chain.decisions.iter().map(|r| &r.id).collect();
            (String::new(), nth(ids).unwrap_or(0))
        }
        "metrics" => {
            let ids = chain.metrics.iter().map(|r| &r.id).collect();
            (String::new(), nth(ids).unwrap_or(0))
        }
        _ => chain
            .segments
            .iter()
            .find_map(|segment| {
                let value = &segment.value;
                let ids: Vec<&String> = match kind {
                    "jobs" => value.jobs.iter().map(|r| &r.id).collect(),
                    "pains" => value.pains.iter().map(|r| &r.id).collect(),
                    "payoffs" => value.payoffs.iter().map(|r| &r.id).collect(),
                    "features" => value.features.iter().map(|r| &r.id).collect(),
                    "proofs" => value.proofs.iter().map(|r| &r.id).collect(),
                    "alternatives" => {
                        let alternatives = segment.positioning.alternatives.iter();
                        alternatives.map(|r| &r.id).collect()
                    }
                    "touchpoints" => segment.touchpoints.iter().map(|r| &r.id).collect(),
                    _ => Vec::new(),
                };
                Some((segment.id.clone(), nth(ids)?))
            })
            .unwrap_or_default(),
    }
}

/// No list in a workbook is longer than 2³² − 1.
fn place_in_list(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1)
}

/// The words of a link that rest on what changed: the part of the statement that a kind of record
/// is said in, the touchpoints that carry its claim, and whatever still says what it said.
fn echoes(
    chain: &Chain,
    segment: &Segment,
    link: LinkKind,
    differences: &[Difference],
) -> Vec<Echo> {
    let own = format!("segments/{}", segment.id);
    let mut words: Vec<(String, String, &str, bool)> = Vec::new();
    match link {
        LinkKind::Positioning => {
            let p = &segment.positioning;
            let said: HashSet<&str> = differences.iter().filter_map(said_in).collect();
            for (field, text) in [
                ("for_whom", &p.for_whom),
                ("problem", &p.problem),
                ("benefit", &p.benefit),
                ("why_believe", &p.why_believe),
                ("category", &p.category),
                ("why_now", &p.why_now),
                ("differentiator.text", &p.differentiator.text),
            ] {
                let field_of = format!("positioning.{field}");
                words.push((own.clone(), field_of, text, said.contains(field)));
            }
        }
        LinkKind::Journey => {
            let id = |difference: &Difference| {
                let id = difference
                    .record
                    .split_once('/')
                    .map(|(_, id)| id.to_owned());
                id.unwrap_or_default()
            };
            let changed: HashSet<String> = differences.iter().map(id).collect();
            for touchpoint in &segment.touchpoints {
                let record = format!("touchpoints/{}", touchpoint.id);
                let carries = touchpoint
                    .claims
                    .iter()
                    .any(|claim| changed.contains(claim));
                words.push((record, "text".to_owned(), &touchpoint.text, carries));
            }
        }
        LinkKind::Value => {
            let value = &segment.value;
            let jobs = value.jobs.iter().map(|r| ("jobs", &r.id, &r.text));
            let pains = value.pains.iter().map(|r| ("pains", &r.id, &r.text));
            let payoffs = value.payoffs.iter().map(|r| ("payoffs", &r.id, &r.text));
            for (kind, id, text) in jobs.chain(pains).chain(payoffs) {
                words.push((format!("{kind}/{id}"), "text".to_owned(), text, false));
            }
        }
        LinkKind::Segment => {
            words.push((own, "described".to_owned(), &segment.described, false));
        }
        LinkKind::Decision | LinkKind::Results => {}
    }
    let mut echoes: Vec<Echo> = words
        .into_iter()
        .filter(|(_, _, text, _)| !text.trim().is_empty())
        .filter_map(|(record, field, text, rests)| {
            let mut spans: Vec<(u32, u32)> = differences
                .iter()
                .flat_map(|d| wording::echoes(&d.was, &d.now, text))
                .collect();
            spans.sort_unstable();
            spans.dedup();
            (rests || !spans.is_empty()).then(|| Echo {
                place: place(chain, record, field),
                text: text.to_owned(),
                spans: apart(spans),
            })
        })
        .collect();
    echoes.sort_by_key(|echo| echo.spans.is_empty());
    echoes
}

/// The part of the statement in which a kind of record is said.
fn said_in(difference: &Difference) -> Option<&'static str> {
    match difference.record.split_once('/')?.0 {
        "jobs" | "pains" => Some("problem"),
        "payoffs" => Some("benefit"),
        "proofs" => Some("why_believe"),
        "segments" if difference.field == "not_for" => Some("for_whom"),
        _ => None,
    }
}

/// Spans in their order, those that touch or overlap made one.
fn apart(spans: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    let mut apart: Vec<(u32, u32)> = Vec::new();
    for (start, end) in spans {
        match apart.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => apart.push((start, end)),
        }
    }
    apart
}
