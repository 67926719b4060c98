//! The native menus. What stands in them comes from the page, where each command is registered
//! once; a choice goes back to the page as the command's id.
//!
//! On a Mac the menu bar is the system's own and always there, and its keys work. Elsewhere a bar
//! above the page would cost it height, so the window has none until somebody asks for it, and keys
//! stay with the page: a key in a hidden menu would take it from the text that is being typed.

use std::sync::{Mutex, OnceLock, PoisonError};

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::menu::{IsMenuItem, Menu, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Manager, Wry};

use crate::notices::{Notice, Notices};
use crate::window;

/// The menus in their order, by the ids that the page uses.
const MENUS: [&str; 5] = ["file", "edit", "view", "go", "help"];

/// All menus, as the page sees them now.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, Type)]
pub struct MenuBar {
    /// The menus.
    pub menus: Vec<MenuList>,
    /// The names of what every text field can do.
    pub clipboard: Clipboard,
}

/// One menu.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
pub struct MenuList {
    /// `file`, `edit`, `view`, `go` or `help`.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What stands in it.
    pub entries: Vec<MenuEntry>,
}

/// A command in a menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MenuEntry {
    /// The command's id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its key as the page writes it, `Mod+Z` or `G V`; empty when it has none.
    pub keys: String,
    /// Whether it can be chosen now.
    pub enabled: bool,
    /// Whether a line stands before it.
    pub apart: bool,
}

/// The names of what every text field can do.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, Type)]
pub struct Clipboard {
    /// Takes the chosen text away.
    pub cut: String,
    /// Copies it.
    pub copy: String,
    /// Puts what was copied here.
    pub paste: String,
    /// Chooses all text.
    pub select_all: String,
}

/// What the native menus show.
#[derive(Default)]
pub struct Menus {
    shown: Mutex<MenuBar>,
    /// The menus as the system holds them, in a window or not.
    native: OnceLock<Menu<Wry>>,
}

/// Makes the menus, still empty.
///
/// # Errors
/// When the system makes no menu.
pub fn make(app: &AppHandle) -> tauri::Result<()> {
    let menu = Menu::new(app)?;
    #[cfg(target_os = "macos")]
    menu.append(&of_the_app(app)?)?;
    for id in MENUS {
        menu.append(&Submenu::with_id(app, id, "", true)?)?;
    }
    #[cfg(target_os = "macos")]
    app.set_menu(menu.clone())?;
    // They are made once, with the one window.
    let _ = app.state::<Menus>().native.set(menu);
    Ok(())
}

/// Shows what the page says: a menu whose entries are the same keeps them and follows their state.
///
/// # Errors
/// When the system refuses.
pub fn show(app: &AppHandle, bar: MenuBar) -> tauri::Result<()> {
    let menus = app.state::<Menus>();
    let mut shown = menus.shown.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(menu) = menus.native.get() else {
        return Ok(());
    };
    for list in &bar.menus {
        let Some(native) = menu.get(list.id.as_str()) else {
            continue;
        };
        let Some(native) = native.as_submenu() else {
            continue;
        };
        let before = shown.menus.iter().find(|before| before.id == list.id);
        if before.is_none_or(|before| before.name != list.name) {
            native.set_text(plain(&list.name))?;
        }
        let alike = before.is_some_and(|before| are_alike(before, list));
        if alike {
            follow(native, before, list)?;
        } else {
            fill(app, native, list, &bar.clipboard)?;
        }
    }
    *shown = bar;
    Ok(())
}

/// Whether two states of a menu differ in nothing but what can be chosen.
fn are_alike(before: &MenuList, now: &MenuList) -> bool {
    before.entries.len() == now.entries.len()
        && before.entries.iter().zip(&now.entries).all(|(a, b)| {
            let same_state = MenuEntry {
                enabled: b.enabled,
                ..a.clone()
            };
            same_state == *b
        })
}

/// Lets the entries that are there follow their state.
fn follow(native: &Submenu<Wry>, before: Option<&MenuList>, now: &MenuList) -> tauri::Result<()> {
    let before = before.map(|list| list.entries.as_slice()).unwrap_or(&[]);
    for (before, entry) in before.iter().zip(&now.entries) {
        if before.enabled != entry.enabled
            && let Some(item) = native.get(entry.id.as_str())
            && let Some(item) = item.as_menuitem()
        {
            item.set_enabled(entry.enabled)?;
        }
    }
    Ok(())
}

/// Puts the entries of a menu in anew.
fn fill(
    app: &AppHandle,
    native: &Submenu<Wry>,
    list: &MenuList,
    clipboard: &Clipboard,
) -> tauri::Result<()> {
    while native.remove_at(0)?.is_some() {}
    let mut has_clipboard = list.id != "edit";
    for (at, entry) in list.entries.iter().enumerate() {
        if entry.apart && at > 0 {
            if !has_clipboard {
                append_clipboard(app, native, clipboard)?;
                has_clipboard = true;
            }
            native.append(&PredefinedMenuItem::separator(app)?)?;
        }
        let (text, accelerator) = written(entry);
        native.append(&MenuItem::with_id(
            app,
            entry.id.as_str(),
            text,
            entry.enabled,
            accelerator,
        )?)?;
    }
    if !has_clipboard {
        append_clipboard(app, native, clipboard)?;
    }
    Ok(())
}

