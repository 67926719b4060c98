//! A team's own words are laid over the embedded ones, and a slip in them is told.

use coach::{Coach, Context, PackFault, TextKind};

fn rules(coach: &Coach, kind: TextKind, text: &str) -> Vec<String> {
    coach
        .lint(kind, text, &Context::default())
        .into_iter()
        .map(|finding| finding.rule)
        .collect()
}

#[test]
fn a_pack_adds_and_removes_words_of_one_rule() {
    let pack = r#"
        name = "our agency"
        extends = "vague-payoff"
        [lists.vague]
        add = ["turnkey", "plug~ and play"]
        remove = ["intuitive"]
    "#;
    let ours = Coach::with_packs(&[pack]).unwrap();
    let standard = Coach::standard();
    for (text, before, after) in [
        ("A turnkey shop", 0, 1),
        ("Plug-and-play tills", 0, 1),
        ("Intuitive tills at the bakery counter", 1, 0),
    ] {
        assert_eq!(rules(standard, TextKind::Ad, text).len(), before, "{text}");
        assert_eq!(rules(&ours, TextKind::Ad, text).len(), after, "{text}");
    }
}

#[test]
fn what_changes_in_a_base_reaches_every_rule_that_builds_on_it() {
    let pack = r#"
        name = "shipping"
        extends = "vague"
        [lists.abstract]
        add = ["cargo"]
    "#;
    let ours = Coach::with_packs(&[pack]).unwrap();
    for (kind, rule) in [(TextKind::Job, "vague-job"), (TextKind::Pain, "vague-pain")] {
        assert!(rules(Coach::standard(), kind, "Cargo").is_empty());
        assert_eq!(rules(&ours, kind, "Cargo"), [rule]);
    }
}

#[test]
fn a_pack_replaces_a_threshold() {
    let text = "Improve pallet labels";
    assert_eq!(rules(Coach::standard(), TextKind::Job, text), ["vague-job"]);
    let strict = "name = \"strict\"\nextends = \"vague-job\"\n[thresholds]\nspecific_enough = 2";
    let ours = Coach::with_packs(&[strict]).unwrap();
    assert!(rules(&ours, TextKind::Job, text).is_empty());
}

#[test]
fn a_pack_that_does_not_hold_is_refused_and_says_why() {
    let fault = |pack: &str| Coach::with_packs(&[pack]).unwrap_err();
    assert!(matches!(fault("name = 3"), PackFault::Unreadable(_)));
    assert!(matches!(
        fault("name = \"a\"\nwords = []"),
        PackFault::Unreadable(_)
    ));
    assert!(matches!(
        fault("name = \"a\""),
        PackFault::UnknownBase { .. }
    ));
    assert_eq!(
        fault("name = \"a\"\nextends = \"vague-jobs\"").to_string(),
        "the word pack “a” extends “vague-jobs”, which is not there"
    );
    assert_eq!(
        fault("name = \"a\"\nextends = \"vague\"\n[lists.abstract]\nremove = [\"zebra\"]")
            .to_string(),
        "the word pack “a” removes “zebra” from “abstract”, where it is not listed"
    );
    for entry in ["", "half-done", "<nowhere>", "maybe?", "a||b"] {
        let pack = format!("name = \"a\"\nextends = \"vague\"\n[lists.vague]\nadd = [\"{entry}\"]");
        assert!(
            matches!(fault(&pack), PackFault::BadPattern { .. }),
            "{entry}"
        );
    }
}
