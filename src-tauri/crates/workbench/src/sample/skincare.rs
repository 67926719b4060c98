//! The buyers of the skincare sample: first orders of thirteen months, in three promises.

use jiff::civil::{Date, date};

use super::dice::Dice;
use super::sheet::{Sheet, amount, day, yes};

/// The first day of the table.
const START: Date = date(2025, 10, 6);
/// Days up to its last one, 31 October 2026.
const DAYS: u64 = 391;
/// A refund is known when its 30 days are over, a second order after 90.
const REFUND_DAYS: u64 = 30;
const REPEAT_DAYS: u64 = 90;

/// How one promise drew its buyers.
struct Promise {
    /// The ad; empty for those who came without one.
    ad: &'static str,
    /// From which day to which it ran.
    days: (u64, u64),
    buyers: u64,
    channels: &'static [(u64, &'static str)],
    ages: &'static [(u64, &'static str)],
    concerns: &'static [(u64, &'static str)],
    /// Of a thousand buyers whose skin reacts, and of a thousand others: refunds, second orders.
    reactive: (u64, u64),
    others: (u64, u64),
    /// Of a thousand, how many ordered with 20 % off.
    reduced: u64,
}

const PROMISES: [Promise; 4] = [
    Promise {
        ad: "Glowing skin fast",
        days: (0, 176),
        buyers: 2_310,
        channels: &[(58, "Instagram"), (37, "TikTok"), (5, "Search")],
        ages: &[
            (31, "18–24"),
            (38, "25–34"),
            (18, "35–44"),
            (9, "45–54"),
            (4, "55 and over"),
        ],
        concerns: &[
            (44, "Dullness"),
            (18, "Spots"),
            (12, "Lines"),
            (9, "Dryness"),
            (7, "Redness"),
            (6, "Stinging"),
            (4, ""),
        ],
        reactive: (100, 240),
        others: (145, 130),
        reduced: 800,
    },
    Promise {
        ad: "Gentle glow",
        days: (177, 223),
        buyers: 336,
        channels: &[(52, "Instagram"), (20, "TikTok"), (28, "Search")],
        ages: &[
            (18, "18–24"),
            (34, "25–34"),
            (25, "35–44"),
            (15, "45–54"),
            (8, "55 and over"),
        ],
        concerns: &[
            (30, "Dullness"),
            (22, "Redness"),
            (14, "Stinging"),
            (16, "Dryness"),
            (8, "Spots"),
            (6, "Lines"),
            (4, ""),
        ],
        reactive: (70, 310),
        others: (102, 200),
        reduced: 300,
    },
    Promise {
        ad: "Calm within 28 days",
        days: (224, 390),
        buyers: 1_705,
        channels: &[(46, "Search"), (32, "Instagram"), (22, "Forum")],
        ages: &[
            (8, "18–24"),
            (26, "25–34"),
            (30, "35–44"),
            (22, "45–54"),
            (14, "55 and over"),
        ],
        concerns: &[
            (46, "Redness"),
            (31, "Stinging"),
            (11, "Dryness"),
            (5, "Dullness"),
            (4, "Spots"),
            (3, ""),
        ],
        reactive: (45, 400),
        others: (84, 250),
        reduced: 0,
    },
    Promise {
        ad: "",
        days: (0, 390),
        buyers: 1_580,
        channels: &[(40, "Search"), (34, "Pharmacy"), (26, "Friend")],
        ages: &[
            (10, "18–24"),
            (25, "25–34"),
            (27, "35–44"),
            (23, "45–54"),
            (15, "55 and over"),
        ],
        concerns: &[
            (27, "Redness"),
            (16, "Stinging"),
            (24, "Dryness"),
            (15, "Dullness"),
            (9, "Lines"),
            (5, "Spots"),
            (4, ""),
        ],
        reactive: (52, 360),
        others: (92, 240),
        reduced: 120,
    },
];

const COUNTRIES: &[(u64, &str)] = &[
    (52, "Germany"),
    (17, "Austria"),
    (14, "Netherlands"),
    (10, "Sweden"),
    (7, "Denmark"),
];

const REASONS: &[(u64, &str)] = &[
    (70, "No difference in a week"),
    (18, "It stung"),
    (12, "Changed my mind"),
];

const REASONS_OF_REACTIVE_SKIN: &[(u64, &str)] = &[
    (58, "It stung"),
    (22, "No difference in a week"),
    (20, "Changed my mind"),
];

/// The table as CSV.
pub(super) fn table() -> String {
    let mut dice = Dice::new(121);
    let mut buyers: Vec<(u64, Vec<String>)> = Vec::new();
    for promise in &PROMISES {
        for _ in 0..promise.buyers {
            let on = dice.between(promise.days.0, promise.days.1);
            buyers.push((on, buyer(&mut dice, promise, on)));
        }
    }
    // By day; within a day as they came.
    buyers.sort_by_key(|(on, _)| *on);
    let mut sheet = Sheet::new(&[
        "buyer_id",
        "first_order",
        "ad_seen",
        "channel",
        "age_band",
        "country",
        "concern",
        "reacted_before",
        "on_treatment",
        "visits_before",
        "order_value",
        "refunded",
        "refund_reason",
        "second_order",
        "kept_value",
    ]);
    for (number, (_, cells)) in buyers.into_iter().enumerate() {
        let id = format!("B-{}", 10_001 + number);
        sheet.line(&[vec![id], cells].concat());
    }
    sheet.text()
}

/// The cells of one buyer after the id.
fn buyer(dice: &mut Dice, promise: &Promise, on: u64) -> Vec<String> {
    let concern = dice.one_of(promise.concerns);
    let stings = matches!(concern, "Redness" | "Stinging");
    let reacted = dice.happens(if stings { 890 } else { 120 });
    let treated = dice.happens(if stings { 62 } else { 24 });
    let reactive = stings && reacted;
    let (refunds, repeats) = match (treated, reactive) {
        (true, _) => (205, 90),
        (_, true) => promise.reactive,
        _ => promise.others,
    };
    let bottles = dice.one_of(&[(66, "1"), (26, "2"), (8, "3")]);
    let full = match bottles {
        "1" => 3_900,
        "2" => 7_400,
        _ => 10_500,
    };
    let value = if dice.happens(promise.reduced) {
        full * 8 / 10
    } else {
        full
    };
    let refund_known = on + REFUND_DAYS < DAYS;
    let refunded = dice.happens(refunds);
    let reason = dice.one_of(if reactive || treated {
        REASONS_OF_REACTIVE_SKIN
    } else {
        REASONS
    });
    let again = dice.happens(if refunded { 20 } else { repeats });
    // People leave the third question of the quiz out more often than the first.
    let quiz = if concern.is_empty() || dice.happens(30) && !stings {
        ""
    } else {
        yes(reacted)
    };
    [
        day(START, on).as_str(),
        promise.ad,
        dice.one_of(promise.channels),
        dice.one_of(promise.ages),
        dice.one_of(COUNTRIES),
        concern,
        quiz,
        yes(treated),
        &dice
            .between(1, if promise.ad.is_empty() { 9 } else { 4 })
            .to_string(),
        &amount(value),
        if refund_known { yes(refunded) } else { "" },
        if refund_known && refunded { reason } else { "" },
        if on + REPEAT_DAYS < DAYS {
            yes(again)
        } else {
            ""
        },
        &match (refund_known, refunded) {
            (false, _) => String::new(),
            (_, true) => amount(0),
            (_, false) => amount(value),
        },
    ]
    .map(str::to_owned)
    .to_vec()
}
