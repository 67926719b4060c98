//! `throughline check`: what the coach finds.

use anstyle::{AnsiColor, Style};
use clap::Args;
use workbench::{Check as Checked, Finding, Level};

use super::{Ending, Workbook};
use crate::page::{BAD, GOOD, Page, QUIET, counted};
use crate::table::{Cell, Table, text};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Sound only if a person says why.
const WARNING: Style = AnsiColor::Yellow.on_default();

/// List what the coach finds weak, and where
///
/// Segments that failed their test or are retired are left out. Exit code 1 says that something
/// keeps a link from being called sound.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct Check {
    #[command(flatten)]
    workbook: Workbook,
    /// Check invalidated and retired segments too
    #[arg(long)]
    all: bool,
}

impl Check {
    /// Checks it.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let gauge = terminal.gauge("Reading the chain");
        let mut book = self.workbook.read()?;
        let chain = book.chain()?;
        let checked = book.check(self.all)?;
        drop(gauge);
        let name = |id: &str| match chain.segment(id).map(|s| s.name.trim()) {
            Some(name) if !name.is_empty() => name.to_owned(),
            _ => id.to_owned(),
        };
        terminal.show(&checked, |page| write(page, &checked, &name))?;
        Ok(if checked.counts.blocker > 0 {
            Ending::Found
        } else {
            Ending::Done
        })
    }
}

fn write(page: &mut Page, checked: &Checked, name: &dyn Fn(&str) -> String) {
    if checked.findings.is_empty() {
        page.styled(GOOD, 0, "Nothing weak was found.");
    }
    for findings in checked.findings.chunk_by(|a, b| a.segment == b.segment) {
        if let Some(first) = findings.first() {
            page.title(&name(&first.segment));
        }
        page.table(&table(findings));
        page.gap();
    }
    let counts = checked.counts;
    if !checked.findings.is_empty() {
        page.say(&format!(
            "{}, {}, {}.",
            counted(counts.blocker, "blocker", "blockers"),
            counted(counts.warning, "warning", "warnings"),
            counted(counts.hint, "hint", "hints"),
        ));
    }
    let silent = checked.set_aside.iter().filter(|it| it.holds()).count();
    if silent > 0 {
        let silent = u32::try_from(silent).unwrap_or(u32::MAX);
        let is = if silent == 1 { "is" } else { "are" };
        let silent = counted(silent, "finding", "findings");
        page.aside(&format!("{silent} {is} set aside with a reason."));
    }
    if !checked.findings.is_empty() {
        page.aside("What each rule asks, and why: throughline rules");
    }
}

/// The findings of one segment, the loudest first.
fn table(findings: &[Finding]) -> Table {
    let mut table = Table::new([text("level"), text("where"), text("what")]);
    let mut findings: Vec<&Finding> = findings.iter().collect();
    findings.sort_by_key(|finding| finding.level);
    for finding in findings {
        let level = match finding.level {
            Level::Blocker => Cell::styled(BAD, "blocker"),
            Level::Warning => Cell::styled(WARNING, "warning"),
            Level::Hint => Cell::styled(QUIET, "hint"),
        };
        let place = format!("{}.{}", finding.record, finding.field);
        table.row([
            level.over(finding.link.label()),
            place.into(),
            Cell::from(&finding.message).over(&finding.rule),
        ]);
    }
    table
}
