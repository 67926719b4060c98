//! `throughline data`: what stands in the tables.

use clap::Args;
use serde_json::json;
use workbench::{ColumnType, DataSheet, figure};

use super::{Ending, Workbook};
use crate::page::{Page, counted};
use crate::table::{Table, figures, text};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Show a table's columns: types, blanks, distinct and sample values.
#[derive(Debug, Args)]
pub struct Data {
    #[command(flatten)]
    workbook: Workbook,
    /// The dataset; every one when left out
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

impl Data {
    /// Shows them.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let gauge = terminal.gauge("Reading the columns");
        let mut book = self.workbook.read()?;
        let sheets = book.data(self.name.as_deref())?;
        drop(gauge);
        match (&self.name, sheets.as_slice()) {
            (Some(_), [sheet]) => terminal.show(sheet, |page| write_sheet(page, sheet))?,
            _ => terminal.show(&json!({"datasets": sheets}), |page| {
                if sheets.is_empty() {
                    page.say("No table was imported yet.");
                }
                for (place, sheet) in sheets.iter().enumerate() {
                    if place > 0 {
                        page.gap();
                    }
                    write_sheet(page, sheet);
                }
            })?,
        }
        Ok(Ending::Done)
    }
}

fn write_sheet(page: &mut Page, sheet: &DataSheet) {
    let rows = counted(sheet.rows, "row", "rows");
    page.title(&format!("{}: {rows} of {}", sheet.dataset, sheet.source));
    let mut said = Vec::new();
    let mut about = |what: &str, value: &str| {
        if !value.is_empty() {
            said.push(format!("{what} {value}"));
        }
    };
    about("a row is a", &sheet.unit);
    about("key", &sheet.key);
    about("weight", &sheet.weight);
    about("as of", &sheet.as_of);
    about("imported", &sheet.imported_at);
    if sheet.rejected > 0 {
        said.push(counted(sheet.rejected, "line left out", "lines left out"));
    }
    page.aside(&said.join(" · "));
    page.gap();
    let mut table = Table::new([
        text("column"),
        text("type"),
        figures("blank"),
        figures("distinct"),
        text("values"),
    ]);
    for column in &sheet.columns {
        let ordered = !matches!(column.kind, ColumnType::Text | ColumnType::Boolean);
        let values = match (&column.least, &column.most) {
            // A column of two or three numbers is read better as its values.
            (Some(least), Some(most)) if ordered && column.distinct > 5 => {
                let mean = column
                    .mean
                    .map(|mean| format!(", mean {}", figure::number(mean)));
                format!("{least} to {most}{}", mean.unwrap_or_default())
            }
            // A key's values are all different; how often each is there says nothing.
            _ if column.distinct + column.blank == sheet.rows => {
                let samples = column.samples.iter().take(3);
                let samples: Vec<&str> = samples.map(|sample| sample.value.as_str()).collect();
                samples.join(" · ")
            }
            _ => {
                let samples = column.samples.iter().map(|sample| {
                    format!("{} {}", sample.value, figure::count(f64::from(sample.n)))
                });
                samples.collect::<Vec<_>>().join(" · ")
            }
        };
        table.row([
            (&column.name).into(),
            column.kind.word().into(),
            figure::count(f64::from(column.blank)).into(),
            figure::count(f64::from(column.distinct)).into(),
            values.into(),
        ]);
    }
    page.table(&table);
}
