//! Cleans what people wrote before it leaves: nothing invisible that could steer a reader's program,
//! turn the text around, or spill over its neighbours.

/// How many marks may stand on one letter. Living scripts need three at most; more is a stack that
/// prints over the lines around it.
const MARKS: usize = 3;

/// A text of one or more lines: controls out, spaces collapsed, empty lines and edges trimmed.
pub fn text(raw: &str) -> String {
    let plain = plain(raw);
    let lines = plain.lines().map(squeezed).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// A text that has to stay on one line.
pub fn line(raw: &str) -> String {
    squeezed(&plain(raw))
}

/// A run inside a sentence: on one line, but its own spaces at the edges stay.
pub fn run(raw: &str) -> String {
    let inner = line(raw);
    if inner.is_empty() {
        return if raw.contains(' ') {
            " ".to_owned()
        } else {
            inner
        };
    }
    let before = if raw.starts_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    let after = if raw.ends_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    format!("{before}{inner}{after}")
}

/// The texts of a list that say anything.
pub fn list(raw: &[String]) -> Vec<String> {
    raw.iter()
        .map(|item| line(item))
        .filter(|item| !item.is_empty())
        .collect()
}

fn squeezed(line: &str) -> String {
    // A no-break space is meant; only what may break is collapsed.
    let words = line.split(|c: char| c.is_whitespace() && c != '\u{A0}' && c != '\u{202F}');
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn plain(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut marks = 0;
    for c in raw.chars() {
        match c {
            '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{B}' | '\u{C}' => out.push('\n'),
            '\t' | '\r' => out.push(' '),
            c if is_hidden(c) => {}
            c if is_stacking_mark(c) => {
                marks += 1;
                if marks <= MARKS {
                    out.push(c);
                }
                continue;
            }
            c => out.push(c),
        }
        marks = 0;
    }
    out
}

/// Controls, direction overrides and isolates, tags, and code points that are no characters.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{206A}'..='\u{206F}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}'
            | '\u{FDD0}'..='\u{FDEF}')
        || (c as u32) & 0xFFFE == 0xFFFE
}

/// The general combining marks, of which any number can be put on any letter.
fn is_stacking_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn control_characters_and_direction_overrides_are_removed() {
        assert_eq!(line("a\u{0}b\u{7}c\u{1b}[31m"), "abc[31m");
        assert_eq!(line("abc\u{202e}fdp.exe\u{2066}"), "abcfdp.exe");
        assert_eq!(line("\u{feff}name\u{ffff}"), "name");
    }

    #[test]
    fn lines_stay_in_a_text_and_go_in_a_line() {
        assert_eq!(text(" one \r\n\r\n\r\n two\tthree "), "one\ntwo three");
        assert_eq!(line("one\ntwo"), "one two");
    }

    #[test]
    fn a_run_keeps_the_spaces_at_its_edges() {
        assert_eq!(run(" is the "), " is the ");
        assert_eq!(run(", because "), ", because ");
        assert_eq!(run(" "), " ");
        assert_eq!(run(""), "");
    }

    #[test]
    fn a_stack_of_marks_is_cut_to_three() {
        let zalgo: String = std::iter::once('H')
            .chain(std::iter::repeat_n('\u{301}', 50))
            .collect();
        assert_eq!(line(&zalgo).chars().count(), 4);
        assert_eq!(line("Việt Nam"), "Việt Nam");
    }

    #[test]
    fn scripts_that_need_joiners_keep_them() {
        let family = "👩\u{200d}👩\u{200d}👧";
        assert_eq!(line(family), family);
        assert_eq!(line("שלום 世界"), "שלום 世界");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(raw in any::<String>()) {
            prop_assert_eq!(text(&text(&raw)), text(&raw));
            prop_assert_eq!(line(&line(&raw)), line(&raw));
            prop_assert_eq!(run(&run(&raw)), run(&raw));
        }

        #[test]
        fn no_control_character_survives(raw in any::<String>()) {
            prop_assert!(!line(&raw).chars().any(char::is_control));
        }
    }
}
