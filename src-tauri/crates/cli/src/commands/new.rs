//! `throughline new`: a new workbook.

use clap::Args;
use serde_json::json;
use workbench::{Book, Desk};

use super::{Ending, Workbook};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Make a new, empty workbook.
#[derive(Debug, Args)]
pub struct New {
    #[command(flatten)]
    workbook: Workbook,
}

impl New {
    /// Makes it.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let book = Book::create(&self.workbook.path, Desk::here())?;
        let name = self.workbook.name();
        terminal.show(&json!({"file": book.path()}), |page| {
            page.line(&format!("Made {name}."));
            page.aside(&format!("Next: throughline import {name} customers.csv"));
        })?;
        Ok(Ending::Done)
    }
}
