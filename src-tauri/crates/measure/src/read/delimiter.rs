//! What stands between cells, found by trying.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::records::{Layout, Records};

/// What stands between cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
    /// `|`
    Pipe,
}

impl Delimiter {
    /// Every delimiter, the likelier first.
    pub const ALL: [Delimiter; 4] = [
        Delimiter::Comma,
        Delimiter::Semicolon,
        Delimiter::Tab,
        Delimiter::Pipe,
    ];

    /// The character.
    pub const fn byte(self) -> u8 {
        match self {
            Delimiter::Comma => b',',
            Delimiter::Semicolon => b';',
            Delimiter::Tab => b'\t',
            Delimiter::Pipe => b'|',
        }
    }
}

/// How much of the file is tried.
const SAMPLE: usize = 256 << 10;

/// The delimiter that parts the file's first rows most evenly into most cells; a comma when none
/// parts them at all.
pub(super) fn find(text: &str, broken: bool) -> Delimiter {
    let cut = (0..=SAMPLE.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at));
    let sample = &text[..cut.unwrap_or(0)];
    let mut best = (Delimiter::Comma, 0.0);
    for delimiter in Delimiter::ALL {
        let score = score(sample, broken, delimiter.byte(), sample.len() < text.len());
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

/// The share of rows as wide as the header, times the logarithm of that width: wide and nearly even
/// beats narrow and even.
fn score(sample: &str, broken: bool, delimiter: u8, cut: bool) -> f64 {
    let mut records = Records::new(sample, broken, Layout::any(sample, delimiter));
    let mut cells = Vec::new();
    let header = match records.next(&mut cells) {
        Some(record) if record.fault.is_none() && cells.len() > 1 => cells.len(),
        _ => return 0.0,
    };
    let (mut even, mut rows) = (0_usize, 0_usize);
    while let Some(record) = records.next(&mut cells) {
        let last = records.position() >= sample.len();
        if last && cut {
            break;
        }
        rows += 1;
        let ends_empty = cells.len() == header + 1
            && cells.last().is_some_and(|cell| cell.of(sample).is_empty());
        even += usize::from(record.fault.is_none() && (cells.len() == header || ends_empty));
    }
    let share = if rows == 0 {
        1.0
    } else {
        even as f64 / rows as f64
    };
    share * (header as f64).ln_1p()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_found() {
        for (text, wanted) in [
            ("a,b,c\n1,2,3\n", Delimiter::Comma),
            ("a;b\n1,5;2,5\n3,0;4,0\n", Delimiter::Semicolon),
            ("a\tb, c\n1\tx, y\n2\tz\n", Delimiter::Tab),
            ("a|b|c\n1|2|3", Delimiter::Pipe),
            ("\"a;b\",c\n\"1;2\",3\n", Delimiter::Comma),
            ("\"a\";\"b,c\"\n\"1\";\"2,2\"\n", Delimiter::Semicolon),
            ("only\n1\n2\n", Delimiter::Comma),
            ("a;b;c;d\n1;2;3;4\n1;2;3\n1;2;3;4\n", Delimiter::Semicolon),
        ] {
            assert_eq!(find(text, false), wanted, "{text}");
        }
    }
}
