//! One text read by the coach, outside any workbook: for programs that write texts and want to know
//! how weak they are.

use coach::{Context, TextFinding, TextKind};
use serde::{Deserialize, Serialize};

use crate::error::{Code, Error};

/// A text to be read: one JSON object.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// Comes back with the answer.
    #[serde(default)]
    id: String,
    kind: TextKind,
    text: String,
    #[serde(default)]
    context: Context,
}

/// What the coach finds in one text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Linted {
    /// The id that came with the text.
    pub id: String,
    /// What is weak, in the order of the text.
    pub findings: Vec<TextFinding>,
}

/// Reads the text of one line, `{"id", "kind", "text", "context"?}`; `number` is the line's, from 1.
///
/// # Errors
/// [`Code::BadDocument`] when the line is no such object.
pub fn lint_line(line: &str, number: usize) -> Result<Linted, Error> {
    let asked: Asked = serde_json::from_str(line).map_err(|error| {
        let kinds: Vec<String> = TextKind::ALL
            .iter()
            .filter_map(|kind| serde_json::to_value(kind).ok()?.as_str().map(str::to_owned))
            .collect();
        Error::new(
            Code::BadDocument,
            format!("Line {number} is no text to read: {error}"),
            format!(
                "Each line is {{\"id\": …, \"kind\": …, \"text\": …}}; a kind is one of {}.",
                kinds.join(", ")
            ),
        )
    })?;
    Ok(Linted {
        findings: coach::lint(asked.kind, &asked.text, &asked.context),
        id: asked.id,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s0_05_a_weak_text_is_found_with_the_place_of_its_words() {
        let line = r#"{"id": "p1", "kind": "payoff", "text": "Saves time 🙂"}"#;
        let read = lint_line(line, 1).expect("reads");
        assert_eq!(read.id, "p1");
        assert_eq!(read.findings[0].rule, "vague-payoff");
        let length = "Saves time 🙂".chars().count();
        assert!(
            read.findings
                .iter()
                .all(|it| it.start < it.end && it.end as usize <= length)
        );
    }

    #[test]
    fn a_line_that_is_no_text_is_named_with_what_a_line_is() {
        for line in [
            "{",
            "[]",
            r#"{"kind": "poem", "text": ""}"#,
            r#"{"kind": "job"}"#,
        ] {
            let refused = lint_line(line, 7).expect_err("no text");
            assert_eq!(refused.code, Code::BadDocument);
            assert!(
                refused.message.starts_with("Line 7 "),
                "{}",
                refused.message
            );
            assert!(refused.fix.contains("segment_name"), "{}", refused.fix);
        }
    }
}
