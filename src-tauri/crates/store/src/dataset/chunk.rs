//! Chunks: runs of a column's rows, compressed, each with a checksum.
//!
//! The checksum is over the bytes as they were before compression and over the chunk's own place,
//! so that a flipped bit and a chunk in a wrong place are both found.

use measure::table::Piece;
use rusqlite::{Connection, params};

use crate::dataset::version::whole;
use crate::error::StoreError;
use crate::fingerprint::Seal;

pub(crate) const DDL: &str = "CREATE TABLE chunk (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES dataset_version (id) ON DELETE CASCADE,
  column_ordinal INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  raw_bytes INTEGER NOT NULL,
  checksum TEXT NOT NULL,
  codec TEXT NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (version, column_ordinal, ordinal)
) STRICT";

/// The one way in which chunks are compressed now.
const CODEC: &str = "zstd";

/// Fast, and within a few percent of the higher levels on columns.
const LEVEL: i32 = 1;

/// More bytes than any chunk has before compression; a larger number is damage, and is not given
/// memory.
const LARGEST: u64 = 1 << 30;

/// A chunk on its way to the file.
pub(crate) struct Chunk {
    column: usize,
    ordinal: usize,
    rows: usize,
    raw_bytes: usize,
    checksum: String,
    bytes: Vec<u8>,
}

impl Chunk {
    /// Compresses a piece of a column.
    pub(crate) fn of(column: usize, ordinal: usize, piece: &Piece) -> Result<Self, StoreError> {
        let bytes = zstd::bulk::compress(&piece.bytes, LEVEL).map_err(|source| StoreError::Io {
            doing: "compressing a column".to_owned(),
            source,
        })?;
        Ok(Self {
            column,
            ordinal,
            rows: piece.rows,
            raw_bytes: piece.bytes.len(),
            checksum: checksum(
                column as i64,
                ordinal as i64,
                piece.rows as i64,
                &piece.bytes,
            ),
            bytes,
        })
    }

    /// Bytes before compression.
    pub(crate) fn raw_bytes(&self) -> usize {
        self.raw_bytes
    }

    /// Writes the chunk.
    pub(crate) fn write(&self, connection: &Connection, version: i64) -> Result<(), StoreError> {
        connection
            .prepare_cached(
                "INSERT INTO chunk (version, column_ordinal, ordinal, row_count, raw_bytes,
                                    checksum, codec, bytes)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                version,
                self.column as i64,
                self.ordinal as i64,
                self.rows as i64,
                whole(self.raw_bytes as u64)?,
                self.checksum,
                CODEC,
                self.bytes,
            ])?;
        Ok(())
    }
}

/// The pieces of a column, each checked.
pub(crate) fn pieces(
    connection: &Connection,
    version: i64,
    column: usize,
    name: &str,
) -> Result<Vec<Piece>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT column_ordinal, ordinal, row_count, raw_bytes, checksum, codec, bytes FROM chunk
         WHERE version = ? AND column_ordinal = ? ORDER BY ordinal",
    )?;
    let mut rows = statement.query(params![version, column as i64])?;
    let mut pieces = Vec::new();
    while let Some(row) = rows.next()? {
        let wrong = |why: &str| {
            let at = pieces.len() + 1;
            StoreError::damaged(format!("chunk {at} of column `{name}` {why}"))
        };
        let (place, ordinal, count): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let raw_bytes: i64 = row.get(3)?;
        let (wanted, codec): (String, String) = (row.get(4)?, row.get(5)?);
        let bytes = row.get_ref(6)?;
        let bytes = bytes.as_blob().map_err(|_| wrong("is not made of bytes"))?;
        if codec != CODEC {
            return Err(wrong("is packed in a way that is not known here"));
        }
        if ordinal != pieces.len() as i64 {
            return Err(wrong("is not there"));
        }
        let size = u64::try_from(raw_bytes)
            .ok()
            .filter(|size| *size <= LARGEST);
        let size = size.ok_or_else(|| wrong("has no possible size"))?;
        let bytes = zstd::bulk::decompress(bytes, size as usize)
            .map_err(|_| wrong("cannot be unpacked"))?;
        if checksum(place, ordinal, count, &bytes) != wanted {
            return Err(wrong("is not what was written"));
        }
        let count = usize::try_from(count).map_err(|_| wrong("has no possible size"))?;
        pieces.push(Piece { rows: count, bytes });
    }
    Ok(pieces)
}

fn checksum(column: i64, ordinal: i64, rows: i64, bytes: &[u8]) -> String {
    let mut seal = Seal::new("chunk");
    [column, ordinal, rows]
        .into_iter()
        .for_each(|number| seal.integer(number));
    seal.raw(bytes);
    seal.close().text()
}
