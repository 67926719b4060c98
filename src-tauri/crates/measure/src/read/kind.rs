//! What a file is by its content, whatever its name says.

use memchr::memmem;

/// Something that is no table in text: what it is, and what to do with it.
pub(super) struct Kind {
    pub found: &'static str,
    pub fix: &'static str,
}

const SAVE_AS: &str = "Open it in the program that made it and save the table as CSV.";

const SIGNATURES: [(&[u8], &str, &str); 17] = [
    (
        b"\x89PNG\r\n",
        "a PNG picture",
        "Choose the table itself, not a picture of it.",
    ),
    (
        b"\xff\xd8\xff",
        "a JPEG picture",
        "Choose the table itself, not a picture of it.",
    ),
    (
        b"GIF8",
        "a GIF picture",
        "Choose the table itself, not a picture of it.",
    ),
    (
        b"%PDF-",
        "a PDF document",
        "Ask for the table as CSV; a PDF only shows it.",
    ),
    (b"PAR1", "a Parquet file", "Export it as CSV."),
    (
        b"SQLite format 3\0",
        "an SQLite database",
        "Export one of its tables as CSV.",
    ),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file", SAVE_AS),
    (
        b"\x1f\x8b",
        "a compressed file inside a compressed file",
        "Unpack it once and try again.",
    ),
    (
        b"BZh",
        "a bzip2 archive",
        "Unpack it, or compress it with gzip.",
    ),
    (
        b"\xfd7zXZ\0",
        "an xz archive",
        "Unpack it, or compress it with gzip.",
    ),
    (
        b"\x28\xb5\x2f\xfd",
        "a Zstandard archive",
        "Unpack it, or compress it with gzip.",
    ),
    (
        b"7z\xbc\xaf\x27\x1c",
        "a 7z archive",
        "Unpack it and choose the table inside.",
    ),
    (
        b"Rar!\x1a\x07",
        "a RAR archive",
        "Unpack it and choose the table inside.",
    ),
    (b"\x7fELF", "a program", "Choose a table."),
    (b"ARROW1", "an Arrow file", "Export it as CSV."),
    (b"Obj\x01", "an Avro file", "Export it as CSV."),
    (b"{\\rtf", "an RTF document", SAVE_AS),
];

/// What the bytes are, when they are no text.
pub(super) fn foreign(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(zip(bytes));
    }
    let by_signature = SIGNATURES
        .iter()
        .find(|(signature, ..)| bytes.starts_with(signature));
    if let Some((_, found, fix)) = by_signature {
        return Some(Kind { found, fix });
    }
    let start = bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(bytes)
        .trim_ascii_start();
    let head = start.get(..15).unwrap_or(start).to_ascii_lowercase();
    if head.starts_with(b"<!doctype html") || head.starts_with(b"<html") {
        let fix = "Sign in where it comes from and download the table again.";
        return Some(Kind {
            found: "a web page",
            fix,
        });
    }
    if head.starts_with(b"<?xml") {
        return Some(Kind {
            found: "an XML file",
            fix: SAVE_AS,
        });
    }
    if head.starts_with(b"{\"") || head.starts_with(b"[{") {
        return Some(Kind {
            found: "a JSON file",
            fix: "Export it as CSV, a row for each record.",
        });
    }
    None
}

fn zip(bytes: &[u8]) -> Kind {
    let head = bytes.get(..1 << 16).unwrap_or(bytes);
    let tail = &bytes[bytes.len().saturating_sub(1 << 16)..];
    let holds = |name: &[u8]| {
        [head, tail]
            .iter()
            .any(|part| memmem::find(part, name).is_some())
    };
    if holds(b"xl/workbook") || holds(b"xl/worksheets") {
        return Kind {
            found: "an Excel workbook",
            fix: "In Excel, save the sheet as CSV UTF-8.",
        };
    }
    if holds(b"opendocument.spreadsheet") {
        return Kind {
            found: "an OpenDocument spreadsheet",
            fix: SAVE_AS,
        };
    }
    Kind {
        found: "a ZIP archive",
        fix: "Unpack it and choose the table inside.",
    }
}

/// Whether the bytes are full of control characters that no table has.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..1 << 16).unwrap_or(bytes);
    let odd = head
        .iter()
        .filter(|byte| **byte < 0x20 && !b"\t\n\r\x0c\x1a".contains(byte))
        .count();
    odd * 10 > head.len()
}
