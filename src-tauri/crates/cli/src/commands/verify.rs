//! `throughline verify`: whether a workbook is whole.

use clap::Args;

use super::{Ending, Workbook};
use crate::page::{BAD, GOOD};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Check a workbook from its pages to its references
///
/// Writes nothing. Exit code 1 says that something is wrong.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct Verify {
    #[command(flatten)]
    workbook: Workbook,
}

impl Verify {
    /// Checks it.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let gauge = terminal.gauge("Checking the workbook");
        let verified = workbench::verify(&self.workbook.path)?;
        drop(gauge);
        let name = self.workbook.name();
        terminal.show(&verified, |page| {
            if verified.ok {
                page.styled(GOOD, 0, &format!("{name} is whole."));
                return;
            }
            page.styled(BAD, 0, &format!("{name} is not whole:"));
            for problem in &verified.problems {
                page.under(problem);
            }
            page.aside(
                "Keep it as it is, and restore a backup: throughline restore BACKUP -o FILE",
            );
        })?;
        Ok(if verified.ok {
            Ending::Done
        } else {
            Ending::Found
        })
    }
}
