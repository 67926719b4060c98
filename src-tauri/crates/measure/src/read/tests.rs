//! What files come to: real ones and odd ones.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::table::{ColumnType as T, Data};

mod types;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../tests/fixtures")
        .join(name)
}

fn open(name: &str) -> Result<Source, ReadFault> {
    Source::open(&fixture(name))
}

fn read_with(name: &str, settings: &Settings) -> Result<Reading, ReadFault> {
    read(&open(name)?, settings, &Unwatched)
}

fn read_file(name: &str) -> Reading {
    read_with(name, &Settings::default()).unwrap_or_else(|fault| panic!("{name}: {fault}"))
}

pub(super) fn read_text(text: &str, settings: &Settings) -> Result<Reading, ReadFault> {
    read(
        &Source::from_bytes("t.csv", text.as_bytes().to_vec())?,
        settings,
        &Unwatched,
    )
}

fn types(reading: &Reading) -> Vec<(&str, T)> {
    reading
        .outline
        .columns
        .iter()
        .map(|column| (column.name.as_str(), column.kind))
        .collect()
}

pub(super) fn column(reading: &Reading, name: &str) -> Vec<String> {
    let column = reading.table.column(name).expect(name);
    (0..column.rows())
        .map(|row| column.text(row).unwrap_or_default().into_owned())
        .collect()
}

fn lines(reading: &Reading) -> Vec<u32> {
    reading
        .outline
        .rejected
        .iter()
        .map(|rejected| rejected.line)
        .collect()
}

fn notes(reading: &Reading) -> Vec<NoteKind> {
    reading.outline.notes.iter().map(|note| note.kind).collect()
}

fn fault(result: Result<Reading, ReadFault>) -> ReadFault {
    let fault = result.expect_err("an error");
    assert!(
        fault.fix().ends_with(['.', '?']),
        "every error says what to do: {fault}"
    );
    fault
}

pub(super) fn chosen(types: &[(&str, T)]) -> Settings {
    let types = types
        .iter()
        .map(|(name, kind)| ((*name).to_owned(), *kind))
        .collect();
    Settings {
        types,
        ..Settings::default()
    }
}

#[test]
fn the_telco_table_comes_in_with_eleven_blank_charges_in_a_number_column() {
    let reading = read_file("data/telco_customer_churn.csv");
    let outline = &reading.outline;
    assert_eq!((outline.rows, outline.columns.len()), (7043, 21));
    assert!(outline.rejected.is_empty() && outline.notes.is_empty());
    assert_eq!(
        (outline.name.as_str(), outline.encoding.as_str()),
        ("telco_customer_churn", "UTF-8")
    );
    assert_eq!(outline.key.as_deref(), Some("customerID"));
    assert_eq!(outline.unit.as_deref(), Some("customer"));
    let profile = |name: &str| {
        outline
            .columns
            .iter()
            .find(|column| column.name == name)
            .unwrap()
    };
    let total = profile("TotalCharges");
    assert_eq!((total.kind, total.blank), (T::Number, 11));
    let sum = total.mean.unwrap() * 7032.0;
    assert!((sum - 16_056_168.70).abs() < 0.01, "{sum}");
    let tenure = profile("tenure");
    assert_eq!((tenure.kind, tenure.distinct), (T::Integer, 73));
    assert_eq!(
        (tenure.least.as_deref(), tenure.most.as_deref()),
        (Some("0"), Some("72"))
    );
    assert_eq!(profile("SeniorCitizen").kind, T::Integer);
    let contract = profile("Contract");
    let counts: Vec<_> = contract
        .samples
        .iter()
        .map(|s| (s.value.as_str(), s.n))
        .collect();
    assert_eq!(
        counts,
        [
            ("Month-to-month", 3875),
            ("Two year", 1695),
            ("One year", 1473)
        ]
    );
    assert_eq!(profile("Churn").samples[1].n, 1869);
}

#[test]
fn an_event_log_has_moments_and_no_key() {
    let reading = read_file("data/ecom_events_synthetic.csv.gz");
    assert_eq!(reading.outline.rows, 31_106);
    assert_eq!(reading.outline.name, "ecom_events_synthetic");
    let time = &reading.outline.columns[3];
    assert_eq!((time.name.as_str(), time.kind), ("timestamp", T::Datetime));
    assert!(
        time.least
            .as_deref()
            .is_some_and(|first| first.starts_with("2024-01-04T"))
    );
    assert!(
        time.most
            .as_deref()
            .is_some_and(|last| last.starts_with("2024-06-29T"))
    );
    assert_eq!(reading.outline.columns[0].distinct, 600);
    assert_eq!(reading.outline.key, None);
    assert_eq!(notes(&reading), [NoteKind::KeyNotUnique]);
}

