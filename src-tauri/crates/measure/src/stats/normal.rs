//! The standard normal distribution: tails and quantiles.

use std::f64::consts::SQRT_2;

use statrs::function::erf::{erfc, erfc_inv};

/// The probability of a value at least as far from zero as `z`; exact far into the tail (the
/// complementary error function keeps its relative precision down to about 1e-307).
pub fn two_sided_p(z: f64) -> f64 {
    erfc(z.abs() / SQRT_2).clamp(0.0, 1.0)
}

/// The `z > 0` that a two-sided interval of the given level reaches to: 1.96 for 0.95.
/// `None` unless `0 < level < 1`.
pub fn two_sided_quantile(level: f64) -> Option<f64> {
    upper_quantile((1.0 - level) / 2.0).filter(|_| level > 0.0 && level < 1.0)
}

/// The `z` with `tail` of the probability above it: 0.84 for 0.2. `None` unless `0 < tail < 1`.
pub fn upper_quantile(tail: f64) -> Option<f64> {
    let z = SQRT_2 * erfc_inv(2.0 * tail);
    (tail > 0.0 && tail < 1.0 && z.is_finite()).then_some(z)
}
