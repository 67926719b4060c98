//! The samples tell what they are said to tell: figures, verdicts, states, history.

use std::path::Path;

use chain::{Role, Standing};
use measure::compare::Verdict;

use super::*;
use crate::{Code, CompareRow, Finding, Hand, Level, Other, verify};

fn desk(folder: &Path) -> Desk {
    Desk {
        author: "Mira".into(),
        data: folder.join("data"),
        hand: Hand::Command,
    }
}

/// A sample in a folder of its own.
fn made(which: Sample) -> (tempfile::TempDir, Book) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("s.throughline");
    let book = sample(&path, which, desk(folder.path())).expect("the sample is made");
    (folder, book)
}

/// The metric that the card of a sample tells.
fn told(which: Sample) -> &'static str {
    match which {
        Sample::Skincare => "refunded",
        Sample::HrSaas => "accepted",
    }
}

fn measured(book: &mut Book, metric: &str, segment: &str) -> CompareRow {
    let segments = [segment.to_owned()];
    let compared = book.compare(metric, &segments, &Other::Rest);
    compared.expect("measured").rows.remove(0)
}

#[test]
fn s0_39_both_samples_show_before_and_after_with_the_figures_that_they_are_offered_with() {
    for which in Sample::ALL {
        let (_folder, mut book) = made(which);
        let card = which.card();
        for (half, verdict) in [
            (&card.before, Verdict::Worse),
            (&card.after, Verdict::Better),
        ] {
            let row = measured(&mut book, told(which), half.segment);
            let yes = row.value.expect("a rate") * row.n;
            assert_eq!(
                (yes.round() as u32, row.n as u32),
                (half.yes, half.n),
                "{}: the card says what is measured",
                half.segment
            );
            assert_eq!(row.verdict, verdict, "{}: {}", half.segment, row.words);
            let view = book.view().expect("a view");
            let shown = view.segments.iter().find(|s| s.id == half.segment);
            let states = shown.expect("is there").links.iter().map(|link| link.state);
            assert_eq!(states.collect::<Vec<_>>(), half.links, "{}", half.segment);
        }
        let chain = book.chain().expect("a chain");
        let before = chain.segment(card.before.segment).expect("is there");
        assert_eq!(before.standing, Standing::Invalidated);
        assert!(!before.tested.test.is_empty() && !before.tested.on.is_empty());
        let after = chain.segment(card.after.segment).expect("is there");
        assert_eq!(after.role, Role::Primary, "the only one the work is for");
        assert_eq!(
            chain
                .segments
                .iter()
                .filter(|s| s.role == Role::Primary)
                .count(),
            1
        );
        assert!(
            after.positioning.versions.len() >= 2,
            "v1 was broad, v2 half-way"
        );
        assert!(
            chain.segments.iter().any(|s| s.role == Role::NotForUs)
                && chain
                    .segments
                    .iter()
                    .any(|s| s.role == Role::Queued && s.standing == Standing::Hypothesis)
                && chain
                    .segments
                    .iter()
                    .any(|s| chain::state::is_report_filter(&chain, s)),
            "the map has the other kinds of segment too"
        );
    }
}

#[test]
fn s0_11_the_early_metric_praises_what_failed_and_blames_what_worked() {
    for (which, early) in [
        (Sample::Skincare, "click-rate"),
        (Sample::HrSaas, "addresses"),
    ] {
        let (_folder, mut book) = made(which);
        let card = which.card();
        let before = measured(&mut book, early, card.before.segment);
        assert_eq!(before.verdict, Verdict::Better, "{}", before.words);
        let after = measured(&mut book, early, card.after.segment);
        assert_eq!(after.verdict, Verdict::Worse, "{}", after.words);
        let chain = book.chain().expect("a chain");
        let metric = chain.metric(early).expect("is there");
        assert_eq!(metric.partner, told(which), "so it never stands alone");
    }
}

#[test]
fn the_sentences_of_the_samples_say_what_the_rows_say() {
    let percent = |row: &CompareRow| (row.value.expect("a rate") * 100.0).round() as i64;
    let (_folder, mut book) = made(Sample::Skincare);
    assert_eq!(
        percent(&measured(&mut book, "refunded", "glowing-skin")),
        14
    );
    let clicks = measured(&mut book, "click-rate", "glowing-skin").value;
    assert!((clicks.expect("a rate") - 0.034).abs() < 0.0005, "3.4 %");
    let treated = measured(&mut book, "refunded", "under-treatment");
    assert!(
        (17..=23).contains(&percent(&treated)),
        "one in five: {}",
        treated.words
    );
    let (glow, reactive) = (
        measured(&mut book, "refunded", "glowing-skin").value,
        measured(&mut book, "refunded", "reactive-skin").value,
    );
    assert!(
        reactive < glow.map(|rate| rate / 2.0),
        "less than half the rate"
    );

    let (_folder, mut book) = made(Sample::HrSaas);
    let report = measured(&mut book, "accepted", "hr-everywhere");
    assert_eq!((percent(&report), report.n), (22, 4_520.0));
    let collectors = measured(&mut book, "accepted", "report-collectors");
    assert!(
        (6..=8).contains(&percent(&collectors)),
        "one in fourteen: {}",
        collectors.words
    );
    let after = measured(&mut book, "accepted", "two-systems");
    assert!(
        (45..=55).contains(&percent(&after)),
        "about half: {}",
        after.words
    );
}

