//! What was typed: read by clap, with its complaints put in our words.

use std::ffi::OsString;

use clap::Parser;
use clap::error::{ContextKind, ErrorKind};

use crate::commands::Command;
use crate::trouble::Trouble;

/// Segments from a real customer table, compared honestly, written up on paper.
///
/// Every command works on one workbook file and needs no display. With --json a command prints one
/// JSON document on standard output and nothing else.
#[derive(Debug, Parser)]
#[command(
    name = "throughline",
    bin_name = "throughline",
    version,
    disable_help_subcommand = true,
    verbatim_doc_comment,
    after_help = "A first walk:
  throughline new shop.throughline
  throughline import shop.throughline customers.csv
  throughline apply shop.throughline segments.json
  throughline compare shop.throughline --metric churn
  throughline brief shop.throughline loyal -o brief.pdf

Exit codes: 0 done, 1 `verify` found something wrong, 2 usage, 3 the input is bad,
4 the workbook's state forbids it, 5 the machine failed."
)]
pub struct Arguments {
    /// Print one JSON document instead of text for people
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

/// What a call asks for.
pub enum Asked {
    /// Help or the version, ready to be printed.
    Help(String),
    /// Something to do.
    Command(Command),
}

impl Arguments {
    /// Reads the words of a call, the program's own name first.
    pub fn read(words: Vec<OsString>) -> Result<Asked, Trouble> {
        match Self::try_parse_from(words) {
            Ok(arguments) => Ok(Asked::Command(arguments.command)),
            Err(error) => match error.kind() {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                    Ok(Asked::Help(error.render().ansi().to_string()))
                }
                _ => Err(misused(&error)),
            },
        }
    }
}

/// Whether `--json` stands among the words, known before they can be read: a call that cannot be
/// read is answered in JSON too.
pub fn wants_json(words: &[OsString]) -> bool {
    words
        .iter()
        .take_while(|word| *word != "--")
        .any(|word| word == "--json")
}

/// clap's complaint as an error with a fix: its first paragraph is what happened, its tips and the
/// usage line are what to do.
fn misused(error: &clap::Error) -> Trouble {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand
    ) {
        return Trouble::usage(
            "No command was given",
            "`throughline --help` lists the commands",
        );
    }
    if error.kind() == ErrorKind::InvalidSubcommand {
        let word = error.get(ContextKind::InvalidSubcommand);
        let word = word.map(ToString::to_string).unwrap_or_default();
        let near = error.get(ContextKind::SuggestedSubcommand);
        let near = near.map_or(String::new(), |near| format!("Did you mean `{near}`? "));
        return Trouble::usage(
            &format!("There is no command `{word}`"),
            &format!("{near}`throughline --help` lists the commands"),
        );
    }
    let text = error.render().to_string();
    let mut paragraphs = text.split("\n\n").map(|part| {
        let words: Vec<&str> = part.split_whitespace().collect();
        words.join(" ")
    });
    let message = paragraphs.next().unwrap_or_default();
    let message = message.strip_prefix("error: ").unwrap_or(&message);
    let fixes: Vec<String> = paragraphs
        .filter_map(|part| {
            if let Some(tip) = part.strip_prefix("tip: ") {
                // Nobody who slips in an option's name means it as a file's.
                return (!tip.starts_with("to pass ")).then(|| sentence(tip));
            }
            // Who asked for JSON need not be told to.
            let usage = part.strip_prefix("Usage: ")?.replace(" --json", "");
            Some(format!("Write it as `{usage}`."))
        })
        .collect();
    let fix = if fixes.is_empty() {
        "`throughline --help` lists the commands and what they take".to_owned()
    } else {
        fixes.join(" ")
    };
    Trouble::usage(&sentence(message), &fix)
}

/// Starts with a capital letter and ends with a full stop.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    let text = format!("{}{}", first.unwrap_or_default(), letters.as_str());
    if text.ends_with(['.', '?', ':']) {
        text
    } else {
        text + "."
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn the_command_line_is_put_together_soundly() {
        use clap::CommandFactory;
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_wrong_call_says_what_is_wrong_and_how_it_is_written() {
        let Err(Trouble::Usage(error)) = Arguments::read(words("throughline segments")) else {
            panic!("the file is missing");
        };
        assert!(error.message.contains("<FILE>"), "{}", error.message);
        assert!(
            error.fix.contains("throughline segments <FILE>"),
            "{}",
            error.fix
        );
    }

    #[test]
    fn an_option_that_there_is_not_is_not_taken_for_a_file() {
        let line = "throughline brief f.thrl s -o b.pdf --segment s";
        let Err(Trouble::Usage(error)) = Arguments::read(words(line)) else {
            panic!("brief has no such option");
        };
        assert!(
            error.fix.starts_with("Write it as `throughline brief"),
            "{}",
            error.fix
        );
    }

    #[test]
    fn json_is_asked_for_wherever_it_stands_but_not_behind_two_dashes() {
        assert!(wants_json(&words("throughline --json segments f")));
        assert!(wants_json(&words("throughline segments f --json")));
        assert!(!wants_json(&words("throughline why f s -- --json")));
    }
}
