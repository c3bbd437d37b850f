//! Whether two values are equal, as far as what is known of them tells.

use crate::model::{Choice, Node, Shape, Span, Unresolved, Value};

use super::super::resource::from_json;
use super::value::{sorted_entries, template_is_filled};

/// Whether two values are equal; the unresolved value that decides, where one does.
pub(crate) fn equal<'a>(a: &'a Node, b: &'a Node) -> Result<bool, &'a Unresolved> {
    match (&a.value, &b.value) {
        (Value::Unresolved(it), other) | (other, Value::Unresolved(it)) => {
            if let Shape::OneOf(choices) = &it.shape {
                return one_of(choices, other, a.span).ok_or(it);
            }
            if differs(it, other) { Ok(false) } else { Err(it) }
        }
        (Value::List(a), Value::List(b)) => {
            if a.len() != b.len() {
                return Ok(false);
            }
            all(a.iter().zip(b.iter()))
        }
        (Value::Map(_), Value::Map(_)) => {
            let (a, b) = (sorted_entries(a), sorted_entries(b));
            if a.len() != b.len() || a.iter().zip(&b).any(|(a, b)| a.name != b.name) {
                return Ok(false);
            }
            all(a.into_iter().zip(b).map(|(a, b)| (&a.node, &b.node)))
        }
        (Value::Number(a), Value::Number(b)) => Ok(a == b || a.as_f64() == b.as_f64()),
        (a, b) => Ok(a == b && *a != Value::Redacted),
    }
}

/// Whether each of a few values is equal to a value, or none is.
fn one_of(choices: &[Choice], other: &Value, span: Span) -> Option<bool> {
    let other = Node::new(other.clone(), span);
    let mut answers = choices.iter().map(|it| match it {
        Choice::Value(it) => equal(&from_json(it, span), &other).ok(),
        Choice::Open(_) => None,
    });
    let first = answers.next()??;
    answers.all(|it| it == Some(first)).then_some(first)
}

/// A known difference decides, whatever else is unknown.
fn all<'a>(pairs: impl Iterator<Item = (&'a Node, &'a Node)>) -> Result<bool, &'a Unresolved> {
    let mut unknown = None;
    for (a, b) in pairs {
        match equal(a, b) {
            Ok(true) => {}
            Ok(false) => return Ok(false),
            Err(it) => unknown = unknown.or(Some(it)),
        }
    }
    unknown.map_or(Ok(true), Err)
}

/// Whether an unresolved value cannot be equal to a known one.
fn differs(unknown: &Unresolved, known: &Value) -> bool {
    let filled = unknown.shape == Shape::Reference || template_is_filled(&unknown.shape);
    match (&unknown.shape, known) {
        (Shape::Reference | Shape::Template(_), Value::Null) => true,
        (_, Value::String(text)) if text.is_empty() => filled,
        (Shape::Template(parts), Value::String(text)) => {
            let starts = parts.first().and_then(Option::as_deref).is_none_or(|it| text.starts_with(it));
            let ends = parts.last().and_then(Option::as_deref).is_none_or(|it| text.ends_with(it));
            !(starts && ends)
        }
        _ => false,
    }
}
