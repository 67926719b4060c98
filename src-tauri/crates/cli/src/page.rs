//! Text for people, at most 100 columns wide. What comes from files and from people is made
//! harmless before it reaches a terminal.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use crate::table::Table;
use crate::width;

/// The widest a line gets.
pub const WIDEST: usize = 100;

/// Heads of tables and titles.
pub const TITLE: Style = Style::new().bold();
/// What may be read over.
pub const QUIET: Style = Style::new().dimmed();
/// Good news.
pub const GOOD: Style = AnsiColor::Green.on_default();
/// Bad news.
pub const BAD: Style = AnsiColor::Red.on_default();
/// An error.
pub const TROUBLE: Style = AnsiColor::Red.on_default().bold();
/// A way out.
pub const FIX: Style = AnsiColor::Cyan.on_default().bold();

/// A text that is being written.
#[derive(Debug, Default)]
pub struct Page {
    text: String,
}

impl Page {
    /// What was written, with its colours.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A title.
    pub fn title(&mut self, text: &str) {
        self.styled(TITLE, 0, text);
    }

    /// A paragraph.
    pub fn say(&mut self, text: &str) {
        self.styled(Style::new(), 0, text);
    }

    /// A line that stays whole however long it is: a name in it can be copied.
    pub fn line(&mut self, text: &str) {
        let _ = writeln!(self.text, "{}", plain(text));
    }

    /// A paragraph under another one.
    pub fn under(&mut self, text: &str) {
        self.styled(Style::new(), 2, text);
    }

    /// A paragraph that may be read over.
    pub fn aside(&mut self, text: &str) {
        self.styled(QUIET, 0, text);
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A table.
    pub fn table(&mut self, table: &Table) {
        table.write(&mut self.text);
    }

    /// A paragraph behind a label, as `note: …`.
    pub fn labelled(&mut self, label: &str, style: Style, text: &str) {
        let _ = writeln!(self.text, "{style}{label}{style:#}: {}", plain(text));
    }

    /// A paragraph of a style, moved in by some columns.
    pub fn styled(&mut self, style: Style, indent: usize, text: &str) {
        for line in width::wrap(&plain(text), WIDEST - indent) {
            // Writing to a text cannot fail.
            let _ = writeln!(self.text, "{:indent$}{}", "", Styled(style, &line));
        }
    }
}

/// A text in its style; without escape codes when the style is none.
pub struct Styled<'a>(pub Style, pub &'a str);

impl std::fmt::Display for Styled<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self(style, text) = self;
        if style.is_plain() || text.is_empty() {
            f.write_str(text)
        } else {
            write!(f, "{style}{text}{style:#}")
        }
    }
}

/// A text without anything that a terminal would obey: control characters and those that turn the
/// reading direction around.
pub fn plain(text: &str) -> String {
    text.chars()
        .filter_map(|letter| match letter {
            '\n' | '\t' | '\r' => Some(' '),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => None,
            letter if letter.is_control() => Some('\u{FFFD}'),
            letter => Some(letter),
        })
        .collect()
}

/// `1 row`, `2 rows`, `7,043 rows`.
pub fn counted(n: u32, one: &str, many: &str) -> String {
    let noun = if n == 1 { one } else { many };
    format!("{} {noun}", workbench::figure::count(f64::from(n)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_cannot_give_the_terminal_orders() {
        assert_eq!(plain("\u{1b}[2Jgone\u{7}"), "\u{FFFD}[2Jgone\u{FFFD}");
        assert_eq!(plain("abc\u{202E}def"), "abcdef");
        let mut page = Page::default();
        page.say("\u{1b}]0;title\u{7}");
        assert!(!page.text().contains('\u{1b}'), "{:?}", page.text());
    }

    #[test]
    fn one_is_not_many() {
        assert_eq!(counted(1, "row", "rows"), "1 row");
        assert_eq!(counted(7_043, "row", "rows"), "7,043 rows");
    }
}
