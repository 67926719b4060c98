//! The sentence around some words of a text.

use std::ops::Range;

/// The sentence of a text around some of its words, both counted in Unicode scalar values, with the
/// words' place in it.
pub(super) fn sentence(text: &str, words: &Range<usize>) -> (String, Range<usize>) {
    let chars: Vec<char> = text.chars().collect();
    let ends = |at: usize| {
        let is_end = chars
            .get(at)
            .is_some_and(|c| matches!(c, '.' | '!' | '?' | '\n' | '…'));
        // A point inside a number or an address ends nothing.
        is_end && chars.get(at + 1).is_none_or(|c| c.is_whitespace())
    };
    let mut from = (0..words.start.min(chars.len()))
        .rev()
        .find(|at| ends(*at))
        .map_or(0, |at| at + 1);
    while chars.get(from).is_some_and(|c| c.is_whitespace()) && from < words.start {
        from += 1;
    }
    let to = (words.end..chars.len())
        .find(|at| ends(*at))
        .map_or(chars.len(), |at| at + 1);
    let cut: String = chars.get(from..to).unwrap_or_default().iter().collect();
    let cut = cut.trim_end().to_owned();
    let length = cut.chars().count();
    let inside = |at: usize| at.saturating_sub(from).min(length);
    (cut, inside(words.start)..inside(words.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_cut_out_of_a_long_text_with_its_words() {
        let text = "First this. We give 5 hours back! Ask www.example.com for 2.5 more.";
        let (cut, inside) = sentence(text, &(20..27));
        assert_eq!(cut, "We give 5 hours back!");
        let words: String = cut.chars().skip(inside.start).take(inside.len()).collect();
        assert_eq!(words, "5 hours");
        let (whole, _) = sentence("No end in 2.5 sight", &(10..13));
        assert_eq!(whole, "No end in 2.5 sight");
    }
}
