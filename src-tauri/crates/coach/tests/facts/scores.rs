//! How often the coach is right, measured on labelled texts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use coach::{Context, TextKind, lint, rules};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Labelled {
    id: String,
    kind: TextKind,
    industry: String,
    text: String,
    rules: BTreeSet<String>,
    #[serde(default)]
    split: Option<String>,
}

/// Right, false and missed findings.
#[derive(Debug, Clone, Copy, Default)]
struct Score {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Score {
    fn precision(self) -> f64 {
        f64::from(self.right) / f64::from(self.right + self.wrong)
    }

    fn recall(self) -> f64 {
        f64::from(self.right) / f64::from(self.right + self.missed)
    }
}

fn corpus(file: &str) -> Vec<Labelled> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/coach");
    std::fs::read_to_string(folder.join(file))
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The rules that speak on a text.
fn found(text: &Labelled) -> BTreeSet<String> {
    lint(text.kind, &text.text, &Context::default())
        .into_iter()
        .map(|finding| finding.rule)
        .collect()
}

/// The score of every rule and, under "all", of all together.
fn scores(texts: &[Labelled]) -> BTreeMap<String, Score> {
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    for text in texts {
        let found = found(text);
        for rule in found.union(&text.rules) {
            let (is_found, is_label) = (found.contains(rule), text.rules.contains(rule));
            for name in [rule.as_str(), "all"] {
                let score = scores.entry(name.to_owned()).or_default();
                score.right += u32::from(is_found && is_label);
                score.wrong += u32::from(is_found && !is_label);
                score.missed += u32::from(!is_found && is_label);
            }
        }
    }
    scores
}

/// Prints the texts that are read otherwise than they are labelled. Only for those that may be
/// looked at while tuning.
fn tell_mistakes(texts: &[Labelled]) {
    for text in texts {
        let found = found(text);
        if found != text.rules {
            println!(
                "{} {:?} found {found:?} for {}",
                text.id, text.kind, text.text
            );
        }
    }
}

fn print(title: &str, scores: &BTreeMap<String, Score>) {
    println!("{title}");
    for (rule, score) in scores {
        println!(
            "  {rule:14} precision {:.2} recall {:.2}   right {:3} wrong {:3} missed {:3}",
            score.precision(),
            score.recall(),
            score.right,
            score.wrong,
            score.missed
        );
    }
}

fn holds(title: &str, texts: &[Labelled]) {
    let scores = scores(texts);
    print(title, &scores);
    let all = scores["all"];
    assert!(
        all.precision() >= 0.90,
        "{title}: precision {:.3}",
        all.precision()
    );
    assert!(all.recall() >= 0.80, "{title}: recall {:.3}", all.recall());
    for rule in rules() {
        let precision = scores[rule.id].precision();
        assert!(
            precision >= 0.75,
            "{title}: {} has precision {precision:.3}",
            rule.id
        );
    }
}

#[test]
fn the_corpus_is_large_varied_and_half_sound() {
    let texts = corpus("vague-and-slogan.jsonl");
    assert!(texts.len() >= 160);
    let industries: BTreeSet<&str> = texts.iter().map(|text| text.industry.as_str()).collect();
    assert!(industries.len() >= 8, "{industries:?}");
    let sound = texts.iter().filter(|text| text.rules.is_empty()).count();
    assert!(
        sound * 20 >= texts.len() * 9,
        "only {sound} of {} are sound",
        texts.len()
    );
    let ids: BTreeSet<&str> = texts.iter().map(|text| text.id.as_str()).collect();
    assert_eq!(ids.len(), texts.len(), "an id is used twice");
    let known: BTreeSet<&str> = rules().iter().map(|rule| rule.id).collect();
    for label in texts.iter().flat_map(|text| &text.rules) {
        assert!(known.contains(label.as_str()), "no rule is called {label}");
    }
}

/// The part of the first corpus that is marked so.
fn split(name: &str) -> Vec<Labelled> {
    let mut texts = corpus("vague-and-slogan.jsonl");
    texts.retain(|text| text.split.as_deref() == Some(name));
    texts
}

#[test]
fn on_the_test_split_nine_findings_in_ten_are_right() {
    holds("test split", &split("test"));
}

#[test]
fn on_texts_written_after_tuning_nine_findings_in_ten_are_right() {
    holds("held out", &corpus("held-out.jsonl"));
}

#[test]
fn the_texts_used_for_tuning_are_read_right() {
    let mut texts = split("tune");
    texts.extend(corpus("second-set.jsonl"));
    texts.extend(corpus("third-set.jsonl"));
    tell_mistakes(&texts);
    holds("tuning", &texts);
}
