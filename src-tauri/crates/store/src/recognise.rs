//! What a file is, from its first 100 bytes and its length, before SQLite touches it.
//!
//! The fields are those of the SQLite file format, section 1.3: magic text, page size at 16, page
//! count at 28 (valid when the words at 24 and 92 agree), user version at 60, application id at 68.

use std::path::Path;

use crate::error::StoreError;
use crate::schema::APPLICATION_ID;

/// Bytes of an SQLite header.
pub(crate) const HEADER: usize = 100;

const MAGIC: &[u8] = b"SQLite format 3\0";

/// What kinds of file look like, by their first bytes.
const LOOKS: &[(&[u8], &str)] = &[
    (b"\x89PNG", "it looks like a PNG picture"),
    (b"\xff\xd8\xff", "it looks like a JPEG picture"),
    (b"GIF8", "it looks like a GIF picture"),
    (
        b"PK\x03\x04",
        "it looks like a zip file, as XLSX and DOCX files are",
    ),
    (b"\x1f\x8b", "it looks like a gzip file"),
    (b"%PDF", "it looks like a PDF"),
    (b"PAR1", "it looks like a Parquet table"),
    (b"\x28\xb5\x2f\xfd", "it looks like a zstd file"),
    (b"\x7fELF", "it looks like a program"),
    (b"MZ", "it looks like a program"),
];

/// The schema version of a workbook with this `head` (its first bytes, at most [`HEADER`]) and
/// `length`. `has_wal` says that a write-ahead log with pages in it stands beside the file: pages
/// may then be there and not yet in the file itself.
pub(crate) fn schema_version(
    path: &Path,
    head: &[u8],
    length: u64,
    has_wal: bool,
) -> Result<i32, StoreError> {
    if length == 0 {
        return Err(StoreError::Empty {
            path: path.to_owned(),
        });
    }
    if !head.starts_with(MAGIC) {
        if MAGIC.starts_with(head) {
            return Err(truncated(length));
        }
        return Err(foreign(path, looks(head)));
    }
    let Some(header) = head.first_chunk::<HEADER>() else {
        return Err(truncated(length));
    };
    if word(header, 68) != APPLICATION_ID {
        return Err(foreign(path, "it is an SQLite database of another program"));
    }
    let page_size = match u64::from(header[16]) << 8 | u64::from(header[17]) {
        1 => 65_536,
        size if size >= 512 && size.is_power_of_two() => size,
        size => {
            return Err(StoreError::damaged(format!(
                "its header gives a page size of {size}"
            )));
        }
    };
    let pages = u64::from(u32::from_be_bytes([
        header[28], header[29], header[30], header[31],
    ]));
    let counted = word(header, 24) == word(header, 92);
    if length < page_size || (!has_wal && counted && length < pages * page_size) {
        return Err(StoreError::damaged(format!(
            "it ends after {length} of {} bytes",
            pages.max(1) * page_size
        )));
    }
    match word(header, 60) {
        version if version >= 1 => Ok(version),
        version => Err(StoreError::damaged(format!(
            "its header gives schema version {version}"
        ))),
    }
}

fn truncated(length: u64) -> StoreError {
    StoreError::damaged(format!("it ends after {length} bytes, inside its header"))
}

fn foreign(path: &Path, looks: &str) -> StoreError {
    StoreError::Foreign {
        path: path.to_owned(),
        looks: looks.to_owned(),
    }
}

fn word(header: &[u8; HEADER], at: usize) -> i32 {
    i32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
}

fn looks(head: &[u8]) -> &'static str {
    if let Some((_, looks)) = LOOKS.iter().find(|(start, _)| head.starts_with(start)) {
        return looks;
    }
    if head.iter().all(|byte| *byte == 0) {
        return "it holds nothing but zeros";
    }
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let plain = |byte: &u8| *byte >= 0x20 || matches!(byte, b'\t' | b'\n' | b'\r');
    if text.iter().all(plain) {
        match text.trim_ascii_start().first() {
            Some(b'{' | b'[') => "it looks like JSON, perhaps a chain document",
            _ => "it looks like text, perhaps a CSV table",
        }
    } else {
        "it is of a kind that is not known here"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header() -> Vec<u8> {
        let mut head = vec![0; HEADER];
        head[..16].copy_from_slice(MAGIC);
        head[16..18].copy_from_slice(&4096_u16.to_be_bytes());
        head[28..32].copy_from_slice(&2_u32.to_be_bytes());
        head[60..64].copy_from_slice(&1_i32.to_be_bytes());
        head[68..72].copy_from_slice(&APPLICATION_ID.to_be_bytes());
        head
    }

    fn code(head: &[u8], length: u64, has_wal: bool) -> Result<i32, &'static str> {
        schema_version(Path::new("x"), head, length, has_wal).map_err(|error| error.code())
    }

    #[test]
    fn a_whole_header_gives_the_schema_version() {
        assert_eq!(code(&header(), 8192, false), Ok(1));
    }

    #[test]
    fn a_file_shorter_than_its_pages_is_damaged_unless_a_log_may_hold_them() {
        assert_eq!(code(&header(), 8191, false), Err("file_damaged"));
        assert_eq!(code(&header(), 8191, true), Ok(1));
        assert_eq!(
            code(&header(), 4095, true),
            Err("file_damaged"),
            "not even one page"
        );
    }

    #[test]
    fn a_cut_header_is_damage_and_not_another_kind_of_file() {
        for length in [1, 10, 16, 99] {
            let head = header();
            assert_eq!(
                code(&head[..length], length as u64, false),
                Err("file_damaged")
            );
        }
        assert_eq!(code(&[], 0, false), Err("file_empty"));
    }

    #[test]
    fn other_kinds_of_file_are_called_by_their_name() {
        for (start, looks) in LOOKS {
            let mut head = vec![0xEE; HEADER];
            head[..start.len()].copy_from_slice(start);
            let error = schema_version(Path::new("x"), &head, 5000, false).unwrap_err();
            assert!(error.message().ends_with(looks), "{error}");
        }
        let mut other = header();
        other[68..72].copy_from_slice(&[0; 4]);
        assert_eq!(code(&other, 8192, false), Err("file_foreign"));
        let csv = b"customerID,Churn\n1,Yes\n".as_slice();
        let error = schema_version(Path::new("x"), csv, csv.len() as u64, false).unwrap_err();
        assert!(error.message().contains("CSV"), "{error}");
    }

    #[test]
    fn no_header_makes_it_fall_over() {
        for at in 0..HEADER {
            for value in [0, 1, 0x7f, 0x80, 0xff] {
                let mut head = header();
                head[at] = value;
                // Whatever the byte, there is an answer, and it is never a version below 1.
                assert!(
                    code(&head, 8192, false).is_ok_and(|v| v >= 1)
                        || code(&head, 8192, false).is_err()
                );
            }
        }
    }
}
