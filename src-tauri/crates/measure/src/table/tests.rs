//! Properties of tables: what is kept comes back, and the hash is the content's.

use super::*;
use proptest::prelude::*;

/// A column of any type with some blank rows.
pub(crate) fn any_column(rows: usize) -> impl Strategy<Value = Column> {
    let blank = prop::collection::vec(prop::bool::weighted(0.2), rows);
    let cells = (
        0..ColumnType::ALL.len(),
        prop::collection::vec(any::<i64>(), rows),
        prop::collection::vec("[a-cé]{0,2}", 1..6),
    );
    (blank, cells).prop_map(move |(blank, (kind, cells, mut dict))| {
        dict.sort();
        dict.dedup();
        let blank: Mask = blank.into_iter().collect();
        let keep = |row: usize, value: i64| if blank.get(row) { 0 } else { value };
        let cells: Vec<i64> = cells
            .iter()
            .enumerate()
            .map(|(row, v)| keep(row, *v))
            .collect();
        let data = match ColumnType::ALL[kind] {
            ColumnType::Text => {
                let code = |value: &i64| value.unsigned_abs() as usize % dict.len();
                let codes = cells.iter().map(|value| code(value) as u32).collect();
                Data::Text { dict, codes }
            }
            ColumnType::Integer => Data::Integer(cells),
            ColumnType::Number => {
                Data::Number(cells.iter().map(|value| *value as f64 / 8.0).collect())
            }
            ColumnType::Boolean => Data::Boolean(Mask::from_values(&cells, |v| v % 2 != 0)),
            ColumnType::Date => Data::Date(cells.iter().map(|v| (*v % 99_999) as i32).collect()),
            ColumnType::Datetime => Data::Datetime(cells),
        };
        Column::new("c", data, blank).expect("a column of equal lengths")
    })
}

proptest! {
    #[test]
    fn a_column_comes_back_from_its_pieces(
        column in (0_usize..400).prop_flat_map(any_column)
    ) {
        let pieces = encode(&column);
        prop_assert_eq!(pieces.iter().map(|piece| piece.rows).sum::<usize>(), column.rows());
        prop_assert_eq!(decode("c", column.kind(), &pieces).expect("decodes"), column);
    }

    #[test]
    fn damaged_pieces_are_an_error_or_a_column_never_a_panic(
        column in (0_usize..200).prop_flat_map(any_column),
        kind in 0..ColumnType::ALL.len(),
        at in any::<prop::sample::Index>(),
        cut in any::<prop::sample::Index>(),
        rows in any::<prop::sample::Index>(),
    ) {
        let mut pieces = encode(&column);
        if !pieces.is_empty() {
            let piece = at.get(&pieces).clone();
            let at = at.index(pieces.len());
            pieces[at].bytes.truncate(cut.index(piece.bytes.len() + 1));
            pieces[at].rows = rows.index(piece.rows + 2);
        }
        if let Ok(column) = decode("c", ColumnType::ALL[kind], &pieces) {
            for row in 0..column.rows() {
                let _ = column.text(row);
            }
        }
    }
}

fn text_column(name: &str, cells: &[Option<&str>]) -> Column {
    let mut dict: Vec<String> = Vec::new();
    let codes = cells.iter().map(|cell| {
        let Some(cell) = cell else { return 0 };
        let known = dict.iter().position(|entry| entry == cell);
        known.unwrap_or_else(|| {
            dict.push((*cell).to_owned());
            dict.len() - 1
        }) as u32
    });
    let codes = codes.collect();
    let blank = cells.iter().map(Option::is_none).collect();
    Column::new(name, Data::Text { dict, codes }, blank).expect("a column")
}

#[test]
fn many_rows_and_a_large_dictionary_take_several_pieces() {
    let rows = 300_000;
    let dict: Vec<String> = (0..rows).map(|row| format!("customer-{row:08}")).collect();
    let data = Data::Text {
        dict,
        codes: (0..rows as u32).collect(),
    };
    let column = Column::new("id", data, Mask::none(rows)).unwrap();
    let pieces = encode(&column);
    assert!(
        pieces.iter().filter(|piece| piece.rows == 0).count() > 1,
        "dictionary in runs"
    );
    assert!(
        pieces.iter().filter(|piece| piece.rows > 0).count() > 1,
        "rows in runs"
    );
    assert!(
        pieces.iter().all(|piece| piece.bytes.len() < 2 << 20),
        "each about 1 MiB"
    );
    assert_eq!(decode("id", ColumnType::Text, &pieces).unwrap(), column);
    assert_eq!(column.find("customer-00123456"), Some(123_456));
}

#[test]
fn the_hash_changes_with_any_cell_and_not_with_the_dictionary() {
    let table = |column| Table::new(3, vec![column]).unwrap().content_hash();
    let plain = table(text_column("a", &[Some("x"), Some("y"), None]));
    assert_eq!(plain.len(), 64);
    let other = Data::Text {
        dict: vec!["y".into(), "unused".into(), "x".into()],
        codes: vec![2, 0, 0],
    };
    let blank: Mask = [false, false, true].into_iter().collect();
    assert_eq!(
        table(Column::new("a", other, blank).unwrap()),
        plain,
        "same content"
    );
    for other in [
        text_column("b", &[Some("x"), Some("y"), None]),
        text_column("a", &[Some("x"), Some("y"), Some("")]),
        text_column("a", &[Some("xy"), Some(""), None]),
        text_column("a", &[Some("y"), Some("x"), None]),
        text_column("a", &[Some("x"), None, Some("y")]),
    ] {
        assert_ne!(table(other), plain);
    }
}

#[test]
fn columns_that_do_not_fit_are_no_table() {
    let short = text_column("a", &[Some("x")]);
    let long = text_column("b", &[Some("x"), None]);
    assert!(matches!(
        Table::new(1, vec![short.clone(), long]),
        Err(TableFault::Length {
            found: 2,
            wanted: 1,
            ..
        })
    ));
    let twice = Table::new(1, vec![short.clone(), short.clone()]);
    assert_eq!(twice, Err(TableFault::SameName { column: "a".into() }));
    let astray = Data::Text {
        dict: vec![],
        codes: vec![7],
    };
    assert!(
        Column::new("a", astray, Mask::none(1)).is_err(),
        "a code outside its dictionary"
    );
    assert_eq!(short.text(5), None);
}
