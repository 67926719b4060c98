//! Small files of the app's own: JSON objects with a version, written whole or not at all.
//!
//! A file that cannot be read is no reason to stop: whoever asks gets nothing and the reason, and
//! before the next writing the file is put aside under another name, so that nothing is lost.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::error::{Code, Error};
use crate::export::save;

/// More than this is no file of ours.
const MOST_BYTES: u64 = 1 << 20;

/// The field that holds the version.
const VERSION: &str = "version";

/// One of the small files.
pub(crate) struct Notebook {
    path: PathBuf,
    /// What it is to a person, as "list of recent workbooks".
    what: &'static str,
}

/// What was found in it.
pub(crate) struct Found {
    /// Its fields; none when there is no file, or none that can be read.
    pub fields: Map<String, Value>,
    /// Why it could not be read.
    pub trouble: Option<Error>,
}

impl Notebook {
    /// The file `name` in `folder`.
    pub(crate) fn new(folder: &Path, name: &str, what: &'static str) -> Self {
        Self {
            path: folder.join(name),
            what,
        }
    }

    /// Reads it.
    pub(crate) fn read(&self) -> Found {
        match self.fields() {
            Ok(fields) => Found {
                fields: fields.unwrap_or_default(),
                trouble: None,
            },
            Err(why) => Found {
                fields: Map::new(),
                trouble: Some(self.trouble(&why)),
            },
        }
    }

    /// Writes fields over those of the same names; all others, of a newer version perhaps, stay.
    pub(crate) fn write(&self, changed: Map<String, Value>) -> Result<(), Error> {
        let mut fields = match self.fields() {
            Ok(fields) => fields.unwrap_or_default(),
            Err(_) => {
                self.put_aside()?;
                Map::new()
            }
        };
        fields.entry(VERSION).or_insert(json!(1));
        fields.extend(changed);
        let text = serde_json::to_vec_pretty(&fields).map_err(|error| {
            Error::new(
                Code::Unexpected,
                format!("The {} could not be put into words: {error}", self.what),
                "What it held before is still there",
            )
        })?;
        if let Some(folder) = self.path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| self.unwritten(&error))?;
        }
        save(&self.path, &text)
    }

    /// Why some of its fields are not taken over.
    pub(crate) fn unread(&self, fields: &[&str]) -> Error {
        Error::new(
            Code::FileDamaged,
            format!(
                "The {} says something that is not known here for “{}”",
                self.what,
                fields.join("” and “")
            ),
            format!(
                "The usual holds there. What {} says stays in it until you choose anew",
                self.path.display()
            ),
        )
    }

    /// Why nothing of it is taken over.
    fn trouble(&self, why: &str) -> Error {
        Error::new(
            Code::FileDamaged,
            format!("The {} cannot be read: {why}", self.what),
            format!(
                "Everything else works. With the next change a new one is begun, and this one is \
                 kept as {}",
                self.aside().display()
            ),
        )
    }

    fn fields(&self) -> Result<Option<Map<String, Value>>, String> {
        let mut text = Vec::new();
        let file = match File::open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.kind().to_string()),
        };
        file.take(MOST_BYTES + 1)
            .read_to_end(&mut text)
            .map_err(|error| error.kind().to_string())?;
        if text.len() as u64 > MOST_BYTES {
            return Err("it is far too long".to_owned());
        }
        match serde_json::from_slice(&text) {
            Ok(Value::Object(fields)) => Ok(Some(fields)),
            Ok(_) => Err("it holds something else".to_owned()),
            Err(error) => Err(format!("line {} is not JSON", error.line())),
        }
    }

    /// Gives a file that cannot be read another name.
    fn put_aside(&self) -> Result<(), Error> {
        std::fs::rename(&self.path, self.aside()).map_err(|error| self.unwritten(&error))
    }

    /// Where a file that cannot be read is kept.
    fn aside(&self) -> PathBuf {
        let mut name = self.path.clone().into_os_string();
        name.push(".damaged");
        name.into()
    }

    fn unwritten(&self, error: &std::io::Error) -> Error {
        Error::new(
            Code::Io,
            format!(
                "The {} could not be written to {}: {}",
                self.what,
                self.path.display(),
                error.kind()
            ),
            "Look at the permissions of that folder. No workbook is touched",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notebook(folder: &Path) -> Notebook {
        Notebook::new(folder, "small.json", "settings file")
    }

    fn one(name: &str, value: Value) -> Map<String, Value> {
        Map::from_iter([(name.to_owned(), value)])
    }

    #[test]
    fn what_was_written_is_read_and_fields_of_a_newer_version_stay() {
        let folder = tempfile::tempdir().expect("a folder");
        let inside = folder.path().join("not/there/yet");
        let small = notebook(&inside);
        assert!(small.read().fields.is_empty() && small.read().trouble.is_none());
        small.write(one("theme", json!("dark"))).expect("writes");
        let newer = r#"{"version": 7, "theme": "dark", "tabs": [1, 2]}"#;
        std::fs::write(inside.join("small.json"), newer).expect("writes");
        small.write(one("theme", json!("light"))).expect("writes");
        let fields = small.read().fields;
        assert_eq!(
            Value::Object(fields),
            json!({"version": 7, "theme": "light", "tabs": [1, 2]})
        );
    }

    #[test]
    fn a_damaged_file_is_nothing_with_a_reason_and_is_kept_aside() {
        let folder = tempfile::tempdir().expect("a folder");
        let small = notebook(folder.path());
        for damaged in ["{\"theme\": ", "[1, 2]", "\u{0}\u{0}", ""] {
            std::fs::write(folder.path().join("small.json"), damaged).expect("writes");
            let found = small.read();
            assert!(found.fields.is_empty());
            let trouble = found.trouble.expect("says why");
            assert_eq!(trouble.code, Code::FileDamaged, "{damaged:?}");
            assert!(trouble.message.contains("settings file"), "{trouble:?}");
            assert!(trouble.fix.contains("small.json.damaged"), "{trouble:?}");
            small.write(one("theme", json!("dark"))).expect("writes");
            assert_eq!(small.read().fields["theme"], "dark");
            let aside = std::fs::read_to_string(folder.path().join("small.json.damaged"));
            assert_eq!(aside.expect("is kept"), damaged);
        }
    }

    #[test]
    fn a_file_far_too_long_is_not_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let long = format!("{{\"theme\": \"{}\"}}", "x".repeat(2 << 20));
        std::fs::write(folder.path().join("small.json"), long).expect("writes");
        assert!(notebook(folder.path()).read().trouble.is_some());
    }
}