#[test]
fn a_table_of_counts_says_that_its_rows_stand_for_many() {
    let reading = read_file("data/ucb_admissions.csv");
    assert_eq!(notes(&reading), [NoteKind::Counted]);
    assert_eq!(reading.outline.notes[0].column.as_deref(), Some("Freq"));
    for (text, why) in [
        ("id,count\na,2\nb,3\n", "a row is somebody"),
        ("plan,count\nx,2\nx,2\n", "two rows say the same"),
        ("plan,count\nx,1\ny,0\n", "none stands for more than one"),
        ("plan,count\nx,-2\ny,3\n", "a count is never below nothing"),
        ("plan,count\nx,\ny,3\n", "one is blank"),
        ("plan,discount\nx,2\ny,3\n", "another name"),
        ("count\n2\n3\n", "there is nothing else"),
    ] {
        let reading = read_text(text, &Settings::default()).expect("reads");
        let told = notes(&reading);
        assert!(!told.contains(&NoteKind::Counted), "{why}: {told:?}");
    }
}

#[test]
fn five_encodings_of_a_table_are_one_table() {
    let files = [
        ("latin-1.csv", "windows-1252"),
        ("utf-8-bom.csv", "UTF-8"),
        ("utf-16-le.csv", "UTF-16LE"),
        ("utf-16-be.csv", "UTF-16BE"),
        ("utf-16-without-mark.csv", "UTF-16LE"),
    ];
    for (file, encoding) in files {
        let reading = read_file(&format!("hostile/{file}"));
        assert_eq!(reading.outline.encoding, encoding, "{file}");
        assert_eq!(reading.outline.delimiter, Delimiter::Semicolon, "{file}");
        assert_eq!(
            column(&reading, "city"),
            ["Köln", "Århus", "Orléans"],
            "{file}"
        );
        assert_eq!(
            column(&reading, "spend"),
            ["12.5", "7", "1003.25"],
            "{file}"
        );
        assert_eq!(notes(&reading), [NoteKind::DecimalComma], "{file}");
    }
}

#[test]
fn line_ends_and_delimiters_are_found() {
    for (file, wanted) in [
        ("cr-only.csv", vec!["a", "b"]),
        ("tabs.csv", vec!["a, b", "c"]),
        ("pipes.csv", vec!["a, b", "c; d"]),
        ("sep.csv", vec!["a,b"]),
    ] {
        let reading = read_file(&format!("hostile/{file}"));
        let name = reading.table.columns()[1].name().to_owned();
        assert_eq!(column(&reading, &name), wanted, "{file}");
        assert!(reading.outline.rejected.is_empty(), "{file}");
    }
}

#[test]
fn bad_lines_are_left_out_and_listed_by_number() {
    for (file, wanted, why) in [
        ("ragged.csv", vec![11, 51], "2 cells where the header has 3"),
        ("unclosed-quote.csv", vec![21], "never closed"),
        ("nul.csv", vec![31], "NUL"),
        ("undecodable.csv", vec![41], "encoding"),
    ] {
        let reading = read_file(&format!("hostile/{file}"));
        assert_eq!(lines(&reading), wanted, "{file}");
        assert_eq!(reading.outline.rows as usize, 100 - wanted.len(), "{file}");
        assert!(reading.outline.rejected[0].why.contains(why), "{file}");
        assert_eq!(
            types(&reading)[2],
            ("spend", T::Integer),
            "{file}: bad lines decide no type"
        );
    }
}

#[test]
fn more_than_five_percent_of_bad_lines_refuse_the_file() {
    let fault = fault(read_with("hostile/mostly-ragged.csv", &Settings::default()));
    let ReadFault::TooManyRejected { count, rows, first } = &fault else {
        panic!("{fault}")
    };
    assert_eq!((*count, *rows, first.len(), first[0].line), (10, 100, 5, 2));
    assert!(
        fault
            .to_string()
            .contains("line 2: 4 cells where the header has 3"),
        "{fault}"
    );
    let rows = |bad: usize| {
        let row = |at: usize| if at < bad { "1\n" } else { "1,2\n" };
        format!("a,b\n{}", (0..100).map(row).collect::<String>())
    };
    assert!(
        read_text(&rows(5), &Settings::default()).is_ok(),
        "5 % is not more than 5 %"
    );
    assert!(read_text(&rows(6), &Settings::default()).is_err());
}

