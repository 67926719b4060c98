//! What a person chose once and for all. It holds for the window and the command line alike, and is
//! kept in the app's config folder.

use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use specta::Type;

use crate::error::Error;
use crate::folders;
use crate::notebook::Notebook;

pub use brief::Paper;

/// Letters of an author's name that are kept.
const LONGEST_NAME: usize = 120;

/// The colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has them.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// How much moves in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Motion {
    /// As the system has it.
    #[default]
    System,
    /// Nothing moves.
    Reduced,
}

/// The choices.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct Preferences {
    /// The colours of the window.
    pub theme: Theme,
    /// The name that stands in the history and on briefs; empty for the computer's user name.
    pub author: String,
    /// The paper that briefs are set on.
    pub paper: Paper,
    /// How much moves.
    pub motion: Motion,
}

/// Choices that are made anew; all others hold on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct PreferencesChange {
    /// The colours of the window.
    pub theme: Option<Theme>,
    /// The name that stands in the history and on briefs.
    pub author: Option<String>,
    /// The paper that briefs are set on.
    pub paper: Option<Paper>,
    /// How much moves.
    pub motion: Option<Motion>,
}

/// The choices as they were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PreferencesRead {
    /// What holds: what was found, and the usual for the rest.
    pub settings: Preferences,
    /// The name that holds while none is chosen.
    pub usual_author: String,
    /// Why the usual holds for some of them.
    pub trouble: Option<Error>,
}

impl Preferences {
    /// The choices of the person at this computer.
    pub fn read() -> PreferencesRead {
        Self::read_in(&folders::config())
    }

    /// Chooses anew, and gives the choices back as they then hold.
    ///
    /// # Errors
    /// When the config folder cannot be written; what it held before is still there.
    pub fn change(change: PreferencesChange) -> Result<PreferencesRead, Error> {
        Self::change_in(&folders::config(), change)
    }

    /// Only what is chosen is written. What else the file says stays as it is, also where it
    /// cannot be read here.
    fn change_in(folder: &Path, change: PreferencesChange) -> Result<PreferencesRead, Error> {
        let chosen = PreferencesChange {
            author: change.author.as_deref().map(name),
            ..change
        };
        file(folder).write(fields(&chosen))?;
        Ok(Self::read_in(folder))
    }

    fn read_in(folder: &Path) -> PreferencesRead {
        let file = file(folder);
        let found = file.read();
        let mut unread = Vec::new();
        let mut settings = Self {
            theme: taken(&found.fields, "theme", &mut unread),
            author: taken(&found.fields, "author", &mut unread),
            paper: taken(&found.fields, "paper", &mut unread),
            motion: taken(&found.fields, "motion", &mut unread),
        };
        settings.author = name(&settings.author);
        PreferencesRead {
            settings,
            usual_author: usual_author(),
            trouble: found
                .trouble
                .or_else(|| (!unread.is_empty()).then(|| file.unread(&unread))),
        }
    }
}

/// The name that stands in the history: the one the environment gives for this run, else the one
/// chosen, else the computer's user name.
pub(crate) fn author() -> String {
    let chosen = || Some(Preferences::read().settings.author).filter(|name| !name.is_empty());
    variable("THROUGHLINE_AUTHOR")
        .or_else(chosen)
        .unwrap_or_else(usual_author)
}

fn usual_author() -> String {
    variable("USER")
        .or_else(|| variable("USERNAME"))
        .unwrap_or_default()
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name)
        .ok()
        .map(|value| value.trim().to_owned())
        .filter(|value| !value.is_empty())
}

fn file(folder: &Path) -> Notebook {
    Notebook::new(folder, "settings.json", "settings file")
}

/// A name on one line.
fn name(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ").chars().take(LONGEST_NAME).collect()
}

/// What a change says, by the names of the fields.
fn fields(change: &PreferencesChange) -> Map<String, Value> {
    match serde_json::to_value(change) {
        Ok(Value::Object(mut fields)) => {
            fields.retain(|_, value| !value.is_null());
            fields
        }
        _ => Map::new(),
    }
}

