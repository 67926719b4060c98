//! Whether a text names what the record lists.

use crate::context::Alternative;
use crate::text::reading::Reading;
use crate::text::word::words;

/// Whether the text names one of the alternatives, word for word in any case.
pub(super) fn names_any(reading: &Reading<'_>, alternatives: &[Alternative]) -> bool {
    alternatives.iter().any(|alternative| {
        let name = words(&alternative.name);
        !name.is_empty()
            && reading.words().windows(name.len()).any(|run| {
                run.iter()
                    .zip(&name)
                    .all(|(word, part)| word.folded == part.folded)
            })
    })
}
