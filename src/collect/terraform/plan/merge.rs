//! A plan over the source of the same root module: the plan decides what it knows, the source where it stands.

use std::collections::{HashMap, HashSet};

use crate::model::{Cause, Entry, Node, Origin, Span, Through, Unresolved, Value};

use super::super::resource::{Mode, Resource, json};
use super::references::keyless;

/// Planned resources at the places of their source. Managed resources that a complete plan does not hold are left out;
/// what data sources say stays.
pub(super) fn over(planned: Vec<Resource>, sources: Vec<Resource>, is_complete: bool) -> Vec<Resource> {
    let mut by_address: HashMap<&str, &Resource> = HashMap::new();
    let mut by_block: HashMap<String, Vec<&Resource>> = HashMap::new();
    for source in &sources {
        by_address.insert(&source.address, source);
        by_block.entry(keyless(&source.address)).or_default().push(source);
    }
    let mut seen: HashSet<String> = HashSet::new();
    let mut made: Vec<Resource> = Vec::with_capacity(planned.len());
    for resource in planned {
        let block = keyless(&resource.address);
        let of_block = || {
            let all = by_block.get(&block)?;
            all.iter().find(|it| it.address.contains("[*]")).or(all.first()).copied()
        };
        let source = by_address.get(resource.address.as_str()).copied().or_else(of_block);
        seen.insert(block);
        made.push(match source {
            Some(source) => one(resource, source),
            None => resource,
        });
    }
    for source in &sources {
        if !seen.contains(&keyless(&source.address)) && (source.mode == Mode::Data || !is_complete) {
            made.push(source.clone());
        }
    }
    made
}

fn one(planned: Resource, source: &Resource) -> Resource {
    let mut entries: Vec<Entry> = Vec::new();
    for entry in source.body.entries() {
        let node = match planned.body.get(&entry.name) {
            Some(other) => merged(&entry.node, other),
            None => entry.node.clone(),
        };
        entries.push(Entry { name: entry.name.clone(), node: of_instance(node, &planned.address) });
    }
    for entry in planned.body.entries() {
        if source.body.get(&entry.name).is_none() && entry.node.as_unresolved().is_none() {
            let node = placed(&entry.node, source.name_span);
            entries.push(Entry { name: entry.name.clone(), node: Node { origin: Origin::Default, ..node } });
        }
    }
    Resource {
        body: Node { value: Node::map(entries, source.body.span).value, ..source.body.clone() },
        span: source.span,
        name_span: source.name_span,
        called_from: source.called_from.clone(),
        ..planned
    }
}

/// What the plan knows, at the place of the source.
fn merged(source: &Node, planned: &Node) -> Node {
    match (&source.value, &planned.value) {
        (Value::Redacted, _) | (_, Value::Unresolved(_) | Value::Redacted) => source.clone(),
        (Value::Map(_), Value::Map(_)) => {
            let known = |it: &Entry| match planned.get(&it.name) {
                Some(other) => Entry { name: it.name.clone(), node: merged(&it.node, other) },
                None => it.clone(),
            };
            let mut entries: Vec<Entry> = source.entries().iter().map(known).collect();
            let more = planned.entries().iter().filter(|it| source.get(&it.name).is_none());
            let place = source.name_span.unwrap_or(source.span);
            entries.extend(more.map(|it| Entry { name: it.name.clone(), node: placed(&it.node, place) }));
            Node { value: Node::map(entries, source.span).value, ..source.clone() }
        }
        (Value::Map(_) | Value::List(_), Value::String(_)) => match json(planned) {
            // The text of a policy leaves places nowhere: what is known in the source stays.
            Some(parsed) if is_open(source) => merged(source, &parsed),
            _ => source.clone(),
        },
        (Value::List(from), Value::List(to)) => list(source, from, to, planned),
        (Value::Unresolved(_), _) => decided(source, planned),
        _ if source.scalar_text().is_some() && source.scalar_text() == planned.scalar_text() => source.clone(),
        _ => decided(source, planned),
    }
}

