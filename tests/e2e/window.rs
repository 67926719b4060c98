//! The running window, in the words of the person before it.

use std::cell::Cell;
use std::fmt::Debug;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use throughline_tests::project;

use crate::driver::{Element, Session};
use crate::look::Look;

/// How long the page may take to show something. Generous: nothing is asserted about speed.
const PATIENCE: Duration = Duration::from_secs(20);

/// React Aria puts one `<style>` of its own into the page. The content policy stops it, which
/// shows as these two, and the page's own style sheet says the same.
const ONE_STYLE_STOPPED: [&str; 2] = [
    "csp: style-src-elem inline",
    "not loaded: <style id=\"react-aria-pressable-style\">",
];

/// What Tauri says of an answer that the page before asked for; only after a test loaded it again.
const ANSWER_TO_THE_PAGE_BEFORE: &str = "console.warn: [TAURI] Couldn't find callback id";

/// Keys that write nothing, as WebDriver spells them.
pub mod keys {
    /// Held down for the letters after it.
    pub const CONTROL: &str = "\u{E009}";
    /// Does what is chosen.
    pub const ENTER: &str = "\u{E007}";
    /// Leaves what floats.
    pub const ESCAPE: &str = "\u{E00C}";
    /// To the end.
    pub const END: &str = "\u{E010}";
    /// A row up.
    pub const UP: &str = "\u{E013}";
    /// A row down.
    pub const DOWN: &str = "\u{E015}";
}

/// A window, closed when dropped.
pub struct Window<'desk> {
    session: Session,
    look: Look,
    /// The program's process.
    program: u32,
    is_open: bool,
    /// Whether a test loaded the page again.
    reloaded: Cell<bool>,
    // The desk's driver and display must outlive the window.
    _desk: PhantomData<&'desk ()>,
}

/// Waits until nothing has moved for some frames. What fades in has the contrast of its last moment;
/// it is drawn once before it begins to move, so one look is not enough.
const STILL: &str = "const done = arguments[0];
    let still = 0;
    const look = () => {
        const moves = document.getAnimations().some((it) => it.playState === 'running')
            || document.querySelector('[data-entering], [data-exiting]') !== null;
        still = moves ? 0 : still + 1;
        if (still === 6) done();
        else requestAnimationFrame(look);
    };
    look();";

