//! The `throughline` command: reads what was asked, calls the one use case for it, shows the answer.

mod arguments;
mod commands;
mod document;
mod gauge;
mod page;
mod table;
mod target;
mod terminal;
mod trouble;
mod width;

use std::panic::AssertUnwindSafe;
use std::process::ExitCode;

use arguments::Arguments;
use terminal::Terminal;
use trouble::Trouble;

fn main() -> ExitCode {
    let words: Vec<_> = std::env::args_os().collect();
    let terminal = Terminal::new(arguments::wants_json(&words));
    // A fault of ours ends as an error like any other, so that a script can read it.
    let ran = std::panic::catch_unwind(AssertUnwindSafe(|| run(words, &terminal)));
    let code = match ran.unwrap_or_else(|_| Err(Trouble::fault())) {
        Ok(ending) => ending.exit(),
        Err(trouble) => terminal.report(&trouble),
    };
    ExitCode::from(code)
}

fn run(words: Vec<std::ffi::OsString>, terminal: &Terminal) -> Result<commands::Ending, Trouble> {
    match Arguments::read(words)? {
        arguments::Asked::Help(text) => {
            terminal.print(&text)?;
            Ok(commands::Ending::Done)
        }
        arguments::Asked::Command(command) => command.run(terminal),
    }
}
