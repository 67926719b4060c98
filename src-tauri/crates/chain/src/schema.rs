//! The JSON Schema of the chain document.

use schemars::{JsonSchema, SchemaGenerator, schema_for};
use serde_json::{Value, json};

use crate::document::Chain;
use crate::formula::Formula;
use crate::rule::Rule;

/// A rule, or `{}` for none.
pub struct OptionalRule;

/// A formula, or `{}` for none.
pub struct OptionalFormula;

impl JsonSchema for OptionalRule {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OptionalRule".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> schemars::Schema {
        or_empty(generator.subschema_for::<Rule>())
    }
}

impl JsonSchema for OptionalFormula {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OptionalFormula".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> schemars::Schema {
        or_empty(generator.subschema_for::<Formula>())
    }
}

fn or_empty(schema: schemars::Schema) -> schemars::Schema {
    schemars::json_schema!({
        "anyOf": [schema, {"type": "object", "maxProperties": 0}, {"type": "null"}]
    })
}

/// The schema, with `remove` and `place`, which only a document on its way in has.
pub fn document() -> Value {
    let mut schema = schema_for!(Chain).to_value();
    schema["title"] = json!("Throughline chain document");
    schema["required"] = json!(["throughline"]);
    schema["properties"]["throughline"] = json!({"const": crate::document::VERSION});
    schema["properties"]["remove"] = json!({
        "description": "Records to take out, as \"segments/mid-hr\".",
        "type": "array",
        "items": {"type": "string", "pattern": "^[a-z]+/.+$"}
    });
    schema["properties"]["place"] = json!({
        "description": "Records to put elsewhere in their list: each before another one of it, or \
                        last.",
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "record": {"type": "string", "pattern": "^[a-z]+/.+$"},
                "before": {"type": "string", "pattern": "^([a-z]+/.+)?$"}
            },
            "required": ["record"],
            "additionalProperties": false
        }
    });
    for (name, definition) in schema["$defs"].as_object_mut().into_iter().flatten() {
        let lists_ids = definition.pointer("/properties/id/type").is_some();
        if lists_ids {
            definition["properties"]["id"]["pattern"] = json!("^[a-z0-9][a-z0-9_-]{0,63}$");
            definition["required"] = json!(["id"]);
        }
        if name == "Axis" {
            definition["properties"]["score"]["minimum"] = json!(1);
            definition["properties"]["score"]["maximum"] = json!(5);
        }
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_knows_every_field_that_a_dump_writes() {
        let schema = document();
        let dump = serde_json::to_value(Chain::default()).expect("writes");
        for field in dump.as_object().expect("an object").keys() {
            assert!(
                schema["properties"].get(field).is_some(),
                "{field} is described"
            );
        }
        let segment = serde_json::to_value(crate::Segment::default()).expect("writes");
        for field in segment.as_object().expect("an object").keys() {
            let known = &schema["$defs"]["Segment"]["properties"];
            assert!(
                known.get(field).is_some(),
                "{field} of a segment is described"
            );
        }
        assert_eq!(
            schema["additionalProperties"], false,
            "unknown fields are errors"
        );
    }
}
