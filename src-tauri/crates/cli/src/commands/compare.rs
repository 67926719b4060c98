//! `throughline compare`: segments against everyone else, by metric.

use anstyle::Style;
use clap::Args;
use serde_json::json;
use workbench::{Book, CompareRow, Comparison, Error, Other, Verdict, figure};

use super::{Ending, Workbook};
use crate::page::{BAD, GOOD, Page, QUIET, counted};
use crate::table::{Cell, Table, figures, text};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// Compare segments with everyone else, with intervals and a verdict in words
///
/// Intervals are 95 %. q is p after Benjamini–Hochberg over every segment with a rule on the
/// metric's dataset, whatever is shown.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct Compare {
    #[command(flatten)]
    workbook: Workbook,
    /// The metric's id; may be given several times
    #[arg(long = "metric", value_name = "METRIC", required = true)]
    metrics: Vec<String>,
    /// A segment's id; may be given several times; every one when left out
    #[arg(long = "segment", value_name = "SEGMENT")]
    segments: Vec<String>,
    /// What to compare with: `rest`, `all`, or a segment's id
    #[arg(long, value_name = "rest|all|SEGMENT", default_value = "rest")]
    against: String,
}

impl Compare {
    /// Compares them.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let gauge = terminal.gauge("Comparing the segments");
        let mut book = self.workbook.read()?;
        let other = Other::from_text(&self.against);
        let made = self
            .metrics
            .iter()
            .map(|metric| book.compare(metric, &self.segments, &other))
            .collect::<Result<Vec<_>, _>>()?;
        let heads = made
            .iter()
            .map(|comparison| Head::of(&mut book, &comparison.metric, &other))
            .collect::<Result<Vec<_>, _>>()?;
        drop(gauge);
        let words = |page: &mut Page| {
            for (place, (comparison, head)) in made.iter().zip(&heads).enumerate() {
                if place > 0 {
                    page.gap();
                }
                write(page, comparison, head);
            }
        };
        match made.as_slice() {
            [one] => terminal.show(one, words)?,
            several => terminal.show(&json!({"metrics": several}), words)?,
        }
        Ok(Ending::Done)
    }
}

/// What a metric is, as its title says it.
struct Head {
    name: String,
    is_share: bool,
    lower: bool,
    threshold: f64,
    against: String,
}

impl Head {
    fn of(book: &mut Book, metric: &str, other: &Other) -> Result<Self, Error> {
        let chain = book.chain()?;
        let against = match other {
            Other::Rest => "everyone else".to_owned(),
            Other::All => "everyone".to_owned(),
            Other::Segment(id) => chain
                .segment(id)
                .filter(|segment| !segment.name.is_empty())
                .map_or_else(|| id.clone(), |segment| segment.name.clone()),
        };
        let found = chain.metric(metric);
        Ok(Self {
            name: found
                .filter(|metric| !metric.name.is_empty())
                .map_or_else(|| metric.to_owned(), |metric| metric.name.clone()),
            is_share: found
                .and_then(|metric| metric.formula.as_ref())
                .is_none_or(|formula| formula.is_share()),
            lower: found.is_some_and(|metric| metric.better.as_str() == "lower"),
            threshold: found.map_or(0.0, |metric| metric.threshold),
            against,
        })
    }

    fn title(&self) -> String {
        let better = if self.lower { "lower" } else { "higher" };
        let threshold = if self.threshold > 0.0 {
            let least = if self.is_share {
                figure::points(self.threshold)
            } else {
                figure::plain(self.threshold)
            };
            format!(", {least} would matter")
        } else {
            String::new()
        };
        format!(
            "{}, against {} ({better} is better{threshold})",
            self.name, self.against
        )
    }

    /// A rate or mean with its interval under it.
    fn value(&self, value: Option<f64>, low: Option<f64>, high: Option<f64>) -> Cell {
        let Some(value) = value else {
            return Cell::styled(QUIET, "–");
        };
        let written = if self.is_share {
            figure::percent(value)
        } else {
            figure::number(value)
        };
        match low.zip(high) {
            Some((low, high)) if self.is_share => {
                Cell::from(written).over(&figure::percent_range(low, high))
            }
            Some((low, high)) => Cell::from(written).over(&format!(
                "{} to {}",
                figure::number(low),
                figure::number(high)
            )),
            None => written.into(),
        }
    }

    /// A difference with its interval under it.
    fn difference(&self, row: &CompareRow) -> Cell {
        let Some(difference) = row.difference else {
            return Cell::styled(QUIET, "–");
        };
        let scale = if self.is_share { 100.0 } else { 1.0 };
        let interval = row.difference_low.zip(row.difference_high);
        let ends = interval.map_or(vec![], |(low, high)| vec![low * scale, high * scale]);
        let decimals = figure::decimals(&[&[difference * scale], ends.as_slice()].concat());
        let unit = if self.is_share { " points" } else { "" };
        let written = figure::signed(difference * scale, decimals) + unit;
        match ends.as_slice() {
            [low, high] => Cell::from(written).over(&format!(
                "{} to {}",
                figure::signed(*low, decimals),
                figure::signed(*high, decimals)
            )),
            _ => written.into(),
        }
    }
}

fn write(page: &mut Page, comparison: &Comparison, head: &Head) {
    page.title(&head.title());
    page.gap();
    if comparison.rows.is_empty() {
        page.say("There is nothing to compare: no segment has rows that this metric counts.");
        return;
    }
    let mut table = Table::new([
        text("segment"),
        figures("n"),
        figures("value"),
        figures("other n"),
        figures("other"),
        figures("difference"),
        figures("p, q"),
        text("verdict"),
    ]);
    for row in &comparison.rows {
        table.row([
            title(row).into(),
            figure::count(row.n).into(),
            head.value(row.value, row.low, row.high),
            figure::count(row.against_n).into(),
            head.value(row.against_value, row.against_low, row.against_high),
            head.difference(row),
            chances(row),
            Cell::styled(tone(row.verdict), row.verdict.label()),
        ]);
    }
    page.table(&table);
    page.gap();
    for row in &comparison.rows {
        page.say(&format!("{}: {}", title(row), row.words));
        for (unknown, whose) in [
            (row.unknown, "of them"),
            (row.against_unknown, "of the others"),
        ] {
            if unknown > 0.0 {
                let n = figure::count(unknown);
                let have = if n == "1" {
                    "has a blank outcome and is"
                } else {
                    "have a blank outcome and are"
                };
                page.under(&format!("{n} {whose} {have} left out."));
            }
        }
    }
    page.gap();
    let family = counted(comparison.comparisons, "comparison", "comparisons");
    page.aside(&format!(
        "Intervals are 95 %. q is corrected over {family}."
    ));
}

fn title(row: &CompareRow) -> &str {
    if row.name.is_empty() {
        &row.segment
    } else {
        &row.name
    }
}

fn chances(row: &CompareRow) -> Cell {
    match (row.p, row.q) {
        (Some(p), Some(q)) => {
            Cell::from(figure::probability("p", p)).over(&figure::probability("q", q))
        }
        (Some(p), None) => figure::probability("p", p).into(),
        _ => Cell::styled(QUIET, "–"),
    }
}

fn tone(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Better => GOOD,
        Verdict::Worse => BAD,
        Verdict::TooSmallToMatter | Verdict::NoDifferenceThatMatters | Verdict::CannotTell => QUIET,
    }
}
