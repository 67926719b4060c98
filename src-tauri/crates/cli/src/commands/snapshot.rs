//! `throughline snapshot`: a name for the workbook as it stands, the names there are, a name less.

use clap::Args;
use serde::Serialize;
use workbench::{SnapshotView, figure};

use super::log::moment;
use super::{Ending, Workbook};
use crate::page::Page;
use crate::table::{Table, figures, text};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Name the workbook as it stands, for `undo --to`; without a name, list the names.
#[derive(Debug, Args)]
pub struct Snapshot {
    #[command(flatten)]
    workbook: Workbook,
    /// What the snapshot is called
    name: Option<String>,
    /// Take the name away; what it stood for stays in the history
    #[arg(long, requires = "name")]
    remove: bool,
}

#[derive(Serialize)]
struct List {
    snapshots: Vec<SnapshotView>,
}

#[derive(Serialize)]
struct Removed<'a> {
    removed: &'a str,
}

impl Snapshot {
    /// Names it, or lists.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        match &self.name {
            None => {
                let list = List {
                    snapshots: self.workbook.read()?.snapshots()?,
                };
                terminal.show(&list, |page| show(page, &list.snapshots))?;
            }
            Some(name) if self.remove => {
                self.workbook.write()?.remove_snapshot(name)?;
                terminal.show(&Removed { removed: name }, |page| {
                    page.say(&format!(
                        "The name “{name}” is gone; the history is as it was."
                    ));
                })?;
            }
            Some(name) => {
                let made = self.workbook.write()?.snapshot(name)?;
                terminal.show(&made, |page| {
                    page.say(&format!(
                        "Named “{}”, after change {}.",
                        made.name,
                        figure::count(f64::from(made.seq))
                    ));
                })?;
            }
        }
        Ok(Ending::Done)
    }
}

fn show(page: &mut Page, snapshots: &[SnapshotView]) {
    if snapshots.is_empty() {
        page.say("There is no snapshot yet.");
        return;
    }
    let mut table = Table::new([
        text("name"),
        figures("after no."),
        text("when (UTC)"),
        text("who"),
    ]);
    for it in snapshots {
        table.row([
            (&it.name).into(),
            figure::count(f64::from(it.seq)).into(),
            moment(&it.at).into(),
            (&it.author).into(),
        ]);
    }
    page.table(&table);
}
