//! What a comparison lets one say.

use chain::vocabulary::Better;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Q_LIMIT, SMALL};
use crate::stats::Interval;

/// The five things that can be said of a difference. "Not significant" is not among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Clearly better, by more than the threshold.
    Better,
    /// Clearly worse, by more than the threshold.
    Worse,
    /// Different, but surely by less than what would change a decision.
    TooSmallToMatter,
    /// If there is a difference, it is surely too small to change a decision.
    NoDifferenceThatMatters,
    /// The data leave it open.
    CannotTell,
}

impl Verdict {
    /// The verdict as a person reads it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Better => "Better",
            Self::Worse => "Worse",
            Self::TooSmallToMatter => "Too small to matter",
            Self::NoDifferenceThatMatters => "No difference that matters",
            Self::CannotTell => "Cannot tell",
        }
    }
}

/// The verdict on a difference that has an interval. `smallest` is the size of the smaller group
/// judged; `threshold` the least difference that matters, in the metric's own scale, taken as 0
/// when negative; `q` the adjusted p.
pub fn judge(
    interval: Interval,
    smallest: f64,
    better: Better,
    threshold: f64,
    q: Option<f64>,
) -> Verdict {
    let turned = match better {
        Better::Higher => interval,
        Better::Lower => interval.mirrored(),
    };
    let threshold = threshold.max(0.0);
    let sure = q.is_some_and(|q| q <= Q_LIMIT);
    if smallest.is_nan() || smallest < SMALL {
        Verdict::CannotTell
    } else if sure && turned.low > threshold {
        Verdict::Better
    } else if sure && turned.high < -threshold {
        Verdict::Worse
    } else if threshold > 0.0 && turned.low >= -threshold && turned.high <= threshold {
        if turned.low > 0.0 || turned.high < 0.0 {
            Verdict::TooSmallToMatter
        } else {
            Verdict::NoDifferenceThatMatters
        }
    } else {
        Verdict::CannotTell
    }
}
