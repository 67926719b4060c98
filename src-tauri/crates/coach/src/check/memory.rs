//! What was found in a text before: a text that stands as it stood is not read again.

use std::collections::HashMap;
use std::sync::Arc;

use crate::coach::Coach;
use crate::context::{Alternative, Context, Proof};
use crate::finding::TextFinding;
use crate::kind::TextKind;

/// Readings kept beyond what the last check needed.
const SPARE: usize = 4_096;

/// A text, its kind and its surroundings, as a fingerprint.
type Key = [u8; 16];

/// The readings of earlier checks. One belongs to one open workbook; a fresh one finds the same.
#[derive(Debug, Default)]
pub struct Memory {
    kept: HashMap<Key, Kept>,
    /// Which check is under way.
    now: u64,
    /// Texts read since the start, those remembered aside.
    read: u64,
}

#[derive(Debug)]
struct Kept {
    found: Arc<[TextFinding]>,
    /// The last check that asked for it.
    asked: u64,
}

impl Memory {
    /// How many texts were read in earnest so far: those that had changed or were new.
    pub const fn texts_read(&self) -> u64 {
        self.read
    }

    /// A check begins.
    pub(super) const fn begin(&mut self) {
        self.now += 1;
    }

    /// A check is over: what nobody asked for lately is forgotten, so that a long day of typing
    /// does not fill the memory.
    pub(super) fn end(&mut self) {
        let needed = self.kept.values().filter(|kept| kept.asked == self.now);
        if self.kept.len() > needed.count() + SPARE {
            let now = self.now;
            self.kept.retain(|_, kept| kept.asked == now);
        }
    }

    /// What is weak in a text.
    pub(super) fn lint(
        &mut self,
        coach: &Coach,
        kind: TextKind,
        text: &str,
        around: &Around,
    ) -> Arc<[TextFinding]> {
        let key = key(kind, text, around);
        if let Some(kept) = self.kept.get_mut(&key) {
            kept.asked = self.now;
            return Arc::clone(&kept.found);
        }
        self.read += 1;
        let found: Arc<[TextFinding]> = coach.lint(kind, text, &around.context).into();
        let kept = Kept {
            found: Arc::clone(&found),
            asked: self.now,
        };
        self.kept.insert(key, kept);
        found
    }
}

fn key(kind: TextKind, text: &str, around: &Around) -> Key {
    let mut hash = blake3::Hasher::new();
    hash.update(kind.as_str().as_bytes());
    hash.update(&around.digest);
    hash.update(text.as_bytes());
    short(&hash)
}

/// The surroundings of a text, with their fingerprint.
#[derive(Debug)]
pub(super) struct Around {
    context: Context,
    digest: Key,
}

impl From<Context> for Around {
    fn from(context: Context) -> Self {
        Self {
            digest: digest(&context),
            context,
        }
    }
}

/// Every field counts; one that is added must be added here, or this does not compile.
fn digest(context: &Context) -> Key {
    let Context {
        offering,
        claim,
        claim_kind,
        proof_kind,
        alternatives,
        proofs,
        goal,
        quantity,
        horizon_days,
    } = context;
    let mut hash = blake3::Hasher::new();
    let mut part = |text: &str| {
        hash.update(&(text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    };
    for text in [offering, claim, goal] {
        part(text);
    }
    part(&format!(
        "{claim_kind:?} {proof_kind:?} {quantity:?} {horizon_days:?} {}",
        alternatives.len()
    ));
    for Alternative { name, kind } in alternatives {
        part(name);
        part(kind.map_or("", chain::AlternativeKind::as_str));
    }
    for Proof { kind, text } in proofs {
        part(text);
        part(kind.map_or("", chain::ProofKind::as_str));
    }
    short(&hash)
}

fn short(hash: &blake3::Hasher) -> Key {
    let mut key = Key::default();
    hash.finalize_xof().fill(&mut key);
    key
}