impl Window<'_> {
    /// The window of `session`, once its page has drawn something. (A picture of a page that
    /// has drawn nothing never comes.)
    pub fn new(session: Session, program: u32, look: Look) -> Self {
        let window = Self {
            session,
            look,
            program,
            is_open: true,
            reloaded: Cell::new(false),
            _desk: PhantomData,
        };
        window.wait("the page draws something", || {
            window.session.find("#root *")
        });
        window
    }

    /// Waits for the first element `css` finds.
    pub fn find(&self, css: &str) -> Element {
        self.wait(css, || self.session.find(css))
    }

    /// Waits for a button, link, tab or menu entry by its name, or by the part of it that
    /// stands in an element of its own.
    pub fn find_named(&self, name: &str) -> Element {
        let quoted = json!(name);
        let path = format!(
            "//*[self::button or self::a or @role='button' or @role='tab' or @role='menuitem' or @role='option']\
             [normalize-space()={quoted} or @aria-label={quoted} or .//*[normalize-space()={quoted}]]"
        );
        self.wait(name, || self.session.find_path(&path))
    }

    /// Waits until the page says `words`.
    pub fn read(&self, words: &str) {
        self.wait(words, || self.words().contains(words).then_some(()));
    }

    /// Waits until `holds` does.
    pub fn eventually(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        self.wait(what, || holds(self).then_some(()));
    }

    /// All words on the page.
    pub fn words(&self) -> String {
        self.session
            .run("return document.body.innerText", &json!([]))
            .as_str()
            .unwrap_or("")
            .to_owned()
    }

    /// Clicks what is called `name`.
    pub fn press(&self, name: &str) {
        self.eventually(&format!("{name} is pressed"), |window| {
            window.session.click(&window.find_named(name))
        });
    }

    /// Clicks the first element `css` finds.
    pub fn click(&self, css: &str) {
        self.eventually(&format!("{css} is clicked"), |window| {
            window.session.click(&window.find(css))
        });
    }

    /// Types `keys` into the first element `css` finds.
    pub fn type_into(&self, css: &str, keys: &str) {
        self.session.type_into(&self.find(css), keys);
    }

    /// Takes hold of the first element `css` finds and moves it to the right, without letting go.
    pub fn take(&self, css: &str, right: i32) {
        self.session.take(&self.find(css), right);
    }

    /// Lets go of what was taken.
    pub fn let_go(&self) {
        self.session.let_go();
    }

    /// Presses `letters` where the page has the focus, with `held` down.
    pub fn keys(&self, held: &str, letters: &str) {
        self.type_into("body", &format!("{held}{letters}"));
    }

    /// Gives the window a size, as a person does at its corner.
    pub fn resize(&self, width: u32, height: u32) {
        self.session.resize(width, height);
    }

    /// Whether `css` finds something now.
    pub fn shows(&self, css: &str) -> bool {
        self.session.find(css).is_some()
    }

    /// What `script`, the body of a function, returns.
    pub fn run(&self, script: &str) -> Value {
        self.session.run(script, &json!([]))
    }

    /// Runs `script` until it calls the function that it gets.
    pub fn run_until_done(&self, script: &str) {
        self.session.run_async(script, &json!([]));
    }

    /// Loads the page again, as it stands.
    pub fn reload(&self) {
        self.reloaded.set(true);
        self.run("location.reload()");
    }

    /// What went wrong in the page since it began to load: errors, refused content, warnings.
    pub fn troubles(&self) -> Vec<String> {
        let troubles = self.run("return window.__troubles");
        let troubles = troubles
            .as_array()
            .expect("the window was built with the feature e2e");
        let mut troubles: Vec<String> = troubles
            .iter()
            .filter_map(|one| one.as_str().map(str::to_owned))
            .collect();
        for known in ONE_STYLE_STOPPED {
            if let Some(place) = troubles.iter().position(|one| one.starts_with(known)) {
                troubles.remove(place);
            }
        }
        if self.reloaded.get() {
            troubles.retain(|one| !one.starts_with(ANSWER_TO_THE_PAGE_BEFORE));
        }
        troubles
    }

    /// What a command answers when the page calls it by name, refusals included: `{ok}` or
    /// `{refused}`.
    pub fn call(&self, command: &str) -> Value {
        self.call_with(command, &json!({}))
    }

    /// The same, with arguments by their names.
    pub fn call_with(&self, command: &str, arguments: &Value) -> Value {
        let script = "const [command, words, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(command, words)
                .then((ok) => done({ ok }), (refused) => done({ refused: refused?.code ?? String(refused) }));";
        self.session.run_async(script, &json!([command, arguments]))
    }

    /// What axe-core finds wrong for assistive technology, one line a rule.
    pub fn axe(&self) -> Vec<String> {
        self.session.run_async(STILL, &json!([]));
        let source = std::fs::read_to_string(project("ui/node_modules/axe-core/axe.min.js"))
            .expect("npm ci has installed axe-core");
        self.session.run(&source, &json!([]));
        let script = "const done = arguments[0];
            axe.run(document).then(
                (found) => done(found.violations.map((rule) => `${rule.id}: ${rule.help}: ${rule.nodes.map((node) => node.html).join(' ')}`)),
                (error) => done([String(error)]));";
        let found = self.session.run_async(script, &json!([]));
        let found = found.as_array().expect("axe gives a list");
        found
            .iter()
            .filter_map(|one| one.as_str().map(str::to_owned))
            .collect()
    }

    /// Leaves a picture of the page for people to look at, in `target/tmp/pictures`.
    pub fn picture(&self, place: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
        std::fs::create_dir_all(&folder).expect("cargo's own temp folder");
        let file = folder.join(format!("{place}-{}.png", self.look.name));
        // A picture in the font the page asks for, and after what its arrival moves.
        self.session.run_async(
            "const done = arguments[0]; document.fonts.ready.then(() => setTimeout(done, 300));",
            &json!([]),
        );
        std::fs::write(&file, self.session.picture()).expect("cargo's own temp folder");
        file
    }

    /// Kills the program, as a crash or an empty battery does.
    pub fn kill(mut self) {
        let killed = Command::new("kill")
            .args(["-9", &self.program.to_string()])
            .status();
        assert!(
            killed.is_ok_and(|status| status.success()),
            "the program runs until it is killed"
        );
        self.wait("the program is gone", || {
            (!is_running(self.program)).then_some(())
        });
        self.is_open = false;
        let _ = self.session.end();
    }

    /// Ends the program as the system does at log-out, and waits until it has gone. (To end the
    /// driver's session, as dropping the window does, is to kill it.)
    pub fn close(self) {
        let told = Command::new("kill").arg(self.program.to_string()).status();
        assert!(
            told.is_ok_and(|status| status.success()),
            "the program runs until told to end"
        );
        self.has_gone();
    }

    /// Waits until the program, which was told to end, has gone.
    pub fn has_gone(mut self) {
        self.wait("the program ends", || {
            (!is_running(self.program)).then_some(())
        });
        self.is_open = false;
        // Only the driver's own books are left to close.
        let _ = self.session.end();
    }

    /// Waits until `look` gives something.
    fn wait<T: Debug>(&self, what: &str, look: impl Fn() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(
                begun.elapsed() < PATIENCE,
                "waited in vain for: {what}\nthe page says:\n{}",
                if is_running(self.program) {
                    self.words()
                } else {
                    "nothing: the program has ended".into()
                }
            );
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        if self.is_open {
            // The test is over; the desk ends the driver either way.
            let _ = self.session.end();
        }
    }
}

/// Whether a process is there and no mere remains.
fn is_running(process: u32) -> bool {
    std::fs::read_to_string(format!("/proc/{process}/stat")).is_ok_and(|stat| {
        !stat
            .rsplit(')')
            .next()
            .is_some_and(|rest| rest.starts_with(" Z"))
    })
}
