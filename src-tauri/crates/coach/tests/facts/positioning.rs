//! What the rules on positioning flag beyond slogans, and what they leave alone.

use coach::{Alternative, Context, Proof, TextKind, lint};

use crate::flags::{all_flagged, flagged, none_flagged, pointed};

#[test]
fn s0_28_a_statement_names_what_it_replaces() {
    all_flagged(
        TextKind::Statement,
        "no-alternative",
        &[
            "For practices with more than three chairs, Recall fills a cancelled slot within the hour.",
            "Owner-drivers with three trucks find a return load before they leave the depot.",
            "For tenants without a roof of their own, a balcony panel that pays for itself in three years.",
        ],
    );
    none_flagged(
        TextKind::Statement,
        &[
            "For practices with more than three chairs, Recall fills a cancelled slot by text, unlike a list on paper.",
            "For practices with three chairs, Recall fills a slot by text, not by a receptionist.",
            "For landlords of mixed buildings, a quote in ten minutes, where the wholesale desk takes a week.",
            "Owner-drivers find a load before they leave the depot; brokers call back the next morning.",
            "Small journals get proofs back eight days earlier than by email.",
            "Growers see which row is dry, no agronomist needed.",
        ],
    );
}

#[test]
fn s0_28_an_alternative_that_the_record_lists_counts_where_the_text_names_it() {
    let text = "For HR teams with six starters a month, Warmstart has accounts ready on day one and Jira does not.";
    assert_eq!(flagged(TextKind::Statement, text), ["no-alternative"]);
    let context = Context {
        alternatives: vec![Alternative {
            name: "jira".to_owned(),
            ..Alternative::default()
        }],
        ..Context::default()
    };
    assert!(lint(TextKind::Statement, text, &context).is_empty());
    let unnamed =
        "For HR teams with six starters a month, Warmstart has accounts ready on day one.";
    let found = lint(TextKind::Statement, unnamed, &context);
    assert_eq!(found.len(), 1);
    assert!(found[0].message.contains("“jira”"), "{}", found[0].message);
}

#[test]
fn s0_34_words_that_any_rival_could_print_are_flagged() {
    for kind in [
        TextKind::Differentiator,
        TextKind::Ad,
        TextKind::Landing,
        TextKind::Sales,
    ] {
        all_flagged(
            kind,
            "generic-claim",
            &[
                "Best-in-class support",
                "An ALL‑IN‑ONE suite",
                "Powerful software for dental practices",
                "The leading provider of recall services",
                "A next-generation bank account",
                "AI-powered recall",
            ],
        );
    }
}

#[test]
fn s0_34_the_same_words_said_of_something_else_are_left_alone() {
    none_flagged(
        TextKind::Landing,
        &[
            "Not an all-in-one. One list, for one auditor.",
            "Unlike all-in-one suites, Cardea does the audit file.",
            "They call themselves “best in class”. We print how many bags came back.",
            "A leading indicator of drought stress, read at dawn.",
            "Leading landlords through eviction law, one form at a time",
            "Cordless power tools on hire from Monday",
            "A powerful 90 kW motor on a bench",
            "Best before: see the lid.",
        ],
    );
}

#[test]
fn s0_33_a_claim_to_be_the_only_one_needs_a_proof() {
    all_flagged(
        TextKind::Differentiator,
        "unique-without-proof",
        &[
            "The only recall service that calls back within four minutes",
            "We are the first to fill chairs by text",
            "The world’s first balcony panel with a sealed socket",
            "The #1 recall service",
            "Number one for freelancers",
            "No. 1 among nurses",
            "Our forecast is unique",
            "No one else matches loads by the driver's way home",
            "Unlike any other course",
        ],
    );
    let shown = Context {
        proofs: vec![Proof {
            text: "Median call-back 3 min 40 s over 2,113 calls".to_owned(),
            ..Proof::default()
        }],
        ..Context::default()
    };
    let text = "The only recall service that calls back within four minutes";
    assert!(lint(TextKind::Differentiator, text, &shown).is_empty());
    none_flagged(
        TextKind::Ad,
        &[
            "Ranked first of 14 group apps by Stiftung Warentest, 3/2026",
            "Rated #1 in a 2025 survey of 12,000 households",
        ],
    );
}

#[test]
fn s0_33_only_and_first_in_somebodys_life_claim_nothing() {
    none_flagged(
        TextKind::Ad,
        &[
            "Only 14 days left",
            "First aid for a lapsed card",
            "Your first week, hour by hour",
            "The only invoice they pay late",
            "The first month is free",
            "The only thing left for you is to sign.",
            "The first break date appears while the others load.",
            "Every vendor tells you theirs is the #1 platform, so nobody else needs to.",
            "A unique ID on each crate",
        ],
    );
}

#[test]
fn praise_and_its_worn_out_words_are_one_finding() {
    assert_eq!(
        flagged(TextKind::Ad, "Our most innovative serum yet"),
        ["generic-claim"]
    );
}

#[test]
fn a_finding_points_at_the_claim_itself() {
    for (rule, text, words) in [
        (
            "generic-claim",
            "✨ Our cutting‑edge, world-class serum",
            "cutting‑edge, world-class",
        ),
        (
            "unique-without-proof",
            "שלום – the only serum that listens",
            "the only serum",
        ),
        ("unique-without-proof", "We are #1.", "#1"),
    ] {
        assert_eq!(pointed(TextKind::Ad, rule, text), [words], "{text}");
    }
}
