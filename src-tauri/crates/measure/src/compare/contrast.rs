//! The figures of one comparison.
//!
//! Against everyone, the segment is part of what it is held against, so the two are not
//! independent. But the whole is the segment and the rest in their proportions, and for a rate or
//! a mean that gives, exactly, with n = n_segment + n_rest:
//!
//! ```text
//! segment − all = segment − (n_segment·segment + n_rest·rest)/n = (n_rest/n)·(segment − rest)
//! ```
//!
//! The sizes are given, so the interval of segment − rest scales by the same factor, and the test
//! of segment against rest is the test of segment against all.
//!
//! Two segments may share rows too. Those rows push both figures the same way, so the difference
//! varies less than that of two separate groups: treating them as separate gives an interval that
//! is wide enough, and a p that is not too small.

use super::{Against, Case, Estimate, Kind, LEVEL, POWER, Tally, Test};
use crate::stats::two_by_two::TwoByTwo;
use crate::stats::{Interval, detectable, difference, proportion};

/// The figures of one comparison, before any correction or verdict.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Contrast {
    pub estimate: Estimate,
    pub against: Estimate,
    pub difference: Option<f64>,
    pub interval: Option<Interval>,
    pub tested: Option<(Test, f64)>,
    pub detectable: Option<f64>,
    /// The size of the smaller of the groups that the judgement rests on: against everyone, that
    /// includes the rest.
    pub smallest: f64,
}

/// What two separate groups show.
#[derive(Default)]
struct Apart {
    difference: Option<f64>,
    interval: Option<Interval>,
    tested: Option<(Test, f64)>,
    detectable: Option<f64>,
}

impl Contrast {
    /// The figures of a case. Nothing but the estimates without rows on both sides.
    pub fn of(kind: Kind, case: &Case) -> Self {
        let segment = case.segment.tally;
        let (other, apart, factor) = match &case.against {
            Against::Rest(rest) => (rest.tally, rest.tally, 1.0),
            Against::Segment { group, .. } => (group.tally, group.tally, 1.0),
            Against::All { rest } => {
                let all = segment.joined(rest.tally);
                (all, rest.tally, rest.tally.n / all.n)
            }
            Against::Itself => (segment, Tally::default(), 1.0),
        };
        let found = Apart::of(kind, segment, apart);
        Self {
            estimate: Estimate::of(kind, segment),
            against: Estimate::of(kind, other),
            difference: scaled(found.difference, factor),
            interval: found
                .interval
                .and_then(|interval| interval.scaled(factor).finite()),
            tested: found.tested,
            detectable: scaled(found.detectable, factor),
            smallest: segment.n.min(apart.n),
        }
    }

    /// The p, unadjusted.
    pub fn p(&self) -> Option<f64> {
        self.tested.map(|(_, p)| p)
    }
}

impl Apart {
    fn of(kind: Kind, one: Tally, two: Tally) -> Self {
        match kind {
            Kind::Rate => Self::of_rates(one, two),
            Kind::Mean => Self::of_means(one, two),
        }
        .unwrap_or_default()
    }

    fn of_rates(one: Tally, two: Tally) -> Option<Self> {
        let (x1, x2) = (successes(one), successes(two));
        let table = TwoByTwo::new(x1, one.n, x2, two.n)?;
        let base = x2 / two.n;
        let tested = if table.min_expected() < 5.0 {
            Some((Test::FisherExact, table.p_fisher()))
        } else {
            table.p_z().map(|p| (Test::PooledZ, p))
        };
        Some(Self {
            difference: Some(x1 / one.n - base),
            interval: difference::newcombe(x1, one.n, x2, two.n, LEVEL),
            tested,
            detectable: detectable::rate(base, two.n, one.n, 1.0 - LEVEL, POWER)
                .and_then(|gap| gap.either_way()),
        })
    }

    fn of_means(one: Tally, two: Tally) -> Option<Self> {
        let (one, two) = (one.sample()?, two.sample()?);
        let welch = one.welch(two, LEVEL);
        Some(Self {
            difference: Some(one.mean() - two.mean()),
            interval: welch.map(|welch| welch.interval),
            tested: welch.map(|welch| (Test::Welch, welch.p)),
            detectable: detectable::mean(one, two, 1.0 - LEVEL, POWER),
        })
    }
}

impl Estimate {
    /// A tally's figure with its 95 % interval.
    fn of(kind: Kind, tally: Tally) -> Self {
        let interval = match kind {
            Kind::Rate => proportion::wilson(successes(tally), tally.n, LEVEL),
            Kind::Mean => tally.sample().and_then(|sample| sample.t_interval(LEVEL)),
        };
        let value = match kind {
            Kind::Rate => interval.map(|_| successes(tally) / tally.n),
            Kind::Mean => tally.value(),
        };
        Self {
            n: tally.n,
            value,
            low: interval.map(|interval| interval.low),
            high: interval.map(|interval| interval.high),
            unknown: tally.unknown,
        }
    }
}

/// A figure times a factor. `None` where values near the end of the doubles overflow.
fn scaled(figure: Option<f64>, factor: f64) -> Option<f64> {
    figure
        .map(|figure| figure * factor)
        .filter(|figure| figure.is_finite())
}

/// The successes of a rate. Summing weights in another order can leave them a hair outside 0…n;
/// that hair is taken off, and anything more stays for the counts to be refused.
fn successes(tally: Tally) -> f64 {
    let hair = tally.n * 1e-9;
    if tally.x > tally.n && tally.x <= tally.n + hair {
        tally.n
    } else if tally.x < 0.0 && tally.x >= -hair {
        0.0
    } else {
        tally.x
    }
}
