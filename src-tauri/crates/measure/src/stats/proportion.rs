//! Intervals for one rate.

use super::{Interval, beta, is_count, normal};

/// The Wilson score interval for `x` of `n` (counts or summed weights) at a two-sided level such
/// as 0.95. Exactly 0 below at 0 of n, exactly 1 above at n of n. `None` unless `n > 0`,
/// `0 <= x <= n` and `0 < level < 1`.
///
/// Source: Wilson (1927); Newcombe (1998), Stat Med 17:857.
pub fn wilson(x: f64, n: f64, level: f64) -> Option<Interval> {
    if !is_count(x, n) {
        return None;
    }
    let z = normal::two_sided_quantile(level)?;
    let p = x / n;
    let square = z * z;
    let centre = x + square / 2.0;
    let half = z * (x * ((n - x) / n) + square / 4.0).sqrt();
    let low = if x == 0.0 {
        0.0
    } else {
        // The product of both roots is x²/(n(n + z²)): no cancellation at small rates.
        x * p / (centre + half)
    };
    let high = if x == n {
        1.0
    } else {
        (centre + half) / (n + square)
    };
    // Rounding must not put the estimate outside its own interval.
    Interval {
        low: low.clamp(0.0, p),
        high: high.clamp(p, 1.0),
    }
    .finite()
}

/// The Clopper–Pearson interval for `x` of `n`, which never covers less than its level. Same
/// arguments and edges as [`wilson`].
///
/// Source: Clopper & Pearson (1934), Biometrika 26:404, through beta quantiles.
pub fn clopper_pearson(x: f64, n: f64, level: f64) -> Option<Interval> {
    let score = wilson(x, n, level)?;
    let tail = (1.0 - level) / 2.0;
    let low = if x == 0.0 {
        0.0
    } else {
        beta::quantile(tail, x, n - x + 1.0, score.low).0
    };
    let high = if x == n {
        1.0
    } else {
        beta::quantile(tail, n - x, x + 1.0, 1.0 - score.high).1
    };
    Interval { low, high }.finite()
}
