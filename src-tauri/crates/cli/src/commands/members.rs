//! `throughline members`: the customers of a segment, for other tools.

use clap::Args;
use serde_json::json;

use super::{Ending, Workbook, shown};
use crate::page::counted;
use crate::target::{self, Target};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Write the keys of a segment's customers as CSV: key and segment.
#[derive(Debug, Args)]
pub struct Members {
    #[command(flatten)]
    workbook: Workbook,
    /// The segment's id
    #[arg(value_name = "SEGMENT")]
    segment: String,
    #[command(flatten)]
    target: Target,
}

impl Members {
    /// Writes them.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let mut book = self.workbook.read()?;
        let members = book.members(&self.segment)?;
        let path = &self.target.output;
        target::write(path, members.csv().as_bytes())?;
        let n = u32::try_from(members.keys.len()).unwrap_or(u32::MAX);
        let answer = json!({"segment": members.segment, "key": members.key, "n": n, "path": path});
        terminal.show(&answer, |page| {
            let rows = counted(n, "row", "rows");
            page.line(&format!(
                "Wrote {rows} of {} to {}.",
                members.segment,
                shown(path)
            ));
        })?;
        Ok(Ending::Done)
    }
}
