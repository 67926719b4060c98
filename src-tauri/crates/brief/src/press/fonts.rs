//! The fonts that the app ships. Nothing is looked for on the machine, so a brief looks the same
//! everywhere. Where they come from and under which licence: `fonts/ORIGIN.md`.

use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::error::BriefError;

macro_rules! shipped {
    ($($file:literal),+ $(,)?) => {
        [$(($file, include_bytes!(concat!("../../fonts/", $file)).as_slice())),+]
    };
}

const FILES: [(&str, &[u8]); 13] = shipped![
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansHebrew-Bold.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansCJKsc-Regular.otf",
    "NotoEmoji-Regular.ttf",
    "NotoSansMath-Regular.ttf",
    "NotoSansSymbols-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
];

/// The shipped fonts, read once.
pub struct Fonts {
    /// What each font is called and covers.
    pub book: LazyHash<FontBook>,
    /// The fonts, in the book's order.
    pub fonts: Vec<Font>,
}

impl Fonts {
    /// Whether any font has a glyph for a character, or the character needs none.
    ///
    /// A private-use character means whatever a font's maker likes, so none of them counts.
    pub fn can_print(&self, c: char) -> bool {
        let private = matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
        let covered = || {
            self.fonts
                .iter()
                .any(|f| f.info().coverage.contains(u32::from(c)))
        };
        needs_no_glyph(c) || (!private && covered())
    }
}

/// Spaces, joiners and selectors: they change what stands around them and draw nothing themselves.
fn needs_no_glyph(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
            | '\u{2060}'..='\u{2064}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// The shipped fonts.
///
/// # Errors
/// [`BriefError::Font`] when a font in the program is damaged.
pub fn shipped() -> Result<&'static Fonts, BriefError> {
    static FONTS: OnceLock<Result<Fonts, BriefError>> = OnceLock::new();
    FONTS.get_or_init(read).as_ref().map_err(Clone::clone)
}

fn read() -> Result<Fonts, BriefError> {
    let mut fonts = Vec::with_capacity(FILES.len());
    for (name, bytes) in FILES {
        let font = Font::new(Bytes::new(bytes), 0).ok_or(BriefError::Font { font: name })?;
        fonts.push(font);
    }
    Ok(Fonts {
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_font_can_be_read_and_is_named_in_the_template() {
        let fonts = shipped().expect("the shipped fonts are sound");
        let look = include_str!("../../template/look.typ");
        for font in &fonts.fonts {
            let quoted = format!("\"{}\"", font.info().family);
            assert!(
                look.contains(&quoted),
                "{quoted} is not among the template's faces"
            );
        }
    }

    #[test]
    fn the_scripts_that_people_write_can_be_printed() {
        let fonts = shipped().expect("the shipped fonts are sound");
        for text in [
            "Ökonomie, façade, Łódź, Việt",
            "Привет",
            "Γειά",
            "שלום",
            "مرحبا",
            "नमस्ते",
            "สวัสดี",
            "简体中文",
            "繁體中文",
            "日本語カナ",
            "한국어",
            "🙂👩‍🚀❤️✅",
            "→≤∑𝗯□",
        ] {
            for c in text.chars() {
                assert!(
                    fonts.can_print(c),
                    "U+{:04X} in {text} has no glyph",
                    u32::from(c)
                );
            }
        }
        assert!(!fonts.can_print('\u{12000}'), "no font here has cuneiform");
    }
}
