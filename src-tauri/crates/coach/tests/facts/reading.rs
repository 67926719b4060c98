//! How a text is read, and what the rules on vagueness and slogans make of it.

use coach::{Alternative, Context, TextKind, lint};

use crate::flags::{all_flagged, flagged, none_flagged, none_name};

#[test]
fn s0_05_job_pain_and_payoff_are_each_checked_for_vagueness_by_their_own_rule() {
    all_flagged(
        TextKind::Job,
        "vague-job",
        &[
            "Be more efficient",
            "Grow the business",
            "Improve productivity",
        ],
    );
    all_flagged(
        TextKind::Pain,
        "vague-pain",
        &[
            "Inefficient processes",
            "Lack of visibility",
            "Things take too long",
        ],
    );
    all_flagged(
        TextKind::Payoff,
        "vague-payoff",
        &[
            "Work better and faster",
            "Seamless experience",
            "Peace of mind",
            "Onboard faster",
        ],
    );
    none_flagged(
        TextKind::Job,
        &["Close the month in five working days without chasing receipts"],
    );
    none_flagged(
        TextKind::Pain,
        &["The controller retypes 300 supplier invoices a month and finds the mistakes at audit"],
    );
    none_flagged(
        TextKind::Payoff,
        &["Approve invoices 3 days faster within 30 days"],
    );
}

#[test]
fn s0_31_a_statement_that_is_a_slogan_is_flagged_and_a_tagline_is_not_read() {
    all_flagged(
        TextKind::Statement,
        "slogan",
        &[
            "Just do it",
            "Grow without limits",
            "The future of work",
            "Your HR, reimagined",
        ],
    );
    none_flagged(
        TextKind::Statement,
        &[
            "For HR teams that lose new hires in week one, every account ready before day one, unlike IT tickets",
            "Payroll for restaurants in ten minutes a week, not in a spreadsheet on Sunday night",
        ],
    );
    none_flagged(TextKind::Ad, &["Just do it"]);
}

#[test]
fn an_amount_makes_a_worn_out_word_checkable_and_a_deadline_alone_does_not() {
    none_name(
        TextKind::Payoff,
        "vague-payoff",
        &[
            "Three days faster",
            "Refunds a day faster",
            "Twice as fast and easier to audit",
            "Faster replies, within two hours",
            "12 % better yield",
        ],
    );
    all_flagged(
        TextKind::Payoff,
        "vague-payoff",
        &[
            "Onboard faster within 30 days",
            "Onboard faster by 2027",
            "Faster answers, 24/7",
            "Easier hiring for companies of 200–1,000 people",
        ],
    );
}

#[test]
fn an_amount_that_the_record_holds_beside_the_text_counts() {
    let context = Context {
        quantity: Some(3.0),
        horizon_days: Some(30.0),
        ..Context::default()
    };
    assert!(lint(TextKind::Payoff, "Approve invoices faster", &context).is_empty());
}

#[test]
fn what_is_denied_quoted_or_a_rivals_is_not_the_texts_own_claim() {
    none_flagged(
        TextKind::Landing,
        &[
            "Not a seamless suite. A list of who is late.",
            "Unlike suites that promise a seamless experience, we keep the drawing current.",
            "Others call it “peace of mind”; we call back before noon.",
            "A binder instead of a frictionless portal.",
        ],
    );
    all_flagged(
        TextKind::Landing,
        "vague-payoff",
        &[
            "Not only faster, also on paper.",
            "“Work better and faster”",
        ],
    );
}

#[test]
fn a_set_phrase_is_not_a_worn_out_word() {
    none_flagged(
        TextKind::Ad,
        &[
            "Fast food that arrives hot",
            "The quick start guide fits on one page",
        ],
    );
}

#[test]
fn an_alternative_that_the_record_lists_says_against_what() {
    let text = "Counts your shelves, not Excel";
    assert_eq!(flagged(TextKind::Statement, text), ["slogan"]);
    let context = Context {
        alternatives: vec![Alternative {
            name: "excel".to_owned(),
            ..Alternative::default()
        }],
        ..Context::default()
    };
    assert!(lint(TextKind::Statement, text, &context).is_empty());
}

#[test]
fn a_language_without_word_lists_is_left_alone() {
    none_flagged(
        TextKind::Statement,
        &[
            "Die Zukunft der Arbeit",
            "Crece sin límites",
            "未来の働き方",
            "עתיד העבודה",
        ],
    );
    none_flagged(TextKind::Pain, &["Mangelnde Transparenz"]);
}

#[test]
fn messages_repeat_the_words_and_say_what_to_write() {
    let findings = lint(TextKind::Payoff, "Onboard faster", &Context::default());
    assert_eq!(
        findings[0].message,
        "“faster” cannot be checked. Say how much changes and by when."
    );
    let findings = lint(TextKind::Statement, "Just do it", &Context::default());
    assert_eq!(
        findings[0].message,
        "This is a slogan: it does not say for whom, what changes or against what. \
         Keep it as the tagline and write that here."
    );
}
