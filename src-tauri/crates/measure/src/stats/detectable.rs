//! How large a difference must be before groups of this size would show it.

use super::{mean::Sample, normal, student};

/// The smallest differences from a base rate that a test would find, as positive fractions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Detectable {
    /// Upwards from the base. `None` when not even 100 % would show.
    pub up: Option<f64>,
    /// Downwards from the base. `None` when not even 0 % would show.
    pub down: Option<f64>,
}

impl Detectable {
    /// The larger of the two: a gap of this size would show whichever way it went. `None` when no
    /// gap would show.
    pub fn either_way(self) -> Option<f64> {
        match (self.up, self.down) {
            (Some(up), Some(down)) => Some(up.max(down)),
            (up, down) => up.or(down),
        }
    }
}

/// The smallest detectable difference of a rate in a group of `n` from `base` in a group of
/// `base_n`, found with probability `power` by a two-sided test at `alpha`. `None` for sizes or
/// rates that cannot be.
///
/// Method: the normal formula with the pooled rate under the null (Fleiss; R's
/// `power.prop.test`), written for two sizes and solved for the other rate; the far tail is left
/// out. With equal sizes it is R's formula.
pub fn rate(base: f64, base_n: f64, n: f64, alpha: f64, power: f64) -> Option<Detectable> {
    let sizes = base_n.is_finite() && base_n > 0.0 && n.is_finite() && n > 0.0;
    if !sizes || !(0.0..=1.0).contains(&base) {
        return None;
    }
    let reach = normal::two_sided_quantile(1.0 - alpha)?;
    let surplus = normal::upper_quantile(1.0 - power)?;
    let shows = |other: f64| {
        let pooled = (base_n * base + n * other) / (base_n + n);
        let null = pooled * (1.0 - pooled) * (1.0 / base_n + 1.0 / n);
        let apart = base * (1.0 - base) / base_n + other * (1.0 - other) / n;
        (other - base).abs() >= reach * null.max(0.0).sqrt() + surplus * apart.max(0.0).sqrt()
    };
    Some(Detectable {
        up: nearest(base, 1.0, shows).map(|other| other - base),
        down: nearest(base, 0.0, shows).map(|other| base - other),
    })
}

/// The rate nearest to `base`, on the way to `end`, that shows.
fn nearest(base: f64, end: f64, shows: impl Fn(f64) -> bool) -> Option<f64> {
    if base == end || !shows(end) {
        return None;
    }
    let (mut hidden, mut seen) = (base, end);
    for _ in 0..60 {
        let middle = 0.5 * (hidden + seen);
        if shows(middle) {
            seen = middle;
        } else {
            hidden = middle;
        }
    }
    Some(seen)
}

/// The smallest detectable difference of two means, in the values' own unit. `None` where Welch's
/// comparison is, or for a power below one half.
///
/// Method: (t for alpha + t for power) × Welch's standard error, with Welch's degrees of freedom;
/// for a few dozen rows and up this is the noncentral-t answer to within a percent.
pub fn mean(one: Sample, two: Sample, alpha: f64, power: f64) -> Option<f64> {
    let welch = one.welch(two, 1.0 - alpha)?;
    let reach = student::two_sided_quantile(1.0 - alpha, welch.degrees)?;
    // The upper tail 1 − power of a two-sided level 2·power − 1.
    let surplus = student::two_sided_quantile(2.0 * power - 1.0, welch.degrees)?;
    Some((reach + surplus) * welch.error)
}
