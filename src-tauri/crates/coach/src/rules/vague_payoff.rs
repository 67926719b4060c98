//! `vague-payoff`: an outcome nobody could check.

use super::features::lists_features;
use super::vagueness::{THRESHOLDS, stretch, unexcepted, vague_words};
use crate::context::Context;
use crate::finding::Level;
use crate::kind::TextKind;
use crate::rule::{Fix, Group, Hit, Needs, Rule};
use crate::text::reading::Reading;
use crate::words::lexicon::Lexicon;

pub(crate) const RULE: Rule = Rule {
    id: "vague-payoff",
    name: "Nobody could check it",
    group: Group::Value,
    level: Level::Warning,
    question: "Could somebody check whether it came true?",
    why: "Better and faster are what every rival says too; an amount can be believed, compared and kept.",
    weak: "Onboard faster",
    strong: "New hires ship their first task by day five, within one quarter",
    kinds: &[
        TextKind::Payoff,
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
    fix: Fix::Prompt,
    rows: &["S0-5"],
    silences: &["payoff-without-horizon", "feature-as-value"],
    outranks: &[],
    needs: Needs {
        lists: &[
            "function",
            "abstract",
            "connector",
            "moment",
            "vague",
            "vague-if-alone",
            "except",
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
        ],
        thresholds: THRESHOLDS,
    },
    check,
};

fn check(reading: &Reading<'_>, context: &Context, lexicon: &Lexicon) -> Vec<Hit> {
    if context.quantity.is_some() {
        return Vec::new();
    }
    let claims = unexcepted(reading, lexicon, "vague");
    let mut hits = Vec::new();
    let mut told = None;
    let mut later = claims.as_slice();
    while let Some((&claim, rest)) = later.split_first() {
        later = rest;
        let sentence = reading.word(claim.0).map(|word| word.sentence);
        // One finding a sentence: whoever adds the amount mends all of it.
        if told == sentence || sentence.is_some_and(|sentence| reading.has_amount(sentence)) {
            continue;
        }
        told = sentence;
        hits.push(hit(reading, stretch(reading, claim, rest)));
    }
    if hits.is_empty()
        && reading.kind() == TextKind::Payoff
        && !reading.has_any_amount()
        && !lists_features(reading, lexicon)
    {
        // A payoff stands alone, so words that an ad may lean on are too little here. A feature
        // is not vague; it is no outcome at all.
        let alone = vague_words(reading, lexicon, "vague-if-alone");
        hits.extend(alone.map(|words| hit(reading, words)));
    }
    hits
}

fn hit(reading: &Reading<'_>, (first, last): (usize, usize)) -> Hit {
    Hit {
        first,
        last,
        message: format!(
            "“{}” cannot be checked. Say how much changes and by when.",
            reading.repeat(first, last)
        ),
    }
}
