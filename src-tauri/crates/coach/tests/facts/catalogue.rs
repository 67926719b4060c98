//! The catalogue holds what it says.

use std::collections::BTreeSet;

use coach::{Context, TextKind, lint, rules};

#[test]
fn each_rule_flags_its_weak_example_and_leaves_its_strong_one_alone() {
    for rule in rules() {
        let flags = |text| {
            lint(rule.kinds[0], text, &Context::default())
                .iter()
                .any(|finding| finding.rule == rule.id)
        };
        assert!(flags(rule.weak), "{} misses its own weak example", rule.id);
        for other in rules()
            .iter()
            .filter(|other| other.kinds[0] == rule.kinds[0])
        {
            assert!(!flags(other.strong), "{} flags “{}”", rule.id, other.strong);
        }
    }
}

#[test]
fn ids_are_unique_and_kebab_case_and_what_is_silenced_exists() {
    let ids: BTreeSet<&str> = rules().iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), rules().len());
    for rule in rules() {
        assert!(
            rule.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
            "{}",
            rule.id
        );
        assert!(
            !rule.kinds.is_empty() && !rule.rows.is_empty(),
            "{}",
            rule.id
        );
        assert!(
            rule.silences.iter().all(|silenced| ids.contains(silenced)),
            "{}",
            rule.id
        );
    }
}

#[test]
fn a_slogan_is_one_weakness_and_one_finding() {
    let findings = lint(
        TextKind::Statement,
        "Work better and faster",
        &Context::default(),
    );
    let rules: Vec<&str> = findings
        .iter()
        .map(|finding| finding.rule.as_str())
        .collect();
    assert_eq!(rules, ["slogan"]);
}

#[test]
fn every_kind_is_spelled_as_it_is_written_out() {
    for &kind in TextKind::ALL {
        assert_eq!(TextKind::from_text(kind.as_str()), Some(kind));
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
    }
    assert_eq!(TextKind::from_text("slogan"), None);
}

#[test]
fn a_finding_is_written_in_the_shape_that_scripts_read() {
    let findings = lint(TextKind::Payoff, "Onboard faster", &Context::default());
    assert_eq!(
        serde_json::to_value(&findings).unwrap(),
        serde_json::json!([{
            "rule": "vague-payoff",
            "level": "warning",
            "start": 8,
            "end": 14,
            "message": "“faster” cannot be checked. Say how much changes and by when.",
        }])
    );
}
