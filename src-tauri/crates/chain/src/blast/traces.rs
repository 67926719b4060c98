//! Where a text still says what another text no longer says: the exact words.
//!
//! The words that the other text has lost are found by the longest common subsequence of its words
//! before and after; the longest run of them in the text is what no longer holds. A lone number
//! takes the word after it along, so that "5 hours" is marked rather than "5".

use std::ops::Range;

/// Longer texts are compared as a whole: their table of words would grow with the square.
const MOST_WORDS: usize = 400;
/// What a run must weigh to mean something by itself: one telling word, or three common ones.
const LEAST_WEIGHT: usize = 3;

/// The words of `text`, counted in Unicode scalar values, that repeat what `was` said and `now` no
/// longer says; none when it repeats nothing of it.
pub(super) fn trace(was: &str, now: &str, text: &str) -> Option<Range<usize>> {
    let (was, now, text) = (words(was), words(now), words(text));
    let lost = lost(&was, &now);
    let mut best: Option<(usize, Range<usize>)> = None;
    for from in 0..was.len() {
        if !lost.get(from).copied().unwrap_or_default() {
            continue;
        }
        for at in 0..text.len() {
            let run = run(&was, &lost, from, &text, at);
            let weight: usize = (0..run)
                .filter_map(|step| was.get(from + step))
                .map(weight)
                .sum();
            if weight > best.as_ref().map_or(LEAST_WEIGHT - 1, |(most, _)| *most) {
                best = Some((weight, at..at + with_unit(&was, from, &text, at, run)));
            }
        }
    }
    let (_, range) = best?;
    let first = text.get(range.start)?;
    let last = text.get(range.end.checked_sub(1)?)?;
    Some(first.start..last.end)
}

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

/// A word and where it stands.
struct Word {
    start: usize,
    end: usize,
    plain: String,
}

/// The runs of letters and digits of a text; a point or comma inside a number belongs to it.
fn words(text: &str) -> Vec<Word> {
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |at: usize| chars.get(at).is_some_and(|c| c.is_numeric());
    let joins = |at: usize| {
        matches!(chars.get(at), Some('.' | ',')) && at > 0 && is_digit(at - 1) && is_digit(at + 1)
    };
    let mut found: Vec<Word> = Vec::new();
    let mut begun: Option<usize> = None;
    for at in 0..=chars.len() {
        let inside = chars.get(at).is_some_and(|c| c.is_alphanumeric()) || joins(at);
        match (inside, begun) {
            (true, None) => begun = Some(at),
            (false, Some(start)) => {
                let letters = chars.get(start..at).unwrap_or_default().iter();
                found.push(Word {
                    start,
                    end: at,
                    plain: letters.flat_map(|c| c.to_lowercase()).collect(),
                });
                begun = None;
            }
            _ => {}
        }
    }
    found
}

/// Which words of `was` are not among those that `now` keeps in their order.
fn lost(was: &[Word], now: &[Word]) -> Vec<bool> {
    if was.len() > MOST_WORDS || now.len() > MOST_WORDS {
        return vec![true; was.len()];
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

/// How many lost words from `from` on stand in the text from `at` on.
fn run(was: &[Word], lost: &[bool], from: usize, text: &[Word], at: usize) -> usize {
    let same = |step: &usize| match (was.get(from + step), text.get(at + step)) {
        (Some(old), Some(here)) => {
            lost.get(from + step).copied().unwrap_or_default() && old.plain == here.plain
        }
        _ => false,
    };
    (0..).take_while(same).count()
}

/// What a word says by itself: a number much, a short word next to nothing.
fn weight(word: &Word) -> usize {
    if word.plain.chars().any(char::is_numeric) {
        return 10;
    }
    // Scripts without spaces say in two letters what others say in six.
    match word.plain.chars().count() {
        _ if !word.plain.is_ascii() => LEAST_WEIGHT,
        6.. => LEAST_WEIGHT,
        4.. => 1,
        _ => 0,
    }
}

/// The run, and after a lone number the word that both texts have next: its unit.
fn with_unit(was: &[Word], from: usize, text: &[Word], at: usize, run: usize) -> usize {
    let ends_in_number = was
        .get(from + run.saturating_sub(1))
        .is_some_and(|word| word.plain.chars().any(char::is_numeric));
    let unit = match (was.get(from + run), text.get(at + run)) {
        (Some(old), Some(here)) => old.plain == here.plain,
        _ => false,
    };
    if run > 0 && ends_in_number && unit {
        run + 1
    } else {
        run
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn traced(was: &str, now: &str, text: &str) -> Option<String> {
        let range = trace(was, now, text)?;
        Some(text.chars().skip(range.start).take(range.len()).collect())
    }

    const WAS: &str = "5 hours a week back per HR generalist";
    const NOW: &str = "3 hours a week back per HR generalist";

    #[test]
    fn a_number_that_has_changed_is_found_with_its_unit() {
        for (text, words) in [
            ("gives each HR generalist back 5 hours a week", "5 hours"),
            ("5 Hours back, every week", "5 Hours"),
            ("Get “5 hours” back by Friday", "5 hours"),
            ("It is 5 days", "5"),
        ] {
            assert_eq!(traced(WAS, NOW, text).as_deref(), Some(words), "{text}");
        }
    }

    #[test]
    fn words_that_both_still_say_are_no_trace() {
        assert_eq!(
            traced(WAS, NOW, "hours a week back per HR generalist"),
            None
        );
        assert_eq!(traced(WAS, NOW, "Ready in 15 minutes"), None, "15 is not 5");
        assert_eq!(traced(WAS, NOW, "5.5 hours"), None, "and neither is 5.5");
        assert_eq!(traced(WAS, WAS, "5 hours a week"), None, "nothing changed");
    }

    #[test]
    fn the_longest_run_of_what_was_lost_is_marked() {
        let was = "Live in 14 days with a named technician";
        let now = "Live in a month with whoever is free";
        let text = "Our named technician is there in 14 days";
        assert_eq!(traced(was, now, text).as_deref(), Some("14 days"));
        let text = "Ask for the named technician";
        assert_eq!(traced(was, now, text).as_deref(), Some("named technician"));
        assert_eq!(
            traced(was, now, "It is with a friend"),
            None,
            "short words say little"
        );
    }

    #[test]
    fn what_is_gone_altogether_is_looked_for_whole() {
        let was = "Refund within 30 days";
        assert_eq!(
            traced(was, "", "A refund within 30 days").as_deref(),
            Some("refund within 30 days")
        );
        assert_eq!(
            traced("", "A refund", "A refund"),
            None,
            "what is new was never repeated"
        );
    }

    #[test]
    fn places_count_characters_in_any_script() {
        let text = "“Größe” für 5 Stunden";
        let range = trace("5 Stunden", "3 Stunden", text).expect("is there");
        assert_eq!(range, 12..21);
        assert_eq!(
            traced("毎週 五 時間", "毎週 三 時間", "五 時間 戻る").as_deref(),
            Some("五")
        );
    }

    #[test]
    fn a_sentence_is_cut_out_of_a_long_text_with_its_words() {
        let text = "First this. We give 5 hours back! Ask www.example.com for 2.5 more.";
        let range = trace(WAS, NOW, text).expect("is there");
        let (cut, inside) = sentence(text, &range);
        assert_eq!(cut, "We give 5 hours back!");
        let words: String = cut.chars().skip(inside.start).take(inside.len()).collect();
        assert_eq!(words, "5 hours");
        let (whole, _) = sentence("No end in 2.5 sight", &(10..13));
        assert_eq!(whole, "No end in 2.5 sight");
    }
}
