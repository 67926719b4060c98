//! The sentences, word for word, on figures of real tables.

use chain::vocabulary::Better;

use super::properties::{mean, question, rate};
use super::{Against, Case, Comparison, Group, Kind, Question, Tally, Verdict, compare};

fn made(question: &Question, segment: Group, against: Against) -> Comparison {
    compare(question, &[Case { segment, against }]).remove(0)
}

fn churn(threshold: f64) -> Question {
    question(Kind::Rate, Better::Lower, threshold)
}

#[track_caller]
fn assert_says(found: &Comparison, verdict: Verdict, words: &str) {
    assert_eq!(found.words, words);
    assert_eq!(found.verdict, verdict);
}

#[test]
fn telco_contracts_are_clearly_worse_and_better() {
    let cases = [(1655.0, 3875.0), (48.0, 1695.0), (166.0, 1473.0)].map(|(x, n)| Case {
        segment: rate(x, n),
        against: Against::Rest(rate(1869.0 - x, 7043.0 - n)),
    });
    let made = compare(&churn(0.02), &cases);
    assert_says(
        &made[0],
        Verdict::Worse,
        "Worse: 34.1 to 37.7 points more than everyone else (42.7 % of 3,875 against 6.8 % of \
         3,168).",
    );
    assert_says(
        &made[1],
        Verdict::Better,
        "Better: 29.7 to 32.7 points fewer than everyone else (2.8 % of 1,695 against 34.1 % of \
         5,348).",
    );
}

#[test]
fn telco_gender_cannot_be_told_or_is_too_small() {
    let (women, men) = (rate(939.0, 3488.0), rate(930.0, 3555.0));
    let open = made(&churn(0.02), women, Against::Rest(men));
    assert_says(
        &open,
        Verdict::CannotTell,
        "Cannot tell: 26.9 % of 3,488 against 26.2 % of 3,555; a gap of 3.0 points or more would \
         show at this size.",
    );
    let bounded = made(&churn(0.05), women, Against::Rest(men));
    assert_says(
        &bounded,
        Verdict::NoDifferenceThatMatters,
        "No difference that matters: between 1.3 points fewer and 2.8 points more than everyone \
         else; it takes 5 points to matter (26.9 % of 3,488 against 26.2 % of 3,555).",
    );
}

#[test]
fn a_sure_but_small_difference_is_called_too_small() {
    let found = made(
        &churn(0.01),
        rate(12_190.0, 100_000.0),
        Against::Rest(rate(12_600.0, 100_000.0)),
    );
    assert_says(
        &found,
        Verdict::TooSmallToMatter,
        "Too small to matter: 0.12 to 0.70 points fewer than everyone else; it takes 1 point to \
         matter (12.2 % of 100,000 against 12.6 % of 100,000).",
    );
}

#[test]
fn a_difference_that_may_not_reach_the_threshold_says_so() {
    let found = made(
        &churn(0.03),
        rate(300.0, 1000.0),
        Against::Rest(rate(2500.0, 10_000.0)),
    );
    assert_says(
        &found,
        Verdict::CannotTell,
        "Cannot tell: 2.1 to 8.0 points more than everyone else, which may or may not reach the 3 \
         points that it takes to matter (30.0 % of 1,000 against 25.0 % of 10,000).",
    );
}

#[test]
fn a_difference_lost_among_many_comparisons_says_so() {
    let rest = rate(100.0, 500.0);
    let cases: Vec<Case> = [130.0, 100.0, 101.0, 99.0, 102.0, 98.0]
        .into_iter()
        .map(|x| Case {
            segment: rate(x, 500.0),
            against: Against::Rest(rest),
        })
        .collect();
    let made = compare(&churn(0.0), &cases);
    assert_says(
        &made[0],
        Verdict::CannotTell,
        "Cannot tell: 0.8 to 11.2 points more than everyone else, but chance alone is not ruled \
         out among 6 comparisons (q 0.15; 26.0 % of 500 against 20.0 % of 500).",
    );
}

#[test]
fn few_rows_are_named_as_the_reason() {
    let found = made(
        &churn(0.02),
        rate(6.0, 12.0),
        Against::Rest(rate(1863.0, 7031.0)),
    );
    assert_says(
        &found,
        Verdict::CannotTell,
        "Cannot tell: 12 in this segment is too few to judge, it takes 30 (50.0 % of 12 against \
         26.5 % of 7,031).",
    );
    let found = made(&churn(0.02), rate(6.0, 12.0), Against::Rest(rate(0.0, 9.0)));
    assert_says(
        &found,
        Verdict::CannotTell,
        "Cannot tell: 12 in this segment and 9 outside this segment are too few to judge, it takes \
         30 (50.0 % of 12 against 0 % of 9).",
    );
}

