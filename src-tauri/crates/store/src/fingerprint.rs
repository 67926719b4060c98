//! Fingerprints of rows: what tells a bit that turned over from what was written.
//!
//! The fingerprint of a set of rows is the sum, modulo 2¹²⁸, of a BLAKE3 hash of each. A sum does
//! not depend on the order, and a change moves it by what came minus what went, so that keeping it
//! costs as much as the change and not as much as the workbook. It guards against accidents, not
//! against somebody who writes a workbook by hand.

use rusqlite::types::Value;

use crate::error::StoreError;
use crate::row::Row;
use crate::table::Table;

/// A sum of row hashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Fingerprint(u128);

impl Fingerprint {
    /// The fingerprint of one row.
    pub(crate) fn of(table: &Table, row: &Row) -> Self {
        let mut seal = Seal::new(table.name);
        table.counted(row).iter().for_each(|cell| seal.cell(cell));
        seal.close()
    }

    /// The fingerprint of both together.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self(self.0.wrapping_add(other.0))
    }

    /// The fingerprint without the other.
    pub(crate) fn minus(self, other: Self) -> Self {
        Self(self.0.wrapping_sub(other.0))
    }

    /// As 32 hexadecimal digits.
    pub(crate) fn text(self) -> String {
        format!("{:032x}", self.0)
    }

    /// From what [`Fingerprint::text`] wrote.
    pub(crate) fn read(text: &str) -> Result<Self, StoreError> {
        match u128::from_str_radix(text, 16) {
            Ok(sum) if text.len() == 32 => Ok(Self(sum)),
            _ => Err(StoreError::damaged("a fingerprint cannot be read")),
        }
    }
}

/// A hash over cells, each with its type and length, so that no two lists of cells are one.
pub(crate) struct Seal(blake3::Hasher);

impl Seal {
    /// A seal over something of this name.
    pub(crate) fn new(name: &str) -> Self {
        let mut seal = Self(blake3::Hasher::new());
        seal.text(name);
        seal
    }

    /// Adds a text.
    pub(crate) fn text(&mut self, text: &str) {
        self.bytes(b't', text.as_bytes());
    }

    /// Adds raw bytes.
    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        self.bytes(b'b', bytes);
    }

    /// Adds a whole number.
    pub(crate) fn integer(&mut self, number: i64) {
        self.bytes(b'i', &number.to_le_bytes());
    }

    /// Adds a cell of a table.
    pub(crate) fn cell(&mut self, cell: &Value) {
        match cell {
            Value::Null => self.bytes(b'0', &[]),
            Value::Integer(number) => self.integer(*number),
            Value::Real(number) => self.bytes(b'r', &number.to_bits().to_le_bytes()),
            Value::Text(text) => self.text(text),
            Value::Blob(bytes) => self.raw(bytes),
        }
    }

    fn bytes(&mut self, kind: u8, bytes: &[u8]) {
        self.0.update(&[kind]);
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    /// The first 128 bits of the hash.
    pub(crate) fn close(self) -> Fingerprint {
        let hash = self.0.finalize();
        let bytes = hash
            .as_bytes()
            .first_chunk::<16>()
            .copied()
            .unwrap_or_default();
        Fingerprint(u128::from_le_bytes(bytes))
    }
}
