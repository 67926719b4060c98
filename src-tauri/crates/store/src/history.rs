//! Changing the chain, and taking changes back. Each is one transaction that holds the rows, the
//! history entry and the fingerprint together. Typing goes on in the entry that it began.

use chain::Chain;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::content::{Content, Rows};
use crate::error::StoreError;
use crate::fingerprint::Fingerprint;
use crate::journal::{self, Change, ChangeKind, ChangeState, Entry};
use crate::places::{self, Stamp};
use crate::rewind::Rewound;
use crate::snapshot;
use crate::store::Store;
use crate::workbook;

/// What an edit makes of a chain.
#[derive(Debug, Clone, PartialEq)]
pub struct Edited {
    /// The chain after it.
    pub chain: Chain,
    /// What was done, in a sentence without its full stop, for the history.
    pub sentence: String,
}

impl Store {
    /// Changes the chain. `change` sees the chain as it is inside the transaction; the rows that
    /// differ afterwards and a history entry are written together, or nothing is. None when
    /// nothing differs.
    ///
    /// # Errors
    /// What `change` says, or `locked`, `disk_full`, `read_only`, `file_damaged`,
    /// `chain_unkeepable`; the file is then as it was.
    pub fn edit<E: From<StoreError>>(
        &mut self,
        stamp: &Stamp,
        change: impl FnOnce(&Chain) -> Result<Edited, E>,
    ) -> Result<Option<Change>, E> {
        let transaction = self.begin()?;
        let (rows, content) = sound(&transaction)?;
        let edited = change(&content.chain)?;
        let pointers = content.pointers;
        let new = Content {
            chain: edited.chain,
            pointers,
        };
        let done = write(
            &transaction,
            stamp,
            rows,
            &new,
            &edited.sentence,
            ChangeKind::Edit,
        )?;
        match done {
            None => transaction.rollback().map_err(StoreError::from)?,
            Some(_) => transaction.commit().map_err(StoreError::from)?,
        }
        Ok(done)
    }

    /// Changes the chain as [`Store::edit`] does, by one save of a text that is being typed. As
    /// long as nothing else was done since, all saves of one `burst` are one entry of the history:
    /// it says what differs from before the burst, in the words of `sentence`, and undo takes all of
    /// it back. Typed back to what was there before, the burst leaves no entry.
    ///
    /// Bursts are known to this open workbook only: after a restart the next save is a new entry.
    ///
    /// # Errors
    /// As [`Store::edit`].
    pub fn type_on<E: From<StoreError>>(
        &mut self,
        stamp: &Stamp,
        burst: &str,
        change: impl FnOnce(&Chain) -> Result<Chain, E>,
        sentence: impl FnOnce(&Chain, &Chain) -> String,
    ) -> Result<Option<Change>, E> {
        let known = self.bursts().get(burst).copied();
        let transaction = self.begin()?;
        let (rows, content) = sound(&transaction)?;
        let new = Content {
            chain: change(&content.chain)?,
            pointers: content.pointers,
        };
        let done = match begun(&transaction, known, stamp)? {
            Some(entry) => go_on(&transaction, stamp, entry, rows, &new, sentence)?,
            None => {
                let sentence = sentence(&content.chain, &new.chain);
                write(&transaction, stamp, rows, &new, &sentence, ChangeKind::Edit)?
                    .map(Typed::Entry)
            }
        };
        let after = workbook::fingerprint(&transaction)?;
        match &done {
            None => transaction.rollback().map_err(StoreError::from)?,
            Some(_) => transaction.commit().map_err(StoreError::from)?,
        }
        match done {
            None => Ok(None),
            Some(Typed::Entry(change)) => {
                self.bursts_mut().keep(burst, (change.seq, after));
                Ok(Some(change))
            }
            Some(Typed::Nothing) => {
                self.bursts_mut().forget(burst);
                Ok(None)
            }
        }
    }

    /// Takes back the last change that stands, and says which it was.
    ///
    /// # Errors
    /// `nothing_to_undo`; `file_damaged` when the rows are not what the change left, or its images
    /// are not what was written; nothing is then changed.
    pub fn undo(&mut self, stamp: &Stamp) -> Result<Change, StoreError> {
        let transaction = self.begin()?;
        let entry = journal::last_done(&transaction)?.ok_or(StoreError::NothingToUndo)?;
        fits(&transaction, entry.after)?;
        for row in journal::rows(&transaction, &entry)?.iter().rev() {
            row.take_back(&transaction)?;
        }
        journal::mark(&transaction, entry.change.seq, ChangeState::Undone, stamp)?;
        workbook::count(&transaction, entry.before)?;
        transaction.commit()?;
        Ok(Change {
            state: ChangeState::Undone,
            ..entry.change
        })
    }

    /// Brings back the change that was undone last, and says which it was.
    ///
    /// # Errors
    /// `nothing_to_redo`; `file_damaged` as for undo.
    pub fn redo(&mut self, stamp: &Stamp) -> Result<Change, StoreError> {
        let transaction = self.begin()?;
        let entry = journal::first_undone(&transaction)?.ok_or(StoreError::NothingToRedo)?;
        fits(&transaction, entry.before)?;
        for row in &journal::rows(&transaction, &entry)? {
            row.bring_back(&transaction)?;
        }
        journal::mark(&transaction, entry.change.seq, ChangeState::Done, stamp)?;
        workbook::count(&transaction, entry.after)?;
        transaction.commit()?;
        Ok(Change {
            state: ChangeState::Done,
            ..entry.change
        })
    }

