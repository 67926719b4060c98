//! `slogan`: a statement that is a tagline – short, and silent on who, what and against what.

use std::ops::RangeInclusive;

use super::naming::names_any;
use crate::context::Context;
use crate::finding::Level;
use crate::kind::TextKind;
use crate::rule::{Fix, Group, Hit, Needs, Rule};
use crate::text::reading::Reading;
use crate::words::lexicon::Lexicon;

pub(crate) const RULE: Rule = Rule {
    id: "slogan",
    name: "A slogan, no statement",
    group: Group::Positioning,
    level: Level::Warning,
    question: "Does the statement say for whom, what changes, and against what?",
    why: "A tagline is for the wall; a statement is what the ad, the page and the sales call are held against.",
    weak: "Your HR, reimagined",
    strong: "For HR teams that lose new hires in week one, every account ready before day one, unlike IT tickets",
    kinds: &[TextKind::Statement],
    fix: Fix::Edit,
    rows: &["S0-31"],
    // A slogan is rewritten whole, so its worn-out words need no finding of their own.
    silences: &["vague-payoff", "no-alternative"],
    outranks: &[],
    needs: Needs {
        lists: &[
            "function", "shape", "category", "change", "audience", "helps", "no-one", "against",
        ],
        thresholds: &["short", "long"],
    },
    check,
};

fn check(reading: &Reading<'_>, context: &Context, lexicon: &Lexicon) -> Vec<Hit> {
    let count = reading.words().len();
    if count == 0 || count > lexicon.threshold("long") || reading.is_foreign() {
        return Vec::new();
    }
    let amount = reading.has_any_amount();
    let who = names_someone(reading, lexicon);
    let what = amount
        || ["category", "change"]
            .iter()
            .any(|list| !reading.found(lexicon.list(list)).is_empty());
    let against = !reading.found(lexicon.list("against")).is_empty()
        || names_any(reading, &context.alternatives);
    let shaped = !reading.claims(lexicon.list("shape")).is_empty();

    let says_nothing = !who && !what && !against;
    // The turn of phrase gives a short one away even where it names somebody or something.
    let says_little = !(amount || against || who && what);
    let is_slogan = if count <= lexicon.threshold("short") {
        says_nothing || shaped && says_little
    } else {
        says_nothing && shaped
    };
    if !is_slogan {
        return Vec::new();
    }
    let missing: Vec<&str> = [
        (who, "for whom"),
        (what, "what changes"),
        (false, "against what"),
    ]
    .into_iter()
    .filter_map(|(said, part)| (!said).then_some(part))
    .collect();
    vec![Hit {
        first: 0,
        last: count - 1,
        message: format!(
            "This is a slogan: it does not say {}. Keep it as the tagline and write that here.",
            listed(&missing)
        ),
    }]
}

/// Whether somebody in particular is named: “for HR teams”, “roofers who …”, “helps nurses …”.
fn names_someone(reading: &Reading<'_>, lexicon: &Lexicon) -> bool {
    if !reading.found(lexicon.list("audience")).is_empty() {
        return true;
    }
    reading
        .found(lexicon.list("helps"))
        .iter()
        .any(|range| is_someone(reading, lexicon, range))
}

/// Whether what follows “for” or “helps” is somebody in particular and not everybody.
fn is_someone(reading: &Reading<'_>, lexicon: &Lexicon, helps: &RangeInclusive<usize>) -> bool {
    reading
        .words()
        .iter()
        .skip(helps.end() + 1)
        .take_while(|word| word.follows_closely())
        .find(|word| !lexicon.list("function").has(word) && !lexicon.list("no-one").has(word))
        .is_some()
}

fn listed(parts: &[&str]) -> String {
    match parts {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} or {last}", most.join(", ")),
    }
}
