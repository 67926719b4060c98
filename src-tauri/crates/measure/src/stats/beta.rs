//! The regularised incomplete beta function, which carries the Student and binomial tails.
//!
//! Method: a saddle-point density over the continued fraction of DiDonato & Morris (1992, TOMS
//! 18:360, eq. 9), evaluated by Lentz's algorithm.

use super::binomial;

/// I_x(a, b): the probability that a beta variable with shapes `a, b > 0` is at most `x`.
/// `y = 1 − x` is given apart so that neither end loses digits.
pub fn lower(x: f64, y: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if y <= 0.0 {
        return 1.0;
    }
    let tail = |x: f64, y: f64, a: f64, b: f64| density(x, y, a, b) / fraction(x, y, a, b);
    // Whether x is below the mean a/(a + b), written so that nothing cancels.
    if b * x < a * y {
        tail(x, y, a, b).clamp(0.0, 1.0)
    } else {
        (1.0 - tail(y, x, b, a)).clamp(0.0, 1.0)
    }
}

/// xᵃ yᵇ / B(a, b): the density of the log-odds of a beta variable.
pub fn density(x: f64, y: f64, a: f64, b: f64) -> f64 {
    let n = a + b;
    binomial::ln_probability(a, n, x, y).exp() * (a * (b / n))
}

/// The continued fraction that I_x(a, b) is the density over; quick where `x` is below the mean.
/// Written with `y = 1 − x` where a difference would cancel.
fn fraction(x: f64, y: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    // On this side of the mean about a hundred steps do, at any size.
    const STEPS: u32 = 10_000;
    let away_from_zero = |v: f64| if v.abs() < TINY { TINY } else { v };
    let excess = a * y - b * x + 1.0;
    let term = |m: f64| {
        m + m * (b - m) * x / (a + 2.0 * m - 1.0)
            + (a + m) * ((excess + m * (1.0 + y)) / (a + 2.0 * m + 1.0))
    };
    let mut value = away_from_zero(a * (excess / (a + 1.0)));
    let (mut c, mut d) = (value, 0.0);
    for step in 1..STEPS {
        let m = f64::from(step);
        let scale = a + 2.0 * m - 1.0;
        let above = ((a + m - 1.0) / scale) * ((a + b + m - 1.0) / scale) * (m * (b - m)) * (x * x);
        let below = term(m);
        d = 1.0 / away_from_zero(below + above * d);
        c = away_from_zero(below + above / c);
        let change = c * d;
        value *= change;
        if change.is_nan() || (change - 1.0).abs() < 1e-15 {
            break;
        }
    }
    value
}

/// The point below which a beta variable falls with probability `tail`, as `(x, 1 − x)`, both to
/// full relative precision. `start` is a guess in (0, 1); `0 < tail < 1`.
pub fn quantile(tail: f64, a: f64, b: f64, start: f64) -> (f64, f64) {
    // Newton on ln I over the log-odds: nearly straight, and no end of (0, 1) to fall off.
    // A bracket catches any step that leaves it.
    let ends = |odds: f64| (1.0 / (1.0 + (-odds).exp()), 1.0 / (1.0 + odds.exp()));
    let (mut low, mut high) = (-700.0, 700.0);
    let mut odds = (start / (1.0 - start)).ln().clamp(low, high);
    for _ in 0..200 {
        let (x, y) = ends(odds);
        let reached = lower(x, y, a, b);
        if reached < tail {
            low = odds;
        } else {
            high = odds;
        }
        let slope = density(x, y, a, b) / reached;
        let step = (reached / tail).ln() / slope;
        let mut next = odds - step;
        if !(next > low && next < high) {
            next = 0.5 * (low + high);
        }
        if (next - odds).abs() <= 1e-14 * odds.abs().max(1.0) {
            odds = next;
            break;
        }
        odds = next;
    }
    ends(odds)
}
