//! Replacements: a value of one object copied into fields of others.

use crate::model::{Entry, Node, Value};

use super::edit::{is_bounded, with, with_entries, with_items};
use super::resource::Resource;
use super::selector::chooses;

/// Copies what the replacement names. What it asks for and is not there changes nothing.
pub(super) fn apply(item: &Node, resources: &mut [Resource]) {
    let Some(value) = source(item, resources) else { return };
    for target in item.get("targets").map(Node::items).unwrap_or_default() {
        let Some(select) = target.get("select") else { continue };
        let rejects = target.get("reject").map(Node::items).unwrap_or_default();
        let options = target.get("options");
        let create = options.and_then(|it| it.get("create")).and_then(Node::as_bool) == Some(true);
        for resource in resources.iter_mut().filter(|it| chooses(select, it)) {
            if rejects.iter().any(|it| chooses(it, resource)) {
                continue;
            }
            let stated = target.get("fieldPaths").map(Node::items).unwrap_or_default();
            let paths: Vec<&str> = stated.iter().filter_map(Node::as_str).collect();
            for path in if paths.is_empty() { vec!["metadata.name"] } else { paths } {
                let put = |before: Option<&Node>| joined(before, &value, options);
                let after = written(&resource.node, &parts(path), create, &put);
                if is_bounded(&after) {
                    resource.node = after;
                }
            }
        }
    }
}

fn source(item: &Node, resources: &[Resource]) -> Option<Node> {
    if let Some(value) = item.get("sourceValue") {
        return Some(value.clone());
    }
    let source = item.get("source")?;
    let resource = resources.iter().find(|it| chooses(source, it))?;
    let path = source.get("fieldPath").and_then(Node::as_str).unwrap_or("metadata.name");
    let value = parts(path).iter().try_fold(&resource.node, |node, it| match keyed(it) {
        Some((key, wanted)) => {
            node.items().iter().find(|it| it.get(key).and_then(Node::scalar_text).as_deref() == Some(wanted))
        }
        None => node.get(it),
    })?;
    let options = source.get("options");
    let Some(delimiter) = options.and_then(|it| it.get("delimiter")).and_then(Node::as_str) else {
        return Some(value.clone());
    };
    let at = options.and_then(|it| it.get("index")).and_then(Node::as_i64).unwrap_or(0);
    let text = value.scalar_text()?;
    let part = text.split(delimiter).nth(usize::try_from(at).ok()?)?.to_owned();
    Some(Node { value: part.into(), ..value.clone() })
}

/// The value, or the former text with one of its parts replaced by it.
fn joined(before: Option<&Node>, value: &Node, options: Option<&Node>) -> Node {
    let name_span = before.and_then(|it| it.name_span).or(value.name_span);
    let whole = Node { name_span, ..value.clone() };
    let delimiter = options.and_then(|it| it.get("delimiter")).and_then(Node::as_str);
    let (Some(delimiter), Some(text), Some(new)) = (delimiter, before.and_then(Node::as_str), value.scalar_text())
    else {
        return whole;
    };
    let at = options.and_then(|it| it.get("index")).and_then(Node::as_i64).unwrap_or(0);
    let mut parts: Vec<&str> = text.split(delimiter).collect();
    match usize::try_from(at) {
        Err(_) => parts.insert(0, &new),
        Ok(at) => match parts.get_mut(at) {
            Some(part) => *part = &new,
            None => parts.push(&new),
        },
    }
    Node { value: parts.join(delimiter).into(), ..whole }
}

/// `spec.containers.[name=web].image`, `metadata.annotations.[a.b/c]`, `a\.b`.
fn parts(path: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut in_brackets = false;
    let mut chars = path.chars();
    while let Some(it) = chars.next() {
        let Some(last) = parts.last_mut() else { break };
        match it {
            '\\' => last.extend(chars.next()),
            '.' if !in_brackets => parts.push(String::new()),
            _ => {
                in_brackets = (in_brackets || it == '[') && it != ']';
                last.push(it);
            }
        }
    }
    let plain = |it: String| match it.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
        Some(inner) if !inner.contains('=') => inner.to_owned(),
        _ => it,
    };
    parts.into_iter().map(plain).filter(|it| !it.is_empty()).collect()
}

fn keyed(part: &str) -> Option<(&str, &str)> {
    part.strip_prefix('[')?.strip_suffix(']')?.split_once('=')
}

fn written(node: &Node, path: &[String], create: bool, put: &dyn Fn(Option<&Node>) -> Node) -> Node {
    let Some((part, rest)) = path.split_first() else { return put(Some(node)) };
    match &node.value {
        Value::List(items) => {
            let is_meant = |at: usize, it: &Node| match keyed(part) {
                Some((key, wanted)) => it.get(key).and_then(Node::scalar_text).as_deref() == Some(wanted),
                None => part == "*" || part.parse() == Ok(at),
            };
            let each = |(at, it): (usize, &Node)| match is_meant(at, it) {
                true => written(it, rest, create, put),
                false => it.clone(),
            };
            with_items(node, items.iter().enumerate().map(each).collect())
        }
        Value::Map(map) if part == "*" => {
            let each = map.entries.iter().map(|it| Entry::new(it.name.clone(), written(&it.node, rest, create, put)));
            with_entries(node, each.collect())
        }
        Value::Map(map) => match map.get(part) {
            Some(child) => with(node, part, written(child, rest, create, put)),
            None if create && rest.is_empty() => with(node, part, put(None)),
            None if create => with(node, part, written(&Node::map(Vec::new(), node.span), rest, create, put)),
            None => node.clone(),
        },
        _ => node.clone(),
    }
}
