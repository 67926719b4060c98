//! Statistics over plain numbers: intervals, tests, corrections. No table is known here.
//!
//! A figure that is not defined for its input (no rows, no spread, counts that cannot be) is
//! `None`; no function returns NaN or an infinity.

pub mod beta;
pub mod binomial;
pub mod chi_square;
pub mod detectable;
pub mod difference;
pub mod fisher;
pub mod mean;
pub mod multiplicity;
pub mod normal;
pub mod proportion;
pub mod student;
pub mod two_by_two;

#[cfg(test)]
pub(crate) mod properties;
#[cfg(test)]
mod reference;

/// A closed interval on the scale of its estimate; `low <= high`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower limit.
    pub low: f64,
    /// The upper limit.
    pub high: f64,
}

impl Interval {
    /// The interval of the negated quantity.
    pub fn mirrored(self) -> Self {
        Self {
            low: -self.high,
            high: -self.low,
        }
    }

    /// The interval of the quantity times `factor`, which is not negative.
    pub fn scaled(self, factor: f64) -> Self {
        Self {
            low: self.low * factor,
            high: self.high * factor,
        }
    }

    /// The limits, unless one of them is not a finite number.
    pub(crate) fn finite(self) -> Option<Self> {
        (self.low.is_finite() && self.high.is_finite()).then_some(self)
    }
}

/// The largest count that a double holds to the unit: 2⁵³.
const COUNTABLE: f64 = 9_007_199_254_740_992.0;

/// Whether `x` of `n` can be a count of successes: `0 <= x <= n`, `0 < n <= 2⁵³`.
pub(crate) fn is_count(x: f64, n: f64) -> bool {
    n > 0.0 && n <= COUNTABLE && (0.0..=n).contains(&x)
}
