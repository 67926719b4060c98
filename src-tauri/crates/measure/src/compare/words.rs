//! The sentence that says a comparison: true to the verdict, with its figures, for a reader who
//! has never met a p.

use super::contrast::Contrast;
use super::{Against, Case, Estimate, Group, Kind, Question, SMALL, Verdict};
use crate::figure;
use crate::stats::Interval;

/// The words of one comparison; `made` comparisons share the correction behind `q`.
pub(super) fn of(
    question: &Question,
    case: &Case,
    contrast: &Contrast,
    verdict: Verdict,
    q: Option<f64>,
    made: usize,
) -> String {
    if let Some(words) = nothing_to_compare(case) {
        return words;
    }
    let sentence = Sentence {
        question,
        case,
        contrast,
    };
    let Some(interval) = contrast.interval else {
        return sentence.without_interval();
    };
    let mut words = match verdict {
        Verdict::Better | Verdict::Worse => sentence.clear(verdict, interval),
        Verdict::TooSmallToMatter | Verdict::NoDifferenceThatMatters => {
            sentence.within_threshold(verdict, interval)
        }
        Verdict::CannotTell => sentence.open(interval, q, made),
    };
    if let Against::Segment { shared, .. } = case.against {
        words.push_str(&in_both(shared));
    }
    words
}

/// What to say when one side has nothing to show.
fn nothing_to_compare(case: &Case) -> Option<String> {
    let segment = case.segment;
    let (other, place) = match &case.against {
        Against::Rest(rest) | Against::All { rest } => (*rest, "outside this segment".to_owned()),
        Against::Segment { name, group, .. } => (*group, format!("in “{name}”")),
        Against::Itself => {
            return Some("This is the segment that the others are held against.".to_owned());
        }
    };
    let is_rest = !matches!(case.against, Against::Segment { .. });
    let words = match (segment.rows, other.rows) {
        (0, 0) if is_rest => "There are no rows to compare.".to_owned(),
        (0, _) => "Nobody is in this segment, so there is nothing to compare.".to_owned(),
        (_, 0) if is_rest => {
            "Everyone is in this segment, so there is nobody to compare with.".to_owned()
        }
        (_, 0) => format!("Nobody is {place}, so there is nobody to compare with."),
        _ => match (without_data(segment), without_data(other)) {
            (None, None) => return None,
            (Some(_), Some(_)) => {
                "This metric has no data here: no row has an outcome it can count.".to_owned()
            }
            (Some(why), None) => format!("{why} in this segment, so there is nothing to compare."),
            (None, Some(why)) => format!("{why} {place}, so there is nothing to compare with."),
        },
    };
    Some(words)
}

/// Why a group of people shows no figure, if it shows none.
fn without_data(group: Group) -> Option<&'static str> {
    let counted = group.tally.n > 0.0;
    match (counted, group.tally.unknown > 0.0) {
        (true, _) => None,
        (false, true) => Some("Every outcome is blank"),
        (false, false) => Some("Nobody counts for this metric"),
    }
}

/// What overlapping segments do to the interval, if they overlap.
fn in_both(shared: u64) -> String {
    let rows = match shared {
        0 => return String::new(),
        1 => "1 row is".to_owned(),
        _ => format!("{} rows are", figure::count(shared as f64)),
    };
    format!(" {rows} in both, so this interval is on the cautious side.")
}

struct Sentence<'a> {
    question: &'a Question,
    case: &'a Case,
    contrast: &'a Contrast,
}

