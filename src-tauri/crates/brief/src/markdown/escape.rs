//! Makes a person's text safe inside Markdown: it reads as it was written and is nothing else.
//!
//! CommonMark lets a backslash stand before any ASCII punctuation; GitHub's additions (tables, bare
//! addresses, mentions, emoji names, formulas) are met the same way.

/// A text inside a paragraph, a list item or a table cell: on one line, with no live character.
pub fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = None;
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let next = letters.peek().copied();
        let live = match c {
            '\\' | '`' | '*' | '[' | ']' | '>' | '|' | '~' | '^' | '&' | '@' | '$' => true,
            // `q < 0.05` is no tag.
            '<' => !next.is_some_and(|n| n.is_whitespace() || n.is_ascii_digit()),
            // Inside a word an underscore is only a letter; `snake_case` stays readable.
            '_' => !(is_word(before) && is_word(next)),
            // `http://`, `:smile:`; a colon before a space is punctuation.
            ':' => next.is_some_and(|n| !n.is_whitespace()),
            // `#12` is an issue on GitHub, `# ` a heading at the start of a line.
            '#' => next.is_none_or(|n| n.is_ascii_alphanumeric() || n.is_whitespace() || n == '#'),
            '!' => next == Some('['),
            // `www.example.org`
            '.' => ends_with_www(&out),
            _ => false,
        };
        if live {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
        before = Some(c);
    }
    at_start(out)
}

/// Escapes what would open a block at the start of a line: lists, rules and underlines.
fn at_start(text: String) -> String {
    let marker = match text.chars().next() {
        Some('-' | '+' | '=') => 0,
        Some(c) if c.is_ascii_digit() => {
            let digits = text.chars().take_while(char::is_ascii_digit).count();
            if !matches!(text.chars().nth(digits), Some('.' | ')')) {
                return text;
            }
            digits
        }
        _ => return text,
    };
    // `-5` and `3.5` are numbers; `- 5`, `3. 5`, `---` and `===` are not.
    let after = text.chars().nth(marker.saturating_add(1));
    if after.is_some_and(|c| c.is_alphanumeric()) {
        return text;
    }
    let (before, rest) = text.split_at_checked(marker).unwrap_or(("", &text));
    format!("{before}\\{rest}")
}

/// A text in bold, its outer spaces left outside where Markdown wants them.
///
/// Bold next to a letter does not open or close on punctuation; such a text stays plain.
pub fn bold(text: &str, before: Option<char>, after: Option<char>) -> String {
    let inner = text.trim();
    let (Some(first), Some(last)) = (inner.chars().next(), inner.chars().next_back()) else {
        return text.to_owned();
    };
    let lead = text.len() - text.trim_start().len();
    let tail = text.trim_end().len();
    let outside = (
        text.get(..lead).unwrap_or_default(),
        text.get(tail..).unwrap_or_default(),
    );
    let before = if outside.0.is_empty() {
        before
    } else {
        Some(' ')
    };
    let after = if outside.1.is_empty() {
        after
    } else {
        Some(' ')
    };
    let opens = first.is_alphanumeric() || !is_word(before);
    let closes = last.is_alphanumeric() || !is_word(after);
    let inner = inline(inner);
    if opens && closes {
        format!("{}**{inner}**{}", outside.0, outside.1)
    } else {
        format!("{}{inner}{}", outside.0, outside.1)
    }
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_whitespace() && !c.is_ascii_punctuation())
}

fn ends_with_www(out: &str) -> bool {
    let tail = out.len().checked_sub(3).and_then(|at| out.get(at..));
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case("www"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    /// Every extension but curly quotes, which change how a text looks and not what it is.
    fn everything() -> Options {
        Options::all() - Options::ENABLE_SMART_PUNCTUATION
    }

    /// The text of a rendering, or what else it holds.
    fn read(markdown: &str) -> Result<String, String> {
        let mut text = String::new();
        for event in Parser::new_ext(markdown, everything()) {
            match event {
                Event::Text(run) => text.push_str(&run),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                other => return Err(format!("{other:?} in {markdown:?}")),
            }
        }
        Ok(text)
    }

    #[test]
    fn hostile_texts_are_only_text() {
        let texts = [
            "<script>alert(1)</script>",
            "[click](javascript:alert(1))",
            "![x](http://e.org/x.png)",
            "# heading",
            "- item",
            "+ item",
            "1. item",
            "12) item",
            "> quote",
            "***",
            "---",
            "===",
            "___",
            "`code`",
            "```",
            "~~struck~~",
            "**bold** and _em_",
            "&lt;b&gt; &amp;",
            "a | b",
            "[^1]: note",
            "[x]: http://e.org",
            "$x^2$ and $$y$$",
            "\\",
            "[ ] task",
            "https://example.org and www.example.org",
            ": definition",
        ];
        for text in texts {
            assert_eq!(
                read(&inline(text)),
                Ok(text.to_owned()),
                "{text:?} must be inert"
            );
        }
    }

    #[test]
    fn bare_addresses_and_mentions_are_broken() {
        assert_eq!(inline("https://e.org"), "https\\://e.org");
        assert_eq!(inline("www.e.org"), "www\\.e.org");
        assert_eq!(inline("ask @mira, #12"), "ask \\@mira, \\#12");
    }

    #[test]
    fn plain_prose_stays_plain() {
        let prose = "HR teams, 200–1,000 people (DACH): first-day set-up, 3.5 h.";
        assert_eq!(inline(prose), prose);
        assert_eq!(
            inline("TotalCharges is snake_case"),
            "TotalCharges is snake_case"
        );
    }

    #[test]
    fn bold_leaves_spaces_outside_and_gives_way_where_it_would_not_close() {
        assert_eq!(bold(" one ", None, None), " **one** ");
        assert_eq!(bold("\"one\"", Some('a'), Some('b')), "\"one\"");
        assert_eq!(bold("one.", Some(' '), Some(' ')), "**one.**");
    }

    proptest! {
        #[test]
        fn any_line_reads_back_as_itself(raw in any::<String>()) {
            let text = crate::clean::line(&raw);
            prop_assume!(!text.is_empty());
            prop_assert_eq!(read(&inline(&text)), Ok(text));
        }

        #[test]
        fn any_line_of_live_characters_reads_back_as_itself(
            raw in r"[-+=#_*`~<>\[\]()!|&:.$@\\^{} a1\u{e9}]{1,24}",
        ) {
            let text = crate::clean::line(&raw);
            prop_assume!(!text.is_empty());
            prop_assert_eq!(read(&inline(&text)), Ok(text));
        }

        #[test]
        fn any_bold_text_reads_back_as_itself(raw in r"[-*_`a-c. !\[\]]{1,12}") {
            let text = crate::clean::line(&raw);
            prop_assume!(!text.is_empty());
            let out = format!("x{}y", bold(&text, Some('x'), Some('y')));
            let mut seen = String::new();
            for event in Parser::new_ext(&out, everything()) {
                match event {
                    Event::Text(run) => seen.push_str(&run),
                    Event::Start(Tag::Paragraph | Tag::Strong)
                    | Event::End(TagEnd::Paragraph | TagEnd::Strong) => {}
                    other => prop_assert!(false, "{:?} in {:?}", other, out),
                }
            }
            prop_assert_eq!(seen, format!("x{text}y"));
        }
    }
}
