//! The project's own tasks. `cargo xtask` lists them.

// A task runner talks to the person at the terminal.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bench;
mod containers;
mod demo;
mod generated;
mod icons;
mod page;
mod project;
mod screen;
mod steps;
mod system;
mod test;
mod trouble;

use std::process::ExitCode;

use project::Project;
use trouble::Trouble;

const USAGE: &str = "\
Tasks of Throughline:

  cargo xtask demo         build everything, walk the line on a real customer table, open the window
  cargo xtask test         every check and every test, the window's own included
  cargo xtask bench        how long a large workbook keeps a person waiting
  cargo xtask gen          write the generated code (--check: fail when it is not current)
  cargo xtask icons        draw icons/ again from icons/icon.svg
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("\nerror: {trouble}");
            trouble.exit_code()
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Trouble> {
    let project = Project::here();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["demo"] => demo::run(&project),
        ["test"] => test::run(&project),
        ["bench"] => bench::run(&project),
        ["gen"] => generated::write(&project),
        ["gen", "--check"] => generated::check(&project),
        ["icons"] => icons::draw(&project),
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        _ => Err(Trouble::Usage(USAGE)),
    }
}
