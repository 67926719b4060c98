//! Two filled workbooks that teach by before and after. The rows are generated, and said to be; the
//! words are chain documents like any other, laid over the workbook one after the other, so that the
//! history tells the story and every stale link has gone stale by a change that stands in it.

mod dice;
mod hr_saas;
mod sheet;
mod skincare;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use chain::state::State;
use measure::read::Unwatched;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::book::{Book, Desk};
use crate::error::{Code, Error};
use crate::import::{ImportSettings, TableRead};
use crate::{folders, making};

/// The name that stands in the history of a sample, for what came with it.
const AUTHOR: &str = "Sample";

/// The samples there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Sample {
    /// A skincare brand whose promise drew the wrong buyers.
    Skincare,
    /// HR software whose trend report drew leads that sales would not take.
    HrSaas,
}

/// A sample, as it is offered: its story in two lines, and what it measures.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct SampleCard {
    /// Which one.
    pub sample: Sample,
    /// What it is about.
    pub title: &'static str,
    /// Its story, in two short sentences.
    pub story: &'static str,
    /// The segment that failed its test.
    pub before: SampleHalf,
    /// The one that took its place.
    pub after: SampleHalf,
}

/// One of the two segments of a sample, as it stands in the workbook.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct SampleHalf {
    /// Its id.
    pub segment: &'static str,
    /// Its six links.
    pub links: [State; 6],
    /// How many did it.
    pub yes: u32,
    /// Of how many.
    pub n: u32,
    /// What they did, as it follows the figure: `refunded`.
    pub did: &'static str,
}

/// A document of a sample, and the sentence it makes in the history.
struct Chapter {
    sentence: &'static str,
    document: &'static str,
}

/// What a sample is made of.
struct Tale {
    card: SampleCard,
    /// The name of its file, without the ending.
    file: &'static str,
    /// The dataset is `generated-` and this, so that a brief says it too.
    rows: &'static str,
    unit: &'static str,
    key: &'static str,
    as_of: &'static str,
    table: fn() -> String,
    /// What was said before there were rows, and after.
    before_the_rows: &'static [Chapter],
    after_the_rows: &'static [Chapter],
}

use State::{Draft, Missing, Sound, Stale};

static SKINCARE: Tale = Tale {
    card: SampleCard {
        sample: Sample::Skincare,
        title: "A skincare brand that promised too much",
        story: "Fine click rate, high refunds. Then one kind of skin, and a claim that holds.",
        before: SampleHalf {
            segment: "glowing-skin",
            links: [Sound, Draft, Stale, Draft, Stale, Draft],
            yes: 326,
            n: 2_310,
            did: "refunded",
        },
        after: SampleHalf {
            segment: "reactive-skin",
            links: [Sound; 6],
            yes: 107,
            n: 1_783,
            did: "refunded",
        },
    },
    file: "Skincare sample",
    rows: "buyers",
    unit: "buyer",
    key: "buyer_id",
    as_of: "2026-10-31",
    table: skincare::table,
    before_the_rows: &[Chapter {
        sentence: "Wrote down what was sold: “Glowing skin fast”, to everyone",
        document: include_str!("../../samples/skincare/1-promise.json"),
    }],
    after_the_rows: &[
        Chapter {
            sentence: "Set “Everyone who wants glowing skin” aside: 14 % of its buyers sent the bottle back",
            document: include_str!("../../samples/skincare/2-measured.json"),
        },
        Chapter {
            sentence: "Started again from one need: skin that stings under new products",
            document: include_str!("../../samples/skincare/3-reactive-skin.json"),
        },
    ],
};

