//! Which page size suits a workbook: measures small edits and chunk reads at each:
//! medians of 500 edits (a field, its history entry, `synchronous=FULL`) and of five reads of ten
//! columns of a million rows.
//!
//! `cargo run -p store --example page_size [FOLDER]` works in FOLDER, or in the temporary folder:
//! give one on the kind of disk that matters.

#![allow(clippy::print_stdout, reason = "printing the table is what it is for")]

use std::error::Error;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Instant;

use chain::{Chain, Dataset, Pain, Segment};
use jiff::Timestamp;
use measure::table::{Column, Data, Mask, Table};
use store::{Access, Arrival, Edited, Findings, Places, Stamp, Store, StoreError};

type Outcome<T> = Result<T, Box<dyn Error>>;

const SIZES: [u32; 4] = [4096, 8192, 16_384, 32_768];
const RUNS: usize = 5;
const EDITS: usize = 100;
const ROWS: usize = 1_000_000;

fn main() -> Outcome<()> {
    let folder = match std::env::args().nth(1) {
        Some(folder) => tempfile::tempdir_in(folder)?,
        None => tempfile::tempdir()?,
    };
    let table = table()?;
    let mut books = Vec::new();
    for size in SIZES {
        books.push(Book::filled(folder.path(), size, &table)?);
    }
    // Size after size in each run, so that whatever else the machine does falls on all of them.
    for run in 0..RUNS {
        for book in &mut books {
            book.edits(run)?;
            book.read()?;
        }
    }
    println!("page   edit ms  log kB/edit  read ms  import s  empty kB  full MB");
    for mut book in books {
        println!(
            "{:<5}  {:>7.2}  {:>11.1}  {:>7.0}  {:>8.2}  {:>8}  {:>7.1}",
            book.size,
            median(&mut book.edits),
            book.log,
            median(&mut book.reads),
            book.import,
            book.empty / 1024,
            std::fs::metadata(&book.path)?.len() as f64 / 1e6,
        );
    }
    Ok(())
}

/// A workbook of one page size, and its figures so far. Times in milliseconds.
struct Book {
    path: PathBuf,
    size: u32,
    empty: u64,
    log: f64,
    import: f64,
    version: i64,
    edits: Vec<f64>,
    reads: Vec<f64>,
}

impl Book {
    fn filled(folder: &Path, size: u32, table: &Table) -> Outcome<Self> {
        let path = folder.join(format!("{size}.throughline"));
        let stamp = stamp()?;
        drop(Store::create(&path, &stamp)?);
        repage(&path, size)?;
        let empty = std::fs::metadata(&path)?.len();
        let mut store = open(&path)?;
        edit(&mut store, &stamp, "Filled", |chain| *chain = filled())?;
        drop(store);
        let log = log_per_edit(&path, &stamp)?;
        let mut store = open(&path)?;
        let begin = Instant::now();
        let arrival = Arrival {
            dataset: "rows",
            source_name: "rows.csv",
            source_bytes: 0,
            table,
            distinct: &[1; 10],
        };
        let import = store.import(&stamp, &arrival, |_| ControlFlow::Continue(()))?;
        let (_, version) = import.publish(Findings::default(), |standing| {
            let mut chain = standing.chain.clone();
            chain.datasets.push(Dataset {
                id: "rows".to_owned(),
                ..Dataset::default()
            });
            Ok::<_, StoreError>(Edited {
                chain,
                sentence: "Imported".to_owned(),
            })
        })?;
        let import = begin.elapsed().as_secs_f64();
        let version = version.id;
        let (edits, reads) = (Vec::new(), Vec::new());
        Ok(Self {
            path,
            size,
            empty,
            log,
            import,
            version,
            edits,
            reads,
        })
    }

    fn edits(&mut self, run: usize) -> Outcome<()> {
        let (mut store, stamp) = (open(&self.path)?, stamp()?);
        for n in 0..EDITS {
            let begin = Instant::now();
            edit(&mut store, &stamp, "Reworded a pain", |chain| {
                let pains = &mut chain.segments[(n * 7) % 20].value.pains;
                pains[3].text = format!("Reworded for the {run}th and {n}th time, as one does.");
            })?;
            self.edits.push(begin.elapsed().as_secs_f64() * 1e3);
        }
        Ok(())
    }

