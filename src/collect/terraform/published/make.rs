//! A call of a well-known module to the resources that the module makes of it.

use camino::Utf8Path;

use super::module::{Form, Input, Makes};
use super::named;
use crate::collect::terraform::reading::read;
use crate::collect::terraform::resource::{Mode, Resource};
use crate::model::{Cause, Entry, Node, Shape, Span, Through, Unresolved, Value};

/// How deep the objects of an input nest.
const DEEPEST: usize = 32;

/// The resources of a call: `body` holds its inputs, `module` is the address of the instance. None where the source
/// names no module that is known here.
pub(crate) fn made(
    source: &str,
    body: &Node,
    module: &str,
    folder: &Utf8Path,
    place: (Span, Span),
    called_from: &[Through],
) -> Vec<Resource> {
    let rows = named(source).map(|it| it.makes).unwrap_or_default();
    let is_made = |it: &&Makes| it.when.is_empty() || it.when.iter().any(|name| read(body, name).is_some());
    let address = |it: &Makes| format!("{module}.{}.this", it.native_type);
    let first = rows.first().map(address).unwrap_or_default();
    let resource = |row: &Makes| Resource {
        mode: Mode::Managed,
        address: address(row),
        module: module.to_owned(),
        native_type: row.native_type.to_owned(),
        name: "this".to_owned(),
        folder: folder.to_owned(),
        body: arguments(row, body, &first, place),
        exact: None,
        elsewhere: true,
        span: place.0,
        name_span: place.1,
        called_from: called_from.to_vec(),
    };
    rows.iter().filter(is_made).map(resource).collect()
}

fn arguments(row: &Makes, body: &Node, first: &str, (span, name_span): (Span, Span)) -> Node {
    let mut entries: Vec<Entry> = Vec::new();
    if let Some(argument) = row.about {
        let cause = Cause::AfterApply(first.to_owned());
        let about = Unresolved { cause, place: name_span, shape: Shape::Reference };
        put(&mut entries, argument, Node::unresolved(about, name_span));
    }
    for it in row.inputs {
        if let Some(node) = formed(it, body) {
            put(&mut entries, it.to, node);
        }
    }
    let is_named = |name: &str| row.inputs.iter().any(|it| it.from.split('.').next() == Some(name));
    for it in body.entries().iter().filter(|it| !is_named(&it.name)) {
        put(&mut entries, &it.name, it.node.clone());
    }
    for (path, constant) in row.defaults {
        if read(&Node::map(entries.clone(), span), path).is_none() {
            let value = constant.node(name_span).value;
            put(&mut entries, path, Node { value, ..Node::new(true, name_span) });
        }
    }
    Node::map(entries, span).named(name_span)
}

fn formed(input: &Input, body: &Node) -> Option<Node> {
    match input.form {
        Form::Plain => read(body, input.from),
        Form::Block => Some(as_blocks(&read(body, input.from)?, 0)),
        Form::With(make) => make(body),
    }
}

/// An object as a list of one block; an empty one as no block.
fn as_blocks(node: &Node, depth: usize) -> Node {
    let inner = |it: &Node| {
        let entries = it.entries().iter().map(|it| Entry::new(it.name.clone(), as_blocks(&it.node, depth + 1)));
        Node { value: Node::map(entries.collect(), it.span).value, ..it.clone() }
    };
    match &node.value {
        _ if depth > DEEPEST => node.clone(),
        Value::Map(map) if map.entries.is_empty() => Node { value: Value::List([].into()), ..node.clone() },
        Value::Map(_) => Node { value: Value::List([inner(node)].into()), ..node.clone() },
        Value::List(items) if items.iter().any(|it| matches!(it.value, Value::Map(_))) => {
            Node { value: Value::List(items.iter().map(inner).collect()), ..node.clone() }
        }
        _ => node.clone(),
    }
}

/// Adds a value at a path with dots, where blocks are lists of one. What stands there stays.
fn put(entries: &mut Vec<Entry>, path: &str, node: Node) {
    let (name, rest) = path.split_once(".0.").map_or((path, None), |(name, rest)| (name, Some(rest)));
    let at = entries.iter().position(|it| &*it.name == name);
    let Some(rest) = rest else {
        if at.is_none() {
            entries.push(Entry::new(name, node));
        }
        return;
    };
    let held = at.and_then(|it| entries.get(it)).map(|it| it.node.clone());
    if held.as_ref().is_some_and(|it| it.as_unresolved().is_some()) {
        return;
    }
    let block = held.as_ref().and_then(|it| it.items().first());
    let place = node.name_span.unwrap_or(node.span);
    let mut inner = block.map(|it| it.entries().to_vec()).unwrap_or_default();
    let span = block.map_or(node.span, |it| it.span);
    put(&mut inner, rest, node);
    let list = Node::list(vec![Node::map(inner, span).named(place)], span).named(place);
    match at.and_then(|it| entries.get_mut(it)) {
        Some(entry) => entry.node = list,
        None => entries.push(Entry::new(name, list)),
    }
}