static HR_SAAS: Tale = Tale {
    card: SampleCard {
        sample: Sample::HrSaas,
        title: "HR software whose leads nobody wanted",
        story: "Plenty of addresses, few that sales would call. Then one problem, and an offer for those who have it.",
        before: SampleHalf {
            segment: "hr-everywhere",
            links: [Missing, Draft, Stale, Stale, Stale, Draft],
            yes: 1_004,
            n: 4_520,
            did: "accepted",
        },
        after: SampleHalf {
            segment: "two-systems",
            links: [Sound; 6],
            yes: 272,
            n: 568,
            did: "accepted",
        },
    },
    file: "HR software sample",
    rows: "leads",
    unit: "lead",
    key: "lead_id",
    as_of: "2026-10-31",
    table: hr_saas::table,
    before_the_rows: &[Chapter {
        sentence: "Wrote down what was sent out: a trend report for SMBs and enterprises",
        document: include_str!("../../samples/hr-saas/1-trend-report.json"),
    }],
    after_the_rows: &[
        Chapter {
            sentence: "Set “HR teams in SMBs and enterprises” aside: sales accepted 22 % of 4,520 leads",
            document: include_str!("../../samples/hr-saas/2-measured.json"),
        },
        Chapter {
            sentence: "Started again from one problem: changes typed into two systems before pay day",
            document: include_str!("../../samples/hr-saas/3-two-systems.json"),
        },
    ],
};

impl Sample {
    /// Every sample, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::HrSaas, Self::Skincare];

    /// The sample as it is written, `hr-saas`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Skincare => "skincare",
            Self::HrSaas => "hr-saas",
        }
    }

    /// The sample as it is offered.
    pub fn card(self) -> SampleCard {
        self.tale().card.clone()
    }

    fn tale(self) -> &'static Tale {
        match self {
            Self::Skincare => &SKINCARE,
            Self::HrSaas => &HR_SAAS,
        }
    }
}

/// The samples as they are offered.
pub fn samples() -> Vec<SampleCard> {
    Sample::ALL.map(Sample::card).to_vec()
}

/// Makes a sample at `path`, where nothing may be.
///
/// # Errors
/// As [`Book::create`]; no half sample is left.
pub fn sample(path: &Path, which: Sample, desk: Desk) -> Result<Book, Error> {
    let tale = which.tale();
    making::whole(path, desk, AUTHOR, |book| {
        tell(book, tale.before_the_rows)?;
        import(book, tale)?;
        tell(book, tale.after_the_rows)
    })
}

/// Makes a copy of a sample in `folder`, which is made when it is not there. A copy that is there
/// is a person's by now: the next one gets a number.
///
/// # Errors
/// As [`sample`].
pub fn sample_in(folder: &Path, which: Sample, desk: &Desk) -> Result<Book, Error> {
    std::fs::create_dir_all(folder).map_err(|error| crate::export::io_error(folder, &error))?;
    let file = which.tale().file;
    let mut number = 1_u32;
    loop {
        let name = match number {
            1 => format!("{file}.throughline"),
            number => format!("{file} {number}.throughline"),
        };
        match sample(&folder.join(name), which, desk.clone()) {
            Err(error) if error.code == Code::FileExists && number < u32::MAX => number += 1,
            made => return made,
        }
    }
}

/// Where the window keeps its copies of samples: the app's own folder, so that nothing lands
/// unasked among a person's papers.
pub fn samples_folder() -> PathBuf {
    folders::data().join("samples")
}

fn tell(book: &mut Book, chapters: &[Chapter]) -> Result<(), Error> {
    chapters
        .iter()
        .try_for_each(|chapter| book.lay(chapter.document, chapter.sentence))
}

/// The generated rows come in as any table does, under a file name that says what they are.
fn import(book: &mut Book, tale: &Tale) -> Result<(), Error> {
    let file = format!("{} generated for this sample.csv", tale.rows);
    let mut settings = ImportSettings {
        name: format!("generated-{}", tale.rows),
        unit: tale.unit.to_owned(),
        as_of: tale.as_of.to_owned(),
        ..ImportSettings::default()
    };
    settings.read.key = Some(tale.key.to_owned());
    let expected = book.expect_table(Path::new(&file), &settings)?;
    let read = TableRead::of_text(&file, (tale.table)(), expected, &Unwatched)?;
    book.bring(read, &Unwatched)?;
    Ok(())
}
