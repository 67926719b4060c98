//! Reads finished pages: what came out without a glyph.

use std::collections::BTreeSet;

use typst::layout::{Frame, FrameItem};
use typst::text::TextItem;
use typst_layout::PagedDocument;

/// The letter-and-mark clusters that no font could draw.
pub fn on(document: &PagedDocument) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    each_text(document, &mut |text| {
        let without = text.glyphs.iter().filter(|glyph| glyph.id == 0);
        let clusters = without.filter_map(|glyph| text.text.get(glyph.range()));
        found.extend(
            clusters
                .filter(|cluster| !cluster.is_empty())
                .map(str::to_owned),
        );
    });
    found
}

/// Visits every run of text on the pages, in reading order.
pub fn each_text(document: &PagedDocument, visit: &mut impl FnMut(&TextItem)) {
    for page in document.pages() {
        in_frame(&page.frame, visit);
    }
}

fn in_frame(frame: &Frame, visit: &mut impl FnMut(&TextItem)) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => in_frame(&group.frame, visit),
            FrameItem::Text(text) => visit(text),
            _ => {}
        }
    }
}
