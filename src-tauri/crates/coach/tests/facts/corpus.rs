//! The labelled texts, and what the coach makes of them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use coach::{Context, TextKind, lint};
use serde::Deserialize;

/// One labelled text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labelled {
    pub id: String,
    pub kind: TextKind,
    pub industry: String,
    pub text: String,
    pub rules: BTreeSet<String>,
    #[serde(default)]
    pub context: Context,
    #[serde(default)]
    split: Option<String>,
}

impl Labelled {
    /// Whether tuning never looks at it: as its file says, else as its id falls.
    pub fn is_test(&self) -> bool {
        match self.split.as_deref() {
            Some(split) => split == "test",
            None => fnv(&self.id) % 5 < 2,
        }
    }

    /// The rules that speak on it.
    pub fn found(&self) -> BTreeSet<String> {
        lint(self.kind, &self.text, &self.context)
            .into_iter()
            .map(|finding| finding.rule)
            .collect()
    }
}

/// The texts of one file.
pub fn corpus(file: &str) -> Vec<Labelled> {
    std::fs::read_to_string(root().join("tests/fixtures/coach").join(file))
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

/// A hash that stays the same for ever (FNV-1a, 32 bits, its high half folded in).
fn fnv(id: &str) -> u32 {
    let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    hash ^ (hash >> 16)
}
