//! Chain documents from a file or from standard input.

use std::io::{self, Read};
use std::path::Path;

use workbench::{Code, Error, LARGEST_DOCUMENT};

/// The text of a document; `-` is standard input.
///
/// # Errors
/// [`Code::FileMissing`] when nothing is there, [`Code::BadDocument`] when it is no UTF-8 text or
/// larger than a document may be.
pub fn read(path: &Path) -> Result<String, Error> {
    let (name, bytes) = if path.as_os_str() == "-" {
        ("standard input".to_owned(), limited(io::stdin().lock()))
    } else {
        let name = path.display().to_string();
        // Reading a pipe or a device may never end.
        if path.exists() && !path.is_file() && !path.is_dir() {
            return Err(Error::new(
                Code::FileForeign,
                format!("{name} is no ordinary file"),
                "Give the name of a chain document, or - for standard input.",
            ));
        }
        (name, std::fs::File::open(path).and_then(limited))
    };
    let bytes = bytes.map_err(|error| unread(&name, &error))?;
    if bytes.len() > LARGEST_DOCUMENT {
        return Err(workbench::document_too_large());
    }
    let text = String::from_utf8(bytes).map_err(|_| {
        Error::new(
            Code::BadDocument,
            format!("{name} is no chain document: it is not UTF-8 text"),
            "Save it as JSON in UTF-8.",
        )
    })?;
    // Some editors on Windows put a byte order mark in front.
    Ok(match text.strip_prefix('\u{FEFF}') {
        Some(text) => text.to_owned(),
        None => text,
    })
}

/// The bytes of a document, and one more of a larger one: no input of any size fills the memory.
fn limited(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LARGEST_DOCUMENT as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unread(name: &str, error: &io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::NotFound => Error::new(
            Code::FileMissing,
            format!("{name} does not exist"),
            "Check the name and the folder, or give - for standard input.",
        ),
        io::ErrorKind::IsADirectory => Error::new(
            Code::FileForeign,
            format!("{name} is a folder"),
            "Give the name of a chain document.",
        ),
        _ => Error::new(
            Code::Io,
            format!("{name} could not be read: {error}"),
            "Check that you may read it.",
        ),
    }
}
