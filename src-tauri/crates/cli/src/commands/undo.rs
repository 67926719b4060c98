//! `throughline undo`: the last change, taken back.

use clap::Args;

use super::{Ending, Workbook};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Take the last change back.
#[derive(Debug, Args)]
pub struct Undo {
    #[command(flatten)]
    workbook: Workbook,
}

impl Undo {
    /// Takes it back.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let undone = self.workbook.write()?.undo()?;
        terminal.show(&undone, |page| {
            page.say(&format!("Taken back: {}.", undone.sentence));
        })?;
        Ok(Ending::Done)
    }
}
