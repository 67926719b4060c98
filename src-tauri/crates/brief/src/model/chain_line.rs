//! The throughline: six links and how each of them stands.

use serde::{Deserialize, Serialize};
use specta::Type;

/// The six links, from decision to results.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Line {
    /// What the segment is for.
    pub decision: LineLink,
    /// Who.
    pub segment: LineLink,
    /// Job, pain, payoff.
    pub value: LineLink,
    /// Why us, against what.
    pub positioning: LineLink,
    /// The words they meet.
    pub journey: LineLink,
    /// What they then did.
    pub results: LineLink,
    /// Whether this is the primary segment, whose line is heavier.
    pub primary: bool,
    /// Whether the segment is not for us: its line ends in a stop bar.
    pub not_for_us: bool,
}

impl Line {
    /// The six links in their order, each with its name.
    pub fn links(&self) -> [(&'static str, &LineLink); 6] {
        [
            ("Decision", &self.decision),
            ("Segment", &self.segment),
            ("Value", &self.value),
            ("Positioning", &self.positioning),
            ("Journey", &self.journey),
            ("Results", &self.results),
        ]
    }
}

/// One link of the line.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct LineLink {
    /// How it stands.
    pub state: LineState,
    /// The state in words, as `sound`, `stale since 12 Nov`; empty gives the state's own word.
    pub word: String,
}

impl LineLink {
    /// The words to print under the link.
    pub fn words(&self) -> &str {
        if self.word.trim().is_empty() {
            self.state.word()
        } else {
            &self.word
        }
    }
}

/// How a link stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum LineState {
    /// No required field is filled. Drawn as a ring behind a hollow line.
    #[default]
    Missing,
    /// Something is left to do. Drawn as a half disc behind a dashed line.
    Draft,
    /// Complete and confirmed by a person. Drawn as a disc behind a solid line.
    Sound,
    /// Confirmed, but what it rests on has changed. Drawn as a snapped disc behind a cut line.
    Stale,
}

impl LineState {
    /// The state as a reader knows it; also the name by which the template draws it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Draft => "draft",
            Self::Sound => "sound",
            Self::Stale => "stale",
        }
    }
}
