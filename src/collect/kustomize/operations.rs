//! JSON patches (RFC 6902) over nodes, so that what an operation sets keeps its place.

use crate::model::{Entry, Node, Problem, Value};

use super::edit::{is_bounded, with, with_entries, with_items, without};

/// The document after the operations in their order, or the first that cannot be done.
pub(super) fn applied(document: &Node, operations: &Node) -> Result<Node, Problem> {
    operations.items().iter().try_fold(document.clone(), |document, it| {
        let cannot = |why: &str| {
            let place = it.get("path").map_or(it.span, |path| path.span);
            Problem::at(place, format!("this operation cannot be done: {why}"))
        };
        let after = operation(&document, it).map_err(cannot)?;
        if is_bounded(&after) { Ok(after) } else { Err(cannot("the object grows too large")) }
    })
}

fn operation(document: &Node, operation: &Node) -> Result<Node, &'static str> {
    let text = |key: &str| operation.get(key).and_then(Node::as_str);
    let path = pointer(text("path").ok_or("it has no path")?)?;
    let value = || operation.get("value").ok_or("it has no value");
    match text("op") {
        Some("add") => change(document, &path, &Change::Add(value()?)),
        Some("replace") => change(document, &path, &Change::Replace(value()?)),
        Some("remove") => change(document, &path, &Change::Remove),
        Some("test") => match found(document, &path) {
            Some(node) if same(node, value()?) => Ok(document.clone()),
            _ => Err("the value it tests is another"),
        },
        Some(verb @ ("move" | "copy")) => {
            let from = pointer(text("from").ok_or("it does not say from where")?)?;
            let node = found(document, &from).ok_or(NOTHING)?.clone();
            let document = if verb == "move" { change(document, &from, &Change::Remove)? } else { document.clone() };
            change(&document, &path, &Change::Add(&node))
        }
        _ => Err("there is no operation of this name"),
    }
}

const NOTHING: &str = "there is nothing at its path";

enum Change<'a> {
    Add(&'a Node),
    Replace(&'a Node),
    Remove,
}

/// The parts of a JSON pointer.
fn pointer(path: &str) -> Result<Vec<String>, &'static str> {
    let mut parts = path.split('/');
    match parts.next() {
        Some("") => Ok(parts.map(|it| it.replace("~1", "/").replace("~0", "~")).collect()),
        _ => Err("its path does not begin with a slash"),
    }
}

fn found<'a>(document: &'a Node, path: &[String]) -> Option<&'a Node> {
    document.at(path)
}

/// Equal whatever the order of entries and wherever they stand.
fn same(a: &Node, b: &Node) -> bool {
    match (&a.value, &b.value) {
        (Value::Map(one), Value::Map(other)) => {
            one.entries.len() == other.entries.len()
                && one.entries.iter().all(|it| b.get(&it.name).is_some_and(|other| same(&it.node, other)))
        }
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other.iter()).all(|(a, b)| same(a, b))
        }
        (a, b) => a == b,
    }
}

fn change(node: &Node, path: &[String], change_to: &Change) -> Result<Node, &'static str> {
    let Some((name, rest)) = path.split_first() else {
        return match change_to {
            Change::Add(value) | Change::Replace(value) => Ok((*value).clone()),
            Change::Remove => Err("it takes the whole object away"),
        };
    };
    if !rest.is_empty() {
        let child = node.get(name).ok_or(NOTHING)?;
        return Ok(put(node, name, change(child, rest, change_to)?));
    }
    match &node.value {
        Value::Map(map) => match (change_to, map.get(name)) {
            (Change::Add(value), Some(_)) | (Change::Replace(value), Some(_)) => Ok(with(node, name, (*value).clone())),
            (Change::Add(value), None) => {
                let entries = map.entries.iter().cloned().chain([Entry::new(name.as_str(), (*value).clone())]);
                Ok(with_entries(node, entries.collect()))
            }
            (Change::Remove, Some(_)) => Ok(without(node, name)),
            (Change::Replace(_) | Change::Remove, None) => Err(NOTHING),
        },
        Value::List(items) => {
            let mut items = items.to_vec();
            let at = if name == "-" { items.len() } else { name.parse().map_err(|_| "a list has no such item")? };
            match change_to {
                Change::Add(value) if at <= items.len() => items.insert(at, (*value).clone()),
                Change::Replace(value) => *items.get_mut(at).ok_or(NOTHING)? = (*value).clone(),
                Change::Remove if at < items.len() => drop(items.remove(at)),
                Change::Add(_) | Change::Remove => return Err(NOTHING),
            }
            Ok(with_items(node, items))
        }
        _ => Err(NOTHING),
    }
}

/// The child in the place of the one of that name.
fn put(node: &Node, name: &str, child: Node) -> Node {
    match &node.value {
        Value::List(items) => {
            let mut items = items.to_vec();
            if let Some(item) = name.parse::<usize>().ok().and_then(|at| items.get_mut(at)) {
                *item = child;
            }
            with_items(node, items)
        }
        _ => with(node, name, child),
    }
}
