//! Words with their places. A place is counted in Unicode scalar values, as editors and the
//! command line count; nothing here ever cuts inside one.

use std::ops::Range;

use super::fold;
use super::quotes::quoted;

/// What stands between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing, a space or a hyphen.
    Close,
    /// A comma, a dash, a bracket: a new part of the sentence.
    Part,
    /// A full stop, a line break: a new sentence. Also what stands before the first word.
    Sentence,
}

/// One word, number or unit sign.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    /// As the word lists spell it: lower case, without a possessive ending.
    pub folded: String,
    /// First character, in scalar values.
    pub start: u32,
    /// One past the last character, in scalar values.
    pub end: u32,
    /// The same place in bytes, for quoting it.
    pub bytes: Range<usize>,
    /// What stands before it.
    pub gap: Gap,
    /// The sentence it belongs to, counted from 0.
    pub sentence: usize,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
    /// Whether its first letter is a capital.
    pub capital: bool,
    /// Whether it is written as an owner, as in “Germany's”.
    pub owns: bool,
    /// Whether a hyphen ties it to the word before.
    pub hyphened: bool,
}

impl Word {
    /// Whether nothing parts it from the word before.
    pub(crate) fn follows_closely(&self) -> bool {
        self.gap == Gap::Close
    }

    /// Whether it is written in digits: `3`, `1,000`, `2.5`, or with a unit as in `3x`, `24h`.
    pub(crate) fn is_figure(&self) -> bool {
        let suffix = self
            .folded
            .trim_start_matches(|c: char| c.is_numeric() || matches!(c, '.' | ',' | '\''));
        let unit = [
            "", "h", "hr", "hrs", "min", "mins", "s", "sec", "d", "x", "k", "m", "pp", "kg", "km",
        ];
        suffix.len() < self.folded.len() && unit.contains(&suffix)
    }

    /// Whether it is a calendar year in digits.
    pub(crate) fn is_year(&self) -> bool {
        self.folded.len() == 4
            && self
                .folded
                .parse::<u16>()
                .is_ok_and(|year| (1900..2100).contains(&year))
    }
}

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let (places, chars): (Vec<usize>, Vec<char>) = text.char_indices().unzip();
    let inside = quoted(&chars);
    let mut words = Vec::new();
    let mut gap = Gap::Sentence;
    let mut sentence = 0;
    let mut at = 0;
    let mut last_end = 0;
    while let Some(&c) = chars.get(at) {
        let end = word_end(&chars, at);
        if end == at {
            gap = gap.max(gap_at(&chars, at, words.last()));
            at += 1;
            continue;
        }
        if gap == Gap::Sentence && !words.is_empty() {
            sentence += 1;
        }
        let byte = |at: usize| places.get(at).copied().unwrap_or(text.len());
        words.push(Word {
            folded: folded(chars.get(at..end).unwrap_or_default()),
            start: at.try_into().unwrap_or(u32::MAX),
            end: end.try_into().unwrap_or(u32::MAX),
            bytes: byte(at)..byte(end),
            gap,
            sentence,
            quoted: inside.get(at).copied().unwrap_or_default(),
            capital: c.is_uppercase(),
            owns: chars.get(at..end).is_some_and(is_owner),
            hyphened: last_end > 0
                && last_end + 1 == at
                && chars.get(last_end).is_some_and(is_hyphen),
        });
        gap = Gap::Close;
        at = end;
        last_end = end;
    }
    words
}

