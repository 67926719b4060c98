use super::*;

fn rows(text: &str, width: usize) -> Vec<(u32, Result<Vec<String>, String>)> {
    let layout = Layout {
        width,
        ..Layout::any(text, b',')
    };
    let mut records = Records::new(text, false, layout);
    let mut cells = Vec::new();
    let mut rows = Vec::new();
    while let Some(record) = records.next(&mut cells) {
        let texts = cells
            .iter()
            .map(|cell| cell.of(text).into_owned())
            .collect();
        rows.push((record.line, record.fault.map_or(Ok(texts), Err)));
    }
    rows
}

fn good(text: &str, width: usize) -> Vec<Vec<String>> {
    rows(text, width)
        .into_iter()
        .filter_map(|(_, row)| row.ok())
        .collect()
}

fn bad(text: &str, width: usize) -> Vec<u32> {
    rows(text, width)
        .into_iter()
        .filter(|(_, row)| row.is_err())
        .map(|(line, _)| line)
        .collect()
}

#[test]
fn quotes_hold_delimiters_line_ends_and_doubled_quotes() {
    let text = "\"a,b\",\"c\nd\"\r\n\"say \"\"hi\"\"\" , x \r\n\"\",\n";
    let wanted = [["a,b", "c\nd"], ["say \"hi\"", "x"], ["", ""]];
    assert_eq!(good(text, 2), wanted);
    assert_eq!(
        rows(text, 2)[1].0,
        3,
        "the second row starts on the third line"
    );
}

#[test]
fn a_lone_carriage_return_ends_lines_only_where_there_is_no_line_feed() {
    assert_eq!(
        good("a,b\r1,2\r3,4", 2),
        [["a", "b"], ["1", "2"], ["3", "4"]]
    );
    assert_eq!(good("a,b\n1,x\ry\n", 2), [["a", "b"], ["1", "x\ry"]]);
}

#[test]
fn an_unclosed_quote_costs_its_own_line() {
    let ends = "1,a\n2,\"b\n3,c\n4,d\n";
    assert_eq!(good(ends, 2), [["1", "a"], ["3", "c"], ["4", "d"]]);
    assert_eq!(bad(ends, 2), [2]);
    let another = "1,\"a\n2,b\n3,\"c\"\n4,d\n";
    assert_eq!(good(another, 2), [["2", "b"], ["3", "c"], ["4", "d"]]);
    assert_eq!(bad(another, 2), [1]);
    let inches = "1,\"a\n2,b\n3,5\"\n4,d\n";
    assert_eq!(
        rows(inches, 2)[0].1.as_deref().map(|row| row[1].as_str()),
        Ok("a\n2,b\n3,5")
    );
    let three = "1,\"a,x\n2,b,x\n3,5\",x,y\n4,d,x\n";
    assert_eq!(good(three, 3), [["2", "b", "x"], ["4", "d", "x"]]);
    assert_eq!(bad(three, 3), [1, 3]);
}

#[test]
fn a_ragged_row_over_several_lines_is_one_bad_line() {
    let text = "1,a,\"x\ny\"\n2,b\n";
    assert_eq!(bad(text, 2), [1]);
    assert_eq!(good(text, 2), [["2", "b"]]);
}

#[test]
fn text_after_a_closing_quote_is_a_bad_line() {
    assert_eq!(bad("1,\"a\"b\n2,c\n", 2), [1]);
    assert_eq!(
        good("1,a\"b\n", 2),
        [["1", "a\"b"]],
        "inside a cell a quote is a character"
    );
}

#[test]
fn ragged_rows_say_how_many_cells_they_have() {
    let rows = rows("1,2\n\n   \n3\n4,5,6\n", 2);
    let why: Vec<_> = rows
        .iter()
        .filter_map(|(line, row)| row.clone().err().zip(Some(*line)))
        .collect();
    assert_eq!(
        why,
        [
            ("1 cell where the header has 2".to_owned(), 4),
            ("3 cells where the header has 2".to_owned(), 5)
        ]
    );
}

#[test]
fn a_line_too_long_is_passed_over() {
    let text = format!("1,{}\n2,b\n", "x".repeat(LONGEST + 1));
    assert_eq!(bad(&text, 2), [1]);
    assert_eq!(good(&text, 2), [["2", "b"]]);
    let quoted = format!("1,\"{}\"\n2,b\n", "x".repeat(LONGEST + 1));
    assert_eq!(good(&quoted, 2), [["2", "b"]]);
}
