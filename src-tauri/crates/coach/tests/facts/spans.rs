//! A finding points at words that are there, whatever the text.

use coach::{Alternative, Context, TextFinding, TextKind, lint};
use proptest::prelude::*;

fn words(text: &str, finding: &TextFinding) -> String {
    text.chars()
        .skip(finding.start as usize)
        .take((finding.end - finding.start) as usize)
        .collect()
}

/// The words each finding points at.
fn pointed(kind: TextKind, text: &str) -> Vec<String> {
    lint(kind, text, &Context::default())
        .iter()
        .map(|finding| words(text, finding))
        .collect()
}

/// Pieces that make the rules speak, with scripts, signs and marks that could break a span.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "faster",
            "SEAMLESS",
            "better",
            "all-in-one",
            "everyone",
            "who wants to",
            "all businesses",
            "women 25–45",
            "in London",
            "lookalike",
            "dashboard",
            "within",
            "the only",
            "the first",
            "that",
            "#1",
            "#",
            "No. 1",
            "leading",
            "where",
            "peace of mind",
            "lack of visibility",
            "improve",
            "productivity",
            "the future of",
            "for",
            "unlike",
            "not",
            "3 days",
            "half",
            "“",
            "”",
            "\"",
            "’",
            "‘",
            "„",
            "«",
            "»",
            ",",
            ".",
            "…",
            "\n",
            "–",
            "🚀",
            "👩‍🚀",
            "é",
            "e\u{301}",
            "İ",
            "ß",
            "שלום",
            "\u{202e}",
            "مرحبا",
            "日本語",
            "\u{ad}",
            "\u{200d}",
            "%",
            "€",
            "1,000",
            "2.",
            ".5",
            "24/7",
            "\u{0}",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    (
        prop::collection::vec(piece, 0..12),
        prop::sample::select(vec![" ", "", "-"]),
    )
        .prop_map(|(pieces, between)| pieces.join(between))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_span_lies_within_its_text_and_the_answer_never_varies(
        text in pieces(),
        kind in prop::sample::select(TextKind::ALL.to_vec()),
        name in any::<String>(),
    ) {
        let context = Context { alternatives: vec![Alternative { name, kind: None }], ..Context::default() };
        let findings = lint(kind, &text, &context);
        let length = text.chars().count();
        for finding in &findings {
            prop_assert!(finding.start < finding.end, "an empty span: {finding:?}");
            prop_assert!(finding.end as usize <= length, "a span beyond the text: {finding:?}");
            let words = words(&text, finding);
            prop_assert!(
                words.starts_with(char::is_alphanumeric) || words.starts_with(['%', '‰', '€', '$', '£', '¥', '#']),
                "a span that does not begin with a word: {words:?}"
            );
        }
        prop_assert_eq!(&findings, &lint(kind, &text, &context));
    }
}

#[test]
fn the_span_is_the_very_words_in_any_case_and_spelling() {
    for (text, expected) in [
        ("Onboard FASTER", "FASTER"),
        ("Onboard fas\u{ad}ter, please", "fas\u{ad}ter"),
        ("🚀 Work better and faster", "better and faster"),
        ("קליטה faster", "faster"),
        ("A “seamless” start", "seamless"),
        ("Hassle-free set-up", "Hassle-free"),
        ("The team’s “peace of mind”", "peace of mind"),
        ("Ｆａｓｔｅｒ refunds", "Ｆａｓｔｅｒ"),
    ] {
        assert_eq!(pointed(TextKind::Payoff, text), [expected], "{text}");
    }
}

#[test]
fn a_text_without_words_has_no_finding() {
    for text in ["", " ", "…", "🚀", "\u{202e}\u{200b}", "“”"] {
        for &kind in TextKind::ALL {
            assert!(pointed(kind, text).is_empty(), "{kind:?} {text:?}");
        }
    }
}

#[test]
fn each_sentence_of_a_long_text_is_told_once() {
    let text = "Work better. Ship faster and easier with a seamless start. Two days less per order, smoother too.";
    assert_eq!(
        pointed(TextKind::Landing, text),
        ["better", "faster and easier"]
    );
}
