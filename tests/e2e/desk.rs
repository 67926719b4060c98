//! A desk of its own for one test: a display, a driver, folders and prepared answers for the
//! file dialogs. All of it is gone when the test ends, however it ends.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;
use throughline_tests::program;

use crate::driver::Session;
use crate::look::Look;
use crate::window::Window;
use crate::x11::Display;

/// How long the driver may take to listen.
const PATIENCE: Duration = Duration::from_secs(20);

/// The desk. Its fields are dropped in this order: the driver ends before the display does.
pub struct Desk {
    driver: Running,
    _display: Running,
    _bus: Option<Running>,
    display: String,
    bus: Option<String>,
    port: u16,
    look: Look,
    folder: TempDir,
}

impl Desk {
    /// A desk that looks like `look`.
    pub fn new(look: Look) -> Self {
        Self::furnished(look, None)
    }

    /// A desk with a message bus of its own, by which a second start finds the first window.
    pub fn with_bus(look: Look) -> Self {
        Self::furnished(look, Some(start_bus()))
    }

    fn furnished(look: Look, bus: Option<(Running, String)>) -> Self {
        let (bus, bus_address) = bus.unzip();
        let folder = tempfile::tempdir().expect("a temp folder");
        let inside = |name: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(&path).expect("a folder in a temp folder");
            path
        };
        let (data, config, cache, runtime) = (
            inside("data"),
            inside("config"),
            inside("cache"),
            inside("runtime"),
        );
        inside("files");
        fs::write(folder.path().join("answers"), "").expect("a file in a temp folder");
        look.write_settings(&config);

