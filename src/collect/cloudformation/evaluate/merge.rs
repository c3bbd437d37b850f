//! One of several values, and nobody knows which: what they share is known all the same.

use crate::model::{Entry, Node, Shape, Unresolved, Value};

/// What is known where one of `values` holds and `why` says what decides.
pub(super) fn either(values: &[Option<Node>], why: &Unresolved, at: &Node) -> Option<Node> {
    let (first, rest) = values.split_first()?;
    if rest.iter().all(|it| same(first.as_ref(), it.as_ref())) {
        return first.clone();
    }
    let there: Vec<&Node> = values.iter().flatten().collect();
    let all_there = there.len() == values.len();
    if all_there && there.iter().all(|it| matches!(it.value, Value::Map(_))) {
        return Some(merged(&there, why, at));
    }
    let shape = if all_there { shape_of(&there) } else { Shape::Any };
    let unresolved = Unresolved { shape, ..why.clone() };
    Some(Node { name_span: at.name_span, ..Node::unresolved(unresolved, at.span) })
}

/// Maps entry by entry: what only some of them state is left open.
fn merged(maps: &[&Node], why: &Unresolved, at: &Node) -> Node {
    let mut names: Vec<&str> = Vec::new();
    for entry in maps.iter().flat_map(|it| it.entries()) {
        if !names.contains(&&*entry.name) {
            names.push(&entry.name);
        }
    }
    let entry = |name: &str| {
        let values: Vec<Option<Node>> = maps.iter().map(|it| it.get(name).cloned()).collect();
        let stated = values.iter().flatten().next().unwrap_or(at).clone();
        Some(Entry::new(name, either(&values, why, &stated)?))
    };
    let entries = names.into_iter().filter_map(entry).collect();
    let span = maps.first().map_or(at.span, |it| it.span);
    Node { name_span: at.name_span, ..Node::map(entries, span) }
}

/// Whether two values say the same, wherever they stand.
fn same(one: Option<&Node>, other: Option<&Node>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return one.is_none() && other.is_none() };
    match (&one.value, &other.value) {
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other.iter()).all(|(one, other)| same(Some(one), Some(other)))
        }
        (Value::Map(one), Value::Map(other)) => {
            one.entries.len() == other.entries.len()
                && one.entries.iter().all(|it| same(Some(&it.node), other.get(&it.name)))
        }
        (Value::Unresolved(one), Value::Unresolved(other)) => one.cause == other.cause && one.shape == other.shape,
        (one, other) => one == other,
    }
}

fn shape_of(values: &[&Node]) -> Shape {
    let all = |is: fn(&Value) -> bool| values.iter().all(|it| is(&it.value));
    if all(is_bool) {
        Shape::Bool
    } else if all(|it| matches!(it, Value::Number(_))) {
        Shape::Number
    } else if let Some(texts) = known_texts(values) {
        Shape::one_of_texts(texts)
    } else if all(is_made) {
        Shape::Reference
    } else if all(is_text) {
        Shape::String
    } else if all(|it| matches!(it, Value::List(_))) {
        Shape::List
    } else {
        Shape::Any
    }
}

fn is_bool(value: &Value) -> bool {
    match value {
        Value::Bool(_) => true,
        Value::String(text) => matches!(&**text, "true" | "false"),
        Value::Unresolved(it) => it.shape == Shape::Bool,
        _ => false,
    }
}

/// All that the values may be, where each is a text or one of a few.
fn known_texts(values: &[&Node]) -> Option<Vec<String>> {
    let mut texts: Vec<String> = Vec::new();
    for value in values {
        let more = match &value.value {
            Value::String(text) => vec![text.to_string()],
            Value::Unresolved(it) => it.shape.texts()?.into_iter().map(str::to_owned).collect(),
            _ => return None,
        };
        more.into_iter().for_each(|it| {
            if !texts.contains(&it) {
                texts.push(it)
            }
        });
    }
    Some(texts)
}

fn is_made(value: &Value) -> bool {
    matches!(value, Value::Unresolved(it) if it.shape == Shape::Reference)
}

fn is_text(value: &Value) -> bool {
    match value {
        Value::String(_) => true,
        Value::Unresolved(it) => {
            matches!(it.shape, Shape::Reference | Shape::String | Shape::Template(_) | Shape::OneOf(_))
        }
        _ => false,
    }
}
