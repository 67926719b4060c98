//! What can go wrong on the way to paper.

/// Why a brief could not be set.
///
/// Neither comes from what a person wrote: texts reach the page as values. Each means that the app
/// is at fault, and carries what the typesetter said so that it can be reported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BriefError {
    /// The fonts that the app ships could not be read.
    #[error("the shipped font {font} cannot be read")]
    Font {
        /// The font's file name.
        font: &'static str,
    },
    /// The document could not be handed to the typesetter.
    #[error("the brief cannot be written down for the typesetter: {reason}")]
    Data {
        /// What the serializer said.
        reason: String,
    },
    /// The page could not be laid out.
    #[error("the brief cannot be laid out: {reason}")]
    Layout {
        /// What the typesetter said.
        reason: String,
    },
    /// The pages could not be written as an accessible PDF.
    #[error("the brief cannot be written as PDF: {reason}")]
    Export {
        /// What the exporter said.
        reason: String,
    },
}
