//! What is most useful to do next: every open thing, the most useful first, so that a person who
//! says "not now" is told the next best.
//!
//! What no longer holds comes first, then what blocks, then the first gap in the primary segment's
//! line, then data that are missing, then what is overdue; after that the other segments.

use std::collections::HashSet;

use chain::blast::{Broken, ChangedRecord};
use chain::health::Lack;
use chain::state::{Difference, LinkState, Need, State};
use chain::upcoming::Due;
use chain::{Chain, LinkKind, Role, Segment, Standing};
use coach::{Finding, Level};
use serde::Serialize;
use specta::Type;

use crate::view::{DatasetView, SegmentView};

/// More steps than this are not looked at before something has changed.
const MOST: usize = 60;

/// What kind of step it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum NextKind {
    /// Write down the first segment.
    FirstSegment,
    /// A confirmed link rests on something that has changed.
    Stale,
    /// The coach found something that keeps a link from being sound.
    Blocker,
    /// No segment is the primary one.
    NoPrimary,
    /// Nothing is written for a link yet.
    Missing,
    /// No table is imported and no counts are typed in.
    NoData,
    /// The segment's dataset has no rows.
    NotImported,
    /// A date has passed.
    Overdue,
    /// Something of a begun link is left.
    Left,
    /// Nothing is left but a person's word.
    Confirm,
    /// Two segments decide nearly alike.
    Twins,
    /// The segment changes nothing and is proposed for retirement.
    Retire,
}

/// Something to do, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct NextStep {
    /// What kind of step.
    pub kind: NextKind,
    /// The segment; empty when there is none yet.
    pub segment: String,
    /// The link to go to.
    pub link: LinkKind,
    /// What is to be done there, where it is one thing.
    pub need: Option<Need>,
    /// The record it is about where that is not the segment: of a finding, the other twin, or what
    /// changed under a stale link.
    pub record: String,
    /// What the coach says, or empty.
    pub message: String,
    /// What was due, for a date that has passed.
    pub due: Option<Due>,
    /// What the changed record said and says, for a stale link.
    pub changed: Option<Difference>,
    /// The words that no longer hold, for a stale link that repeats them.
    pub broken: Option<Broken>,
    /// How many more links of the workbook are in the same state, this one aside.
    pub more: u32,
}

/// What the steps are found in.
pub(crate) struct Ground<'a> {
    pub chain: &'a Chain,
    /// What is known of each segment, in the chain's order.
    pub segments: &'a [SegmentView],
    pub datasets: &'a [DatasetView],
    pub findings: &'a [Finding],
    /// What is due, soonest first.
    pub due: &'a [Due],
    /// What changed under confirmed links.
    pub changes: &'a [ChangedRecord],
}

/// Everything to do, the most useful first.
pub(crate) fn steps(ground: &Ground<'_>) -> Vec<NextStep> {
    let mut steps = Steps::default();
    let worked = ground.in_order();
    let Some(first) = worked.first() else {
        steps.add(step(NextKind::FirstSegment, None, LinkKind::Segment));
        return steps.found;
    };
    steps.stale(&worked, ground.changes);
    steps.blockers(&worked, ground.findings);
    let primary = worked.iter().find(|it| it.record.role == Role::Primary);
    if primary.is_none() {
        steps.add(step(NextKind::NoPrimary, Some(first), LinkKind::Segment));
    }
    steps.first_gap(primary.unwrap_or(first));
    steps.data(ground, &worked);
    steps.overdue(ground.due);
    for here in worked.iter().filter(|it| it.is_in_plan()) {
        steps.first_gap(here);
        steps.left(here);
    }
    for here in worked.iter().filter(|it| it.is_in_plan()) {
        steps.unconfirmed(here);
    }
    for here in &worked {
        steps.worth_keeping(here);
    }
    steps.found.truncate(MOST);
    steps.found
}

/// A segment that is worked on, and what is known of it.
struct Here<'a> {
    record: &'a Segment,
    view: &'a SegmentView,
}

impl Here<'_> {
    /// Whether a line is drawn for it: it serves a decision, or is the primary one.
    fn is_in_plan(&self) -> bool {
        self.record.role == Role::Primary
            || (self.record.role == Role::Queued && !self.view.report_filter)
    }

    /// Its links, as far as its line goes.
    fn links(&self) -> &[LinkState] {
        let shown = match self.record.role {
            Role::NotForUs => 2,
            Role::Primary | Role::Queued => self.view.links.len(),
        };
        self.view.links.get(..shown).unwrap_or(&self.view.links)
    }
}

impl Ground<'_> {
    /// The segments not set aside: primary, queued, report filters, not for us.
    fn in_order(&self) -> Vec<Here<'_>> {
        let rank = |here: &Here<'_>| match here.record.role {
            Role::Primary => 0,
            Role::Queued if !here.view.report_filter => 1,
            Role::Queued => 2,
            Role::NotForUs => 3,
        };
        let aside = |it: &Segment| matches!(it.standing, Standing::Retired | Standing::Invalidated);
        let mut worked: Vec<Here<'_>> = self
            .chain
            .segments
            .iter()
            .zip(self.segments)
            .filter(|(record, _)| !aside(record))
            .map(|(record, view)| Here { record, view })
            .collect();
        worked.sort_by_key(rank);
        worked
    }
}

