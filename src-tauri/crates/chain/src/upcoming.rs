//! What has a date: decisions to make, targets to reach, segments to look at again.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::date;
use crate::document::Chain;
use crate::records::Segment;
use crate::vocabulary::{LinkKind, Role, Standing};

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DueKind {
    /// A decision is to be made.
    Decision,
    /// A target is to be reached.
    Target,
    /// A segment is to be looked at again.
    Review,
}

/// Something with a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Due {
    /// When, as an ISO date.
    pub on: String,
    /// How many days from today; negative when overdue.
    pub days: i32,
    /// What.
    pub kind: DueKind,
    /// The decision's or metric's id, or the segment's own.
    pub record: String,
    /// The segment to go to; empty when a decision serves none yet.
    pub segment: String,
    /// The link of it to go to.
    pub link: LinkKind,
    /// The decision's question, the metric's name, or the segment's name.
    pub text: String,
    /// Who decides, or empty.
    pub owner: String,
}

/// Everything due up to so many days from today, overdue first, then soonest first. Segments set
/// aside are due for nothing.
pub fn upcoming(chain: &Chain, today: &str, within: i32) -> Vec<Due> {
    let active: Vec<&Segment> = chain
        .segments
        .iter()
        .filter(|segment| !matches!(segment.standing, Standing::Retired | Standing::Invalidated))
        .collect();
    let mut dues = Vec::new();
    let mut add = |on: &str, due: Due| {
        let days = date::days(today, on).and_then(|days| i32::try_from(days).ok());
        if let Some(days) = days.filter(|days| *days <= within) {
            dues.push(Due {
                on: on.to_owned(),
                days,
                ..due
            });
        }
    };
    for decision in &chain.decisions {
        let serves = |segment: &&&Segment| segment.decision == decision.id;
        let segment = active
            .iter()
            .filter(serves)
            .find(|segment| segment.role == Role::Primary)
            .or_else(|| active.iter().find(serves));
        // A decision whose only segments were set aside is no longer waited for.
        let is_left_over =
            segment.is_none() && chain.segments.iter().any(|it| it.decision == decision.id);
        if !is_left_over {
            add(
                &decision.due,
                Due {
                    text: decision.question.clone(),
                    owner: decision.owner.clone(),
                    ..due(
                        DueKind::Decision,
                        &decision.id,
                        segment.copied(),
                        LinkKind::Decision,
                    )
                },
            );
        }
    }
    for segment in active.iter().copied() {
        for target in &segment.targets {
            let metric = chain.metric(&target.metric);
            let name = metric.map(|metric| metric.name.trim()).unwrap_or_default();
            add(
                &target.by,
                Due {
                    text: if name.is_empty() {
                        &target.metric
                    } else {
                        name
                    }
                    .to_owned(),
                    ..due(
                        DueKind::Target,
                        &target.metric,
                        Some(segment),
                        LinkKind::Results,
                    )
                },
            );
        }
        add(
            &segment.review_on,
            Due {
                text: segment.name.clone(),
                ..due(
                    DueKind::Review,
                    &segment.id,
                    Some(segment),
                    LinkKind::Segment,
                )
            },
        );
    }
    dues.sort_by(|one, other| (&one.on, one.kind).cmp(&(&other.on, other.kind)));
    dues
}

fn due(kind: DueKind, record: &str, segment: Option<&Segment>, link: LinkKind) -> Due {
    Due {
        on: String::new(),
        days: 0,
        kind,
        record: record.to_owned(),
        segment: segment.map(|it| it.id.clone()).unwrap_or_default(),
        link,
        text: String::new(),
        owner: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{Decision, Metric, Target};

    fn chain() -> Chain {
        Chain {
            decisions: vec![
                Decision {
                    id: "budget".into(),
                    question: "Where does it go?".into(),
                    owner: "Mira".into(),
                    due: "2027-01-31".into(),
                    ..Decision::default()
                },
                Decision {
                    id: "far".into(),
                    due: "2029-01-31".into(),
                    ..Decision::default()
                },
            ],
            metrics: vec![Metric {
                id: "churn".into(),
                name: "Churn".into(),
                ..Metric::default()
            }],
            segments: vec![Segment {
                id: "hr".into(),
                name: "HR teams".into(),
                decision: "budget".into(),
                review_on: "2026-10-01".into(),
                targets: vec![Target {
                    metric: "churn".into(),
                    value: 0.4,
                    by: "2027-01-15".into(),
                }],
                ..Segment::default()
            }],
            ..Chain::default()
        }
    }

    #[test]
    fn dated_things_stand_soonest_first_and_overdue_ones_say_so() {
        let due = upcoming(&chain(), "2026-11-24", 120);
        let shown: Vec<(&str, DueKind, i32)> = due
            .iter()
            .map(|due| (due.text.as_str(), due.kind, due.days))
            .collect();
        assert_eq!(
            shown,
            [
                ("HR teams", DueKind::Review, -54),
                ("Churn", DueKind::Target, 52),
                ("Where does it go?", DueKind::Decision, 68),
            ],
            "what is years away is not coming up"
        );
        assert_eq!(due[2].owner, "Mira");
        assert_eq!(due[2].segment, "hr", "it leads to the segment it is for");
    }

    #[test]
    fn segments_set_aside_are_due_for_nothing_and_neither_are_their_decisions() {
        let mut chain = chain();
        chain.segments[0].standing = Standing::Retired;
        assert_eq!(upcoming(&chain, "2026-11-24", 120), []);
        chain.segments.clear();
        let due = upcoming(&chain, "2026-11-24", 120);
        assert_eq!(
            due.len(),
            1,
            "a decision that no segment serves yet is still due"
        );
        assert_eq!(due[0].segment, "");
    }

    #[test]
    fn dates_nobody_wrote_are_not_due() {
        let mut chain = chain();
        chain.segments[0].review_on.clear();
        chain.decisions[0].due = "in spring".into();
        let due = upcoming(&chain, "2026-11-24", 120);
        assert_eq!(due.len(), 1);
    }
}
