//! The composed statement, read as one text; what is found in it is put back into the part that a
//! person wrote.

use chain::statement::{self, Part, Run};
use chain::{LinkKind, Positioning};

use super::Weakness;
use super::memory::Around;
use super::texts::{Spot, Walk, alternatives, proofs};
use crate::context::Context;
use crate::finding::TextFinding;
use crate::kind::TextKind;
use crate::remedy::Way;
use crate::structure::filled;

/// Words up to which a benefit by itself may be a slogan.
const SLOGAN_WORDS: usize = 6;

/// Rules that judge a statement as a whole, which one part by itself is not yet.
const OF_THE_WHOLE: &[&str] = &["slogan", "only-vendors", "no-alternative"];

/// What the offering is called as a record: there is one.
pub const OFFERING: &str = "offering";

/// What the list of alternatives itself says better than the composed words do.
const SAID_BY_STRUCTURE: &str = "no-alternative";

/// Reads what is written of the statement so far.
pub(super) fn read(walk: &mut Walk<'_, '_>) {
    let segment = walk.segment;
    let p = &segment.positioning;
    let around = Around::from(Context {
        alternatives: alternatives(segment),
        proofs: proofs(segment.value.proofs.iter()),
        ..walk.offering()
    });
    if is_benefit_alone(p) {
        // Until anything else is written the benefit is the statement; slogans are typed there. A
        // verb phrase of some length is the beginning of a statement and no slogan.
        let long = p.benefit.split_whitespace().count() > SLOGAN_WORDS;
        let spot = part_spot(walk, Part::Benefit, &p.benefit);
        walk.read(&spot, TextKind::Statement, &around, |found| {
            found.rule != SAID_BY_STRUCTURE
                && !(long && OF_THE_WHOLE.contains(&found.rule.as_str()))
        });
    } else if is_begun(p) {
        composed(walk, &around);
    }
    differentiator(walk, &around);
}

/// The difference by itself, where the statement has not said the same of the same words already.
fn differentiator(walk: &mut Walk<'_, '_>, around: &Around) {
    let text = &walk.segment.positioning.differentiator.text;
    let spot = part_spot(walk, Part::Differentiator, text);
    let taken: Vec<(u32, u32)> = walk
        .found
        .iter()
        .map(|weakness| &weakness.finding)
        .filter(|f| f.segment == walk.segment.id && f.field == spot.field)
        .filter_map(|f| f.start.zip(f.end))
        .collect();
    walk.read(&spot, TextKind::Differentiator, around, |found| {
        taken
            .iter()
            .all(|&(start, end)| found.end <= start || end <= found.start)
    });
}

fn is_begun(p: &Positioning) -> bool {
    filled(&p.benefit) || !is_bare(p)
}

fn is_benefit_alone(p: &Positioning) -> bool {
    filled(&p.benefit) && is_bare(p)
}

/// Whether nothing but the benefit says anything yet.
fn is_bare(p: &Positioning) -> bool {
    ![
        &p.for_whom,
        &p.problem,
        &p.why_believe,
        &p.why_now,
        &p.differentiator.text,
    ]
    .into_iter()
    .any(|text| filled(text))
        && !p.alternatives.iter().any(|a| filled(&a.name))
}

/// A run of the statement in the text that is read: parts that nobody has written are left out of
/// it, with the glue before them.
struct Piece<'a> {
    run: &'a Run,
    /// Where it begins in the text that is read, in characters.
    read_from: u32,
    /// Where it begins in the statement as it is shown.
    shown_from: u32,
    length: u32,
}

fn composed(walk: &mut Walk<'_, '_>, around: &Around) {
    let segment = walk.segment;
    let statement = statement::compose(&walk.ground.chain.offering, &segment.positioning);
    let shown = statement.text();
    let (text, pieces) = written(&statement.runs);
    let found = walk
        .memory
        .lint(walk.coach, TextKind::Statement, &text, around);
    for finding in found.iter().filter(|found| found.rule != SAID_BY_STRUCTURE) {
        match piece_around(&pieces, finding) {
            Some((piece, Some(part))) => in_part(walk, finding, piece, part),
            _ => across(walk, finding, &pieces, &shown),
        }
    }
}

/// The text that is read, and where each run of it stands.
fn written(runs: &[Run]) -> (String, Vec<Piece<'_>>) {
    let mut text = String::new();
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let (mut read, mut shown) = (0, 0);
    let mut glue: Option<(&Run, u32)> = None;
    let mut put = |run: &'_ Run, shown_from: u32, text: &mut String| {
        let length = count(&run.text);
        let read_from = read;
        text.push_str(&run.text);
        read += length;
        (read_from, shown_from, length)
    };
    let mut keep = |run, (read_from, shown_from, length)| {
        pieces.push(Piece {
            run,
            read_from,
            shown_from,
            length,
        });
    };
    for run in runs {
        let brackets = u32::from(run.missing);
        let from = shown + brackets;
        shown += count(&run.text) + 2 * brackets;
        if run.part.is_none() {
            glue = Some((run, from));
        } else if !run.missing {
            if let Some((run, from)) = glue.take() {
                keep(run, put(run, from, &mut text));
            }
            keep(run, put(run, from, &mut text));
        }
    }
    if let Some((run, from)) = glue.filter(|(run, _)| run.text.trim() == ".") {
        keep(run, put(run, from, &mut text));
    }
    (text, pieces)
}

