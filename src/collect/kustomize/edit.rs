//! Nodes with one thing changed: what lies around it keeps its places.

use crate::model::Limit;
use crate::model::{Entry, Node, Span, Value};

/// The map with the entry put in, in its old place where there is one.
pub(super) fn with(map: &Node, name: &str, node: Node) -> Node {
    let mut entries = map.entries().to_vec();
    match entries.iter_mut().find(|it| &*it.name == name) {
        Some(entry) => entry.node = node,
        None => entries.push(Entry::new(name, node)),
    }
    with_entries(map, entries)
}

pub(super) fn without(map: &Node, name: &str) -> Node {
    with_entries(map, map.entries().iter().filter(|it| &*it.name != name).cloned().collect())
}

pub(super) fn with_entries(map: &Node, entries: Vec<Entry>) -> Node {
    Node { value: Node::map(entries, map.span).value, ..map.clone() }
}

pub(super) fn with_items(list: &Node, items: Vec<Node>) -> Node {
    Node { value: Value::List(items.into()), ..list.clone() }
}

/// What an edit makes of the value at the end of its path; nothing takes the value away.
pub(super) type Edit<'a> = &'a dyn Fn(Option<&Node>) -> Option<Node>;

/// The node with the value at `path` edited. A list on the way stands for each of its items. What is missing on the way
/// is made where `create` says so, at that place, and else nothing changes.
pub(super) fn at(node: &Node, path: &[&str], create: Option<Span>, edit: Edit) -> Node {
    let Some((name, rest)) = path.split_first() else {
        return edit(Some(node)).unwrap_or_else(|| node.clone());
    };
    match &node.value {
        Value::List(items) => with_items(node, items.iter().map(|it| at(it, path, create, edit)).collect()),
        Value::Map(map) => {
            let child = map.get(name).filter(|it| !it.is_null());
            match (rest.is_empty(), child, create) {
                (true, Some(_), _) | (true, None, Some(_)) => match edit(child) {
                    Some(node_after) => with(node, name, node_after),
                    None => without(node, name),
                },
                (false, Some(child), _) => with(node, name, at(child, rest, create, edit)),
                (false, None, Some(place)) => with(node, name, at(&Node::map(Vec::new(), place), rest, create, edit)),
                (_, None, None) => node.clone(),
            }
        }
        _ => node.clone(),
    }
}

/// The node with another text, shown where that text was set.
pub(super) fn text(before: Option<&Node>, text: String, place: Span) -> Node {
    let name_span = before.and_then(|it| it.name_span);
    Node { name_span, ..Node::new(text, place) }
}

/// Every node below with its places changed, this one as well.
pub(super) fn replaced(node: &Node, place: &dyn Fn(Span) -> Span) -> Node {
    let value = match &node.value {
        Value::List(items) => Value::List(items.iter().map(|it| replaced(it, place)).collect()),
        Value::Map(map) => {
            let entries = map.entries.iter().map(|it| Entry::new(it.name.clone(), replaced(&it.node, place)));
            Node::map(entries.collect(), node.span).value
        }
        other => other.clone(),
    };
    Node { value, span: place(node.span), name_span: node.name_span.map(place), ..node.clone() }
}

/// How many values one object may come to.
const MOST_VALUES: usize = 200_000;

/// Whether an object that was copied into itself is still one that can be looked at.
pub(super) fn is_bounded(node: &Node) -> bool {
    let mut left = MOST_VALUES;
    fits(node, 0, &mut left)
}

fn fits(node: &Node, depth: usize, left: &mut usize) -> bool {
    *left = left.saturating_sub(1);
    *left > 0
        && depth <= Limit::Depth.value()
        && node.items().iter().all(|it| fits(it, depth + 1, left))
        && node.entries().iter().all(|it| fits(&it.node, depth + 1, left))
}