#[test]
fn a_sample_is_the_same_wherever_and_whenever_it_is_made() {
    // Written down once: another machine, profile or version of the generator must come to these.
    let hashes = Sample::ALL.map(|which| {
        let (_one, mut first) = made(which);
        let (_two, mut second) = made(which);
        let (chain, again) = (first.chain(), second.chain());
        assert_eq!(*chain.expect("reads"), *again.expect("reads"));
        let hash = |book: &mut Book| book.data(None).expect("reads")[0].hash.clone();
        assert_eq!(hash(&mut first), hash(&mut second));
        hash(&mut first)
    });
    assert_eq!(
        hashes,
        [
            "5966e118946afbfab8c7b23dd8c6cbaecb45de19acd157d1eb4ead30ee48d641",
            "3999201a0bc2341765d6b9db6efa1375b83e66e3e3b436fa21132fd61cbee0a8"
        ]
    );
}

#[test]
fn a_sample_goes_through_a_document_and_stays_byte_for_byte_the_same() {
    for which in Sample::ALL {
        let (folder, mut book) = made(which);
        let dumped = book.chain().expect("reads").to_text();
        let path = folder.path().join("again.throughline");
        let mut again = Book::create(&path, desk(folder.path())).expect("a new one");
        again.apply(&dumped, false).expect("stands");
        assert_eq!(again.chain().expect("reads").to_text(), dumped);
    }
}

#[test]
fn the_rows_are_said_to_be_generated_and_come_in_whole() {
    for which in Sample::ALL {
        let (_folder, mut book) = made(which);
        let sheets = book.data(None).expect("reads");
        assert_eq!(sheets.len(), 1);
        let sheet = &sheets[0];
        assert!(
            sheet.dataset.starts_with("generated-")
                && sheet.source.contains("generated for this sample"),
            "{}",
            sheet.source
        );
        assert!((3_000..10_000).contains(&sheet.rows), "{} rows", sheet.rows);
        assert_eq!(sheet.rejected, 0);
        assert!(!sheet.key.is_empty() && !sheet.unit.is_empty() && !sheet.as_of.is_empty());
        let summary = &book.chain().expect("reads").offering.summary;
        assert!(
            summary.contains("invented") && summary.contains("generated"),
            "{summary}"
        );
    }
}

#[test]
fn the_history_of_a_sample_tells_its_story_in_four_sentences() {
    for which in Sample::ALL {
        let (folder, mut book) = made(which);
        let log = book.log().expect("reads").changes;
        assert_eq!(log.len(), 4, "{log:?}");
        assert!(
            log.iter().all(|entry| entry.author == "Sample"),
            "nobody's own work"
        );
        assert!(log[0].sentence.starts_with("Wrote down what was"));
        assert!(log[1].sentence.contains("generated for this sample"));
        assert!(log[2].sentence.starts_with("Set “"));
        assert!(log[3].sentence.starts_with("Started again from one"));
        book.edit(serde_json::json!({"throughline": 1, "offering": {"name": "Mine"}}))
            .expect("a sample is a workbook to write in");
        assert_eq!(book.log().expect("reads").changes[4].author, "Mira");
        drop(book);
        let problems = verify(&folder.path().join("s.throughline"))
            .expect("reads")
            .problems;
        assert!(problems.is_empty(), "{problems:?}");
    }
}

#[test]
fn a_sample_never_takes_the_place_of_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let samples = folder.path().join("not there yet");
    let mine = desk(folder.path());
    let names: Vec<String> = (0..3)
        .map(|_| {
            let book = sample_in(&samples, Sample::Skincare, &mine).expect("a fresh copy");
            book.file_name()
        })
        .collect();
    assert_eq!(
        names,
        [
            "Skincare sample.throughline",
            "Skincare sample 2.throughline",
            "Skincare sample 3.throughline"
        ]
    );
    let taken = folder.path().join("mine.throughline");
    std::fs::write(&taken, "my own words").expect("writes");
    let refused = sample(&taken, Sample::HrSaas, mine.clone())
        .err()
        .expect("is taken");
    assert_eq!(refused.code, Code::FileExists);
    assert_eq!(std::fs::read(&taken).expect("reads"), b"my own words");
    let nowhere = folder.path().join("nowhere/s.throughline");
    let refused = sample(&nowhere, Sample::HrSaas, mine)
        .err()
        .expect("no folder");
    assert_eq!(refused.code, Code::FileMissing);
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .expect("lists")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(left.len(), 2, "nothing half-made is left: {left:?}");
}

/// What the coach says above a hint.
fn above_a_hint(found: &[Finding]) -> Vec<String> {
    found
        .iter()
        .filter(|it| it.level != Level::Hint)
        .map(|it| {
            format!(
                "{} in {}/{}: {}",
                it.rule, it.segment, it.record, it.message
            )
        })
        .collect()
}

#[test]
fn s0_39_the_coach_is_quiet_on_what_is_worked_on_and_finds_the_story_in_the_segment_before() {
    for which in Sample::ALL {
        let (_folder, mut book) = made(which);
        let worked_on = book.check(false).expect("reads");
        assert_eq!(above_a_hint(&worked_on.findings), [""; 0], "{which:?}");
        let before = which.card().before.segment;
        let all = book.check(true).expect("reads");
        let rules: Vec<&str> = all
            .findings
            .iter()
            .filter(|it| it.segment == before)
            .map(|it| it.rule.as_str())
            .collect();
        for rule in ["vague-job", "vague-pain", "vague-payoff"] {
            assert!(rules.contains(&rule), "{rule} is missing among {rules:?}");
        }
    }
}
