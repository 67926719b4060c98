//! The commands, a file each: what they take, the use case they call, how the answer reads.

mod apply;
mod backup;
mod brief;
mod compare;
mod data;
mod dump;
mod import;
mod log;
mod members;
mod new;
mod redo;
mod restore;
mod schema;
mod segments;
mod undo;
mod verify;
mod why;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use workbench::{Access, Book, Desk, Error};

use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new, empty workbook
    New(new::New),
    /// Bring a customer table (CSV, also .gz) into a workbook
    Import(import::Import),
    /// Show a table's columns: types, blanks, values
    Data(data::Data),
    /// Lay a chain document over a workbook: one undo step
    Apply(apply::Apply),
    /// Write the whole chain as a chain document, without customer rows
    Dump(dump::Dump),
    /// Print the JSON Schema of chain documents
    Schema(schema::Schema),
    /// List every segment with its size, share and standing
    Segments(segments::Segments),
    /// Write the keys of a segment's customers as CSV
    Members(members::Members),
    /// Say which conditions of a segment a customer meets
    Why(why::Why),
    /// Compare segments with everyone else, with intervals and a verdict
    Compare(compare::Compare),
    /// Write a segment's brief as Markdown or PDF
    Brief(brief::Brief),
    /// Check a workbook from its pages to its references
    Verify(verify::Verify),
    /// List everything that was done
    Log(log::Log),
    /// Take the last change back
    Undo(undo::Undo),
    /// Bring the last undone change back
    Redo(redo::Redo),
    /// Take a verified backup
    Backup(backup::Backup),
    /// Bring a backup back as a new workbook
    Restore(restore::Restore),
}

impl Command {
    /// Does it, and shows the answer.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        match self {
            Self::New(new) => new.run(terminal),
            Self::Import(import) => import.run(terminal),
            Self::Data(data) => data.run(terminal),
            Self::Apply(apply) => apply.run(terminal),
            Self::Dump(dump) => dump.run(terminal),
            Self::Schema(schema) => schema.run(terminal),
            Self::Segments(segments) => segments.run(terminal),
            Self::Members(members) => members.run(terminal),
            Self::Why(why) => why.run(terminal),
            Self::Compare(compare) => compare.run(terminal),
            Self::Brief(brief) => brief.run(terminal),
            Self::Verify(verify) => verify.run(terminal),
            Self::Log(log) => log.run(terminal),
            Self::Undo(undo) => undo.run(terminal),
            Self::Redo(redo) => redo.run(terminal),
            Self::Backup(backup) => backup.run(terminal),
            Self::Restore(restore) => restore.run(terminal),
        }
    }
}

/// How a command ended that did what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Done.
    Done,
    /// Done, and it found something that does not hold.
    Found,
}

impl Ending {
    /// The exit code.
    pub const fn exit(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Found => 1,
        }
    }
}

/// The workbook that a command is about.
#[derive(Debug, Args)]
struct Workbook {
    /// The workbook
    #[arg(value_name = "FILE")]
    path: PathBuf,
}

impl Workbook {
    /// To look at it, also while another program has it open.
    fn read(&self) -> Result<Book, Error> {
        Book::open(&self.path, Access::Read, Desk::here())
    }

    /// To change it.
    fn write(&self) -> Result<Book, Error> {
        Book::open(&self.path, Access::Write, Desk::here())
    }

    fn name(&self) -> String {
        shown(&self.path)
    }
}

/// A path as it was typed.
fn shown(path: &Path) -> String {
    path.display().to_string()
}
