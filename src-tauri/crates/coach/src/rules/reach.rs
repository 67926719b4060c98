//! Whether words for everybody are narrowed by what follows: “everyone on the night shift” is
//! somebody in particular, “anyone who wants to save money” is not.

use crate::text::reading::Reading;
use crate::text::word::Gap;
use crate::words::lexicon::Lexicon;

/// Whether the words from `at` on, in the same part of the sentence, say who of them is meant.
///
/// A word that could not stand in anybody's text narrows, a number does twice. Wishes (“who want
/// to …”) and what everybody does (“who buys online”) need more of it than a plain condition.
pub(super) fn is_narrowed(reading: &Reading<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let is = |list: &str, at: usize| {
        reading
            .word(at)
            .is_some_and(|word| lexicon.list(list).has(word))
    };
    let Some(first) = reading.word(at).filter(|word| word.gap != Gap::Sentence) else {
        return false;
    };
    // Behind a comma, only “who …” and “with …” still speak of the same people.
    let goes_on = first.follows_closely() || is("relative", at) || is("with", at);
    if !goes_on || lexicon.list("aside").at(reading.words(), at).is_some() {
        return false;
    }
    // “Businesses of any size can use it”: the sentence goes on about something else.
    if is("function", at)
        && !["relative", "with", "tied-by"]
            .iter()
            .any(|list| is(list, at))
    {
        return false;
    }
    // “who takes payments” is common, “who lost a parcel” is not.
    let does = is("relative", at)
        && is("abstract", at + 1)
        && !is("past", at + 1)
        && !reading
            .word(at + 1)
            .is_some_and(|word| word.folded.ends_with("ed"));
    let (mut weight, mut common) = (0, does);
    for at in at..reading.part_end(at) {
        if is("wish", at) || is("common-deed", at) {
            common = true;
        } else if reading.is_number(at) {
            weight += 2;
        } else if ![
            "function",
            "abstract",
            "extent",
            "common-good",
            "common-place",
        ]
        .iter()
        .any(|list| is(list, at))
            && !is_place(reading, lexicon, at)
        {
            weight += 1;
        }
    }
    let enough = if common {
        lexicon.threshold("narrow_enough")
    } else {
        1
    };
    weight >= enough
}

/// A name behind “in” or “from”: a country alone narrows next to nothing.
fn is_place(reading: &Reading<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let words = reading.words().get(..=at).unwrap_or_default();
    let mut names = words.iter().rev();
    names.next().is_some_and(|word| word.capital)
        && names
            .find(|word| !word.capital && word.folded != "the")
            .is_some_and(|word| lexicon.list("place-before").has(word))
}
