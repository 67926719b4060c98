//! `throughline brief`: a segment on paper.

use clap::Args;
use serde_json::json;
use workbench::BriefFormat;

use super::{Ending, Workbook, shown};
use crate::target::{self, Target};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Write a segment's brief as Markdown (.md) or PDF (.pdf).
#[derive(Debug, Args)]
pub struct Brief {
    #[command(flatten)]
    workbook: Workbook,
    /// The segment's id
    #[arg(value_name = "SEGMENT")]
    segment: String,
    #[command(flatten)]
    target: Target,
}

impl Brief {
    /// Writes it.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let path = &self.target.output;
        let format = BriefFormat::of(path)?;
        let gauge = terminal.gauge("Setting the brief");
        let mut book = self.workbook.read()?;
        let written = book.write_brief(&self.segment, format)?;
        target::write(path, &written.bytes)?;
        drop(gauge);
        for note in &written.notes {
            terminal.note(note);
        }
        let answer = json!({
            "segment": self.segment,
            "path": path,
            "format": format,
            "bytes": written.bytes.len(),
            "notes": written.notes,
        });
        terminal.show(&answer, |page| {
            page.line(&format!(
                "Wrote the brief of {} to {}.",
                self.segment,
                shown(path)
            ));
        })?;
        Ok(Ending::Done)
    }
}
