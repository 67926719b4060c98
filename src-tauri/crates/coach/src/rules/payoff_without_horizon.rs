//! `payoff-without-horizon`: an outcome that nobody can look for on a given day.

use crate::context::Context;
use crate::finding::Level;
use crate::kind::TextKind;
use crate::rule::{Fix, Group, Hit, Needs, Rule};
use crate::text::reading::Reading;
use crate::text::word::Word;
use crate::words::lexicon::Lexicon;

pub(crate) const RULE: Rule = Rule {
    id: "payoff-without-horizon",
    name: "No day to look for it",
    group: Group::Value,
    level: Level::Hint,
    question: "By when is it felt?",
    why: "A payoff with a day can be looked for on that day; without one it is true some time, or never.",
    weak: "Twelve fewer no-shows a month",
    strong: "Twelve fewer no-shows a month from the second month on",
    kinds: &[TextKind::Payoff],
    fix: Fix::Prompt,
    rows: &["S0-6"],
    silences: &[],
    outranks: &[],
    needs: Needs {
        lists: &[
            "function",
            "horizon",
            "no-horizon",
            "span-before",
            "span-unit",
            "long-span",
            "skip",
            "date-before",
            "order-before",
            "calendar",
            "due-before",
            "moment",
            "ordinal",
            "after",
        ],
        thresholds: &[],
    },
    check,
};

fn check(reading: &Reading<'_>, context: &Context, lexicon: &Lexicon) -> Vec<Hit> {
    let words = reading.words();
    if words.is_empty() || reading.is_foreign() || context.horizon_days.is_some() {
        return Vec::new();
    }
    if has_horizon(reading, lexicon) {
        return Vec::new();
    }
    let last = words.len() - 1;
    vec![Hit {
        first: 0,
        last,
        message: format!(
            "“{}” does not say by when. Add the day, week or season in which it is felt.",
            reading.repeat(0, last)
        ),
    }]
}

/// Whether the text names a moment or a stretch of time in which the payoff comes.
fn has_horizon(reading: &Reading<'_>, lexicon: &Lexicon) -> bool {
    let excepted = reading.found(lexicon.list("no-horizon"));
    let is_meant = |at: usize| !excepted.iter().any(|range| range.contains(&at));
    reading
        .found(lexicon.list("horizon"))
        .iter()
        .any(|range| is_meant(*range.end()))
        || (0..reading.words().len()).any(|at| {
            is_span(reading, lexicon, at)
                || is_date(reading, lexicon, at)
                || is_distance(reading, lexicon, at)
        })
}

/// “within 30 days”, “in the first two weeks”, “over one season”: a stretch from now on. “In
/// three offices” and “an hour a week” are none.
fn is_span(reading: &Reading<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let Some(taken) = lexicon.list("span-before").at(reading.words(), at) else {
        return false;
    };
    let lasts = reading.word(at).is_some_and(|word| word.folded == "for");
    let unit = if lasts { "long-span" } else { "span-unit" };
    // One word may say what sort of time it is: “over one ski season”.
    let mut sort = false;
    for (next, word) in closely(reading, at + taken) {
        if lexicon.list(unit).has(word) {
            return true;
        }
        let goes_on = reading.is_number(next)
            || ["skip", "ordinal"]
                .iter()
                .any(|list| lexicon.list(list).has(word));
        if !goes_on && (sort || lexicon.list("function").has(word)) {
            return false;
        }
        sort |= !goes_on;
    }
    false
}

/// “by June”, “by five o'clock”, “from the second order on”, “in 2027”. “By three days” says how
/// much, and “on a Friday” how often.
fn is_date(reading: &Reading<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let Some(taken) = lexicon.list("date-before").at(reading.words(), at) else {
        return false;
    };
    let is_due = reading
        .word(at)
        .is_some_and(|word| lexicon.list("due-before").has(word));
    let orders = lexicon
        .list("order-before")
        .at(reading.words(), at)
        .is_some();
    let mut ordered = false;
    for (next, word) in closely(reading, at + taken) {
        let is = |list: &str| lexicon.list(list).has(word);
        if is("calendar") || word.is_year() || is_due && is("moment") {
            return true;
        }
        if ordered {
            // “from the second order on”, “by the 20th”: whatever is counted. “By a third” is not.
            return !is("function") && !reading.is_number(next);
        }
        let fraction = reading
            .word(next - 1)
            .is_some_and(|word| ["a", "one"].contains(&word.folded.as_str()));
        ordered = is("ordinal") && !fraction && orders;
        if is_due && (ordered && ends_here(reading, next) || is_time_of_day(reading, next)) {
            return true;
        }
        // A name may stand before a day: “by Giving Tuesday”.
        if !(reading.is_number(next) || ordered || is("skip") || is_due && word.capital) {
            return false;
        }
    }
    false
}

/// “ten days after signing”, “24 hours from the last song”.
fn is_distance(reading: &Reading<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let follows = |at: usize, list: &str| {
        reading
            .word(at)
            .is_some_and(|word| word.follows_closely() && lexicon.list(list).has(word))
    };
    (reading.is_number(at) || reading.word(at).is_some_and(|word| word.folded == "a"))
        && follows(at + 1, "span-unit")
        && follows(at + 2, "after")
}

/// The words from `at` on up to the next comma or full stop.
fn closely<'a>(reading: &'a Reading<'_>, at: usize) -> impl Iterator<Item = (usize, &'a Word)> {
    reading
        .words()
        .iter()
        .enumerate()
        .skip(at)
        .take_while(|(_, word)| word.follows_closely())
}

fn ends_here(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .word(at + 1)
        .is_none_or(|word| !word.follows_closely())
}

/// Whether a figure counts nothing: “by five”, “by 18:00”, “by 8 a.m.”.
fn is_time_of_day(reading: &Reading<'_>, at: usize) -> bool {
    let is_hour = |word: &Word| {
        [
            "am", "pm", "a", "p", "o'clock", "h", "in", "on", "every", "each", "at",
        ]
        .contains(&word.folded.as_str())
    };
    reading.is_number(at) && (ends_here(reading, at) || reading.word(at + 1).is_some_and(is_hour))
}
