//! The commands, a file each: what they take, the use case they call, how the answer reads.

mod apply;
mod backup;
mod brief;
mod check;
mod compare;
mod data;
mod dump;
mod import;
mod lint;
mod log;
mod members;
mod new;
mod redo;
mod restore;
mod rules;
mod sample;
mod schema;
mod segments;
mod snapshot;
mod undo;
mod verify;
mod why;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use workbench::{Access, Book, Desk, Error};

use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// What can be done. What each command says of itself stands with its arguments.
#[derive(Debug, Subcommand)]
pub enum Command {
    New(new::New),
    Sample(sample::MakeSample),
    Import(import::Import),
    Data(data::Data),
    Apply(apply::Apply),
    Dump(dump::Dump),
    Schema(schema::Schema),
    Segments(segments::Segments),
    Members(members::Members),
    Why(why::Why),
    Compare(compare::Compare),
    Check(check::Check),
    Lint(lint::Lint),
    Rules(rules::Rules),
    Brief(brief::Brief),
    Verify(verify::Verify),
    Log(log::Log),
    Snapshot(snapshot::Snapshot),
    Undo(undo::Undo),
    Redo(redo::Redo),
    Backup(backup::Backup),
    Restore(restore::Restore),
}

impl Command {
    /// Does it, and shows the answer.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        match self {
            Self::New(new) => new.run(terminal),
            Self::Sample(sample) => sample.run(terminal),
            Self::Import(import) => import.run(terminal),
            Self::Data(data) => data.run(terminal),
            Self::Apply(apply) => apply.run(terminal),
            Self::Dump(dump) => dump.run(terminal),
            Self::Schema(schema) => schema.run(terminal),
            Self::Segments(segments) => segments.run(terminal),
            Self::Members(members) => members.run(terminal),
            Self::Why(why) => why.run(terminal),
            Self::Compare(compare) => compare.run(terminal),
            Self::Check(check) => check.run(terminal),
            Self::Lint(lint) => lint.run(terminal),
            Self::Rules(rules) => rules.run(terminal),
            Self::Brief(brief) => brief.run(terminal),
            Self::Verify(verify) => verify.run(terminal),
            Self::Log(log) => log.run(terminal),
            Self::Snapshot(snapshot) => snapshot.run(terminal),
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
