//! Figures on paper, each in its measure. How a number is written is the same everywhere; see
//! [`chain::figure`].

pub use chain::figure::count;
use chain::figure::{decimals, digits, fixed, number, percent, percent_range, plain, signed};

use crate::model::Measure;

/// Digits that carry in a mean.
const CARRYING: i32 = 3;

/// A value in its measure: `42.7 %`, `64.8 EUR`.
pub fn value(measure: &Measure, value: f64) -> String {
    match measure {
        Measure::Rate => percent(value),
        Measure::Mean(unit) => with_unit(&number(value), unit),
    }
}

/// An interval in its measure: `41.2–44.3 %`. A mean's stands beside the mean and leaves the unit to
/// it. Ends with a minus are joined by `to`.
pub fn interval(measure: &Measure, low: f64, high: f64) -> String {
    match measure {
        Measure::Rate => percent_range(low, high),
        Measure::Mean(_) => {
            let places = places(low, high);
            let (low, high) = (fixed(low, places), fixed(high, places));
            if low.starts_with('−') || high.starts_with('−') {
                format!("{low} to {high}")
            } else {
                format!("{low}–{high}")
            }
        }
    }
}

/// The size of a difference: `3.8 to 9.2 points`, `1.20 to 3.40 EUR`.
pub fn sizes(measure: &Measure, low: f64, high: f64) -> String {
    ends(measure, low, high, fixed)
}

/// A signed interval of a difference: `−1.5 to +2.9 points`.
pub fn signed_sizes(measure: &Measure, low: f64, high: f64) -> String {
    ends(measure, low, high, signed)
}

fn ends(measure: &Measure, low: f64, high: f64, write: fn(f64, usize) -> String) -> String {
    match measure {
        Measure::Rate => {
            let (low, high) = (low * 100.0, high * 100.0);
            let places = decimals(&[low, high]);
            format!("{} to {} points", write(low, places), write(high, places))
        }
        Measure::Mean(unit) => {
            let places = places(low, high);
            let both = format!("{} to {}", write(low, places), write(high, places));
            with_unit(&both, unit)
        }
    }
}

/// A signed difference: `+18.6 points`, `−2.30 EUR`.
pub fn difference(measure: &Measure, difference: f64) -> String {
    match measure {
        Measure::Rate => chain::figure::signed_points(difference),
        Measure::Mean(unit) => with_unit(&signed(difference, places(difference, difference)), unit),
    }
}

/// The size of a practical threshold, bare, as a tick's label: `2`, `0.5`. Rates are in points.
pub fn tick(measure: &Measure, threshold: f64) -> String {
    plain(if *measure == Measure::Rate {
        threshold * 100.0
    } else {
        threshold
    })
}

/// An adjusted p value: `q 0.17`, `q < 0.001`.
pub fn q(q: f64) -> String {
    chain::figure::probability("q", q)
}

/// Digits after the point for both ends of an interval.
fn places(low: f64, high: f64) -> usize {
    digits(low.abs().max(high.abs()), CARRYING)
}

fn with_unit(number: &str, unit: &str) -> String {
    if unit.is_empty() {
        number.to_owned()
    } else {
        format!("{number} {unit}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_written_in_percent_and_its_differences_in_points() {
        assert_eq!(value(&Measure::Rate, 0.42710), "42.7 %");
        assert_eq!(value(&Measure::Rate, 0.0), "0 %");
        assert_eq!(value(&Measure::Rate, 1.0), "100 %");
        assert_eq!(interval(&Measure::Rate, 0.4116, 0.4427), "41.2–44.3 %");
        assert_eq!(sizes(&Measure::Rate, 0.157, 0.216), "15.7 to 21.6 points");
        assert_eq!(difference(&Measure::Rate, -0.066), "−6.6 points");
        assert_eq!(difference(&Measure::Rate, 0.0021), "+0.21 points");
        assert_eq!(
            signed_sizes(&Measure::Rate, -0.0152, 0.029),
            "−1.5 to +2.9 points"
        );
        assert_eq!(tick(&Measure::Rate, 0.02), "2");
        assert_eq!(tick(&Measure::Rate, 0.005), "0.5");
        assert_eq!(tick(&Measure::Mean("EUR".to_owned()), 100.0), "100");
    }

    #[test]
    fn a_mean_keeps_its_own_unit() {
        let euros = Measure::Mean("EUR".to_owned());
        assert_eq!(value(&euros, 64.7617), "64.8 EUR");
        assert_eq!(interval(&euros, -1.5, 2.25), "−1.50 to 2.25");
        assert_eq!(difference(&euros, 2.304), "+2.30 EUR");
        assert_eq!(value(&Measure::Mean(String::new()), 1234.5), "1,234");
    }

    #[test]
    fn nothing_is_written_as_minus_zero() {
        assert_eq!(value(&Measure::Rate, -0.0), "0 %");
        assert_eq!(difference(&Measure::Rate, -0.000_001), "−0.0001 points");
    }

    #[test]
    fn nothing_is_rounded_into_none_or_all() {
        assert_eq!(value(&Measure::Rate, 0.000_4), "0.040 %");
        assert_eq!(value(&Measure::Rate, 0.999_7), "99.97 %");
        assert_eq!(value(&Measure::Rate, 0.018_3), "1.8 %");
        assert_eq!(q(0.049_7), "q 0.0497");
    }

    #[test]
    fn a_tiny_q_is_a_bound() {
        assert_eq!(q(1e-200), "q < 0.001");
        assert_eq!(q(0.0123), "q 0.012");
        assert_eq!(q(0.1734), "q 0.17");
    }
}
