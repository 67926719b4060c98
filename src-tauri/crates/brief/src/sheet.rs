//! The brief as it is read: every wording and figure decided once, for all renderings.
//!
//! A [`Sheet`] holds clean texts in reading order. The renderings only lay it out, so that what
//! Markdown and PDF say cannot drift apart.

use serde::Serialize;

use crate::clean;
use crate::figure;
use crate::model::{Brief, StatementRole};

mod missing;
mod plot;
mod results;
mod stands_on;
mod value;
mod who;

pub use missing::{MISSING, Missing};
pub use results::{Cell, Results, Row};
pub use stands_on::StandsOn;
pub use value::{Payoff, Value};
pub use who::{Axis, Who};

/// The whole brief in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sheet {
    /// The segment's name.
    pub title: String,
    /// The offering's name, or empty.
    pub offering: String,
    /// The day.
    pub date: String,
    /// The author, or empty.
    pub author: String,
    /// What the segment decides.
    pub decision: Decision,
    /// The six links.
    pub line: Line,
    /// The statement's runs; empty when nothing is written.
    pub statement: Vec<Run>,
    /// The line under the statement, or empty.
    pub standing: String,
    /// Who they are.
    pub who: Who,
    /// How they decide.
    pub decides: Vec<Axis>,
    /// Whom it is for.
    pub fits: Vec<String>,
    /// Whom it is not for.
    pub not_for: Vec<String>,
    /// How they are reached.
    pub reach: Vec<String>,
    /// Jobs, pains and payoffs.
    pub value: Value,
    /// Problem, why now, differentiator, tagline: a name and a text each.
    pub parts: Vec<Part>,
    /// What is replaced.
    pub alternatives: Vec<Alternative>,
    /// The words they meet.
    pub journey: Vec<Touchpoint>,
    /// What they then did.
    pub results: Results,
    /// Notes, a sentence each.
    pub notes: Vec<String>,
    /// What it stands on.
    pub stands_on: StandsOn,
}

/// The decision in words.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Decision {
    /// The question; empty when there is no decision.
    pub question: String,
    /// Owner and day: `Owner: Mira Albrecht. By 31 Jan 2027.`
    pub terms: String,
    /// What can be chosen.
    pub options: Vec<String>,
}

/// The six links in words.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Line {
    /// The links in order.
    pub links: Vec<Link>,
    /// Whether the line is the primary segment's.
    pub primary: bool,
    /// Whether the line ends in a stop bar.
    pub not_for_us: bool,
    /// The drawing in words.
    pub alt: String,
}

/// One link in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Link {
    /// Its name.
    pub name: &'static str,
    /// The state's name, by which it is drawn.
    pub state: &'static str,
    /// The state in words.
    pub words: String,
}

/// A run of the statement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Run {
    /// The words with their own spaces.
    pub text: String,
    /// Whose words they are.
    pub role: StatementRole,
}

/// A named text that may be missing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// The text; empty when nobody wrote it.
    pub text: String,
    /// A word about its kind, or empty.
    pub kind: String,
}

/// An alternative in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alternative {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: String,
    /// Where it fails them, or empty.
    pub weakness: String,
}

/// Words of the journey.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Touchpoint {
    /// Where.
    pub kind: String,
    /// The words, which may have several lines.
    pub text: String,
}

impl Sheet {
    /// Reads a brief into words.
    pub fn of(brief: &Brief) -> Self {
        let title = clean::line(&brief.segment);
        let title = if title.is_empty() {
            "Segment without a name".to_owned()
        } else {
            title
        };
        Self {
            offering: clean::line(&brief.offering),
            date: clean::line(&brief.date),
            author: clean::line(&brief.author),
            decision: decision(brief),
            line: line(brief),
            statement: statement(brief),
            standing: clean::line(&brief.positioning.standing),
            who: Who::of(&brief.who),
            decides: who::axes(&brief.decides),
            fits: clean::list(&brief.fits),
            not_for: clean::list(&brief.not_for),
            reach: clean::list(&brief.reach),
            value: Value::of(&brief.value),
            parts: parts(brief),
            alternatives: alternatives(brief),
            journey: journey(brief),
            results: Results::of(&brief.results, &title),
            notes: clean::list(&brief.notes),
            stands_on: StandsOn::of(&brief.basis),
            title,
        }
    }
}

