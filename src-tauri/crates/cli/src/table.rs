//! Tables that fit 100 columns: numbers to the right, long texts wrapped, a cell of several lines
//! where a figure has its interval under it.

use std::fmt::Write;

use anstyle::Style;

use crate::page::{QUIET, Styled, TITLE, WIDEST, plain};
use crate::width;

/// Columns between columns.
const GAP: usize = 2;
/// No text column is made narrower than this.
const NARROWEST: usize = 8;

/// A table that is being filled.
#[derive(Debug)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

/// A column's head, and how its cells stand.
#[derive(Debug)]
pub struct Column {
    head: String,
    right: bool,
}

/// Text: to the left, wrapped when there is no room.
pub fn text(head: &str) -> Column {
    Column {
        head: head.to_owned(),
        right: false,
    }
}

/// Figures: to the right, never wrapped.
pub fn figures(head: &str) -> Column {
    Column {
        head: head.to_owned(),
        right: true,
    }
}

/// What stands in one place of a table.
#[derive(Debug)]
pub struct Cell {
    style: Style,
    lines: Vec<(bool, String)>,
}

impl Cell {
    /// A cell in a style.
    pub fn styled(style: Style, text: &str) -> Self {
        Self {
            style,
            lines: vec![(false, plain(text))],
        }
    }

    /// The same cell with a quieter line under it.
    pub fn over(mut self, text: &str) -> Self {
        self.lines.push((true, plain(text)));
        self
    }

    fn width(&self) -> usize {
        self.lines
            .iter()
            .map(|(_, line)| width::of(line))
            .max()
            .unwrap_or(0)
    }
}

impl<T: AsRef<str>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::styled(Style::new(), text.as_ref())
    }
}

impl Table {
    /// A table without rows.
    pub fn new<const N: usize>(columns: [Column; N]) -> Self {
        Self {
            columns: columns.into(),
            rows: Vec::new(),
        }
    }

    /// Adds a row with a cell for each column.
    pub fn row<const N: usize>(&mut self, cells: [Cell; N]) {
        debug_assert_eq!(N, self.columns.len(), "a cell a column");
        self.rows.push(cells.into());
    }

    /// Writes the table out.
    pub fn write(&self, out: &mut String) {
        let widths = self.widths();
        let heads = self
            .columns
            .iter()
            .map(|column| Cell::styled(TITLE, &column.head));
        self.write_row(out, &widths, &heads.collect::<Vec<_>>());
        for row in &self.rows {
            self.write_row(out, &widths, row);
        }
    }

    /// The columns' widths: as wide as they need, then the widest text columns give way.
    fn widths(&self) -> Vec<usize> {
        let mut widths: Vec<usize> = self
            .columns
            .iter()
            .enumerate()
            .map(|(place, column)| {
                let cells = self.rows.iter().filter_map(|row| row.get(place));
                cells
                    .map(Cell::width)
                    .fold(width::of(&column.head), usize::max)
            })
            .collect();
        let room = WIDEST.saturating_sub(GAP * widths.len().saturating_sub(1));
        while widths.iter().sum::<usize>() > room {
            let text = |place: usize| self.columns.get(place).is_some_and(|c| !c.right);
            let widest = widths
                .iter_mut()
                .enumerate()
                .filter(|(place, width)| text(*place) && **width > NARROWEST)
                .max_by_key(|(_, width)| **width);
            let Some((_, width)) = widest else { break };
            *width -= 1;
        }
        widths
    }

    fn write_row(&self, out: &mut String, widths: &[usize], cells: &[Cell]) {
        let wrapped: Vec<Vec<(Style, String)>> = cells
            .iter()
            .zip(widths)
            .map(|(cell, most)| {
                let mut lines = Vec::new();
                for (quiet, line) in &cell.lines {
                    let style = if *quiet { QUIET } else { cell.style };
                    lines.extend(hanging(line, *most).into_iter().map(|line| (style, line)));
                }
                lines
            })
            .collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        for level in 0..height {
            let mut line = String::new();
            // Blanks are written only before something, so that no line ends with them.
            let mut owed = 0;
            for ((lines, column), most) in wrapped.iter().zip(&self.columns).zip(widths) {
                let empty = (Style::new(), String::new());
                let (style, text) = lines.get(level).unwrap_or(&empty);
                let free = most.saturating_sub(width::of(text));
                let (before, after) = if column.right { (free, 0) } else { (0, free) };
                if text.trim().is_empty() {
                    owed += most + GAP;
                    continue;
                }
                let _ = write!(line, "{:1$}", "", owed + before);
                let _ = write!(line, "{}", Styled(*style, text));
                owed = after + GAP;
            }
            out.push_str(&line);
            out.push('\n');
        }
    }
}

/// A line wrapped; what stands at the start of a moved-in line moves in on the next ones too.
fn hanging(line: &str, most: usize) -> Vec<String> {
    let text = line.trim_start_matches(' ');
    let indent = (line.len() - text.len()).min(most / 2);
    let lines = width::wrap(text, most - indent);
    lines
        .into_iter()
        .map(|line| format!("{:indent$}{line}", ""))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(table: &Table) -> String {
        let mut coloured = String::new();
        table.write(&mut coloured);
        anstream::adapter::strip_str(&coloured).to_string()
    }

    #[test]
    fn figures_stand_to_the_right_and_a_second_line_under_them() {
        let mut table = Table::new([text("segment"), figures("n"), figures("rate")]);
        table.row([
            "loyal".into(),
            "3,875".into(),
            Cell::from("42.7 %").over("41.2–44.3 %"),
        ]);
        table.row(["new".into(), "12".into(), "0 %".into()]);
        let expected = "\
segment      n         rate
loyal    3,875       42.7 %
                41.2–44.3 %
new         12          0 %
";
        assert_eq!(written(&table), expected);
    }

    proptest! {
        #[test]
        fn a_table_fits_a_hundred_columns_and_no_line_ends_in_blanks(
            rows in proptest::collection::vec(("\\PC{0,150}", 0_u32..2_000_000, "[a-z ]{0,200}"), 0..8)
        ) {
            let mut table = Table::new([text("a"), figures("n"), text("b")]);
            for (a, n, b) in &rows {
                table.row([a.into(), n.to_string().into(), b.into()]);
            }
            for line in written(&table).lines() {
                prop_assert!(width::of(line) <= WIDEST, "{line:?}");
                prop_assert!(!line.ends_with(' '), "{line:?}");
            }
        }
    }
}
