//! A column as runs of bytes, for keeping on disk. Compression and checksums are the store's work.
//!
//! A text column starts with its dictionary: pieces of `rows` 0, each a run of entries (length as
//! u32, then UTF-8). The row pieces follow in order. Each is the bits of its blank rows (rounded up
//! to whole 64-bit words), then one value a row: codes in 1, 2 or 4 bytes by the size of the
//! dictionary, numbers in 8, days in 4, booleans as bits in words. All little-endian.

use super::{Column, ColumnType, Data, Mask, TableFault};

/// A run of rows, or of dictionary entries, as bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Rows held; 0 for a piece of the dictionary.
    pub rows: usize,
    /// The values.
    pub bytes: Vec<u8>,
}

/// Why pieces are no column.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PieceFault {
    /// A piece is shorter or longer than its rows need.
    #[error("column `{column}`: piece {piece} does not have the length that its rows need")]
    Length {
        /// The column's name.
        column: String,
        /// The piece's place, from 0.
        piece: usize,
    },
    /// The dictionary cannot be read.
    #[error("column `{column}`: piece {piece} of the dictionary cannot be read")]
    Dictionary {
        /// The column's name.
        column: String,
        /// The piece's place, from 0.
        piece: usize,
    },
    /// A number that is none.
    #[error("column `{column}`: piece {piece} holds something that is no number")]
    NotFinite {
        /// The column's name.
        column: String,
        /// The piece's place, from 0.
        piece: usize,
    },
    /// The pieces do not add up to a column.
    #[error(transparent)]
    Column(#[from] TableFault),
}

/// About how many bytes a piece has.
const PIECE: usize = 1 << 20;

/// The column as pieces of about 1 MiB.
pub fn encode(column: &Column) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut wide = 8;
    if let Data::Text { dict, .. } = &column.data {
        wide = code_width(dict.len());
        dictionary(dict, &mut pieces);
    }
    let width = match column.kind() {
        ColumnType::Text => wide,
        ColumnType::Date => 4,
        // One byte stands for eight rows, but a piece of eight million rows is no small step.
        ColumnType::Boolean => 1,
        _ => 8,
    };
    let step = PIECE / width;
    for first in (0..column.rows()).step_by(step) {
        pieces.push(run(column, first, column.rows().min(first + step), wide));
    }
    pieces
}

const fn code_width(entries: usize) -> usize {
    match entries {
        0..=0x100 => 1,
        0x101..=0x1_0000 => 2,
        _ => 4,
    }
}

fn dictionary(dict: &[String], pieces: &mut Vec<Piece>) {
    let mut bytes = Vec::new();
    for entry in dict {
        if bytes.len() >= PIECE {
            pieces.push(Piece {
                rows: 0,
                bytes: std::mem::take(&mut bytes),
            });
        }
        bytes.extend_from_slice(&(entry.len() as u32).to_le_bytes());
        bytes.extend_from_slice(entry.as_bytes());
    }
    if !bytes.is_empty() {
        pieces.push(Piece { rows: 0, bytes });
    }
}

/// The rows from `first` (a multiple of 64) to `end`.
fn run(column: &Column, first: usize, end: usize, wide: usize) -> Piece {
    let mut bytes = Vec::new();
    bits(&column.blank, first, end, &mut bytes);
    match &column.data {
        Data::Text { codes, .. } => {
            for code in &codes[first..end] {
                bytes.extend_from_slice(&code.to_le_bytes()[..wide]);
            }
        }
        Data::Integer(values) | Data::Datetime(values) => {
            bytes.extend(
                values[first..end]
                    .iter()
                    .flat_map(|value| value.to_le_bytes()),
            );
        }
        Data::Number(values) => {
            bytes.extend(
                values[first..end]
                    .iter()
                    .flat_map(|value| value.to_le_bytes()),
            );
        }
        Data::Date(values) => {
            bytes.extend(
                values[first..end]
                    .iter()
                    .flat_map(|value| value.to_le_bytes()),
            );
        }
        Data::Boolean(values) => bits(values, first, end, &mut bytes),
    }
    Piece {
        rows: end - first,
        bytes,
    }
}

