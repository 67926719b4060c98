//! Whether a payoff only lists what the offering is made of.

use crate::text::reading::Reading;
use crate::text::word::Word;
use crate::words::lexicon::Lexicon;

/// The lists this reads.
pub(super) const LISTS: &[&str] = &[
    "function",
    "part",
    "mark",
    "tied",
    "spec-unit",
    "has",
    "capability",
    "capable",
    "outcome",
    "slight-outcome",
    "activity",
    "praise",
    "joint",
    "acts",
    "no-outcome",
    "device",
    "told-by",
];

/// A bare name has this many words.
const BARE: std::ops::RangeInclusive<usize> = 2..=10;

/// A figure that specifies stands among this many first words of its member.
const SPEC: usize = 2;

/// A list of this many things that are nobody's outcome is a list of features.
const RUN: usize = 3;

/// A member of such a list has at most this many words.
const SHORT: usize = 4;

/// Whether the text names parts, functions or services, and nothing that changes for anybody.
pub(super) fn lists_features(reading: &Reading<'_>, lexicon: &Lexicon) -> bool {
    let words = reading.words();
    if words.is_empty() || reading.is_foreign() || has(reading, lexicon, "outcome") {
        return false;
    }
    let first = (0..words.len()).find(|&at| {
        words
            .get(at)
            .is_some_and(|word| !lexicon.list("function").has(word))
    });
    let Some(first) = first else {
        return false;
    };
    // “Our platform offers …”, “Comes with …”.
    if (0..=first + 1).any(|at| lexicon.list("has").at(words, at).is_some()) {
        return true;
    }
    // “Track orders in real time”, “Export reports to Excel”.
    let can = words
        .get(first)
        .is_some_and(|word| lexicon.list("capability").has(word));
    if can && !reading.found(lexicon.list("capable")).is_empty() {
        return true;
    }
    if is_told_by_its_work(reading, lexicon, first) {
        return true;
    }
    if has(reading, lexicon, "slight-outcome") {
        return false;
    }
    if is_bare_name(reading, lexicon) {
        return true;
    }
    let pieces = pieces(reading);
    let features = pieces
        .iter()
        .filter(|&&(from, to)| is_feature(reading, lexicon, from, to))
        .count();
    // In a longer list one part gives the others away.
    let is_run = pieces.len() >= RUN
        && (features > 0
            || pieces
                .iter()
                .all(|&piece| is_thing(reading, lexicon, piece)));
    features * 2 >= pieces.len() || is_run
}

/// “A live dashboard that shows every open role”: the thing, then what it does. `first` is the first
/// word that says something.
fn is_told_by_its_work(reading: &Reading<'_>, lexicon: &Lexicon, first: usize) -> bool {
    let words = reading.words();
    (first..first + SHORT).any(|at| {
        let thing = lexicon.list("device").at(words, at);
        thing.is_some_and(|taken| {
            words
                .get(at + taken)
                .is_some_and(|next| next.follows_closely() && lexicon.list("told-by").has(next))
        })
    })
}

/// Whether the text is a name and says nothing of anybody: “keyless entry and mobile check-in”.
fn is_bare_name(reading: &Reading<'_>, lexicon: &Lexicon) -> bool {
    let words = reading.words();
    let is = |list: &str, word: &Word| lexicon.list(list).has(word);
    let own = words
        .iter()
        .filter(|word| !is("function", word) && !is("abstract", word))
        .count();
    (BARE.contains(&words.len()))
        && own > 0
        // Outcomes begin with how many of them there are.
        && !reading.is_number(0)
        && words.first().is_some_and(|word| word.folded != "the")
        && words.iter().all(|word| {
            !is("acts", word) && !is("praise", word) && (!is("function", word) || is("joint", word))
        })
}

/// Whether a member of a list is a short name for something, and not for how things are: “heat
/// pump”, not “trust”.
fn is_thing(reading: &Reading<'_>, lexicon: &Lexicon, (from, to): (usize, usize)) -> bool {
    let words = reading.words().get(from..to).unwrap_or_default();
    let plain = |list: &str| words.iter().any(|word| lexicon.list(list).has(word));
    words.len() <= SHORT
        && !plain("praise")
        && words
            .iter()
            .skip(1)
            .all(|word| !lexicon.list("function").has(word))
        && words
            .iter()
            .any(|word| !lexicon.list("abstract").has(word) && !lexicon.list("function").has(word))
}

/// Whether an outcome of the list shows, outside the phrases that only look like one.
fn has(reading: &Reading<'_>, lexicon: &Lexicon, list: &str) -> bool {
    let excepted = reading.found(lexicon.list("no-outcome"));
    reading
        .found(lexicon.list(list))
        .iter()
        .any(|range| !excepted.iter().any(|no| no.contains(range.start())))
}

/// The members of a list: what stands between commas, “and”, “with”, “plus”.
fn pieces(reading: &Reading<'_>) -> Vec<(usize, usize)> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (at, word) in reading.words().iter().enumerate() {
        let joins = ["and", "with", "plus", "or", "including"].contains(&word.folded.as_str());
        if (joins || !word.follows_closely()) && at > from {
            pieces.push((from, at));
            from = at;
        }
        if joins {
            from = at + 1;
        }
    }
    if from < reading.words().len() {
        pieces.push((from, reading.words().len()));
    }
    pieces
}

/// Whether one member of a list is a part of the offering: by its head (“route planning”), by a
/// mark (“removable zip”) or by a specification (“90 kW”).
fn is_feature(reading: &Reading<'_>, lexicon: &Lexicon, from: usize, to: usize) -> bool {
    let words = reading.words();
    let head = (from..to)
        .take_while(|&at| {
            at == from
                || words
                    .get(at)
                    .is_some_and(|word| !lexicon.list("function").has(word))
                || at == from + 1
        })
        .filter(|&at| {
            words
                .get(at)
                .is_some_and(|word| !lexicon.list("function").has(word))
        })
        .last();
    let ends_in = |list: &str| {
        head.is_some_and(|head| {
            (from..=head).any(|at| {
                lexicon
                    .list(list)
                    .at(words, at)
                    .is_some_and(|taken| at + taken - 1 == head)
            })
        })
    };
    let praised = (from..to).any(|at| {
        words
            .get(at)
            .is_some_and(|word| lexicon.list("praise").has(word))
    });
    if ends_in("activity") && praised {
        return false;
    }
    if ends_in("part") {
        return true;
    }
    (from..to).any(|at| {
        lexicon.list("mark").at(words, at).is_some()
            || words
                .get(at)
                .is_some_and(|word| word.hyphened && lexicon.list("tied").has(word))
            || at < from + SPEC
                && reading.is_number(at)
                && words
                    .get(at + 1)
                    .is_some_and(|word| at + 1 < to && lexicon.list("spec-unit").has(word))
    })
}
