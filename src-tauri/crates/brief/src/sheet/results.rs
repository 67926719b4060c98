//! What they then did, in words: a figure never without its n and interval.

use serde::Serialize;

use super::plot::{self, Plot};
use crate::clean;
use crate::figure;
use crate::model::{self, Comparison, Figure, Measure, Verdict};

/// The results table in words.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Results {
    /// The head of the segment's column.
    pub segment: String,
    /// The head of the others' column.
    pub against: String,
    /// The rows: each outcome, then the early metrics that point to it.
    pub rows: Vec<Row>,
    /// How to read the table, a sentence each.
    pub reading: Vec<String>,
}

/// One metric in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// The metric's name.
    pub metric: String,
    /// Under the name: what would matter, or which outcome an early sign points to.
    pub under: Vec<String>,
    /// Whether it is an early sign of the row above.
    pub early: bool,
    /// The segment.
    pub segment: Cell,
    /// The others.
    pub against: Cell,
    /// The verdict with a capital: `Better`.
    pub verdict: String,
    /// The interval of the difference in words: `by 15.7 to 21.6 points`; empty when undefined.
    pub span: String,
    /// What stands between the two: a space, or a colon and a space.
    pub gap: &'static str,
    /// Signed difference and q: `+18.6 points, q < 0.001`; empty when undefined.
    pub facts: String,
    /// The verdict as a sentence.
    pub words: String,
    /// The sentence without the verdict before its colon, for beside the verdict.
    pub reason: String,
    /// What the verdict means for the eye.
    pub tone: Tone,
    /// The marks; none when there is nothing to draw.
    pub plot: Option<Plot>,
    /// The band's ends in the metric's own signed unit, left then right; empty without a band.
    pub ticks: Vec<String>,
    /// The drawing in words.
    pub alt: String,
}

/// One side of a row.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Cell {
    /// The figure, or `–` when it is undefined.
    pub value: String,
    /// Its interval, or empty.
    pub interval: String,
    /// The count: `1,184`.
    pub n: String,
    /// The count as it stands after the figure: `of 1,184` for a rate, `n 1,184` for a mean.
    pub counted: String,
}

/// What a verdict means for the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Clearly better.
    Good,
    /// Clearly worse.
    Bad,
    /// Known, and too little to matter.
    Quiet,
    /// Not known.
    Unsure,
}

impl Results {
    pub(super) fn of(results: &model::Results, title: &str) -> Self {
        let named = |text: &str, or: &str| {
            let text = clean::line(text);
            if text.is_empty() { or.to_owned() } else { text }
        };
        let all = || {
            results
                .outcomes
                .iter()
                .flat_map(|o| std::iter::once(&o.downstream).chain(&o.early))
        };
        let reach = plot::reach(all());
        let mut rows = Vec::new();
        for outcome in &results.outcomes {
            let partner = metric_name(&outcome.downstream);
            rows.push(row(&outcome.downstream, None, reach));
            rows.extend(
                outcome
                    .early
                    .iter()
                    .map(|early| row(early, Some(&partner), reach)),
            );
        }
        Self {
            segment: named(&results.segment, title),
            against: named(&results.against, "everyone else"),
            reading: if rows.is_empty() {
                Vec::new()
            } else {
                reading(results, all())
            },
            rows,
        }
    }
}

fn metric_name(row: &Comparison) -> String {
    let name = clean::line(&row.metric);
    if name.is_empty() {
        "Metric without a name".to_owned()
    } else {
        name
    }
}

