//! Sets a sheet with Typst: the template is code of ours, the sheet is a data file beside it.
//!
//! The typesetter sees a world of a few files that exist only in memory. It cannot read the disk,
//! the network or the clock, and what people wrote reaches it as values inside `sheet.json`.

use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_svg::SvgOptions;

use crate::error::BriefError;
use crate::pdf::Paper;
use crate::sheet::Sheet;

mod fonts;
mod missing_glyphs;
mod printable;
mod world;

use world::Desk;

/// How many later runs the typesetter keeps the results of a run for. A preview that follows
/// somebody's typing finds most of its page unchanged; anything older is memory for nothing.
const KEPT_RUNS: usize = 4;

/// A sheet on pages.
pub struct Set {
    /// The pages.
    pub document: PagedDocument,
    /// What could not be printed as written.
    pub notes: Vec<String>,
}

/// Lays a sheet out.
pub fn set(sheet: &Sheet, paper: Paper) -> Result<Set, BriefError> {
    let fonts = fonts::shipped()?;
    let mut printable = printable::of(sheet, paper, fonts)?;
    let mut document = compile(&printable.json()?)?;
    // A letter and its marks may each have a glyph and still none together in one font. Only the
    // finished page knows.
    if printable.drop_clusters(missing_glyphs::on(&document)) {
        document = compile(&printable.json()?)?;
    }
    typst::comemo::evict(KEPT_RUNS);
    Ok(Set {
        document,
        notes: printable.notes(),
    })
}

fn compile(json: &[u8]) -> Result<PagedDocument, BriefError> {
    let desk = Desk::with(json.to_vec())?;
    typst::compile::<PagedDocument>(&desk)
        .output
        .map_err(|errors| BriefError::Layout {
            reason: said(&errors),
        })
}

/// The pages as an accessible PDF.
pub fn to_pdf(document: &PagedDocument) -> Result<Vec<u8>, BriefError> {
    let standards =
        PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| BriefError::Export {
            reason: error.message().to_string(),
        })?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Throughline".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| BriefError::Export {
        reason: said(&errors),
    })
}

/// The pages as pictures.
pub fn to_svg(document: &PagedDocument) -> Vec<String> {
    let options = SvgOptions {
        render_bleed: false,
        pretty: false,
    };
    document
        .pages()
        .iter()
        .map(|page| typst_svg::svg(page, &options))
        .collect()
}

fn said(errors: &[SourceDiagnostic]) -> String {
    errors
        .iter()
        .map(|error| error.message.as_str())
        .collect::<Vec<_>>()
        .join("; ")
}

/// What each page says above a height, in points, with the height of each run of words, for tests.
#[cfg(test)]
pub fn heads(document: &PagedDocument, above: f64) -> Vec<Vec<(f64, String)>> {
    use typst::layout::{Frame, FrameItem};

    fn walk(frame: &Frame, down: f64, above: f64, head: &mut Vec<(f64, String)>) {
        for (at, item) in frame.items() {
            let down = down + at.y.to_pt();
            match item {
                FrameItem::Group(group) => walk(&group.frame, down, above, head),
                FrameItem::Text(text) if down < above => head.push((down, text.text.to_string())),
                _ => {}
            }
        }
    }

    let pages = document.pages().iter().map(|page| {
        let mut head = Vec::new();
        walk(&page.frame, 0.0, above, &mut head);
        head
    });
    pages.collect()
}

/// Every word on the pages, for tests.
#[cfg(test)]
pub fn words(document: &PagedDocument) -> String {
    let mut words = String::new();
    missing_glyphs::each_text(document, &mut |text| words.push_str(&text.text));
    words
}
