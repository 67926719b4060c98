//! `no-alternative`: a statement that does not say what it replaces.

use super::naming::names_any;
use crate::context::Context;
use crate::finding::Level;
use crate::kind::TextKind;
use crate::rule::{Fix, Group, Hit, Needs, Rule};
use crate::text::reading::Reading;
use crate::text::word::{Gap, Word};
use crate::words::lexicon::Lexicon;

pub(crate) const RULE: Rule = Rule {
    id: "no-alternative",
    name: "Against nothing",
    group: Group::Positioning,
    level: Level::Blocker,
    question: "What would they use instead?",
    why: "People compare with what they have, a spreadsheet or nothing at all; a statement that names it does the comparing for them.",
    weak: "For practices with three chairs, Recall fills a cancelled slot within the hour",
    strong: "For practices with three chairs, Recall fills a cancelled slot within the hour, unlike a list on paper",
    kinds: &[TextKind::Statement],
    fix: Fix::Prompt,
    rows: &["S0-28"],
    silences: &[],
    outranks: &[],
    needs: Needs {
        lists: &[
            "against",
            "not-against",
            "while",
            "set-aside",
            "plain-clause",
            "habit",
            "other-side",
            "own-side",
            "falls-short",
        ],
        thresholds: &[],
    },
    check,
};

fn check(reading: &Reading<'_>, context: &Context, lexicon: &Lexicon) -> Vec<Hit> {
    let words = reading.words();
    if words.is_empty() || reading.is_foreign() {
        return Vec::new();
    }
    if names_any(reading, &context.alternatives) || is_against(reading, lexicon) {
        return Vec::new();
    }
    let known = context
        .alternatives
        .iter()
        .map(|alternative| alternative.name.trim())
        .find(|name| !name.is_empty());
    let say = known.map_or_else(
        || {
            "Add what these people use today, if only a spreadsheet or nothing, and how you differ."
                .to_owned()
        },
        |name| format!("Add how you differ from “{name}”."),
    );
    vec![Hit {
        first: 0,
        last: words.len() - 1,
        message: format!("This names nothing that it replaces. {say}"),
    }]
}

/// Whether the text says against what it stands.
fn is_against(reading: &Reading<'_>, lexicon: &Lexicon) -> bool {
    let excepted = reading.found(lexicon.list("not-against"));
    let named = reading.found(lexicon.list("against")).iter().any(|range| {
        // “more than 200 people” counts and does not compare.
        let counts = range.start() == range.end() && is_word(reading, *range.end(), &["than"]);
        let is_amount = counts && reading.is_number(range.end() + 1);
        let is_excepted = excepted.iter().any(|no| no.contains(range.start()));
        !is_amount && !is_excepted
    });
    named
        || (0..reading.words().len()).any(|at| {
            is_denied(reading, at)
                || is_habit_dropped(reading, lexicon, at)
                || is_other_side(reading, lexicon, at)
        })
}

/// “…, not by phone”, “not the caretaker”.
fn is_denied(reading: &Reading<'_>, at: usize) -> bool {
    is_word(reading, at, &["not"])
        && at > 0
        && !reading.word(at).is_some_and(Word::follows_closely)
        && !is_word(reading, at + 1, &["only", "just", "merely", "even", "to"])
}

/// What people use today, named to be dropped: “without spreadsheets”, “no agency needed”.
fn is_habit_dropped(reading: &Reading<'_>, lexicon: &Lexicon, at: usize) -> bool {
    is_word(
        reading,
        at,
        &["without", "no", "nobody", "never", "don't", "doesn't"],
    ) && close(reading, at + 1, 8).any(|word| lexicon.list("habit").has(word))
}

/// A clause about the others: “…, where brokers call back the next morning”, “while agencies bill
/// by the hour”, “; evening classes take a week”, “With paper cards it takes an hour”.
fn is_other_side(reading: &Reading<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let is = |list: &str, at: usize| {
        reading
            .word(at)
            .is_some_and(|word| lexicon.list(list).has(word))
    };
    let Some(word) = reading.word(at).filter(|_| at > 0) else {
        return false;
    };
    let opens = !word.follows_closely();
    if let Some(taken) = lexicon.list("while").at(reading.words(), at) {
        let next = at + taken;
        let is_doing = reading
            .word(next)
            .is_some_and(|word| word.folded.ends_with("ing"));
        let is_plain = is_word(reading, at, &["where"]) && !opens && is("plain-clause", next);
        return !(is("set-aside", next) || is_doing || is_plain);
    }
    // A list goes on after a comma; a new sentence or clause that speaks of others compares.
    let with = is_word(reading, at, &["with", "by", "on", "in"]) && word.gap == Gap::Sentence;
    let skipped = usize::from(is_word(reading, at, &["the", "an", "a", "most", "today"]));
    // “; a paralegal needs two weeks”, “. Yellow clip-ons only dim it”.
    let clause = word.gap == Gap::Sentence || reading.between(at).contains([';', '–', '—']);
    let falls_short = clause
        && !is("own-side", at)
        && close(reading, at + 1, 4).any(|word| lexicon.list("falls-short").has(word));
    falls_short
        || opens
            && (is("other-side", at + skipped)
                || is("habit", at + skipped)
                || with && close(reading, at + 1, 3).any(|word| lexicon.list("habit").has(word)))
}

/// Up to `most` words from `at` on, up to the next comma.
fn close<'a>(reading: &'a Reading<'_>, at: usize, most: usize) -> impl Iterator<Item = &'a Word> {
    reading
        .words()
        .iter()
        .skip(at)
        .take(most)
        .take_while(|word| word.follows_closely())
}

fn is_word(reading: &Reading<'_>, at: usize, known: &[&str]) -> bool {
    reading
        .word(at)
        .is_some_and(|word| known.contains(&word.folded.as_str()))
}
