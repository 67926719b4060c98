//! Segments that decide nearly alike. Two groups are worth keeping apart only when they decide
//! differently; where the scores of both are nearly equal, they may be one.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::document::Chain;
use crate::records::Segment;
use crate::vocabulary::{AxisName, Standing};

/// Fewer axes scored for both say too little.
pub const LEAST_COMPARED: usize = 4;
/// The steps that all axes together may lie apart, none of them more than one.
pub const MOST_STEPS: u32 = 2;

/// Another segment that decides nearly alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Twin {
    /// The other segment's id.
    pub segment: String,
    /// How many of the six axes are scored for both.
    pub compared: u32,
    /// The axes that differ, with both scores; empty when none does.
    pub apart: Vec<Apart>,
}

/// An axis on which two segments differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Apart {
    /// Which.
    pub axis: AxisName,
    /// The score of the segment itself, 1 to 5.
    pub mine: u8,
    /// The other's.
    pub theirs: u8,
}

/// The segments that decide nearly as this one does, in the workbook's order. Those set aside have
/// no twins.
pub fn of(chain: &Chain, segment: &Segment) -> Vec<Twin> {
    if is_aside(segment) {
        return Vec::new();
    }
    chain
        .segments
        .iter()
        .filter(|other| other.id != segment.id && !is_aside(other))
        .filter_map(|other| twin(segment, other))
        .collect()
}

/// The other segment as a twin of this one, if it is.
fn twin(segment: &Segment, other: &Segment) -> Option<Twin> {
    let mut compared = 0_u32;
    let mut steps = 0;
    let mut apart = Vec::new();
    let axes = AxisName::ALL.iter().zip(segment.decides_by.all());
    for ((axis, mine), theirs) in axes.zip(other.decides_by.all()) {
        let (Some(mine), Some(theirs)) = (mine.score, theirs.score) else {
            continue;
        };
        compared += 1;
        let step = u32::from(mine.abs_diff(theirs));
        if step > 1 {
            return None;
        }
        steps += step;
        if step > 0 {
            apart.push(Apart {
                axis: *axis,
                mine,
                theirs,
            });
        }
    }
    (compared as usize >= LEAST_COMPARED && steps <= MOST_STEPS).then(|| Twin {
        segment: other.id.clone(),
        compared,
        apart,
    })
}

fn is_aside(segment: &Segment) -> bool {
    matches!(segment.standing, Standing::Retired | Standing::Invalidated)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(id: &str, scores: [Option<u8>; 6]) -> Segment {
        let mut segment = Segment {
            id: id.into(),
            ..Segment::default()
        };
        for (axis, score) in segment.decides_by.all_mut().into_iter().zip(scores) {
            axis.score = score;
        }
        segment
    }

    fn all(scores: [u8; 6]) -> [Option<u8>; 6] {
        scores.map(Some)
    }

    fn chain(segments: Vec<Segment>) -> Chain {
        Chain {
            segments,
            ..Chain::default()
        }
    }

    fn twins(one: [Option<u8>; 6], other: [Option<u8>; 6]) -> Vec<Twin> {
        let chain = chain(vec![segment("one", one), segment("other", other)]);
        of(&chain, &chain.segments[0])
    }

    #[test]
    fn s0_14_nearly_equal_scores_are_twins_and_say_where_they_differ() {
        let found = twins(all([4, 3, 2, 5, 1, 3]), all([4, 2, 2, 5, 1, 4]));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].segment, "other");
        assert_eq!(found[0].compared, 6);
        assert_eq!(
            found[0].apart,
            [
                Apart {
                    axis: AxisName::WillingnessToPay,
                    mine: 3,
                    theirs: 2
                },
                Apart {
                    axis: AxisName::Approvals,
                    mine: 3,
                    theirs: 4
                },
            ]
        );
    }

    #[test]
    fn s0_14_one_clear_difference_or_three_small_ones_keep_segments_apart() {
        let mine = all([4, 3, 2, 5, 1, 3]);
        assert!(twins(mine, all([2, 3, 2, 5, 1, 3])).is_empty(), "two steps");
        assert!(
            twins(mine, all([3, 2, 3, 5, 1, 3])).is_empty(),
            "three axes a step apart"
        );
    }

    #[test]
    fn s0_14_axes_that_nobody_scored_say_nothing() {
        let few = [Some(4), Some(3), Some(2), None, None, None];
        assert!(twins(few, few).is_empty(), "three are too few");
        assert!(twins([None; 6], [None; 6]).is_empty(), "blank is not alike");
        let four = [Some(4), Some(3), Some(2), Some(5), None, None];
        let found = twins(four, all([4, 3, 2, 5, 1, 1]));
        assert_eq!(found[0].compared, 4, "only what is scored for both counts");
    }

    #[test]
    fn s0_14_twins_are_mutual_and_leave_out_what_is_set_aside() {
        let scores = all([4, 3, 2, 5, 1, 3]);
        let mut chain = chain(vec![
            segment("one", scores),
            segment("other", scores),
            segment("gone", scores),
        ]);
        chain.segments[2].standing = Standing::Retired;
        let ids = |at: usize| -> Vec<String> {
            of(&chain, &chain.segments[at])
                .into_iter()
                .map(|twin| twin.segment)
                .collect()
        };
        assert_eq!(
            (ids(0), ids(1), ids(2)),
            (vec!["other".into()], vec!["one".into()], vec![])
        );
    }
}
