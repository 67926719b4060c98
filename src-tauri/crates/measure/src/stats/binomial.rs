//! Binomial and hypergeometric probabilities as logarithms, exact from a handful to billions.
//!
//! Method: Catherine Loader (2000), "Fast and accurate computation of binomial probabilities",
//! the saddle-point expansion that R uses. Differences of log-gammas would lose ten digits at a
//! hundred million rows; this form does not.

use std::f64::consts::PI;

/// The error of Stirling's formula, ln n! − ln(√(2πn) (n/e)ⁿ), for real `n > 0`.
fn stirling_error(n: f64) -> f64 {
    // The series is exact to a double from 16 up; below, climb there by the recurrence.
    let mut n = n;
    let mut climbed = 0.0;
    while n < 16.0 {
        climbed += (n + 0.5) * (1.0 / n).ln_1p() - 1.0;
        n += 1.0;
    }
    let square = n * n;
    let series = (1.0 / 12.0
        - (1.0 / 360.0
            - (1.0 / 1260.0 - (1.0 / 1680.0 - 1.0 / 1188.0 / square) / square) / square)
            / square)
        / n;
    climbed + series
}

/// The deviance x ln(x/m) + m − x, without cancellation when `x` is near `m`; both positive.
fn deviance(x: f64, m: f64) -> f64 {
    if (x - m).abs() >= 0.1 * (x + m) {
        return x * (x / m).ln() + m - x;
    }
    let v = (x - m) / (x + m);
    let mut sum = (x - m) * v;
    let mut term = 2.0 * x * v;
    for j in 1..1000 {
        term *= v * v;
        let next = sum + term / f64::from(2 * j + 1);
        if next == sum {
            break;
        }
        sum = next;
    }
    sum
}

/// The logarithm of the binomial probability of `x` out of `n` at rate `p`, with `q = 1 − p` given
/// apart so that neither loses digits. `x` and `n` may be fractions (as a beta density needs).
pub fn ln_probability(x: f64, n: f64, p: f64, q: f64) -> f64 {
    if x == 0.0 {
        return n * if p < 0.1 { (-p).ln_1p() } else { q.ln() };
    }
    if x == n {
        return n * if q < 0.1 { (-q).ln_1p() } else { p.ln() };
    }
    let rest = n - x;
    stirling_error(n)
        - stirling_error(x)
        - stirling_error(rest)
        - deviance(x, n * p)
        - deviance(rest, n * q)
        - 0.5 * (2.0 * PI * x * (rest / n)).ln()
}

/// The logarithm of the hypergeometric probability that `x` of the `successes` in both groups fall
/// into the first one, which holds `n1` rows and the second `n2`. All whole numbers, `x` possible,
/// `0 < successes < n1 + n2`.
pub fn ln_hypergeometric(x: f64, n1: f64, n2: f64, successes: f64) -> f64 {
    let all = n1 + n2;
    let (p, q) = (successes / all, (all - successes) / all);
    ln_probability(x, n1, p, q) + ln_probability(successes - x, n2, p, q)
        - ln_probability(successes, all, p, q)
}
