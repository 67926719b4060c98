//! The shape of a rule. The same definition drives the finding, the reference page and the
//! catalogue of the command line.

use serde::Serialize;
use specta::Type;

use crate::context::Context;
use crate::finding::Level;
use crate::kind::TextKind;
use crate::text::reading::Reading;
use crate::words::lexicon::Lexicon;

/// The link of the chain a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Who, and what for.
    Segment,
    /// Job, pain, payoff, proof.
    Value,
    /// The statement and what it stands against.
    Positioning,
    /// The words people meet, from the ad to the sales call.
    Journey,
}

/// What the workbench can offer to do about a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Fix {
    /// A way to where it is put right.
    Jump,
    /// An edit that is already filled in.
    Edit,
    /// A question to answer in place.
    Prompt,
}

/// One rule.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Rule {
    /// Stable name, `kebab-case`; also the name of the rule's word pack.
    pub id: &'static str,
    /// What it found, in a few words, as its card is headed: `Any rival could say it`.
    pub name: &'static str,
    /// The link it is about.
    pub group: Group,
    /// How much its findings matter.
    pub level: Level,
    /// What it asks of a text.
    pub question: &'static str,
    /// Why that matters, one sentence.
    pub why: &'static str,
    /// A text it flags, of the first kind it reads.
    pub weak: &'static str,
    /// The same text, sound.
    pub strong: &'static str,
    /// The kinds of text it reads; none for a rule over the chain itself.
    pub kinds: &'static [TextKind],
    /// What can be offered about a finding.
    pub fix: Fix,
    /// The mission rows it serves.
    pub rows: &'static [&'static str],
    /// Rules that stay quiet on a text where this one speaks: one weakness, one finding.
    pub silences: &'static [&'static str],
    /// Rules whose findings give way to this one's where both point at the same words.
    pub outranks: &'static [&'static str],
    /// What it takes from its word pack; a pack that lacks any of it is refused.
    #[serde(skip)]
    pub(crate) needs: Needs,
    /// The check itself.
    #[serde(skip)]
    pub(crate) check: fn(&Reading<'_>, &Context, &Lexicon) -> Vec<Hit>,
}

/// The names a rule looks up in its word pack.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Needs {
    /// Word lists.
    pub lists: &'static [&'static str],
    /// Thresholds.
    pub thresholds: &'static [&'static str],
}

/// Words that a check points at.
#[derive(Debug, Clone)]
pub(crate) struct Hit {
    /// Index of the first word in the reading.
    pub first: usize,
    /// Index of the last word, inclusive.
    pub last: usize,
    /// What to say about them.
    pub message: String,
}

impl Hit {
    /// Whether the two point at a word in common.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}
