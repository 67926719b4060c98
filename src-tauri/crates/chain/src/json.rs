//! Reading the JSON of a chain document: with limits, and with no field said twice.
//!
//! A plain JSON reader keeps the last of two fields with one name, and what stood in the first is
//! gone without a word. Here the second one is a fault that says where.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::fault::Fault;

/// The largest document that is read, in bytes: more than 100,000 records need.
pub const LARGEST: usize = 64 << 20;

/// How deep lists and objects may stand in each other: as deep as the deepest rule, and some more.
pub const DEEPEST: usize = 112;

/// Characters of a path that are told; a deep one is cut.
const PATH_SHOWN: usize = 160;

/// Reads a document's text as JSON.
///
/// # Errors
/// A [`Fault`] for a text that is too large, is no JSON, nests too deep, or says a field twice.
pub fn read(text: &str) -> Result<Value, Fault> {
    if text.len() > LARGEST {
        return Err(too_large());
    }
    let place = Place::default();
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = Node(&place)
        .deserialize(&mut reader)
        .and_then(|value| reader.end().map(|()| value));
    read.map_err(|error| match place.fault.take() {
        Some(fault) => fault,
        None => Fault::at(
            format!("line {}, column {}", error.line(), error.column()),
            format!("this is not JSON: {error}"),
            "Give a chain document, as `throughline dump` writes it.",
        ),
    })
}

/// The fault of a document that is larger than [`LARGEST`].
pub fn too_large() -> Fault {
    Fault::at(
        "the document",
        format!("it is larger than {} MiB", LARGEST >> 20),
        "Split it into several documents and apply them one after the other.",
    )
}

/// Where the reading is, and what it stumbled on.
#[derive(Default)]
struct Place {
    way: RefCell<Vec<Step>>,
    fault: RefCell<Option<Fault>>,
}

enum Step {
    Field(String),
    At(usize),
}

impl Place {
    fn path(&self) -> String {
        let mut path = String::new();
        for step in self.way.borrow().iter() {
            match step {
                Step::Field(name) if path.is_empty() => path.push_str(name),
                Step::Field(name) => {
                    path.push('.');
                    path.push_str(name);
                }
                Step::At(at) => path.push_str(&format!("[{at}]")),
            }
        }
        match path.char_indices().nth(PATH_SHOWN) {
            Some((cut, _)) => format!("{}…", &path[..cut]),
            None if path.is_empty() => "the document".to_owned(),
            None => path,
        }
    }

    /// Notes a fault here, and gives the error that ends the reading.
    fn stumble<E: serde::de::Error>(&self, message: String, fix: &str) -> E {
        let fault = Fault::at(self.path(), message, fix);
        let error = E::custom(&fault.message);
        *self.fault.borrow_mut() = Some(fault);
        error
    }

    fn inside<T>(&self, step: Step, read: impl FnOnce() -> T) -> T {
        self.way.borrow_mut().push(step);
        let outcome = read();
        self.way.borrow_mut().pop();
        outcome
    }

    fn go_in<E: serde::de::Error>(&self) -> Result<(), E> {
        if self.way.borrow().len() < DEEPEST {
            return Ok(());
        }
        Err(self.stumble(
            format!("this is nested deeper than {DEEPEST} levels"),
            "Split a deep rule into segments of their own, and name them in it.",
        ))
    }
}

/// A value at a place.
#[derive(Clone, Copy)]
struct Node<'a>(&'a Place);

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        match serde_json::Number::from_f64(value) {
            Some(number) => Ok(Value::Number(number)),
            None => Err(E::custom("a number is too large")),
        }
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Value, A::Error> {
        self.0.go_in()?;
        let mut list = Vec::new();
        while let Some(part) = self
            .0
            .inside(Step::At(list.len()), || parts.next_element_seed(self))?
        {
            list.push(part);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        self.0.go_in()?;
        let mut map = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            let twice = map.contains_key(&name);
            let value = self.0.inside(Step::Field(name.clone()), || {
                if twice {
                    return Err(self.0.stumble(
                        format!("the field `{name}` is there twice"),
                        "Keep one of the two; what the other says would be lost.",
                    ));
                }
                fields.next_value_seed(self)
            })?;
            map.insert(name, value);
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fault(text: &str) -> Fault {
        read(text).expect_err("cannot stand")
    }

    #[test]
    fn a_field_that_is_said_twice_is_named_by_its_path() {
        for (text, path) in [
            (r#"{"throughline": 1, "throughline": 1}"#, "throughline"),
            (
                r#"{"segments": [{"id": "a"}, {"id": "b", "name": "x", "name": "y"}]}"#,
                "segments[1].name",
            ),
            (
                r#"{"segments": [{"rule": {"all": [{"column": "a", "op": "eq", "value": 1, "value": 2}]}}]}"#,
                "segments[0].rule.all[0].value",
            ),
            // Written in two ways, and still one name.
            (
                r#"{"offering": {"name": "", "n\u0061me": ""}}"#,
                "offering.name",
            ),
        ] {
            let fault = fault(text);
            assert_eq!(fault.path, path, "{text}");
            assert!(fault.message.contains("twice"), "{fault}");
        }
    }

    #[test]
    fn the_same_field_of_two_records_is_no_repetition() {
        assert!(read(r#"{"a": {"id": 1}, "b": [{"id": 1}, {"id": 1}]}"#).is_ok());
    }

    #[test]
    fn a_text_that_nests_too_deep_or_is_too_large_is_refused_with_words() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(read(&nested(DEEPEST)).is_ok());
        for depth in [DEEPEST + 1, 1_000_000] {
            let fault = fault(&nested(depth));
            assert!(fault.message.contains("deeper"), "{fault}");
            assert!(fault.path.chars().count() <= PATH_SHOWN + 1, "{fault}");
        }
        let fault = fault(&format!("\"{}\"", "x".repeat(LARGEST)));
        assert!(fault.message.contains("64 MiB"), "{fault}");
    }

    #[test]
    fn what_is_no_json_says_where() {
        assert_eq!(fault("{\n\"a\": nil}").path, "line 2, column 7");
        assert!(fault("{} {}").message.contains("trailing"));
        assert!(fault(r#"{"a": 1e999}"#).message.contains("not JSON"));
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            ".{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(6, 64, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map(".{0,6}", inner, 0..6)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn json_is_read_as_any_reader_reads_it(value in any_json()) {
            prop_assert_eq!(read(&value.to_string()).expect("is JSON"), value);
        }
    }
}
