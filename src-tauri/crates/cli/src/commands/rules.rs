//! `throughline rules`: what the coach asks, and why.

use clap::Args;
use serde::Serialize;
use workbench::{Group, Level, RuleCard};

use super::Ending;
use crate::page::{Page, QUIET};
use crate::table::{Cell, Table, text};
use crate::terminal::Terminal;
use crate::trouble::Trouble;

/// List the coach's rules: what each asks, why, and what it would rather read.
#[derive(Debug, Args)]
pub struct Rules {}

#[derive(Serialize)]
struct Catalogue {
    rules: Vec<RuleCard>,
}

impl Rules {
    /// Lists them.
    pub fn run(self, terminal: &Terminal) -> Result<Ending, Trouble> {
        let catalogue = Catalogue {
            rules: workbench::rules(),
        };
        terminal.show(&catalogue, |page| write(page, &catalogue.rules))?;
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

/// What a group is about.
const fn title(group: Group) -> &'static str {
    match group {
        Group::Segment => "Segment",
        Group::Value => "Value",
        Group::Positioning => "Positioning",
        Group::Journey => "Journey",
    }
}
