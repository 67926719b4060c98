//! Finds what came out without a glyph on finished pages.

use std::collections::BTreeSet;

use typst::layout::{Frame, FrameItem};
use typst::text::TextItem;
use typst_layout::PagedDocument;

/// The letter-and-mark clusters that no font could draw.
pub fn on(document: &PagedDocument) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for page in document.pages() {
        in_frame(&page.frame, &mut found);
    }
    found
}

fn in_frame(frame: &Frame, found: &mut BTreeSet<String>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => in_frame(&group.frame, found),
            FrameItem::Text(text) => in_text(text, found),
            _ => {}
        }
    }
}

fn in_text(text: &TextItem, found: &mut BTreeSet<String>) {
    let without = text.glyphs.iter().filter(|glyph| glyph.id == 0);
    for cluster in without.filter_map(|glyph| text.text.get(glyph.range())) {
        if !cluster.is_empty() {
            found.insert(cluster.to_owned());
        }
    }
}