/// A field's value; the usual one, and the name noted, when it cannot be read.
fn taken<T: DeserializeOwned + Default>(
    fields: &Map<String, Value>,
    name: &'static str,
    unread: &mut Vec<&'static str>,
) -> T {
    let Some(value) = fields.get(name) else {
        return T::default();
    };
    serde_json::from_value(value.clone()).unwrap_or_else(|_| {
        unread.push(name);
        T::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_holds_from_then_on() {
        let folder = tempfile::tempdir().expect("a folder");
        let before = Preferences::read_in(folder.path());
        assert_eq!(before.settings, Preferences::default());
        assert_eq!(before.trouble, None);
        let chosen = PreferencesChange {
            theme: Some(Theme::Dark),
            author: Some("  Mira\n Albrecht ".to_owned()),
            paper: Some(Paper::Letter),
            motion: Some(Motion::Reduced),
        };
        let saved = Preferences::change_in(folder.path(), chosen).expect("saves");
        assert_eq!(saved.settings.author, "Mira Albrecht", "a name is one line");
        assert_eq!(saved.settings.theme, Theme::Dark);
        assert_eq!(Preferences::read_in(folder.path()), saved);
        let lighter = PreferencesChange {
            theme: Some(Theme::Light),
            ..PreferencesChange::default()
        };
        let changed = Preferences::change_in(folder.path(), lighter).expect("saves");
        assert_eq!(changed.settings.theme, Theme::Light);
        assert_eq!(
            changed.settings.author, "Mira Albrecht",
            "all else holds on"
        );
    }

    #[test]
    fn one_choice_that_cannot_be_read_leaves_the_others_as_they_are() {
        let folder = tempfile::tempdir().expect("a folder");
        let text = r#"{"version": 1, "theme": "dark", "paper": "a5", "motion": 3}"#;
        std::fs::write(folder.path().join("settings.json"), text).expect("writes");
        let read = Preferences::read_in(folder.path());
        assert_eq!(read.settings.theme, Theme::Dark);
        assert_eq!(read.settings.paper, Paper::A4);
        let trouble = read.trouble.expect("says which");
        assert!(trouble.message.contains("paper"), "{trouble:?}");
        assert!(trouble.message.contains("motion"), "{trouble:?}");
    }

    #[test]
    fn what_cannot_be_read_stays_in_the_file_until_it_is_chosen_anew() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.json");
        let text = r#"{"version": 1, "theme": "sepia", "paper": "a5", "tabs": [1, 2]}"#;
        std::fs::write(&path, text).expect("writes");
        let written = || -> Value {
            let text = std::fs::read_to_string(&path).expect("reads");
            serde_json::from_str(&text).expect("JSON")
        };
        let change = |change| Preferences::change_in(folder.path(), change).expect("saves");
        let named = change(PreferencesChange {
            author: Some("Mira".to_owned()),
            ..PreferencesChange::default()
        });
        let kept = serde_json::json!({"version": 1, "theme": "sepia", "paper": "a5",
            "tabs": [1, 2], "author": "Mira"});
        assert_eq!(written(), kept);
        let trouble = named.trouble.expect("still says which");
        assert!(
            trouble.message.contains("“theme” and “paper”"),
            "{trouble:?}"
        );
        assert!(trouble.fix.contains("until you choose anew"), "{trouble:?}");
        let chosen = change(PreferencesChange {
            theme: Some(Theme::Dark),
            paper: Some(Paper::Letter),
            ..PreferencesChange::default()
        });
        assert_eq!((chosen.settings.theme, chosen.trouble), (Theme::Dark, None));
        assert_eq!(written()["tabs"], serde_json::json!([1, 2]));
    }

    #[test]
    fn a_damaged_file_means_the_usual_with_a_reason_and_can_be_written_again() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("settings.json"), "{").expect("writes");
        let read = Preferences::read_in(folder.path());
        assert_eq!(read.settings, Preferences::default());
        assert!(read.trouble.is_some());
        let dark = PreferencesChange {
            theme: Some(Theme::Dark),
            ..PreferencesChange::default()
        };
        let saved = Preferences::change_in(folder.path(), dark).expect("saves");
        assert_eq!(saved.trouble, None);
        assert_eq!(saved.settings.theme, Theme::Dark);
    }
}
