//! Types of columns, found and chosen; dates, keys and numbers written for people.

use super::*;

#[test]
fn numbers_written_for_people_are_read_when_a_person_asks_for_numbers() {
    let text = "id;paid;share\n1;$1,234.50;10 %\n2;-$5;12,5 %\n3;;0 %\n";
    let free = read_text(text, &Settings::default()).expect("a table");
    assert_eq!(free.table.columns()[1].kind(), T::Text);
    assert_eq!(notes(&free), [NoteKind::Written; 2]);
    assert!(
        free.outline.notes[0].words.contains("as $1,234.50"),
        "{}",
        free.outline.notes[0].words
    );
    let settings = chosen(&[("paid", T::Number), ("share", T::Number)]);
    let asked = read_text(text, &settings).expect("a table");
    assert_eq!(column(&asked, "paid"), ["1234.5", "-5", ""]);
    assert_eq!(column(&asked, "share"), ["10", "12.5", "0"]);
    assert_eq!(notes(&asked), [NoteKind::Written; 2], "the way is told");
}

#[test]
fn a_number_of_another_currency_is_none() {
    let cells: String = (0..30).map(|id| format!("{id},$5\n")).collect();
    let text = format!("id,paid\n{cells}99,€5\n");
    let asked = read_text(&text, &chosen(&[("paid", T::Number)])).expect("a table");
    assert_eq!(asked.table.rows(), 30);
    assert_eq!(asked.outline.rejected.len(), 1);
}

#[test]
fn types_are_those_that_the_whole_column_allows() {
    let reading = read_file("hostile/types.csv");
    let wanted = [
        ("id", T::Integer),
        ("flag", T::Boolean),
        ("bit", T::Integer),
        ("answer", T::Text),
        ("zip", T::Text),
        ("long", T::Text),
        ("amount", T::Number),
        ("blank", T::Text),
        ("spaced", T::Text),
    ];
    assert_eq!(types(&reading), wanted);
    assert_eq!(reading.outline.columns[7].blank, 2, "empty cells are blank");
    assert_eq!(
        column(&reading, "spaced"),
        ["x", ""],
        "cells are trimmed, spaces are blank"
    );
    assert_eq!(column(&reading, "zip"), ["01234", "99999"]);
    assert_eq!(notes(&reading), [NoteKind::LongNumbers]);
}

#[test]
fn dates_take_the_order_that_fits_and_ask_when_two_do() {
    let reading = read_file("hostile/dates.csv");
    for name in ["iso", "day_first", "month_first"] {
        assert_eq!(
            column(&reading, name),
            ["2026-01-31", "2026-02-01", ""],
            "{name}"
        );
    }
    assert_eq!(column(&reading, "time")[0], "2026-01-31T09:30:00");
    assert_eq!(types(&reading)[4], ("both", T::Text));
    assert_eq!(notes(&reading), [NoteKind::DateOrder]);
    let ask = fault(read_with(
        "hostile/dates.csv",
        &chosen(&[("both", T::Date)]),
    ));
    assert!(matches!(ask, ReadFault::DateOrder { .. }), "{ask}");
    for (order, wanted) in [
        (DateOrder::DayFirst, "2026-02-01"),
        (DateOrder::MonthFirst, "2026-01-02"),
    ] {
        for types in [chosen(&[]), chosen(&[("both", T::Date)])] {
            let settings = Settings {
                date_order: Some(order),
                ..types
            };
            let reading = read_with("hostile/dates.csv", &settings).unwrap();
            assert_eq!(column(&reading, "both")[0], wanted);
            assert_eq!(
                column(&reading, "month_first")[0],
                "2026-01-31",
                "its own order stands"
            );
        }
    }
}

#[test]
fn a_chosen_type_reads_more_and_rejects_the_rest() {
    let text = |odd: &str| {
        let rows: String = (0..40)
            .map(|row| format!("{row:03},yes,20260131,\"1.5\"\n"))
            .collect();
        format!("code,answer,day,amount\n{rows}040,no,20260201,{odd}\n")
    };
    let settings = chosen(&[
        ("code", T::Integer),
        ("answer", T::Boolean),
        ("day", T::Date),
        ("amount", T::Number),
    ]);
    let reading = read_text(&text("2"), &settings).unwrap();
    let last = |name| column(&reading, name).pop().unwrap();
    assert_eq!(
        [last("code"), last("answer"), last("day")],
        ["40", "false", "2026-02-01"]
    );
    let reading = read_text(&text("n/a"), &settings).unwrap();
    assert_eq!(lines(&reading), [42]);
    assert_eq!(
        reading.outline.rejected[0].why,
        "`n/a` in amount is no number"
    );
    let as_text = read_text("a\n1\n2\n", &chosen(&[("a", T::Text)])).unwrap();
    assert_eq!(types(&as_text), [("a", T::Text)]);
    let none = fault(read_text("a\nx\ny\n", &chosen(&[("a", T::Number)])));
    assert!(none.to_string().contains("`x` in a is no number"), "{none}");
    let unknown = fault(read_text("Amount\n1\n", &chosen(&[("amount", T::Number)])));
    assert_eq!(unknown.fix(), "Did you mean `Amount`?");
}

#[test]
fn a_chosen_key_must_name_each_row_and_a_likely_one_is_only_noted() {
    let text = "user_id,email\n1,a@x.org\n2,b@x.org\n1,c@x.org\n,d@x.org\n";
    let key = |name: &str| Settings {
        key: Some(name.to_owned()),
        ..Settings::default()
    };
    let reading = read_text(text, &Settings::default()).unwrap();
    assert_eq!(
        reading.outline.key.as_deref(),
        Some("email"),
        "unique, and named like a key"
    );
    assert_eq!(
        read_text(text, &key("email"))
            .unwrap()
            .outline
            .key
            .as_deref(),
        Some("email")
    );
    let fault_text = fault(read_text(text, &key("user_id"))).to_string();
    assert_eq!(
        fault_text,
        "`user_id` cannot be the key: 1 row has no value and 1 row repeats an earlier value, as `1`"
    );
    let unknown = fault(read_text(text, &key("userid")));
    assert_eq!(unknown.fix(), "Did you mean `user_id`?");
}
