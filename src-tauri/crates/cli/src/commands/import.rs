//! `throughline import`: a customer table into the workbook, or a look at what it would bring.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde::Serialize;
use workbench::{
    ColumnType, ColumnView, DateOrder, Delimiter, ImportSettings, Imported, Preview, ReadSettings,
    figure,
};

use super::{Ending, Workbook, shown};
use crate::page::{Page, counted};
use crate::table::{Cell, Table, figures, text};
use crate::terminal::Terminal;
use crate::trouble::Trouble;
use crate::width;

/// Rejected lines listed for people; JSON holds more.
const LISTED: usize = 20;
/// Rejected lines that a preview holds, as an import does.
const KEPT: usize = 1_000;
/// First rows that fit beside the columns' names.
const FIRST: usize = 3;
/// Columns of the terminal that a cell of a first row takes at most.
const CELL: usize = 16;

/// Bring a customer table (CSV, also .gz) into a workbook, in one undo step
///
/// Delimiter, encoding, quotes and types are found in the file. Rows that cannot be used are left
/// out and listed with their lines; more than 5 % of them refuses the file.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct Import {
    #[command(flatten)]
    workbook: Workbook,
    /// The table: a CSV file, also gzipped
    #[arg(value_name = "DATA")]
    data: PathBuf,
    /// The dataset's name; the file's when left out
    #[arg(long)]
    name: Option<String>,
    /// The column that names each row
    #[arg(long, value_name = "COL")]
    key: Option<String>,
    /// What one row is, as `customer`
    #[arg(long, value_name = "WORD")]
    unit: Option<String>,
    /// The date up to which the rows are true, as 2026-11-01
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// Read a column as text, integer, number, boolean, date or datetime
    #[arg(long = "type", value_name = "COL=TYPE", value_parser = chosen_type)]
    types: Vec<(String, ColumnType)>,
    /// What comes first in dates such as 03/04/2026
    #[arg(long, value_name = "day|month", value_parser = date_order(), hide_possible_values = true)]
    date_order: Option<DateOrder>,
    /// What stands between cells
    #[arg(long, value_name = "comma|semicolon|tab|pipe", value_parser = delimiter(), hide_possible_values = true)]
    delimiter: Option<Delimiter>,
    /// Replace the rows of a dataset that is there already
    #[arg(long)]
    replace: bool,
    /// Show the first rows and the types, and write nothing
    #[arg(long)]
    preview: bool,
}

/// Why a type chosen for a column cannot be read.
#[derive(Debug, thiserror::Error)]
enum BadType {
    #[error("write it as COL=TYPE, for example zip=text")]
    Shape,
    #[error("`{0}` is not one of text, integer, number, boolean, date, datetime")]
    Word(String),
}

fn chosen_type(word: &str) -> Result<(String, ColumnType), BadType> {
    // A column's name may hold an equals sign; a type's does not.
    let (column, kind) = word.rsplit_once('=').ok_or(BadType::Shape)?;
    match ColumnType::from_word(kind) {
        Some(kind) => Ok((column.to_owned(), kind)),
        None => Err(BadType::Word(kind.to_owned())),
    }
}

fn date_order() -> impl TypedValueParser<Value = DateOrder> {
    PossibleValuesParser::new(["day", "month"]).map(|word| match word.as_str() {
        "day" => DateOrder::DayFirst,
        _ => DateOrder::MonthFirst,
    })
}

fn delimiter() -> impl TypedValueParser<Value = Delimiter> {
    PossibleValuesParser::new(["comma", "semicolon", "tab", "pipe"]).map(|word| {
        match word.as_str() {
            "semicolon" => Delimiter::Semicolon,
            "tab" => Delimiter::Tab,
            "pipe" => Delimiter::Pipe,
            _ => Delimiter::Comma,
        }
    })
}

/// What an import would bring, in the shape of what one brings, with the first rows beside.
#[derive(Debug, Serialize)]
struct Previewed<'a> {
    #[serde(flatten)]
    would: Imported,
    preview: bool,
    encoding: &'a str,
    first: &'a [Vec<String>],
}

impl Import {
    /// Imports, or looks.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let settings = ImportSettings {
            name: self.name.unwrap_or_default(),
            read: ReadSettings {
                types: self.types.into_iter().collect(),
                key: self.key,
                delimiter: self.delimiter,
                date_order: self.date_order,
                kept: None,
            },
            unit: self.unit.unwrap_or_default(),
            as_of: self.as_of.unwrap_or_default(),
            replace: self.replace,
        };
        let gauge = terminal.gauge(&format!("Reading {}", shown(&self.data)));
        if self.preview {
            let mut read = settings.read.clone();
            if self.replace {
                read.kept = self.workbook.read()?.kept(&self.data, &settings.name)?;
            }
            let preview = workbench::preview(&self.data, &read, &gauge)?;
            drop(gauge);
            show_preview(terminal, &preview, &settings)?;
        } else {
            let mut book = self.workbook.write()?;
            let imported = book.import(&self.data, &settings, &gauge)?;
            drop(gauge);
            let workbook = self.workbook.name();
            terminal.show(&imported, |page| write_import(page, &imported, &workbook))?;
        }
        Ok(Ending::Done)
    }
}