    fn read(&mut self) -> Outcome<()> {
        let store = open(&self.path)?;
        let begin = Instant::now();
        let table = store.table(self.version)?;
        self.reads.push(begin.elapsed().as_secs_f64() * 1e3);
        if table.rows() == ROWS {
            Ok(())
        } else {
            Err("rows are missing".into())
        }
    }
}

fn stamp() -> Outcome<Stamp> {
    Ok(Stamp {
        at: "2026-11-01T10:00:00Z".parse()?,
        author: "Ada".to_owned(),
    })
}

fn median(all: &mut [f64]) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn open(path: &Path) -> Outcome<Store> {
    let places = Places {
        backups: path.with_extension("backups"),
        now: Timestamp::UNIX_EPOCH,
    };
    Ok(Store::open(path, Access::Write, &places)?)
}

/// Gives a workbook another page size, as only a rebuild can.
fn repage(path: &Path, size: u32) -> Outcome<()> {
    let connection = rusqlite::Connection::open(path)?;
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = DELETE; PRAGMA page_size = {size}; VACUUM; PRAGMA journal_mode = WAL"
    ))?;
    Ok(())
}

fn edit(
    store: &mut Store,
    stamp: &Stamp,
    sentence: &str,
    how: impl FnOnce(&mut Chain),
) -> Outcome<()> {
    store.edit(stamp, |chain| {
        let mut chain = chain.clone();
        how(&mut chain);
        Ok::<_, StoreError>(Edited {
            chain,
            sentence: sentence.to_owned(),
        })
    })?;
    Ok(())
}

/// Kilobytes that ten edits write to a fresh log, for each.
fn log_per_edit(path: &Path, stamp: &Stamp) -> Outcome<f64> {
    let copy = path.with_extension("copy");
    open(path)?.backup(&copy)?;
    let mut store = open(&copy)?;
    for _ in 0..10 {
        edit(&mut store, stamp, "Reworded a pain", |chain| {
            chain.segments[7].value.pains[3].text.push('x');
        })?;
    }
    let log = std::fs::metadata(path.with_extension("copy-wal"))?.len();
    Ok(log as f64 / 10.0 / 1024.0)
}

/// Twenty segments of a page of text each.
fn filled() -> Chain {
    let mut chain = Chain::default();
    for n in 0..20 {
        let mut segment = Segment {
            id: format!("segment-{n}"),
            name: format!("Segment {n}"),
            described: "Who they are and how they decide. ".repeat(8),
            ..Segment::default()
        };
        segment.positioning.benefit = "gives each generalist three hours back a week".to_owned();
        for m in 0..8 {
            segment.value.pains.push(Pain {
                id: format!("pain-{n}-{m}"),
                text: "What gets in the way of the job, in a sentence or two. ".repeat(2),
                ..Pain::default()
            });
        }
        chain.segments.push(segment);
    }
    chain
}

/// Ten columns of a million rows: texts, numbers, days, flags.
fn table() -> Outcome<Table> {
    let mut columns = Vec::new();
    // A fixed mixing step, so that the columns do not compress away.
    let mixed =
        |row: usize, salt: u64| (row as u64 ^ salt).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20;
    for n in 0..10_u64 {
        let data = match n {
            0..3 => Data::Text {
                dict: (0..500).map(|entry| format!("level {entry}")).collect(),
                codes: (0..ROWS).map(|row| (mixed(row, n) % 500) as u32).collect(),
            },
            3..6 => Data::Integer(
                (0..ROWS)
                    .map(|row| (mixed(row, n) % 10_000) as i64)
                    .collect(),
            ),
            6..8 => Data::Number((0..ROWS).map(|row| mixed(row, n) as f64 / 1e3).collect()),
            8 => Data::Date(
                (0..ROWS)
                    .map(|row| (mixed(row, n) % 20_000) as i32)
                    .collect(),
            ),
            _ => Data::Boolean(Mask::from_fn(ROWS, |row| mixed(row, n) % 3 == 0)),
        };
        columns.push(Column::new(format!("column {n}"), data, Mask::none(ROWS))?);
    }
    Ok(Table::new(ROWS, columns)?)
}
