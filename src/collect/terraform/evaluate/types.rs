//! Type constraints: what a variable's type makes of a value, and what it tells of one that is missing.

use crate::model::{Entry, Node, Shape, Value};
use crate::syntax::hcl::tree::{Call, Expression, Form, Item};

use super::scope::Scope;
use super::value::{as_bool, as_number, entries, number, text};

/// What a type tells of a value.
pub(crate) fn shape(kind: &Expression) -> Shape {
    let name = match &kind.form {
        Form::Variable(name) | Form::String(name) => name,
        Form::Call(call) => &call.name,
        _ => return Shape::Any,
    };
    match &**name {
        "string" => Shape::String,
        "number" => Shape::Number,
        "bool" => Shape::Bool,
        "list" | "set" | "tuple" => Shape::List,
        "map" | "object" => Shape::Map,
        _ => Shape::Any,
    }
}

/// The value as the type has it; one that does not fit stays as it is.
pub(crate) fn convert(scope: &Scope<'_, '_>, node: Node, kind: &Expression) -> Node {
    match (&kind.form, &node.value) {
        (_, Value::Null | Value::Redacted) => node,
        (_, Value::Unresolved(unknown)) if unknown.shape == Shape::Any => node,
        (_, Value::Unresolved(_)) => node,
        (Form::Variable(name) | Form::String(name), _) => scalar(node, name),
        (Form::Call(call), _) => collection(scope, node, call),
        _ => node,
    }
}

fn scalar(node: Node, name: &str) -> Node {
    let value = match name {
        "string" => text(&node).map(Value::String),
        "number" => as_number(&node).and_then(number),
        "bool" => as_bool(&node).map(Value::Bool),
        _ => None,
    };
    match value {
        Some(value) => Node { value, ..node },
        None => node,
    }
}

fn collection(scope: &Scope<'_, '_>, node: Node, call: &Call) -> Node {
    let Some(of) = call.arguments.first() else { return node };
    match (&*call.name, &node.value) {
        ("list" | "set", Value::List(items)) => {
            let items: Vec<Node> = items.iter().map(|it| convert(scope, it.clone(), of)).collect();
            Node { value: Value::List(items.into()), ..node }
        }
        ("map", Value::Map(_)) => {
            let entry = |it: &Entry| Entry { name: it.name.clone(), node: convert(scope, it.node.clone(), of) };
            let all: Vec<Entry> = entries(&node).map(entry).collect();
            Node { value: Node::map(all, node.span).value, ..node }
        }
        ("tuple", Value::List(items)) => {
            let Form::Tuple(kinds) = &of.form else { return node };
            let each = items.iter().zip(kinds).map(|(it, kind)| convert(scope, it.clone(), kind));
            Node { value: Value::List(each.collect()), ..node }
        }
        ("object", Value::Map(_)) => {
            let Form::Object(attributes) = &of.form else { return node };
            object(scope, node, attributes)
        }
        _ => node,
    }
}

/// An object has the attributes of its type: those not given are null, or what `optional` says.
fn object(scope: &Scope<'_, '_>, node: Node, attributes: &[Item]) -> Node {
    let mut made = Vec::with_capacity(attributes.len());
    for attribute in attributes {
        let Some(name) = attribute.key.literal() else { continue };
        let (kind, default) = optional(&attribute.value);
        let given = node.get(name).filter(|it| !(it.is_null() && default.is_some()));
        let value = match (given, default) {
            (Some(it), _) => it.clone(),
            (None, Some(default)) => scope.settled(default),
            (None, None) => Node::new(Value::Null, node.span),
        };
        let value = convert(scope, value, kind);
        made.push(Entry::new(name, Node { name_span: value.name_span.or(node.name_span), ..value }));
    }
    Node { value: Node::map(made, node.span).value, ..node }
}

fn optional(kind: &Expression) -> (&Expression, Option<&Expression>) {
    match &kind.form {
        Form::Call(call) if &*call.name == "optional" => match call.arguments.as_slice() {
            [kind] => (kind, None),
            [kind, default, ..] => (kind, Some(default)),
            [] => (kind, None),
        },
        _ => (kind, None),
    }
}
