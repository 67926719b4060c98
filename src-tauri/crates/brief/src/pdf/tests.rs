use proptest::prelude::*;

use crate::press;
use crate::sheet::Sheet;
use crate::{
    Brief, LineLink, LineState, Outcome, Paper, StatementPart, StatementRole, Touchpoint, pdf,
    preview,
};

const FULL: &str = include_str!("../../samples/full.json");
const SPARSE: &str = include_str!("../../samples/sparse.json");
const SCRIPTS: &str = include_str!("../../samples/scripts.json");

fn brief(json: &str) -> Brief {
    serde_json::from_str(json).expect("a sample is a brief")
}

/// A PDF's objects as text. The structure tree, the catalogue and the metadata are not compressed.
fn objects(brief: &Brief) -> String {
    let pdf = pdf(brief, Paper::A4).expect("the brief exports");
    String::from_utf8_lossy(&pdf.bytes).into_owned()
}

/// The elements of the structure tree that have a role, one object a text.
fn elements<'a>(objects: &'a str, role: &str) -> Vec<&'a str> {
    let tag = format!("/S/{role}/");
    objects
        .split("endobj")
        .filter(|object| object.contains(&tag))
        .collect()
}

/// Everything that stands on the pages, in reading order.
fn printed(brief: &Brief) -> String {
    let set = press::set(&Sheet::of(brief), Paper::A4).expect("the brief can be set");
    press::words(&set.document)
}

#[test]
fn a_brief_is_a_tagged_pdf_ua_with_title_and_language() {
    let file = objects(&brief(FULL));
    assert!(file.contains("/MarkInfo<</Marked true"), "not tagged");
    assert!(
        file.contains("<pdfuaid:part>1</pdfuaid:part>"),
        "not PDF/UA-1"
    );
    assert!(file.contains("/DisplayDocTitle true"));
    assert!(
        file.contains("HR teams, 200–1,000 people</rdf:li>"),
        "the title is the segment"
    );
    assert!(file.contains("/Lang(en)"));
}

#[test]
fn every_font_in_the_file_is_embedded() {
    for sample in [FULL, SCRIPTS] {
        let file = objects(&brief(sample));
        let fonts = file.matches("/Type/FontDescriptor").count();
        let embedded = file.matches("/FontFile").count();
        assert!(fonts >= 3, "{fonts} fonts");
        assert_eq!(
            fonts, embedded,
            "a font without its file would look different elsewhere"
        );
    }
}

#[test]
fn every_drawing_has_words_for_those_who_cannot_see_it() {
    let file = objects(&brief(FULL));
    let drawings = elements(&file, "Figure");
    // The line, six scores, seven plots.
    assert_eq!(drawings.len(), 14);
    for drawing in drawings {
        assert!(
            drawing.contains("/Alt"),
            "a drawing without words: {drawing}"
        );
    }
}

#[test]
fn tables_have_column_heads_and_results_have_row_heads() {
    let file = objects(&brief(FULL));
    let heads = elements(&file, "TH");
    let rows = heads
        .iter()
        .filter(|head| head.contains("/Scope/Row"))
        .count();
    assert_eq!(rows, 7, "one for each metric");
    assert!(heads.len() > rows + 15, "every table has its column heads");
}

#[test]
fn headings_skip_no_level() {
    let file = objects(&brief(FULL));
    assert_eq!(elements(&file, "H1").len(), 1);
    assert!(elements(&file, "H2").len() >= 10);
    assert!(elements(&file, "H3").is_empty());
}

#[test]
fn the_same_brief_gives_the_same_bytes_and_no_clock_is_asked() {
    let sample = brief(FULL);
    assert_eq!(pdf(&sample, Paper::A4), pdf(&sample, Paper::A4));
    let file = objects(&sample);
    assert!(!file.contains("CreationDate") && !file.contains("CreateDate"));
}

#[test]
fn the_paper_decides_the_page() {
    let boxes = |paper| {
        let pdf = pdf(&brief(SPARSE), paper).expect("the brief exports");
        String::from_utf8_lossy(&pdf.bytes).into_owned()
    };
    assert!(boxes(Paper::A4).contains("/MediaBox[0 0 595.27"));
    assert!(boxes(Paper::Letter).contains("/MediaBox[0 0 612 792]"));
}

#[test]
fn the_preview_has_a_picture_of_each_page() {
    let preview = preview(&brief(FULL), Paper::A4).expect("the brief can be drawn");
    assert_eq!(preview.pages.len(), 3);
    for page in &preview.pages {
        assert!(page.starts_with("<svg") && page.trim_end().ends_with("</svg>"));
        assert!(!page.contains("<script") && !page.contains("href=\"http"));
    }
}

