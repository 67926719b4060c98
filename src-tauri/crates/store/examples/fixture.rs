//! Writes the workbook that is kept of this schema version, so that every later version can show
//! that it still opens it.
//!
//! `cargo run -p store --example fixture -- FILE`. Once a version has shipped, its file stays as it
//! is; this makes the one of the next version.

use std::error::Error;
use std::ops::ControlFlow;
use std::path::Path;

use chain::Chain;
use measure::table::{Column, Data, Mask, Table};
use store::{Arrival, Edited, Findings, Rejected, RejectedRow, Stamp, Store, StoreError};

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args()
        .nth(1)
        .ok_or("give the name of the file to write")?;
    let stamp = |at: &str| -> Result<Stamp, Box<dyn Error>> {
        Ok(Stamp {
            at: at.parse()?,
            author: "Ada".to_owned(),
        })
    };
    let mut store = Store::create(Path::new(&file), &stamp("2026-11-01T10:00:00Z")?)?;
    let chain = Chain::from_text(include_str!("../tests/store/small.json"))?;
    let edited = |_: &Chain| {
        Ok::<_, StoreError>(Edited {
            chain,
            sentence: "Applied a chain document".to_owned(),
        })
    };
    store.edit(&stamp("2026-11-01T10:01:00Z")?, edited)?;
    let table = table()?;
    let arrival = Arrival {
        dataset: "customers",
        source_name: "customers.csv",
        source_bytes: 1234,
        table: &table,
        distinct: &[20, 3, 15, 10, 2, 20, 16],
    };
    let stamp_of_import = stamp("2026-11-01T10:02:00Z")?;
    let import = store.import(&stamp_of_import, &arrival, |_| ControlFlow::Continue(()))?;
    let findings = Findings {
        rejected: Rejected {
            rows: vec![RejectedRow {
                line: 12,
                why: "3 cells instead of 7".to_owned(),
            }],
            total: 1,
        },
        notes: vec!["A column without a name was left out".to_owned()],
        ..Findings::default()
    };
    import.publish(findings, |standing| {
        Ok::<_, StoreError>(Edited {
            chain: standing.chain.clone(),
            sentence: "Imported customers.csv".to_owned(),
        })
    })?;
    let renamed = |chain: &Chain| {
        let mut chain = chain.clone();
        for segment in &mut chain.segments {
            segment.name = "Clinics with one site".to_owned();
        }
        let sentence = "Renamed the segment".to_owned();
        Ok::<_, StoreError>(Edited { chain, sentence })
    };
    store.edit(&stamp("2026-11-01T10:03:00Z")?, renamed)?;
    store.undo(&stamp("2026-11-01T10:04:00Z")?)?;
    Ok(())
}

/// Twenty customers who do not exist.
fn table() -> Result<Table, Box<dyn Error>> {
    let rows = 20;
    let texts = |dict: Vec<String>, codes: Vec<u32>| Data::Text { dict, codes };
    let ids = (1..=rows).map(|row| format!("C-{row:03}")).collect();
    let contracts = ["Month-to-month", "One year", "Two year"]
        .map(str::to_owned)
        .to_vec();
    let blank = |every: usize| Mask::from_fn(rows, |row| row % every == every - 1);
    let tenure = |row: usize| if row % 4 == 3 { 0 } else { row as i64 * 3 };
    let charges = |row: usize| {
        if row % 2 == 1 {
            0.0
        } else {
            20.25 + row as f64
        }
    };
    let columns = [
        (
            "customerID",
            texts(ids, (0..rows as u32).collect()),
            Mask::none(rows),
        ),
        (
            "Contract",
            texts(contracts, (0..rows as u32).map(|row| row % 3).collect()),
            Mask::none(rows),
        ),
        (
            "tenure",
            Data::Integer((0..rows).map(tenure).collect()),
            blank(4),
        ),
        (
            "charges",
            Data::Number((0..rows).map(charges).collect()),
            blank(2),
        ),
        (
            "Churn",
            Data::Boolean(Mask::from_fn(rows, |row| row % 5 == 0)),
            Mask::none(rows),
        ),
        (
            "joined",
            Data::Date((0..rows as i32).map(|row| 20_000 + row).collect()),
            Mask::none(rows),
        ),
        (
            "seen",
            Data::Datetime((0..rows as i64).map(|row| row.max(4) * 1_000_000).collect()),
            Mask::none(rows),
        ),
    ];
    let columns = columns
        .into_iter()
        .map(|(name, data, blank)| Column::new(name, data, blank));
    Ok(Table::new(rows, columns.collect::<Result<_, _>>()?)?)
}
