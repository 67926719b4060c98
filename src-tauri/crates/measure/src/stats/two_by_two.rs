//! Tests and sizes of effect for two independent rates.

use super::{fisher, is_count, normal};

/// Two groups and how many in each did it. Counts or summed weights.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TwoByTwo {
    x1: f64,
    n1: f64,
    x2: f64,
    n2: f64,
}

impl TwoByTwo {
    /// `x1` of `n1` against `x2` of `n2`. `None` unless both can be counts of a group with rows.
    pub fn new(x1: f64, n1: f64, x2: f64, n2: f64) -> Option<Self> {
        (is_count(x1, n1) && is_count(x2, n2)).then_some(Self { x1, n1, x2, n2 })
    }

    fn rates(self) -> (f64, f64) {
        (self.x1 / self.n1, self.x2 / self.n2)
    }

    /// The pooled z statistic. `None` when nobody or everybody did it, in both groups together:
    /// there is then no variation to judge by.
    pub fn z(self) -> Option<f64> {
        let Self { x1, n1, x2, n2 } = self;
        let pooled = (x1 + x2) / (n1 + n2);
        let left = ((n1 - x1) + (n2 - x2)) / (n1 + n2);
        let (p1, p2) = self.rates();
        let z = (p1 - p2) / (pooled * left * (1.0 / n1 + 1.0 / n2)).sqrt();
        z.is_finite().then_some(z)
    }

    /// The two-sided p of [`z`](Self::z).
    pub fn p_z(self) -> Option<f64> {
        self.z().map(normal::two_sided_p)
    }

    /// Pearson's chi-square without correction, one degree of freedom: z squared.
    pub fn chi_square(self) -> Option<f64> {
        self.z().map(|z| z * z)
    }

    /// The two-sided p of [`chi_square`](Self::chi_square).
    pub fn p_chi_square(self) -> Option<f64> {
        self.p_z()
    }

    /// Chi-square with Yates's continuity correction, which never passes zero.
    pub fn chi_square_yates(self) -> Option<f64> {
        let z = self.z()?;
        let Self { x1, n1, x2, n2 } = self;
        // |x1 − expected|, the same in all four cells.
        let gap = (x1 - n1 * (x1 + x2) / (n1 + n2)).abs();
        if gap <= 0.5 {
            return Some(0.0);
        }
        Some((z * (gap - 0.5) / gap).powi(2))
    }

    /// The p of [`chi_square_yates`](Self::chi_square_yates).
    pub fn p_chi_square_yates(self) -> Option<f64> {
        self.chi_square_yates()
            .map(|statistic| normal::two_sided_p(statistic.sqrt()))
    }

    /// The smallest of the four counts expected if both rates were one.
    pub fn min_expected(self) -> f64 {
        let Self { x1, n1, x2, n2 } = self;
        let did = x1 + x2;
        let did_not = (n1 - x1) + (n2 - x2);
        n1.min(n2) * (did.min(did_not) / (n1 + n2))
    }

    /// Fisher's exact two-sided p. Weighted counts are rounded to whole ones first, each cell for
    /// itself, since the test is about whole people.
    pub fn p_fisher(self) -> f64 {
        let Self { x1, n1, x2, n2 } = self;
        fisher::two_sided_p(x1.round(), (n1 - x1).round(), x2.round(), (n2 - x2).round())
    }

    /// The first rate over the second. `None` when the second is zero.
    pub fn relative_risk(self) -> Option<f64> {
        let (p1, p2) = self.rates();
        (p2 > 0.0).then(|| p1 / p2)
    }

    /// The sample odds ratio. `None` when it is infinite or undefined.
    pub fn odds_ratio(self) -> Option<f64> {
        let Self { x1, n1, x2, n2 } = self;
        let under = (n1 - x1) * x2;
        (under > 0.0).then(|| x1 * (n2 - x2) / under)
    }

    /// Cohen's h: the difference of the rates on the arcsine scale, in −π…π.
    pub fn cohens_h(self) -> f64 {
        let (p1, p2) = self.rates();
        2.0 * p1.sqrt().asin() - 2.0 * p2.sqrt().asin()
    }
}
