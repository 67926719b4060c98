//! Letters as the word lists spell them: lower case, no accents set apart, plain apostrophes.

/// Whether the character only changes the one before it, or is not seen at all.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

/// Whether the character is a mark that sits on the letter before it.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5bd}'
        | '\u{5bf}'..='\u{5c7}'
        | '\u{64b}'..='\u{65f}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}')
}

/// Whether the character can stand for an apostrophe inside a word.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '＇')
}

/// Adds the character to a folded word.
pub(crate) fn push(folded: &mut String, c: char) {
    if is_invisible(c) || is_mark(c) {
        return;
    }
    if is_apostrophe(c) {
        folded.push('\'');
        return;
    }
    // Full-width letters and digits stand at a fixed distance from the plain ones.
    let plain = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    };
    folded.extend(plain.to_lowercase().filter(|&c| !is_mark(c)));
}