/// A word with its first letter as a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn decision(brief: &Brief) -> Decision {
    let Some(decision) = &brief.decision else {
        return Decision::default();
    };
    let question = clean::line(&decision.question);
    let named = [("Owner: ", &decision.owner), ("By ", &decision.due)];
    let terms = named.iter().filter_map(|(name, text)| {
        let text = clean::line(text);
        (!text.is_empty()).then(|| format!("{name}{}.", text.trim_end_matches('.')))
    });
    Decision {
        question: if question.is_empty() {
            MISSING.question.to_owned()
        } else {
            ended(question)
        },
        terms: terms.collect::<Vec<_>>().join(" "),
        options: clean::list(&decision.options),
    }
}

/// A sentence with a sign at its end, in whatever script.
fn ended(mut text: String) -> String {
    if text.ends_with(char::is_alphanumeric) {
        text.push('.');
    }
    text
}

fn line(brief: &Brief) -> Line {
    let links = brief.line.links().map(|(name, link)| Link {
        name,
        state: link.state.word(),
        words: clean::line(link.words()),
    });
    let each = links.iter().map(|link| {
        if link.words == link.state {
            format!("{} {}", link.name, link.state)
        } else {
            format!("{} {} ({})", link.name, link.state, link.words)
        }
    });
    let each = each.collect::<Vec<_>>().join(", ");
    Line {
        alt: format!("The line from decision to results: {each}."),
        links: links.into(),
        primary: brief.line.primary,
        not_for_us: brief.line.not_for_us,
    }
}

fn statement(brief: &Brief) -> Vec<Run> {
    let runs = brief.positioning.statement.iter().map(|part| Run {
        text: clean::run(&part.text),
        role: part.role,
    });
    let runs: Vec<Run> = runs.filter(|run| !run.text.is_empty()).collect();
    // Glue alone holds nothing together.
    if runs.iter().all(|run| run.role == StatementRole::Glue) {
        Vec::new()
    } else {
        runs
    }
}

fn parts(brief: &Brief) -> Vec<Part> {
    let positioning = &brief.positioning;
    let plain = |name, text: &str| Part {
        name,
        text: clean::text(text),
        kind: String::new(),
    };
    let differentiator = positioning.differentiator.as_ref();
    let mut parts = vec![
        plain("Problem", &positioning.problem),
        plain("Why now", &positioning.why_now),
        Part {
            name: "What differs",
            text: differentiator
                .map(|d| clean::text(&d.text))
                .unwrap_or_default(),
            kind: differentiator
                .map(|d| clean::line(&d.kind))
                .unwrap_or_default(),
        },
    ];
    // A tagline is only an echo; a brief without one lacks nothing.
    parts.extend(Some(plain("Tagline", &positioning.tagline)).filter(|part| !part.text.is_empty()));
    parts
}

fn alternatives(brief: &Brief) -> Vec<Alternative> {
    let all = brief
        .positioning
        .alternatives
        .iter()
        .map(|alternative| Alternative {
            name: clean::line(&alternative.name),
            kind: clean::line(&alternative.kind),
            weakness: clean::line(&alternative.weakness),
        });
    all.filter(|a| !(a.name.is_empty() && a.weakness.is_empty() && a.kind.is_empty()))
        .collect()
}

fn journey(brief: &Brief) -> Vec<Touchpoint> {
    let all = brief.journey.iter().map(|touchpoint| Touchpoint {
        kind: capital(&clean::line(&touchpoint.kind)),
        text: clean::text(&touchpoint.text),
    });
    all.filter(|touchpoint| !touchpoint.text.is_empty())
        .collect()
}

/// `1 customer`, `7,043 customers`: English plurals of the few words a unit can be.
fn counted(n: f64, unit: &str) -> String {
    let unit = if unit.is_empty() { "row" } else { unit };
    let plural = n != 1.0 && !unit.ends_with('s');
    format!(
        "{} {unit}{}",
        figure::count(n),
        if plural { "s" } else { "" }
    )
}
