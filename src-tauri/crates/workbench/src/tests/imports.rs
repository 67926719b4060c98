//! Tables that come in again, and two that come in at once.

use super::*;

#[test]
fn a_replaced_table_comes_back_by_undo() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = telco(folder.path());
    let small = folder.path().join("small.csv");
    std::fs::write(
        &small,
        "customerID,Contract,Churn\na,Two year,No\nb,Two year,Yes\n",
    )
    .expect("writes");
    let mut settings = ImportSettings {
        name: "customers".into(),
        ..ImportSettings::default()
    };
    let refused = book
        .import(&small, &settings, &Unwatched)
        .expect_err("is there already");
    assert_eq!(refused.code, Code::WrongState);
    settings.replace = true;
    book.import(&small, &settings, &Unwatched)
        .expect("replaces");
    assert_eq!(book.segments().expect("counted").segments[1].n, Some(2));
    book.undo().expect("undoes");
    assert_eq!(book.segments().expect("counted").segments[1].n, Some(1_695));
}

/// Brings another table in as `customers` while the first column of this one is written.
struct Meanwhile {
    other: PathBuf,
    desk: Desk,
    table: PathBuf,
    done: std::cell::Cell<bool>,
}

impl Watch for Meanwhile {
    fn progress(&self, _: Progress) {}

    fn cancelled(&self) -> bool {
        // Only once the store writes: the reading has no need of the workbook.
        if !self.done.replace(true) {
            let mut book =
                Book::open(&self.other, Access::Write, self.desk.clone()).expect("opens");
            book.import(&self.table, &customers(false), &Unwatched)
                .expect("comes in first");
        }
        false
    }
}

fn customers(replace: bool) -> ImportSettings {
    ImportSettings {
        name: "customers".into(),
        replace,
        ..ImportSettings::default()
    }
}

#[test]
fn of_two_imports_at_once_the_second_is_refused_and_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("writes");
        path
    };
    let first = write("first.csv", "id,a\nx,1\n");
    let second = write("second.csv", "id,a\nx,1\ny,2\n");
    let mut book = book(folder.path());
    let path = book.path().to_owned();

    // Between the reading and the writing.
    let expected = book.expect_table(&second, &customers(false)).expect("free");
    let read = TableRead::of(&second, expected, &Unwatched).expect("reads");
    let mut other = Book::open(&path, Access::Write, desk(folder.path())).expect("opens");
    other
        .import(&first, &customers(false), &Unwatched)
        .expect("comes in");
    drop(other);
    let refused = book.bring(read, &Unwatched).expect_err("came too late");
    assert_eq!(refused.code, Code::WrongState);
    assert!(refused.fix.contains("--replace"), "{}", refused.fix);

    // The rows that the person said may be replaced are not the rows that are there.
    let expected = book.expect_table(&second, &customers(true)).expect("may");
    let read = TableRead::of(&second, expected, &Unwatched).expect("reads");
    let mut other = Book::open(&path, Access::Write, desk(folder.path())).expect("opens");
    other
        .import(&first, &customers(true), &Unwatched)
        .expect("replaces");
    drop(other);
    let refused = book.bring(read, &Unwatched).expect_err("came too late");
    assert_eq!(refused.code, Code::WrongState);
    assert!(
        refused.message.contains("while this table was read"),
        "{refused}"
    );

    assert_eq!(book.data(Some("customers")).expect("there")[0].rows, 1);
    assert_eq!(book.log().expect("reads").changes.len(), 2);
    drop(book);
    assert!(verify(&path).expect("reads").ok);
}

#[test]
fn an_import_that_is_overtaken_while_it_is_written_is_refused_by_its_last_transaction() {
    let folder = tempfile::tempdir().expect("a folder");
    let small = folder.path().join("small.csv");
    std::fs::write(&small, "id,a\nx,1\n").expect("writes");
    let mut book = book(folder.path());
    let path = book.path().to_owned();
    let meanwhile = Meanwhile {
        other: path.clone(),
        desk: desk(folder.path()),
        table: small.clone(),
        done: std::cell::Cell::new(true),
    };
    let expected = book.expect_table(&small, &customers(false)).expect("free");
    let read = TableRead::of(&small, expected, &meanwhile).expect("reads");
    meanwhile.done.set(false);
    let refused = book.bring(read, &meanwhile).expect_err("overtaken");
    assert!(meanwhile.done.get(), "the other one came in");
    assert_eq!(refused.code, Code::WrongState);
    assert_eq!(book.log().expect("reads").changes.len(), 1);
    drop(book);
    assert!(verify(&path).expect("reads").ok);
}
