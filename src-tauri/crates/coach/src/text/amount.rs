//! Which words say how much. A year, a deadline and the size of a company are figures too, but
//! they do not say how much changes.

use super::word::Word;
use crate::words::lexicon::Lexicon;

/// For each word, whether an amount begins there.
pub(crate) fn amounts(words: &[Word], grammar: &Lexicon) -> Vec<bool> {
    let mut amounts = Vec::with_capacity(words.len());
    while amounts.len() < words.len() {
        let at = amounts.len();
        match grammar.list("no-amount").at(words, at) {
            Some(taken) => amounts.resize(at + taken, false),
            None => amounts.push(is_amount(words, at, grammar)),
        }
    }
    amounts
}

/// Whether the word is a number of any sort, in digits or in letters.
pub(crate) fn is_number(word: &Word, grammar: &Lexicon) -> bool {
    word.is_figure() || grammar.list("number").has(word)
}

fn is_amount(words: &[Word], at: usize, grammar: &Lexicon) -> bool {
    let Some(word) = words.get(at) else {
        return false;
    };
    if grammar.list("amount").at(words, at).is_some() {
        return true;
    }
    if !is_number(word, grammar) || word.is_year() {
        return false;
    }
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let after = words.get(at + 1..).unwrap_or_default();
    // In “200–1,000 people” both figures count people.
    let counted = after.iter().find(|word| !is_number(word, grammar));
    if before.is_some_and(|word| grammar.list("deadline").has(word)) {
        // “within 30 days” is a deadline, “within two hours” is how fast.
        return counted.is_some_and(|word| grammar.list("short-time").has(word));
    }
    !counted.is_some_and(|word| grammar.list("head-count").has(word))
}
