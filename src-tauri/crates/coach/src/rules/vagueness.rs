//! What makes a job or a pain vague: worn-out words, and too little else to stand on.

use crate::rule::Hit;
use crate::text::reading::Reading;
use crate::words::lexicon::Lexicon;

/// The lists a check of this kind reads.
pub(super) const LISTS: &[&str] = &[
    "function",
    "abstract",
    "connector",
    "moment",
    "vague",
    "except",
];

/// The thresholds it reads.
pub(super) const THRESHOLDS: &[&str] = &["specific_enough", "hollow_enough"];

/// The vague words of a text that has nothing specific beside them; none when it has enough.
///
/// What is specific: a word that could not stand in anybody's text counts one, and so does a set
/// phrase in which a worn-out word means something else; a number two; a word that ties the text to a
/// moment or a cause (“before”, “because”, “without”) one. A named moment (“day one”) makes a text
/// of plain words somebody's own, and no worn-out word any better.
pub(super) fn vague_words(
    reading: &Reading<'_>,
    lexicon: &Lexicon,
    list: &str,
) -> Option<(usize, usize)> {
    let claims = unexcepted(reading, lexicon, list);
    let (moments, phrases) = (
        reading.found(lexicon.list("moment")),
        reading.found(lexicon.list("except")),
    );
    let (mut specific, mut hollow, mut named) = (0, 0, 0);
    for (at, word) in reading.words().iter().enumerate() {
        if let Some(moment) = moments.iter().find(|it| it.contains(&at)) {
            named += usize::from(*moment.start() == at);
        } else if let Some(phrase) = phrases.iter().find(|it| it.contains(&at)) {
            specific += usize::from(*phrase.start() == at);
        } else if claims
            .iter()
            .any(|&(first, last)| (first..=last).contains(&at))
        {
            hollow += 1;
        } else if reading.is_number(at) {
            specific += 2;
        } else if lexicon.list("connector").has(word) {
            specific += 1;
        } else if lexicon.list("abstract").has(word) {
            hollow += 1;
        } else if !lexicon.list("function").has(word) {
            specific += 1;
        }
    }
    // Next to nothing in it is anybody's own: the whole text is the weakness.
    let is_hollow = hollow > 0 && specific == 0
        || hollow >= lexicon.threshold("hollow_enough") && specific == 1;
    match claims.split_first() {
        Some((&first, later)) if specific > 0 => (specific < lexicon.threshold("specific_enough"))
            .then(|| stretch(reading, first, later)),
        None if named > 0 => None,
        _ => is_hollow.then(|| (0, reading.words().len() - 1)),
    }
}

/// The same as a finding that says what to write instead.
pub(super) fn vague_hit(reading: &Reading<'_>, lexicon: &Lexicon, advice: &str) -> Vec<Hit> {
    vague_words(reading, lexicon, "vague")
        .map(|(first, last)| Hit {
            first,
            last,
            message: format!("“{}” {advice}", reading.repeat(first, last)),
        })
        .into_iter()
        .collect()
}

/// Where the text claims an entry of the list outside the set phrases that mean something else.
pub(super) fn unexcepted(
    reading: &Reading<'_>,
    lexicon: &Lexicon,
    list: &str,
) -> Vec<(usize, usize)> {
    let excepted = reading.found(lexicon.list("except"));
    reading
        .claims(lexicon.list(list))
        .into_iter()
        .filter(|claim| {
            !excepted
                .iter()
                .any(|no| no.start() <= claim.end() && claim.start() <= no.end())
        })
        .map(|claim| (*claim.start(), *claim.end()))
        .collect()
}

/// The first claim together with those that follow it at once or behind one joining word, as in
/// “better and faster”. A stretch ends with its sentence.
pub(super) fn stretch(
    reading: &Reading<'_>,
    first: (usize, usize),
    later: &[(usize, usize)],
) -> (usize, usize) {
    let sentence = |at: usize| reading.word(at).map(|word| word.sentence);
    let (from, mut to) = first;
    for &(start, end) in later {
        if start > to + 2 || sentence(start) != sentence(to) {
            break;
        }
        to = end;
    }
    (from, to)
}
