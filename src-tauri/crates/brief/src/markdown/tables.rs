//! The brief's tables in Markdown.

use super::Page;
use super::escape::{bold, inline};
use crate::sheet::{Cell, MISSING, Payoff, Row, Sheet};

/// Adds a table; cells are Markdown already.
fn table(page: &mut Page, head: &[&str], right: &[usize], rows: &[Vec<String>]) {
    let rule: Vec<&str> = (0..head.len())
        .map(|at| if right.contains(&at) { "---:" } else { "---" })
        .collect();
    let mut lines = vec![row(head), row(&rule)];
    lines.extend(rows.iter().map(|cells| row(cells)));
    page.block(&lines.join("\n"));
}

fn row<T: AsRef<str>>(cells: &[T]) -> String {
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    format!("| {} |", cells.join(" | "))
}

fn or_dash(text: &str) -> String {
    if text.is_empty() {
        "–".to_owned()
    } else {
        inline(text)
    }
}

/// The six links as a table of one row.
pub fn line(page: &mut Page, sheet: &Sheet) {
    let head: Vec<&str> = sheet.line.links.iter().map(|link| link.name).collect();
    let states = sheet.line.links.iter().map(|link| {
        let sign = match link.state {
            "sound" => '●',
            "draft" => '◐',
            "stale" => '◑',
            _ => '○',
        };
        format!("{sign} {}", inline(&link.words))
    });
    table(page, &head, &[], &[states.collect()]);
}

/// The segment's size.
pub fn who(page: &mut Page, sheet: &Sheet) {
    let who = &sheet.who;
    if who.n.is_empty() {
        return;
    }
    let head = ["n", "of", "share (95 % interval)", "dataset"];
    let of = who.of.strip_prefix("of ").unwrap_or(&who.of);
    let cells = vec![
        inline(&who.n),
        or_dash(of),
        or_dash(&who.share),
        or_dash(&who.dataset),
    ];
    table(page, &head, &[0, 1, 2], &[cells]);
}

/// The axes of how they decide.
pub fn decides(page: &mut Page, sheet: &Sheet) {
    if sheet.decides.is_empty() {
        page.block(MISSING.decides);
        return;
    }
    let rows: Vec<Vec<String>> = sheet
        .decides
        .iter()
        .map(|axis| vec![inline(&axis.name), inline(&axis.words), or_dash(&axis.note)])
        .collect();
    table(page, &["Axis", "Score", "What is behind it"], &[], &rows);
}

/// Jobs, pains and payoffs with their proofs and features.
pub fn value(page: &mut Page, sheet: &Sheet) {
    if sheet.value.jobs.is_empty() {
        page.block(MISSING.value);
        return;
    }
    let mut rows = Vec::new();
    for job in &sheet.value.jobs {
        let name = with_kind(&job.text, &job.kind);
        if job.pains.is_empty() {
            rows.push(vec![
                name,
                MISSING.pain.into(),
                MISSING.payoff.into(),
                String::new(),
                String::new(),
            ]);
            continue;
        }
        for pain in &job.pains {
            let hurts = if pain.text.is_empty() {
                MISSING.pain.to_owned()
            } else {
                with_kind(&pain.text, &pain.severity)
            };
            if pain.payoffs.is_empty() {
                let none = MISSING.payoff.to_owned();
                rows.push(vec![
                    name.clone(),
                    hurts.clone(),
                    none,
                    String::new(),
                    String::new(),
                ]);
            }
            rows.extend(pain.payoffs.iter().map(|payoff| {
                let mut cells = vec![name.clone(), hurts.clone()];
                cells.extend(payoff_cells(payoff));
                cells
            }));
        }
    }
    table(
        page,
        &["Job", "Pain", "Payoff", "Proof", "Through"],
        &[],
        &rows,
    );
}

