//! What the coach finds in a workbook, and what a person says to it.

use std::collections::BTreeSet;

use chain::{Chain, LinkKind};
use coach::{Coach, Finding, Level, SetAside};
use serde::Serialize;
use specta::Type;

use crate::book::Book;
use crate::error::Error;

/// What the coach found in a workbook.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct Check {
    /// The findings that stand, segment by segment.
    pub findings: Vec<Finding>,
    /// How many there are of each level.
    pub counts: LevelCounts,
    /// What a person has set aside, with the reasons.
    pub set_aside: Vec<SetAside>,
}

/// How many findings there are of each level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Type)]
pub struct LevelCounts {
    /// Links that cannot be called sound.
    pub blocker: u32,
    /// Sound only if a person says why.
    pub warning: u32,
    /// Could be stronger.
    pub hint: u32,
}

impl LevelCounts {
    /// Counts findings.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut counts = Self::default();
        for finding in findings {
            *match finding.level {
                Level::Blocker => &mut counts.blocker,
                Level::Warning => &mut counts.warning,
                Level::Hint => &mut counts.hint,
            } += 1;
        }
        counts
    }
}

impl Book {
    /// What the coach finds. Segments that failed their test or are no longer used are left out
    /// unless `all` asks for them. Texts that stand as they stood at the last check are not read
    /// again.
    ///
    /// # Errors
    /// When the workbook cannot be read.
    pub fn check(&mut self, all: bool) -> Result<Check, Error> {
        let chain = self.chain()?;
        Ok(self.checked(&chain, all))
    }

    pub(crate) fn checked(&mut self, chain: &Chain, all: bool) -> Check {
        let checked = Coach::standard().check(chain, all, &mut self.read_before);
        Check {
            counts: LevelCounts::of(&checked.findings),
            findings: checked.findings,
            set_aside: checked.set_aside,
        }
    }
}

/// The links that an open blocker or warning keeps from being sound.
pub fn troubled_links(findings: &[Finding]) -> BTreeSet<(String, LinkKind)> {
    findings
        .iter()
        .filter(|finding| finding.level != Level::Hint)
        .map(|finding| (finding.segment.clone(), finding.link))
        .collect()
}
