//! When two texts say the same: case, space and punctuation aside.
//!
//! Signs that carry meaning count: `$`, `%`, `+`, `<`, `=`, `>`, other symbols and emoji. So does
//! whatever keeps two numbers apart: `3.5` is not `35`, and `10 12` is not `1012`, while `1,000`
//! and `1 000` are `1000`.

/// Whether two texts differ in nothing but case, space and punctuation.
pub fn same(a: &str, b: &str) -> bool {
    a == b || plain(a) == plain(b)
}

/// The part of a text that says something: its letters in lower case, its digits and its symbols.
/// Between digits that something kept apart stands a `·`.
pub fn plain(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut plain = String::with_capacity(text.len());
    // Where the last thing that counted stood, when it was a digit.
    let mut digit_at = None;
    for (at, c) in chars.iter().copied().enumerate() {
        if !counts(c) {
            continue;
        }
        let is_digit = c.is_numeric();
        if let Some(last) = digit_at
            && is_digit
            && at > last + 1
            && !groups_thousands(&chars, last + 1, at)
        {
            plain.push('·');
        }
        digit_at = is_digit.then_some(at);
        // Up and then down, so that letters with two small forms (σ and ς, s and ſ) are one.
        plain.extend(c.to_uppercase().flat_map(char::to_lowercase));
    }
    plain
}

/// Whether what stands from `gap` to `next` only groups the digits of one number: a single comma,
/// space or apostrophe, then exactly three digits.
fn groups_thousands(chars: &[char], gap: usize, next: usize) -> bool {
    let grouping = |c: &char| matches!(c, ',' | '\'' | '’' | '_') || c.is_whitespace();
    let digits = chars[next..].iter().take_while(|c| c.is_numeric()).count();
    next == gap + 1 && grouping(&chars[gap]) && digits == 3
}

/// A word of a text: from where to where, in Unicode scalar values, and what of it counts.
struct Word {
    start: usize,
    end: usize,
    plain: String,
}

/// The words of a text that say something. A mark inside a word, as in `3.5`, does not end it; one
/// at its end is left out.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    for open in text.split(char::is_whitespace) {
        let length = open.chars().count();
        let said = plain(open);
        if !said.is_empty() {
            let quiet = |c: &char| !counts(*c);
            let before = open.chars().take_while(quiet).count();
            let after = open.chars().rev().take_while(quiet).count();
            words.push(Word {
                start: at + before,
                end: at + length - after,
                plain: said,
            });
        }
        at += length + 1;
    }
    words
}

/// Where a text still says what another one no longer does: the runs of words that it shares with
/// `was` and that hold a word which `now` lacks. Positions count Unicode scalar values.
pub fn echoes(was: &str, now: &str, text: &str) -> Vec<(u32, u32)> {
    let (was, now, text) = (words(was), words(now), words(text));
    let telling = |word: &Word| {
        let is_number = word.plain.chars().any(char::is_numeric);
        (is_number || word.plain.chars().count() > 3)
            && now.iter().all(|other| other.plain != word.plain)
    };
    let mut echoes = Vec::new();
    let mut at = 0;
    while at < text.len() {
        // The longest run of the other text that begins here.
        let run = (0..was.len())
            .map(|from| {
                let pairs = was[from..].iter().zip(&text[at..]);
                pairs.take_while(|(a, b)| a.plain == b.plain).count()
            })
            .max()
            .unwrap_or(0);
        let shared = &text[at..at + run];
        if let (Some(first), Some(last)) = (shared.first(), shared.last())
            && shared.iter().any(telling)
        {
            // Positions in a text are far below 2³².
            echoes.push((first.start as u32, last.end as u32));
        }
        at += run.max(1);
    }
    echoes
}

fn counts(c: char) -> bool {
    if c.is_alphanumeric() {
        return true;
    }
    if c.is_ascii() {
        return matches!(c, '$' | '%' | '+' | '<' | '=' | '>');
    }
    !(c.is_whitespace() || c.is_control() || is_punctuation(c))
}

/// Punctuation beyond ASCII, and what is not seen at all: the blocks that hold little else.
fn is_punctuation(c: char) -> bool {
    matches!(c,
        '¡' | '§' | '«' | '\u{ad}' | '¶' | '·' | '»' | '¿'
        | '\u{55a}'..='\u{55f}' | '\u{589}' | '\u{58a}' | '\u{5be}' | '\u{5f3}' | '\u{5f4}'
        | '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{66b}'..='\u{66d}' | '\u{6d4}'
        | '\u{964}' | '\u{965}'
        | '\u{200b}'..='\u{202f}' | '\u{2032}'..='\u{206f}'
        | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}'
        | '\u{3030}' | '\u{30fb}'
        | '\u{fe00}'..='\u{fe1f}' | '\u{fe30}'..='\u{fe61}' | '\u{feff}'
        | '\u{ff01}'..='\u{ff03}' | '\u{ff06}'..='\u{ff0a}' | '\u{ff0c}'..='\u{ff0f}'
        | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}' | '\u{ff20}' | '\u{ff3b}'..='\u{ff40}'
        | '\u{ff5b}'..='\u{ff65}')
        || matches!(c, '\u{2010}'..='\u{2027}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_space_and_punctuation_are_aside() {
        for (a, b) in [
            ("3 hours a week back", "3 Hours, a week  back!"),
            ("e-mail", "Email"),
            ("“quoted”", "'quoted'"),
            ("fast — and safe", "fast and safe."),
            ("ΟΔΟΣ", "οδος"),
            ("1,000 customers", "1 000 customers"),
            ("1,234,567", "1234567"),
            ("„so“ … nun", "so nun"),
            ("こんにちは。", "こんにちは"),
            ("soft\u{ad}ware", "software"),
        ] {
            assert!(same(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn an_echo_is_what_a_text_still_says() {
        let told = |was: &str, now: &str, text: &str| {
            let chars: Vec<char> = text.chars().collect();
            let pieces = echoes(was, now, text).into_iter();
            pieces
                .map(|(a, b)| chars[a as usize..b as usize].iter().collect::<String>())
                .collect::<Vec<_>>()
        };
        let (was, now) = ("5 hours a week back", "3 hours a week back");
        assert_eq!(
            told(
                was,
                now,
                "gives each generalist “5 hours a week”, by Friday"
            ),
            ["5 hours a week"]
        );
        assert_eq!(
            told(was, now, "Get 5 Hours back. 5, really."),
            ["5 Hours", "5"]
        );
        assert_eq!(
            told(was, now, "hours a week"),
            [""; 0],
            "it says that still"
        );
        assert_eq!(told(was, now, "15 hours"), [""; 0]);
        assert_eq!(told("", now, "3 hours"), [""; 0], "nothing was said before");
        assert_eq!(told("größer als 3,5 %", "", "ist größer."), ["größer"]);
    }

    #[test]
    fn another_number_sign_or_word_counts() {
        for (a, b) in [
            ("5 hours a week", "3 hours a week"),
            ("3.5 hours", "35 hours"),
            ("1.5", "15"),
            ("10 12", "1012"),
            ("5 % off", "5 $ off"),
            ("€5", "£5"),
            ("−5", "5"),
            ("love 🦀", "love"),
            ("now", "know"),
            ("with it", "without it"),
        ] {
            assert!(!same(a, b), "{a} / {b}");
        }
    }
}
