//! `throughline dump`: the whole chain as a chain document.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::{Ending, Workbook, shown};
use crate::target;
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Write the whole chain as a chain document, without customer rows
///
/// Applied to a new workbook, it gives the same dump, byte for byte.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct Dump {
    #[command(flatten)]
    workbook: Workbook,
    /// The file to write; standard output when left out
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
}

impl Dump {
    /// Writes it.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let mut book = self.workbook.read()?;
        let text = book.chain()?.to_text();
        match &self.output {
            None => terminal.document(&text)?,
            Some(path) => {
                target::write(path, text.as_bytes())?;
                terminal.show(&json!({"path": path, "bytes": text.len()}), |page| {
                    page.line(&format!("Wrote the chain to {}.", shown(path)));
                })?;
            }
        }
        Ok(Ending::Done)
    }
}
