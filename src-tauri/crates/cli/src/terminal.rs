//! Where answers and errors go: text for people or one JSON document, and never both.

use std::io::{self, IsTerminal, Write};

use serde::Serialize;
use serde_json::json;

use crate::gauge::Gauge;
use crate::page::{self, FIX, Page, TROUBLE};
use crate::trouble::Trouble;

/// Standard output and standard error, and what is wanted on them.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    json: bool,
}

impl Terminal {
    /// A terminal for people, or for a program that reads JSON.
    pub fn new(json: bool) -> Self {
        Self { json }
    }

    /// Whether one JSON document is wanted.
    pub fn wants_json(self) -> bool {
        self.json
    }

    /// Shows an answer: the whole of it as JSON, or what `words` writes on the page.
    pub fn show(
        self,
        answer: &impl Serialize,
        words: impl FnOnce(&mut Page),
    ) -> Result<(), Trouble> {
        if self.json {
            let text = serde_json::to_string_pretty(answer).map_err(|_| Trouble::fault())?;
            return raw(&(text + "\n"));
        }
        let mut page = Page::default();
        words(&mut page);
        self.print(page.text())
    }

    /// Prints text; its colours only where a person sees them.
    pub fn print(self, text: &str) -> Result<(), Trouble> {
        let mut out = anstream::stdout().lock();
        out.write_all(text.as_bytes())
            .and_then(|()| out.flush())
            .map_err(|error| Trouble::unprinted(&error))
    }

    /// Prints a document that is the answer itself, as it is.
    pub fn document(self, text: &str) -> Result<(), Trouble> {
        raw(text)
    }

    /// Says something beside the answer. With JSON it stands in the document instead.
    pub fn note(self, text: &str) {
        if !self.json {
            let mut page = Page::default();
            page.labelled("note", FIX, text);
            whisper(page.text());
        }
    }

    /// Shows how far long work is, on standard error if a person looks at it.
    pub fn gauge(self, doing: &str) -> Gauge {
        Gauge::start(doing, io::stderr().is_terminal())
    }

    /// Tells what went wrong, and gives the exit code for it.
    pub fn report(self, trouble: &Trouble) -> u8 {
        if matches!(trouble, Trouble::Unread) {
            return trouble.exit();
        }
        let (code, message, fix) = (trouble.code(), trouble.to_string(), trouble.fix());
        if self.json {
            let document = json!({"error": {"code": code, "message": message, "fix": fix}});
            // Nobody is left to tell when this cannot be printed either; the exit code still says it.
            let _ = raw(&format!("{document:#}\n"));
        } else {
            let (message, fix) = (page::plain(&message), page::plain(fix));
            whisper(&format!(
                "{TROUBLE}error[{code}]{TROUBLE:#}: {message}\n  {FIX}fix{FIX:#}: {fix}\n"
            ));
        }
        trouble.exit()
    }
}

/// Standard output without anything taken out.
fn raw(text: &str) -> Result<(), Trouble> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|error| Trouble::unprinted(&error))
}

/// Standard error. A closed one is no reason to stop.
fn whisper(text: &str) {
    let mut out = anstream::stderr().lock();
    let _ = out.write_all(text.as_bytes());
    let _ = out.flush();
}