fn count(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// The part that holds all of a finding, if one does.
fn piece_around<'a, 'b>(
    pieces: &'a [Piece<'b>],
    found: &TextFinding,
) -> Option<(&'a Piece<'b>, Option<Part>)> {
    pieces
        .iter()
        .find(|piece| piece.read_from <= found.start && found.end <= piece.read_from + piece.length)
        .map(|piece| (piece, piece.run.part))
}

/// Puts a finding where its words were written.
fn in_part(walk: &mut Walk<'_, '_>, found: &TextFinding, piece: &Piece<'_>, part: Part) {
    let within = |start: u32| TextFinding {
        start: found.start - piece.read_from + start,
        end: found.end - piece.read_from + start,
        ..found.clone()
    };
    if part == Part::Alternatives {
        return replaced(walk, &within(0));
    }
    let text = text_of(walk, part);
    // The statement leaves out blanks around a part.
    let blanks = count(text) - count(text.trim_start());
    let spot = part_spot(walk, part, text);
    let found = within(blanks);
    // What is said of the offering is the same in every statement, and is told once.
    let told = |weakness: &Weakness| {
        let other = &weakness.finding;
        other.record == OFFERING
            && other.field == spot.field
            && other.rule == found.rule
            && other.start == Some(found.start)
    };
    if spot.record != OFFERING || !walk.found.iter().any(told) {
        walk.put(&spot, &found);
    }
}

/// A finding on what is replaced is one on the alternative it names, or on all of them together.
fn replaced(walk: &mut Walk<'_, '_>, found: &TextFinding) {
    let segment = walk.segment;
    let mut from = 0;
    for alternative in segment
        .positioning
        .alternatives
        .iter()
        .filter(|a| filled(&a.name))
    {
        let name = alternative.name.trim();
        let length = count(name);
        if from <= found.start && found.end <= from + length {
            let blanks = count(&alternative.name) - count(alternative.name.trim_start());
            let spot = Spot {
                link: LinkKind::Positioning,
                record: &alternative.id,
                field: "name".into(),
                way: Way("positioning/alternatives/#/name"),
                text: &alternative.name,
            };
            let found = TextFinding {
                start: found.start - from + blanks,
                end: found.end - from + blanks,
                ..found.clone()
            };
            return walk.put(&spot, &found);
        }
        // Either “, ” or “ and ” follows; what goes beyond one name is on all of them anyway.
        from += length + 2;
    }
    let all = alternatives(segment);
    let names: Vec<&str> = all.iter().map(|a| a.name.trim()).collect();
    let words = names.join(", ");
    let spot = Spot {
        link: LinkKind::Positioning,
        record: &segment.id,
        field: "alternatives".into(),
        way: Way(""),
        text: &words,
    };
    walk.put_whole(&spot, found);
}

/// Puts a finding that no single part holds on the statement as it is shown.
fn across(walk: &mut Walk<'_, '_>, found: &TextFinding, pieces: &[Piece<'_>], shown: &str) {
    let at = |place: u32| {
        let piece = pieces.iter().rev().find(|piece| piece.read_from <= place);
        piece.map_or(place, |piece| place - piece.read_from + piece.shown_from)
    };
    // The last character is looked up, so that an end does not fall into the next piece.
    let found = TextFinding {
        start: at(found.start),
        end: at(found.end.saturating_sub(1)) + 1,
        ..found.clone()
    };
    let segment = walk.segment;
    let spot = Spot {
        link: LinkKind::Positioning,
        record: &segment.id,
        field: "statement".into(),
        way: Way(""),
        text: shown,
    };
    walk.put(&spot, &found);
}

fn text_of<'a>(walk: &Walk<'a, '_>, part: Part) -> &'a str {
    let p = &walk.segment.positioning;
    let offering = &walk.ground.chain.offering;
    match part {
        Part::ForWhom => &p.for_whom,
        Part::Problem => &p.problem,
        Part::Offering => &offering.name,
        Part::Category if filled(&p.category) => &p.category,
        Part::Category => &offering.category,
        Part::Benefit => &p.benefit,
        Part::WhyBelieve => &p.why_believe,
        Part::Alternatives => "",
        Part::Differentiator => &p.differentiator.text,
        Part::WhyNow => &p.why_now,
    }
}

fn part_spot<'a>(walk: &Walk<'a, '_>, part: Part, text: &'a str) -> Spot<'a> {
    let segment = walk.segment;
    let own = filled(&segment.positioning.category);
    let (field, way) = match part {
        Part::ForWhom => ("for_whom", "positioning/for_whom"),
        Part::Problem => ("problem", "positioning/problem"),
        Part::Offering => ("name", "/offering/name"),
        Part::Category if own => ("category", "positioning/category"),
        Part::Category => ("category", "/offering/category"),
        Part::Benefit => ("benefit", "positioning/benefit"),
        Part::WhyBelieve => ("why_believe", "positioning/why_believe"),
        Part::Alternatives => ("alternatives", ""),
        Part::Differentiator => ("differentiator", "positioning/differentiator/text"),
        Part::WhyNow => ("why_now", "positioning/why_now"),
    };
    Spot {
        link: LinkKind::Positioning,
        record: if way.starts_with('/') {
            OFFERING
        } else {
            &segment.id
        },
        field: field.into(),
        way: Way(way),
        text,
    }
}