fn payoff_cells(payoff: &Payoff) -> [String; 3] {
    let mut text = inline(&payoff.text);
    if !payoff.measure.is_empty() {
        let gap = if text.is_empty() { "" } else { ": " };
        text.push_str(gap);
        text.push_str(&bold(&payoff.measure, Some(' '), Some(' ')));
    }
    if !payoff.kind.is_empty() {
        text.push_str(&format!(" ({})", inline(&payoff.kind)));
    }
    let proofs: Vec<String> = payoff
        .proofs
        .iter()
        .map(|proof| with_kind(&proof.text, &proof.kind))
        .collect();
    let features: Vec<String> = payoff.features.iter().map(|text| inline(text)).collect();
    let proofs = if proofs.is_empty() {
        MISSING.proof.to_owned()
    } else {
        proofs.join("; ")
    };
    [text, proofs, features.join("; ")]
}

fn with_kind(text: &str, kind: &str) -> String {
    if text.is_empty() {
        "–".to_owned()
    } else if kind.is_empty() {
        inline(text)
    } else {
        format!("{} ({})", inline(text), inline(kind))
    }
}

/// What is replaced.
pub fn alternatives(page: &mut Page, sheet: &Sheet) {
    if sheet.alternatives.is_empty() {
        page.block(MISSING.alternatives);
        return;
    }
    let rows: Vec<Vec<String>> = sheet
        .alternatives
        .iter()
        .map(|alternative| {
            let weakness = &alternative.weakness;
            let weakness = if weakness.is_empty() {
                MISSING.weakness.to_owned()
            } else {
                inline(weakness)
            };
            vec![
                or_dash(&alternative.name),
                or_dash(&alternative.kind),
                weakness,
            ]
        })
        .collect();
    table(
        page,
        &["Alternative", "Kind", "Where it fails them"],
        &[],
        &rows,
    );
}

/// The measured outcomes, then the verdicts as sentences, then how to read them.
pub fn results(page: &mut Page, sheet: &Sheet) {
    let results = &sheet.results;
    if results.rows.is_empty() {
        page.block(MISSING.results);
        return;
    }
    let rows: Vec<Vec<String>> = results.rows.iter().map(result).collect();
    let (segment, against) = (inline(&results.segment), inline(&results.against));
    let head = ["Metric", &segment, &against, "Verdict", "Difference, q"];
    table(page, &head, &[1, 2], &rows);
    let words = results.rows.iter().filter(|row| !row.words.is_empty());
    let words: Vec<String> = words
        .map(|row| format!("- {}: {}", inline(&row.metric), inline(&row.words)))
        .collect();
    if !words.is_empty() {
        page.block(&words.join("\n"));
    }
    page.block(&inline(&results.reading.join(" ")));
}

fn result(row: &Row) -> Vec<String> {
    let mut metric = inline(&row.metric);
    let mut under = row.under.clone();
    if let [left, right] = row.ticks.as_slice() {
        under.push(format!("band {left} to {right}"));
    }
    if !under.is_empty() {
        metric.push_str(&format!(" ({})", inline(&under.join(", "))));
    }
    let verdict = if row.span.is_empty() {
        row.verdict.clone()
    } else {
        [row.verdict.as_str(), row.gap, &row.span].concat()
    };
    vec![
        metric,
        side(&row.segment),
        side(&row.against),
        inline(&verdict),
        or_dash(&row.facts),
    ]
}

fn side(cell: &Cell) -> String {
    let interval = if cell.interval.is_empty() {
        String::new()
    } else {
        format!(" ({})", cell.interval)
    };
    inline(&format!("{}{interval}, n {}", cell.value, cell.n))
}

/// The tables behind the figures and the other facts.
pub fn stands_on(page: &mut Page, sheet: &Sheet) {
    let basis = &sheet.stands_on;
    if basis.snapshots.is_empty() {
        page.block(MISSING.dataset);
    } else {
        let rows: Vec<Vec<String>> = basis
            .snapshots
            .iter()
            .map(|snapshot| {
                let hash = snapshot.hash.replace(' ', "");
                vec![
                    or_dash(&snapshot.name),
                    inline(&snapshot.rows),
                    or_dash(&snapshot.as_of),
                    or_dash(&snapshot.imported),
                    if hash.is_empty() {
                        "–".to_owned()
                    } else {
                        inline(&hash)
                    },
                ]
            })
            .collect();
        table(
            page,
            &["Dataset", "Rows", "As of", "Imported", "Hash"],
            &[1],
            &rows,
        );
    }
    for (name, text) in &basis.facts {
        page.named(name, text, "");
    }
}
