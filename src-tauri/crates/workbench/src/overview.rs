//! The whole workbook, ready to be drawn.

use chain::path;
use chain::state::{self, Known, Need, State};
use chain::{Chain, LinkKind, Role, Segment, Standing, statement};
use store::Access;

use crate::book::Book;
use crate::counts::{Counted, share};
use crate::error::Error;
use crate::paper::rule_words;
use crate::view::{BookView, NextStep, SegmentView};

impl Book {
    /// The workbook as a window shows it.
    ///
    /// # Errors
    /// When the workbook cannot be read.
    pub fn view(&mut self) -> Result<BookView, Error> {
        let chain = self.chain()?;
        let mut datasets = Vec::with_capacity(chain.datasets.len());
        for dataset in &chain.datasets {
            datasets.extend(self.dataset_view(&dataset.id)?);
        }
        let counts = self.counts(&chain);
        let today = self.today();
        let coach = self.checked(&chain, true);
        let known = self.known(&chain, &coach.findings)?;
        let stale = self.stale(&chain, &known)?;
        let mut segments: Vec<SegmentView> = chain
            .segments
            .iter()
            .zip(counts)
            .map(|(segment, count)| segment_view(&chain, segment, count, &known, &today))
            .collect();
        for found in &stale {
            let segment = segments.iter_mut().find(|view| view.id == found.segment);
            let mut links = segment.into_iter().flat_map(|view| &mut view.links);
            if let Some(link) = links.find(|link| link.link == found.link) {
                link.since.clone_from(&found.since);
            }
        }
        let file_name = self.file_name();
        let name = match chain.offering.name.trim() {
            "" => file_name
                .strip_suffix(".throughline")
                .unwrap_or(&file_name)
                .to_owned(),
            name => name.to_owned(),
        };
        Ok(BookView {
            session: self.session(),
            name,
            file_name,
            read_only: self.access == Access::Read,
            datasets,
            segments,
            stale,
            findings: coach.findings,
            set_aside: coach.set_aside,
            undo: self.store.undoable()?.map(|change| change.sentence),
            redo: self.store.redoable()?.map(|change| change.sentence),
            next_step: next_step(&chain, &known),
            chain: (*chain).clone(),
        })
    }
}

fn segment_view(
    chain: &Chain,
    segment: &Segment,
    count: Result<Option<Counted>, Error>,
    known: &Known,
    today: &str,
) -> SegmentView {
    let (count, problem) = match count {
        Ok(count) => (count, None),
        Err(error) => (None, Some(error.message)),
    };
    SegmentView {
        id: segment.id.clone(),
        n: count.map(|count| count.n),
        share: count.and_then(share),
        rows: count.map(|count| count.rows),
        unit: chain
            .dataset(&segment.dataset)
            .map(|d| d.unit.clone())
            .unwrap_or_default(),
        problem,
        report_filter: state::is_report_filter(chain, segment),
        rule_words: rule_words(chain, segment),
        links: state::links(chain, segment, known),
        path: path::steps(chain, segment, today),
        statement: statement::compose(&chain.offering, &segment.positioning),
    }
}

/// The first thing left to do on the primary segment, or else on the first one worked on.
fn next_step(chain: &Chain, known: &Known) -> Option<NextStep> {
    let worked = |s: &&Segment| {
        s.role != Role::NotForUs && !matches!(s.standing, Standing::Retired | Standing::Invalidated)
    };
    let primary = |s: &&Segment| s.role == Role::Primary && worked(s);
    let segment = chain
        .segments
        .iter()
        .find(primary)
        .or_else(|| chain.segments.iter().find(worked));
    let Some(segment) = segment else {
        return Some(NextStep {
            segment: String::new(),
            link: LinkKind::Segment,
            need: Need::Definition,
        });
    };
    let links = state::links(chain, segment, known);
    let open = links
        .iter()
        .find(|link| link.state == State::Stale)
        .or_else(|| {
            links.iter().find(|link| {
                link.needs
                    .first()
                    .is_some_and(|need| *need != Need::Confirmation)
            })
        })?;
    Some(NextStep {
        segment: segment.id.clone(),
        link: open.link,
        need: open.needs.first().copied().unwrap_or(Need::Confirmation),
    })
}