fn row(row: &Comparison, partner: Option<&str>, reach: f64) -> Row {
    let metric = metric_name(row);
    let verdict = super::capital(row.verdict.word());
    let words = clean::line(&row.words);
    let mut under = Vec::new();
    under.extend(partner.map(|partner| format!("early sign of {partner}")));
    if row.lower_is_better {
        under.push("less is better".to_owned());
    }
    if row.unknown > 0.0 {
        under.push(format!("{} unknown, left out", figure::count(row.unknown)));
    }
    let span = span(row);
    let facts = facts(row);
    let sides = format!(
        "{} against {}",
        said(&row.segment, row),
        said(&row.against, row)
    );
    let gap = match row.verdict {
        Verdict::Better | Verdict::Worse => " ",
        _ => ": ",
    };
    let spoken = if span.is_empty() {
        verdict.clone()
    } else {
        format!("{verdict}{gap}{span}")
    };
    Row {
        alt: format!("{metric}: {sides}. {spoken}."),
        segment: cell(&row.segment, &row.measure),
        against: cell(&row.against, &row.measure),
        tone: match row.verdict {
            Verdict::Better => Tone::Good,
            Verdict::Worse => Tone::Bad,
            Verdict::TooSmallToMatter | Verdict::NoDifferenceThatMatters => Tone::Quiet,
            Verdict::CannotTell => Tone::Unsure,
        },
        plot: plot::of(row, reach),
        ticks: ticks(row),
        early: partner.is_some(),
        metric,
        under,
        verdict,
        gap,
        span,
        facts,
        reason: reason(&words, row.verdict),
        words,
    }
}

fn reason(words: &str, verdict: Verdict) -> String {
    let start = format!("{}: ", super::capital(verdict.word()));
    words
        .strip_prefix(&start)
        .map_or_else(|| words.to_owned(), super::capital)
}

fn said(figure: &Figure, row: &Comparison) -> String {
    let cell = cell(figure, &row.measure);
    format!("{} of {}", cell.value, cell.n)
}

/// A figure that is a number; anything else is as good as none.
fn finite(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite())
}

fn cell(figure: &Figure, measure: &Measure) -> Cell {
    let n = figure::count(figure.n);
    let interval = finite(figure.low).zip(finite(figure.high));
    Cell {
        value: figure
            .value
            .map_or_else(|| "–".to_owned(), |v| figure::value(measure, v)),
        interval: interval
            .map(|(l, h)| figure::interval(measure, l, h))
            .unwrap_or_default(),
        counted: match measure {
            Measure::Rate => format!("of {n}"),
            Measure::Mean(_) => format!("n {n}"),
        },
        n,
    }
}

/// The difference's interval in words that fit the verdict before them.
fn span(row: &Comparison) -> String {
    let (Some(low), Some(high)) = (finite(row.low), finite(row.high)) else {
        return String::new();
    };
    let measure = &row.measure;
    match row.verdict {
        Verdict::Better => format!("by {}", figure::sizes(measure, low, high)),
        Verdict::Worse => format!("by {}", figure::sizes(measure, -high, -low)),
        _ => {
            let (low, high) = if row.lower_is_better {
                (-high, -low)
            } else {
                (low, high)
            };
            figure::signed_sizes(measure, low, high)
        }
    }
}

fn facts(row: &Comparison) -> String {
    let raw = finite(row.difference).map(|d| if row.lower_is_better { -d } else { d });
    let difference = raw.map(|d| figure::difference(&row.measure, d));
    let parts = [difference, finite(row.q).map(figure::q)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The band's ends in the metric's own signs: where less is better, minus stands on the right.
fn ticks(row: &Comparison) -> Vec<String> {
    if row.threshold <= 0.0 {
        return Vec::new();
    }
    let size = figure::tick(&row.measure, row.threshold);
    let (left, right) = if row.lower_is_better {
        ("+", "−")
    } else {
        ("−", "+")
    };
    vec![format!("{left}{size}"), format!("{right}{size}")]
}

fn reading<'a>(
    results: &model::Results,
    rows: impl Iterator<Item = &'a Comparison>,
) -> Vec<String> {
    let rows: Vec<&Comparison> = rows.collect();
    let mut reading = vec!["Figures with their 95 % intervals; better is to the right.".to_owned()];
    let banded = rows.iter().filter(|row| row.threshold > 0.0).count();
    if banded > 0 {
        reading.push("Band: differences that would change no decision.".to_owned());
    }
    if banded == 0 {
        reading.push("Nobody has said yet which difference would matter.".to_owned());
    } else if banded < rows.len() {
        reading.push("A row without a band has no threshold yet.".to_owned());
    }
    if results.comparisons > 0 {
        let n = figure::count(f64::from(results.comparisons));
        let s = if results.comparisons == 1 { "" } else { "s" };
        reading.push(format!(
            "{n} comparison{s}; q is corrected over those of each metric (Benjamini–Hochberg)."
        ));
    }
    reading.push("These are associations, not a test.".to_owned());
    reading
}
