//! Changing the chain: documents, edits from the window, undo and redo.

use chain::diff::{Counts, Diff};
use chain::patch::Patch;
use chain::{Chain, Role, Segment, Version};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use specta::Type;
use store::Edited;

use crate::book::Book;
use crate::error::{Code, Error};

/// What applying a document did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Applied {
    /// Created, changed, unchanged and removed records by kind.
    pub counts: Vec<Counts>,
    /// Whether nothing was written because it was only tried.
    pub dry_run: bool,
    /// The entry in the history, without its full stop; empty when nothing differs.
    pub sentence: String,
}

impl Book {
    /// Lays a chain document over the workbook: one undo step. With `dry_run`, only says what it
    /// would do.
    ///
    /// # Errors
    /// [`Code::BadDocument`] with the path of what cannot stand; the workbook is left as it was.
    pub fn apply(&mut self, text: &str, dry_run: bool) -> Result<Applied, Error> {
        let patch = Patch::read(text)?;
        let before = self.chain()?;
        let diff = Diff::between(&before, &patch.apply(&before)?);
        let sentence = match diff.changes.len() {
            0 => String::new(),
            1 => diff.sentence(),
            many => format!("Applied a chain document: {many} records differ"),
        };
        if !dry_run {
            self.change(|chain| Ok((patch.apply(chain)?, sentence.clone())))?;
        }
        Ok(Applied {
            counts: diff.counts,
            dry_run,
            sentence,
        })
    }

    /// Makes an edit: a patch of the chain, named in the history by what it changed.
    ///
    /// # Errors
    /// As [`Book::apply`].
    pub fn edit(&mut self, patch: Value) -> Result<(), Error> {
        let patch = Patch::from_value(patch)?;
        self.change(|chain| {
            let after = patch.apply(chain)?;
            let sentence = Diff::between(chain, &after).sentence();
            Ok((after, sentence))
        })
    }

    /// Makes a segment the primary one; the one that was so far is queued.
    ///
    /// # Errors
    /// [`Code::WrongState`] when another segment is primary and no reason is given.
    pub fn promote(&mut self, segment: &str, reason: &str) -> Result<(), Error> {
        let reason = reason.trim();
        self.change(|chain| {
            let found = find(chain, segment)?;
            let displaced: Vec<&str> = chain
                .segments
                .iter()
                .filter(|other| other.role == Role::Primary && other.id != segment)
                .map(|other| other.name.as_str())
                .collect();
            if !displaced.is_empty() && reason.is_empty() {
                return Err(Error::new(
                    Code::WrongState,
                    format!("“{}” is the primary segment", displaced.join("”, “")),
                    "Say why another one should be.",
                ));
            }
            let because = if reason.is_empty() {
                String::new()
            } else {
                format!(": {reason}")
            };
            let sentence = format!("Made “{}” the primary segment{because}", found.name);
            let mut after = chain.clone();
            for other in &mut after.segments {
                if other.id == segment {
                    other.role = Role::Primary;
                } else if other.role == Role::Primary {
                    other.role = Role::Queued;
                }
            }
            Ok((after, sentence))
        })
    }

    /// Keeps the positioning of a segment as a numbered version and starts the next one from it.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is no such segment.
    pub fn new_version(&mut self, segment: &str, reason: &str) -> Result<(), Error> {
        let today = self.today();
        self.change(|chain| {
            find(chain, segment)?;
            let mut after = chain.clone();
            let mut sentence = String::new();
            for found in after
                .segments
                .iter_mut()
                .filter(|found| found.id == segment)
            {
                let number = found.positioning.versions.iter().map(|v| v.number).max();
                let number = number.unwrap_or(0).saturating_add(1);
                sentence = format!("Kept version {number} of the positioning of {}", found.name);
                let version = version_of(found, number, &today, reason.trim());
                found.positioning.versions.push(version);
                found.positioning.since.clone_from(&today);
            }
            Ok((after, sentence))
        })
    }

    fn change(
        &mut self,
        change: impl FnOnce(&Chain) -> Result<(Chain, String), Error>,
    ) -> Result<(), Error> {
        let stamp = self.stamp();
        self.store.edit(&stamp, |chain| {
            let (chain, sentence) = change(chain)?;
            Ok::<_, Error>(Edited { chain, sentence })
        })?;
        Ok(())
    }
}

/// The segment of an id.
///
/// # Errors
/// [`Code::NotFound`], with the ids there are.
pub(crate) fn find<'a>(chain: &'a Chain, id: &str) -> Result<&'a Segment, Error> {
    chain.segment(id).ok_or_else(|| {
        let known: Vec<String> = chain.segments.iter().map(|s| s.id.clone()).collect();
        Error::not_found("segment", id, &known)
    })
}

fn version_of(segment: &Segment, number: u32, today: &str, reason: &str) -> Version {
    let p = &segment.positioning;
    Version {
        number,
        since: p.since.clone(),
        until: today.to_owned(),
        reason: reason.to_owned(),
        for_whom: p.for_whom.clone(),
        problem: p.problem.clone(),
        benefit: p.benefit.clone(),
        why_believe: p.why_believe.clone(),
        category: p.category.clone(),
        why_now: p.why_now.clone(),
        tagline: p.tagline.clone(),
        alternatives: p.alternatives.clone(),
        differentiator: p.differentiator.clone(),
    }
}