#[test]
fn everyone_and_nobody_are_said_and_not_compared() {
    let (all, none) = (rate(1869.0, 7043.0), Group::default());
    let found = made(&churn(0.0), all, Against::Rest(none));
    assert_says(
        &found,
        Verdict::CannotTell,
        "Everyone is in this segment, so there is nobody to compare with.",
    );
    assert_eq!(
        (found.difference, found.p, found.detectable),
        (None, None, None)
    );
    assert_eq!(found.against.value, None);
    let found = made(&churn(0.0), all, Against::All { rest: none });
    assert_eq!(
        found.words,
        "Everyone is in this segment, so there is nobody to compare with."
    );
    assert_eq!(found.difference_low, None, "not a difference of nothing");
    assert_eq!(
        made(&churn(0.0), none, Against::Rest(all)).words,
        "Nobody is in this segment, so there is nothing to compare."
    );
    assert_eq!(
        made(&churn(0.0), none, Against::Rest(none)).words,
        "There are no rows to compare."
    );
    assert_eq!(
        made(&churn(0.0), all, Against::Itself).words,
        "This is the segment that the others are held against."
    );
}

#[test]
fn a_metric_without_data_says_where_it_has_none() {
    let blank = Group {
        rows: 40,
        tally: Tally {
            unknown: 40.0,
            ..Tally::default()
        },
    };
    let outside = Group {
        rows: 40,
        ..Group::default()
    };
    let filled = rate(10.0, 50.0);
    let words = |segment, rest| made(&churn(0.0), segment, Against::Rest(rest)).words;
    assert_eq!(
        words(blank, filled),
        "Every outcome is blank in this segment, so there is nothing to compare."
    );
    assert_eq!(
        words(filled, outside),
        "Nobody counts for this metric outside this segment, so there is nothing to compare with."
    );
    assert_eq!(
        words(blank, outside),
        "This metric has no data here: no row has an outcome it can count."
    );
}

#[test]
fn overlapping_segments_tell_what_they_share() {
    let against = |shared| Against::Segment {
        name: "Seniors".to_owned(),
        group: rate(476.0, 1142.0),
        shared,
    };
    let found = made(&churn(0.02), rate(1655.0, 3875.0), against(807));
    assert_says(
        &found,
        Verdict::CannotTell,
        "Cannot tell: 42.7 % of 3,875 against 41.7 % of 1,142; a gap of 4.7 points or more would \
         show at this size. 807 rows are in both, so this interval is on the cautious side.",
    );
    let found = made(&churn(0.0), rate(48.0, 1695.0), against(1));
    assert!(
        found
            .words
            .starts_with("Better: 35.9 to 41.8 points fewer than “Seniors” (")
    );
    assert!(
        found
            .words
            .ends_with(" 1 row is in both, so this interval is on the cautious side.")
    );
    let apart = made(&churn(0.0), rate(48.0, 1695.0), against(0));
    assert!(!apart.words.contains("in both"));
}

#[test]
fn everyone_together_is_named_as_such() {
    let rest = rate(214.0, 3168.0);
    let found = made(&churn(0.02), rate(1655.0, 3875.0), Against::All { rest });
    assert_says(
        &found,
        Verdict::Worse,
        "Worse: 15.4 to 17.0 points more than everyone together (42.7 % of 3,875 against 26.5 % of \
         7,043).",
    );
}

#[test]
fn means_speak_in_their_own_unit() {
    // Telco monthly charges: churned against stayed.
    let group = |n: f64, mean: f64, deviation: f64| Group {
        rows: n as u64,
        tally: Tally {
            n,
            x: n * mean,
            m2: deviation.powi(2) * (n - 1.0),
            unknown: 0.0,
        },
    };
    let churned = group(1869.0, 74.441_332_263_242_37, 24.666_053_259_397_433);
    let stayed = group(5174.0, 61.265_123_695_400_08, 31.092_648_119_345_295);
    let mut charges = question(Kind::Mean, Better::Higher, 1.0);
    assert_says(
        &made(&charges, churned, Against::Rest(stayed)),
        Verdict::Better,
        "Better: 11.8 to 14.6 more than everyone else (mean 74.4 among 1,869 against 61.3 among \
         5,174).",
    );
    charges.unit = "dollars".to_owned();
    assert_says(
        &made(&charges, stayed, Against::Rest(churned)),
        Verdict::Worse,
        "Worse: 11.8 to 14.6 dollars less than everyone else (mean 61.3 dollars among 5,174 \
         against 74.4 dollars among 1,869).",
    );
}

#[test]
fn means_without_spread_say_that_nothing_can_be_judged() {
    let five = mean(&[5.0; 40]);
    let three = mean(&[3.0; 60]);
    let found = made(
        &question(Kind::Mean, Better::Higher, 0.5),
        five,
        Against::Rest(three),
    );
    assert_says(
        &found,
        Verdict::CannotTell,
        "Cannot tell: on each side every value is the same, so there is no spread to judge the gap \
         by (mean 5 among 40 against 3 among 60).",
    );
    assert_eq!(found.difference, Some(2.0));
    assert_eq!((found.difference_low, found.p), (None, None));
}

#[test]
fn counts_that_contradict_each_other_are_called_out() {
    let found = made(
        &churn(0.0),
        rate(60.0, 50.0),
        Against::Rest(rate(5.0, 50.0)),
    );
    assert_says(
        &found,
        Verdict::CannotTell,
        "Cannot tell: the counts behind this metric contradict each other.",
    );
    assert_eq!(found.estimate.value, None);
}