        let (display, number) = start_display(look);
        let port = free_port();
        let mut driver = Command::new("WebKitWebDriver");
        driver
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            .env("DISPLAY", &number)
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env("XDG_DATA_HOME", data)
            .env("XDG_CONFIG_HOME", config)
            .env("XDG_CACHE_HOME", cache)
            .env("XDG_RUNTIME_DIR", runtime)
            .env("HOME", folder.path())
            .env("THROUGHLINE_DIALOG_ANSWERS", folder.path().join("answers"))
            .env("THROUGHLINE_SIMULATED", folder.path().join("simulated"))
            // tao and wry let a driver in only when asked to.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            // Without the usual renderer a picture of a page at rest never comes.
            .env_remove("WEBKIT_DISABLE_DMABUF_RENDERER")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if let Some(address) = &bus_address {
            driver.env("DBUS_SESSION_BUS_ADDRESS", address);
        }
        let driver = Running::start(&mut driver);
        wait_for_driver(port);
        Self {
            driver,
            _display: display,
            _bus: bus,
            display: number,
            bus: bus_address,
            port,
            look,
            folder,
        }
    }

    /// Opens the window, as a person does from the menu.
    pub fn open(&self) -> Window<'_> {
        self.open_with(&[])
    }

    /// Opens the window with `files` on its command line.
    pub fn open_with(&self, files: &[&Path]) -> Window<'_> {
        let window = program("throughline-window").expect("this test's own path");
        assert!(
            window.is_file(),
            "{} is not built: run `cargo xtask test`, or cargo build --workspace --features throughline-window/e2e",
            window.display()
        );
        let session = Session::start(self.port, &window, files);
        Window::new(session, self.program(), self.look)
    }

    /// Starts the program a second time, with `file` on its command line, and waits until that
    /// start has ended.
    pub fn start_again(&self, file: &Path) {
        let inside = |name: &str| self.folder.path().join(name);
        let bus = self.bus.as_ref().expect("a desk with a bus");
        let ended = Command::new(program("throughline-window").expect("this test's own path"))
            .arg(file)
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("DBUS_SESSION_BUS_ADDRESS", bus)
            .env("XDG_DATA_HOME", inside("data"))
            .env("XDG_CONFIG_HOME", inside("config"))
            .env("XDG_CACHE_HOME", inside("cache"))
            .env("XDG_RUNTIME_DIR", inside("runtime"))
            .env("HOME", self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(
            ended.is_ok_and(|status| status.success()),
            "the second start hands its file over and ends"
        );
    }

    /// Asks every window in view to close, as the button in its frame does; says how many.
    pub fn ask_windows_to_close(&self) -> usize {
        Display::open(&self.display).ask_to_close()
    }

    /// Throws away the answers that are prepared: a program that is started anew counts from the
    /// first one.
    pub fn forget_dialogs(&self) {
        fs::write(self.folder.path().join("answers"), "").expect("a file in a temp folder");
    }

    /// The process of the window that the driver has started.
    fn program(&self) -> u32 {
        let driver = self.driver.0.id();
        let children = fs::read_to_string(format!("/proc/{driver}/task/{driver}/children"));
        let children = children.expect("Linux tells the children of a process");
        let is_window = |process: &&str| {
            fs::read_to_string(format!("/proc/{process}/comm"))
                .is_ok_and(|name| name.starts_with("throughline"))
        };
        let process = children.split_whitespace().find(is_window);
        process
            .and_then(|process| process.parse().ok())
            .expect("the driver has started the window")
    }

    /// A path for a file of the test, in a folder that only this test sees.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join("files").join(name)
    }

    /// The names of all files in that folder, in order.
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path().join("files")).expect("the test's folder");
        let name = |entry: std::io::Result<fs::DirEntry>| {
            entry
                .expect("the test's folder")
                .file_name()
                .to_string_lossy()
                .into_owned()
        };
        let mut names: Vec<String> = entries.map(name).collect();
        names.sort();
        names
    }

    /// Prepares the answer for the next file dialog nobody has prepared for yet.
    pub fn answer_dialog(&self, path: &Path) {
        self.add_answer(path.to_str().expect("test files have plain names"));
    }

    /// Prepares "cancelled" for the next file dialog.
    pub fn cancel_dialog(&self) {
        self.add_answer("");
    }

    /// Does something to the window from outside its page, see the window's `simulated` module.
    pub fn simulate(&self, what: &str) {
        let file = self.folder.path().join("simulated");
        let mut done = fs::read_to_string(&file).unwrap_or_default();
        done.push_str(what);
        done.push('\n');
        fs::write(file, done).expect("a file in a temp folder");
    }

    /// What the window's native menus hold now; nothing while it has not said.
    pub fn menus(&self) -> Value {
        let told = self.folder.path().join("menus");
        let _ = fs::remove_file(&told);
        self.simulate(&format!("menus {}", told.display()));
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            let said = fs::read_to_string(&told).unwrap_or_default();
            if let Ok(held) = serde_json::from_str(&said) {
                return held;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Value::Null
    }

    /// Puts a file into the folder of settings.
    pub fn configure(&self, name: &str, text: &str) {
        let file = self.folder.path().join("config").join(name);
        fs::create_dir_all(file.parent().expect("it is in a folder"))
            .expect("a folder in a temp folder");
        fs::write(file, text).expect("a file in a temp folder");
    }

    fn add_answer(&self, line: &str) {
        let file = self.folder.path().join("answers");
        let mut answers = fs::read_to_string(&file).expect("the answers are in a temp folder");
        answers.push_str(line);
        answers.push('\n');
        fs::write(file, answers).expect("the answers are in a temp folder");
    }
}

/// A program that is ended when dropped.
struct Running(Child);

impl Running {
    fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        Self(
            command
                .spawn()
                .unwrap_or_else(|error| panic!("{name} did not start: {error}")),
        )
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing to do about either failure.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts Xvfb on a free display; its screen is as large as the window.
fn start_display(look: Look) -> (Running, String) {
    let (width, height) = look.size;
    let mut display = Running::start(
        Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                &format!("{width}x{height}x24"),
            ])
            .args(["-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null()),
    );
    let mut number = String::new();
    let said = display.0.stdout.take().expect("its output is piped");
    BufReader::new(said)
        .read_line(&mut number)
        .expect("Xvfb says its display");
    assert!(!number.trim().is_empty(), "Xvfb ended without a display");
    (display, format!(":{}", number.trim()))
}

/// Starts a message bus; gives its address.
fn start_bus() -> (Running, String) {
    let mut bus = Running::start(
        Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null()),
    );
    let mut address = String::new();
    let said = bus.0.stdout.take().expect("its output is piped");
    BufReader::new(said)
        .read_line(&mut address)
        .expect("the bus says its address");
    assert!(
        !address.trim().is_empty(),
        "the bus ended without an address"
    );
    (bus, address.trim().to_owned())
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("a bound port").port()
}

fn wait_for_driver(port: u16) {
    let begun = Instant::now();
    while !Session::is_ready(port) {
        assert!(
            begun.elapsed() < PATIENCE,
            "WebKitWebDriver does not listen"
        );
        std::thread::sleep(Duration::from_millis(50));
    }
}
