//! Values that are one of a few: what a test that nobody knows leaves open. Each is taken further on its own.

use crate::model::{Choice, Entry, Node, Shape, Span, Unresolved, Value};

use super::super::resource::from_json;
use super::value::{Evaluated, because_of, is_hidden};

/// The most values that are kept apart.
const MOST: usize = 16;

/// The most parts of a value that is kept as one of a few.
const LARGEST: usize = 400;

/// What a value may be; nothing where that is not told in a few values.
pub(crate) fn choices(node: &Node) -> Option<Vec<Choice>> {
    match &node.value {
        Value::Unresolved(it) => match &it.shape {
            Shape::OneOf(all) => Some(all.to_vec()),
            shape => Some(vec![Choice::Open(shape.clone())]),
        },
        Value::Redacted => Some(vec![Choice::Open(Shape::Reference)]),
        _ => json(node, &mut LARGEST.clone()).map(|it| vec![Choice::Value(it)]),
    }
}

/// A known value as JSON; nothing where a part of it is not known or it is large.
fn json(node: &Node, left: &mut usize) -> Option<serde_json::Value> {
    *left = left.checked_sub(1)?;
    Some(match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(it) => (*it).into(),
        Value::Number(it) => it.clone().into(),
        Value::String(it) => (&**it).into(),
        Value::List(items) => items.iter().map(|it| json(it, left)).collect::<Option<_>>()?,
        Value::Map(map) => {
            let entry = |it: &Entry| match is_hidden(&it.name) {
                true => None,
                false => Some((it.name.to_string(), json(&it.node, left)?)),
            };
            map.entries.iter().map(entry).collect::<Option<serde_json::Map<_, _>>>()?.into()
        }
        Value::Unresolved(_) | Value::Redacted => return None,
    })
}

/// The value that is one of these, because of something unknown.
pub(crate) fn one_of(unknown: &Unresolved, all: impl IntoIterator<Item = Node>, span: Span) -> Node {
    let all: Vec<Node> = all.into_iter().collect();
    let mut kept: Vec<Choice> = Vec::new();
    let mut told = true;
    for it in &all {
        let Some(choices) = choices(it) else {
            told = false;
            break;
        };
        for it in choices {
            if !kept.contains(&it) {
                kept.push(it);
            }
        }
        if kept.len() > MOST {
            told = false;
            break;
        }
    }
    match kept.as_slice() {
        [Choice::Value(it)] if told => from_json(it, span),
        [Choice::Open(shape)] if told => because_of(unknown, shape.clone(), span),
        _ if told && !kept.iter().any(|it| matches!(it, Choice::Open(Shape::Any | Shape::Given))) => {
            because_of(unknown, Shape::OneOf(kept.into()), span)
        }
        _ => because_of(unknown, common_shape(all.iter().map(shape)), span),
    }
}

/// The values that an unresolved one may be, each by itself; nothing for all other values.
pub(crate) fn each(node: &Node) -> Option<(Unresolved, Vec<Node>)> {
    let unknown = node.as_unresolved()?;
    let Shape::OneOf(all) = &unknown.shape else { return None };
    let one = |it: &Choice| match it {
        Choice::Value(it) => Node { via: node.via.clone(), ..from_json(it, node.span) },
        Choice::Open(shape) => because_of(unknown, shape.clone(), node.span),
    };
    Some((Unresolved { shape: Shape::Any, ..unknown.clone() }, all.iter().map(one).collect()))
}

/// Takes each of the values that `node` may be further by itself. Nothing where it is not one of a few. A value that
/// leads to a fault is none that the configuration can mean, unless something around waits for the fault.
pub(crate) fn lifted(node: &Node, waits: bool, span: Span, take: impl Fn(&Node) -> Evaluated) -> Option<Evaluated> {
    let (unknown, all) = each(node)?;
    let mut made = Vec::with_capacity(all.len());
    let mut last = None;
    for it in &all {
        match take(it) {
            Ok(it) => made.push(it),
            Err(_) if waits => return Some(Ok(because_of(&unknown, Shape::Any, span))),
            Err(fault) => last = Some(fault),
        }
    }
    match (made.is_empty(), last) {
        (true, Some(fault)) => Some(Err(fault)),
        _ => Some(Ok(one_of(&unknown, made, span))),
    }
}

/// The most ways in which the open parts of one body are filled.
const MOST_WORLDS: usize = 64;

