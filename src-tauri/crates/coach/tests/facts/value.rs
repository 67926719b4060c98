//! What the rules on payoffs flag beyond vagueness, and what they leave alone.

use coach::{Context, TextKind, lint};

use crate::flags::{all_flagged, flagged, none_flagged};

#[test]
fn s0_06_a_payoff_says_by_when() {
    all_flagged(
        TextKind::Payoff,
        "payoff-without-horizon",
        &[
            "Save 3 hours a week on receipts",
            "Twelve fewer no-shows a month",
            "Returns drop from 31 % to 18 %",
            "Waste down by a third",
            "Invoices paid nine days sooner, every quarter",
            "Six orders fewer sent back on a Friday",
        ],
    );
    none_flagged(
        TextKind::Payoff,
        &[
            "Receipts take three hours less a week within one quarter",
            "Returns drop to 18 % by Black Friday",
            "Redness halves in four weeks",
            "15 % less water over one growing season",
            "Forty cards recovered before Christmas",
            "Reports nine days earlier, from the second issue on",
            "One close a month in four days from Q3",
            "The fee arrives 24 hours after the last song",
        ],
    );
}

#[test]
fn s0_06_a_day_that_the_record_holds_beside_the_text_counts() {
    let text = "Waste falls from nine trays to four";
    assert_eq!(flagged(TextKind::Payoff, text), ["payoff-without-horizon"]);
    let context = Context {
        horizon_days: Some(42.0),
        ..Context::default()
    };
    assert!(lint(TextKind::Payoff, text, &context).is_empty());
    let amount_only = Context {
        quantity: Some(5.0),
        ..Context::default()
    };
    assert_eq!(lint(TextKind::Payoff, text, &amount_only).len(), 1);
}

#[test]
fn s0_03_a_payoff_is_an_outcome_and_no_feature() {
    all_flagged(
        TextKind::Payoff,
        "feature-as-value",
        &[
            "Real-time dashboard with role-based permissions",
            "Integrates with Xero, Sage and QuickBooks",
            "Comes with group chat and split payments",
            "90 kW spindle and a 24-tool magazine",
            "10 % vitamin C, ferulic acid and hyaluronic acid",
            "Automated SMS reminders",
        ],
    );
}

#[test]
fn s0_32_a_run_of_features_with_an_outcome_is_no_feature_list() {
    none_flagged(
        TextKind::Payoff,
        &[
            "Automated reminders cut no-shows from nine to three within a month",
            "Two site visits less per roof from the first month, thanks to photo reports",
        ],
    );
}

#[test]
fn one_weakness_of_a_payoff_is_one_finding() {
    for (text, rule) in [
        ("Onboard faster", "vague-payoff"),
        ("Better reporting", "vague-payoff"),
        ("Automated reporting", "feature-as-value"),
        ("Cut empty kilometres by a fifth", "payoff-without-horizon"),
    ] {
        assert_eq!(flagged(TextKind::Payoff, text), [rule], "{text}");
    }
}

#[test]
fn payoffs_in_other_languages_are_left_alone() {
    none_flagged(
        TextKind::Payoff,
        &[
            "Schaden in zwei Tagen reguliert",
            "חצי מההחזרות תוך חודש",
            "収穫の記録が毎週三時間短くなる",
            "Deux jours de moins par dossier",
        ],
    );
}

#[test]
fn s0_05_a_moment_and_a_set_phrase_are_somebodys_own() {
    none_flagged(
        TextKind::Job,
        &[
            "Get each new colleague to work on day one",
            "Get the new team working by the second shift",
        ],
    );
    none_flagged(
        TextKind::Pain,
        &["We never know who has the key to the van"],
    );
    all_flagged(
        TextKind::Job,
        "vague-job",
        &["Be more productive from day one", "Be seen as an innovator"],
    );
    all_flagged(
        TextKind::Payoff,
        "vague-payoff",
        &["No more worries", "Everything in one place"],
    );
}
