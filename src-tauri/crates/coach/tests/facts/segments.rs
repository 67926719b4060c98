//! What the rules on segments flag and what they leave alone.

use coach::{Level, TextKind, rules};

use crate::flags::{all_flagged, all_name, none_flagged, none_name, pointed};

#[test]
fn s2_01_everyone_as_the_target_is_flagged_in_any_field() {
    all_flagged(
        TextKind::SegmentName,
        "everyone",
        &[
            "Everyone",
            "EVERYBODY",
            "All businesses",
            "SMBs and enterprises",
            "Companies of all sizes",
            "Anyone who wants to save money",
            "From start-ups to multinationals",
            "Consumers",
        ],
    );
    all_flagged(
        TextKind::Segment,
        "everyone",
        &[
            "Any organisation that uses computers.",
            "People who like to travel, whatever their budget.",
        ],
    );
    for kind in [
        TextKind::Differentiator,
        TextKind::Ad,
        TextKind::Email,
        TextKind::Landing,
        TextKind::Offer,
        TextKind::Onboarding,
        TextKind::Sales,
        TextKind::Content,
    ] {
        all_flagged(
            kind,
            "everyone",
            &["Made for everyone", "Built for businesses of all sizes"],
        );
    }
    all_name(
        TextKind::Statement,
        "everyone",
        &["For everyone who shops, Basket finds the size."],
    );
    let everyone = rules().iter().find(|rule| rule.id == "everyone").unwrap();
    assert_eq!(everyone.level, Level::Blocker);
}

#[test]
fn s2_01_everybody_of_a_narrow_group_is_somebody() {
    none_flagged(
        TextKind::SegmentName,
        &[
            "Everyone on the night shift",
            "All businesses with 50+ trucks in Ontario",
            "Anyone who has returned a product twice",
            "Not everyone: couriers who insure their own van",
            "All-electric homes on a night tariff",
        ],
    );
    none_flagged(
        TextKind::Landing,
        &[
            "Everyone in the group sees what is still missing.",
            "For all new hires that start in March.",
            "Not for everyone. For vineyards that spray by calendar.",
        ],
    );
}

#[test]
fn s0_16_a_segment_told_by_the_census_alone_is_flagged() {
    all_flagged(
        TextKind::SegmentName,
        "demographic-only",
        &[
            "Women 25–45",
            "Men aged eighteen to thirty-four",
            "Millennials",
            "Affluent retirees in Florida",
            "MARRIED HOMEOWNERS OVER 50",
            "Mothers of two, Munich",
        ],
    );
}

#[test]
fn s0_16_what_people_do_or_need_makes_it_more_than_the_census() {
    none_flagged(
        TextKind::Segment,
        &[
            "Women aged 30–45 who have returned a product twice",
            "Retirees who book the same island every winter",
            "Parents packing four lunchboxes before seven",
            "Homeowners over 50 who switched after a refused claim",
        ],
    );
    none_name(
        TextKind::SegmentName,
        "demographic-only",
        &[
            "Not women 25–45",
            "Hauliers with 20 to 40 trucks",
            "Frauen ab 40 mit Rosazea",
        ],
    );
}

#[test]
fn s0_22_an_audience_of_an_ad_platform_is_no_segment() {
    all_flagged(
        TextKind::SegmentName,
        "platform-audience",
        &[
            "Lookalike 1 %, purchasers",
            "Look-alikes of buyers",
            "Retargeting, 30 days",
            "Facebook custom audience",
            "In-market for flights",
            "LAL 3% newsletter",
        ],
    );
    all_flagged(
        TextKind::Segment,
        "platform-audience",
        &["People in our Meta retargeting audience who did not convert"],
    );
}

#[test]
fn s0_22_people_who_work_with_such_audiences_may_be_one() {
    none_flagged(
        TextKind::SegmentName,
        &[
            "Shops whose retargeting stopped paying after the cookie change",
            "Media buyers who rebuild lookalikes by hand every Monday",
            "Members who look alike on paper but train at different hours",
            "Retargeting managers at hotel chains",
        ],
    );
}

#[test]
fn the_very_words_are_pointed_at_in_any_script_and_spelling() {
    for (text, words) in [
        ("🚀 Für wen? All businesses", "All businesses"),
        ("לקוחות: Everyone", "Everyone"),
        ("“Companies of all sizes” it says", "Companies of all sizes"),
        ("Every\u{ad}one", "Every\u{ad}one"),
    ] {
        assert_eq!(
            pointed(TextKind::Segment, "everyone", text),
            [words],
            "{text}"
        );
    }
}