/// Where the word ends that begins at `at`; `at` itself when none begins there.
fn word_end(chars: &[char], at: usize) -> usize {
    /// How many hidden characters in a row a word may hold; more are not typed by anybody.
    const HIDDEN: usize = 8;
    let is_sign = |c: &char| matches!(c, '%' | '‰' | '€' | '$' | '£' | '¥');
    if chars.get(at).is_some_and(is_sign) {
        return at + 1;
    }
    // “#1” is one word; the mark of a “#hashtag” is not part of it.
    let is_rank = chars.get(at) == Some(&'#') && chars.get(at + 1).is_some_and(|c| c.is_numeric());
    let mut end = if is_rank { at + 1 } else { at };
    while let Some(&c) = chars.get(end) {
        let next = || {
            chars
                .iter()
                .skip(end + 1)
                .take(HIDDEN)
                .copied()
                .find(|&c| !fold::is_invisible(c) && !fold::is_mark(c))
        };

        let before = end.checked_sub(1).and_then(|end| chars.get(end));
        let goes_on = if c.is_alphanumeric() {
            true
        } else if end == at {
            false
        } else if fold::is_mark(c) {
            true
        } else if fold::is_invisible(c) || fold::is_apostrophe(c) {
            next().is_some_and(char::is_alphanumeric)
        } else if matches!(c, '.' | ',') {
            before.is_some_and(|c| c.is_numeric()) && next().is_some_and(char::is_numeric)
        } else {
            false
        };
        if !goes_on {
            break;
        }
        end += 1;
    }
    end
}

fn is_owner(chars: &[char]) -> bool {
    matches!(chars, [.., mark, 's' | 'S'] if fold::is_apostrophe(*mark))
}

fn folded(chars: &[char]) -> String {
    let mut folded = String::with_capacity(chars.len());
    for &c in chars {
        fold::push(&mut folded, c);
    }
    match folded.strip_suffix("'s") {
        Some(owner) => owner.to_owned(),
        None => folded,
    }
}

fn is_hyphen(c: &char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{fe63}' | '\u{ff0d}')
}

/// What the character at `at`, between two words, parts them by.
fn gap_at(chars: &[char], at: usize, last: Option<&Word>) -> Gap {
    let Some(c) = chars.get(at) else {
        return Gap::Close;
    };
    let near = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied().unwrap_or(' ');
    let (before, after) = (near(at.checked_sub(1)), near(Some(at + 1)));
    if is_hyphen(c) {
        // “one - two” is typed where a dash is meant.
        return if before.is_whitespace() && after.is_whitespace() {
            Gap::Part
        } else {
            Gap::Close
        };
    }
    if *c == '.' && before.is_alphanumeric() {
        let ahead = chars.iter().skip(at + 1).find(|c| !c.is_whitespace());
        let is_short = match last.map(|word| word.folded.as_str()) {
            Some("vs" | "mr" | "mrs" | "ms" | "dr" | "prof") => true,
            Some("no" | "nr" | "approx" | "art") => ahead.is_some_and(|c| c.is_numeric()),
            _ => false,
        };
        if is_short {
            return Gap::Close;
        }
    }
    gap_of(*c)
}

fn gap_of(c: char) -> Gap {
    match c {
        '.' | '!' | '?' | '…' | '\n' | '\r' | '\u{2028}' | '\u{2029}' | '。' | '！' | '？'
        | '؟' | '।' => Gap::Sentence,
        ',' | ';' | ':' | '–' | '—' | '(' | ')' | '[' | ']' | '•' | '|' | '、' | '，' | '；'
        | '：' | '،' => Gap::Part,
        _ => Gap::Close,
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn case_hyphens_apostrophes_and_hidden_characters_do_not_hide_a_word() {
        assert_eq!(folded("ALL-in-One"), ["all", "in", "one"]);
        assert_eq!(folded("the owner’s cafe\u{301}"), ["the", "owner", "cafe"]);
        assert_eq!(
            folded("seam\u{ad}less fas\u{200b}ter"),
            ["seamless", "faster"]
        );
        assert_eq!(folded("Ｆａｓｔｅｒ"), ["faster"]);
        assert_eq!(
            folded("1,000 and 2.5% of €30"),
            ["1,000", "and", "2.5", "%", "of", "€", "30"]
        );
    }

    #[test]
    fn places_count_scalar_values_and_not_bytes() {
        let text = "שלום, “Schneller” 🚀 faster";
        let found = words(text);
        let faster = found.last().unwrap();
        assert_eq!((faster.start, faster.end), (20, 26));
        assert_eq!(&text[faster.bytes.clone()], "faster");
    }
}
