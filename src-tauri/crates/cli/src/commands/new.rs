//! `throughline new`: a new workbook.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde_json::json;
use workbench::{Book, Desk, Template};

use super::{Ending, Workbook};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Make a new workbook, empty or from a template.
#[derive(Debug, Args)]
pub struct New {
    #[command(flatten)]
    workbook: Workbook,
    /// Begin with the structure and the metrics of a kind of business
    #[arg(long, value_name = "blank|saas|dtc|service", value_parser = template(), default_value = "blank", hide_possible_values = true, hide_default_value = true)]
    template: Template,
}

fn template() -> impl TypedValueParser<Value = Template> {
    PossibleValuesParser::new(Template::ALL.map(Template::as_str)).map(|word| {
        let chosen = Template::ALL.into_iter().find(|it| it.as_str() == word);
        // The parser lets no other word through.
        chosen.unwrap_or_default()
    })
}

impl New {
    /// Makes it.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let book = Book::create_from(&self.workbook.path, self.template, Desk::here())?;
        let name = self.workbook.name();
        let made = json!({"file": book.path(), "template": self.template});
        terminal.show(&made, |page| {
            match self.template {
                Template::Blank => page.line(&format!("Made {name}.")),
                template => page.line(&format!("Made {name} for {}.", template.business())),
            }
            page.aside(&format!("Next: throughline import {name} customers.csv"));
        })?;
        Ok(Ending::Done)
    }
}
