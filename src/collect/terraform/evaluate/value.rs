//! Small questions about values: texts, numbers, shapes, and what is unresolved in them.

use std::sync::Arc;

use serde_json::Number;

use crate::model::{Cause, Entry, Node, Shape, Span, Unresolved, Value};

/// An expression that is an error in the language: `try` and `can` catch it, an attribute becomes unresolved by it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fault {
    pub(crate) message: String,
    pub(crate) span: Span,
}

pub(crate) type Evaluated = Result<Node, Box<Fault>>;

/// An entry of a whole resource's value that holds its address: an attribute that the resource does not state is one
/// that apply sets. No name in a source can be equal to it.
pub(crate) const ADDRESS: &str = "\u{0}address";

/// An entry that marks the value of a resource whose instances are not known: any key leads to it.
pub(crate) const SYMBOLIC: &str = "\u{0}symbolic";

pub(crate) fn fault(span: Span, message: impl Into<String>) -> Box<Fault> {
    Box::new(Fault { message: message.into(), span })
}

pub(crate) fn unresolved(cause: Cause, place: Span, shape: Shape, span: Span) -> Node {
    Node::unresolved(Unresolved { cause, place, shape }, span)
}

/// The same cause, with another shape, at another place.
pub(crate) fn because_of(unknown: &Unresolved, shape: Shape, span: Span) -> Node {
    Node::unresolved(Unresolved { shape, ..unknown.clone() }, span)
}

/// What a value that is not evaluated for a fault is worth.
pub(crate) fn of_fault(fault: Fault, span: Span) -> Node {
    unresolved(Cause::Expression(fault.message), fault.span, Shape::Any, span)
}

pub(crate) fn is_hidden(name: &str) -> bool {
    name.starts_with('\u{0}')
}

/// The entries that the source states.
pub(crate) fn entries(node: &Node) -> impl Iterator<Item = &Entry> {
    node.entries().iter().filter(|it| !is_hidden(&it.name))
}

/// Entries in the order in which the language goes through a map.
pub(crate) fn sorted_entries(node: &Node) -> Vec<&Entry> {
    let mut sorted: Vec<&Entry> = entries(node).collect();
    sorted.sort_by(|a, b| a.name.cmp(&b.name));
    sorted
}

/// The first unresolved value in a value or below it.
pub(crate) fn first_unknown(node: &Node) -> Option<&Unresolved> {
    match &node.value {
        Value::Unresolved(it) => Some(it),
        Value::List(items) => items.iter().find_map(first_unknown),
        Value::Map(map) => map.entries.iter().find_map(|it| first_unknown(&it.node)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Redacted => None,
    }
}

/// Why it is not known how many elements a value has, or which.
pub(crate) fn open(node: &Node) -> Option<Unresolved> {
    if let Some(unknown) = node.as_unresolved() {
        return Some(unknown.clone());
    }
    node.get(SYMBOLIC)?;
    let address = node.get(ADDRESS).and_then(Node::as_str).unwrap_or_default();
    Some(Unresolved { cause: Cause::AfterApply(address.to_owned()), place: node.span, shape: Shape::Any })
}

pub(crate) fn has_secret(node: &Node) -> bool {
    match &node.value {
        Value::Redacted => true,
        Value::List(items) => items.iter().any(has_secret),
        Value::Map(map) => map.entries.iter().any(|it| has_secret(&it.node)),
        _ => false,
    }
}

/// Whether a text with unknown parts has a known one, and so is not empty.
pub(crate) fn template_is_filled(shape: &Shape) -> bool {
    matches!(shape, Shape::Template(parts) if parts.iter().flatten().any(|it| !it.is_empty()))
}

/// A scalar as the language turns it into text.
pub(crate) fn text(node: &Node) -> Option<Arc<str>> {
    match &node.value {
        Value::String(it) => Some(it.clone()),
        Value::Number(it) => Some(number_text(it).into()),
        Value::Bool(it) => Some(it.to_string().into()),
        _ => None,
    }
}

pub(crate) fn number_text(number: &Number) -> String {
    match number.as_f64() {
        Some(it) if number.is_f64() && it.fract() == 0.0 && it.abs() < 1e21 => format!("{it:.0}"),
        Some(it) if number.is_f64() => format!("{it}"),
        _ => number.to_string(),
    }
}

pub(crate) fn as_number(node: &Node) -> Option<f64> {
    match &node.value {
        Value::Number(it) => it.as_f64(),
        Value::String(it) => it.trim().parse().ok().filter(|it: &f64| it.is_finite()),
        _ => None,
    }
}

pub(crate) fn as_bool(node: &Node) -> Option<bool> {
    match &node.value {
        Value::Bool(it) => Some(*it),
        Value::String(it) if &**it == "true" => Some(true),
        Value::String(it) if &**it == "false" => Some(false),
        _ => None,
    }
}

/// A number as the tree holds it: whole ones without a fraction.
pub(crate) fn number(it: f64) -> Option<Value> {
    if it.fract() == 0.0 && it.abs() < 9_007_199_254_740_992.0 {
        #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
        return Some(Value::from(it as i64));
    }
    Number::from_f64(it).map(Value::Number)
}

/// A whole number as an index.
pub(crate) fn index(node: &Node) -> Option<i64> {
    let it = as_number(node)?;
    #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
    (it.fract() == 0.0 && it.abs() < 9_007_199_254_740_992.0).then_some(it as i64)
}

/// What the language calls a value's type.
pub(crate) fn type_name(node: &Node) -> &'static str {
    match &node.value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) | Value::Redacted => "string",
        Value::List(_) => "list",
        Value::Map(_) => "map",
        Value::Unresolved(_) => "unknown",
    }
}

/// Elements of one type: where texts are among them, numbers and truth values are texts as well.
pub(crate) fn unified(items: Vec<Node>) -> Vec<Node> {
    let has_text = items.iter().any(|it| matches!(it.value, Value::String(_)));
    let mixed = items.iter().any(|it| matches!(it.value, Value::Number(_) | Value::Bool(_)));
    if !(has_text && mixed) {
        return items;
    }
    let as_text = |it: Node| match text(&it) {
        Some(text) => Node { value: Value::String(text), ..it },
        None => it,
    };
    items.into_iter().map(as_text).collect()
}
