//! The one list of the window's commands.
//!
//! `build.rs` makes a permission of each name, [`crate::ipc`] makes the handler and the
//! TypeScript bindings, and a test compares the capability with it.

/// Hands `$each` every command of the window as `module::name`, in alphabetical order.
macro_rules! every_command {
    ($each:ident) => {
        $each![
            edit::accept_metrics,
            about::app_info,
            book::book,
            paper::brief,
            coach::bring_back,
            data::cancel_work,
            settings::change_settings,
            data::choose_table,
            book::close_book,
            data::column_values,
            links::confirm_link,
            results::count_rule,
            edit::edit,
            holding::edit_now,
            paper::export_brief,
            recent::forget_recent,
            holding::glance,
            history::history,
            data::import_table,
            links::link_grounds,
            menu::listen,
            results::map_results,
            book::new_book,
            edit::new_version,
            holding::open_asked,
            book::open_book,
            recent::open_recent,
            holding::place,
            history::preview_return,
            data::preview_table,
            edit::promote,
            recent::recents,
            history::redo,
            history::remove_snapshot,
            results::results,
            history::return_to,
            coach::rules,
            book::sample_book,
            book::samples,
            picture::save_picture,
            search::search,
            settings::settings,
            paper::show_export,
            menu::show_menus,
            history::snapshot,
            coach::suppress,
            menu::toggle_menu,
            history::told,
            holding::told_place,
            history::undo,
            menu::zoom,
        ]
    };
}
