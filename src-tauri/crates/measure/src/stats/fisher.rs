//! Fisher's exact test of a two-by-two table.

use super::binomial::ln_hypergeometric;

/// Tables whose probabilities differ by less than this part are taken as equally likely, so that
/// a tie is not lost to rounding. Log probabilities here are good to about 1e-13.
const SLACK: f64 = 1e-9;

/// The two-sided p of the table `[[a, b], [c, d]]` of whole, non-negative counts: the sum over
/// every table with the same margins that is no likelier than the observed one. 1 where only one
/// table is possible.
///
/// The sum walks outwards from the observed table on its side, and from the first table as
/// unlikely on the other, and stops when nothing more counts: some thousand steps for a hundred
/// million rows.
pub fn two_sided_p(a: f64, b: f64, c: f64, d: f64) -> f64 {
    let margins = Margins {
        n1: a + b,
        n2: c + d,
        successes: a + c,
    };
    let (lowest, highest) = margins.range();
    if lowest >= highest {
        return 1.0;
    }
    let observed = margins.ln_probability(a);
    let limit = observed + SLACK;
    let mode = margins.mode();
    if margins.ln_probability(mode) <= limit {
        return 1.0;
    }
    // Not the mode, so the observed table lies on one slope; the other slope is searched.
    let (below, above) = if a < mode {
        let from = first(mode, highest, |x| margins.ln_probability(x) <= limit);
        (Some(a), from)
    } else {
        let from = first(-mode, -lowest, |x| margins.ln_probability(-x) <= limit);
        (from.map(|x| -x), Some(a))
    };
    let downwards = below.map_or(0.0, |x| margins.tail(x, lowest, -1.0));
    let upwards = above.map_or(0.0, |x| margins.tail(x, highest, 1.0));
    (downwards + upwards).min(1.0)
}

/// The fixed row and column sums.
struct Margins {
    n1: f64,
    n2: f64,
    successes: f64,
}

impl Margins {
    /// The least and the most successes the first group can hold.
    fn range(&self) -> (f64, f64) {
        (
            (self.successes - self.n2).max(0.0),
            self.successes.min(self.n1),
        )
    }

    /// The likeliest number of successes in the first group.
    fn mode(&self) -> f64 {
        let (lowest, highest) = self.range();
        ((self.n1 + 1.0) * ((self.successes + 1.0) / (self.n1 + self.n2 + 2.0)))
            .floor()
            .clamp(lowest, highest)
    }

    fn ln_probability(&self, x: f64) -> f64 {
        ln_hypergeometric(x, self.n1, self.n2, self.successes)
    }

    /// The probability of the table one step on from `x` over that of `x`.
    fn ratio(&self, x: f64, step: f64) -> f64 {
        let Self { n1, n2, successes } = self;
        if step > 0.0 {
            (n1 - x) * (successes - x) / ((x + 1.0) * (n2 - successes + x + 1.0))
        } else {
            x * (n2 - successes + x) / ((n1 - x + 1.0) * (successes - x + 1.0))
        }
    }

    /// The summed probability from `start` to `end`, walking down the slope by `step`.
    fn tail(&self, start: f64, end: f64, step: f64) -> f64 {
        let (mut x, mut term, mut sum) = (start, 1.0, 1.0);
        while x != end {
            let ratio = self.ratio(x, step);
            term *= ratio;
            sum += term;
            // What is left is less than term × ratio/(1 − ratio), as ratios fall on the way out.
            if ratio < 1.0 && term * ratio < (1.0 - ratio) * sum * 1e-17 {
                break;
            }
            x += step;
        }
        self.ln_probability(start).exp() * sum
    }
}

/// The first whole number in `from..=to` where a condition that never turns false again holds.
fn first(from: f64, to: f64, holds: impl Fn(f64) -> bool) -> Option<f64> {
    if !holds(to) {
        return None;
    }
    let (mut low, mut high) = (from, to);
    while high - low > 1.0 {
        let middle = ((low + high) / 2.0).floor();
        if holds(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(if holds(low) { low } else { high })
}
