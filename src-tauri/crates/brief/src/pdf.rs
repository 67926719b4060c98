//! The brief on paper: an accessible PDF, and the same pages as pictures for a preview.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::error::BriefError;
use crate::model::Brief;
use crate::press;
use crate::sheet::Sheet;

#[cfg(test)]
mod tests;

/// The paper's size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 in.
    Letter,
}

/// A brief as a PDF file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file's bytes: PDF 1.7, tagged, PDF/UA-1, every font embedded as a subset.
    pub bytes: Vec<u8>,
    /// What could not be printed as it was written, a sentence each; also printed in the brief.
    pub notes: Vec<String>,
}

/// A brief as pictures of its pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Preview {
    /// One SVG document a page. Letters are outlines, so no font is needed to show them.
    pub pages: Vec<String>,
    /// What could not be printed as it was written, a sentence each.
    pub notes: Vec<String>,
}

/// Sets a brief and writes it as PDF.
///
/// The bytes depend on the brief and the paper alone: no clock, no path, no machine. The first call
/// reads the fonts, which takes longer. Takes about a tenth of a second; call it off the main thread.
///
/// # Errors
/// A [`BriefError`] when the app itself is at fault; no text in a brief can cause one.
pub fn pdf(brief: &Brief, paper: Paper) -> Result<Pdf, BriefError> {
    let sheet = Sheet::of(brief);
    let set = press::set(&sheet, paper)?;
    Ok(Pdf {
        bytes: press::to_pdf(&set.document)?,
        notes: set.notes,
    })
}

/// Sets a brief and draws its pages, exactly as [`pdf`] prints them.
///
/// # Errors
/// As [`pdf`].
pub fn preview(brief: &Brief, paper: Paper) -> Result<Preview, BriefError> {
    let sheet = Sheet::of(brief);
    let set = press::set(&sheet, paper)?;
    Ok(Preview {
        pages: press::to_svg(&set.document),
        notes: set.notes,
    })
}
