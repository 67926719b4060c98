//! What is flagged in a text, as the facts ask for it.

use coach::{Context, TextKind, lint};

/// The rules that speak, in the order of the text.
pub fn flagged(kind: TextKind, text: &str) -> Vec<String> {
    lint(kind, text, &Context::default())
        .into_iter()
        .map(|finding| finding.rule)
        .collect()
}

/// The words each finding of the rule points at.
pub fn pointed(kind: TextKind, rule: &str, text: &str) -> Vec<String> {
    lint(kind, text, &Context::default())
        .iter()
        .filter(|finding| finding.rule == rule)
        .map(|finding| {
            text.chars()
                .skip(finding.start as usize)
                .take((finding.end - finding.start) as usize)
                .collect()
        })
        .collect()
}

/// The rule speaks on each text, once, and no other does.
#[track_caller]
pub fn all_flagged(kind: TextKind, rule: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(flagged(kind, text), [rule], "{text}");
    }
}

/// The rule speaks on each text, whatever others say.
#[track_caller]
pub fn all_name(kind: TextKind, rule: &str, texts: &[&str]) {
    for text in texts {
        let found = flagged(kind, text);
        assert!(
            found.iter().any(|other| other == rule),
            "{found:?} on {text}"
        );
    }
}

/// No rule speaks on any of the texts.
#[track_caller]
pub fn none_flagged(kind: TextKind, texts: &[&str]) {
    for text in texts {
        assert_eq!(flagged(kind, text), [""; 0], "{text}");
    }
}

/// The rule is quiet on each text, whatever others say.
#[track_caller]
pub fn none_name(kind: TextKind, rule: &str, texts: &[&str]) {
    for text in texts {
        let found = flagged(kind, text);
        assert!(found.iter().all(|other| other != rule), "{rule} on {text}");
    }
}
