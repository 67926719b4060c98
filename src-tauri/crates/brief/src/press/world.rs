//! The typesetter's whole world: the template, the sheet and the fonts, all in memory.

use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use super::fonts::{self, Fonts};
use crate::error::BriefError;

const MAIN: &str = "brief.typ";
const SHEET: &str = "sheet.json";

const TEMPLATE: [(&str, &str); 5] = [
    (MAIN, include_str!("../../template/brief.typ")),
    ("line.typ", include_str!("../../template/line.typ")),
    ("look.typ", include_str!("../../template/look.typ")),
    ("plot.typ", include_str!("../../template/plot.typ")),
    ("tables.typ", include_str!("../../template/tables.typ")),
];

/// What stays the same from one brief to the next.
struct Shop {
    library: LazyHash<Library>,
    fonts: &'static Fonts,
    sources: Vec<Source>,
    main: FileId,
    sheet: FileId,
}

/// One brief on the typesetter's desk.
pub struct Desk {
    shop: &'static Shop,
    sheet: Bytes,
}

impl Desk {
    /// A desk with a sheet on it, as JSON.
    ///
    /// # Errors
    /// A [`BriefError`] when what the app ships is damaged.
    pub fn with(sheet: Vec<u8>) -> Result<Self, BriefError> {
        static SHOP: OnceLock<Result<Shop, BriefError>> = OnceLock::new();
        let shop = SHOP.get_or_init(open).as_ref().map_err(Clone::clone)?;
        Ok(Self {
            shop,
            sheet: Bytes::new(sheet),
        })
    }
}

fn open() -> Result<Shop, BriefError> {
    let fonts = fonts::shipped()?;
    let mut sources = Vec::with_capacity(TEMPLATE.len());
    for (name, text) in TEMPLATE {
        sources.push(Source::new(id(name)?, text.to_owned()));
    }
    // Row headers in tables, which the PDF standard wants, are still behind this switch.
    let features = [Feature::A11yExtras].into_iter().collect();
    Ok(Shop {
        library: LazyHash::new(Library::builder().with_features(features).build()),
        fonts,
        sources,
        main: id(MAIN)?,
        sheet: id(SHEET)?,
    })
}

fn id(name: &str) -> Result<FileId, BriefError> {
    let path = VirtualPath::new(name).map_err(|error| BriefError::Layout {
        reason: format!("{name}: {error}"),
    })?;
    Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

fn refused(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.shop.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shop.fonts.book
    }

    fn main(&self) -> FileId {
        self.shop.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.shop.sources.iter().find(|source| source.id() == id);
        found.cloned().ok_or_else(|| refused(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shop.sheet {
            Ok(self.sheet.clone())
        } else {
            Err(refused(id))
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shop.fonts.fonts.get(index).cloned()
    }

    /// There is no clock: the same brief gives the same bytes on any day.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