    /// Every change, oldest first, undone and abandoned ones included.
    ///
    /// # Errors
    /// `file_damaged` when an entry is not what was written.
    pub fn log(&self) -> Result<Vec<Change>, StoreError> {
        let entries = journal::all(self.connection())?;
        Ok(entries.into_iter().map(|entry| entry.change).collect())
    }

    /// The change that [`Store::undo`] would take back.
    ///
    /// # Errors
    /// As [`Store::log`].
    pub fn undoable(&self) -> Result<Option<Change>, StoreError> {
        Ok(journal::last_done(self.connection())?.map(|entry| entry.change))
    }

    /// The change that [`Store::redo`] would bring back.
    ///
    /// # Errors
    /// As [`Store::log`].
    pub fn redoable(&self) -> Result<Option<Change>, StoreError> {
        Ok(journal::first_undone(self.connection())?.map(|entry| entry.change))
    }

    /// A transaction that holds the right to write from its start.
    pub(crate) fn begin(&mut self) -> Result<Transaction<'_>, StoreError> {
        let path = self.path().to_owned();
        if !self.may_write() {
            return Err(StoreError::ReadOnly { path });
        }
        let begun = self
            .connection_mut()
            .transaction_with_behavior(TransactionBehavior::Immediate);
        begun.map_err(|error| StoreError::from(error).about(&path))
    }
}

/// The rows of the chain and what they say, if they are what was written.
pub(crate) fn sound(connection: &rusqlite::Connection) -> Result<(Rows, Content), StoreError> {
    let rows = Rows::stored(connection)?;
    if rows.fingerprint() != workbook::fingerprint(connection)? {
        return Err(StoreError::damaged(
            "the records are not those that Throughline wrote; the disk or another program \
             changed them",
        ));
    }
    let content = rows.content()?;
    Ok((rows, content))
}

/// Writes what differs between the rows and the new content, with its history entry.
pub(crate) fn write(
    transaction: &Transaction<'_>,
    stamp: &Stamp,
    old: Rows,
    new: &Content,
    sentence: &str,
    kind: ChangeKind,
) -> Result<Option<Change>, StoreError> {
    let before = old.fingerprint();
    let rows = Rows::of(new)?;
    let after = rows.fingerprint();
    let changes = old.changes_to(rows)?;
    if changes.is_empty() {
        return Ok(None);
    }
    for change in &changes {
        change.apply(transaction)?;
    }
    let change = journal::write(
        transaction,
        stamp,
        sentence,
        kind,
        (before, after),
        &changes,
    )?;
    workbook::count(transaction, after)?;
    Ok(Some(change))
}

/// What a save of a burst left in the history.
enum Typed {
    /// Its entry, new or longer.
    Entry(Change),
    /// The text is again what it was before the burst: its entry is gone.
    Nothing,
}

/// The entry of a burst, if nothing was done since: it is the newest, it stands, it is as this
/// workbook left it, and no snapshot says what it is.
fn begun(
    connection: &Connection,
    known: Option<(i64, Fingerprint)>,
    stamp: &Stamp,
) -> Result<Option<Entry>, StoreError> {
    let Some(known) = known else {
        return Ok(None);
    };
    let newest = journal::newest(connection)?.filter(|entry| {
        (entry.change.seq, entry.after) == known
            && entry.change.state == ChangeState::Done
            && entry.change.author == stamp.author
    });
    match newest {
        // What has a name stays what it is.
        Some(entry) if snapshot::marks(connection, entry.change.seq)? => Ok(None),
        newest => Ok(newest),
    }
}

/// Writes what differs between the rows and the new content into the entry that `entry` is.
fn go_on(
    transaction: &Transaction<'_>,
    stamp: &Stamp,
    mut entry: Entry,
    old: Rows,
    new: &Content,
    sentence: impl FnOnce(&Chain, &Chain) -> String,
) -> Result<Option<Typed>, StoreError> {
    let mut before = Rewound::of(&old)?;
    for change in journal::rows(transaction, &entry)?.iter().rev() {
        before.take_back(change)?;
    }
    let before = before.rows();
    let was = before.content()?;
    let rows = Rows::of(new)?;
    let after = rows.fingerprint();
    let changes = old.changes_to(rows)?;
    if changes.is_empty() {
        return Ok(None);
    }
    for change in &changes {
        change.apply(transaction)?;
    }
    let whole = before.changes_to(Rows::of(new)?)?;
    workbook::count(transaction, after)?;
    if whole.is_empty() {
        journal::remove(transaction, entry.change.seq)?;
        return Ok(Some(Typed::Nothing));
    }
    entry.change.at = places::read(&places::written(stamp.at))?;
    entry.change.sentence = sentence(&was.chain, &new.chain);
    entry.after = after;
    journal::rewrite(transaction, &entry, &whole)?;
    Ok(Some(Typed::Entry(entry.change)))
}

fn fits(transaction: &Transaction<'_>, wanted: Fingerprint) -> Result<(), StoreError> {
    if workbook::fingerprint(transaction)? == wanted {
        return Ok(());
    }
    Err(StoreError::damaged(
        "the history does not lead to what the workbook holds",
    ))
}
