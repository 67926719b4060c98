//! `generic-claim`: praise that any rival could print.

use crate::context::Context;
use crate::finding::Level;
use crate::kind::TextKind;
use crate::rule::{Fix, Group, Hit, Needs, Rule};
use crate::text::reading::Reading;
use crate::words::lexicon::Lexicon;

use super::vagueness::{stretch, unexcepted};

pub(crate) const RULE: Rule = Rule {
    id: "generic-claim",
    name: "Any rival could say it",
    group: Group::Positioning,
    level: Level::Warning,
    question: "Would a rival print the same words?",
    why: "Praise that fits every rival helps nobody to choose; a fact that only fits you does.",
    weak: "The leading all-in-one platform for dental practices, unlike paper",
    strong: "For practices with three chairs, cancelled slots fill by text within the hour, unlike a list on paper",
    kinds: &[
        TextKind::Statement,
        TextKind::Differentiator,
        TextKind::Ad,
        TextKind::Email,
        TextKind::Landing,
        TextKind::Offer,
        TextKind::Onboarding,
        TextKind::Sales,
        TextKind::Content,
    ],
    fix: Fix::Edit,
    rows: &["S0-34"],
    silences: &[],
    outranks: &["vague-payoff"],
    needs: Needs {
        lists: &[
            "function", "generic", "gradable", "leading", "thing", "maker", "except",
        ],
        thresholds: &["measured_near"],
    },
    check,
};

fn check(reading: &Reading<'_>, _: &Context, lexicon: &Lexicon) -> Vec<Hit> {
    let mut claims = unexcepted(reading, lexicon, "generic");
    claims.extend(
        unexcepted(reading, lexicon, "gradable")
            .into_iter()
            .filter(|&(_, last)| !is_measured(reading, lexicon, last)),
    );
    claims.extend(
        unexcepted(reading, lexicon, "leading")
            .into_iter()
            .filter(|&(_, last)| is_before_a_name(reading, lexicon, last)),
    );
    claims.sort_unstable();

    let mut hits = Vec::new();
    let mut told = None;
    let mut later = claims.as_slice();
    while let Some((&claim, rest)) = later.split_first() {
        later = rest;
        let sentence = reading.word(claim.0).map(|word| word.sentence);
        if told == sentence {
            continue;
        }
        told = sentence;
        let (first, last) = stretch(reading, claim, rest);
        hits.push(Hit {
            first,
            last,
            message: format!(
                "Any rival could print “{}”. Say the fact behind it: what, how much, for whom.",
                reading.repeat(first, last)
            ),
        });
    }
    hits
}

/// Whether the praise comes with its measure, as in “a powerful 90 kW motor”, “as powerful as a
/// machining centre”.
fn is_measured(reading: &Reading<'_>, lexicon: &Lexicon, last: usize) -> bool {
    let near = last + 1..=last + lexicon.threshold("measured_near");
    let compared = reading
        .word(last + 1)
        .is_some_and(|word| word.folded == "as");
    compared
        || near
            .take_while(|&at| reading.word(at).is_some_and(|word| word.follows_closely()))
            .any(|at| reading.is_number(at))
}

/// Whether “leading” stands before a name, as an adjective does: “a leading provider”, and not
/// “leading to”, “leading the team”.
fn is_before_a_name(reading: &Reading<'_>, lexicon: &Lexicon, last: usize) -> bool {
    let next = |at: usize| reading.word(at).filter(|word| word.follows_closely());
    let is_name = next(last + 1)
        .is_some_and(|word| !lexicon.list("function").has(word) && !reading.is_number(last + 1));
    // At the head of a sentence it may be a verb: “Leading landlords through eviction law”.
    let is_bare = reading
        .word(last)
        .is_some_and(|word| !word.follows_closely());
    let is_offered = || {
        (last + 1..=last + 3)
            .map_while(next)
            .any(|word| lexicon.list("thing").has(word) || lexicon.list("maker").has(word))
    };
    is_name && (!is_bare || is_offered())
}
