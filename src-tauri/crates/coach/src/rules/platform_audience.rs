//! `platform-audience`: an audience of an ad account that is named as if it were a segment.

use crate::context::Context;
use crate::finding::Level;
use crate::kind::TextKind;
use crate::rule::{Fix, Group, Hit, Needs, Rule};
use crate::text::reading::Reading;
use crate::words::lexicon::Lexicon;

pub(crate) const RULE: Rule = Rule {
    id: "platform-audience",
    name: "An audience, not a segment",
    group: Group::Segment,
    level: Level::Warning,
    question: "Are these people, or a setting in an ad account?",
    why: "A platform's audience is a way to reach a segment; it says nothing of what they need or how they decide.",
    weak: "Lookalike 1 %, purchasers",
    strong: "Buyers who reorder the same size within six weeks",
    kinds: &[TextKind::SegmentName, TextKind::Segment],
    fix: Fix::Prompt,
    rows: &["S0-22"],
    silences: &["everyone"],
    outranks: &[],
    needs: Needs {
        lists: &["audience", "people", "deed", "user"],
        thresholds: &[],
    },
    check,
};

fn check(reading: &Reading<'_>, _: &Context, lexicon: &Lexicon) -> Vec<Hit> {
    reading
        .claims(lexicon.list("audience"))
        .into_iter()
        .find(|range| !is_used_by_people(reading, lexicon, *range.start(), *range.end()))
        .map(|range| {
            let (first, last) = (*range.start(), *range.end());
            Hit {
                first,
                last,
                message: format!(
                    "“{}” is an audience of an ad platform. Name the people in it and what they need; keep the audience as a way to reach them.",
                    reading.repeat(first, last)
                ),
            }
        })
        .into_iter()
        .collect()
}

/// Whether the words are what somebody works with: “agencies that run remarketing”, “shops whose
/// retargeting stopped paying”, “retargeting managers”.
fn is_used_by_people(reading: &Reading<'_>, lexicon: &Lexicon, first: usize, last: usize) -> bool {
    if reading
        .word(last + 1)
        .is_some_and(|word| word.follows_closely() && lexicon.list("user").has(word))
    {
        return true;
    }
    // “…, synced as a remarketing list”: the people are the audience again.
    let is_named_so = first.checked_sub(2).is_some_and(|at| {
        reading.word(at).is_some_and(|word| word.folded == "as")
            && reading
                .word(at + 1)
                .is_some_and(|word| ["a", "an", "our", "the"].contains(&word.folded.as_str()))
    });
    if is_named_so {
        return false;
    }
    let sentence = reading.word(first).map(|word| word.sentence);
    let before = || {
        reading
            .words()
            .iter()
            .take(first)
            .filter(|word| Some(word.sentence) == sentence)
    };
    before().any(|word| lexicon.list("people").has(word))
        && before().any(|word| lexicon.list("deed").has(word))
        || before().any(|word| ["whose", "where"].contains(&word.folded.as_str()))
}