fn write_import(page: &mut Page, imported: &Imported, workbook: &str) {
    head(page, imported);
    page.gap();
    let mut table = Table::new([
        text("column"),
        text("type"),
        figures("blank"),
        figures("distinct"),
    ]);
    for column in &imported.columns {
        table.row([
            (&column.name).into(),
            column.kind.word().into(),
            figure::count(f64::from(column.blank)).into(),
            figure::count(f64::from(column.distinct)).into(),
        ]);
    }
    page.table(&table);
    beside(page, imported);
    page.gap();
    page.aside(&format!(
        "Next: throughline data {workbook} {}",
        imported.dataset
    ));
}

/// What a file would bring. Which columns could be metrics is told once they are in.
fn would_bring(preview: &Preview, settings: &ImportSettings) -> Imported {
    let outline = &preview.outline;
    let column = |column: &workbench::ColumnProfile| ColumnView {
        name: column.name.clone(),
        kind: column.kind,
        blank: column.blank,
        distinct: column.distinct,
    };
    let unit = match settings.unit.trim() {
        "" => outline.unit.clone().unwrap_or_default(),
        unit => unit.to_owned(),
    };
    Imported {
        dataset: workbench::dataset_id(&settings.name, &outline.name),
        rows: outline.rows,
        rejected: outline.rejected.iter().take(KEPT).cloned().collect(),
        rejected_count: u32::try_from(outline.rejected.len()).unwrap_or(u32::MAX),
        columns: outline.columns.iter().map(column).collect(),
        grade: None,
        key: outline.key.clone().unwrap_or_default(),
        unit,
        notes: outline
            .notes
            .iter()
            .map(|note| note.words.clone())
            .collect(),
        proposals: Vec::new(),
    }
}

fn show_preview(
    terminal: &Terminal,
    preview: &Preview,
    settings: &ImportSettings,
) -> Result<(), Trouble> {
    let outline = &preview.outline;
    let would = would_bring(preview, settings);
    let previewed = Previewed {
        would: would.clone(),
        preview: true,
        encoding: &outline.encoding,
        first: &preview.first,
    };
    terminal.show(&previewed, |page| {
        head(page, &would);
        page.aside(&format!(
            "Only a look: nothing was written. Read as {}, {} between cells.",
            outline.encoding,
            match outline.delimiter {
                Delimiter::Comma => "commas",
                Delimiter::Semicolon => "semicolons",
                Delimiter::Tab => "tabs",
                Delimiter::Pipe => "pipes",
            }
        ));
        page.gap();
        let mut table = Table::new([
            text("column"),
            text("type"),
            figures("blank"),
            text("row 1"),
            text("row 2"),
            text("row 3"),
        ]);
        for (place, column) in outline.columns.iter().enumerate() {
            let value = |row: usize| -> Cell {
                let cell = preview.first.get(row).and_then(|cells| cells.get(place));
                width::clip(cell.map_or("", String::as_str), CELL).into()
            };
            let [first, second, third] = std::array::from_fn::<_, FIRST, _>(value);
            table.row([
                (&column.name).into(),
                column.kind.word().into(),
                figure::count(f64::from(column.blank)).into(),
                first,
                second,
                third,
            ]);
        }
        page.table(&table);
        beside(page, &would);
    })
}

/// What came in, in one line.
fn head(page: &mut Page, imported: &Imported) {
    let rows = counted(imported.rows, "row", "rows");
    let columns = u32::try_from(imported.columns.len()).unwrap_or(u32::MAX);
    let columns = counted(columns, "column", "columns");
    let key = match (imported.key.as_str(), imported.unit.as_str()) {
        ("", _) => ", no key".to_owned(),
        (key, "") => format!(", key {key}"),
        (key, unit) => format!(", a {unit} a row, key {key}"),
    };
    page.title(&format!("{}: {rows}, {columns}{key}", imported.dataset));
}

/// What did not come in, what is worth a look, and what could be measured.
fn beside(page: &mut Page, imported: &Imported) {
    if imported.rejected_count > 0 {
        page.gap();
        let lines = counted(imported.rejected_count, "line was", "lines were");
        page.say(&format!("{lines} left out:"));
        for rejected in imported.rejected.iter().take(LISTED) {
            page.under(&format!("line {}: {}", rejected.line, rejected.why));
        }
        let shown = imported.rejected.len().min(LISTED);
        let more = imported
            .rejected_count
            .saturating_sub(u32::try_from(shown).unwrap_or(u32::MAX));
        if more > 0 {
            let more = counted(more, "more line", "more lines");
            page.under(&format!("and {more}; --json lists the first 1,000"));
        }
    }
    if !imported.notes.is_empty() {
        page.gap();
        page.say("Worth a look:");
        for note in &imported.notes {
            page.under(note);
        }
    }
    let outcomes = imported.proposals.iter().filter(|p| p.outcome_like);
    let outcomes: Vec<String> = outcomes
        .map(|proposal| {
            let share = f64::from(proposal.n) / f64::from(proposal.of);
            format!(
                "{}: {} is {} ({} of {}), {} is better?",
                proposal.name,
                proposal.column,
                proposal.value,
                figure::percent(share),
                figure::count(f64::from(proposal.of)),
                proposal.better.label()
            )
        })
        .collect();
    if !outcomes.is_empty() {
        page.gap();
        page.say("Could be a metric:");
        for outcome in outcomes {
            page.under(&outcome);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_may_have_an_equals_sign_in_its_name() {
        let (column, kind) = chosen_type("a=b=date").unwrap();
        assert_eq!((column.as_str(), kind), ("a=b", ColumnType::Date));
        assert!(chosen_type("zip").is_err());
        assert!(chosen_type("zip=zipcode").is_err());
    }
}
