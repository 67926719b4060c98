//! What is counted of one group on one metric.

use crate::stats::mean::Sample;

/// One group's sums on one metric. Weights are already in them: a row of weight 3 counts thrice.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Tally {
    /// Rows in the metric's denominator.
    pub n: f64,
    /// Successes for a rate, the sum of the values for a mean.
    pub x: f64,
    /// For a mean, the sum of squared deviations from the group's mean; 0 for a rate.
    pub m2: f64,
    /// Rows left out of `n` because their outcome is blank.
    pub unknown: f64,
}

impl Tally {
    /// The rate or mean. `None` without rows.
    pub fn value(self) -> Option<f64> {
        let value = self.x / self.n;
        (self.n > 0.0 && value.is_finite()).then_some(value)
    }

    /// The tally of this group and another with no row in common.
    ///
    /// Source of the pooled deviations: Chan, Golub & LeVeque (1983), Am Stat 37:242.
    pub fn joined(self, other: Self) -> Self {
        let between = match (self.value(), other.value()) {
            (Some(one), Some(two)) => {
                (one - two).powi(2) * (self.n * (other.n / (self.n + other.n)))
            }
            _ => 0.0,
        };
        Self {
            n: self.n + other.n,
            x: self.x + other.x,
            m2: self.m2 + other.m2 + between,
            unknown: self.unknown + other.unknown,
        }
    }

    /// The tally of a mean as a sample. `None` without rows.
    pub(super) fn sample(self) -> Option<Sample> {
        Sample::new(self.n, self.value()?, self.m2)
    }
}

/// A group of customers and its tally.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Group {
    /// Rows in the group, whether or not the metric can judge them; never weighted.
    pub rows: u64,
    /// Its sums.
    pub tally: Tally,
}

/// What a segment is held against.
#[derive(Debug, Clone, PartialEq)]
pub enum Against {
    /// Every other row of the dataset.
    Rest(Group),
    /// Every row, the segment's own among them.
    All {
        /// The rows outside the segment; the whole is this and the segment joined.
        rest: Group,
    },
    /// Another segment.
    Segment {
        /// Its name.
        name: String,
        /// All its rows.
        group: Group,
        /// How many of them are in the compared segment too.
        shared: u64,
    },
    /// The segment is the one that others are held against: nothing to compare.
    Itself,
}

/// One comparison to make.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// The segment.
    pub segment: Group,
    /// What it is held against.
    pub against: Against,
}
