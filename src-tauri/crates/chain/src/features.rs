//! Features that stand in several segments: the same thing is worth something else to each of
//! them, and here it is seen side by side.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::document::Chain;
use crate::vocabulary::Standing;

/// One feature, as several segments name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SharedFeature {
    /// Its text, as it was written first.
    pub text: String,
    /// Where it stands, in the workbook's order.
    pub stands: Vec<FeatureStand>,
    /// Whether it serves different payoffs in different segments.
    pub differs: bool,
}

/// A feature in one segment, and what it serves there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FeatureStand {
    /// The segment's id.
    pub segment: String,
    /// The feature's id.
    pub feature: String,
    /// The id of the payoff it serves; empty when it serves none yet.
    pub payoff: String,
    /// That payoff's text, or empty.
    pub text: String,
}

/// Every feature whose text (case, space and punctuation aside) stands in more than one segment, in
/// the order in which each was first written. Segments set aside are left out.
pub fn shared(chain: &Chain) -> Vec<SharedFeature> {
    let mut features: Vec<SharedFeature> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let active = chain
        .segments
        .iter()
        .filter(|segment| !matches!(segment.standing, Standing::Retired | Standing::Invalidated));
    for segment in active {
        for feature in &segment.value.features {
            let folded = folded(&feature.text);
            if folded.is_empty() {
                continue;
            }
            let payoff = segment
                .value
                .payoffs
                .iter()
                .find(|payoff| payoff.id == feature.payoff);
            let stand = FeatureStand {
                segment: segment.id.clone(),
                feature: feature.id.clone(),
                payoff: payoff.map(|payoff| payoff.id.clone()).unwrap_or_default(),
                text: payoff.map(|payoff| payoff.text.clone()).unwrap_or_default(),
            };
            match known.get(&folded).and_then(|at| features.get_mut(*at)) {
                Some(found) => found.stands.push(stand),
                None => {
                    known.insert(folded, features.len());
                    features.push(SharedFeature {
                        text: feature.text.trim().to_owned(),
                        stands: vec![stand],
                        differs: false,
                    });
                }
            }
        }
    }
    features.retain(|feature| {
        let first = feature.stands.first().map(|stand| &stand.segment);
        feature
            .stands
            .iter()
            .any(|stand| Some(&stand.segment) != first)
    });
    for feature in &mut features {
        let mut served = feature.stands.iter().map(|stand| self::folded(&stand.text));
        let first = served.next();
        feature.differs = served.any(|text| Some(text) != first);
    }
    features
}

/// A text's letters and digits in lower case.
fn folded(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{Feature, Payoff, Segment, Value};

    fn segment(id: &str, feature: &str, payoff: &str) -> Segment {
        Segment {
            id: id.into(),
            value: Value {
                payoffs: vec![Payoff {
                    id: format!("{id}-payoff"),
                    text: payoff.into(),
                    ..Payoff::default()
                }],
                features: vec![Feature {
                    id: format!("{id}-feature"),
                    text: feature.into(),
                    payoff: format!("{id}-payoff"),
                }],
                ..Value::default()
            },
            ..Segment::default()
        }
    }

    fn chain(segments: Vec<Segment>) -> Chain {
        Chain {
            segments,
            ..Chain::default()
        }
    }

    #[test]
    fn s0_10_the_same_feature_is_seen_with_what_it_is_worth_to_each_segment() {
        let found = shared(&chain(vec![
            segment("hr", "One form for five systems.", "3 hours a week back"),
            segment(
                "ops",
                "one form, for five systems",
                "No wrong rota on Monday",
            ),
            segment("it", "Audit log", "Passes the audit"),
        ]));
        assert_eq!(found.len(), 1, "what stands once is not shared");
        assert_eq!(found[0].text, "One form for five systems.");
        let stands: Vec<(&str, &str)> = found[0]
            .stands
            .iter()
            .map(|stand| (stand.segment.as_str(), stand.text.as_str()))
            .collect();
        assert_eq!(
            stands,
            [
                ("hr", "3 hours a week back"),
                ("ops", "No wrong rota on Monday")
            ]
        );
        assert!(found[0].differs, "the value is not the same");
    }

    #[test]
    fn s0_10_the_same_value_in_both_segments_is_no_difference() {
        let found = shared(&chain(vec![
            segment("hr", "Audit log", "Passes the audit"),
            segment("ops", "audit log", "Passes the audit."),
        ]));
        assert!(!found[0].differs);
    }

    #[test]
    fn a_feature_that_serves_nothing_yet_stands_without_a_payoff() {
        let mut loose = segment("ops", "Audit log", "Passes the audit");
        loose.value.features[0].payoff = "gone".into();
        let found = shared(&chain(vec![segment("hr", "Audit log", "Passes"), loose]));
        assert_eq!(found[0].stands[1].payoff, "");
        assert!(found[0].differs);
    }

    #[test]
    fn a_feature_twice_in_one_segment_is_not_shared_and_one_set_aside_does_not_count() {
        let mut twice = segment("hr", "Audit log", "Passes");
        twice.value.features.push(Feature {
            id: "again".into(),
            text: "AUDIT LOG".into(),
            payoff: String::new(),
        });
        let mut gone = segment("old", "Audit log", "Passes");
        gone.standing = Standing::Retired;
        assert!(shared(&chain(vec![twice, gone])).is_empty());
    }
}
