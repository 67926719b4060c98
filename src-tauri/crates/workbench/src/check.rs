//! What the coach finds in a workbook, and what a person says to it.

use chain::{Chain, Suppression};
use coach::{Coach, Finding, Level, SetAside};
use serde::Serialize;
use specta::Type;

use crate::book::Book;
use crate::error::{Code, Error};

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

impl Book {
    /// Sets a finding aside with a reason, on the words that stand there now: it comes back when
    /// they change.
    ///
    /// # Errors
    /// [`Code::WrongState`] without a reason; [`Code::NotFound`] when the rule finds nothing there.
    pub fn suppress(
        &mut self,
        rule: &str,
        record: &str,
        field: &str,
        reason: &str,
    ) -> Result<(), Error> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Error::new(
                Code::WrongState,
                "A finding is set aside only with a reason",
                "Say why it does not apply here.",
            ));
        }
        let chain = self.chain()?;
        let found = Coach::standard()
            .weaknesses(&chain, true, &mut self.read_before)
            .into_iter()
            .find(|weakness| {
                let finding = &weakness.finding;
                finding.rule == rule && finding.record == record && finding.field == field
            });
        let Some(found) = found else {
            return Err(Error::new(
                Code::NotFound,
                format!("`{rule}` finds nothing in `{field}` of `{record}`"),
                "What it found is mended already; there is nothing to set aside.",
            ));
        };
        let suppression = Suppression {
            rule: rule.to_owned(),
            record: record.to_owned(),
            field: field.to_owned(),
            text: found.words,
            reason: reason.to_owned(),
            on: self.today(),
        };
        let sentence = format!("Set aside “{}”: {reason}", called(rule));
        self.change(|chain| {
            let mut after = chain.clone();
            after
                .suppressions
                .retain(|s| !is_on(s, rule, record, field));
            after.suppressions.push(suppression);
            Ok((after, sentence))
        })
    }

    /// Lets a finding that was set aside speak again.
    ///
    /// # Errors
    /// [`Code::NotFound`] when it was not set aside.
    pub fn bring_back(&mut self, rule: &str, record: &str, field: &str) -> Result<(), Error> {
        self.change(|chain| {
            let mut after = chain.clone();
            after
                .suppressions
                .retain(|s| !is_on(s, rule, record, field));
            if after.suppressions.len() == chain.suppressions.len() {
                return Err(Error::new(
                    Code::NotFound,
                    format!("`{rule}` is not set aside in `{field}` of `{record}`"),
                    "It speaks already; there is nothing to bring back.",
                ));
            }
            Ok((after, format!("Brought back “{}”", called(rule))))
        })
    }
}

fn is_on(suppression: &Suppression, rule: &str, record: &str, field: &str) -> bool {
    suppression.rule == rule && suppression.record == record && suppression.field == field
}

/// What a rule's findings are headed with; its id when this version knows no such rule.
fn called(rule: &str) -> &str {
    coach::rule(rule).map_or(rule, |rule| rule.name)
}
