//! Workbooks to begin with: the structure for a kind of business and the metrics that tell whether
//! it works, and nothing that a person would have to take out again.

use std::path::Path;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::book::{Book, Desk};
use crate::error::Error;
use crate::making;

/// What a new workbook begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Template {
    /// Nothing.
    #[default]
    Blank,
    /// Software sold to companies: leads, trials, churn.
    Saas,
    /// Goods sold to people directly: orders, refunds, repeat.
    Dtc,
    /// Work done for clients: enquiries, projects, referrals.
    Service,
}

impl Template {
    /// Every template, the empty one first.
    pub const ALL: [Self; 4] = [Self::Blank, Self::Saas, Self::Dtc, Self::Service];

    /// The template as it is written, `saas`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Saas => "saas",
            Self::Dtc => "dtc",
            Self::Service => "service",
        }
    }

    /// The kind of business, as it stands in a sentence.
    pub const fn business(self) -> &'static str {
        match self {
            Self::Blank => "any business",
            Self::Saas => "B2B SaaS",
            Self::Dtc => "direct to consumer",
            Self::Service => "a service",
        }
    }

    /// What it lays over an empty workbook.
    const fn document(self) -> Option<&'static str> {
        match self {
            Self::Blank => None,
            Self::Saas => Some(include_str!("../templates/saas.json")),
            Self::Dtc => Some(include_str!("../templates/dtc.json")),
            Self::Service => Some(include_str!("../templates/service.json")),
        }
    }
}

impl Book {
    /// Makes a new workbook from a template.
    ///
    /// # Errors
    /// As [`Book::create`].
    pub fn create_from(path: &Path, template: Template, desk: Desk) -> Result<Self, Error> {
        let Some(document) = template.document() else {
            return Self::create(path, desk);
        };
        let sentence = format!("Started from the template for {}", template.business());
        let author = desk.author.clone();
        making::whole(path, desk, &author, |book| book.lay(document, &sentence))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use chain::path::{self, StepProgress};
    use chain::state::State;
    use chain::{Chain, Role, Stage, state};

    use store::Hand;

    use super::*;

    fn desk(folder: &Path) -> Desk {
        Desk {
            author: "Mira".into(),
            data: folder.join("data"),
            hand: Hand::Command,
        }
    }

    fn made(template: Template) -> (tempfile::TempDir, Book) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("t.throughline");
        let book = Book::create_from(&path, template, desk(folder.path())).expect("is made");
        (folder, book)
    }

    #[test]
    fn a_template_is_structure_and_metrics_and_no_words_to_take_out_again() {
        for template in [Template::Saas, Template::Dtc, Template::Service] {
            let (_folder, mut book) = made(template);
            let chain = book.chain().expect("reads");
            assert_eq!(chain.offering, chain::Offering::default());
            assert_eq!(chain.segments.len(), 1);
            let segment = &chain.segments[0];
            assert_eq!(segment.role, Role::Primary);
            assert!(
                !state::is_report_filter(&chain, segment),
                "it serves the decision"
            );
            let states: Vec<State> = state::links(&chain, segment, &state::Known::default())
                .iter()
                .map(|link| link.state)
                .collect();
            assert_eq!(
                states[1..],
                [State::Missing; 5],
                "{template:?}: nothing is written for them yet"
            );
            assert!(
                segment.touchpoints.iter().all(|it| it.text.is_empty())
                    && segment.value.jobs.iter().all(|it| it.text.is_empty()),
                "empty fields show their questions"
            );
            assert!(!chain.decisions[0].question.is_empty());
            let downstream = chain
                .metrics
                .iter()
                .filter(|m| m.stage == Stage::Downstream);
            assert!(downstream.count() >= 2);
            for early in chain.metrics.iter().filter(|m| m.stage == Stage::Early) {
                let partner = chain.metric(&early.partner).expect("has its partner");
                assert_eq!(partner.stage, Stage::Downstream);
            }
            let log = book.log().expect("reads").changes;
            assert_eq!(log.len(), 1);
            assert_eq!(
                (log[0].author.as_str(), log[0].sentence.as_str()),
                (
                    "Mira",
                    format!("Started from the template for {}", template.business()).as_str()
                )
            );
            let found = book.check(true).expect("reads").findings;
            let weak: Vec<_> = found.iter().filter(|it| it.start.is_some()).collect();
            assert!(weak.is_empty(), "nothing is weak in nothing: {weak:?}");
        }
    }

    #[test]
    fn on_the_path_of_a_fresh_template_nobody_has_skipped_a_step() {
        for template in [Template::Saas, Template::Dtc, Template::Service] {
            let (_folder, mut book) = made(template);
            let chain = book.chain().expect("reads");
            let progress: Vec<StepProgress> = path::steps(&chain, &chain.segments[0], "2026-11-25")
                .into_iter()
                .map(|step| step.progress)
                .collect();
            use StepProgress::{Begun, Done, Open};
            assert_eq!(
                progress,
                [Begun, Open, Open, Open, Done, Open],
                "{template:?}: its question and its kinds of change are no work of a person"
            );
        }
    }

    #[test]
    fn the_blank_template_is_an_empty_workbook() {
        let (_folder, mut book) = made(Template::Blank);
        assert_eq!(*book.chain().expect("reads"), Chain::default());
        assert_eq!(book.log().expect("reads").changes, []);
    }
}
