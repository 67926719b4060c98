//! A text, read once for all rules.

use std::ops::RangeInclusive;

use super::amount::{amounts, is_number};
use super::shield::shielded;
use super::word::{Word, words};
use crate::kind::TextKind;
use crate::words::lexicon::Lexicon;
use crate::words::list::List;

/// The pack that says how English is built.
pub(crate) const GRAMMAR: &str = "english";

/// The lists a reading takes from it.
pub(crate) const GRAMMAR_LISTS: &[&str] = &[
    "function",
    "number",
    "amount",
    "no-amount",
    "deadline",
    "short-time",
    "head-count",
    "denial",
    "no-denial",
    "rival",
    "foreign",
];

/// The longest stretch of the text that a message repeats, in characters.
const REPEATED: usize = 60;

/// A text with its words, amounts, and what it does not claim as its own.
#[derive(Debug)]
pub(crate) struct Reading<'a> {
    kind: TextKind,
    text: &'a str,
    words: Vec<Word>,
    numbers: Vec<bool>,
    /// For each sentence, whether it says how much.
    measured: Vec<bool>,
    shielded: Vec<bool>,
    foreign: bool,
}

impl<'a> Reading<'a> {
    /// Reads a text.
    pub(crate) fn new(kind: TextKind, text: &'a str, grammar: &Lexicon) -> Self {
        let words = words(text);
        Self {
            kind,
            text,
            numbers: words.iter().map(|word| is_number(word, grammar)).collect(),
            measured: measured(&words, grammar),
            shielded: shielded(&words, grammar),
            foreign: is_foreign(&words, grammar),
            words,
        }
    }

    /// The field it comes from.
    pub(crate) fn kind(&self) -> TextKind {
        self.kind
    }

    /// Its words.
    pub(crate) fn words(&self) -> &[Word] {
        &self.words
    }

    /// One of its words.
    pub(crate) fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    /// Whether the word is a number, of whatever sort.
    pub(crate) fn is_number(&self, at: usize) -> bool {
        self.numbers.get(at).copied().unwrap_or_default()
    }

    /// Whether the text is written in a language the word lists do not cover.
    pub(crate) fn is_foreign(&self) -> bool {
        self.foreign
    }

    /// Whether a sentence says how much.
    pub(crate) fn has_amount(&self, sentence: usize) -> bool {
        self.measured.get(sentence).copied().unwrap_or_default()
    }

    /// Whether the text says how much anywhere.
    pub(crate) fn has_any_amount(&self) -> bool {
        self.measured.contains(&true)
    }

    /// Where the text itself claims an entry of the list: word ranges in order, none overlapping.
    pub(crate) fn claims(&self, list: &List) -> Vec<RangeInclusive<usize>> {
        self.found(list)
            .into_iter()
            .filter(|range| self.is_claimed(*range.start()))
            .collect()
    }

    /// Whether the text says the word in its own name: not denied, not a rival's, not quoted.
    pub(crate) fn is_claimed(&self, at: usize) -> bool {
        !self.shielded.get(at).copied().unwrap_or_default()
    }

    /// Where the part of the sentence ends that the word stands in: at the next comma, dash or
    /// bracket.
    pub(crate) fn part_end(&self, at: usize) -> usize {
        self.words
            .iter()
            .enumerate()
            .skip(at + 1)
            .find(|(_, word)| !word.follows_closely())
            .map_or(self.words.len(), |(end, _)| end)
    }

    /// Where an entry of the list stands, claimed or not.
    pub(crate) fn found(&self, list: &List) -> Vec<RangeInclusive<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            match list.at(&self.words, at) {
                Some(taken) => {
                    found.push(at..=at + taken - 1);
                    at += taken;
                }
                None => at += 1,
            }
        }
        found
    }

    /// What the text writes between a word and the one before it.
    pub(crate) fn between(&self, at: usize) -> &str {
        let before = at.checked_sub(1).and_then(|before| self.words.get(before));
        match (before, self.words.get(at)) {
            (Some(before), Some(word)) => self
                .text
                .get(before.bytes.end..word.bytes.start)
                .unwrap_or_default(),
            _ => "",
        }
    }

    /// The words from `first` to `last` as the text writes them, cut short when they are many.
    pub(crate) fn repeat(&self, first: usize, last: usize) -> String {
        let (Some(from), Some(to)) = (self.words.get(first), self.words.get(last)) else {
            return String::new();
        };
        let words = self
            .text
            .get(from.bytes.start..to.bytes.end)
            .unwrap_or_default();
        match words.char_indices().nth(REPEATED) {
            Some((cut, _)) => format!("{}…", words.get(..cut).unwrap_or_default().trim_end()),
            None => words.to_owned(),
        }
    }
}

/// For each sentence, whether an amount stands in it.
fn measured(words: &[Word], grammar: &Lexicon) -> Vec<bool> {
    let mut measured = vec![false; words.last().map_or(0, |word| word.sentence + 1)];
    for (word, is_amount) in words.iter().zip(amounts(words, grammar)) {
        if let Some(sentence) = measured.get_mut(word.sentence) {
            *sentence |= is_amount;
        }
    }
    measured
}

/// Letters beyond Latin, accented letters or another language's small words, and no English ones.
fn is_foreign(words: &[Word], grammar: &Lexicon) -> bool {
    let english = words
        .iter()
        .filter(|word| grammar.list("function").has(word))
        .count();
    let foreign = words
        .iter()
        .filter(|word| {
            grammar.list("foreign").has(word)
                || word
                    .folded
                    .chars()
                    .any(|c| c.is_alphabetic() && !c.is_ascii())
        })
        .count();
    foreign > english
}
