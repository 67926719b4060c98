//! The first screen, and the walls around the page.

use crate::desk::Desk;
use crate::look::{LARGE_LIGHT, Look, SMALL_DARK};

#[test]
fn the_window_opens_on_the_start_screen_without_an_error() {
    let desk = Desk::new(LARGE_LIGHT);
    let window = desk.open();
    window.find("h1");
    window.read("Throughline");
    assert_eq!(
        window.troubles(),
        [""; 0],
        "no error, no warning, nothing the policy stopped"
    );
    window.close();
}

#[test]
fn the_start_screen_is_sound_for_assistive_technology_in_both_looks() {
    for look in [LARGE_LIGHT, SMALL_DARK] {
        let desk = Desk::new(look);
        let window = desk.open();
        window.find("h1");
        assert_eq!(window.axe(), [""; 0], "{} has barriers", look.name);
        let picture = window.picture("start");
        assert!(
            picture.metadata().is_ok_and(|about| about.len() > 0),
            "a picture was taken"
        );
    }
}

#[test]
fn the_page_fills_the_window_and_follows_the_systems_colours() {
    for Look { name, size, dark } in [LARGE_LIGHT, SMALL_DARK] {
        let desk = Desk::new(Look { name, size, dark });
        let window = desk.open();
        let seen = window.run(
            "return [innerWidth, innerHeight, matchMedia('(prefers-color-scheme: dark)').matches]",
        );
        assert_eq!(seen, serde_json::json!([size.0, size.1, dark]), "{name}");
    }
}

#[test]
fn the_page_can_neither_evaluate_text_nor_reach_outside() {
    let desk = Desk::new(LARGE_LIGHT);
    let window = desk.open();
    window.find("h1");
    // Through a script element of the page: the driver's own scripts stand outside the policy.
    let script = "const element = document.createElement('script');
        element.textContent = 'window.__injected = true';
        document.body.append(element);
        return [window.__injected === undefined, typeof window.__TAURI__ === 'undefined',
            Object.isFrozen(Object.prototype)];";
    assert_eq!(
        window.run(script),
        serde_json::json!([true, true, true]),
        "inline script is stopped, no global Tauri, the object prototype is frozen"
    );
    window.run("new Image().src = 'https://example.com/seen.png'");
    window.eventually("the policy stops both and says so", |window| {
        let stopped = window.troubles();
        [
            "csp: script-src-elem inline",
            "csp: img-src https://example.com/seen.png",
        ]
        .iter()
        .all(|wanted| stopped.iter().any(|one| one.starts_with(wanted)))
    });
}

#[test]
fn a_command_that_no_capability_names_is_refused() {
    let desk = Desk::new(LARGE_LIGHT);
    let window = desk.open();
    window.find("h1");
    assert!(
        window.call("app_info")["ok"]["version"].is_string(),
        "a named command answers"
    );
    for foreign in [
        "plugin:dialog|open",
        "plugin:opener|open_url",
        "plugin:window|destroy",
        "no_such_command",
    ] {
        assert!(
            window.call(foreign)["refused"].is_string(),
            "{foreign} must be refused"
        );
    }
}
