//! A folder of its own for one test, and the command called in it.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_tests::{program, project};

/// The workbook's name in every test.
pub const BOOK: &str = "t.throughline";

/// The folder. Workbooks stand in one part of it, backups in another.
pub struct Desk {
    folder: TempDir,
}

/// What a call came to.
#[derive(Debug)]
pub struct Called {
    /// The exit code.
    pub exit: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// An error, as both kinds of output tell it.
#[derive(Debug)]
pub struct Refusal {
    pub exit: i32,
    pub code: String,
    pub message: String,
    pub fix: String,
}

impl Desk {
    /// An empty desk.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temp folder");
        for part in ["files", "data"] {
            fs::create_dir(folder.path().join(part)).expect("a folder in a temp folder");
        }
        Self { folder }
    }

    /// A desk with an empty workbook on it.
    pub fn with_book() -> Self {
        let desk = Self::new();
        desk.text(&["new", BOOK]);
        desk
    }

    /// A desk with the telco table and three segments over it.
    pub fn with_telco() -> Self {
        let desk = Self::with_book();
        let table = fixture("data/telco_customer_churn.csv");
        desk.text(&["import", BOOK, &table, "--name", "customers"]);
        desk.apply(&telco_chain());
        desk
    }

    /// A path among the files.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("files").join(name)
    }

    /// The folder where the app keeps what is not the workbook.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Writes the file in which a person's settings are kept.
    pub fn choose(&self, settings: &Value) {
        let folder = self.folder.path().join(".config/throughline");
        fs::create_dir_all(&folder).expect("a folder in a temp folder");
        fs::write(folder.join("settings.json"), settings.to_string())
            .expect("writes in a temp folder");
    }

    /// Puts a file on the desk.
    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).expect("writes in a temp folder");
    }

    /// The bytes of a file.
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).expect("reads what is there")
    }

    /// The names of all files, in order.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path("")).expect("lists");
        let mut names: Vec<String> = entries
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }

    /// The command, ready to be started.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(program("throughline").expect("a path"));
        self.furnish(&mut command);
        command.args(words);
        command
    }

    /// Gives a command this desk's folders and nothing of the machine's.
    pub fn furnish(&self, command: &mut Command) {
        command
            .current_dir(self.path(""))
            .env_clear()
            .env("HOME", self.folder.path())
            .env("XDG_DATA_HOME", self.data())
            .env("THROUGHLINE_AUTHOR", "Mira")
            .stdin(Stdio::null());
    }

    /// Calls the command.
    pub fn call(&self, words: &[&str]) -> Called {
        let output = self.command(words).output();
        called(output.expect("`cargo build --workspace` makes the command"))
    }

    /// Calls the command with a text on standard input.
    pub fn call_with(&self, words: &[&str], input: &str) -> Called {
        let mut command = self.command(words);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("starts");
        let mut stdin = child.stdin.take().expect("is piped");
        stdin.write_all(input.as_bytes()).expect("is read");
        drop(stdin);
        called(child.wait_with_output().expect("ends"))
    }

    /// What a call prints for people; it must do what it was asked and say nothing else.
    pub fn text(&self, words: &[&str]) -> String {
        let called = self.call(words);
        assert_eq!(
            (called.exit, called.err.as_str()),
            (0, ""),
            "{words:?} works: {called:?}"
        );
        called.out
    }

    /// What a call answers as JSON: one document, nothing beside it.
    pub fn json(&self, words: &[&str]) -> Value {
        let called = self.call(&[words, &["--json"]].concat());
        assert_eq!(
            (called.exit, called.err.as_str()),
            (0, ""),
            "{words:?} works: {called:?}"
        );
        document(&called.out)
    }

    /// Applies a chain document.
    pub fn apply(&self, chain: &Value) {
        let called = self.call_with(&["apply", BOOK, "-"], &chain.to_string());
        assert_eq!(called.exit, 0, "{called:?}");
    }

    /// What a call that must fail says, the same in both kinds of output.
    pub fn refusal(&self, words: &[&str]) -> Refusal {
        let called = self.call(words);
        assert_eq!(
            called.out, "",
            "an error stands on standard error alone: {called:?}"
        );
        let told = refusal_of(&self.call(&[words, &["--json"]].concat()));
        assert_eq!(called.exit, told.exit);
        let expected = format!(
            "error[{}]: {}\n  fix: {}\n",
            told.code, told.message, told.fix
        );
        assert_eq!(
            called.err, expected,
            "people and programs are told the same"
        );
        told
    }
}

/// What a call with `--json` that failed says.
pub fn refusal_of(called: &Called) -> Refusal {
    assert_eq!(
        called.err, "",
        "with --json nothing stands on standard error: {called:?}"
    );
    let answer = document(&called.out);
    let text = |key: &str| {
        let text = answer["error"][key].as_str().unwrap_or_default();
        assert!(!text.is_empty(), "an error has a {key}: {answer}");
        text.to_owned()
    };
    assert_ne!(called.exit, 0, "{called:?}");
    Refusal {
        exit: called.exit,
        code: text("code"),
        message: text("message"),
        fix: text("fix"),
    }
}

fn called(output: Output) -> Called {
    Called {
        exit: output.status.code().expect("ends by itself"),
        out: String::from_utf8(output.stdout).expect("prints text"),
        err: String::from_utf8(output.stderr).expect("prints text"),
    }
}

/// The one JSON document that an output is.
pub fn document(out: &str) -> Value {
    serde_json::from_str(out).unwrap_or_else(|error| panic!("one JSON document ({error}): {out}"))
}

/// A file of the project's fixtures, by its full name.
pub fn fixture(name: &str) -> String {
    let path: &Path = &project("tests/fixtures").join(name);
    let path = path
        .canonicalize()
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    path.to_string_lossy().into_owned()
}

/// Bytes of a file of the project's fixtures.
pub fn fixture_bytes(name: &str) -> Vec<u8> {
    fs::read(fixture(name)).expect("reads")
}

/// A segment of the rows whose column has a value.
pub fn segment(id: &str, column: &str, value: &str) -> Value {
    json!({"id": id, "name": format!("The {id} ones"), "dataset": "customers",
           "rule": {"column": column, "op": "eq", "value": value}})
}

/// The metric: who left.
pub fn churn() -> Value {
    json!({"id": "churn", "name": "Churn", "dataset": "customers", "better": "lower",
           "threshold": 0.02,
           "formula": {"rate": {"where": {"column": "Churn", "op": "eq", "value": "Yes"}}}})
}

/// Three segments of the telco table and two metrics.
pub fn telco_chain() -> Value {
    json!({"throughline": 1,
        "segments": [
            segment("monthly", "Contract", "Month-to-month"),
            segment("two-year", "Contract", "Two year"),
            segment("women", "gender", "Female"),
        ],
        "metrics": [churn(),
            {"id": "bill", "name": "Monthly bill", "dataset": "customers", "better": "higher",
             "formula": {"mean": "MonthlyCharges"}}]})
}

/// The names of an object's fields.
pub fn fields(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .map(|object| object.keys().map(String::as_str).collect())
        .unwrap_or_default()
}

/// A number of a document.
pub fn number(value: &Value) -> f64 {
    value
        .as_f64()
        .unwrap_or_else(|| panic!("{value} is no number"))
}
