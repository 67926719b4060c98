//! A rule step by step, in reading order: how many people each condition holds for alone and how
//! many it leaves, and for one person which conditions they meet.

use chain::Rule;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::DEEPEST;
use super::fault::RuleFault;
use super::selector::Selector;
use crate::profile::count;
use crate::table::Mask;

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// The head of a group whose parts must all hold.
    All,
    /// The head of a group of which any part is enough.
    Any,
    /// Membership of another segment.
    Segment,
    /// A condition on a column.
    Condition,
}

/// One line of a rule with its counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Step {
    /// How deep it is nested; the rule itself is 0.
    pub depth: u32,
    /// The way to it from the rule itself: places in lists of parts, and 0 through each `not`.
    pub path: Vec<u32>,
    /// What it is.
    pub kind: StepKind,
    /// Whether a `not` stands before it; counts are of what the line says with it.
    pub negated: bool,
    /// Rows for which it holds by itself.
    pub alone: u32,
    /// Rows left once it and all before it in the same `all` group hold; none inside `any` and
    /// negated groups, where nothing runs down.
    pub left: Option<u32>,
}

/// One line of a rule, for one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Reason {
    /// How deep it is nested; the rule itself is 0.
    pub depth: u32,
    /// The way to it from the rule itself: places in lists of parts, and 0 through each `not`.
    pub path: Vec<u32>,
    /// What it is.
    pub kind: StepKind,
    /// Whether a `not` stands before it; `met` is of what the line says with it.
    pub negated: bool,
    /// Whether the row meets it.
    pub met: bool,
    /// For a condition, its column.
    pub column: Option<String>,
    /// For a condition, the row's own value; none when it is blank.
    pub value: Option<String>,
}

struct Line {
    path: Vec<u32>,
    depth: u32,
    kind: StepKind,
    negated: bool,
    column: Option<String>,
    mask: Mask,
    left: Option<usize>,
}

impl Selector<'_> {
    /// Each line of the rule with how many rows it holds for and how many it leaves.
    ///
    /// # Errors
    /// The same as [`Selector::select`].
    pub fn funnel(&mut self, rule: &Rule) -> Result<Vec<Step>, RuleFault> {
        let steps = self.lines(rule)?.into_iter().map(|line| Step {
            depth: line.depth,
            path: line.path,
            kind: line.kind,
            negated: line.negated,
            alone: count(line.mask.count()),
            left: line.left.map(count),
        });
        Ok(steps.collect())
    }

    /// Each line of the rule with whether the row meets it, and the row's own value.
    ///
    /// # Errors
    /// The same as [`Selector::select`].
    pub fn why(&mut self, rule: &Rule, row: usize) -> Result<Vec<Reason>, RuleFault> {
        let lines = self.lines(rule)?;
        let value = |column: &String| Some(self.table().column(column)?.text(row)?.into_owned());
        let reasons = lines.into_iter().map(|line| Reason {
            depth: line.depth,
            path: line.path,
            kind: line.kind,
            negated: line.negated,
            met: line.mask.get(row),
            value: line.column.as_ref().and_then(value),
            column: line.column,
        });
        Ok(reasons.collect())
    }

    fn lines(&mut self, rule: &Rule) -> Result<Vec<Line>, RuleFault> {
        let mut lines = Vec::new();
        let everyone = Mask::all(self.table().rows());
        self.trace(rule, Vec::new(), 0, Some(&everyone), &mut lines)?;
        Ok(lines)
    }

    /// Adds the lines of a rule and gives its rows. `entering` are the people who got this far.
    fn trace(
        &mut self,
        rule: &Rule,
        path: Vec<u32>,
        depth: usize,
        entering: Option<&Mask>,
        lines: &mut Vec<Line>,
    ) -> Result<Mask, RuleFault> {
        let (mut inner, mut negated) = (rule, false);
        let mut way = path.clone();
        while let Rule::Not { not } = inner {
            inner = not;
            negated = !negated;
            way.push(0);
        }
        if way.len().max(depth) > DEEPEST {
            return Err(RuleFault::TooDeep);
        }
        let at = lines.len();
        let (kind, column) = match inner {
            Rule::All { .. } => (StepKind::All, None),
            Rule::Any { .. } => (StepKind::Any, None),
            Rule::Column(condition) => (StepKind::Condition, Some(condition.column.clone())),
            Rule::Segment { .. } | Rule::Not { .. } => (StepKind::Segment, None),
        };
        let depth_shown = u32::try_from(depth).unwrap_or(u32::MAX);
        let mask = Mask::default();
        lines.push(Line {
            path,
            depth: depth_shown,
            kind,
            negated,
            column,
            mask,
            left: None,
        });
        let rows = self.table().rows();
        let mut mask = match inner {
            Rule::All { all } => {
                let mut mask = Mask::all(rows);
                let mut running = entering.filter(|_| !negated).cloned();
                for (place, part) in all.iter().enumerate() {
                    let way = [way.as_slice(), &[count(place)]].concat();
                    let part = self.trace(part, way, depth + 1, running.as_ref(), lines)?;
                    if let Some(running) = &mut running {
                        running.intersect(&part);
                    }
                    mask.intersect(&part);
                }
                mask
            }
            Rule::Any { any } => {
                let mut mask = Mask::none(rows);
                for (place, part) in any.iter().enumerate() {
                    let way = [way.as_slice(), &[count(place)]].concat();
                    mask.unite(&self.trace(part, way, depth + 1, None, lines)?);
                }
                mask
            }
            leaf => self.rows(leaf, depth)?,
        };
        if negated {
            mask.invert();
        }
        if let Some(line) = lines.get_mut(at) {
            line.left = entering.map(|entering| entering.count_and(&mask));
            line.mask = mask.clone();
        }
        Ok(mask)
    }
}
