//! `throughline brief`: a segment on paper.

use clap::{Args, ValueEnum};
use serde_json::json;
use workbench::{BriefFormat, Paper, Preferences};

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
    /// The size of a PDF's pages; without it, the one chosen in the window's settings
    #[arg(long, value_name = "SIZE")]
    paper: Option<Sheets>,
}

/// The sizes of paper.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Sheets {
    /// 210 × 297 mm
    A4,
    /// 8.5 × 11 in
    Letter,
}

impl From<Sheets> for Paper {
    fn from(sheets: Sheets) -> Self {
        match sheets {
            Sheets::A4 => Self::A4,
            Sheets::Letter => Self::Letter,
        }
    }
}

impl Brief {
    /// Writes it.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let path = &self.target.output;
        let format = BriefFormat::of(path)?;
        let gauge = terminal.gauge("Setting the brief");
        let mut book = self.workbook.read()?;
        let sheets = self
            .paper
            .map_or_else(|| Preferences::read().settings.paper, Paper::from);
        let written = book.write_brief(&self.segment, format, sheets)?;
        target::write(path, &written.bytes)?;
        drop(gauge);
        for note in &written.notes {
            terminal.note(note);
        }
        let answer = json!({
            "segment": self.segment,
            "path": path,
            "format": format,
            "paper": (format == BriefFormat::Pdf).then_some(sheets),
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
