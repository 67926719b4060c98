//! `unique-without-proof`: a claim to be the only one, the first or number one, and nothing that
//! shows it.

use crate::context::Context;
use crate::finding::Level;
use crate::kind::TextKind;
use crate::rule::{Fix, Group, Hit, Needs, Rule};
use crate::text::reading::Reading;
use crate::words::lexicon::Lexicon;

pub(crate) const RULE: Rule = Rule {
    id: "unique-without-proof",
    name: "The only one, says who?",
    group: Group::Positioning,
    level: Level::Warning,
    question: "Who says so, besides you?",
    why: "One rival that does the same makes a claim to be the only one a false one; with a source it is an argument.",
    weak: "The only recall service that calls back within four minutes, unlike a list on paper",
    strong: "Calls back within four minutes, median of 2,113 calls in 2025, unlike a list on paper",
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
    fix: Fix::Prompt,
    rows: &["S0-33"],
    silences: &[],
    outranks: &[],
    needs: Needs {
        lists: &[
            "function",
            "unique",
            "except",
            "only",
            "first",
            "counted",
            "is",
            "builds",
            "source",
            "owner",
            "nobody",
            "single",
            "before-nobody",
        ],
        thresholds: &[],
    },
    check,
};

fn check(reading: &Reading<'_>, context: &Context, lexicon: &Lexicon) -> Vec<Hit> {
    let is_shown = context
        .proofs
        .iter()
        .any(|proof| !proof.text.trim().is_empty());
    if is_shown {
        return Vec::new();
    }
    let excepted = reading.found(lexicon.list("except"));
    let mut claims: Vec<(usize, usize)> = reading
        .claims(lexicon.list("unique"))
        .into_iter()
        .filter(|range| !excepted.iter().any(|no| no.contains(range.start())))
        .map(|range| (*range.start(), *range.end()))
        .collect();
    for list in ["only", "first"] {
        claims.extend(
            reading
                .claims(lexicon.list(list))
                .into_iter()
                .filter(|range| !excepted.iter().any(|no| no.contains(range.start())))
                .filter_map(|range| singled_out(reading, lexicon, *range.start(), *range.end())),
        );
    }
    claims.extend(
        reading
            .claims(lexicon.list("nobody"))
            .into_iter()
            .filter(|range| is_said_of_rivals(reading, lexicon, *range.start()))
            .map(|range| (*range.start(), *range.end())),
    );
    claims.extend(owned(reading, lexicon));
    claims.sort_unstable();
    let mut told = None;
    let mut hits = Vec::new();
    for (first, last) in claims {
        let sentence = reading.word(first).map(|word| word.sentence);
        if told == sentence || names_source(reading, lexicon, first) {
            continue;
        }
        told = sentence;
        hits.push(Hit {
            first,
            last,
            message: format!(
                "“{}” needs a proof. Link one, name who measured it, or say what only you do and leave the count out.",
                reading.repeat(first, last)
            ),
        });
    }
    hits
}

/// “Germany's only wine subscription”, “Ohio's first …”: the only one of a place.
fn owned(reading: &Reading<'_>, lexicon: &Lexicon) -> Option<(usize, usize)> {
    (1..reading.words().len())
        .find(|&at| {
            let is = |list: &str, at: usize| {
                reading
                    .word(at)
                    .is_some_and(|word| word.follows_closely() && lexicon.list(list).has(word))
            };
            let place = reading.word(at - 1);
            let named = place.is_some_and(|word| word.owns && word.capital);
            let counted = (at + 1..=at + 3).any(|at| is("counted", at));
            named && is("single", at) && !counted && reading.is_claimed(at)
        })
        .map(|at| (at - 1, at))
}

/// “The only tool that …”, “we are the first to …”: the words from the article to what is
/// singled out, if it is the offering and not something in its users' lives.
///
/// `article` and `mark` are the places of “the” and of “only” or “first”.
fn singled_out(
    reading: &Reading<'_>,
    lexicon: &Lexicon,
    article: usize,
    mark: usize,
) -> Option<(usize, usize)> {
    let words = reading.words();
    let is = |list: &str, at: usize| {
        reading
            .word(at)
            .is_some_and(|word| lexicon.list(list).has(word))
    };
    let stands_close = |at: usize| reading.word(at).is_some_and(|word| word.follows_closely());
    let heads = article == 0 || !stands_close(article);
    let before = article.checked_sub(1);
    let claimed = stands_close(article) && before.is_some_and(|before| is("is", before));
    if !heads && !claimed {
        return None;
    }
    // The name: up to the words that say what it does.
    let name_end = (mark + 1..words.len())
        .take_while(|&at| stands_close(at))
        .find(|&at| is("builds", at) || is("owner", at) || is("function", at))
        .unwrap_or_else(|| reading.part_end(mark));
    let name = mark + 1..name_end;
    if name.clone().any(|at| is("counted", at)) {
        return None;
    }
    let then = words.get(name_end).filter(|word| word.follows_closely());
    let built = then.is_some() && is("builds", name_end);
    let owned = then.is_some() && is("owner", name_end);
    // “The only invoice they pay late” is theirs, “the only tool you'll ever need” is ours.
    if owned {
        let needed = words
            .iter()
            .skip(name_end + 1)
            .take(4)
            .any(|word| ["need", "needs", "want"].contains(&word.folded.as_str()));
        return needed.then(|| (article, name_end - 1));
    }
    if name.is_empty() {
        // “We are the only ones”, “the first to …”.
        return (claimed && built).then_some((article, mark));
    }
    let told_off = heads
        && then.is_some_and(|word| ["is", "are", "was", "were"].contains(&word.folded.as_str()));
    (!told_off && (claimed || built)).then(|| (article, name_end - 1))
}

/// Whether “nobody else” means the rivals, as at the head of a clause: “nobody else does this”. In
/// “so nobody else has to know” it means others around.
fn is_said_of_rivals(reading: &Reading<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let heads = reading.word(at).is_some_and(|word| !word.follows_closely());
    let goes_on = reading
        .word(at + 2)
        .is_some_and(|word| word.follows_closely());
    goes_on && heads
        || at
            .checked_sub(1)
            .and_then(|before| reading.word(before))
            .is_some_and(|word| lexicon.list("before-nobody").has(word))
}

/// Whether the sentence, or the one after it, says who found it so.
fn names_source(reading: &Reading<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let Some(sentence) = reading.word(at).map(|word| word.sentence) else {
        return false;
    };
    reading.found(lexicon.list("source")).iter().any(|range| {
        reading
            .word(*range.start())
            .is_some_and(|word| word.sentence == sentence || word.sentence == sentence + 1)
    })
}
