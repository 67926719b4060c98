//! `throughline undo`: the last change, taken back; or all since a point of the history, by one new
//! change.

use clap::Args;
use serde::Serialize;
use workbench::{LogEntry, Return, TableChange, figure};

use super::{Ending, Workbook};
use crate::page::Page;
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Take the last change back, or go back to a point of the history.
#[derive(Debug, Args)]
pub struct Undo {
    #[command(flatten)]
    workbook: Workbook,
    /// Make the workbook say what it said at this point: the number of a change in `log`, 0 for
    /// before the first, or the name of a snapshot. It is one new change, so nothing is lost
    #[arg(long, value_name = "POINT")]
    to: Option<String>,
    /// Say what going back would change, and write nothing
    #[arg(long, requires = "to")]
    dry_run: bool,
}

/// What going back did or would do.
#[derive(Serialize)]
struct Went {
    dry_run: bool,
    /// The new entry of the history; none when it was only tried.
    change: Option<LogEntry>,
    #[serde(flatten)]
    preview: Return,
}

impl Undo {
    /// Takes it back.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        match &self.to {
            Some(point) => self.go(point, terminal)?,
            None => {
                let undone = self.workbook.write()?.undo()?;
                terminal.show(&undone, |page| {
                    page.say(&format!("Taken back: {}.", undone.sentence));
                })?;
            }
        }
        Ok(Ending::Done)
    }

    fn go(&self, point: &str, terminal: &Terminal) -> Result<(), Trouble> {
        let mut book = if self.dry_run {
            self.workbook.read()?
        } else {
            self.workbook.write()?
        };
        let seq = book.point(point)?;
        let preview = book.preview_return(seq)?;
        let change = match self.dry_run {
            true => None,
            false => Some(book.return_to(seq)?),
        };
        let went = Went {
            dry_run: self.dry_run,
            change,
            preview,
        };
        terminal.show(&went, |page| show(page, &went))
    }
}

fn show(page: &mut Page, went: &Went) {
    let Return {
        would,
        nothing,
        refused,
        ..
    } = &went.preview;
    match (&went.change, refused) {
        (Some(change), _) => page.say(&format!("{}.", change.sentence)),
        (None, Some(refused)) => page.say(&format!("It cannot be done: {}", refused.message)),
        (None, None) if *nothing => page.say("The workbook says that already."),
        (None, None) => page.say("Restoring that would do this:"),
    }
    for record in &would.records {
        page.say(&format!("  {}", record.sentence));
    }
    if would.more > 0 {
        page.say(&format!(
            "  and {} more",
            figure::count(f64::from(would.more))
        ));
    }
    if would.order_only {
        page.say("  Only the order of records differs.");
    }
    if !would.moved.is_empty() {
        page.say(&format!("  {}", would.moved));
    }
    for table in &would.tables {
        page.say(&format!("  {}", of_table(table)));
    }
}

fn of_table(table: &TableChange) -> String {
    let rows = |rows: Option<u32>| match rows {
        None => "no rows".to_owned(),
        Some(rows) => format!("{} rows", figure::count(f64::from(rows))),
    };
    format!(
        "{}: {} instead of {}",
        table.dataset,
        rows(table.rows_after),
        rows(table.rows_before)
    )
}
