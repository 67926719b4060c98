//! Embeds the UI and gives every command of the window a permission of its own, so that the
//! capability has to name each one.

#[macro_use]
#[path = "src/commands/list.rs"]
mod list;

macro_rules! names {
    ($($module:ident :: $name:ident),+ $(,)?) => { &[$(stringify!($name)),+] };
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let commands = tauri_build::AppManifest::new().commands(every_command!(names));
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?;
    Ok(())
}
