//! The last touch on an argument's value: places within the argument, nothing hidden, nothing null, nothing endless.

use crate::model::{Cause, Entry, Node, Shape, Span, Through, Value};

use super::value::{is_hidden, unresolved};

/// The most nodes that one argument may have.
const MOST_NODES: usize = 50_000;

/// An argument's value as evidence holds it. What is stated elsewhere is shown at the argument, and tells where it came
/// from: a finding must point into the block that it is about.
pub(crate) fn finish(node: Node) -> Node {
    let home = node.span;
    let mut count = 0;
    let clean = is_clean(&node, home, &mut count);
    if count > MOST_NODES {
        return unresolved(Cause::Limit("a value this large".into()), home, Shape::Any, home);
    }
    if clean { node } else { cleaned(&node, home) }
}

fn is_clean(node: &Node, home: Span, count: &mut usize) -> bool {
    *count += 1;
    if *count > MOST_NODES {
        return false;
    }
    if !home.contains(node.span) || node.name_span.is_some_and(|it| *count > 1 && !home.contains(it)) {
        // Goes on counting below: a large value must be noticed wherever it is stated.
        let _ = children_are_clean(node, home, count);
        return false;
    }
    children_are_clean(node, home, count)
}

fn children_are_clean(node: &Node, home: Span, count: &mut usize) -> bool {
    let mut clean = true;
    match &node.value {
        Value::List(items) => {
            for item in items.iter() {
                clean &= is_clean(item, home, count);
            }
        }
        Value::Map(map) => {
            for entry in map.entries.iter() {
                clean &= !is_hidden(&entry.name) && !entry.node.is_null() && is_clean(&entry.node, home, count);
            }
        }
        _ => {}
    }
    clean
}

fn cleaned(node: &Node, home: Span) -> Node {
    let mut node = node.clone();
    if !home.contains(node.span) {
        let stated = node.span;
        node = Node { span: home, ..node }.through(Through { note: "stated here".into(), span: stated });
    }
    if let Some(name) = node.name_span.filter(|it| !home.contains(*it)) {
        let _ = name;
        node.name_span = Some(home);
    }
    node.value = match node.value {
        Value::List(items) => Value::List(items.iter().map(|it| cleaned(it, home)).collect()),
        Value::Map(map) => {
            let kept = map.entries.iter().filter(|it| !is_hidden(&it.name) && !it.node.is_null());
            let entries: Vec<Entry> =
                kept.map(|it| Entry { name: it.name.clone(), node: cleaned(&it.node, home) }).collect();
            Node::map(entries, home).value
        }
        other => other,
    };
    node
}
