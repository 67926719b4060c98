//! The brief of a segment: the chain and its figures, laid out for paper.

use brief as paper;
use chain::{AXIS_NAMES, Chain, Segment, date};
use measure::stats::proportion;

use crate::book::Book;
use crate::counts::segment_words;
use crate::edit::find;
use crate::error::{Code, Error};
use crate::settings::Paper;

mod positioning;
mod results;
mod value;

use positioning::{line, positioning};
use results::paper_results;
use value::value_rows;

/// Files a brief can leave as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "lowercase")]
pub enum BriefFormat {
    /// Markdown.
    Md,
    /// PDF.
    Pdf,
}

impl BriefFormat {
    /// The format that a file's ending names.
    ///
    /// # Errors
    /// [`Code::BadDocument`] for any other ending, with the ones there are.
    pub fn of(path: &std::path::Path) -> Result<Self, Error> {
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("md" | "markdown") => Ok(Self::Md),
            Some("pdf") => Ok(Self::Pdf),
            other => Err(Error::new(
                Code::BadDocument,
                match other {
                    Some(ending) => format!("A brief cannot be written as .{ending}"),
                    None => "The brief's file name has no ending".to_owned(),
                },
                "Name it .md for Markdown or .pdf for PDF.",
            )),
        }
    }
}

/// A brief, written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// What the reader of the file should know: characters that have no glyph, texts cut short.
    pub notes: Vec<String>,
}

/// A brief as it will look.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, specta::Type)]
pub struct BriefPreview {
    /// The pages, each an SVG picture of its own.
    pub pages: Vec<String>,
    /// The same brief as Markdown.
    pub markdown: String,
    /// What the reader of the file should know.
    pub notes: Vec<String>,
    /// A name for the file, without its ending.
    pub file_stem: String,
}

impl Book {
    /// The brief of a segment, as data.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is no such segment.
    pub fn brief(&mut self, segment: &str) -> Result<paper::Brief, Error> {
        let chain = self.chain()?;
        let found = find(&chain, segment)?;
        let findings = self.checked(&chain, true).findings;
        let known = self.known(&chain, &findings)?;
        let results = self.results(segment)?;
        let (count, uncounted) = match self.count(&chain, found) {
            Ok(count) => (count, None),
            Err(error) if error.is_of_the_rule() => (None, Some(error.message)),
            Err(error) => return Err(error),
        };
        let snapshot = self
            .dataset_view(&found.dataset)?
            .filter(|dataset| dataset.imported);
        let n = count.map(|count| count.n);
        let rows = count.map(|count| count.rows);
        let share = n.zip(rows).and_then(|(n, rows)| {
            let interval = proportion::wilson(f64::from(n), f64::from(rows), 0.95)?;
            let value = f64::from(n) / f64::from(rows);
            Some(paper::Share {
                value,
                low: interval.low,
                high: interval.high,
            })
        });
        let dataset = chain.dataset(&found.dataset);
        let notes = uncounted
            .map(|why| format!("The segment cannot be counted: {why}"))
            .into_iter()
            .collect();
        Ok(paper::Brief {
            segment: if found.name.is_empty() {
                found.id.clone()
            } else {
                found.name.clone()
            },
            offering: chain.offering.name.clone(),
            date: date::in_words(&self.today()),
            author: self.author().to_owned(),
            line: line(&chain, found, &known),
            decision: chain
                .decision(&found.decision)
                .map(|decision| paper::Decision {
                    question: decision.question.clone(),
                    options: decision.options.clone(),
                    owner: decision.owner.clone(),
                    due: date::in_words(&decision.due),
                }),
            who: paper::Who {
                n,
                rows,
                share,
                unit: dataset
                    .map(|dataset| dataset.unit.clone())
                    .unwrap_or_default(),
                dataset: found.dataset.clone(),
                rule: rule_words(&chain, found),
                described: found.described.clone(),
                standing: standing(found),
            },
            decides: axes(found),
            reach: found.reach.clone(),
            value: value_rows(found),
            fits: found.for_whom.clone(),
            not_for: found.not_for.clone(),
            positioning: positioning(&chain, found, &known),
            journey: found
                .touchpoints
                .iter()
                .map(|touchpoint| paper::Touchpoint {
                    kind: touchpoint
                        .kind
                        .map(|k| k.label().to_owned())
                        .unwrap_or_default(),
                    text: touchpoint.text.clone(),
                })
                .collect(),
            results: paper_results(&results),
            notes,
            basis: paper::Basis {
                datasets: snapshot
                    .map(|snapshot| paper::Snapshot {
                        name: snapshot.id.clone(),
                        rows: snapshot.rows,
                        hash: snapshot.hash.clone(),
                        as_of: date::in_words(
                            dataset
                                .map(|dataset| dataset.as_of.as_str())
                                .unwrap_or_default(),
                        ),
                        imported: date::in_words(
                            snapshot.imported_at.get(..10).unwrap_or_default(),
                        ),
                    })
                    .into_iter()
                    .collect(),
                rule_version: rule_version(found),
                positioning_since: date::in_words(&found.positioning.since),
                app_version: env!("CARGO_PKG_VERSION").to_owned(),
            },
        })
    }

