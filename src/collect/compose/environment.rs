//! The environment of a service, in the form of a map or of a list.

use camino::Utf8Path;

use crate::collect::below::joined;
use crate::collect::target::Target;
use crate::model::{Entry, Node, Span, Value};

use super::shorthand::part_of;
use super::variables::{Variables, dotenv};

/// Variables in order: name, and the value or that it comes from the environment of who starts the service; and after
/// them those of files that the service does not state itself.
pub(super) fn variables(service: &Node, name_span: Span, of_files: &Variables) -> Node {
    let table = service.get("environment").filter(|it| !it.is_null());
    let mut items = table.map(stated).unwrap_or_default();
    let is_stated =
        |name: &str| items.iter().any(|it| it.get("name").and_then(Node::as_str).is_some_and(|it| it == name));
    let added: Vec<Node> = of_files
        .iter()
        .filter(|(name, _)| !is_stated(name))
        .map(|(name, (value, span))| {
            let name = Node::new(name.as_str(), *span);
            variable(name, Some(Node::new(value.as_str(), *span).named(*span)), *span)
        })
        .collect();
    items.extend(added);
    match table {
        Some(table) => Node { value: Value::List(items.into()), ..table.clone() },
        None if items.is_empty() => Node::default_of(Value::List([].into()), name_span),
        None => Node::list(items, name_span),
    }
}

/// The variables in the files that the service names, as far as those were read. The last file counts.
pub(super) fn of_files(target: &Target, folder: &Utf8Path, service: &Node, name_span: Span) -> Variables {
    let named = files(service, name_span);
    let paths = named.items().iter().filter_map(|it| joined(folder, it.get("source")?.as_str()?));
    let files = paths.filter_map(|it| target.file(&it));
    files.flat_map(|it| dotenv(it.id, &it.text)).collect()
}

fn stated(table: &Node) -> Vec<Node> {
    let mut items = Vec::new();
    for entry in table.entries() {
        let name_span = entry.node.name_span.unwrap_or(entry.node.span);
        let value = (!entry.node.is_null()).then(|| entry.node.clone());
        items.push(variable(Node::new(&*entry.name, name_span), value, entry.node.span));
    }
    for item in table.items() {
        match &item.value {
            Value::String(text) => match text.split_once('=') {
                Some((name, value)) => {
                    let name_node = part_of(item, 0, name);
                    let value = part_of(item, name.len() + 1, value).named(name_node.span);
                    items.push(variable(name_node, Some(value), item.span));
                }
                None => items.push(variable(item.clone(), None, item.span)),
            },
            Value::Unresolved(unresolved) => items.extend(open(item, unresolved)),
            _ => {}
        }
    }
    items
}

/// `NAME=${VALUE}`: the name is known, the value is not.
fn open(item: &Node, unresolved: &crate::model::Unresolved) -> Option<Node> {
    let crate::model::Shape::Template(parts) = &unresolved.shape else { return None };
    let (name, rest) = parts.first()?.as_deref()?.split_once('=')?;
    let mut shape: Vec<_> = parts.get(1..).unwrap_or_default().to_vec();
    if !rest.is_empty() {
        shape.insert(0, Some(rest.to_owned()));
    }
    let name = part_of(item, 0, name);
    let open = crate::model::Unresolved { shape: crate::model::Shape::Template(shape.into()), ..unresolved.clone() };
    let value = Node { value: Value::Unresolved(Box::new(open)), ..item.clone() };
    Some(variable(name.clone(), Some(value.named(name.span)), item.span))
}

fn variable(name: Node, value: Option<Node>, span: Span) -> Node {
    let name_span = name.span;
    let mut entries = vec![Entry::new("name", name)];
    // What a variable without a default gives stands in no file.
    match value.filter(|it| it.as_unresolved().is_none()) {
        Some(value) => entries.push(Entry::new("value", value)),
        None => entries.push(Entry::new("from", Node::new("environment", span))),
    }
    Node::map(entries, span).named(name_span)
}

/// `env_file`: a path, a list of paths, or a list of tables.
pub(super) fn files(service: &Node, name_span: Span) -> Node {
    let Some(files) = service.get("env_file").filter(|it| !it.is_null()) else {
        return Node::default_of(Value::List([].into()), name_span);
    };
    let single = std::slice::from_ref(files);
    let items = if files.items().is_empty() { single } else { files.items() };
    let sources =
        items.iter().filter_map(|it| it.get("path").or(Some(it)).filter(|it| !matches!(it.value, Value::Map(_))));
    let items = sources.map(|it| {
        let from = Entry::new("from", Node::new("file", it.span));
        Node::map(vec![from, Entry::new("source", it.clone())], it.span)
    });
    Node::list(items.collect(), files.span)
}
