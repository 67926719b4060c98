//! Where a text still says what another text no longer says: the exact words.
//!
//! The words that the other text has lost are those outside the longest common subsequence of its
//! words before and after. A text repeats them where it shares a run of words with what was said
//! that holds a lost word and weighs enough to be no chance; marked is the run from its first lost
//! word to its last. A number takes the word after it along, so that "5 hours" is marked rather
//! than "5".

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::wording::plain;

/// Longer texts are compared word by word, wherever the words stand: a table of all their pairs
/// would grow with the square.
const MOST_WORDS: usize = 400;
/// No run is followed further, and a word is looked up in no more of its places: enough to tell
/// what is meant, and a text that says one word ten thousand times costs no more than another.
const LONGEST_RUN: usize = 64;
const MOST_PLACES: usize = 32;
/// What a shared run must weigh to mean something: one telling word, or three common ones.
const LEAST_WEIGHT: usize = 3;
const NUMBER_WEIGHT: usize = 10;
/// What parts words as a space does.
const SEAMS: &str = "/|–—…:;()[]\"“”„«»、。「」（）";

/// The runs of `text`, in their order, that repeat what `was` said and `now` no longer says.
/// Places count Unicode scalar values; runs do not overlap.
pub(super) fn traces(was: &str, now: &str, text: &str) -> Vec<Range<usize>> {
    let (was, now, text) = (words(was), words(now), words(text));
    let kept: HashSet<&str> = now.iter().map(|word| word.plain.as_str()).collect();
    let said = Said {
        lost: lost(&was, &now, &kept),
        was: &was,
        now: &now,
        kept,
    };
    let mut stands: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, word) in was.iter().enumerate() {
        stands.entry(&word.plain).or_default().push(at);
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(word) = text.get(at) {
        let from = stands.get(word.plain.as_str()).into_iter().flatten();
        let longest = from
            .take(MOST_PLACES)
            .filter_map(|from| said.repeated(*from, text.get(at..).unwrap_or_default()))
            .max_by_key(|repeat| repeat.shared);
        let Some(repeat) = longest else {
            at += 1;
            continue;
        };
        let inside = text.get(at + repeat.marked.start..at + repeat.marked.end);
        if let Some((first, last)) = inside.and_then(|it| Some((it.first()?, it.last()?))) {
            found.push(first.start..last.end);
        }
        at += repeat.shared;
    }
    found
}

/// What was said and is said, and which words of it are lost.
struct Said<'a> {
    was: &'a [Word],
    now: &'a [Word],
    kept: HashSet<&'a str>,
    lost: Vec<bool>,
}

/// A run that a text shares with what was said.
struct Repeat {
    /// How many words it has.
    shared: usize,
    /// Which of them no longer hold.
    marked: Range<usize>,
}

impl Said<'_> {
    /// The run that begins at `from` of what was said and at the head of `text`; none when it says
    /// too little, or nothing that is not said still.
    fn repeated(&self, from: usize, text: &[Word]) -> Option<Repeat> {
        let was = self.was.get(from..)?;
        let pairs = was.iter().zip(text).take(LONGEST_RUN);
        let shared = pairs.take_while(|(old, it)| old.plain == it.plain).count();
        let run = was.get(..shared)?;
        let lost = |at: &usize| self.lost.get(from + at).copied().unwrap_or_default();
        let first = (0..shared).find(lost)?;
        let last = (0..shared).rev().find(lost)?;
        let tells = (first..=last).filter(lost).any(|at| weight(&run[at]) > 0);
        if !tells || run.iter().map(weight).sum::<usize>() < LEAST_WEIGHT {
            return None;
        }
        let takes_unit = run.get(last).is_some_and(Word::is_number) && last + 1 < shared;
        let marked = first..last + 1 + usize::from(takes_unit);
        let says = run.get(marked.clone())?;
        (!self.says_still(says)).then_some(Repeat { shared, marked })
    }

    fn says_still(&self, words: &[Word]) -> bool {
        let same = |now: &[Word]| now.iter().zip(words).all(|(a, b)| a.plain == b.plain);
        words.iter().all(|it| self.kept.contains(it.plain.as_str()))
            && self.now.windows(words.len()).any(same)
    }
}

