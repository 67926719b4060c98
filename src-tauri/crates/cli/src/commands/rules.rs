//! `throughline rules`: what the coach asks, and why.

use clap::Args;
use serde::Serialize;
use workbench::{Group, Level, RuleCard, Scores};

use super::Ending;
use crate::page::{Page, QUIET};
use crate::table::{Cell, Table, figures, text};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// List the coach's rules: what each asks, why, and what it would rather read.
#[derive(Debug, Args)]
pub struct Rules {
    /// Say how often each rule over texts was right on labelled texts, as measured
    #[arg(long)]
    scores: bool,
}

#[derive(Serialize)]
struct Catalogue {
    rules: Vec<RuleCard>,
    #[serde(skip_serializing_if = "Option::is_none")]
    measured: Option<Scores>,
}

impl Rules {
    /// Lists them.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let catalogue = Catalogue {
            rules: workbench::rules(),
            measured: self.scores.then(workbench::scores),
        };
        terminal.show(&catalogue, |page| match &catalogue.measured {
            Some(scores) => write_scores(page, scores),
            None => write(page, &catalogue.rules),
        })?;
        Ok(Ending::Done)
    }
}

fn write(page: &mut Page, rules: &[RuleCard]) {
    for group in rules.chunk_by(|a, b| a.group == b.group) {
        let Some(first) = group.first() else { continue };
        page.title(title(first.group));
        let mut table = Table::new([text("rule"), text("level"), text("what it asks, and why")]);
        for rule in group {
            let level = match rule.level {
                Level::Blocker => "blocker",
                Level::Warning => "warning",
                Level::Hint => "hint",
            };
            table.row([
                Cell::from(&rule.id),
                Cell::styled(QUIET, level),
                Cell::from(format!("{} {}", rule.question, rule.why))
                    .over(&format!("weak: {}", rule.weak))
                    .over(&format!("strong: {}", rule.strong))
                    .over(&format!("looks at: {}", rule.looks_at.join(", "))),
            ]);
        }
        page.table(&table);
        page.gap();
    }
}

fn write_scores(page: &mut Page, scores: &Scores) {
    let mut table = Table::new([
        text("rule"),
        figures("precision"),
        figures("recall"),
        figures("right"),
        figures("wrong"),
        figures("missed"),
    ]);
    let share = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |it| format!("{it:.2}"));
    for score in &scores.scores {
        table.row([
            Cell::from(&score.rule),
            Cell::from(share(score.precision)),
            Cell::from(share(score.recall)),
            Cell::from(score.right.to_string()),
            Cell::from(score.wrong.to_string()),
            Cell::from(score.missed.to_string()),
        ]);
    }
    page.table(&table);
    page.gap();
    page.aside(&format!(
        "Measured on {} labelled texts that nothing was tuned on; their author also wrote those for tuning. Texts of strangers may be read less well.",
        scores.texts
    ));
}

/// What a group is about.
const fn title(group: Group) -> &'static str {
    match group {
        Group::Segment => "Segment",
        Group::Value => "Value",
        Group::Positioning => "Positioning",
        Group::Journey => "Journey",
    }
}