/// What every text field can do, as the system does it. On Linux a menu can only do it by typing
/// into the window from outside; there the keys and the page's own menu do.
fn append_clipboard(
    app: &AppHandle,
    native: &Submenu<Wry>,
    names: &Clipboard,
) -> tauri::Result<()> {
    if cfg!(target_os = "linux") {
        return Ok(());
    }
    let items: [&dyn IsMenuItem<Wry>; 5] = [
        &PredefinedMenuItem::separator(app)?,
        &PredefinedMenuItem::cut(app, Some(&plain(&names.cut)))?,
        &PredefinedMenuItem::copy(app, Some(&plain(&names.copy)))?,
        &PredefinedMenuItem::paste(app, Some(&plain(&names.paste)))?,
        &PredefinedMenuItem::select_all(app, Some(&plain(&names.select_all)))?,
    ];
    native.append_items(&items)
}

/// An entry's words and its key: on a Mac a key of the system's, elsewhere part of the words.
fn written(entry: &MenuEntry) -> (String, Option<String>) {
    let name = plain(&entry.name);
    if cfg!(target_os = "macos") {
        return (name, accelerator(&entry.keys));
    }
    if entry.keys.is_empty() {
        return (name, None);
    }
    let keys = entry.keys.replace("Mod", "Ctrl").replace('+', " ");
    let keys = keys.replace("ArrowUp", "↑").replace("ArrowDown", "↓");
    (format!("{name}\u{2003}{keys}"), None)
}

/// A chord as the system writes it; a letter alone would be taken from what is typed.
fn accelerator(keys: &str) -> Option<String> {
    let is_chord = keys.starts_with("Mod+") && !keys.contains(' ');
    is_chord.then(|| keys.replace("Mod", "CmdOrCtrl"))
}

/// Words in which an ampersand is one, and marks no letter.
fn plain(words: &str) -> String {
    words.replace('&', "&&")
}

/// The menu of a Mac's app itself.
#[cfg(target_os = "macos")]
fn of_the_app(app: &AppHandle) -> tauri::Result<Submenu<Wry>> {
    let items: [&dyn IsMenuItem<Wry>; 8] = [
        &PredefinedMenuItem::about(app, None, None)?,
        &PredefinedMenuItem::separator(app)?,
        &PredefinedMenuItem::services(app, None)?,
        &PredefinedMenuItem::separator(app)?,
        &PredefinedMenuItem::hide(app, None)?,
        &PredefinedMenuItem::hide_others(app, None)?,
        &PredefinedMenuItem::show_all(app, None)?,
        &PredefinedMenuItem::quit(app, None)?,
    ];
    Submenu::with_items(app, window::NAME, true, &items)
}

/// Gives the window its menu bar, or takes it away. A Mac's bar is always there.
///
/// # Errors
/// When the system refuses.
pub fn toggle(app: &AppHandle) -> tauri::Result<()> {
    let window = app.get_webview_window(window::LABEL);
    let menus = app.state::<Menus>();
    let (Some(window), Some(menu)) = (window, menus.native.get()) else {
        return Ok(());
    };
    if cfg!(target_os = "macos") {
        return Ok(());
    }
    if window.remove_menu()?.is_none() {
        window.set_menu(menu.clone())?;
    }
    Ok(())
}

/// Somebody chose an entry: the page does what the command of that id does.
pub fn chosen(app: &AppHandle, id: &str) {
    app.state::<Notices>()
        .tell(Notice::Menu { id: id.to_owned() });
}

/// What the native menus hold, for tests in the real window.
#[cfg(feature = "e2e")]
pub fn held(app: &AppHandle) -> tauri::Result<serde_json::Value> {
    let mut lists = Vec::new();
    let menus = app.state::<Menus>();
    let native = menus.native.get();
    for kind in native.map_or_else(|| Ok(Vec::new()), |menu| menu.items())? {
        let Some(list) = kind.as_submenu() else {
            continue;
        };
        let mut entries = Vec::new();
        for item in list.items()? {
            if let Some(item) = item.as_menuitem() {
                entries.push(serde_json::json!({
                    "id": item.id().0, "text": item.text()?, "enabled": item.is_enabled()?,
                }));
            }
        }
        lists.push(serde_json::json!({"name": list.text()?, "entries": entries}));
    }
    let visible = app
        .get_webview_window(window::LABEL)
        .is_some_and(|window| window.menu().is_some());
    Ok(serde_json::json!({"visible": visible, "menus": lists}))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, keys: &str) -> MenuEntry {
        MenuEntry {
            id: id.into(),
            name: format!("Do {id}"),
            keys: keys.into(),
            enabled: true,
            apart: false,
        }
    }

    fn list(entries: &[MenuEntry]) -> MenuList {
        MenuList {
            id: "edit".into(),
            name: "Edit".into(),
            entries: entries.to_vec(),
        }
    }

    #[test]
    fn only_chords_become_keys_of_the_system() {
        assert_eq!(
            accelerator("Mod+Shift+Z").as_deref(),
            Some("CmdOrCtrl+Shift+Z")
        );
        for typed in ["G V", "?", ""] {
            assert_eq!(accelerator(typed), None, "{typed} can be typed");
        }
    }

    #[test]
    fn a_menu_is_filled_anew_only_when_more_than_a_state_differs() {
        let before = list(&[entry("undo", "Mod+Z"), entry("redo", "")]);
        let mut now = before.clone();
        now.entries[0].enabled = false;
        assert!(are_alike(&before, &now));
        now.entries[0].name = "Undo it".into();
        assert!(!are_alike(&before, &now));
        assert!(!are_alike(&before, &list(&[entry("undo", "Mod+Z")])));
    }

    #[test]
    fn an_ampersand_stays_one() {
        assert_eq!(plain("Kettle & Co"), "Kettle && Co");
    }
}