/// A body with each of its parts that are one of a few filled in every way. Nothing where there is none, or too many.
pub(crate) fn worlds(body: &Node) -> Option<(Unresolved, Vec<Node>)> {
    let mut open: Vec<(Vec<String>, Unresolved, Vec<Node>)> = Vec::new();
    body.walk(&mut |path, it| {
        if let Some((unknown, all)) = each(it) {
            open.push((path.to_vec(), unknown, all));
        }
    });
    let unknown = open.first().map(|it| it.1.clone())?;
    let mut worlds = vec![body.clone()];
    for (path, _, all) in &open {
        if worlds.len() * all.len() > MOST_WORLDS {
            return None;
        }
        worlds = worlds.iter().flat_map(|world| all.iter().map(|it| filled(world, path, it))).collect();
    }
    Some((unknown, worlds))
}

/// The value with another one at a path. An entry that is to be null is left out.
fn filled(node: &Node, path: &[String], with: &Node) -> Node {
    let Some((step, rest)) = path.split_first() else {
        return Node { value: with.value.clone(), ..node.clone() };
    };
    let value = match &node.value {
        Value::Map(map) => {
            let entry = |it: &Entry| match *it.name == **step {
                true => Entry { name: it.name.clone(), node: filled(&it.node, rest, with) },
                false => it.clone(),
            };
            let entries = map.entries.iter().map(entry).filter(|it| !it.node.is_null());
            Node::map(entries.collect(), node.span).value
        }
        Value::List(items) => {
            let at = step.parse::<usize>().ok();
            let item = |(number, it): (usize, &Node)| match at == Some(number) {
                true => filled(it, rest, with),
                false => it.clone(),
            };
            Value::List(items.iter().enumerate().map(item).collect())
        }
        other => other.clone(),
    };
    Node { value, ..node.clone() }
}

/// The value without telling which few it may be: for those who would have to take each further, and do not.
pub(crate) fn widened(node: &Node) -> Option<Node> {
    let value = match &node.value {
        Value::Unresolved(it) => match &it.shape {
            Shape::OneOf(all) => {
                let shape = common_shape(all.iter().map(of_choice));
                Value::Unresolved(Box::new(Unresolved { shape, ..(**it).clone() }))
            }
            _ => return None,
        },
        Value::List(items) => {
            let changed: Vec<Option<Node>> = items.iter().map(widened).collect();
            if changed.iter().all(Option::is_none) {
                return None;
            }
            Value::List(items.iter().zip(changed).map(|(it, changed)| changed.unwrap_or_else(|| it.clone())).collect())
        }
        Value::Map(map) => {
            let changed: Vec<Option<Node>> = map.entries.iter().map(|it| widened(&it.node)).collect();
            if changed.iter().all(Option::is_none) {
                return None;
            }
            let entries = map
                .entries
                .iter()
                .zip(changed)
                .map(|(it, changed)| Entry { name: it.name.clone(), node: changed.unwrap_or_else(|| it.node.clone()) });
            Node::map(entries.collect(), node.span).value
        }
        _ => return None,
    };
    Some(Node { value, ..node.clone() })
}

/// What is known of a value's form.
fn shape(node: &Node) -> Shape {
    match &node.value {
        Value::Null => Shape::Any,
        Value::Bool(_) => Shape::Bool,
        Value::Number(_) => Shape::Number,
        // A text that the source states is none that a provider makes: it may be the very word that a policy looks for.
        Value::String(_) => Shape::String,
        Value::List(_) => Shape::List,
        Value::Map(_) => Shape::Map,
        Value::Unresolved(it) => match &it.shape {
            Shape::OneOf(all) => common_shape(all.iter().map(of_choice)),
            shape => shape.clone(),
        },
        Value::Redacted => Shape::Reference,
    }
}

fn of_choice(choice: &Choice) -> Shape {
    match choice {
        Choice::Value(serde_json::Value::Null) => Shape::Any,
        Choice::Value(serde_json::Value::Bool(_)) => Shape::Bool,
        Choice::Value(serde_json::Value::Number(_)) => Shape::Number,
        Choice::Value(serde_json::Value::String(_)) => Shape::String,
        Choice::Value(serde_json::Value::Array(_)) => Shape::List,
        Choice::Value(serde_json::Value::Object(_)) => Shape::Map,
        Choice::Open(shape) => shape.clone(),
    }
}

/// What is known of a value that has one of these shapes.
fn common_shape(shapes: impl Iterator<Item = Shape>) -> Shape {
    let text = |it: &Shape| matches!(it, Shape::Reference | Shape::Template(_) | Shape::String);
    let common = |a: Shape, b: Shape| match (a, b) {
        (a, b) if a == b => a,
        (a, b) if text(&a) && text(&b) => Shape::String,
        _ => Shape::Any,
    };
    shapes.reduce(common).unwrap_or_default()
}
