//! The brief as GitHub-flavoured Markdown: for wikis, pull requests and mail.

use crate::model::{Brief, StatementRole};
use crate::sheet::{MISSING, Sheet};

mod escape;
mod tables;
#[cfg(test)]
mod tests;

use escape::{bold, inline};

/// Writes a brief as Markdown.
///
/// A person's text is escaped so that it can be no markup, HTML or link. Every figure stands in a
/// table with its n and its interval. The same brief always gives the same text, which ends in a
/// line break.
pub fn markdown(brief: &Brief) -> String {
    let sheet = Sheet::of(brief);
    let mut page = Page::default();
    head(&mut page, &sheet);
    who(&mut page, &sheet);
    page.heading("What they get");
    tables::value(&mut page, &sheet);
    why_us(&mut page, &sheet);
    journey(&mut page, &sheet);
    page.heading("What they then did");
    tables::results(&mut page, &sheet);
    if !sheet.notes.is_empty() {
        page.heading("Notes");
        page.list(&sheet.notes, "");
    }
    page.heading("What this stands on");
    tables::stands_on(&mut page, &sheet);
    page.out
}

/// A Markdown text under construction: blocks with one empty line between them.
#[derive(Default)]
struct Page {
    out: String,
}

impl Page {
    /// Adds a block that is Markdown already.
    fn block(&mut self, markdown: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(markdown);
        self.out.push('\n');
    }

    fn heading(&mut self, name: &str) {
        self.block(&format!("## {name}"));
    }

    /// Adds a person's text with a name before it, or the sentence that it is missing.
    fn named(&mut self, name: &str, text: &str, or: &str) {
        let text = if text.is_empty() {
            or.to_owned()
        } else {
            lines(text)
        };
        self.block(&format!("**{name}:** {text}"));
    }

    /// Adds a list of texts, or the sentence that says it is empty.
    fn list(&mut self, items: &[String], or: &str) {
        if items.is_empty() {
            self.block(or);
        } else {
            let items: Vec<String> = items
                .iter()
                .map(|item| format!("- {}", inline(item)))
                .collect();
            self.block(&items.join("\n"));
        }
    }
}

/// A text of several lines, each escaped; a backslash at a line's end breaks it.
fn lines(text: &str) -> String {
    text.lines().map(inline).collect::<Vec<_>>().join("\\\n")
}

fn head(page: &mut Page, sheet: &Sheet) {
    page.block(&format!("# {}", inline(&sheet.title)));
    let about = [&sheet.offering, &sheet.date, &sheet.author];
    let about: Vec<String> = about
        .iter()
        .filter(|text| !text.is_empty())
        .map(|text| inline(text))
        .collect();
    if !about.is_empty() {
        page.block(&about.join(" · "));
    }
    tables::line(page, sheet);
    page.heading("Decision");
    if sheet.decision.question.is_empty() {
        page.block(MISSING.decision);
    } else {
        page.block(&inline(&sheet.decision.question));
        if !sheet.decision.options.is_empty() {
            page.list(&sheet.decision.options, "");
        }
        if !sheet.decision.terms.is_empty() {
            page.block(&inline(&sheet.decision.terms));
        }
    }
    page.heading("Positioning");
    if sheet.statement.is_empty() {
        page.block(MISSING.statement);
    } else {
        page.block(&statement(sheet));
    }
    if !sheet.standing.is_empty() {
        page.block(&inline(&sheet.standing));
    }
}

/// The statement as one paragraph: what was written in bold, what is missing in brackets.
fn statement(sheet: &Sheet) -> String {
    let mut out = String::new();
    for (at, run) in sheet.statement.iter().enumerate() {
        let before = out.chars().next_back();
        let next = at.checked_add(1).and_then(|next| sheet.statement.get(next));
        let after = next.and_then(|run| run.text.chars().next());
        match run.role {
            StatementRole::Glue => out.push_str(&kept(&run.text)),
            StatementRole::Written => out.push_str(&bold(&run.text, before, after)),
            StatementRole::Missing => {
                out.push_str(&format!("\\[{}\\]", inline(run.text.trim())));
            }
        }
    }
    out
}

/// Escapes a run and keeps the spaces at its edges.
fn kept(text: &str) -> String {
    let lead = if text.starts_with(' ') { " " } else { "" };
    let tail = if text.ends_with(' ') && text.len() > 1 {
        " "
    } else {
        ""
    };
    format!("{lead}{}{tail}", inline(text.trim_matches(' ')))
}

fn who(page: &mut Page, sheet: &Sheet) {
    page.heading("Who they are");
    if sheet.who.is_empty() {
        page.block(MISSING.who);
    } else {
        tables::who(page, sheet);
        if !sheet.who.described.is_empty() {
            page.block(&lines(&sheet.who.described));
        }
        if !sheet.who.rule.is_empty() {
            page.named("Rule", &sheet.who.rule, "");
        }
    }
    if !sheet.who.standing.is_empty() {
        page.named("Standing", &sheet.who.standing, "");
    }
    page.heading("How they decide");
    tables::decides(page, sheet);
    page.heading("For");
    page.list(&sheet.fits, MISSING.fits);
    page.heading("Not for");
    page.list(&sheet.not_for, MISSING.not_for);
    page.heading("How to reach them");
    page.list(&sheet.reach, MISSING.reach);
}

fn why_us(page: &mut Page, sheet: &Sheet) {
    page.heading("Why us");
    for part in &sheet.parts {
        let mut text = lines(&part.text);
        if !part.kind.is_empty() && !text.is_empty() {
            text.push_str(&format!(" ({})", inline(&part.kind)));
        }
        page.block(&format!(
            "**{}:** {}",
            part.name,
            if text.is_empty() { MISSING.part } else { &text }
        ));
    }
    page.heading("Instead of");
    tables::alternatives(page, sheet);
}

fn journey(page: &mut Page, sheet: &Sheet) {
    page.heading("The words they meet");
    if sheet.journey.is_empty() {
        page.block(MISSING.journey);
    }
    for touchpoint in &sheet.journey {
        let kind = if touchpoint.kind.is_empty() {
            "Touchpoint"
        } else {
            &touchpoint.kind
        };
        page.block(&format!(
            "**{}:** {}",
            inline(kind),
            lines(&touchpoint.text)
        ));
    }
}
