//! What states depend on and the chain itself does not say: the rows of its tables, and what was
//! found wrong with its words. Whoever asks for a state brings it.

use std::collections::HashMap;

use crate::vocabulary::LinkKind;

/// What is known beside the chain.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// What the rows of each dataset are, as `7,043 rows, 9f2c41d7`; a dataset without rows is not
    /// in it. None when nobody looked: then rows make no difference.
    pub rows: Option<HashMap<String, String>>,
    /// Open findings by segment and link.
    pub troubles: Troubles,
}

/// How many open findings stand on a link that keep it from being sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Trouble {
    /// Findings of the gravest kind.
    pub blockers: u32,
    /// Findings of the kind below.
    pub warnings: u32,
}

/// Open findings by segment and link. Hints are none: they leave a link sound.
#[derive(Debug, Clone, Default)]
pub struct Troubles(HashMap<String, [Trouble; LinkKind::ALL.len()]>);

impl Troubles {
    /// The findings on a link so far, to be counted up.
    pub fn on_mut(&mut self, segment: &str, link: LinkKind) -> &mut Trouble {
        let links = self.0.entry(segment.to_owned()).or_default();
        &mut links[link as usize]
    }

    /// The findings on a link.
    pub fn on(&self, segment: &str, link: LinkKind) -> Trouble {
        self.0
            .get(segment)
            .map(|links| links[link as usize])
            .unwrap_or_default()
    }
}
