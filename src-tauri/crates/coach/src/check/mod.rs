//! The whole chain, checked: every text in the field it stands in, and what is missing between
//! records; what a person has set aside is kept apart.

mod memory;
mod remedies;
mod set_aside;
mod statement;
mod texts;

use chain::Chain;

pub use self::memory::Memory;
pub use self::set_aside::{SetAside, Silence};
pub use self::statement::OFFERING;

use crate::coach::Coach;
use crate::finding::Finding;
use crate::structure::{Ground, STRUCTURES, is_worked_on};

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Checked {
    /// The findings that stand, segment by segment and link by link as the chain has them.
    pub findings: Vec<Finding>,
    /// Those that a person has set aside, as the workbook lists them.
    pub set_aside: Vec<SetAside>,
}

/// A finding with the words it rests on: what a person sets it aside on.
#[derive(Debug, Clone)]
pub struct Weakness {
    /// The finding.
    pub finding: Finding,
    /// All the words of its field. For something that is missing, what stands there instead.
    pub words: String,
}

impl Coach {
    /// Checks a chain. Segments that failed their test or are no longer used are left out unless
    /// `all` asks for them.
    pub fn check(&self, chain: &Chain, all: bool, memory: &mut Memory) -> Checked {
        set_aside::apart(chain, self.weaknesses(chain, all, memory))
    }

    /// Everything that is weak in a chain, set aside or not.
    pub fn weaknesses(&self, chain: &Chain, all: bool, memory: &mut Memory) -> Vec<Weakness> {
        let ground = Ground::new(chain);
        let mut found = Vec::new();
        memory.begin();
        for segment in chain.segments.iter().filter(|s| all || is_worked_on(s)) {
            let from = found.len();
            texts::read(self, &ground, segment, memory, &mut found);
            for structure in &STRUCTURES {
                let gaps = (structure.check)(&ground, segment);
                found.extend(gaps.into_iter().map(|gap| Weakness {
                    finding: Finding {
                        rule: structure.rule.id.to_owned(),
                        level: structure.rule.level,
                        segment: segment.id.clone(),
                        link: gap.link,
                        record: gap.record,
                        field: gap.field.to_owned(),
                        start: None,
                        end: None,
                        quote: String::new(),
                        message: gap.message,
                        fix: Some(gap.fix),
                    },
                    words: gap.words,
                }));
            }
            found[from..].sort_by_key(|weakness| weakness.finding.link);
        }
        memory.end();
        found
    }
}
