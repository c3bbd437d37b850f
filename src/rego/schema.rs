//! The part of JSON Schema that our own schemas use, checked on nodes so that every complaint has a place.

use regex::Regex;
use serde_json::Value as Schema;

use crate::model::{Node, Problem, Value};

/// Complaints of `schema` about `node`: types, required and unknown keys, enums, patterns, counts.
pub fn problems(schema: &Schema, node: &Node) -> Vec<Problem> {
    let mut found = Vec::new();
    check(schema, node, "", &mut found);
    found
}

fn check(schema: &Schema, node: &Node, route: &str, found: &mut Vec<Problem>) {
    if matches!(node.value, Value::Unresolved(_) | Value::Redacted) {
        return;
    }
    let what = if route.is_empty() { "the value".to_owned() } else { format!("`{route}`") };
    if let Some(expected) = schema.get("type")
        && !names(expected).any(|it| is_of_type(node, it))
    {
        let expected: Vec<&str> = names(expected).collect();
        let message = format!("{what} must be of type {}, not {}", expected.join(" or "), type_of(node));
        found.push(Problem::at(node.span, message));
        return;
    }
    if let Some(choices) = schema.get("enum").and_then(Schema::as_array)
        && !choices.iter().any(|it| is_equal(it, node))
    {
        let choices: Vec<String> = choices.iter().map(|it| it.as_str().map_or(it.to_string(), str::to_owned)).collect();
        found.push(Problem::at(node.span, format!("{what} must be one of {}", choices.join(", "))));
    }
    match &node.value {
        Value::String(text) => check_text(schema, node, text, &what, found),
        Value::List(items) => {
            if schema.get("minItems").and_then(Schema::as_u64).is_some_and(|it| (items.len() as u64) < it) {
                found.push(Problem::at(node.span, format!("{what} must not be empty")));
            }
            if let Some(schema) = schema.get("items") {
                for (at, item) in items.iter().enumerate() {
                    check(schema, item, &join(route, &at.to_string()), found);
                }
            }
        }
        Value::Map(_) => check_map(schema, node, route, &what, found),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Unresolved(_) | Value::Redacted => {}
    }
}

fn check_text(schema: &Schema, node: &Node, text: &str, what: &str, found: &mut Vec<Problem>) {
    if schema.get("minLength").and_then(Schema::as_u64).is_some_and(|it| (text.chars().count() as u64) < it) {
        found.push(Problem::at(node.span, format!("{what} must not be empty")));
    }
    if let Some(pattern) = schema.get("pattern").and_then(Schema::as_str)
        && !Regex::new(pattern).is_ok_and(|it| it.is_match(text))
    {
        found.push(Problem::at(node.span, format!("{what} must match {pattern}")));
    }
}

fn check_map(schema: &Schema, node: &Node, route: &str, what: &str, found: &mut Vec<Problem>) {
    for name in names(schema.get("required").unwrap_or(&Schema::Null)) {
        if node.get(name).is_none() {
            found.push(Problem::at(node.name_span.unwrap_or(node.span), format!("{what} lacks `{name}`")));
        }
    }
    if schema.get("minProperties").and_then(Schema::as_u64).is_some_and(|it| (node.entries().len() as u64) < it) {
        found.push(Problem::at(node.span, format!("{what} must not be empty")));
    }
    let known = schema.get("properties");
    let others = schema.get("additionalProperties");
    for entry in node.entries() {
        let route = join(route, &entry.name);
        match (known.and_then(|it| it.get(&*entry.name)), others) {
            (Some(schema), _) => check(schema, &entry.node, &route, found),
            (None, Some(Schema::Bool(false))) => {
                let place = entry.node.name_span.unwrap_or(entry.node.span);
                let choices: Vec<&str> =
                    known.and_then(Schema::as_object).into_iter().flatten().map(|it| it.0.as_str()).collect();
                let help = format!("known keys: {}", choices.join(", "));
                found.push(Problem::at(place, format!("unknown key `{route}`")).with_help(help));
            }
            (None, Some(schema)) => check(schema, &entry.node, &route, found),
            (None, None) => {}
        }
    }
}

/// One word, or a list of them.
pub(super) fn names(value: &Schema) -> impl Iterator<Item = &str> {
    let one = value.as_str();
    one.into_iter().chain(value.as_array().into_iter().flatten().filter_map(Schema::as_str))
}

fn join(route: &str, name: &str) -> String {
    if route.is_empty() { name.to_owned() } else { format!("{route}.{name}") }
}

fn is_of_type(node: &Node, name: &str) -> bool {
    match name {
        "integer" => matches!(&node.value, Value::Number(it) if !it.is_f64()),
        "number" => matches!(node.value, Value::Number(_)),
        _ => type_of(node) == name,
    }
}

fn type_of(node: &Node) -> &'static str {
    match node.value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::List(_) => "array",
        Value::Map(_) => "object",
        Value::Unresolved(_) => "unresolved",
        Value::Redacted => "secret",
    }
}

fn is_equal(choice: &Schema, node: &Node) -> bool {
    match (choice, &node.value) {
        (Schema::String(a), Value::String(b)) => **a == **b,
        (Schema::Bool(a), Value::Bool(b)) => a == b,
        (Schema::Number(a), Value::Number(b)) => a == b,
        (Schema::Null, Value::Null) => true,
        _ => false,
    }
}