fn bits(mask: &Mask, first: usize, end: usize, bytes: &mut Vec<u8>) {
    for word in &mask.words()[first / 64..end.div_ceil(64)] {
        bytes.extend_from_slice(&word.to_le_bytes());
    }
}

/// The column that [`encode`] made these pieces of.
///
/// # Errors
/// When the pieces were not made so: nothing is guessed.
pub fn decode(name: &str, kind: ColumnType, pieces: &[Piece]) -> Result<Column, PieceFault> {
    let length = |piece| PieceFault::Length {
        column: name.to_owned(),
        piece,
    };
    let entries = pieces.iter().take_while(|piece| piece.rows == 0).count();
    if kind != ColumnType::Text && entries > 0 {
        return Err(length(0));
    }
    let mut dict = Vec::new();
    for (at, piece) in pieces[..entries].iter().enumerate() {
        read_entries(&piece.bytes, &mut dict).ok_or_else(|| PieceFault::Dictionary {
            column: name.to_owned(),
            piece: at,
        })?;
    }
    let wide = code_width(dict.len());
    let mut blank = Vec::new();
    let mut rows = 0;
    let mut data = match kind {
        ColumnType::Text => Data::Text {
            dict,
            codes: Vec::new(),
        },
        ColumnType::Integer => Data::Integer(Vec::new()),
        ColumnType::Number => Data::Number(Vec::new()),
        ColumnType::Boolean => Data::Boolean(Mask::default()),
        ColumnType::Date => Data::Date(Vec::new()),
        ColumnType::Datetime => Data::Datetime(Vec::new()),
    };
    let mut flags = Vec::new();
    for (at, piece) in pieces.iter().enumerate().skip(entries) {
        // Only the last piece may end inside a 64-bit word.
        if piece.rows == 0 || rows % 64 != 0 {
            return Err(length(at));
        }
        let words = piece.rows.div_ceil(64);
        let (head, body) = piece
            .bytes
            .split_at_checked(words * 8)
            .ok_or_else(|| length(at))?;
        blank.extend(words_of(head));
        let expected = match kind {
            ColumnType::Text => piece.rows * wide,
            ColumnType::Date => piece.rows * 4,
            ColumnType::Boolean => words * 8,
            _ => piece.rows * 8,
        };
        if body.len() != expected {
            return Err(length(at));
        }
        match &mut data {
            Data::Text { codes, .. } => codes.extend(body.chunks_exact(wide).map(|code| {
                code.iter()
                    .rev()
                    .fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte))
            })),
            Data::Integer(values) | Data::Datetime(values) => {
                values.extend(
                    body.as_chunks()
                        .0
                        .iter()
                        .map(|bytes| i64::from_le_bytes(*bytes)),
                );
            }
            Data::Number(values) => {
                let before = values.len();
                values.extend(
                    body.as_chunks()
                        .0
                        .iter()
                        .map(|bytes| f64::from_le_bytes(*bytes)),
                );
                if values[before..].iter().any(|value| !value.is_finite()) {
                    return Err(PieceFault::NotFinite {
                        column: name.to_owned(),
                        piece: at,
                    });
                }
            }
            Data::Date(values) => {
                values.extend(
                    body.as_chunks()
                        .0
                        .iter()
                        .map(|bytes| i32::from_le_bytes(*bytes)),
                );
            }
            Data::Boolean(_) => flags.extend(words_of(body)),
        }
        rows += piece.rows;
    }
    if let Data::Boolean(mask) = &mut data {
        *mask = Mask::from_words(rows, flags);
    }
    Ok(Column::new(name, data, Mask::from_words(rows, blank))?)
}

fn words_of(bytes: &[u8]) -> impl Iterator<Item = u64> + '_ {
    bytes
        .as_chunks()
        .0
        .iter()
        .map(|word| u64::from_le_bytes(*word))
}

fn read_entries(mut bytes: &[u8], dict: &mut Vec<String>) -> Option<()> {
    while !bytes.is_empty() {
        let (length, rest) = bytes.split_first_chunk()?;
        let (entry, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        dict.push(std::str::from_utf8(entry).ok()?.to_owned());
        bytes = rest;
    }
    Some(())
}
