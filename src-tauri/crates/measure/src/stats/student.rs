//! Student's t distribution with any positive number of degrees of freedom.

use super::{beta, normal};

/// x and 1 − x of the beta variable that carries the two tails beyond `t`.
fn tails(t: f64, df: f64) -> (f64, f64) {
    let ratio = (t / df.sqrt()).powi(2);
    (1.0 / (1.0 + ratio), ratio / (1.0 + ratio))
}

/// The probability of a value at least as far from zero as `t`. `None` unless `df > 0`, and for
/// figures so large (beyond 1e150) that the square of one of them is not a double.
pub fn two_sided_p(t: f64, df: f64) -> Option<f64> {
    let (x, y) = tails(t, df);
    let p = beta::lower(x, y, df / 2.0, 0.5);
    (df > 0.0 && y.is_finite() && p.is_finite()).then_some(p)
}

/// The `t > 0` that a two-sided interval of the given level reaches to. `None` unless
/// `0 < level < 1` and `df > 0`.
///
/// Method: the expansion in 1/df of Abramowitz & Stegun 26.7.5, which is exact to a double from
/// a thousand degrees up; below, Newton on ln p over ln t starts from the normal quantile.
pub fn two_sided_quantile(level: f64, df: f64) -> Option<f64> {
    let z = normal::two_sided_quantile(level)?;
    if df.is_nan() || df <= 0.0 {
        return None;
    }
    if df >= 1000.0 {
        return Some(expansion(z, df));
    }
    let target = 1.0 - level;
    let mut log = z.ln();
    for _ in 0..200 {
        let t = log.exp();
        let (x, y) = tails(t, df);
        let p = two_sided_p(t, df)?;
        let slope = -2.0 * beta::density(x, y, df / 2.0, 0.5) / p;
        let step = (p / target).ln() / slope;
        log -= step;
        if step.abs() < 1e-14 * log.abs().max(1.0) {
            break;
        }
    }
    let t = log.exp();
    t.is_finite().then_some(t)
}

/// The quantile as a series in 1/df about the normal one.
fn expansion(z: f64, df: f64) -> f64 {
    let w = z * z;
    let first = z * (w + 1.0) / 4.0;
    let second = z * ((5.0 * w + 16.0) * w + 3.0) / 96.0;
    let third = z * (((3.0 * w + 19.0) * w + 17.0) * w - 15.0) / 384.0;
    let fourth = z * ((((79.0 * w + 776.0) * w + 1482.0) * w - 1920.0) * w - 945.0) / 92160.0;
    z + (first + (second + (third + fourth / df) / df) / df) / df
}
