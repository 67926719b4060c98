//! The Map's small results: all segments on a few metrics, each against everyone else, in one run.

use chain::formula::Formula;
use chain::{Better, Chain, Metric, Role, Stage};
use measure::compare::{SMALL, Verdict};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::book::Book;
use crate::compare::Other;
use crate::error::Error;
use crate::view::CompareRow;

/// More small pictures than this do not fit beside a segment's line.
pub const MOST: usize = 3;

/// A few metrics over all segments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct MapResults {
    /// The metrics, in the workbook's order.
    pub metrics: Vec<MapMetric>,
    /// A row for every segment, in the workbook's order.
    pub rows: Vec<MapRow>,
}

/// A metric, as the head of a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct MapMetric {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Which way is better.
    pub better: Better,
    /// The difference that would change a decision.
    pub threshold: f64,
    /// Whether values are shares (else means in a unit of their own).
    pub is_share: bool,
    /// How many comparisons its q values are corrected for.
    pub comparisons: u32,
    /// Why it cannot be measured at all, as a sentence.
    pub problem: Option<String>,
}

/// A segment's figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct MapRow {
    /// The segment's id.
    pub segment: String,
    /// One figure a metric, in the metrics' order.
    pub figures: Vec<MapFigure>,
}

/// How far a figure can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// A difference that stands on enough people.
    Read,
    /// Too few people on either side to judge.
    TooFew,
    /// The segment is everyone: nobody else is left to hold it against.
    NobodyElse,
    /// Nothing is measured.
    NotMeasured,
}

/// A segment against everyone else on one metric. Rates and differences of rates are fractions.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct MapFigure {
    /// How far it can be read.
    pub reading: Reading,
    /// People in the metric's denominator, weights summed.
    pub n: f64,
    /// Segment minus everyone else.
    pub difference: Option<f64>,
    /// Its interval's lower end, 95 %.
    pub low: Option<f64>,
    /// Its interval's upper end.
    pub high: Option<f64>,
    /// The p value after Benjamini–Hochberg over every segment on this metric.
    pub q: Option<f64>,
    /// What that says.
    pub verdict: Verdict,
}

impl Book {
    /// All segments on some metrics, each against everyone else. Without metrics, up to [`MOST`]
    /// downstream ones: those that the primary segment aims for first. What cannot be measured says
    /// so in its place.
    ///
    /// # Errors
    /// When the workbook cannot be read.
    pub fn map_results(&mut self, metrics: &[String]) -> Result<MapResults, Error> {
        let chain = self.chain()?;
        let mut heads = Vec::new();
        let mut columns = Vec::new();
        for metric in chosen(&chain, metrics) {
            let (rows, comparisons, problem) = match self.compared(&chain, metric, &Other::Rest) {
                Ok(made) => (made.rows, made.comparisons, None),
                Err(error) if error.is_of_the_rule() => (Vec::new(), 0, Some(error.message)),
                Err(error) => return Err(error),
            };
            columns.push(rows);
            heads.push(head(metric, comparisons, problem));
        }
        let rows = chain
            .segments
            .iter()
            .map(|segment| MapRow {
                segment: segment.id.clone(),
                figures: columns
                    .iter()
                    .map(|rows| figure(rows.iter().find(|row| row.segment == segment.id)))
                    .collect(),
            })
            .collect();
        Ok(MapResults {
            metrics: heads,
            rows,
        })
    }
}

/// The metrics asked for that are there, or else the ones that say most.
fn chosen<'a>(chain: &'a Chain, wanted: &[String]) -> Vec<&'a Metric> {
    if !wanted.is_empty() {
        let is_wanted = |metric: &&Metric| wanted.contains(&metric.id);
        return chain.metrics.iter().filter(is_wanted).collect();
    }
    let primary = chain.segments.iter().find(|it| it.role == Role::Primary);
    let is_aimed_for = |metric: &Metric| {
        primary.is_some_and(|it| it.targets.iter().any(|target| target.metric == metric.id))
    };
    let mut ranked: Vec<(bool, usize)> = chain
        .metrics
        .iter()
        .enumerate()
        .filter(|(_, metric)| metric.stage == Stage::Downstream && metric.formula.is_some())
        .map(|(at, metric)| (!is_aimed_for(metric), at))
        .collect();
    ranked.sort_unstable();
    ranked.truncate(MOST);
    ranked.sort_unstable_by_key(|(_, at)| *at);
    ranked
        .into_iter()
        .filter_map(|(_, at)| chain.metrics.get(at))
        .collect()
}

fn head(metric: &Metric, comparisons: u32, problem: Option<String>) -> MapMetric {
    let name = metric.name.trim();
    MapMetric {
        id: metric.id.clone(),
        name: if name.is_empty() { &metric.id } else { name }.to_owned(),
        better: metric.better,
        threshold: metric.threshold,
        is_share: metric.formula.as_ref().is_none_or(Formula::is_share),
        comparisons,
        problem,
    }
}

fn figure(row: Option<&CompareRow>) -> MapFigure {
    // A row without anybody on either side only says why there is none.
    let Some(row) = row.filter(|row| row.n > 0.0 || row.against_n > 0.0) else {
        return MapFigure {
            reading: Reading::NotMeasured,
            n: 0.0,
            difference: None,
            low: None,
            high: None,
            q: None,
            verdict: Verdict::CannotTell,
        };
    };
    let few = row.n < SMALL || row.against_n < SMALL;
    let reading = match row.difference {
        _ if row.n > 0.0 && row.against_n == 0.0 => Reading::NobodyElse,
        _ if few => Reading::TooFew,
        Some(_) => Reading::Read,
        None => Reading::NotMeasured,
    };
    MapFigure {
        reading,
        n: row.n,
        difference: row.difference,
        low: row.difference_low,
        high: row.difference_high,
        q: row.q,
        verdict: row.verdict,
    }
}

#[cfg(test)]
mod tests;
