//! `throughline backup`: a verified copy in the backups' folder.

use clap::Args;
use serde_json::json;

use super::{Ending, Workbook, shown};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Take a verified backup, and say where it is.
#[derive(Debug, Args)]
pub struct Backup {
    #[command(flatten)]
    workbook: Workbook,
}

impl Backup {
    /// Takes it.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let gauge = terminal.gauge("Copying and checking");
        let path = self.workbook.read()?.backup()?;
        drop(gauge);
        terminal.show(&json!({"path": path}), |page| {
            page.line(&format!("Backed up to {}", shown(&path)));
        })?;
        Ok(Ending::Done)
    }
}
