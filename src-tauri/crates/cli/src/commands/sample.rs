//! `throughline sample`: a filled workbook that teaches by before and after.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde_json::json;
use workbench::{Desk, Sample, sample};

use super::{Ending, Workbook};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Make a filled sample that teaches by before and after
///
/// hr-saas: HR software whose trend report drew leads that sales would not take.
/// skincare: a serum whose "glowing skin fast" drew buyers who sent it back.
/// The words are invented and the rows generated.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct MakeSample {
    #[command(flatten)]
    workbook: Workbook,
    /// Which sample; hr-saas when left out
    #[arg(value_name = "skincare|hr-saas", value_parser = which(), default_value = "hr-saas", hide_possible_values = true, hide_default_value = true)]
    sample: Sample,
}

fn which() -> impl TypedValueParser<Value = Sample> {
    PossibleValuesParser::new(Sample::ALL.map(Sample::as_str)).map(|word| {
        let chosen = Sample::ALL.into_iter().find(|it| it.as_str() == word);
        // The parser lets no other word through.
        chosen.unwrap_or(Sample::HrSaas)
    })
}

impl MakeSample {
    /// Makes it.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let book = sample(&self.workbook.path, self.sample, Desk::here())?;
        let name = self.workbook.name();
        let card = self.sample.card();
        let made = json!({
            "file": book.path(),
            "sample": card.sample,
            "title": card.title,
            "before": card.before.segment,
            "after": card.after.segment,
        });
        terminal.show(&made, |page| {
            page.line(&format!("Made {name}: {}.", card.title));
            page.line(card.story);
            page.line(&format!(
                "Before: {}. After: {}. The rows are generated.",
                card.before.segment, card.after.segment
            ));
            page.aside(&format!("Next: throughline segments {name}"));
        })?;
        Ok(Ending::Done)
    }
}
