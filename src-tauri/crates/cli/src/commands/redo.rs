//! `throughline redo`: the last undone change, brought back.

use clap::Args;

use super::{Ending, Workbook};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Bring the last undone change back.
#[derive(Debug, Args)]
pub struct Redo {
    #[command(flatten)]
    workbook: Workbook,
}

impl Redo {
    /// Brings it back.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let redone = self.workbook.write()?.redo()?;
        terminal.show(&redone, |page| {
            page.say(&format!("Brought back: {}.", redone.sentence));
        })?;
        Ok(Ending::Done)
    }
}