/// Items of a list or of a set, which a plan holds in an order of its own.
fn list(source: &Node, from: &[Node], to: &[Node], planned: &Node) -> Node {
    let mut left: Vec<&Node> = to.iter().collect();
    let mut items: Vec<Node> = Vec::with_capacity(to.len());
    for item in from {
        if let Some(at) = left.iter().position(|it| may_be(item, it)) {
            items.push(merged(item, left.remove(at)));
        }
    }
    if items.len() == from.len() && left.is_empty() {
        return Node { value: Value::List(items.into()), ..source.clone() };
    }
    let place = source.span;
    items.extend(left.into_iter().map(|it| decided(&Node { span: place, ..source.clone() }, it)));
    let via = Some([planned_at(planned)].into());
    Node { value: Value::List(items.into()), via: source.via.clone().or(via), ..source.clone() }
}

/// Whether what the source knows of a value is what the plan has.
fn may_be(source: &Node, planned: &Node) -> bool {
    match (&source.value, &planned.value) {
        (Value::Unresolved(_) | Value::Redacted, _) | (_, Value::Unresolved(_) | Value::Redacted) => true,
        (Value::Map(_), Value::Map(_)) => {
            source.entries().iter().all(|it| planned.get(&it.name).is_none_or(|other| may_be(&it.node, other)))
        }
        (Value::List(from), Value::List(to)) => {
            from.len() == to.len() && from.iter().all(|it| to.iter().any(|other| may_be(it, other)))
        }
        (Value::Map(_) | Value::List(_), Value::String(_)) => true,
        _ => source.scalar_text() == planned.scalar_text(),
    }
}

/// The plan's value at the source's place.
fn decided(source: &Node, planned: &Node) -> Node {
    let node = placed(planned, source.span);
    let before = source.via.as_deref().unwrap_or_default();
    let via = before.iter().cloned().chain([planned_at(planned)]).collect();
    Node { name_span: source.name_span, via: Some(via), ..node }
}

fn planned_at(planned: &Node) -> Through {
    Through { note: "planned here".into(), span: planned.span }
}

/// A value all of whose parts have one place.
fn placed(node: &Node, span: Span) -> Node {
    let value = match &node.value {
        Value::List(items) => Value::List(items.iter().map(|it| placed(it, span)).collect()),
        Value::Map(map) => {
            let entries = map.entries.iter().map(|it| Entry { name: it.name.clone(), node: placed(&it.node, span) });
            Node::map(entries.collect(), span).value
        }
        other => other.clone(),
    };
    Node { value, span, name_span: node.name_span.map(|_| span), origin: node.origin, via: None }
}

/// Whether anything in a value is not known.
fn is_open(node: &Node) -> bool {
    match &node.value {
        Value::Unresolved(_) => true,
        Value::List(items) => items.iter().any(is_open),
        Value::Map(map) => map.entries.iter().any(|it| is_open(&it.node)),
        _ => false,
    }
}

/// A reference to all instances is one to that of the same key, where the resource has one key.
fn of_instance(node: Node, address: &str) -> Node {
    let Some(key) = address.find('[').and_then(|at| address.get(at..)).filter(|_| address.ends_with(']')) else {
        return node;
    };
    let cause = match node.as_unresolved().map(|it| &it.cause) {
        Some(Cause::AfterApply(name)) if name.contains("[*]") => Cause::AfterApply(name.replace("[*]", key)),
        Some(Cause::DataSource(name)) if name.contains("[*]") => Cause::DataSource(name.replace("[*]", key)),
        _ => return node,
    };
    let Some(unknown) = node.as_unresolved().cloned() else { return node };
    Node { value: Value::Unresolved(Box::new(Unresolved { cause, ..unknown })), ..node }
}
