//! One window, one writer: who else has a workbook open, and where it lies.

use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use specta::Type;
use store::{Access, Hand, Holder};

use crate::book::Book;
use crate::error::Error;

/// Somebody who has a workbook open for writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Holding {
    /// Whether it is a window; else it is a command, which ends by itself.
    pub window: bool,
    /// The person's name; may be empty.
    pub name: String,
    /// The computer's name; empty for this one, and when it is not known.
    pub machine: String,
    /// Since when, as an ISO moment in UTC; empty when it is not known.
    pub since: String,
}

impl Holding {
    pub(crate) fn of(holder: &Holder) -> Self {
        let machine = if holder.machine == store::machine() {
            String::new()
        } else {
            holder.machine.clone()
        };
        Self {
            window: holder.hand == Hand::Window,
            name: holder.name.clone(),
            machine,
            since: holder.since.clone(),
        }
    }

    /// Who it is, where and since when.
    pub(crate) fn sentence(&self) -> String {
        self.sentence_in(&TimeZone::system(), Timestamp::now())
    }

    fn sentence_in(&self, zone: &TimeZone, now: Timestamp) -> String {
        let who = if self.name.is_empty() {
            "Somebody"
        } else {
            &self.name
        };
        let mut said = if self.window {
            format!("{who} has this workbook open in a window")
        } else {
            format!("{who} runs a command that writes to this workbook")
        };
        if !self.machine.is_empty() {
            said.push_str(" on ");
            said.push_str(&self.machine);
        }
        if let Ok(since) = self.since.parse::<Timestamp>() {
            let since = since.to_zoned_datetime(zone.clone());
            let today = now.to_zoned_datetime(zone.clone()).date();
            let how = if since.date() == today {
                "%H:%M"
            } else {
                "%-d %b %Y, %H:%M"
            };
            said.push_str(&format!(" since {}", since.strftime(how)));
        }
        said
    }
}

/// What an open workbook looks like from beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Glance {
    /// Grows with every change, whoever makes it.
    pub revision: u32,
    /// The window that has it open for writing, when this one may only read.
    pub held: Option<Holding>,
    /// Whether the file and its folder may be written at all.
    pub writable: bool,
}

/// Where a workbook lies, when that asks for care.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FilePlace {
    /// The program that copies its folder to other computers; none when it is a network share.
    pub synced_by: Option<String>,
    /// Who seems to have it open on another computer.
    pub elsewhere: Option<Holding>,
}

impl Book {
    /// A look at the workbook from beside it, for a window that waits for it to change or to
    /// become free.
    ///
    /// # Errors
    /// When the workbook cannot be read.
    pub fn glance(&mut self) -> Result<Glance, Error> {
        let revision = self.store.revision()?;
        let held = match self.access {
            Access::Read => store::holder(&self.path).as_ref().map(Holding::of),
            Access::Write => None,
        };
        Ok(Glance {
            revision: u32::try_from(revision).unwrap_or(u32::MAX),
            held,
            writable: may_be_written(&self.path),
        })
    }

    /// Where it lies, when that asks for care.
    pub fn place(&self) -> Option<FilePlace> {
        let elsewhere = self.elsewhere();
        let synced_by = match store::surroundings(&self.path) {
            Some(store::Surroundings::Synced { by }) => Some(by),
            Some(store::Surroundings::Network) => None,
            None if elsewhere.is_some() => None,
            None => return None,
        };
        Some(FilePlace {
            synced_by,
            elsewhere,
        })
    }
}

fn may_be_written(path: &Path) -> bool {
    let open =
        |path: &Path| std::fs::metadata(path).is_ok_and(|found| !found.permissions().readonly());
    open(path) && path.parent().is_none_or(open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_holds_a_workbook_is_said_with_place_and_time() {
        let zone = TimeZone::UTC;
        let now: Timestamp = "2026-11-25T14:00:00Z".parse().expect("a moment");
        let mut held = Holding {
            window: true,
            name: "Ann".into(),
            machine: "desk-7".into(),
            since: "2026-11-25T09:12:00.000Z".into(),
        };
        assert_eq!(
            held.sentence_in(&zone, now),
            "Ann has this workbook open in a window on desk-7 since 09:12"
        );
        held.since = "2026-11-24T09:12:00.000Z".into();
        held.machine = String::new();
        held.name = String::new();
        assert_eq!(
            held.sentence_in(&zone, now),
            "Somebody has this workbook open in a window since 24 Nov 2026, 09:12"
        );
        held.window = false;
        held.since = String::new();
        assert_eq!(
            held.sentence_in(&zone, now),
            "Somebody runs a command that writes to this workbook"
        );
    }
}
