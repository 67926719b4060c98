//! `throughline apply`: a chain document over the workbook.

use std::path::PathBuf;

use clap::Args;
use workbench::{Applied, figure};

use super::{Ending, Workbook};
use crate::document;
use crate::page::Page;
use crate::table::{Table, figures, text};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Lay a chain document over a workbook: one undo step
///
/// Records are matched by id. An absent field keeps its value, a present one replaces it, new
/// records are appended; "remove": ["segments/x"] deletes and "place": [{"record":
/// "jobs/a", "before": "jobs/b"}] puts one before another. Unknown fields are errors.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct Apply {
    #[command(flatten)]
    workbook: Workbook,
    /// The chain document, JSON; - is standard input
    #[arg(value_name = "DOC")]
    document: PathBuf,
    /// Say what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Apply {
    /// Applies it.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let text = document::read(&self.document)?;
        let mut book = if self.dry_run {
            self.workbook.read()?
        } else {
            self.workbook.write()?
        };
        let applied = book.apply(&text, self.dry_run)?;
        terminal.show(&applied, |page| write(page, &applied))?;
        Ok(Ending::Done)
    }
}

fn write(page: &mut Page, applied: &Applied) {
    if applied.sentence.is_empty() {
        page.say("Nothing differs from what the workbook says already.");
        return;
    }
    if applied.dry_run {
        page.say(&format!(
            "Only a look, nothing was written. It would be: {}.",
            applied.sentence
        ));
    } else {
        page.say(&format!("{}.", applied.sentence));
    }
    page.gap();
    let mut table = Table::new([
        text("kind"),
        figures("created"),
        figures("changed"),
        figures("unchanged"),
        figures("removed"),
    ]);
    for counts in &applied.counts {
        let [created, changed, unchanged, removed] = [
            counts.created,
            counts.changed,
            counts.unchanged,
            counts.removed,
        ]
        .map(|n| figure::count(f64::from(n)).into());
        table.row([(&counts.kind).into(), created, changed, unchanged, removed]);
    }
    page.table(&table);
}
