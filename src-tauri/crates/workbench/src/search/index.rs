//! The texts of a workbook, folded once, and what a query finds in them.

use std::collections::HashMap;

use chain::{Chain, Standing};

use super::fold::{Fit, Folded, Match, terms};
use super::texts::{self, Columns, Text};
use super::{Found, Hit, Kind, snippet};

/// Every text of a workbook as it stood at one revision.
pub(crate) struct Index {
    texts: Vec<Indexed>,
    /// What else is said of each record: all its texts, and the name of its segment.
    records: Vec<Folded>,
}

struct Indexed {
    text: Text,
    folded: Folded,
    /// Its record's place in the list of records.
    record: usize,
    /// Whether its segment is no longer worked on.
    set_aside: bool,
}

/// A text that holds what was asked for.
struct Candidate {
    at: usize,
    score: i64,
    /// Whether the text itself holds all words.
    whole: bool,
    matches: Vec<Match>,
}

impl Index {
    /// Reads the texts of a chain and of the columns of its datasets.
    pub(crate) fn of(chain: &Chain, columns: &[Columns]) -> Self {
        let mut places: HashMap<(String, Kind), usize> = HashMap::new();
        let mut said: Vec<String> = Vec::new();
        let aside: Vec<&str> = chain
            .segments
            .iter()
            .filter(|it| matches!(it.standing, Standing::Retired | Standing::Invalidated))
            .map(|it| it.id.as_str())
            .collect();
        let texts = texts::of(chain, columns).into_iter().map(|text| {
            // Of a table's columns each is for itself.
            let record = match text.kind {
                Kind::Column => format!("{}/{}", text.record, text.field),
                _ => text.record.clone(),
            };
            let record = *places.entry((record, text.kind)).or_insert_with(|| {
                said.push(format!("{}\n{}", text.within, text.kind.word()));
                said.len() - 1
            });
            if let Some(said) = said.get_mut(record) {
                said.push('\n');
                said.push_str(&text.text);
            }
            Indexed {
                folded: Folded::of(&text.text),
                record,
                set_aside: aside.contains(&text.segment.as_str()),
                text,
            }
        });
        let texts = texts.collect();
        Self {
            texts,
            records: said.iter().map(|said| Folded::of(said)).collect(),
        }
    }

    /// The best of what a query finds.
    pub(crate) fn search(&self, query: &str, limit: u32) -> Found {
        let terms = terms(query);
        let mut candidates = self.candidates(&terms, false);
        if candidates.is_empty() {
            candidates = self.candidates(&terms, true);
        }
        let candidates = self.without_lesser(candidates);
        let total = u32::try_from(candidates.len()).unwrap_or(u32::MAX);
        let best = candidates.into_iter().take(limit as usize);
        Found {
            hits: best.map(|it| self.hit(it)).collect(),
            total,
        }
    }

    fn candidates(&self, terms: &[String], inside: bool) -> Vec<Candidate> {
        let mut found = Vec::new();
        if terms.is_empty() {
            return found;
        }
        for (at, indexed) in self.texts.iter().enumerate() {
            found.extend(self.candidate(at, indexed, terms, inside));
        }
        found.sort_by_key(|it| (-it.score, it.at));
        found
    }

    fn candidate(
        &self,
        at: usize,
        indexed: &Indexed,
        terms: &[String],
        inside: bool,
    ) -> Option<Candidate> {
        let mut score = 0;
        let mut matches = Vec::new();
        let mut elsewhere = Vec::new();
        for term in terms {
            let here = indexed.folded.find(term, inside);
            match here.iter().map(|it| it.fit).max() {
                Some(fit) => score += worth(fit),
                None => elsewhere.push(term),
            }
            matches.extend(here);
        }
        if matches.is_empty() {
            return None;
        }
        let beside = self.records.get(indexed.record)?;
        for term in &elsewhere {
            beside.find(term, inside).first()?;
            score += 60;
        }
        let first = matches.iter().map(|it| it.start).min().unwrap_or_default();
        score += if first == 0 { 80 } else { 0 };
        score += phrase(&matches, terms.len());
        score += indexed.text.kind.weight();
        score -= if is_minor(&indexed.text) { 120 } else { 0 };
        score -= i64::from(indexed.folded.length().min(240) / 4);
        score -= if indexed.set_aside { 100 } else { 0 };
        Some(Candidate {
            at,
            score,
            whole: elsewhere.is_empty(),
            matches,
        })
    }

    /// Of a record whose words are spread over several texts one is enough, and none when another
    /// text of it holds all words by itself. A unit is shown only when nothing else of its record
    /// is.
    fn without_lesser(&self, candidates: Vec<Candidate>) -> Vec<Candidate> {
        let mut best: HashMap<usize, (bool, usize)> = HashMap::new();
        for it in &candidates {
            let record = self.texts[it.at].record;
            let known = best.entry(record).or_insert((it.whole, it.at));
            if it.whole && !known.0 {
                *known = (true, it.at);
            }
        }
        let mut kept = candidates;
        kept.retain(|it| {
            let indexed = &self.texts[it.at];
            let best = best.get(&indexed.record).map(|(_, at)| *at);
            best == Some(it.at) || (it.whole && !is_minor(&indexed.text))
        });
        kept
    }

    fn hit(&self, it: Candidate) -> Hit {
        let text = &self.texts[it.at].text;
        let (snippet, found) = snippet::of(&text.text, &it.matches);
        Hit {
            kind: text.kind,
            record: text.record.clone(),
            field: text.field.clone(),
            place: text.place,
            segment: text.segment.clone(),
            within: text.within.clone(),
            snippet,
            found,
        }
    }
}

/// A field that nobody would name a record by.
fn is_minor(text: &Text) -> bool {
    text.field == "unit"
}

fn worth(fit: Fit) -> i64 {
    match fit {
        Fit::Whole => 300,
        Fit::Start => 200,
        Fit::Inside => 100,
    }
}

/// More for words that stand one after the other, as they were asked for.
fn phrase(matches: &[Match], terms: usize) -> i64 {
    if terms < 2 {
        return 0;
    }
    let follows = |it: &&Match| {
        matches
            .iter()
            .any(|next| next.start > it.start && next.start <= it.end + 1)
    };
    let followed = matches.iter().filter(follows).count().min(terms - 1);
    followed as i64 * 40
}

impl Kind {
    /// How much a hit in such a record is worth beside others.
    fn weight(self) -> i64 {
        match self {
            Self::Segment => 60,
            Self::Decision | Self::Metric | Self::Offering => 50,
            Self::Job | Self::Pain | Self::Payoff | Self::Positioning => 45,
            Self::Feature | Self::Proof | Self::Alternative | Self::Touchpoint => 40,
            Self::Dataset | Self::Column => 30,
            Self::Version | Self::Suppression => 0,
        }
    }

    /// The word that a person would look for such a record by.
    fn word(self) -> &'static str {
        match self {
            Self::Offering => "offering",
            Self::Decision => "decision",
            Self::Segment => "segment",
            Self::Job => "job",
            Self::Pain => "pain",
            Self::Payoff => "payoff",
            Self::Feature => "feature",
            Self::Proof => "proof",
            Self::Positioning => "positioning statement",
            Self::Alternative => "alternative",
            Self::Version => "version",
            Self::Touchpoint => "touchpoint journey",
            Self::Metric => "metric",
            Self::Dataset => "dataset table",
            Self::Column => "column",
            Self::Suppression => "suppressed finding",
        }
    }
}
