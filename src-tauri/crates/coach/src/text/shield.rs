//! Words that a text talks about without claiming them: denied, a rival's, or quoted.

use super::word::Word;
use crate::words::lexicon::Lexicon;

/// How far a denial reaches, in words.
const DENIAL: usize = 4;
/// How far the naming of a rival reaches, in words.
const RIVAL: usize = 8;
/// A text with fewer words outside its quotation marks than this is itself the claim.
const AROUND_QUOTES: usize = 3;

/// For each word, whether the text does not claim it as its own.
pub(crate) fn shielded(words: &[Word], grammar: &Lexicon) -> Vec<bool> {
    let outside = words.iter().filter(|word| !word.quoted).count();
    let mut shielded: Vec<bool> = words
        .iter()
        .map(|word| word.quoted && outside >= AROUND_QUOTES)
        .collect();
    for at in 0..words.len() {
        let denial = grammar
            .list("denial")
            .at(words, at)
            .map(|taken| (taken, DENIAL));
        let rival = grammar
            .list("rival")
            .at(words, at)
            .map(|taken| (taken, RIVAL));
        // “We call it powerful” is a claim of one's own; “they call it powerful” is not.
        let own = at.checked_sub(1).and_then(|before| words.get(before));
        if own.is_some_and(|word| ["we", "i"].contains(&word.folded.as_str())) {
            continue;
        }
        // “not only faster” claims to be faster.
        let (Some((taken, reach)), None) =
            (rival.or(denial), grammar.list("no-denial").at(words, at))
        else {
            continue;
        };
        let from = at + taken;
        for later in from..words.len().min(from + reach) {
            if words.get(later).is_none_or(|word| !word.follows_closely()) {
                break;
            }
            if let Some(flag) = shielded.get_mut(later) {
                *flag = true;
            }
        }
    }
    shielded
}
