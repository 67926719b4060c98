//! The whole workbook, ready to be drawn.

use std::collections::HashSet;

use chain::blast::{self, ChangedRecord};
use chain::health::{self, Data};
use chain::state::{self, Known, LinkState};
use chain::{Chain, Segment, features, path, statement, twins, upcoming};
use store::Access;

use crate::book::Book;
use crate::counts::{Counted, share};
use crate::error::Error;
use crate::next::{self, Ground};
use crate::paper::rule_words;
use crate::stale::in_words;
use crate::view::{BookView, SegmentView};

/// How far ahead a date is coming up, in days.
const AHEAD: i32 = 184;

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
        let mut links: Vec<Vec<LinkState>> = chain
            .segments
            .iter()
            .map(|segment| state::links(&chain, segment, &known))
            .collect();
        self.date_stale(&chain, &mut links, &known)?;
        let changes = changes(&chain, &links, &known);
        let imported: HashSet<&str> = datasets
            .iter()
            .filter(|dataset| dataset.imported)
            .map(|dataset| dataset.id.as_str())
            .collect();
        let segments: Vec<SegmentView> = chain
            .segments
            .iter()
            .zip(counts)
            .zip(links)
            .map(|((segment, count), links)| {
                let has_rows = imported.contains(segment.dataset.as_str());
                segment_view(&chain, segment, count, has_rows, links, &today)
            })
            .collect();
        let upcoming = upcoming::upcoming(&chain, &today, AHEAD);
        let next_steps = next::steps(&Ground {
            chain: &chain,
            segments: &segments,
            datasets: &datasets,
            findings: &coach.findings,
            due: &upcoming,
            changes: &changes,
        });
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
            findings: coach.findings,
            set_aside: coach.set_aside,
            undo: self.store.undoable()?.map(|change| change.sentence),
            redo: self.store.redoable()?.map(|change| change.sentence),
            next_steps,
            upcoming,
            changes,
            shared_features: features::shared(&chain),
            chain: (*chain).clone(),
        })
    }
}

/// What changed under confirmed links, in words.
fn changes(chain: &Chain, links: &[Vec<LinkState>], known: &Known) -> Vec<ChangedRecord> {
    let mut changes = blast::changes(chain, links, known);
    for said in changes.iter_mut().flat_map(|it| &mut it.said) {
        said.was = in_words(chain, &said.field, &said.was);
        said.now = in_words(chain, &said.field, &said.now);
    }
    changes
}

fn segment_view(
    chain: &Chain,
    segment: &Segment,
    count: Result<Option<Counted>, Error>,
    has_rows: bool,
    links: Vec<LinkState>,
    today: &str,
) -> SegmentView {
    let (count, problem) = match count {
        Ok(count) => (count, None),
        Err(error) => (None, Some(error.message)),
    };
    let data = Data {
        imported: has_rows,
        n: count.map(|count| count.n),
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
        health: health::of(chain, segment, &links, data, today),
        links,
        path: path::steps(chain, segment, today),
        statement: statement::compose(&chain.offering, &segment.positioning),
        twins: twins::of(chain, segment),
    }
}
