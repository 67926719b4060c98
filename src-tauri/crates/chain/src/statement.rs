//! The positioning statement, composed from its parts.
//!
//! > For **whom**, *offering* is the **category** that **benefit**, because **why believe**. Unlike
//! > **alternatives**, it is **differentiator**. The problem: **problem**. It matters now: **why now**.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::records::{Alternative, Offering, Positioning, Version};

/// The parts a person writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// For whom it is.
    ForWhom,
    /// Their problem.
    Problem,
    /// The offering's name.
    Offering,
    /// The category.
    Category,
    /// The key benefit.
    Benefit,
    /// Why believe it.
    WhyBelieve,
    /// What it replaces.
    Alternatives,
    /// How it differs.
    Differentiator,
    /// Why now.
    WhyNow,
}

/// A run of words: glue, or a part somebody wrote, or a part that nobody has written yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Run {
    /// The part, or none for glue words.
    pub part: Option<Part>,
    /// The words; for a part not written yet, its question.
    pub text: String,
    /// Whether the part is not written yet.
    pub missing: bool,
}

/// A composed statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Statement {
    /// The words in reading order.
    pub runs: Vec<Run>,
    /// The four questions, and whether each is answered: whom, problem, benefit, why believe.
    pub questions: Vec<Question>,
    /// Words written by people and glue together, missing parts aside.
    pub words: u32,
    /// Seconds to read it aloud, at 150 words a minute.
    pub seconds: u32,
}

/// One of the four questions of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Question {
    /// Which part answers it.
    pub part: Part,
    /// Whether it is answered.
    pub answered: bool,
}

/// The words of a positioning, whatever holds them: the current one or a version.
struct Words<'a> {
    for_whom: &'a str,
    problem: &'a str,
    benefit: &'a str,
    why_believe: &'a str,
    category: &'a str,
    why_now: &'a str,
    differentiator: &'a str,
    alternatives: &'a [Alternative],
}

/// The statement of a positioning as it stands.
pub fn compose(offering: &Offering, positioning: &Positioning) -> Statement {
    written(
        offering,
        &Words {
            for_whom: &positioning.for_whom,
            problem: &positioning.problem,
            benefit: &positioning.benefit,
            why_believe: &positioning.why_believe,
            category: &positioning.category,
            why_now: &positioning.why_now,
            differentiator: &positioning.differentiator.text,
            alternatives: &positioning.alternatives,
        },
    )
}

/// The statement of an earlier version.
pub fn compose_version(offering: &Offering, version: &Version) -> Statement {
    written(
        offering,
        &Words {
            for_whom: &version.for_whom,
            problem: &version.problem,
            benefit: &version.benefit,
            why_believe: &version.why_believe,
            category: &version.category,
            why_now: &version.why_now,
            differentiator: &version.differentiator.text,
            alternatives: &version.alternatives,
        },
    )
}

fn written(offering: &Offering, words: &Words<'_>) -> Statement {
    let category = if words.category.trim().is_empty() {
        &offering.category
    } else {
        words.category
    };
    let replaced = listed(words.alternatives);
    let mut writer = Writer::default();
    writer.glue("For ");
    writer.part(Part::ForWhom, words.for_whom, "for whom?");
    writer.glue(", ");
    writer.part(Part::Offering, &offering.name, "the offering");
    writer.glue(" is the ");
    writer.part(Part::Category, category, "what kind of thing?");
    writer.glue(" that ");
    writer.part(Part::Benefit, words.benefit, "what do they get?");
    writer.glue(", because ");
    writer.part(Part::WhyBelieve, words.why_believe, "why believe it?");
    writer.glue(". Unlike ");
    writer.part(Part::Alternatives, &replaced, "what they use instead");
    writer.glue(", it is ");
    writer.part(
        Part::Differentiator,
        words.differentiator,
        "how does it differ?",
    );
    writer.glue(". The problem: ");
    writer.part(Part::Problem, words.problem, "what gets in their way?");
    writer.glue(".");
    // The trigger strengthens a statement and is no part of its minimum: without one, nothing is said.
    if !words.why_now.trim().is_empty() {
        writer.glue(" It matters now: ");
        writer.part(Part::WhyNow, words.why_now, "");
        writer.glue(".");
    }
    let answered = |part, text: &str| Question {
        part,
        answered: !text.trim().is_empty(),
    };
    let words_written: usize = writer
        .runs
        .iter()
        .filter(|run| !run.missing)
        .map(|run| {
            run.text
                .split_whitespace()
                .filter(|w| w.chars().any(char::is_alphanumeric))
                .count()
        })
        .sum();
    let count = u32::try_from(words_written).unwrap_or(u32::MAX);
    Statement {
        runs: writer.runs,
        questions: vec![
            answered(Part::ForWhom, words.for_whom),
            answered(Part::Problem, words.problem),
            answered(Part::Benefit, words.benefit),
            answered(Part::WhyBelieve, words.why_believe),
        ],
        words: count,
        seconds: (count.saturating_mul(2)).div_ceil(5),
    }
}

