//! Points of the history that have a name.

use serde::{Deserialize, Serialize};
use specta::Type;
use store::{Stamp, StoreError};

use super::number;
use crate::book::Book;
use crate::error::{Code, Error};

/// Letters of a snapshot's name at most.
const LONGEST: usize = 120;

/// A point of the history that somebody gave a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SnapshotView {
    /// Its name.
    pub name: String,
    /// The change after which it stands; 0 for before the first.
    pub seq: u32,
    /// When it was named, as an ISO moment in UTC.
    pub at: String,
    /// Who named it.
    pub author: String,
}

impl Book {
    /// Every snapshot, oldest first.
    ///
    /// # Errors
    /// When the workbook cannot be read.
    pub fn snapshots(&self) -> Result<Vec<SnapshotView>, Error> {
        Ok(self.store.snapshots()?.into_iter().map(view).collect())
    }

    /// Names the workbook as it stands `name`, with a number behind it when a snapshot has that
    /// name already.
    pub(super) fn snapshot_near(&mut self, stamp: &Stamp, name: &str) -> Result<(), Error> {
        let numbered = (2..).map(|number: u32| format!("{name} ({number})"));
        for free in std::iter::once(name.to_owned()).chain(numbered) {
            match self.store.add_snapshot(stamp, &free) {
                Err(StoreError::NameTaken { .. }) => {}
                named => return Ok(named.map(|_| ())?),
            }
        }
        Ok(())
    }

    /// Gives the workbook as it stands a name, under which it can be had back.
    ///
    /// # Errors
    /// [`Code::BadDocument`] for a name that is blank, too long or a number; [`Code::WrongState`] when another
    /// snapshot has it.
    pub fn snapshot(&mut self, name: &str) -> Result<SnapshotView, Error> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err(Error::new(
                Code::BadDocument,
                "A snapshot needs a name",
                "Say what it is for, as “Before the board meeting”.",
            ));
        }
        if name.chars().count() > LONGEST {
            return Err(Error::new(
                Code::BadDocument,
                format!("The name of a snapshot has at most {LONGEST} letters"),
                "Say it shorter.",
            ));
        }
        if name.parse::<i64>().is_ok() {
            return Err(Error::new(
                Code::BadDocument,
                format!("“{name}” is the number of a change and names none"),
                "Put a word to it, as “Draft 2”.",
            ));
        }
        let stamp = self.stamp();
        Ok(view(self.store.add_snapshot(&stamp, &name)?))
    }

    /// Takes a snapshot's name away. What it stood for stays in the history.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is no such snapshot.
    pub fn remove_snapshot(&mut self, name: &str) -> Result<(), Error> {
        if self.store.remove_snapshot(name.trim())? {
            return Ok(());
        }
        let known = self.snapshots()?.into_iter().map(|it| it.name);
        Err(Error::not_found(
            "snapshot",
            name,
            &known.collect::<Vec<_>>(),
        ))
    }
}

fn view(snapshot: store::Snapshot) -> SnapshotView {
    SnapshotView {
        name: snapshot.name,
        seq: number(snapshot.seq),
        at: snapshot.at.to_string(),
        author: snapshot.author,
    }
}
