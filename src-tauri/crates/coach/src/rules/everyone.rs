//! `everyone`: a text that is meant for everybody.

use super::reach::is_narrowed;
use crate::context::Context;
use crate::finding::Level;
use crate::kind::TextKind;
use crate::rule::{Fix, Group, Hit, Needs, Rule};
use crate::text::reading::Reading;
use crate::text::word::Gap;
use crate::words::lexicon::Lexicon;

pub(crate) const RULE: Rule = Rule {
    id: "everyone",
    name: "For everybody",
    group: Group::Segment,
    level: Level::Blocker,
    question: "Who is this not for?",
    why: "Whoever is meant for everybody can be told nothing in particular, and nobody feels spoken to.",
    weak: "Businesses of all sizes",
    strong: "Hauliers with up to forty trucks who drive home empty twice a week",
    kinds: &[
        TextKind::SegmentName,
        TextKind::Segment,
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
    rows: &["S2-1"],
    silences: &[],
    outranks: &["demographic-only"],
    needs: Needs {
        lists: &[
            "function",
            "abstract",
            "relative",
            "with",
            "tied-by",
            "aside",
            "wish",
            "common-deed",
            "common-good",
            "common-place",
            "place-before",
            "extent",
            "universal",
            "breadth",
            "anybody",
            "before-bare",
            "is-served",
            "serves",
            "filler",
            "small-end",
            "tells",
            "everywhere",
            "past",
            "large-end",
            "joining",
        ],
        thresholds: &["narrow_enough"],
    },
    check,
};

fn check(reading: &Reading<'_>, _: &Context, lexicon: &Lexicon) -> Vec<Hit> {
    let names_segment = matches!(reading.kind(), TextKind::SegmentName | TextKind::Segment);
    let mut found: Vec<(usize, usize)> = reading
        .claims(lexicon.list("universal"))
        .into_iter()
        .map(|range| (*range.start(), *range.end()))
        .filter(|&place| {
            is_addressed(reading, lexicon, place)
                || names_segment && !is_told_of(reading, lexicon, place)
        })
        .filter(|&(_, last)| !is_narrowed(reading, lexicon, last + 1))
        .collect();
    found.extend(
        reading
            .claims(lexicon.list("breadth"))
            .into_iter()
            .map(|range| (*range.start(), *range.end()))
            .filter(|&(_, last)| !is_narrowed(reading, lexicon, last + 1)),
    );
    found.extend(from_small_to_large(reading, lexicon));
    found.extend(for_all(reading));
    if names_segment {
        found.extend(bare(reading, lexicon));
        found.extend(everywhere(reading, lexicon));
    }
    // The longest where several begin together.
    found.sort_unstable_by_key(|&(first, last)| (first, std::cmp::Reverse(last)));

    let mut told = None;
    let mut hits = Vec::new();
    for (first, last) in found {
        let sentence = reading.word(first).map(|word| word.sentence);
        if told == sentence {
            continue;
        }
        told = sentence;
        hits.push(Hit {
            first,
            last,
            message: format!(
                "“{}” is everybody. Name the people who decide differently from the rest, and say whom you turn away.",
                reading.repeat(first, last)
            ),
        });
    }
    hits
}

/// Whether a text that talks to people means these as the ones it is for: “for everyone”,
/// “anyone can learn”. “Everyone in the group sees it” only tells a story.
fn is_addressed(reading: &Reading<'_>, lexicon: &Lexicon, (first, last): (usize, usize)) -> bool {
    let starts = |list: &str, at: usize| lexicon.list(list).at(reading.words(), at).is_some();
    if starts("is-served", last + 1) && reading.word(last + 1).is_some_and(|w| w.follows_closely())
    {
        return true;
    }
    // “for absolutely everyone”, “made for any team”.
    let mut before = first;
    while let Some(at) = before.checked_sub(1) {
        let tied = reading
            .word(before)
            .is_some_and(|word| word.follows_closely());
        let Some(word) = reading.word(at).filter(|_| tied) else {
            return false;
        };
        if lexicon.list("serves").has(word) {
            return true;
        }
        if !lexicon.list("filler").has(word) {
            return false;
        }
        before = at;
    }
    false
}

/// Whether a description only tells what everybody there does: “…, and everyone is paid in cash”.
fn is_told_of(reading: &Reading<'_>, lexicon: &Lexicon, (first, last): (usize, usize)) -> bool {
    let opens = reading
        .word(first)
        .is_some_and(|word| word.gap == Gap::Sentence);
    let next = reading.word(last + 1).filter(|word| word.follows_closely());
    !opens && next.is_some_and(|word| lexicon.list("tells").has(word))
}

/// “Art for all!”
fn for_all(reading: &Reading<'_>) -> Option<(usize, usize)> {
    let is = |at: usize, known: &str| reading.word(at).is_some_and(|word| word.folded == known);
    (1..reading.words().len())
        .find(|&at| {
            let ends = reading
                .word(at + 1)
                .is_none_or(|word| !word.follows_closely());
            let once = at >= 2 && is(at - 2, "and");
            let given = ["for", "welcome", "serve", "welcomes", "serves"]
                .iter()
                .any(|known| is(at - 1, known));
            is(at, "all") && given && ends && !once && reading.is_claimed(at)
        })
        .map(|at| (at - 1, at))
}

/// “Listeners everywhere”.
fn everywhere(reading: &Reading<'_>, lexicon: &Lexicon) -> Option<(usize, usize)> {
    /// With more words before it, the text says who.
    const FEW: usize = 2;
    let at = *reading.claims(lexicon.list("everywhere")).first()?.start();
    (1..=FEW).contains(&at).then_some((0, at))
}

/// “From start-ups to enterprises”, “SMBs and large corporations”: the two ends of a market with
/// nothing but joining words between.
fn from_small_to_large(reading: &Reading<'_>, lexicon: &Lexicon) -> Vec<(usize, usize)> {
    let ends = |list: &str| reading.claims(lexicon.list(list));
    let (small, large) = (ends("small-end"), ends("large-end"));
    let joins = |from: usize, to: usize| {
        let between = || (from..to).filter_map(|at| reading.word(at));
        between().all(|word| lexicon.list("joining").has(word))
            && between()
                .chain(reading.word(to))
                .all(|word| Some(word.sentence) == reading.word(from).map(|word| word.sentence))
            && (from < to
                || reading
                    .between(to)
                    .contains([',', '&', '/', '+', '–', '—', ';']))
    };
    let mut found = Vec::new();
    for one in &small {
        for other in &large {
            let (near, far) = if one.start() < other.start() {
                (one, other)
            } else {
                (other, one)
            };
            if near.end() < far.start()
                && joins(near.end() + 1, *far.start())
                && !is_narrowed(reading, lexicon, far.end() + 1)
            {
                found.push((*near.start(), *far.end()));
            }
        }
    }
    found
}

/// A segment that is called “Consumers” or “People who like to travel”: a word for everybody at
/// the head, and nothing that narrows it.
fn bare(reading: &Reading<'_>, lexicon: &Lexicon) -> Option<(usize, usize)> {
    let mut at = 0;
    while reading
        .word(at)
        .is_some_and(|word| lexicon.list("before-bare").has(word))
    {
        at += 1;
    }
    let taken = lexicon.list("anybody").at(reading.words(), at)?;
    let last = at + taken - 1;
    let next = reading.word(last + 1);
    // “Customers’ accountants” and “Business travellers” are about somebody else.
    let stands_alone = next.is_none_or(|word| {
        !word.follows_closely()
            || lexicon.list("function").has(word)
            || lexicon.list("wish").has(word)
    });
    (stands_alone && reading.is_claimed(at) && !is_narrowed(reading, lexicon, last + 1))
        .then_some((at, last))
}
