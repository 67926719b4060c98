//! How the links of the line stand: what is known beside the chain, and giving a link one's word.

use std::collections::HashMap;

use chain::state::{self, Known, Need, State};
use chain::{Chain, LinkKind};
use coach::{Finding, Level};

use crate::book::Book;
use crate::edit::find;
use crate::error::{Code, Error};

impl Book {
    /// What states depend on and the chain does not say: rows and open findings.
    pub(crate) fn known(&self, chain: &Chain, findings: &[Finding]) -> Result<Known, Error> {
        let mut known = self.known_rows(chain)?;
        for finding in findings {
            let trouble = known.troubles.on_mut(&finding.segment, finding.link);
            match finding.level {
                Level::Blocker => trouble.blockers += 1,
                Level::Warning => trouble.warnings += 1,
                Level::Hint => {}
            }
        }
        Ok(known)
    }

    /// The rows of the tables alone: all that a confirmation remembers.
    pub(crate) fn known_rows(&self, chain: &Chain) -> Result<Known, Error> {
        let mut rows = HashMap::new();
        for dataset in &chain.datasets {
            if let Some(version) = self.store.dataset(&dataset.id)? {
                let hash: String = version.hash.chars().take(8).collect();
                let text = format!(
                    "{} rows, {hash}",
                    measure::figure::count(version.rows as f64)
                );
                rows.insert(dataset.id.clone(), text);
            }
        }
        Ok(Known {
            rows: Some(rows),
            ..Known::default()
        })
    }

    /// Gives a link one's word: as it stands, it holds. With `only_wording`, what it rests on had
    /// changed in words alone.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is no such segment; [`Code::WrongState`] when there is nothing
    /// to confirm yet, or something is left to do first. A stale link may be confirmed whatever is
    /// left: it is a draft again then.
    pub fn confirm(
        &mut self,
        segment: &str,
        link: LinkKind,
        only_wording: bool,
    ) -> Result<(), Error> {
        let chain = self.chain()?;
        let findings = self.checked(&chain, true).findings;
        let known = self.known(&chain, &findings)?;
        let today = self.today();
        self.change(|chain| {
            let found = find(chain, segment)?;
            let standing = state::link_state(chain, found, link, &known);
            let name = format!(
                "the {} of {}",
                link.label().to_lowercase(),
                called(chain, segment)
            );
            let left: Vec<&str> = standing
                .needs
                .iter()
                .filter(|need| **need != Need::Confirmation)
                .map(|need| need.label())
                .collect();
            if standing.state != State::Stale && !left.is_empty() {
                return Err(Error::new(
                    Code::WrongState,
                    format!(
                        "Confirming {name} is too early: it needs {}",
                        left.join(", ")
                    ),
                    "Do what is left first, then confirm.",
                ));
            }
            let mut after = chain.clone();
            state::confirm(&mut after, segment, link, &today, only_wording, &known);
            let sentence = if only_wording {
                format!("Kept {name}: only wording had changed")
            } else {
                format!("Confirmed {name}")
            };
            Ok((after, sentence))
        })
    }
}

fn called(chain: &Chain, segment: &str) -> String {
    chain
        .segment(segment)
        .map(|found| found.name.trim())
        .filter(|name| !name.is_empty())
        .unwrap_or(segment)
        .to_owned()
}