    /// The brief of a segment as it will look: its pages as pictures, `sheets` large, and its
    /// Markdown.
    ///
    /// # Errors
    /// As [`Book::write_brief`].
    pub fn brief_preview(&mut self, segment: &str, sheets: Paper) -> Result<BriefPreview, Error> {
        let brief = self.brief(segment)?;
        let preview = paper::preview(&brief, sheets).map_err(unset)?;
        Ok(BriefPreview {
            pages: preview.pages,
            markdown: paper::markdown(&brief),
            notes: preview.notes,
            file_stem: file_stem(&brief),
        })
    }

    /// The brief of a segment, written in a format; `sheets` is the size of its pages, if it has
    /// pages.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is no such segment; [`Code::Unexpected`] when the PDF cannot
    /// be set.
    pub fn write_brief(
        &mut self,
        segment: &str,
        format: BriefFormat,
        sheets: Paper,
    ) -> Result<Written, Error> {
        let brief = self.brief(segment)?;
        match format {
            BriefFormat::Md => Ok(Written {
                bytes: paper::markdown(&brief).into_bytes(),
                notes: Vec::new(),
            }),
            BriefFormat::Pdf => {
                let pdf = paper::pdf(&brief, sheets).map_err(unset)?;
                Ok(Written {
                    bytes: pdf.bytes,
                    notes: pdf.notes,
                })
            }
        }
    }
}

fn unset(error: paper::BriefError) -> Error {
    Error::new(
        Code::Unexpected,
        format!("The pages could not be set: {error}"),
        "Export Markdown instead, and tell us what the segment says.",
    )
}

/// A file name that every system takes: the offering and the segment.
fn file_stem(brief: &paper::Brief) -> String {
    let stem = chain::id::slug(&format!("{} {}", brief.offering, brief.segment));
    if stem.is_empty() {
        "brief".to_owned()
    } else {
        format!("brief-{stem}")
    }
}

/// The rule of a segment in words; empty without one.
pub(crate) fn rule_words(chain: &Chain, segment: &Segment) -> String {
    let name = |id: &str| segment_words(chain, id);
    segment
        .rule
        .as_ref()
        .map(|rule| chain::words::rule(rule, &name))
        .unwrap_or_default()
}

/// Eight hex digits that change when the rule does.
fn rule_version(segment: &Segment) -> String {
    let Some(rule) = &segment.rule else {
        return String::new();
    };
    let text = serde_json::to_string(rule).unwrap_or_default();
    let digits = blake3::hash(text.as_bytes()).to_hex();
    digits[..8].to_owned()
}

fn standing(segment: &Segment) -> String {
    let mut words = segment.standing.label().to_owned();
    // What was tried stands inside a sentence here: its own full stop would double the next mark.
    let test = segment.tested.test.trim();
    let test = test.strip_suffix('.').unwrap_or(test);
    if !test.is_empty() {
        words.push_str(", tested by ");
        words.push_str(test);
    }
    if !segment.tested.on.is_empty() {
        words.push_str(", ");
        words.push_str(&date::in_words(&segment.tested.on));
    }
    words
}

fn axes(segment: &Segment) -> Vec<paper::Axis> {
    AXIS_NAMES
        .iter()
        .zip(segment.decides_by.all())
        .filter(|(_, axis)| axis.is_answered())
        .map(|(name, axis)| paper::Axis {
            name: name.replace('_', " "),
            score: axis.score,
            note: axis.note.clone(),
        })
        .collect()
}