/// The steps found so far; a link is asked for once.
#[derive(Default)]
struct Steps {
    found: Vec<NextStep>,
    asked: HashSet<(String, LinkKind)>,
}

impl Steps {
    fn add(&mut self, step: NextStep) {
        if self.asked.insert((step.segment.clone(), step.link)) {
            self.found.push(step);
        }
    }

    fn stale(&mut self, worked: &[Here<'_>], changes: &[ChangedRecord]) {
        let stale: Vec<(&Here<'_>, LinkKind)> = worked
            .iter()
            .flat_map(|here| here.links().iter().map(move |link| (here, link)))
            .filter(|(_, link)| link.state == State::Stale)
            .map(|(here, link)| (here, link.link))
            .collect();
        let more = u32::try_from(stale.len().saturating_sub(1)).unwrap_or(u32::MAX);
        for (here, link) in stale {
            let of = |it: &&Broken| it.segment == here.record.id && it.link == link;
            let found = changes
                .iter()
                .find_map(|change| Some((change, change.broken.iter().find(of)?)));
            self.add(NextStep {
                more,
                record: found
                    .map(|(change, _)| change.record.clone())
                    .unwrap_or_default(),
                changed: found.and_then(|(change, _)| change.said.first().cloned()),
                broken: found.map(|(_, broken)| broken.clone()),
                ..step(NextKind::Stale, Some(here), link)
            });
        }
    }

    fn blockers(&mut self, worked: &[Here<'_>], findings: &[Finding]) {
        for here in worked {
            let mine = findings
                .iter()
                .filter(|it| it.segment == here.record.id && it.level == Level::Blocker);
            for found in mine {
                self.add(NextStep {
                    record: found.record.clone(),
                    message: found.message.clone(),
                    ..step(NextKind::Blocker, Some(here), found.link)
                });
            }
        }
    }

    /// The first link of a segment that nothing is written for: what stands after it would rest on
    /// nothing.
    fn first_gap(&mut self, here: &Here<'_>) {
        let gap = here.links().iter().find(|it| it.state == State::Missing);
        if let Some(gap) = gap {
            self.add(NextStep {
                need: gap.needs.first().copied(),
                ..step(NextKind::Missing, Some(here), gap.link)
            });
        }
    }

    /// Data that figures wait for. They are brought in at one place, whatever link waits.
    fn data(&mut self, ground: &Ground<'_>, worked: &[Here<'_>]) {
        let has_rows = ground.datasets.iter().any(|dataset| dataset.imported);
        let has_counts = ground.chain.metrics.iter().any(|metric| {
            matches!(&metric.formula, Some(chain::formula::Formula::Counts { counts }) if !counts.is_empty())
        });
        let waits = |here: &&Here<'_>| {
            let lacks = here.view.health.checks.iter().flat_map(|it| &it.lacks);
            lacks.into_iter().any(|lack| *lack == Lack::NotImported)
        };
        if let Some(here) = worked.iter().find(waits) {
            self.found.push(NextStep {
                record: here.record.dataset.clone(),
                ..step(NextKind::NotImported, Some(here), LinkKind::Results)
            });
        } else if !has_rows && !has_counts {
            let first = worked.first();
            self.found
                .push(step(NextKind::NoData, first, LinkKind::Results));
        }
    }

    fn overdue(&mut self, due: &[Due]) {
        for due in due.iter().filter(|due| due.days < 0) {
            self.add(NextStep {
                segment: due.segment.clone(),
                record: due.record.clone(),
                due: Some(due.clone()),
                ..step(NextKind::Overdue, None, due.link)
            });
        }
    }

    fn left(&mut self, here: &Here<'_>) {
        for link in here.links().iter().filter(|it| it.state == State::Draft) {
            let need = link.needs.first().copied();
            if let Some(need) = need.filter(|need| *need != Need::Confirmation) {
                self.add(NextStep {
                    need: Some(need),
                    ..step(NextKind::Left, Some(here), link.link)
                });
            }
        }
    }

    fn unconfirmed(&mut self, here: &Here<'_>) {
        for link in here.links() {
            if link.state == State::Draft && link.needs == [Need::Confirmation] {
                self.add(step(NextKind::Confirm, Some(here), link.link));
            }
        }
    }

    /// Whether a segment earns its name at all.
    fn worth_keeping(&mut self, here: &Here<'_>) {
        if here.view.report_filter {
            self.first_gap(here);
        }
        if let Some(twin) = here.view.twins.first() {
            let is_told = self.found.iter().any(|it| {
                it.kind == NextKind::Twins
                    && it.segment == twin.segment
                    && it.record == here.record.id
            });
            if !is_told {
                self.add(NextStep {
                    record: twin.segment.clone(),
                    ..step(NextKind::Twins, Some(here), LinkKind::Segment)
                });
            }
        }
        if here.view.health.retire {
            self.add(step(NextKind::Retire, Some(here), LinkKind::Segment));
        }
    }
}

fn step(kind: NextKind, here: Option<&Here<'_>>, link: LinkKind) -> NextStep {
    NextStep {
        kind,
        segment: here.map(|it| it.record.id.clone()).unwrap_or_default(),
        link,
        need: None,
        record: String::new(),
        message: String::new(),
        due: None,
        changed: None,
        broken: None,
        more: 0,
    }
}

#[cfg(test)]
mod tests;