/// A word and where it stands.
struct Word {
    start: usize,
    end: usize,
    /// What of it counts.
    plain: String,
}

impl Word {
    fn is_number(&self) -> bool {
        self.plain.chars().any(char::is_numeric)
    }
}

/// The words of a text that say something, each without the marks around it. Dashes, slashes and
/// brackets part words as spaces do, but not digits of one number or date.
fn words(text: &str) -> Vec<Word> {
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |at: Option<usize>| {
        at.and_then(|at| chars.get(at))
            .is_some_and(|c| c.is_numeric())
    };
    let parts = |at: usize| {
        chars.get(at).is_none_or(|c| {
            let between_digits = is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
            c.is_whitespace() || SEAMS.contains(*c) && !between_digits
        })
    };
    let mut found = Vec::new();
    let mut from = 0;
    for at in (0..=chars.len()).filter(|at| parts(*at)) {
        found.extend(word(&chars, from..at));
        from = at + 1;
    }
    found
}

fn word(chars: &[char], around: Range<usize>) -> Option<Word> {
    let says = |at: &usize| {
        let c = chars.get(*at).copied();
        c.is_some_and(|c| !plain(c.encode_utf8(&mut [0; 4])).is_empty())
    };
    let start = around.clone().find(says)?;
    let end = around.rev().find(says)? + 1;
    let text: String = chars.get(start..end)?.iter().collect();
    Some(Word {
        start,
        end,
        plain: plain(&text),
    })
}