#[test]
fn what_is_no_table_is_named_and_refused() {
    for (file, wanted) in [
        ("hostile/empty.csv", "is empty"),
        ("hostile/spaces.csv", "is empty"),
        ("hostile/picture.csv", "a PNG picture"),
        ("hostile/picture.csv.gz", "a PNG picture"),
        ("hostile/page.csv", "a web page"),
        ("hostile/cut-short.csv.gz", "damaged"),
        ("hostile/wide.csv", "20000 columns"),
        ("hostile/header-only.csv", "no rows"),
        (
            "hostile/unclosed-header.csv",
            "cannot be read as column names",
        ),
        ("hostile/not-there.csv", "does not exist"),
        ("hostile", "is a folder"),
    ] {
        let message = fault(read_with(file, &Settings::default())).to_string();
        assert!(message.contains(wanted), "{file}: {message}");
    }
    for (bytes, wanted) in [
        (&b"PK\x03\x04....xl/workbook.xml"[..], "an Excel workbook"),
        (b"PK\x03\x04....", "a ZIP archive"),
        (b"PAR1....", "a Parquet file"),
        (b"SQLite format 3\0....", "an SQLite database"),
        (b"%PDF-1.7", "a PDF document"),
        (b"[{\"a\": 1}]", "a JSON file"),
        (b"\x01\x02\x03\x04\x05", "no text"),
    ] {
        let message = Source::from_bytes("x.csv", bytes.to_vec())
            .expect_err(wanted)
            .to_string();
        assert!(message.contains(wanted), "{message}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_device_is_refused_and_not_waited_for() {
    let fault = Source::open(Path::new("/dev/zero")).expect_err("a device");
    assert!(matches!(fault, ReadFault::NotAFile { .. }), "{fault}");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("socket.csv");
    let _socket = std::os::unix::net::UnixListener::bind(&path).unwrap();
    assert!(matches!(
        Source::open(&path),
        Err(ReadFault::NotAFile { .. })
    ));
}

#[test]
fn a_bomb_is_not_unpacked() {
    use std::io::Write;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let block = vec![b'a'; 1 << 20];
    for _ in 0..80 {
        packer.write_all(&block).unwrap();
    }
    let fault = Source::from_bytes("b.csv.gz", packer.finish().unwrap()).expect_err("a bomb");
    assert!(matches!(fault, ReadFault::Bomb { .. }), "{fault}");
}

#[test]
fn names_are_made_different_and_the_empty_column_is_dropped() {
    let reading = read_file("hostile/names.csv");
    let names: Vec<_> = types(&reading).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["id", "name", "name_3", "column_4", "name_2"]);
    assert_eq!(
        notes(&reading),
        [NoteKind::Renamed, NoteKind::Renamed, NoteKind::Dropped]
    );
    let trailing = read_text("a,b\n1,2,\n3,4,\n", &Settings::default()).unwrap();
    assert_eq!(trailing.outline.rows, 2);
    assert_eq!(notes(&trailing), [NoteKind::TrailingDelimiter]);
}

#[test]
fn dangerous_text_comes_in_as_text() {
    let reading = read_file("hostile/markup.csv");
    let notes = column(&reading, "note");
    assert_eq!(notes[0], "<img src=x onerror=alert(1)>");
    assert_eq!(notes[2], "#read(\"/etc/passwd\")");
    assert_eq!(notes[5], "=cmd()");
}

#[test]
fn a_preview_shows_what_an_import_brings() {
    for file in [
        "data/telco_customer_churn.csv",
        "hostile/ragged.csv",
        "hostile/names.csv",
    ] {
        let source = open(file).unwrap();
        let settings = Settings::default();
        let preview = preview(&source, &settings, 5, &Unwatched).unwrap();
        let reading = read(&source, &settings, &Unwatched).unwrap();
        assert_eq!(preview.outline, reading.outline, "{file}");
        let rows = preview.first.len();
        assert_eq!(rows, reading.table.rows().min(5));
        assert!(
            preview
                .first
                .iter()
                .all(|row| row.len() == preview.outline.columns.len())
        );
    }
}

#[test]
fn a_gzipped_table_is_the_table() {
    let packed = read_file("hostile/good.csv.gz");
    assert_eq!(packed.outline.rows, 100);
    assert_eq!(packed.outline.name, "good");
    assert_eq!(
        types(&packed),
        [("id", T::Text), ("region", T::Text), ("spend", T::Integer)]
    );
}

struct Impatient(Cell<u32>);

impl Watch for Impatient {
    fn progress(&self, progress: Progress) {
        assert!(progress.done <= progress.total);
        self.0.set(self.0.get() + 1);
    }

    fn cancelled(&self) -> bool {
        self.0.get() >= 2
    }
}

#[test]
fn a_cancelled_reading_stops() {
    let source = open("data/ecom_events_synthetic.csv.gz").unwrap();
    let watch = Impatient(Cell::new(0));
    let result = read(&source, &Settings::default(), &watch);
    assert!(matches!(result, Err(ReadFault::Cancelled)));
    assert_eq!(watch.0.get(), 2, "it is not asked again");
}

#[test]
fn reading_leaves_the_file_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.csv");
    fs::write(&path, "a,b\n1,2\n").unwrap();
    let source = Source::open(&path).unwrap();
    read(&source, &Settings::default(), &Unwatched).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"a,b\n1,2\n");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_dictionary_holds_each_text_once() {
    let reading = read_file("data/telco_customer_churn.csv");
    let Data::Text { dict, codes } = reading.table.column("Contract").unwrap().data() else {
        panic!("text")
    };
    assert_eq!((dict.len(), codes.len()), (3, 7043));
    assert_eq!(dict[0], "Month-to-month", "in order of first appearance");
}
