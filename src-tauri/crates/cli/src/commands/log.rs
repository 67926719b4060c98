//! `throughline log`: everything that was done.

use clap::Args;
use workbench::{SnapshotView, figure};

use super::{Ending, Workbook};
use crate::page::{QUIET, TITLE};
use crate::table::{Cell, Table, figures, text};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// List everything that was done, oldest first, and the snapshots where they stand.
#[derive(Debug, Args)]
pub struct Log {
    #[command(flatten)]
    workbook: Workbook,
}

impl Log {
    /// Lists it.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let log = self.workbook.read()?.log()?;
        terminal.show(&log, |page| {
            if log.changes.is_empty() && log.snapshots.is_empty() {
                page.say("Nothing was done yet.");
                return;
            }
            let named = |table: &mut Table, seq: u32| {
                for snapshot in log.snapshots.iter().filter(|it| it.seq == seq) {
                    table.row(named_row(snapshot));
                }
            };
            let mut table = Table::new([
                figures("no."),
                text("when (UTC)"),
                text("who"),
                text("what"),
            ]);
            named(&mut table, 0);
            for change in &log.changes {
                let what = if change.undone {
                    Cell::styled(QUIET, &format!("{} (undone)", change.sentence))
                } else {
                    (&change.sentence).into()
                };
                table.row([
                    figure::count(f64::from(change.seq)).into(),
                    moment(&change.at).into(),
                    (&change.author).into(),
                    what,
                ]);
                named(&mut table, change.seq);
            }
            page.table(&table);
        })?;
        Ok(Ending::Done)
    }
}

/// The row of a snapshot, behind the change it stands after.
fn named_row(snapshot: &SnapshotView) -> [Cell; 4] {
    [
        "".into(),
        moment(&snapshot.at).into(),
        (&snapshot.author).into(),
        Cell::styled(TITLE, &format!("snapshot “{}”", snapshot.name)),
    ]
}

/// `2026-11-01 09:30:00` of `2026-11-01T09:30:00.123Z`.
pub(super) fn moment(at: &str) -> String {
    let (seconds, _) = at.split_once(['.', 'Z']).unwrap_or((at, ""));
    seconds.replacen('T', " ", 1)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_moment_is_shown_to_the_second() {
        assert_eq!(
            super::moment("2026-11-01T09:30:00.123Z"),
            "2026-11-01 09:30:00"
        );
        assert_eq!(super::moment("2026-11-01T09:30:00Z"), "2026-11-01 09:30:00");
    }
}
