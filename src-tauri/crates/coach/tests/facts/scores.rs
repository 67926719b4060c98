//! How often the coach is right, measured on labelled texts.

use std::collections::{BTreeMap, BTreeSet};

use coach::rules;

use crate::corpus::{Labelled, corpus};

/// Right, false and missed findings.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Count {
    fn precision(self) -> f64 {
        f64::from(self.right) / f64::from(self.right + self.wrong)
    }

    fn recall(self) -> f64 {
        f64::from(self.right) / f64::from(self.right + self.missed)
    }
}

/// The count of every rule and, under "all", of all together.
fn count(texts: &[Labelled]) -> BTreeMap<String, Count> {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for text in texts {
        let found = text.found();
        for rule in found.union(&text.rules) {
            let (is_found, is_label) = (found.contains(rule), text.rules.contains(rule));
            for name in [rule.as_str(), "all"] {
                let count = counts.entry(name.to_owned()).or_default();
                count.right += u32::from(is_found && is_label);
                count.wrong += u32::from(is_found && !is_label);
                count.missed += u32::from(!is_found && is_label);
            }
        }
    }
    counts
}

/// Prints the texts that are read otherwise than they are labelled. Only for those that may be
/// looked at while tuning.
fn tell_mistakes(texts: &[Labelled]) {
    for text in texts {
        let found = text.found();
        if found != text.rules {
            println!(
                "{} {:?} found {found:?} not {:?} for {}",
                text.id, text.kind, text.rules, text.text
            );
        }
    }
}

fn print(title: &str, counts: &BTreeMap<String, Count>) {
    println!("{title}");
    for (rule, count) in counts {
        println!(
            "  {rule:24} precision {:.2} recall {:.2}   right {:3} wrong {:3} missed {:3}",
            count.precision(),
            count.recall(),
            count.right,
            count.wrong,
            count.missed
        );
    }
}

fn holds(title: &str, texts: &[Labelled]) {
    let counts = count(texts);
    print(title, &counts);
    let all = counts["all"];
    assert!(
        all.precision() >= 0.90,
        "{title}: precision {:.3}",
        all.precision()
    );
    assert!(all.recall() >= 0.80, "{title}: recall {:.3}", all.recall());
    for (rule, count) in &counts {
        assert!(
            count.precision() >= 0.75,
            "{title}: {rule} has precision {:.3}",
            count.precision()
        );
    }
}
