//! A rule as a person reads it: `Contract is Month-to-month and tenure is at most 12`.

use crate::date;
use crate::rule::{Condition, Op, Rule, Scalar};

/// The rule in words. `name` gives a segment's name for its id.
pub fn rule(rule: &Rule, name: &dyn Fn(&str) -> String) -> String {
    said(rule, name, false)
}

fn said(rule: &Rule, name: &dyn Fn(&str) -> String, inside: bool) -> String {
    match rule {
        Rule::All { all } => joined(all, " and ", "everyone", name, inside),
        Rule::Any { any } => joined(any, " or ", "nobody", name, inside),
        Rule::Not { not } => match not.as_ref() {
            Rule::Segment { segment } => format!("not in {}", name(segment)),
            part => format!("not ({})", said(part, name, false)),
        },
        Rule::Segment { segment } => format!("in {}", name(segment)),
        Rule::Column(condition) => self::condition(condition),
    }
}

fn joined(
    parts: &[Rule],
    glue: &str,
    empty: &str,
    name: &dyn Fn(&str) -> String,
    inside: bool,
) -> String {
    match parts {
        [] => empty.to_owned(),
        [one] => said(one, name, inside),
        parts => {
            let text: Vec<String> = parts.iter().map(|part| said(part, name, true)).collect();
            let text = text.join(glue);
            if inside { format!("({text})") } else { text }
        }
    }
}

/// One condition in words.
pub fn condition(condition: &Condition) -> String {
    let column = &condition.column;
    let values: Vec<String> = condition.value.list().iter().map(value).collect();
    let first = values.first().map(String::as_str).unwrap_or_default();
    match condition.op {
        Op::Eq => format!("{column} is {first}"),
        Op::Ne => format!("{column} is not {first}"),
        Op::In => format!("{column} is {}", either(&values, "or")),
        Op::NotIn => format!("{column} is neither {}", either(&values, "nor")),
        Op::Lt => format!("{column} is less than {first}"),
        Op::Le => format!("{column} is at most {first}"),
        Op::Gt => format!("{column} is more than {first}"),
        Op::Ge => format!("{column} is at least {first}"),
        Op::Between => {
            let last = values.get(1).map(String::as_str).unwrap_or_default();
            format!("{column} is between {first} and {last}")
        }
        Op::Contains => format!("{column} contains “{first}”"),
        Op::StartsWith => format!("{column} starts with “{first}”"),
        Op::EndsWith => format!("{column} ends with “{first}”"),
        Op::IsBlank => format!("{column} is blank"),
        Op::IsPresent => format!("{column} is filled in"),
        Op::WithinLastDays => format!("{column} is within the last {first} days"),
    }
}

fn value(scalar: &Scalar) -> String {
    match scalar {
        Scalar::Text(text) if date::is_date(text) => date::in_words(text),
        Scalar::Text(text) if text.is_empty() => "“”".to_owned(),
        Scalar::Bool(true) => "true".to_owned(),
        other => other.to_string(),
    }
}

fn either(values: &[String], word: &str) -> String {
    match values {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} {word} {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        rule(&serde_json::from_str(text).expect(text), &|id| {
            format!("“{id}”")
        })
    }

    #[test]
    fn a_rule_reads_as_a_sentence() {
        assert_eq!(
            words(
                r#"{"all":[{"column":"Contract","op":"eq","value":"Month-to-month"},
                    {"any":[{"column":"tenure","op":"lt","value":12},
                            {"column":"joined","op":"ge","value":"2026-01-31"}]},
                    {"not":{"segment":"big"}}]}"#
            ),
            "Contract is Month-to-month and (tenure is less than 12 or joined is at least 31 Jan \
             2026) and not in “big”"
        );
        assert_eq!(
            words(r#"{"column":"country","op":"not_in","value":["DE","AT","CH"]}"#),
            "country is neither DE, AT nor CH"
        );
        assert_eq!(words(r#"{"all":[]}"#), "everyone");
        assert_eq!(
            words(r#"{"not":{"column":"x","op":"is_blank"}}"#),
            "not (x is blank)"
        );
    }
}
