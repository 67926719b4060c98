//! Means: the t interval, Welch's comparison, Cohen's d.

use super::{Interval, is_count, student};

/// What is known of a group's values: how many (or their summed weights), their mean, and the
/// sum of squared deviations from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    n: f64,
    mean: f64,
    m2: f64,
}

/// Welch's comparison of two means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Welch {
    /// The first mean less the second.
    pub difference: f64,
    /// The interval of the difference.
    pub interval: Interval,
    /// The standard error of the difference.
    pub error: f64,
    /// The statistic.
    pub t: f64,
    /// Welch–Satterthwaite degrees of freedom, seldom whole.
    pub degrees: f64,
    /// The two-sided p.
    pub p: f64,
}

impl Sample {
    /// `None` unless all three are finite, `0 < n <= 2⁵³` and `m2 >= 0`.
    ///
    /// A spread below a millionth of a millionth of the mean counts as none: it is what summing a
    /// constant leaves behind, and would make a difference of nothing look certain.
    pub fn new(n: f64, mean: f64, m2: f64) -> Option<Self> {
        if !(is_count(0.0, n) && mean.is_finite() && m2.is_finite() && m2 >= 0.0) {
            return None;
        }
        let rounding = (1e-12 * mean).powi(2) * n;
        let m2 = if m2 <= rounding { 0.0 } else { m2 };
        Some(Self { n, mean, m2 })
    }

    /// The mean.
    pub fn mean(self) -> f64 {
        self.mean
    }

    /// The sample variance, n − 1 below. `None` with one row or less.
    pub fn variance(self) -> Option<f64> {
        (self.n > 1.0).then(|| self.m2 / (self.n - 1.0))
    }

    /// The t interval of the mean; a point when there is no spread. `None` with one row or less.
    ///
    /// Source: Student (1908), Biometrika 6:1.
    pub fn t_interval(self, level: f64) -> Option<Interval> {
        let t = student::two_sided_quantile(level, self.n - 1.0)?;
        let half = t * (self.variance()? / self.n).sqrt();
        Interval {
            low: self.mean - half,
            high: self.mean + half,
        }
        .finite()
    }

    /// This mean less another's, by Welch's t. `None` when either side has one row or less, or
    /// neither has any spread.
    ///
    /// Source: Welch (1947), Biometrika 34:28.
    pub fn welch(self, other: Self, level: f64) -> Option<Welch> {
        let (one, two) = (self.variance()? / self.n, other.variance()? / other.n);
        let error = (one + two).sqrt();
        if error <= 0.0 {
            return None;
        }
        let (share_one, share_two) = (one / (one + two), two / (one + two));
        let degrees =
            1.0 / (share_one.powi(2) / (self.n - 1.0) + share_two.powi(2) / (other.n - 1.0));
        let difference = self.mean - other.mean;
        let t = difference / error;
        let half = student::two_sided_quantile(level, degrees)? * error;
        Some(Welch {
            difference,
            interval: Interval {
                low: difference - half,
                high: difference + half,
            }
            .finite()?,
            error,
            t,
            degrees,
            p: student::two_sided_p(t, degrees)?,
        })
    }

    /// Cohen's d with the pooled standard deviation. `None` without spread or with fewer than
    /// three rows in all.
    ///
    /// Source: Cohen (1988), Statistical Power Analysis, 2nd ed., ch. 2.
    pub fn cohens_d(self, other: Self) -> Option<f64> {
        let degrees = self.n + other.n - 2.0;
        let d = (self.mean - other.mean) / ((self.m2 + other.m2) / degrees).sqrt();
        (degrees > 0.0 && d.is_finite()).then_some(d)
    }
}
