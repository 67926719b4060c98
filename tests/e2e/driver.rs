//! The few words of the WebDriver protocol that the tests use (W3C WebDriver, level 2).
//!
//! The window is driven by WebKitWebDriver itself. tauri-driver would only stand between and
//! translate one field of the first request.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

/// No answer of the driver may take longer than this.
const PATIENCE: Duration = Duration::from_secs(60);

/// Under this name the protocol hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element of the page, as the driver names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element(String);

/// The driver's word for an element that has left the page.
const STALE: &str = "stale element reference";

/// So often in a row the page is searched while what is found leaves it.
const SEARCHES: usize = 10;

/// A session: one running window.
pub struct Session {
    agent: ureq::Agent,
    base: String,
}

impl Session {
    /// Starts `program` with `arguments` through the driver listening on `port`.
    pub fn start(port: u16, program: &Path, arguments: &[&Path]) -> Self {
        let agent = agent();
        let capabilities = json!({ "capabilities": { "alwaysMatch": {
            "webkitgtk:browserOptions": { "binary": program, "args": arguments },
        }}});
        let address = format!("http://127.0.0.1:{port}/session");
        let session = send(&agent, "POST", &address, &capabilities)
            .unwrap_or_else(|error| panic!("the window did not start: {error}"));
        let id = session["sessionId"].as_str().expect("a session has an id");
        Self {
            agent,
            base: format!("{address}/{id}"),
        }
    }

    /// Whether a driver on `port` takes requests.
    pub fn is_ready(port: u16) -> bool {
        let status = send(
            &agent(),
            "GET",
            &format!("http://127.0.0.1:{port}/status"),
            &Value::Null,
        );
        status.is_ok_and(|status| status["ready"] == true)
    }

    /// The first element that `css` finds.
    pub fn find(&self, css: &str) -> Option<Element> {
        self.search("css selector", css)
    }

    /// The first element that `xpath` finds.
    pub fn find_path(&self, xpath: &str) -> Option<Element> {
        self.search("xpath", xpath)
    }

    /// Searches the page. What is found may be taken off the page before the driver has written
    /// down what it found; then the page is searched again.
    fn search(&self, using: &str, value: &str) -> Option<Element> {
        let address = format!("{}/elements", self.base);
        let body = json!({ "using": using, "value": value });
        let mut searches = 0;
        loop {
            searches += 1;
            match send(&self.agent, "POST", &address, &body) {
                Ok(found) => return elements(&found).into_iter().next(),
                Err(error) if searches < SEARCHES && error.contains(STALE) => {}
                Err(error) => panic!("{value} cannot be searched for: {error}"),
            }
        }
    }

    /// Clicks in the middle of `element`; false when it has left the page since it was found, and
    /// nothing was clicked.
    pub fn click(&self, element: &Element) -> bool {
        let address = format!("{}/element/{}/click", self.base, element.0);
        match send(&self.agent, "POST", &address, &json!({})) {
            Ok(_) => true,
            Err(error) if error.contains(STALE) => false,
            Err(error) => panic!("it cannot be clicked: {error}"),
        }
    }

    /// Presses in the middle of `element` and moves so many pixels to the right, without letting go.
    pub fn take(&self, element: &Element, right: i32) {
        let middle = json!({ ELEMENT: element.0 });
        let by = |x: i32, origin: Value| json!({"type": "pointerMove", "duration": 120, "x": x, "y": 0, "origin": origin});
        self.act(&json!([
            by(0, middle),
            {"type": "pointerDown", "button": 0},
            by(right / 2, json!("pointer")),
            by(right - right / 2, json!("pointer")),
        ]));
    }

    /// Lets go of what was taken.
    pub fn let_go(&self) {
        self.act(&json!([{"type": "pointerUp", "button": 0}]));
    }

    fn act(&self, moves: &Value) {
        let mouse = json!({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": moves});
        self.ask("POST", "/actions", &json!({ "actions": [mouse] }));
    }

    /// Types `keys` into `element`, which gets the focus.
    pub fn type_into(&self, element: &Element, keys: &str) {
        self.ask(
            "POST",
            &format!("/element/{}/value", element.0),
            &json!({ "text": keys }),
        );
    }

    /// What `script`, the body of a function, returns for `arguments`.
    pub fn run(&self, script: &str, arguments: &Value) -> Value {
        self.ask(
            "POST",
            "/execute/sync",
            &json!({ "script": script, "args": arguments }),
        )
    }

    /// What `script` hands to the function that is its last argument.
    pub fn run_async(&self, script: &str, arguments: &Value) -> Value {
        self.ask(
            "POST",
            "/execute/async",
            &json!({ "script": script, "args": arguments }),
        )
    }

    /// Gives the window a size, its frame included.
    pub fn resize(&self, width: u32, height: u32) {
        self.ask(
            "POST",
            "/window/rect",
            &json!({ "width": width, "height": height }),
        );
    }

    /// A picture of the page, as PNG bytes.
    pub fn picture(&self) -> Vec<u8> {
        use base64::Engine as _;
        let picture = self.ask("GET", "/screenshot", &Value::Null);
        base64::prelude::BASE64_STANDARD
            .decode(picture.as_str().expect("a picture comes as text"))
            .expect("a picture comes in base64")
    }

    /// Ends the session and with it the window.
    pub fn end(&self) -> Result<(), String> {
        send(&self.agent, "DELETE", &self.base, &Value::Null).map(|_| ())
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        send(&self.agent, method, &format!("{}{path}", self.base), body)
            .unwrap_or_else(|error| panic!("{method} {path} {body}: {error}"))
    }
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        // A refusal of the driver has a body that says why.
        .http_status_as_error(false)
        .proxy(None)
        .build()
        .into()
}

fn elements(found: &Value) -> Vec<Element> {
    let found = found.as_array().expect("a search gives a list");
    found
        .iter()
        .filter_map(|one| one[ELEMENT].as_str())
        .map(|id| Element(id.to_owned()))
        .collect()
}

fn send(agent: &ureq::Agent, method: &str, address: &str, body: &Value) -> Result<Value, String> {
    let said = match method {
        "GET" => agent.get(address).call(),
        "DELETE" => agent.delete(address).call(),
        _ => agent
            .post(address)
            .content_type("application/json")
            .send(body.to_string()),
    };
    let mut answer = said.map_err(|error| error.to_string())?;
    let is_ok = answer.status().is_success();
    // A picture of the page is larger than the limit a reader has by itself.
    let text = answer
        .body_mut()
        .with_config()
        .limit(64 << 20)
        .read_to_string();
    let text = text.map_err(|error| error.to_string())?;
    let answer: Value = serde_json::from_str(&text).map_err(|_| text.clone())?;
    let value = answer["value"].clone();
    if is_ok {
        Ok(value)
    } else {
        Err(format!("{}: {}", value["error"], value["message"]))
    }
}
