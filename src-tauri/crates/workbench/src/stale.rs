//! What a link rests on; of one that no longer holds, what changed under it, since when, and which
//! of its words still say what was.

use chain::echo;
use chain::formula::Formula;
use chain::state::{self, Difference, GroundKind, Known, LinkState, State};
use chain::{Chain, LinkKind, Rule, Segment};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::book::Book;
use crate::counts::segment_words;
use crate::edit::find;
use crate::error::Error;

/// What a link rests on, and what of it has changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LinkGrounds {
    /// Everything that it rests on, as it stands now.
    pub lines: Vec<GroundLine>,
    /// Why it no longer holds; nothing while it does, or when nobody has confirmed it.
    pub stale: Option<WhyStale>,
}

/// Why a link that was confirmed no longer holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WhyStale {
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
    /// What a link rests on as it stands now, and why it no longer holds if it does not.
    ///
    /// # Errors
    /// `not_found` when there is no such segment.
    pub fn grounds(&mut self, segment: &str, link: LinkKind) -> Result<LinkGrounds, Error> {
        let chain = self.chain()?;
        let found = find(&chain, segment)?;
        let known = self.known_rows(&chain)?;
        let grounds = state::rests_on(&chain, found, link, &known).into_iter();
        let lines = grounds.map(|ground| GroundLine {
            text: in_words(&chain, &ground.field, &ground.text),
            place: place(&chain, ground.record, ground.field),
        });
        let standing = state::link_state(&chain, found, link, &known);
        let stale = match standing.state {
            State::Stale => Some(self.why_stale(&chain, found, link, &known)?),
            _ => None,
        };
        Ok(LinkGrounds {
            lines: lines.collect(),
            stale,
        })
    }

    fn why_stale(
        &self,
        chain: &Chain,
        segment: &Segment,
        link: LinkKind,
        known: &Known,
    ) -> Result<WhyStale, Error> {
        let differences = differences(chain, segment, link, known);
        let echoes = echo::echoes(segment, link, &differences)
            .into_iter()
            .map(|echo| Echo {
                place: place(chain, echo.record, echo.field),
                text: echo.text,
                spans: echo.spans,
            })
            .collect();
        let mut changes = Vec::with_capacity(differences.len());
        for difference in differences {
            let (since, by) = self.changed(&difference)?.unwrap_or_default();
            let Difference {
                record,
                field,
                was,
                now,
            } = difference;
            changes.push(GroundChange {
                was: in_words(chain, &field, &was),
                now: in_words(chain, &field, &now),
                place: place(chain, record, field),
                since,
                by,
            });
        }
        let dates = changes.iter().map(|change| change.since.as_str());
        Ok(WhyStale {
            since: earliest(dates),
            changes,
            echoes,
        })
    }

    /// Notes for each link that no longer holds since when it does not: the day of the oldest
    /// change under it.
    pub(crate) fn date_stale(
        &self,
        chain: &Chain,
        links: &mut [Vec<LinkState>],
        known: &Known,
    ) -> Result<(), Error> {
        for (segment, links) in chain.segments.iter().zip(links) {
            for standing in links.iter_mut().filter(|it| it.state == State::Stale) {
                let mut dates = Vec::new();
                for difference in differences(chain, segment, standing.link, known) {
                    dates.extend(self.changed(&difference)?.map(|(since, _)| since));
                }
                standing.since = earliest(dates.iter().map(String::as_str));
            }
        }
        Ok(())
    }

    /// On which day, where the person is, a field last changed, and by whom; nothing when no
    /// change tells.
    fn changed(&self, difference: &Difference) -> Result<Option<(String, String)>, Error> {
        let last = self
            .store
            .last_changed(&difference.record, &difference.field)?;
        Ok(last.map(|change| {
            let here = TimeZone::system().to_datetime(change.at);
            (here.date().to_string(), change.author)
        }))
    }
}

/// What a link rests on that is not what it was when it was confirmed.
fn differences(chain: &Chain, segment: &Segment, link: LinkKind, known: &Known) -> Vec<Difference> {
    state::confirmation(chain, segment, link)
        .map(|found| state::changes(chain, segment, link, found, known))
        .unwrap_or_default()
}

/// The earliest of some ISO dates; empty when none is known.
fn earliest<'a>(dates: impl Iterator<Item = &'a str>) -> String {
    let known = dates.filter(|date| !date.is_empty());
    known.min().unwrap_or_default().to_owned()
}

/// A ground's text as a person reads it: rules and formulas are kept as data.
pub(crate) fn in_words(chain: &Chain, field: &str, text: &str) -> String {
    let rule = |rule: &Rule| chain::words::rule(rule, &|id| segment_words(chain, id));
    let words = match GroundKind::of(field) {
        GroundKind::Rule => serde_json::from_str::<Rule>(text).ok().map(|r| rule(&r)),
        GroundKind::Formula => {
            serde_json::from_str::<Formula>(text)
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
                })
        }
        GroundKind::Words | GroundKind::Number | GroundKind::Name => None,
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
