//! `cargo xtask demo`: the whole line on a real customer table, from import to a brief on paper.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::{self, Project, not_started};
use crate::screen::Screen;
use crate::steps::Steps;
use crate::trouble::Trouble;
use crate::{page, system};

/// IBM's sample of 7,043 telephone and internet customers, with who left.
const TABLE: &str = "tests/fixtures/data/telco_customer_churn.csv";

/// A filled chain of three segments over that table.
const CHAIN: &str = "tests/fixtures/demo/telco.json";

/// The segment the brief is about.
const SEGMENT: &str = "fibre-monthly";

/// Builds everything, walks the line, and shows the window on the result.
pub fn run(project: &Project) -> Result<(), Trouble> {
    let mut steps = Steps::of("demo");
    let has_display = has_display();
    steps.step("system packages", || {
        let screen: &[&str] = if has_display { &[] } else { system::SCREEN };
        system::provide(&[system::BUILD, screen])
    })?;
    steps.step("page", || {
        page::install(project)?;
        page::build(project)
    })?;
    steps.step("programs", || {
        project::run(&mut project.cargo(&["build", "--workspace"]))
    })?;
    let made = steps.step("the line on 7,043 customers", || walk(project))?;
    if has_display {
        steps.print_times();
        println!("\nThe window is open on the workbook. Close it to end.");
        project::run(&mut window(project, &made.workbook))?;
    } else {
        steps.step("the window, on a display without a monitor", || {
            photograph(project, &made)
        })?;
        steps.print_times();
    }
    println!("\nMade in {}:", made.folder.display());
    for file in made.files(!has_display) {
        let bytes = file
            .metadata()
            .map_err(Trouble::file(file.display().to_string()))?
            .len();
        println!("  {} ({bytes} bytes)", file.display());
    }
    Ok(())
}

/// What the demo leaves behind.
struct Made {
    folder: PathBuf,
    workbook: PathBuf,
    markdown: PathBuf,
    pdf: PathBuf,
    picture: PathBuf,
}

impl Made {
    fn in_folder(folder: PathBuf) -> Self {
        Self {
            workbook: folder.join("telco.throughline"),
            markdown: folder.join("telco-brief.md"),
            pdf: folder.join("telco-brief.pdf"),
            picture: folder.join("telco-window.png"),
            folder,
        }
    }

    fn files(&self, with_picture: bool) -> impl Iterator<Item = &PathBuf> {
        let picture = with_picture.then_some(&self.picture);
        [&self.workbook, &self.markdown, &self.pdf]
            .into_iter()
            .chain(picture)
    }
}

/// New workbook, table, chain, comparison, brief: all through the command line.
fn walk(project: &Project) -> Result<Made, Trouble> {
    let made = Made::in_folder(project.path("demo"));
    if made.folder.exists() {
        fs::remove_dir_all(&made.folder).map_err(Trouble::file("demo"))?;
    }
    fs::create_dir_all(&made.folder).map_err(Trouble::file("demo"))?;
    let (book, table, chain) = (&made.workbook, project.path(TABLE), project.path(CHAIN));

    let say = |words: &[&dyn AsRef<Path>]| {
        let mut command = project.command(project.program("throughline"));
        command.args(words.iter().map(|word| word.as_ref()));
        let shown: Vec<_> = command
            .get_args()
            .map(|word| word.to_string_lossy())
            .collect();
        println!("\n$ throughline {}", shown.join(" "));
        project::run(&mut command)
    };
    say(&[&"new", book])?;
    say(&[
        &"import",
        book,
        &table,
        &"--name",
        &"customers",
        &"--key",
        &"customerID",
    ])?;
    say(&[&"apply", book, &chain])?;
    say(&[&"segments", book])?;
    say(&[
        &"compare",
        book,
        &"--metric",
        &"churn",
        &"--metric",
        &"first-year",
        &"--metric",
        &"paperless",
    ])?;
    say(&[&"brief", book, &SEGMENT, &"-o", &made.markdown])?;
    say(&[&"brief", book, &SEGMENT, &"-o", &made.pdf])?;
    Ok(made)
}

fn window(project: &Project, workbook: &Path) -> Command {
    let mut command = project.command(project.program("throughline-window"));
    command.arg(workbook);
    command
}

/// Starts the real window under Xvfb, leaves its picture, and ends it.
fn photograph(project: &Project, made: &Made) -> Result<(), Trouble> {
    let screen = Screen::start()?;
    let mut command = window(project, &made.workbook);
    let mut program = screen
        .show(&mut command)
        .spawn()
        .map_err(|error| not_started(&command, error))?;
    let outcome = screen.picture(project, &mut program, &made.picture);
    // Asked to end, it closes the workbook first, and one file is left.
    let asked = project::run(project.command("kill").arg(program.id().to_string()));
    outcome.and(asked)?;
    program.wait().map_err(Trouble::file("the window"))?;
    Ok(())
}

/// Whether a window can be shown to a person.
fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
