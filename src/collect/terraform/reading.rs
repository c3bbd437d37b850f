//! Values in a resource's body: looked up by path, and taken as Terraform takes them.

use crate::model::{Cause, Choice, Node, Shape, Unresolved, Value};

use super::resource::reference;

/// The value at a path with dots. An unresolved value on the way is the answer: it may hold anything below.
pub fn read(node: &Node, path: &str) -> Option<Node> {
    let mut node = node;
    for step in path.split('.') {
        if let Some(unresolved) = node.as_unresolved() {
            let below = Unresolved { shape: Shape::Any, ..unresolved.clone() };
            return Some(Node { value: Value::Unresolved(Box::new(below)), ..node.clone() });
        }
        node = node.get(step)?;
    }
    (!node.is_null()).then(|| node.clone())
}

/// A value that names something: whoever runs the configuration gives a variable without a default a name, and not an
/// empty one.
pub fn name_given(node: Node) -> Node {
    let Some(unknown) = node.as_unresolved() else { return node };
    if !matches!(unknown.cause, Cause::Variable(_)) || !matches!(unknown.shape, Shape::Given | Shape::String) {
        return node;
    }
    let named = Unresolved { shape: Shape::Reference, ..unknown.clone() };
    instead(&node, Value::Unresolved(Box::new(named)))
}

/// The same place with another value.
pub fn instead(node: &Node, value: impl Into<Value>) -> Node {
    Node { value: value.into(), ..node.clone() }
}

/// A truth value where `wanted` is stated. Unresolved values stay, a text that is none is left out.
pub fn flag(node: Node, wanted: bool) -> Option<Node> {
    let stated = match &node.value {
        Value::Bool(it) => *it,
        Value::String(text) if &**text == "true" => true,
        Value::String(text) if &**text == "false" => false,
        Value::Unresolved(it) => return Some(instead(&node, narrowed(it, Shape::Bool))),
        _ => return None,
    };
    Some(instead(&node, stated == wanted))
}

/// What is not known is no text where a flag or a number stands.
fn narrowed(unresolved: &Unresolved, shape: Shape) -> Value {
    let is_text = matches!(unresolved.shape, Shape::Reference | Shape::String | Shape::Template(_) | Shape::OneOf(_));
    let shape = if is_text { shape } else { unresolved.shape.clone() };
    Value::Unresolved(Box::new(Unresolved { shape, ..unresolved.clone() }))
}

pub fn number(node: Node) -> Option<Node> {
    match &node.value {
        Value::Number(_) => Some(node),
        Value::Unresolved(it) => Some(instead(&node, narrowed(it, Shape::Number))),
        Value::String(text) => text.parse::<i64>().ok().map(|it| instead(&node, it)),
        _ => None,
    }
}

pub fn lower(node: Node) -> Option<Node> {
    match &node.value {
        Value::String(text) => Some(instead(&node, text.to_lowercase())),
        Value::Unresolved(it) => match it.shape.texts() {
            Some(texts) => {
                let shape = Shape::one_of_texts(texts.iter().map(|it| it.to_lowercase()));
                Some(instead(&node, Value::Unresolved(Box::new(Unresolved { shape, ..(**it).clone() }))))
            }
            None => Some(node),
        },
        Value::Redacted => Some(node),
        _ => node.scalar_text().map(|it| instead(&node, it.to_lowercase())),
    }
}

/// Another word for a text, and for each of the few that it may be.
pub fn reworded(node: &Node, word: impl Fn(&str) -> String) -> Node {
    match &node.value {
        Value::String(text) => instead(node, word(text)),
        Value::Unresolved(it) => match &it.shape {
            Shape::OneOf(texts) => {
                let choice = |it: &Choice| match it {
                    Choice::Value(serde_json::Value::String(text)) => Choice::Value(word(text).into()),
                    _ => it.clone(),
                };
                let shape = Shape::OneOf(texts.iter().map(choice).collect());
                instead(node, Value::Unresolved(Box::new(Unresolved { shape, ..(**it).clone() })))
            }
            _ => node.clone(),
        },
        _ => node.clone(),
    }
}

pub fn one_of(node: Node, texts: &[&str]) -> Option<Node> {
    let is_wanted = |text: &str| texts.iter().any(|it| it.eq_ignore_ascii_case(text));
    if let Some(unknown) = node.as_unresolved() {
        return Some(match unknown.shape.texts() {
            Some(all) if all.iter().all(|it| is_wanted(it)) => instead(&node, true),
            Some(all) if !all.iter().any(|it| is_wanted(it)) => instead(&node, false),
            _ => instead(&node, narrowed(unknown, Shape::Bool)),
        });
    }
    let text = node.scalar_text()?;
    Some(instead(&node, is_wanted(&text)))
}

/// Whether a value that is stated is more than nothing.
pub fn stands(node: Node) -> Node {
    let full = match &node.value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::List(items) => !items.is_empty(),
        Value::Unresolved(it) => match &it.shape {
            Shape::Reference | Shape::Bool | Shape::Number => true,
            Shape::Template(parts) if parts.iter().flatten().any(|it| !it.is_empty()) => true,
            shape if shape.texts().is_some_and(|it| !it.iter().any(|it| it.is_empty())) => true,
            _ => return node,
        },
        Value::Bool(_) | Value::Number(_) | Value::Map(_) | Value::Redacted => true,
    };
    instead(&node, full)
}

/// Whether an argument that is not known could name the resource in question: a resource or data source that it
/// refers to is another one, and so is what a remote module makes.
pub fn may_be_any(node: &Node) -> bool {
    let Some(unresolved) = node.as_unresolved() else { return false };
    reference(node).is_none() && !matches!(unresolved.cause, Cause::ModuleOutput(_))
}

/// Whether the source may state the value itself: an expression that nobody evaluated may hide one.
pub fn may_be_literal(node: &Node) -> bool {
    node.as_unresolved().is_none_or(|it| matches!(it.cause, Cause::Expression(_) | Cause::Limit(_)))
}