/// Which words of `was` are not among those that `now` keeps in their order.
fn lost(was: &[Word], now: &[Word], kept: &HashSet<&str>) -> Vec<bool> {
    if was.len() > MOST_WORDS || now.len() > MOST_WORDS {
        let gone = |word: &Word| !kept.contains(word.plain.as_str());
        return was.iter().map(gone).collect();
    }
    // lengths[i][j]: how many words was[i..] and now[j..] have in common, in order.
    let width = now.len() + 1;
    let mut lengths = vec![0_usize; (was.len() + 1) * width];
    let length = |lengths: &[usize], i: usize, j: usize| {
        lengths.get(i * width + j).copied().unwrap_or_default()
    };
    for (i, old) in was.iter().enumerate().rev() {
        for (j, new) in now.iter().enumerate().rev() {
            let most = if old.plain == new.plain {
                length(&lengths, i + 1, j + 1) + 1
            } else {
                length(&lengths, i + 1, j).max(length(&lengths, i, j + 1))
            };
            if let Some(cell) = lengths.get_mut(i * width + j) {
                *cell = most;
            }
        }
    }
    let mut lost = vec![true; was.len()];
    let (mut i, mut j) = (0, 0);
    while let (Some(old), Some(new)) = (was.get(i), now.get(j)) {
        if old.plain == new.plain {
            if let Some(kept) = lost.get_mut(i) {
                *kept = false;
            }
            (i, j) = (i + 1, j + 1);
        } else if length(&lengths, i + 1, j) >= length(&lengths, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    lost
}

/// What a word says by itself: a number much, a short word next to nothing.
fn weight(word: &Word) -> usize {
    if word.is_number() {
        return NUMBER_WEIGHT;
    }
    // Scripts without spaces say in two letters what others say in six.
    match word.plain.chars().count() {
        _ if !word.plain.is_ascii() => LEAST_WEIGHT,
        6.. => LEAST_WEIGHT,
        4.. => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(was: &str, now: &str, text: &str) -> Vec<String> {
        let runs = traces(was, now, text).into_iter();
        runs.map(|range| text.chars().skip(range.start).take(range.len()).collect())
            .collect()
    }

    const WAS: &str = "5 hours a week back per HR generalist";
    const NOW: &str = "3 hours a week back per HR generalist";

    #[test]
    fn a_number_that_has_changed_is_found_with_its_unit() {
        for (text, words) in [
            ("gives each HR generalist back 5 hours a week", "5 hours"),
            ("5 Hours back, every week", "5 Hours"),
            ("Get “5 hours” back by Friday", "5 hours"),
            ("save 5 hours/week", "5 hours"),
            ("all of it—5 hours—is yours", "5 hours"),
            ("It is 5 days", "5"),
        ] {
            assert_eq!(told(WAS, NOW, text), [words], "{text}");
        }
        assert_eq!(
            told(WAS, NOW, "Get 5 Hours back. 5, really."),
            ["5 Hours", "5"],
            "each time that it is said"
        );
    }

    #[test]
    fn words_that_both_still_say_are_no_trace() {
        for text in [
            "hours a week back per HR generalist",
            "Ready in 15 minutes",
            "5.5 hours",
            "5/7 of them",
        ] {
            assert_eq!(told(WAS, NOW, text), [""; 0], "{text}");
        }
        assert_eq!(told(WAS, WAS, "5 hours a week"), [""; 0]);
        assert_eq!(told("", NOW, "3 hours"), [""; 0], "nothing was said before");
        assert_eq!(
            told("Named technicians", "Technicians, named", "Technicians"),
            [""; 0],
            "it stands elsewhere and is said still"
        );
    }

    #[test]
    fn what_was_lost_is_marked_and_what_stands_beside_it_tells_that_it_is_meant() {
        let was = "Live in 14 days with a named technician";
        let now = "Live in a month with whoever is free";
        for (text, words) in [
            (
                "Our named technician is there in 14 days",
                &["named technician", "14 days"][..],
            ),
            ("Ask for the named technician", &["named technician"]),
            ("It is with a friend", &[]),
        ] {
            assert_eq!(told(was, now, text), words, "{text}");
        }
        assert_eq!(
            told("Free returns", "Paid returns", "Free returns, always"),
            ["Free"],
            "a short word together with the next one"
        );
        assert_eq!(
            told("Free returns", "Paid returns", "Feel free to ask"),
            [""; 0],
            "a short word alone may be chance"
        );
    }

    #[test]
    fn a_number_lost_beside_the_same_number_kept_is_marked_with_its_unit_alone() {
        let (was, now) = ("5 hours in 5 days", "3 hours in 5 days");
        assert_eq!(told(was, now, "5 hours"), ["5 hours"]);
        assert_eq!(told(was, now, "within 5 days"), [""; 0]);
    }

    #[test]
    fn what_is_gone_altogether_is_looked_for_whole() {
        let was = "Refund within 30 days";
        assert_eq!(
            told(was, "", "A refund within 30 days"),
            ["refund within 30 days"]
        );
        assert_eq!(told("größer als 3,5 %", "", "ist größer."), ["größer"]);
    }

    #[test]
    fn places_count_characters_in_any_script() {
        let text = "“Größe” für 5 Stunden";
        let places = traces("5 Stunden", "3 Stunden", text);
        assert_eq!(
            places
                .iter()
                .map(|it| (it.start, it.end))
                .collect::<Vec<_>>(),
            [(12, 21)]
        );
        assert_eq!(told("毎週 五 時間", "毎週 三 時間", "五 時間 戻る"), ["五"]);
    }

    #[test]
    fn texts_of_any_length_are_compared() {
        let long = "word ".repeat(5_000);
        let was = format!("{long} 5 hours");
        let now = format!("{long} 3 hours");
        assert_eq!(told(&was, &now, "5 hours"), ["5 hours"]);
        assert_eq!(told(&was, &now, &was), ["5 hours"]);
    }
}
