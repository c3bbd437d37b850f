//! Type constraints: what a variable's type makes of a value, and what it tells of one that is missing.

use crate::model::{Entry, Node, Shape, Value};
use crate::syntax::hcl::tree::{Call, Expression, Form, Item};

use super::super::functions::collection::distinct;
use super::super::functions::set::sorted;
use super::choices::{each, one_of};
use super::scope::Scope;
use super::value::{Fault, as_bool, as_number, entries, number, text, type_name, unified};

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

/// Whether a type is that of a set.
pub(crate) fn is_set(kind: &Expression) -> bool {
    matches!(&kind.form, Form::Call(call) if &*call.name == "set")
}

/// The value as the type has it. What does not fit stays as it is, and is told.
pub(crate) fn convert(scope: &Scope<'_, '_>, node: Node, kind: &Expression, misfits: &mut Vec<Fault>) -> Node {
    if let Some((unknown, all)) = each(&node) {
        let all: Vec<Node> = all.into_iter().map(|it| convert(scope, it, kind, misfits)).collect();
        return Node { value: one_of(&unknown, all, node.span).value, ..node };
    }
    match (&kind.form, &node.value) {
        (_, Value::Null | Value::Redacted | Value::Unresolved(_)) => node,
        (Form::Variable(name) | Form::String(name), _) => scalar(node, name, misfits),
        (Form::Call(call), _) => collection(scope, node, call, misfits),
        _ => node,
    }
}

fn misfit(node: &Node, wanted: &str) -> Fault {
    Fault { message: format!("a {wanted} is needed, not a {}", type_name(node)), span: node.span }
}

fn scalar(node: Node, name: &str, misfits: &mut Vec<Fault>) -> Node {
    let value = match name {
        "string" => text(&node).map(Value::String),
        "number" => as_number(&node).and_then(number),
        "bool" => as_bool(&node).map(Value::Bool),
        _ => return node,
    };
    match value {
        Some(value) => Node { value, ..node },
        // An object where a text is asked for may be the JSON that the text holds.
        None if name == "string" => node,
        None => {
            misfits.push(misfit(&node, name));
            node
        }
    }
}

fn collection(scope: &Scope<'_, '_>, node: Node, call: &Call, misfits: &mut Vec<Fault>) -> Node {
    let Some(of) = call.arguments.first() else { return node };
    match (&*call.name, &node.value) {
        ("list" | "set", Value::List(items)) => {
            let items: Vec<Node> = items.iter().map(|it| convert(scope, it.clone(), of, misfits)).collect();
            let items = if is_any(of) { unified(items) } else { items };
            let value = match &*call.name {
                "set" => distinct(&items).ok().map(sorted).unwrap_or_else(|| Value::List(items.into())),
                _ => Value::List(items.into()),
            };
            Node { value, ..node }
        }
        ("map", Value::Map(_)) => {
            let all: Vec<Entry> = entries(&node).cloned().collect();
            let (names, values): (Vec<_>, Vec<_>) = all.into_iter().map(|it| (it.name, it.node)).unzip();
            let values: Vec<Node> = values.into_iter().map(|it| convert(scope, it, of, misfits)).collect();
            let values = if is_any(of) { unified(values) } else { values };
            let made = names.into_iter().zip(values).map(|(name, node)| Entry { name, node });
            Node { value: Node::map(made.collect(), node.span).value, ..node }
        }
        ("tuple", Value::List(items)) => {
            let Form::Tuple(kinds) = &of.form else { return node };
            if kinds.len() != items.len() {
                misfits.push(misfit(&node, &format!("tuple of {}", kinds.len())));
            }
            let each = items.iter().zip(kinds).map(|(it, kind)| convert(scope, it.clone(), kind, misfits));
            Node { value: Value::List(each.collect()), ..node }
        }
        ("object", Value::Map(_)) => {
            let Form::Object(attributes) = &of.form else { return node };
            object(scope, node, attributes, misfits)
        }
        ("list" | "set" | "tuple" | "map" | "object", _) => {
            misfits.push(misfit(&node, &call.name));
            node
        }
        _ => node,
    }
}

fn is_any(kind: &Expression) -> bool {
    kind.keyword() == Some("any")
}

/// An object has the attributes of its type: those not given are null, or what `optional` says.
fn object(scope: &Scope<'_, '_>, node: Node, attributes: &[Item], misfits: &mut Vec<Fault>) -> Node {
    let mut made = Vec::with_capacity(attributes.len());
    for attribute in attributes {
        let Some(name) = attribute.key.literal() else { continue };
        let (kind, optional) = optional(&attribute.value);
        let default = optional.flatten();
        let given = node.get(name).filter(|it| !(it.is_null() && default.is_some()));
        let value = match (given, default) {
            (Some(it), _) => it.clone(),
            (None, Some(default)) => scope.settled(default),
            (None, None) => {
                if optional.is_none() {
                    misfits.push(Fault { message: format!("the attribute {name} is missing"), span: node.span });
                }
                Node::new(Value::Null, node.span)
            }
        };
        let value = convert(scope, value, kind, misfits);
        made.push(Entry::new(name, Node { name_span: value.name_span.or(node.name_span), ..value }));
    }
    Node { value: Node::map(made, node.span).value, ..node }
}

/// The type of an attribute and, where it is optional, its default if there is one.
fn optional(kind: &Expression) -> (&Expression, Option<Option<&Expression>>) {
    match &kind.form {
        Form::Call(call) if &*call.name == "optional" => match call.arguments.as_slice() {
            [kind] => (kind, Some(None)),
            [kind, default, ..] => (kind, Some(Some(default))),
            [] => (kind, Some(None)),
        },
        _ => (kind, None),
    }
}
