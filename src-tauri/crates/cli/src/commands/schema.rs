//! `throughline schema`: what a chain document may hold.

use clap::Args;

use super::Ending;
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Print the JSON Schema of chain documents.
#[derive(Debug, Args)]
pub struct Schema {}

impl Schema {
    /// Prints it.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        terminal.document(&format!("{:#}\n", workbench::schema()))?;
        Ok(Ending::Done)
    }
}
