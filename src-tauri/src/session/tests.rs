use super::*;

#[test]
fn a_workbook_that_does_not_open_is_told_once_and_leaves_the_window_alive() {
    let folder = tempfile::tempdir().unwrap();
    let session = at(folder.path());
    session.open_first(&folder.path().join("gone.throughline"));
    let refused = session.take_refused().unwrap();
    assert_eq!(refused.code, Code::FileMissing);
    assert!(!refused.fix.is_empty(), "the window can say what to do");
    assert_eq!(
        session.take_refused(),
        None,
        "a reload does not tell it again"
    );
    assert!(session.book().is_none());
}

#[test]
fn a_workbook_that_does_not_open_leaves_the_open_one_open() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("one.throughline");
    drop(Book::create(&path, desk(folder.path())).unwrap());
    let session = at(folder.path());
    session.open(&path).unwrap();
    session
        .open(&folder.path().join("gone.throughline"))
        .unwrap_err();
    let open = session.book().as_ref().map(Book::file_name);
    assert_eq!(open.as_deref(), Some("one.throughline"));
}

#[test]
fn a_workbook_held_elsewhere_is_opened_to_read_and_edited_when_it_is_free() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("one.throughline");
    drop(Book::create(&path, desk(folder.path())).unwrap());
    // Another process: its own handle, locked.
    let lock = folder.path().join(".one.throughline.lock");
    let other = std::fs::File::create(&lock).unwrap();
    other.lock().unwrap();
    let session = at(folder.path());
    assert_eq!(session.open(&path).unwrap_err().code, Code::Held);
    assert!(session.book().is_none(), "the person chooses");
    session.open_asked(Access::Read).unwrap();
    let glance = |session: &Session| session.book().as_mut().unwrap().glance().unwrap();
    assert!(glance(&session).held.is_some());
    assert_eq!(session.edit_now().unwrap_err().code, Code::Held);
    assert!(session.book().as_mut().unwrap().view().unwrap().read_only);
    drop(other);
    assert_eq!(glance(&session).held, None);
    session.edit_now().unwrap();
    assert!(!session.book().as_mut().unwrap().view().unwrap().read_only);
}

#[test]
fn what_was_opened_is_in_the_list_of_recent_workbooks_with_its_line_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let session = at(folder.path());
    let path = folder.path().join("one.throughline");
    session.put(Book::create(&path, desk(folder.path())).unwrap());
    assert!(session.desk().recents().books[0].links.is_empty());
    let edit = serde_json::json!({"throughline": 1, "segments": [{"id": "hr"}]});
    session.book().as_mut().unwrap().edit(edit).unwrap();
    session.close();
    let listed = session.desk().recents().books;
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].links.len(), 6, "as it stood when it was closed");
}

#[test]
fn closing_forgets_the_workbook_and_the_chosen_table() {
    let folder = tempfile::tempdir().unwrap();
    let session = at(folder.path());
    session.choose_table("/tmp/table.csv".into());
    let reading = session.jobs().begin(1);
    session.close();
    assert_eq!(session.table().unwrap_err().code, Code::WrongState);
    assert!(reading.is_stopped(), "work in hand is asked to stop");
    assert!(
        !session.jobs().begin(2).is_stopped(),
        "the next import is not stopped by an old request"
    );
}

#[test]
fn a_change_meant_for_one_workbook_never_lands_in_another() {
    let folder = tempfile::tempdir().unwrap();
    let session = at(folder.path());
    let mut openings = Vec::new();
    for name in ["one.throughline", "two.throughline"] {
        let path = folder.path().join(name);
        drop(Book::create(&path, desk(folder.path())).unwrap());
        session.open(&path).unwrap();
        openings.extend(
            session
                .book()
                .as_mut()
                .map(|book| book.view().unwrap().session),
        );
    }
    let [one, two] = openings.as_slice() else {
        panic!("both were opened");
    };
    let name = |opening: u32| {
        session.at(opening, |book| {
            book.edit(serde_json::json!({"throughline": 1, "offering": {"name": "Mine"}}))
        })
    };
    let refused = name(*one).unwrap_err();
    assert_eq!(refused.code, Code::WrongState);
    assert!(!refused.fix.is_empty());
    let written = |session: &Session| {
        let mut book = session.book();
        book.as_mut().unwrap().log().unwrap().changes.len()
    };
    assert_eq!(written(&session), 0, "the second one is as it was");
    name(*two).unwrap();
    assert_eq!(written(&session), 1);
    session
        .open(&folder.path().join("one.throughline"))
        .unwrap();
    assert_eq!(
        name(*one).unwrap_err().code,
        Code::WrongState,
        "opened again, it may have changed: what was seen before is of another opening"
    );
    session.close();
    assert_eq!(name(*one).unwrap_err().code, Code::NoWorkbook);
}

fn at(folder: &Path) -> Session {
    let folder = folder.to_owned();
    Session::of(move || desk(&folder))
}

fn desk(folder: &Path) -> Desk {
    Desk {
        author: "Ann".into(),
        data: folder.join("data"),
        hand: workbench::Hand::Window,
    }
}
