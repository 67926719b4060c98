//! The content hash of a table: what a brief stands on.

use super::{Data, Table};

impl Table {
    /// BLAKE3 over the names, the types and the values in row order, as 64 hexadecimal digits. It
    /// says the same however the table was stored, and something else when any cell differs.
    pub fn content_hash(&self) -> String {
        let mut ink = Ink {
            hasher: blake3::Hasher::new(),
            buffer: Vec::with_capacity(BUFFER),
        };
        ink.write(&(self.rows as u64).to_le_bytes());
        for column in &self.columns {
            ink.text(column.name());
            ink.text(column.kind().word());
            for word in column.blank.words() {
                ink.write(&word.to_le_bytes());
            }
            let present = (0..self.rows).filter(|row| !column.blank.get(*row));
            match &column.data {
                Data::Text { dict, codes } => present.for_each(|row| {
                    let code = codes.get(row).map_or(0, |code| *code as usize);
                    ink.text(dict.get(code).map_or("", String::as_str));
                }),
                Data::Integer(values) | Data::Datetime(values) => {
                    present.for_each(|row| ink.write(&values[row].to_le_bytes()));
                }
                Data::Number(values) => {
                    present.for_each(|row| ink.write(&values[row].to_le_bytes()));
                }
                Data::Date(values) => {
                    present.for_each(|row| ink.write(&values[row].to_le_bytes()));
                }
                Data::Boolean(values) => {
                    present.for_each(|row| ink.write(&[u8::from(values.get(row))]));
                }
            }
        }
        ink.flush();
        ink.hasher.finalize().to_hex().to_string()
    }
}

/// BLAKE3 is fast on long runs and slow on single cells, so cells are gathered first.
const BUFFER: usize = 64 * 1024;

struct Ink {
    hasher: blake3::Hasher,
    buffer: Vec<u8>,
}

impl Ink {
    fn write(&mut self, bytes: &[u8]) {
        if self.buffer.len() + bytes.len() > BUFFER {
            self.flush();
        }
        self.buffer.extend_from_slice(bytes);
    }

    /// A text with its length before it, so that `ab`, `c` is not `a`, `bc`.
    fn text(&mut self, text: &str) {
        self.write(&(text.len() as u64).to_le_bytes());
        self.write(text.as_bytes());
    }

    fn flush(&mut self) {
        self.hasher.update(&self.buffer);
        self.buffer.clear();
    }
}
