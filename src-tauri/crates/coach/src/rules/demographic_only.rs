//! `demographic-only`: a segment that is told by age, sex, income or place, and by nothing that
//! people do or need.

use crate::context::Context;
use crate::finding::Level;
use crate::kind::TextKind;
use crate::rule::{Fix, Group, Hit, Needs, Rule};
use crate::text::reading::Reading;
use crate::words::lexicon::Lexicon;

pub(crate) const RULE: Rule = Rule {
    id: "demographic-only",
    name: "Only who they are on paper",
    group: Group::Segment,
    level: Level::Warning,
    question: "What do these people do or need that their neighbours of the same age do not?",
    why: "People of one age and income buy for different reasons; behaviour and need tell them apart, the census does not.",
    weak: "Women 25–45 with a degree",
    strong: "Women 25–45 who have returned a product twice because it stung",
    kinds: &[TextKind::SegmentName, TextKind::Segment],
    fix: Fix::Prompt,
    rows: &["S0-16"],
    silences: &[],
    outranks: &[],
    needs: Needs {
        lists: &[
            "function",
            "person",
            "trait",
            "plain",
            "place",
            "place-before",
            "work",
        ],
        thresholds: &[],
    },
    check,
};

fn check(reading: &Reading<'_>, _: &Context, lexicon: &Lexicon) -> Vec<Hit> {
    let words = reading.words();
    if words.is_empty() || reading.is_foreign() {
        return Vec::new();
    }
    let mut strong = None;
    let mut at = 0;
    while at < words.len() {
        let taken = |list: &str| lexicon.list(list).at(words, at);
        if let Some(taken) = taken("person").or_else(|| taken("trait")) {
            if !reading.is_claimed(at) {
                return Vec::new();
            }
            let (first, _) = strong.unwrap_or((at, at));
            strong = Some((first, at + taken - 1));
            at += taken;
        } else if is_age(reading, at) {
            let (first, _) = strong.unwrap_or((at, at));
            strong = Some((first, at));
            at += 1;
        } else if let Some(taken) = ["plain", "place", "work"]
            .iter()
            .find_map(|list| taken(list))
        {
            at += taken;
        } else if reading.is_number(at)
            || words
                .get(at)
                .is_some_and(|word| lexicon.list("function").has(word))
            || is_place(reading, lexicon, at)
        {
            at += 1;
        } else {
            // Something that people do, need or own: no longer the census alone.
            return Vec::new();
        }
    }
    strong
        .map(|(first, last)| Hit {
            first,
            last,
            message: format!(
                "“{}” says who they are on paper. Add what they do or need that their neighbours do not.",
                reading.repeat(first, last)
            ),
        })
        .into_iter()
        .collect()
}

/// Whether a figure stands where an age does: “25–45”, “18 to 34”, “over 50”, “40+”.
fn is_age(reading: &Reading<'_>, at: usize) -> bool {
    let age = |at: usize| {
        reading.word(at).is_some_and(|word| {
            word.folded
                .parse::<u8>()
                .is_ok_and(|age| (12..=99).contains(&age))
        })
    };
    let is = |at: Option<usize>, known: &[&str]| {
        at.and_then(|at| reading.word(at))
            .is_some_and(|word| known.contains(&word.folded.as_str()))
    };
    let before = at.checked_sub(1);
    age(at)
        && (before.is_some_and(age)
            || is(
                before,
                &["over", "under", "above", "below", "aged", "age", "ages"],
            )
            || is(before, &["to", "and"]) && at.checked_sub(2).is_some_and(age))
}

/// A name that stands where a place does: behind “in”, behind another such name, or by itself
/// between commas.
fn is_place(reading: &Reading<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let mut name = at;
    loop {
        let Some(word) = reading.word(name) else {
            return false;
        };
        if !word.capital && word.folded != "the" {
            return lexicon.list("place-before").has(word) || lexicon.list("place").has(word);
        }
        // A capital at the head of the text says nothing.
        if name == 0 || word.capital && !word.follows_closely() && name < at {
            return name > 0 && name < at;
        }
        if word.capital && !word.follows_closely() {
            // “…, London”: alone between commas.
            return word.gap == crate::text::word::Gap::Part
                && reading
                    .word(name + 1)
                    .is_none_or(|next| !next.follows_closely());
        }
        name -= 1;
    }
}
