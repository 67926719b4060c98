//! Changing the chain: documents, edits from the window, undo and redo.

use std::collections::HashMap;

use chain::diff::{Counts, Diff};
use chain::patch::Patch;
use chain::state::Known;
use chain::{Chain, Fault, Role, Segment, Version};
use measure::table::nearest;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use specta::Type;
use store::Edited;

use crate::book::Book;
use crate::error::{Code, Error};
use crate::suppressions;

/// The largest chain document that is read, in bytes.
pub const LARGEST_DOCUMENT: usize = chain::json::LARGEST;

/// The error of a chain document that is larger than [`LARGEST_DOCUMENT`].
pub fn document_too_large() -> Error {
    chain::json::too_large().into()
}

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
        let before = self.chain()?;
        let laying = self.laying(Patch::read(text)?, &before)?;
        let after = laying.over(&before)?;
        let diff = Diff::between(&before, &after);
        let sentence = match diff.changes.len() {
            0 if *before == after => String::new(),
            0 | 1 => laying.patch.sentence(&before, &after),
            many => {
                let said = format!("Applied a chain document: {many} records differ");
                laying.patch.with_moves(said, &before, &after)
            }
        };
        if !dry_run {
            self.change(|chain| {
                // Parsed and laid over once already, unless somebody wrote in between.
                let after = if *chain == *before {
                    after
                } else {
                    laying.over(chain)?
                };
                Ok((after, sentence.clone()))
            })?;
        }
        Ok(Applied {
            counts: diff.counts,
            dry_run,
            sentence,
        })
    }

    /// Lays a document of our own over the workbook, under a sentence that tells what it is for.
    pub(crate) fn lay(&mut self, document: &str, sentence: &str) -> Result<(), Error> {
        let patch = Patch::read(document)?;
        let before = self.chain()?;
        let known = self.known_rows(&before)?;
        self.change(|chain| Ok((patch.apply_knowing(chain, &known)?, sentence.to_owned())))
    }

    /// Makes an edit: a patch of the chain, named in the history by what it changed.
    ///
    /// # Errors
    /// As [`Book::apply`].
    pub fn edit(&mut self, patch: Value) -> Result<(), Error> {
        let before = self.chain()?;
        let laying = self.laying(Patch::from_value(patch)?, &before)?;
        self.change(|chain| {
            let after = laying.over(chain)?;
            let sentence = laying.patch.sentence(chain, &after);
            Ok((after, sentence))
        })
    }

    /// Makes an edit that is one save of a text being typed. Those of the same `burst` are one
    /// entry of the history, as long as nothing else comes between them.
    ///
    /// # Errors
    /// As [`Book::apply`].
    pub fn edit_typed(&mut self, patch: Value, burst: &str) -> Result<(), Error> {
        let before = self.chain()?;
        let laying = self.laying(Patch::from_value(patch)?, &before)?;
        let stamp = self.stamp();
        let sentence = |before: &Chain, after: &Chain| laying.patch.sentence(before, after);
        let typed = |chain: &Chain| laying.over(chain);
        self.store.type_on(&stamp, burst, typed, sentence)?;
        Ok(())
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

    /// A patch of a person's, with what its checks need to know.
    fn laying(&mut self, patch: Patch, before: &Chain) -> Result<Laying, Error> {
        Ok(Laying {
            columns: self.columns_named_by(&patch, before)?,
            known: self.known_rows(before)?,
            patch: patch.dated(before, &self.today()),
        })
    }

    /// The columns of the datasets, when a patch says something of them.
    fn columns_named_by(&mut self, patch: &Patch, chain: &Chain) -> Result<Columns, Error> {
        let mut columns = Columns::default();
        if patch.names("datasets") {
            for dataset in &chain.datasets {
                if let Some(version) = self.store.dataset(&dataset.id)? {
                    let names = version.columns.into_iter().map(|column| column.name);
                    columns.0.insert(dataset.id.clone(), names.collect());
                }
            }
        }
        Ok(columns)
    }

    pub(crate) fn change(
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

/// A patch of a person's on its way into the workbook.
struct Laying {
    patch: Patch,
    columns: Columns,
    known: Known,
}

impl Laying {
    /// The chain with the patch laid over it, if it holds together with all that is known here.
    fn over(&self, chain: &Chain) -> Result<Chain, Error> {
        let after = self.patch.apply_knowing(chain, &self.known)?;
        self.columns
            .hold(chain, &after)
            .map_err(|fault| self.patch.located(fault, &after))?;
        suppressions::hold(&self.patch, chain, &after)?;
        Ok(after)
    }
}

/// The columns of datasets that have rows, by the dataset's id.
#[derive(Default)]
struct Columns(HashMap<String, Vec<String>>);

impl Columns {
    /// Checks that a key or weight that differs from before names a column of the rows.
    fn hold(&self, before: &Chain, after: &Chain) -> Result<(), Fault> {
        for (place, dataset) in after.datasets.iter().enumerate() {
            let Some(columns) = self.0.get(&dataset.id) else {
                continue;
            };
            let was = before.dataset(&dataset.id);
            for (field, column, was) in [
                ("key", &dataset.key, was.map(|was| &was.key)),
                ("weight", &dataset.weight, was.map(|was| &was.weight)),
            ] {
                if column.is_empty() || was == Some(column) || columns.contains(column) {
                    continue;
                }
                let fix = match nearest(column, columns.iter().map(String::as_str)) {
                    Some(near) => format!("Did you mean `{near}`?"),
                    None => format!("`throughline data` lists the columns of `{}`", dataset.id),
                };
                return Err(Fault::at(
                    format!("datasets[{place}].{field}"),
                    format!("the rows of `{}` have no column `{column}`", dataset.id),
                    fix,
                ));
            }
        }
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
