//! Makes a sheet printable: no text so long that setting it hangs, no word wider than its column,
//! no character without a glyph. Whatever is changed is said in a note.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use super::fonts::Fonts;
use crate::error::BriefError;
use crate::figure;
use crate::pdf::Paper;
use crate::sheet::{MISSING, Missing, Sheet};

/// The most characters of one text that are printed: about four pages.
const LONGEST_TEXT: usize = 12_000;
/// The most characters of a whole brief that are printed: about a hundred pages. Once they are
/// used up, texts end after [`SHORTEST_TEXT`].
const LONGEST_BRIEF: usize = 300_000;
/// No text is cut shorter than this; names and labels always stay whole.
const SHORTEST_TEXT: usize = 200;
/// The most entries of lists and tables that are printed: each costs time, and nobody reads more.
const MOST_ENTRIES: usize = 800;
/// The longest run of letters left alone; a longer one may break after every so many.
const LONGEST_WORD: usize = 22;
/// How many characters without a glyph a note names.
const NAMED: usize = 12;
/// What stands for a character without a glyph.
const BOX: char = '□';
/// A place where a line may break and nothing is drawn.
const BREAK: char = '\u{200B}';
/// A place where a word may break with a hyphen.
const HYPHEN: char = '\u{AD}';

/// A sheet ready for the typesetter.
pub struct Printable {
    sheet: Value,
    without_glyph: BTreeSet<char>,
    own_notes: Vec<String>,
}

#[derive(Serialize)]
struct File<'a> {
    #[serde(flatten)]
    sheet: &'a Sheet,
    paper: &'static str,
    missing: Missing,
}

/// Readies a sheet.
pub fn of(sheet: &Sheet, paper: Paper, fonts: &Fonts) -> Result<Printable, BriefError> {
    let paper = match paper {
        Paper::A4 => "a4",
        Paper::Letter => "us-letter",
    };
    let file = File {
        sheet,
        paper,
        missing: MISSING,
    };
    let value = serde_json::to_value(&file).map_err(unwritable)?;
    let mut reader = Reader {
        fonts,
        known: BTreeMap::new(),
        without_glyph: BTreeSet::new(),
        cut: 0,
        left: LONGEST_BRIEF,
        entries: MOST_ENTRIES,
        left_out: 0,
    };
    let sheet = reader.read(value);
    let mut own_notes = Vec::new();
    if reader.cut > 0 {
        let (are, s) = if reader.cut == 1 {
            ("is", "")
        } else {
            ("are", "s")
        };
        own_notes.push(format!(
            "{} text{s} {are} too long to print whole and end{} in “…”.",
            reader.cut,
            if reader.cut == 1 { "s" } else { "" },
        ));
    }
    if reader.left_out > 0 {
        let (entries, are) = if reader.left_out == 1 {
            ("entry", "is")
        } else {
            ("entries", "are")
        };
        own_notes.push(format!(
            "{} {entries} of long lists {are} not printed; Markdown has them all.",
            figure::count(reader.left_out as f64),
        ));
    }
    Ok(Printable {
        sheet,
        without_glyph: reader.without_glyph,
        own_notes,
    })
}

impl Printable {
    /// What was changed, a sentence each.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = self.own_notes.clone();
        let count = self.without_glyph.len();
        if count > 0 {
            let named: Vec<String> = self
                .without_glyph
                .iter()
                .take(NAMED)
                .map(|&c| format!("U+{:04X}", u32::from(c)))
                .collect();
            let more = count.saturating_sub(NAMED);
            let more = if more > 0 {
                format!(" and {more} more")
            } else {
                String::new()
            };
            let has = if count == 1 {
                "character has no glyph here and is"
            } else {
                "characters have no glyph here and are"
            };
            notes.push(format!(
                "{count} {has} printed as {BOX}: {}{more}.",
                named.join(", ")
            ));
        }
        notes
    }

    /// The data file, with the notes among those it prints.
    pub fn json(&self) -> Result<Vec<u8>, BriefError> {
        let mut sheet = self.sheet.clone();
        if let Some(Value::Array(printed)) = sheet.get_mut("notes") {
            printed.extend(self.notes().into_iter().map(Value::String));
        }
        serde_json::to_vec(&sheet).map_err(unwritable)
    }

    /// Replaces clusters that came out without a glyph; false when there are none.
    pub fn drop_clusters(&mut self, clusters: BTreeSet<String>) -> bool {
        if clusters.is_empty() {
            return false;
        }
        replace(&mut self.sheet, &clusters);
        self.without_glyph
            .extend(clusters.iter().flat_map(|cluster| cluster.chars()));
        true
    }
}

