//! `throughline why`: one customer and the conditions of one segment.

use clap::Args;
use workbench::Why as Judged;

use super::{Ending, Workbook};
use crate::page::{BAD, GOOD, Page, QUIET};
use crate::table::{Cell, Table, text};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Say which conditions of a segment a customer meets and which not.
#[derive(Debug, Args)]
pub struct Why {
    #[command(flatten)]
    workbook: Workbook,
    /// The segment's id
    #[arg(value_name = "SEGMENT")]
    segment: String,
    /// The customer: a value of the dataset's key column
    #[arg(value_name = "KEY", allow_hyphen_values = true)]
    key: String,
}

impl Why {
    /// Says it.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let mut book = self.workbook.read()?;
        let why = book.why(&self.segment, &self.key)?;
        terminal.show(&why, |page| write(page, &why))?;
        Ok(Ending::Done)
    }
}

fn write(page: &mut Page, why: &Judged) {
    let is = if why.member { "is" } else { "is not" };
    page.title(&format!("{} {is} in {}", why.key, why.segment));
    page.gap();
    let mut table = Table::new([text("met"), text("condition"), text("this one's value")]);
    for condition in &why.conditions {
        let reason = &condition.reason;
        let met = if reason.met {
            Cell::styled(GOOD, "yes")
        } else {
            Cell::styled(BAD, "no")
        };
        let indent = 2 * reason.depth as usize;
        let value = match (&reason.value, &reason.column) {
            (Some(value), _) => value.into(),
            (None, Some(_)) => Cell::styled(QUIET, "blank"),
            (None, None) => "".into(),
        };
        table.row([
            met,
            format!("{:indent$}{}", "", condition.words).into(),
            value,
        ]);
    }
    page.table(&table);
}
