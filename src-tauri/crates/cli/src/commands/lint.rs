//! `throughline lint`: single texts, read by the coach.

use std::io::{self, BufRead};

use clap::Args;
use serde::Serialize;
use workbench::{Code, Error, LARGEST_DOCUMENT, Linted};

use super::Ending;
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Read single texts, one JSON object a line, and say what is weak in each
///
/// Takes {"id", "kind", "text", "context"?} a line on standard input and writes
/// {"id", "findings": [{"rule", "level", "start", "end", "message"}]} a line, each as soon as it
/// is read; start and end count Unicode scalar values. With --json the same stand in one document,
/// {"texts": [...]}, once all are read. It ends with 0 whatever it finds.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct Lint {}

/// What was found in every text, where one document is wanted.
#[derive(Default, Serialize)]
struct All {
    texts: Vec<Linted>,
}

impl Lint {
    /// Reads them, each as it comes.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let mut input = io::stdin().lock();
        let mut number = 0;
        let mut all = terminal.wants_json().then(All::default);
        while let Some(line) = next_line(&mut input)? {
            number += 1;
            let line = if number == 1 {
                line.trim_start_matches('\u{FEFF}')
            } else {
                &line
            };
            if line.trim().is_empty() {
                continue;
            }
            let read = workbench::lint_line(line, number)?;
            match &mut all {
                Some(all) => all.texts.push(read),
                None => {
                    let answer = serde_json::to_string(&read).map_err(|_| Trouble::fault())?;
                    terminal.document(&format!("{answer}\n"))?;
                }
            }
        }
        if let Some(all) = all {
            terminal.show(&all, |_| ())?;
        }
        Ok(Ending::Done)
    }
}

/// The next line; none at the end. A line of any length does not fill the memory.
fn next_line(input: &mut impl BufRead) -> Result<Option<String>, Error> {
    let mut bytes = Vec::new();
    let mut limited = io::Read::take(&mut *input, LARGEST_DOCUMENT as u64 + 1);
    limited
        .read_until(b'\n', &mut bytes)
        .map_err(|error| unread(&error))?;
    if bytes.len() > LARGEST_DOCUMENT {
        return Err(workbench::document_too_large());
    }
    if bytes.is_empty() {
        return Ok(None);
    }
    String::from_utf8(bytes).map(Some).map_err(|_| {
        Error::new(
            Code::BadDocument,
            "Standard input is not UTF-8 text",
            "Write the lines as JSON in UTF-8.",
        )
    })
}

fn unread(error: &io::Error) -> Error {
    Error::new(
        Code::Io,
        format!("Standard input could not be read: {error}"),
        "Give the lines once more.",
    )
}
