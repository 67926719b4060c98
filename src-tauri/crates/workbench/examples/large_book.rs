//! How long a large workbook keeps a person waiting: 200 segments with 5,000 claims over the telco
//! table. Each row is the median of some runs, beside the time it may take; a row over its time ends
//! with 1.
//!
//! `cargo xtask bench` builds and runs it.

#![allow(clippy::print_stdout, reason = "printing the table is what it is for")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use serde_json::{Value, json};
use workbench::{Access, Book, Desk, ImportSettings, Unwatched};

type Outcome<T> = Result<T, Box<dyn Error>>;

const SEGMENTS: usize = 200;
const RUNS: usize = 9;

fn main() -> Outcome<ExitCode> {
    let folder = tempfile::tempdir()?;
    let bench = Bench {
        book: folder.path().join("large.throughline"),
        desk: Desk {
            author: "Mira".into(),
            data: folder.path().join("data"),
            hand: workbench::Hand::Command,
        },
    };
    bench.make()?;
    let rows = [
        bench.row("open, and the Map as the page gets it", 100.0, |book| {
            book.close_and_open()?;
            Ok(serde_json::to_vec(&book.book()?.view()?)?.len())
        })?,
        bench.row("small results, after opening", 1_000.0, |book| {
            book.close_and_open()?;
            Ok(book.book()?.map_results(&[])?.rows.len())
        })?,
        bench.row("small results, once the rows are known", 250.0, |book| {
            Ok(book.book()?.map_results(&[])?.rows.len())
        })?,
        bench.row("an edit, and the Map again", 250.0, |book| {
            let text = format!("Keep the line up, {}", book.count());
            let patch = json!({"throughline": 1, "segments": [{"id": "s7", "described": text}]});
            book.book()?.edit(patch)?;
            Ok(serde_json::to_vec(&book.book()?.view()?)?.len())
        })?,
        bench.row("the first search, after opening", 100.0, |book| {
            book.close_and_open()?;
            Ok(book.book()?.search("dropped line", 40)?.hits.len())
        })?,
        bench.row("a search", 100.0, |book| {
            let words = format!("within {} hours", book.count() % 6);
            Ok(book.book()?.search(&words, 40)?.hits.len())
        })?,
        bench.row("the history's first page, after opening", 100.0, |book| {
            book.close_and_open()?;
            Ok(book.book()?.log_page(None, 200)?.changes.len())
        })?,
        bench.row("what the last change did", 250.0, |book| {
            let last = book.book()?.log_page(None, 1)?.now;
            Ok(book.book()?.told(last)?.did.records.len())
        })?,
        bench.row("check, every text read before", 50.0, |book| {
            Ok(book.book()?.check(true)?.findings.len())
        })?,
    ];
    println!(
        "{:<44} {:>9} {:>9}",
        "200 segments, 5,000 claims", "median ms", "at most"
    );
    for row in &rows {
        println!("{:<44} {:>9.1} {:>9.0}", row.name, row.median, row.most);
    }
    Ok(if rows.iter().all(|row| row.median <= row.most) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// A workbook on disk.
struct Bench {
    book: PathBuf,
    desk: Desk,
}

/// A workbook in use, opened when it is first asked for.
struct InUse<'a> {
    bench: &'a Bench,
    open: Option<Book>,
    count: usize,
}

struct Row {
    name: &'static str,
    median: f64,
    most: f64,
}

impl Bench {
    fn make(&self) -> Outcome<()> {
        let mut book = Book::create(&self.book, self.desk.clone())?;
        let table = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../../tests/fixtures/data/telco_customer_churn.csv");
        let settings = ImportSettings {
            name: "customers".into(),
            ..ImportSettings::default()
        };
        book.import(&table, &settings, &Unwatched)?;
        book.apply(&document().to_string(), false)?;
        Ok(())
    }

    /// Measures `work` some times over; the first time it warms up.
    fn row(
        &self,
        name: &'static str,
        most: f64,
        work: impl Fn(&mut InUse<'_>) -> Outcome<usize>,
    ) -> Outcome<Row> {
        let mut book = InUse {
            bench: self,
            open: None,
            count: 0,
        };
        let mut times = Vec::with_capacity(RUNS);
        for run in 0..=RUNS {
            let begun = Instant::now();
            std::hint::black_box(work(&mut book)?);
            if run > 0 {
                times.push(begun.elapsed().as_secs_f64() * 1000.0);
            }
        }
        times.sort_by(f64::total_cmp);
        let median = times.get(RUNS / 2).copied().unwrap_or_default();
        Ok(Row { name, median, most })
    }
}

impl InUse<'_> {
    fn close_and_open(&mut self) -> Outcome<()> {
        self.open = None;
        self.book()?;
        Ok(())
    }

    fn book(&mut self) -> Outcome<&mut Book> {
        if self.open.is_none() {
            let opened = Book::open(&self.bench.book, Access::Write, self.bench.desk.clone())?;
            self.open = Some(opened);
        }
        self.open
            .as_mut()
            .ok_or_else(|| "it was just opened".into())
    }

    /// Another number at each call, so that no edit says what is said already.
    fn count(&mut self) -> usize {
        self.count += 1;
        self.count
    }
}

/// 25 claims a segment: jobs, pains, payoffs, features, proofs and touchpoints.
fn document() -> Value {
    let segments: Vec<Value> = (0..SEGMENTS).map(segment).collect();
    let rate = |id: &str, column: &str| {
        json!({"id": id, "name": column, "dataset": "customers", "threshold": 0.03,
               "formula": {"rate": {"where": {"column": column, "op": "eq", "value": "Yes"}}}})
    };
    let confirmations: Vec<Value> = (0..SEGMENTS)
        .flat_map(|at| {
            ["decision", "segment", "value", "positioning"]
                .map(|link| json!({"link": format!("s{at}/{link}"), "on": "2026-11-01"}))
        })
        .collect();
    json!({"throughline": 1,
        "offering": {"name": "Northline", "category": "home internet"},
        "decisions": [{"id": "budget", "question": "Where does the budget go?", "owner": "Mira", "due": "2127-01-31"}],
        "metrics": [rate("churn", "Churn"), rate("backed-up", "OnlineBackup"),
            rate("protected", "DeviceProtection")],
        "segments": segments, "confirmations": confirmations})
}

fn segment(at: usize) -> Value {
    let list = |kind: &str, count: usize, make: &dyn Fn(String, usize) -> Value| -> Vec<Value> {
        (0..count)
            .map(|number| make(format!("s{at}-{kind}-{number}"), number))
            .collect()
    };
    let score = |step: usize| json!({"score": (at / step) % 5 + 1});
    json!({"id": format!("s{at}"), "name": format!("Households with a bill up to {at} dollars"),
        "role": if at == 0 { "primary" } else { "queued" }, "decision": "budget",
        "dataset": "customers", "rule": {"column": "MonthlyCharges", "op": "le", "value": at},
        "decides_by": {"urgency": score(1), "willingness_to_pay": score(2), "risk_sensitivity": score(3),
            "technical_maturity": score(5), "workflow_complexity": score(7), "approvals": score(11)},
        "reach": ["The bill"], "not_for": ["Second homes"], "actions": ["message"],
        "review_on": "2127-03-01",
        "value": {
            "jobs": list("job", 3, &|id, n| json!({"id": id, "text": format!("Keep the house online on working day {n}")})),
            "pains": list("pain", 6, &|id, n| json!({"id": id, "text": format!("The line drops {n} times an evening and nobody calls back")})),
            "payoffs": list("payoff", 6, &|id, n| json!({"id": id, "pain": format!("s{at}-pain-{n}"),
                "quantity": n, "unit": "hours", "horizon_days": 30,
                "text": format!("A line that drops is back within {n} hours, in the first 30 days")})),
            "features": list("feature", 4, &|id, n| json!({"id": id, "text": format!("Support desk {n} open until midnight"), "payoff": format!("s{at}-payoff-{n}")})),
            "proofs": list("proof", 3, &|id, n| json!({"id": id, "kind": "data", "text": format!("The repair log of {n} homes"), "supports": format!("s{at}-payoff-{n}")})),
        },
        "positioning": {"for_whom": "households that work from home", "problem": "the line drops in the evening",
            "benefit": "has a dropped line working again within 4 hours", "why_believe": "the router starts the repair clock",
            "category": "home fibre", "differentiator": {"text": "answered until midnight"},
            "alternatives": [{"id": format!("s{at}-alt"), "name": "waiting it out", "kind": "do_nothing"}]},
        "touchpoints": list("touch", 3, &|id, n| json!({"id": id, "kind": "email", "text": format!("Back within {n} hours, or the evening is on us"), "claims": [format!("s{at}-payoff-{n}")]})),
    })
}