#[test]
fn an_empty_brief_prints_what_is_missing() {
    let words = printed(&Brief::default());
    for sentence in [
        "report filter",
        "No positioning is written yet",
        "Nothing is measured yet",
    ] {
        assert!(
            words.contains(sentence),
            "{sentence:?} is not printed: {words}"
        );
    }
}

#[test]
fn code_in_a_text_is_printed_and_never_run() {
    let hostile = [
        "#read(\"/etc/passwd\")",
        "#while true {}",
        "#import \"look.typ\": *",
        "$ x^2 $ *bold* _em_ @ref <label>",
        "// comment /* block */",
        "] #panic() [",
        "= heading\n- item\n+ item",
        "\\u{41} \\ ~ -- ---",
        "<script>alert(1)</script>",
        "%PDF-1.7 endobj (Alt) >> stream",
    ];
    let all = hostile.join("\n");
    let mut sample = Brief {
        segment: hostile[0].to_owned(),
        offering: hostile[1].to_owned(),
        author: hostile[3].to_owned(),
        fits: hostile.map(str::to_owned).to_vec(),
        journey: vec![Touchpoint {
            kind: hostile[5].to_owned(),
            text: all.clone(),
        }],
        ..Brief::default()
    };
    sample.line.value = LineLink {
        state: LineState::Stale,
        word: hostile[1].to_owned(),
    };
    sample.positioning.statement = vec![StatementPart {
        text: all,
        role: StatementRole::Written,
    }];
    // Where a long word may break is no part of what it says.
    let flat = |text: &str| {
        let letters = text.chars().filter(|c| !c.is_whitespace());
        letters
            .filter(|c| !matches!(c, '\u{AD}' | '\u{200B}'))
            .collect::<String>()
    };
    let words = flat(&printed(&sample));
    for text in hostile {
        let times = words.matches(&flat(text)).count();
        assert!(
            times >= 3,
            "{text:?} is printed as it is {times} times, not three"
        );
    }
    let file = objects(&sample);
    assert!(!file.contains("/JavaScript") && !file.contains("/URI"));
}

#[test]
fn a_long_head_of_many_scripts_keeps_its_first_words_and_stays_on_one_line() {
    let long = [
        "שכר דירה לחודש ועוד עמלות שאיש לא מסביר, for people who pay by the month and never call",
        "按月付费的家庭，晚上线路掉线却没有人回电话，他们不想签两年合同也不想换电话号码，只想安静",
        "Haushalte mit Monatsvertrag 按月付费的家庭 שכר דירה לחודש और हर महीने भुगतान करने वाले परिवार",
        "एक लंबा नाम जो किसी भी शीर्षक में नहीं समाता क्योंकि यह बहुत सारे शब्दों से बना है 🙂🙂🙂",
    ];
    for words in long {
        let sample = Brief {
            segment: words.to_owned(),
            offering: words.to_owned(),
            author: words.to_owned(),
            date: words.to_owned(),
            fits: vec!["A reason to turn the page".to_owned(); 60],
            ..Brief::default()
        };
        let set = press::set(&Sheet::of(&sample), Paper::A4).expect("the brief can be set");
        let heads = press::heads(&set.document, 56.0);
        assert!(heads.len() > 1, "the second page has a head of its own");
        for head in heads {
            let said: String = head.iter().map(|(_, text)| text.as_str()).collect();
            let first = words.chars().take_while(|c| !c.is_whitespace());
            let first: String = first.take(6).collect();
            let times = said.matches(&first).count();
            assert_eq!(times, 3, "{first} in each part of the head: {said}");
            let heights = head.iter().map(|(height, _)| *height);
            let (high, low) = heights.fold((f64::MAX, 0.0_f64), |(high, low), height| {
                (high.min(height), low.max(height))
            });
            assert!(low - high < 6.0, "one line, not {}: {said}", low - high);
        }
    }
}

#[test]
fn a_character_without_a_glyph_is_printed_as_a_box_and_named() {
    let mut sample = Brief {
        segment: "Ur \u{12000} and \u{E000}".to_owned(),
        ..Brief::default()
    };
    let set = pdf(&sample, Paper::A4).expect("the brief exports");
    assert_eq!(
        set.notes,
        ["2 characters have no glyph here and are printed as □: U+E000, U+12000."]
    );
    let words = printed(&sample);
    assert!(words.contains("Ur □ and □"), "{words}");
    assert!(
        words.contains("printed as □: U+E000"),
        "the reader of the page is told as well"
    );

    sample.segment = "One \u{12000}".to_owned();
    let set = pdf(&sample, Paper::A4).expect("the brief exports");
    assert_eq!(
        set.notes,
        ["1 character has no glyph here and is printed as □: U+12000."]
    );
}