impl Sentence<'_> {
    /// Better or worse.
    fn clear(&self, verdict: Verdict, interval: Interval) -> String {
        let (label, gap, whom, sides) = (
            verdict.label(),
            self.gap(interval),
            self.whom(),
            self.sides(),
        );
        format!("{label}: {gap} than {whom} ({sides}).")
    }

    /// Surely smaller than what would matter.
    fn within_threshold(&self, verdict: Verdict, interval: Interval) -> String {
        let (label, gap, whom, sides) = (
            verdict.label(),
            self.gap(interval),
            self.whom(),
            self.sides(),
        );
        let threshold = self.threshold();
        format!("{label}: {gap} than {whom}; it takes {threshold} to matter ({sides}).")
    }

    /// Cannot tell, and which of the four reasons it is.
    fn open(&self, interval: Interval, q: Option<f64>, made: usize) -> String {
        if let Some(few) = self.too_few() {
            return few;
        }
        let (gap, whom, sides) = (self.gap(interval), self.whom(), self.sides());
        let threshold = self.question.threshold.max(0.0);
        let nearest = interval.low.max(-interval.high);
        if nearest > threshold {
            let (doubt, value) = match (made, q) {
                (2.., Some(q)) => (
                    format!(" among {} comparisons", figure::count(made as f64)),
                    format!("{}; ", figure::probability("q", q)),
                ),
                (_, Some(p)) => (String::new(), format!("{}; ", figure::probability("p", p))),
                (_, None) => (String::new(), String::new()),
            };
            return format!(
                "Cannot tell: {gap} than {whom}, but chance alone is not ruled out{doubt} \
                 ({value}{sides})."
            );
        }
        if nearest > 0.0 {
            let threshold = self.threshold();
            return format!(
                "Cannot tell: {gap} than {whom}, which may or may not reach the {threshold} that \
                 it takes to matter ({sides})."
            );
        }
        match (self.contrast.detectable, self.contrast.difference) {
            (Some(detectable), Some(difference)) if detectable > difference.abs() => {
                let size = self.size(detectable);
                format!("Cannot tell: {sides}; a gap of {size} or more would show at this size.")
            }
            _ => format!("Cannot tell: {gap} than {whom} ({sides})."),
        }
    }

    /// Both sides have rows, but no interval can be given.
    fn without_interval(&self) -> String {
        if self.contrast.difference.is_none() {
            return "Cannot tell: the counts behind this metric contradict each other.".to_owned();
        }
        let sides = self.sides();
        self.too_few().unwrap_or_else(|| {
            format!(
                "Cannot tell: on each side every value is the same, so there is no spread to \
                 judge the gap by ({sides})."
            )
        })
    }

    /// That a group is too small to be judged, if one is.
    fn too_few(&self) -> Option<String> {
        let segment = self.case.segment.tally.n;
        let (other, place) = match &self.case.against {
            Against::Rest(rest) | Against::All { rest } => {
                (rest.tally.n, "outside this segment".to_owned())
            }
            Against::Segment { name, group, .. } => (group.tally.n, format!("in “{name}”")),
            Against::Itself => return None,
        };
        let few = match (segment < SMALL, other < SMALL) {
            (false, false) => return None,
            (true, false) => format!("{} in this segment is", figure::count(segment)),
            (false, true) => format!("{} {place} is", figure::count(other)),
            (true, true) => format!(
                "{} in this segment and {} {place} are",
                figure::count(segment),
                figure::count(other)
            ),
        };
        let (least, sides) = (figure::count(SMALL), self.sides());
        Some(format!(
            "Cannot tell: {few} too few to judge, it takes {least} ({sides})."
        ))
    }

    /// Whom the segment is held against.
    fn whom(&self) -> String {
        match &self.case.against {
            Against::Rest(_) => "everyone else".to_owned(),
            Against::All { .. } | Against::Itself => "everyone together".to_owned(),
            Against::Segment { name, .. } => format!("“{name}”"),
        }
    }

    /// Both figures with their sizes.
    fn sides(&self) -> String {
        let (one, two) = (self.contrast.estimate, self.contrast.against);
        let (one_n, two_n) = (figure::count(one.n), figure::count(two.n));
        match self.question.kind {
            Kind::Rate => {
                let percent = |side: Estimate| side.value.map(figure::percent).unwrap_or_default();
                let (one, two) = (percent(one), percent(two));
                format!("{one} of {one_n} against {two} of {two_n}")
            }
            Kind::Mean => {
                let places = self.contrast.interval.map(|interval| self.places(interval));
                let mean = |side: Estimate| {
                    let write = |value| match places {
                        Some(places) => figure::fixed(value, places),
                        None => figure::number(value),
                    };
                    self.with_unit(side.value.map(write).unwrap_or_default())
                };
                let (one, two) = (mean(one), mean(two));
                format!("mean {one} among {one_n} against {two} among {two_n}")
            }
        }
    }

    /// The interval as a person says it: `23.5 to 25.8 points fewer`.
    fn gap(&self, interval: Interval) -> String {
        let places = self.places(interval);
        let factor = self.factor();
        let write = |value: f64| figure::fixed(value.abs() * factor, places);
        let (low, high) = (write(interval.low), write(interval.high));
        let (more, fewer) = match self.question.kind {
            Kind::Rate => ("points more", "points fewer"),
            Kind::Mean => ("more", "less"),
        };
        if interval.low >= 0.0 {
            format!("{low} to {} {more}", self.with_unit(high))
        } else if interval.high <= 0.0 {
            format!("{high} to {} {fewer}", self.with_unit(low))
        } else {
            let (low, high) = (self.with_unit(low), self.with_unit(high));
            format!("between {low} {fewer} and {high} {more}")
        }
    }

    /// The digits after the point that an interval of differences is written with.
    fn places(&self, interval: Interval) -> usize {
        let factor = self.factor();
        let (low, high) = (interval.low * factor, interval.high * factor);
        match self.question.kind {
            Kind::Rate => figure::decimals(&[low, high]).max(figure::digits(high - low, 1)),
            Kind::Mean => [figure::digits(low, 1), figure::digits(high, 1)]
                .into_iter()
                .fold(figure::digits(high - low, 2), usize::max),
        }
    }

    fn factor(&self) -> f64 {
        match self.question.kind {
            Kind::Rate => 100.0,
            Kind::Mean => 1.0,
        }
    }

    /// The size of one gap: `2.9 points`, `3.1 days`.
    fn size(&self, gap: f64) -> String {
        match self.question.kind {
            Kind::Rate => figure::points(gap),
            Kind::Mean => self.with_unit(figure::number(gap)),
        }
    }

    /// The least gap that matters, as it was typed.
    fn threshold(&self) -> String {
        let typed = figure::plain(self.question.threshold * self.factor());
        match self.question.kind {
            Kind::Rate if typed == "1" => "1 point".to_owned(),
            Kind::Rate => format!("{typed} points"),
            Kind::Mean => self.with_unit(typed),
        }
    }

    /// A mean's figure and its unit.
    fn with_unit(&self, text: String) -> String {
        match self.question.kind {
            Kind::Mean if !self.question.unit.is_empty() => {
                format!("{text} {}", self.question.unit)
            }
            _ => text,
        }
    }
}