fn unwritable(error: serde_json::Error) -> BriefError {
    BriefError::Data {
        reason: error.to_string(),
    }
}

fn replace(value: &mut Value, clusters: &BTreeSet<String>) {
    match value {
        Value::String(text) => {
            for cluster in clusters {
                if text.contains(cluster.as_str()) {
                    *text = text.replace(cluster.as_str(), &BOX.to_string());
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, clusters)),
        Value::Object(fields) => fields
            .values_mut()
            .for_each(|field| replace(field, clusters)),
        _ => {}
    }
}

/// Walks all texts of a sheet in reading order.
struct Reader<'a> {
    fonts: &'a Fonts,
    known: BTreeMap<char, bool>,
    without_glyph: BTreeSet<char>,
    cut: usize,
    left: usize,
    entries: usize,
    left_out: usize,
}

impl Reader<'_> {
    fn read(&mut self, value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(&text)),
            Value::Array(items) => self.list(items),
            Value::Object(fields) => fields
                .into_iter()
                .map(|(name, field)| (name, self.read(field)))
                .collect(),
            other => other,
        }
    }

    fn list(&mut self, items: Vec<Value>) -> Value {
        let printed = items.len().min(self.entries);
        self.left_out += items.len() - printed;
        self.entries -= printed;
        items
            .into_iter()
            .take(printed)
            .map(|item| self.read(item))
            .collect()
    }

    fn text(&mut self, text: &str) -> String {
        let most = LONGEST_TEXT.min(self.left).max(SHORTEST_TEXT);
        let mut out = String::with_capacity(text.len().min(most * 4));
        let mut word = 0;
        let mut before = ' ';
        let mut letters = text.chars().enumerate().peekable();
        while let Some((at, c)) = letters.next() {
            if at == most {
                out.push('…');
                self.cut += 1;
                break;
            }
            let next = letters.peek().map_or(' ', |&(_, next)| next);
            // A figure and its sign stay on one line.
            let c = if c == ' ' && next == '%' && before.is_ascii_digit() {
                '\u{A0}'
            } else {
                c
            };
            out.push(if self.can_print(c) { c } else { self.boxed(c) });
            word = if breaks_by_itself(c) { 0 } else { word + 1 };
            if word >= LONGEST_WORD && belongs_to_nothing(c, next) {
                out.push(if c.is_alphabetic() && next.is_alphabetic() {
                    HYPHEN
                } else {
                    BREAK
                });
                word = 0;
            }
            before = c;
        }
        self.left = self.left.saturating_sub(text.chars().take(most).count());
        out
    }

    fn can_print(&mut self, c: char) -> bool {
        let fonts = self.fonts;
        *self.known.entry(c).or_insert_with(|| fonts.can_print(c))
    }

    fn boxed(&mut self, c: char) -> char {
        self.without_glyph.insert(c);
        BOX
    }
}

/// Whether a line may break between two characters: both stand alone, with no mark or joiner.
fn belongs_to_nothing(c: char, next: char) -> bool {
    let alone = |c: char| c.is_alphanumeric() || c.is_ascii_punctuation();
    alone(c) && alone(next)
}

fn breaks_by_itself(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '–' | '—' | BREAK | '\u{AD}')
        || matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{1F000}'..='\u{1FAFF}')
}
