//! `throughline segments`: every segment with its size.

use clap::Args;
use workbench::{SegmentList, figure};

use super::{Ending, Workbook};
use crate::page::{BAD, Page, QUIET};
use crate::table::{Cell, Table, figures, text};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// List every segment with its size, share, role and standing.
#[derive(Debug, Args)]
pub struct Segments {
    #[command(flatten)]
    workbook: Workbook,
}

impl Segments {
    /// Lists them.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let gauge = terminal.gauge("Counting the segments");
        let mut book = self.workbook.read()?;
        let list = book.segments()?;
        drop(gauge);
        terminal.show(&list, |page| write(page, &list))?;
        Ok(Ending::Done)
    }
}

fn write(page: &mut Page, list: &SegmentList) {
    if list.segments.is_empty() {
        page.say("There are no segments yet.");
        return;
    }
    let mut table = Table::new([
        text("segment"),
        text("name"),
        figures("n"),
        figures("share"),
        text("role"),
        text("standing"),
        text("decision"),
    ]);
    for segment in &list.segments {
        let figure = |written: Option<String>| match written {
            Some(written) => written.into(),
            None => Cell::styled(QUIET, "–"),
        };
        table.row([
            (&segment.id).into(),
            (&segment.name).into(),
            figure(segment.n.map(|n| figure::count(f64::from(n)))),
            figure(segment.share.map(figure::percent)),
            segment.role.label().into(),
            segment.standing.label().into(),
            if segment.report_filter {
                Cell::styled(QUIET, "none: a report filter")
            } else {
                "yes".into()
            },
        ]);
    }
    page.table(&table);
    if let Some(rows) = list.rows {
        page.gap();
        let rows = figure::count(f64::from(rows));
        page.aside(&format!("Shares are of {rows} rows. Segments may overlap."));
    }
    for segment in &list.segments {
        if let Some(problem) = &segment.problem {
            page.styled(BAD, 0, &format!("{} is not counted: {problem}", segment.id));
        }
    }
}
