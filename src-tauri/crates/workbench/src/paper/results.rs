//! What they then did, on paper.

use brief as paper;
use chain::{Better, Stage};

use crate::view::{ResultRow, Results};

/// Early metrics stand only beside the downstream metric they point to.
pub(super) fn paper_results(results: &Results) -> paper::Results {
    let early = |id: &str| {
        results
            .rows
            .iter()
            .filter(|row| row.stage == Stage::Early && row.partner == id)
            .map(comparison)
            .collect()
    };
    paper::Results {
        segment: String::new(),
        against: String::new(),
        outcomes: results
            .rows
            .iter()
            .filter(|row| row.stage == Stage::Downstream)
            .map(|row| paper::Outcome {
                downstream: comparison(row),
                early: early(&row.metric),
            })
            .collect(),
        comparisons: results.comparisons,
    }
}

/// A comparison turned so that up is better, as the paper's picture wants it.
fn comparison(result: &ResultRow) -> paper::Comparison {
    let row = &result.row;
    let turn = |value: Option<f64>| match result.better {
        Better::Higher => value,
        Better::Lower => value.map(|value| -value),
    };
    let (low, high) = match result.better {
        Better::Higher => (row.difference_low, row.difference_high),
        Better::Lower => (row.difference_high, row.difference_low),
    };
    paper::Comparison {
        metric: result.name.clone(),
        measure: if result.is_share {
            paper::Measure::Rate
        } else {
            paper::Measure::Mean(String::new())
        },
        segment: paper::Figure {
            n: row.n,
            value: row.value,
            low: row.low,
            high: row.high,
        },
        against: paper::Figure {
            n: row.against_n,
            value: row.against_value,
            low: row.against_low,
            high: row.against_high,
        },
        difference: turn(row.difference),
        low: turn(low),
        high: turn(high),
        threshold: result.threshold,
        lower_is_better: result.better == Better::Lower,
        verdict: verdict(row.verdict),
        words: row.words.clone(),
        q: row.q,
        unknown: row.unknown,
    }
}

fn verdict(verdict: measure::compare::Verdict) -> paper::Verdict {
    use measure::compare::Verdict as Measured;
    match verdict {
        Measured::Better => paper::Verdict::Better,
        Measured::Worse => paper::Verdict::Worse,
        Measured::TooSmallToMatter => paper::Verdict::TooSmallToMatter,
        Measured::NoDifferenceThatMatters => paper::Verdict::NoDifferenceThatMatters,
        Measured::CannotTell => paper::Verdict::CannotTell,
    }
}
