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
