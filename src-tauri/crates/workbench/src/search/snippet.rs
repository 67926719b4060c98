//! A text on one line, cut around what was found in it.

use super::Span;
use super::fold::Match;

/// Letters of a snippet at most, dots aside.
const LONG: usize = 140;

/// Letters that are shown before the first thing found.
const BEFORE: usize = 36;

/// The snippet of a text with what was found in it.
pub(crate) fn of(text: &str, found: &[Match]) -> (String, Vec<Span>) {
    let letters: Vec<char> = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    let spans = merged(found);
    let first = spans.first().map_or(0, |span| span.start as usize);
    let (from, to) = window(&letters, first);
    let mut snippet = String::new();
    if from > 0 {
        snippet.push('…');
    }
    let shift = i64::from(u32::from(from > 0)) - from as i64;
    snippet.extend(&letters[from..to]);
    if to < letters.len() {
        snippet.push('…');
    }
    let shifted = |at: u32| u32::try_from(i64::from(at.clamp(from as u32, to as u32)) + shift);
    let spans = spans
        .iter()
        .filter(|span| (span.start as usize) < to && span.end as usize > from)
        .filter_map(|span| {
            Some(Span {
                start: shifted(span.start).ok()?,
                end: shifted(span.end).ok()?,
            })
        })
        .collect();
    (snippet, spans)
}

/// From which letter to which a text is shown; cuts fall between words where there are any.
fn window(letters: &[char], first: usize) -> (usize, usize) {
    if letters.len() <= LONG {
        return (0, letters.len());
    }
    let mut from = first.saturating_sub(BEFORE).min(letters.len() - LONG);
    if from > 0 {
        let space = letters[from..first]
            .iter()
            .position(|it| it.is_whitespace());
        from += space.map_or(0, |at| at + 1);
    }
    let mut to = (from + LONG).min(letters.len());
    if to < letters.len() {
        let least = (first + 1).max(to.saturating_sub(BEFORE));
        let space = letters[least.min(to)..to]
            .iter()
            .rposition(|it| it.is_whitespace());
        to = space.map_or(to, |at| least + at);
    }
    (from, to)
}

/// The places in order, those that touch as one.
fn merged(found: &[Match]) -> Vec<Span> {
    let mut places: Vec<Span> = found
        .iter()
        .map(|it| Span {
            start: it.start,
            end: it.end,
        })
        .collect();
    places.sort_by_key(|it| (it.start, it.end));
    let mut merged: Vec<Span> = Vec::new();
    for place in places {
        match merged.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => merged.push(place),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::super::fold::{Folded, terms};
    use super::*;

    fn cut(text: &str, query: &str) -> (String, Vec<String>) {
        let folded = Folded::of(text);
        let found: Vec<Match> = terms(query)
            .iter()
            .flat_map(|term| folded.find(term, false))
            .collect();
        let (snippet, spans) = of(text, &found);
        let letters: Vec<char> = snippet.chars().collect();
        let marked = |span: &Span| {
            letters[span.start as usize..span.end as usize]
                .iter()
                .collect()
        };
        let marked = spans.iter().map(marked).collect();
        (snippet, marked)
    }

    #[test]
    fn a_short_text_stands_whole_on_one_line() {
        let (snippet, marked) = cut("Three hours\nback, three times a week", "three week");
        assert_eq!(snippet, "Three hours back, three times a week");
        assert_eq!(marked, ["Three", "three", "week"]);
    }

    #[test]
    fn a_long_text_is_cut_between_words_around_what_was_found() {
        let text = format!(
            "{}the needle {}",
            "hay stack ".repeat(40),
            "and more of it ".repeat(40)
        );
        let (snippet, marked) = cut(&text, "needle");
        assert!(
            snippet.starts_with("…stack hay") || snippet.starts_with("…hay"),
            "{snippet}"
        );
        assert!(snippet.ends_with("…"), "{snippet}");
        assert!(snippet.chars().count() <= LONG + 2);
        assert_eq!(marked, ["needle"]);
    }

    #[test]
    fn a_long_text_without_spaces_is_cut_too() {
        let text = format!("{}解約{}", "月".repeat(300), "次".repeat(300));
        let (snippet, marked) = cut(&text, "解約");
        assert_eq!(marked, ["解約"]);
        assert!(snippet.chars().count() <= LONG + 2);
    }

    #[test]
    fn words_that_overlap_are_one_mark() {
        assert_eq!(cut("hourshours", "hours").1, ["hours"]);
        assert_eq!(cut("退会会員", "退会 会会").1, ["退会会"]);
    }
}
