//! The interval for a difference of two rates.

use super::{Interval, proportion};

/// Newcombe's hybrid score interval (his method 10, no continuity correction) for
/// `x1/n1 − x2/n2`, two independent groups, as a fraction in −1…1. `None` where either Wilson
/// interval is.
///
/// Source: Newcombe (1998), Stat Med 17:873.
pub fn newcombe(x1: f64, n1: f64, x2: f64, n2: f64, level: f64) -> Option<Interval> {
    let one = proportion::wilson(x1, n1, level)?;
    let two = proportion::wilson(x2, n2, level)?;
    let (p1, p2) = (x1 / n1, x2 / n2);
    let difference = p1 - p2;
    Interval {
        low: (difference - (p1 - one.low).hypot(two.high - p2)).max(-1.0),
        high: (difference + (one.high - p1).hypot(p2 - two.low)).min(1.0),
    }
    .finite()
}
