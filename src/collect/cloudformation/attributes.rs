//! Values in the other spelling: names, blocks, tags, and places in a body.

use crate::model::{Entry, Node, Shape, Unresolved, Value};

use super::words::{camel, snake};

/// How deep a body goes.
const DEEPEST: usize = 64;

/// Properties that hold names of the user's or documents, at any depth.
const UNTOUCHED: &[&str] = &[
    "AccessPolicies",
    "AccessPolicy",
    "AssumeRolePolicyDocument",
    "FileSystemPolicy",
    "KeyPolicy",
    "Parameters",
    "PolicyDocument",
    "RedriveAllowPolicy",
    "RedrivePolicy",
    "RepositoryPolicyText",
    "ResourcePolicy",
    "Variables",
];

/// Documents that both languages name differently.
const RENAMED: &[(&str, &str)] =
    &[("PolicyDocument", "policy"), ("AssumeRolePolicyDocument", "assume_role_policy"), ("KeyPolicy", "policy")];

/// The argument of a property that no table names.
pub(super) fn argument(name: &str, node: &Node) -> Entry {
    entry(name, node, 0)
}

fn entry(name: &str, node: &Node, depth: usize) -> Entry {
    let renamed = RENAMED.iter().find(|(from, _)| *from == name).map(|(_, to)| (*to).to_owned());
    let to = renamed.unwrap_or_else(|| snake(name));
    let value = match name {
        "Tags" | "TagsMap" => tags(node),
        _ if UNTOUCHED.contains(&name) => node.clone(),
        _ => deeper(node, depth),
    };
    Entry::new(to, value)
}

/// A value with the names in it in the other spelling; a map becomes a block, which is a list of one.
pub(super) fn plain(node: &Node) -> Node {
    deeper(node, 0)
}

fn deeper(node: &Node, depth: usize) -> Node {
    match &node.value {
        Value::Map(_) => {
            let block = block(node, depth);
            Node { value: Value::List([block].into()), ..node.clone() }
        }
        Value::List(items) => {
            let item = |it: &Node| match it.value {
                Value::Map(_) => block(it, depth),
                _ => it.clone(),
            };
            Node { value: Value::List(items.iter().map(item).collect()), ..node.clone() }
        }
        _ => node.clone(),
    }
}

fn block(node: &Node, depth: usize) -> Node {
    if depth > DEEPEST {
        return node.clone();
    }
    let entries = node.entries().iter().map(|it| entry(&it.name, &it.node, depth + 1)).collect();
    Node { value: Node::map(entries, node.span).value, ..node.clone() }
}

/// `[{Key, Value}]` as a map of tags; SAM writes the map itself.
fn tags(node: &Node) -> Node {
    let Value::List(items) = &node.value else { return node.clone() };
    let tag = |it: &Node| {
        let key = it.get("Key")?.as_str()?.to_owned();
        Some(Entry::new(key, it.get("Value")?.clone()))
    };
    Node { value: Node::map(items.iter().filter_map(tag).collect(), node.span).value, ..node.clone() }
}

/// Names begin with a small letter, as the APIs write them: `ReadonlyRootFilesystem` to `readonlyRootFilesystem`.
pub(super) fn as_api(node: &Node) -> Option<Node> {
    fn rewritten(node: &Node, depth: usize) -> Node {
        match &node.value {
            Value::Map(map) if depth < DEEPEST => {
                let entry = |it: &Entry| Entry::new(camel(&it.name), rewritten(&it.node, depth + 1));
                Node { value: Node::map(map.entries.iter().map(entry).collect(), node.span).value, ..node.clone() }
            }
            Value::List(items) if depth < DEEPEST => {
                let items = items.iter().map(|it| rewritten(it, depth + 1)).collect();
                Node { value: Value::List(items), ..node.clone() }
            }
            _ => node.clone(),
        }
    }
    Some(rewritten(node, 0))
}

/// The `Value` of the item whose `Key` is `key`. An item that nobody knows may be the one.
pub(super) fn keyed(list: &Node, key: &str) -> Option<Node> {
    if let Some(why) = list.as_unresolved() {
        let why = Unresolved { shape: Shape::Any, ..why.clone() };
        return Some(Node { value: Value::Unresolved(Box::new(why)), ..list.clone() });
    }
    let is_named = |it: &&Node| it.get("Key").and_then(Node::as_str) == Some(key);
    let found = list.items().iter().find(is_named).and_then(|it| it.get("Value").cloned());
    found.or_else(|| list.items().iter().find(|it| it.as_unresolved().is_some()).cloned())
}

/// Adds a value at a path with dots, where blocks are lists of one: `logging.0.target_bucket`. What stands there stays.
pub(super) fn put(entries: &mut Vec<Entry>, path: &str, node: Node) {
    let (name, rest) = match path.split_once(".0.") {
        Some((name, rest)) => (name, Some(rest)),
        None => (path, None),
    };
    let at = entries.iter().position(|it| &*it.name == name);
    let Some(rest) = rest else {
        if at.is_none() {
            entries.push(Entry::new(name, node));
        }
        return;
    };
    let held = at.and_then(|it| entries.get(it)).map(|it| it.node.clone());
    if held.as_ref().is_some_and(|it| !matches!(it.value, Value::List(_))) {
        return;
    }
    let block = held.as_ref().and_then(|it| it.items().first());
    let mut inner = block.map(|it| it.entries().to_vec()).unwrap_or_default();
    let name_span = node.name_span.unwrap_or(node.span);
    let (span, place) = block.map_or((node.span, name_span), |it| (it.span, it.name_span.unwrap_or(it.span)));
    put(&mut inner, rest, node);
    let others = held.iter().flat_map(|it| it.items().iter().skip(1).cloned());
    let items: Vec<Node> = [Node::map(inner, span).named(place)].into_iter().chain(others).collect();
    let list = Node::list(items, held.as_ref().map_or(span, |it| it.span)).named(place);
    match at.and_then(|it| entries.get_mut(it)) {
        Some(entry) => entry.node = list,
        None => entries.push(Entry::new(name, list)),
    }
}