#[test]
fn emoji_cjk_and_hebrew_are_printed_without_a_box() {
    let text = "🙂 👩‍👩‍👧 ❤️ 🇩🇪 简体 繁體 カナ 한국 שלום مرحبا नमस्ते สวัสดี Việt";
    let sample = Brief {
        segment: text.to_owned(),
        ..Brief::default()
    };
    assert_eq!(
        pdf(&sample, Paper::A4).expect("the brief exports").notes,
        Vec::<String>::new()
    );
}

#[test]
fn a_mark_that_no_font_can_put_on_its_letter_becomes_a_box() {
    // Hebrew letters have no glyph for a Latin ogonek in any font here.
    let sample = Brief {
        segment: "\u{5D0}\u{328}\u{1D165}".to_owned(),
        ..Brief::default()
    };
    let set = press::set(&Sheet::of(&sample), Paper::A4).expect("the brief can be set");
    assert!(press::words(&set.document).contains('□'));
    assert!(
        set.notes.iter().any(|note| note.contains("no glyph")),
        "{:?}",
        set.notes
    );
}

#[test]
fn a_text_of_a_megabyte_is_cut_and_the_cut_is_said() {
    let mut sample = Brief {
        segment: "Long".to_owned(),
        ..Brief::default()
    };
    sample.who.described = "漢".repeat(350_000);
    sample.journey = vec![Touchpoint {
        kind: "ad".to_owned(),
        text: "x".repeat(1_000_000),
    }];
    let set = pdf(&sample, Paper::A4).expect("the brief exports");
    assert_eq!(
        set.notes,
        ["2 texts are too long to print whole and end in “…”."]
    );
}

#[test]
fn a_list_without_end_is_cut_and_the_cut_is_said() {
    let reach = (0..5_000).map(|at| format!("way {at}")).collect();
    let sample = Brief {
        reach,
        ..Brief::default()
    };
    let set = pdf(&sample, Paper::A4).expect("the brief exports");
    assert_eq!(set.notes.len(), 1);
    assert!(
        set.notes[0].contains("entries of long lists are not printed"),
        "{:?}",
        set.notes
    );
}

#[test]
fn s0_25_alternatives_are_printed_with_their_kind() {
    let words = printed(&brief(FULL));
    assert!(words.contains("Shared checklistspreadsheet"), "{words}");
}

#[test]
fn s0_27_why_now_is_printed() {
    assert!(printed(&brief(FULL)).contains("Right-to-work checks become a legal duty"));
}

#[test]
fn s0_31_the_tagline_is_its_own_field_and_no_part_of_the_statement() {
    let sample = brief(FULL);
    let statement: String = sample
        .positioning
        .statement
        .iter()
        .map(|part| part.text.as_str())
        .collect();
    let words = printed(&sample);
    assert!(words.contains("TaglineDay one, done."), "{words}");
    assert!(words.contains(&statement) && !statement.contains("Day one, done."));
}

#[test]
fn a_figure_is_never_printed_without_its_n() {
    let sample = brief(FULL);
    let words = printed(&sample);
    let sides = |outcome: &Outcome| {
        let mut all = vec![outcome.downstream.clone()];
        all.extend(outcome.early.clone());
        all
    };
    for row in sample.results.outcomes.iter().flat_map(sides) {
        for figure in [row.segment, row.against] {
            let n = crate::figure::count(figure.n);
            let with = [format!("of {n}"), format!("n {n}")];
            assert!(
                with.iter().any(|with| words.contains(with)),
                "n {n} of {}",
                row.metric
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn any_text_exports(text in any::<String>(), other in "\\PC{0,80}") {
        let mut sample = brief(SPARSE);
        sample.segment = text.clone();
        sample.offering = other.clone();
        sample.who.described = format!("{other}{text}");
        sample.not_for = vec![text.clone(), other.clone()];
        sample.journey = vec![Touchpoint { kind: other, text: text.clone() }];
        sample.positioning.statement =
            vec![StatementPart { text, role: StatementRole::Written }];
        prop_assert!(pdf(&sample, Paper::A4).is_ok());
    }
}
