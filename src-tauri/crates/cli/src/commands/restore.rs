//! `throughline restore`: a backup as a workbook again.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::{Ending, shown};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Bring a backup back as a new workbook, where nothing stands yet.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup
    #[arg(value_name = "BACKUP")]
    backup: PathBuf,
    /// The workbook to make
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

impl Restore {
    /// Brings it back.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let gauge = terminal.gauge("Checking and copying");
        workbench::restore(&self.backup, &self.output)?;
        drop(gauge);
        terminal.show(&json!({"path": self.output}), |page| {
            page.line(&format!("Restored {}.", shown(&self.output)));
        })?;
        Ok(Ending::Done)
    }
}
