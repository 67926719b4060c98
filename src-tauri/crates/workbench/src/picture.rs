//! A picture of what a host shows, on its way out as a file of its own.

use std::path::Path;

use chain::id::slug;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::error::{Code, Error};
use crate::export::save;

/// The largest picture that leaves, in bytes: a plot is some kilobytes, so more is a mistake.
const LARGEST_PICTURE: usize = 16 * 1024 * 1024;

/// What a picture can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum PictureFormat {
    /// Lines and words, for a document that is still being written.
    Svg,
    /// Pixels, for everything else.
    Png,
}

impl PictureFormat {
    /// The ending of such a file, without a dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// Whether bytes begin as such a picture does.
    fn fits(self, bytes: &[u8]) -> bool {
        match self {
            Self::Svg => bytes.starts_with(b"<svg ") || bytes.starts_with(b"<?xml "),
            Self::Png => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        }
    }
}

/// The name proposed for the file of a picture that is called `title`.
#[must_use]
pub fn picture_name(title: &str, format: PictureFormat) -> String {
    let stem = slug(title);
    let stem = if stem.is_empty() { "picture" } else { &stem };
    format!("{stem}.{}", format.ending())
}

/// Whether `bytes` are a picture of this kind that may leave.
///
/// # Errors
/// [`Code::BadDocument`] when they are something else, or too many.
pub fn check_picture(format: PictureFormat, bytes: &[u8]) -> Result<(), Error> {
    if bytes.len() > LARGEST_PICTURE {
        return Err(Error::new(
            Code::BadDocument,
            format!(
                "The picture is larger than {} MB",
                LARGEST_PICTURE / 1024 / 1024
            ),
            "Save it as SVG, which has no pixels.",
        ));
    }
    if format.fits(bytes) {
        return Ok(());
    }
    Err(Error::new(
        Code::BadDocument,
        format!("That is no {} picture", format.ending().to_uppercase()),
        "Save the picture once more from where it is shown.",
    ))
}

/// Writes a picture, whole or not at all.
///
/// # Errors
/// What [`check_picture`] and [`save`] refuse, and [`Code::FileForeign`] when the name ends like
/// another kind of file.
pub fn save_picture(path: &Path, format: PictureFormat, bytes: &[u8]) -> Result<(), Error> {
    check_picture(format, bytes)?;
    let fits = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case(format.ending()));
    if !fits {
        return Err(Error::new(
            Code::FileForeign,
            format!("{} does not end in .{}", path.display(), format.ending()),
            format!("Give a name that ends in .{}.", format.ending()),
        ));
    }
    save(path, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\nrest";

    #[test]
    fn a_picture_is_written_only_as_what_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let png = folder.path().join("plot.PNG");
        save_picture(&png, PictureFormat::Png, PNG).expect("saves");
        assert_eq!(std::fs::read(&png).expect("reads"), PNG);

        let svg = folder.path().join("plot.svg");
        let refused = save_picture(&svg, PictureFormat::Svg, PNG).expect_err("pixels are no SVG");
        assert_eq!(refused.code, Code::BadDocument);
        let refused = save_picture(&svg, PictureFormat::Png, PNG).expect_err("the name says SVG");
        assert_eq!(refused.code, Code::FileForeign);
        assert!(!svg.exists(), "nothing is left of what was refused");
    }

    #[test]
    fn a_picture_beyond_all_measure_is_refused() {
        let mut large = PNG.to_vec();
        large.resize(LARGEST_PICTURE + 1, 0);
        let refused = check_picture(PictureFormat::Png, &large).expect_err("too large");
        assert_eq!(refused.code, Code::BadDocument);
        assert!(!refused.fix.is_empty());
    }

    #[test]
    fn the_proposed_name_leads_to_no_other_folder() {
        for (title, name) in [
            ("Churn", "churn.svg"),
            ("../../etc/passwd", "etc-passwd.svg"),
            ("\u{5408}\u{540c}", "picture.svg"),
            ("", "picture.svg"),
        ] {
            assert_eq!(picture_name(title, PictureFormat::Svg), name);
        }
    }
}
