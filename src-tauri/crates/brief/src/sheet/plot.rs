//! Where the marks of an interval plot stand.
//!
//! Every row is drawn in multiples of its own threshold, so that the band has the same width in
//! each of them and distance reads as "how many times what would matter". Better is always right.

use serde::Serialize;

use crate::model::Comparison;

/// The widest axis, in thresholds to either side; what lies further out ends in an arrow.
const WIDEST: f64 = 30.0;
/// The narrowest axis, so that a quiet table does not look dramatic.
const NARROWEST: f64 = 3.0;
/// Where the far end of a row without a threshold stands.
const UNSCALED: f64 = 0.8;

/// The marks of one row; places run from −1 (left edge) to 1 (right edge), zero in the middle.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plot {
    /// The difference.
    pub dot: f64,
    /// The interval's lower end.
    pub low: f64,
    /// The interval's upper end.
    pub high: f64,
    /// Whether the lower end lies further out than the axis.
    pub beyond_low: bool,
    /// Whether the upper end lies further out than the axis.
    pub beyond_high: bool,
    /// Half the band's width; 0 when no threshold is set.
    pub band: f64,
}

/// How many thresholds the axis reaches to either side, for all rows of a table together.
pub fn reach<'a>(rows: impl Iterator<Item = &'a Comparison>) -> f64 {
    let ends = rows.filter(|row| row.threshold > 0.0).flat_map(|row| {
        let (low, high) = ends(row).unwrap_or_default();
        [low.abs() / row.threshold, high.abs() / row.threshold]
    });
    (ends.fold(0.0, f64::max) * 1.08).clamp(NARROWEST, WIDEST)
}

/// The marks of a row on an axis of a reach; none when its difference or interval is undefined.
pub fn of(row: &Comparison, reach: f64) -> Option<Plot> {
    let difference = row.difference.filter(|d| d.is_finite())?;
    let (low, high) = ends(row)?;
    let scale = if row.threshold > 0.0 {
        row.threshold * reach
    } else {
        let widest = low.abs().max(high.abs());
        if widest > 0.0 { widest / UNSCALED } else { 1.0 }
    };
    let place = |value: f64| (value / scale).clamp(-1.0, 1.0);
    Some(Plot {
        dot: place(difference),
        low: place(low),
        high: place(high),
        beyond_low: low / scale < -1.0,
        beyond_high: high / scale > 1.0,
        band: if row.threshold > 0.0 {
            1.0 / reach
        } else {
            0.0
        },
    })
}

fn ends(row: &Comparison) -> Option<(f64, f64)> {
    let (low, high) = (row.low?, row.high?);
    (low.is_finite() && high.is_finite()).then_some((low.min(high), high.max(low)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn row(difference: f64, half: f64, threshold: f64) -> Comparison {
        Comparison {
            difference: Some(difference),
            low: Some(difference - half),
            high: Some(difference + half),
            threshold,
            ..Comparison::default()
        }
    }

    #[test]
    fn the_band_has_the_same_width_in_every_row() {
        let rows = [row(0.10, 0.02, 0.05), row(-3.0, 0.4, 0.5)];
        let reach = reach(rows.iter());
        let bands: Vec<f64> = rows
            .iter()
            .filter_map(|row| of(row, reach))
            .map(|plot| plot.band)
            .collect();
        assert_eq!(bands.len(), 2);
        assert_eq!(bands[0], bands[1]);
    }

    #[test]
    fn twice_the_threshold_stands_twice_as_far_out_as_the_band() {
        let row = row(0.10, 0.01, 0.05);
        let plot = of(&row, 4.0).expect("a difference with an interval can be drawn");
        assert!((plot.dot - 2.0 * plot.band).abs() < 1e-12);
    }

    #[test]
    fn what_lies_beyond_the_axis_says_so() {
        let plot = of(&row(5.0, 0.1, 0.1), 30.0).expect("drawable");
        assert_eq!(
            (plot.dot, plot.beyond_high, plot.beyond_low),
            (1.0, true, false)
        );
    }

    #[test]
    fn an_undefined_difference_is_not_drawn() {
        assert_eq!(of(&Comparison::default(), 3.0), None);
    }

    proptest! {
        #[test]
        fn marks_stay_in_order_and_on_the_axis(
            difference in -10.0..10.0f64, half in 0.0..10.0f64, threshold in 0.0..1.0f64,
        ) {
            let row = row(difference, half, threshold);
            let reach = reach(std::iter::once(&row));
            let plot = of(&row, reach).expect("drawable");
            prop_assert!(plot.low <= plot.dot && plot.dot <= plot.high);
            prop_assert!(plot.low >= -1.0 && plot.high <= 1.0);
        }
    }
}