impl Statement {
    /// The statement as one text; parts not written yet stand as `[question]`.
    pub fn text(&self) -> String {
        self.runs
            .iter()
            .map(|run| {
                if run.missing {
                    format!("[{}]", run.text)
                } else {
                    run.text.clone()
                }
            })
            .collect()
    }

    /// Whether every one of the four questions is answered and something is replaced.
    pub fn is_complete(&self) -> bool {
        self.questions.iter().all(|question| question.answered)
            && !self
                .runs
                .iter()
                .any(|r| r.part == Some(Part::Alternatives) && r.missing)
    }
}

/// `spreadsheets`, `spreadsheets and agencies`, `spreadsheets, agencies and doing nothing`.
fn listed(alternatives: &[Alternative]) -> String {
    let names: Vec<&str> = alternatives
        .iter()
        .map(|a| a.name.trim())
        .filter(|name| !name.is_empty())
        .collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

#[derive(Default)]
struct Writer {
    runs: Vec<Run>,
}

impl Writer {
    fn glue(&mut self, text: &str) {
        self.runs.push(Run {
            part: None,
            text: text.to_owned(),
            missing: false,
        });
    }

    /// A part stands inside a sentence, so its own closing full stop would double the glue's.
    fn part(&mut self, part: Part, text: &str, question: &str) {
        let text = text.trim();
        let text = text
            .strip_suffix('.')
            .filter(|rest| !rest.ends_with('.'))
            .unwrap_or(text);
        let missing = text.is_empty();
        let text = if missing { question } else { text };
        self.runs.push(Run {
            part: Some(part),
            text: text.to_owned(),
            missing,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn firstday() -> (Offering, Positioning) {
        let offering = Offering {
            name: "Firstday".into(),
            ..Offering::default()
        };
        let alternative = |name: &str| Alternative {
            name: name.into(),
            ..Alternative::default()
        };
        let positioning = Positioning {
            for_whom: "HR teams of 200–1,000 people".into(),
            problem: "the same details are typed into five systems.".into(),
            benefit: "gives each HR generalist back 3 hours a week".into(),
            why_believe: "one form fills all five systems".into(),
            category: "onboarding workflow".into(),
            why_now: "since June every EU offer needs a pay record".into(),
            alternatives: vec![alternative("spreadsheets"), alternative("agency handoffs")],
            differentiator: crate::Differentiator {
                text: "live in 14 days".into(),
                kind: None,
            },
            ..Positioning::default()
        };
        (offering, positioning)
    }

    #[test]
    fn s0_26_the_statement_reads_in_plain_order_and_says_which_question_is_open() {
        let (offering, mut positioning) = firstday();
        let statement = compose(&offering, &positioning);
        assert_eq!(
            statement.text(),
            "For HR teams of 200–1,000 people, Firstday is the onboarding workflow that gives each \
             HR generalist back 3 hours a week, because one form fills all five systems. Unlike \
             spreadsheets and agency handoffs, it is live in 14 days. The problem: the same details \
             are typed into five systems. It matters now: since June every EU offer needs a pay \
             record."
        );
        assert!(statement.is_complete());
        positioning.why_believe.clear();
        let statement = compose(&offering, &positioning);
        assert!(statement.text().contains("because [why believe it?]"));
        let open: Vec<Part> = statement
            .questions
            .iter()
            .filter(|q| !q.answered)
            .map(|q| q.part)
            .collect();
        assert_eq!(
            open,
            [Part::WhyBelieve],
            "exactly the open question is named"
        );
    }

    #[test]
    fn s0_27_why_now_stands_in_the_statement_once_it_is_written() {
        let (offering, mut positioning) = firstday();
        assert!(
            compose(&offering, &positioning)
                .text()
                .contains("It matters now: since June")
        );
        positioning.why_now = "  ".into();
        assert!(
            !compose(&offering, &positioning)
                .text()
                .contains("matters now")
        );
    }

    #[test]
    fn s0_31_the_tagline_is_no_part_of_the_statement() {
        let (offering, mut positioning) = firstday();
        let before = compose(&offering, &positioning);
        positioning.tagline = "HR, reimagined".into();
        assert_eq!(compose(&offering, &positioning), before);
    }

    #[test]
    fn an_empty_positioning_asks_its_questions() {
        let statement = compose(&Offering::default(), &Positioning::default());
        assert!(
            statement
                .text()
                .starts_with("For [for whom?], [the offering] is the")
        );
        assert!(!statement.is_complete());
        assert_eq!(statement.questions.iter().filter(|q| q.answered).count(), 0);
    }
}
