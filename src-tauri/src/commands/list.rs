//! The one list of the window's commands.
//!
//! `build.rs` makes a permission of each name, [`crate::ipc`] makes the handler and the
//! TypeScript bindings, and a test compares the capability with it.

/// Hands `$each` every command of the window as `module::name`, in alphabetical order.
macro_rules! every_command {
    ($each:ident) => {
        $each![about::app_info]
    };
}
