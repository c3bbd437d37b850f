//! Evaluated resources of a template to the resources that Terraform would call the same.

use camino::Utf8PathBuf;

use crate::collect::terraform::reading::{one_of, read};
use crate::collect::terraform::{Mode, Resource};
use crate::model::{Cause, Entry, Node, Shape, Span, Unresolved, Value};

use super::attributes::{argument, keyed, plain, put};
use super::aws::TYPES;
use super::translation::{Argument, Form, Part, Type};

/// A resource of a template, evaluated.
pub(super) struct Declared {
    pub(super) name: String,
    /// What a generator of templates calls it, where one left a word.
    pub(super) called: Option<String>,
    pub(super) native_type: String,
    /// `DeletionPolicy` and `UpdateReplacePolicy` among them, where they are stated.
    pub(super) properties: Node,
    pub(super) span: Span,
    pub(super) name_span: Span,
    pub(super) file: Utf8PathBuf,
}

/// What Terraform would declare in its place: nothing where no table names its type.
pub(super) fn translate(declared: &Declared) -> Vec<Resource> {
    let stated = |it: &Type| it.when.is_none_or(|when| read(&declared.properties, when).is_some());
    let Some(row) = TYPES.iter().copied().flatten().find(|it| it.from == declared.native_type && stated(it)) else {
        return Vec::new();
    };
    let inner = row.inside.map(|it| read(&declared.properties, it));
    let properties = match inner {
        Some(Some(inner)) => inner,
        Some(None) => Node::map(Vec::new(), declared.name_span),
        None => declared.properties.clone(),
    };
    let mut resources = Vec::new();
    let body = body(row, &properties, declared);
    match row.each.and_then(|(list, argument)| Some((read(&properties, list)?, argument))) {
        Some((targets, argument)) if targets.as_unresolved().is_none() => {
            for (number, target) in targets.items().iter().enumerate() {
                let mut entries = body.entries().to_vec();
                put(&mut entries, argument, target.clone());
                let address = if number == 0 { declared.name.clone() } else { format!("{}.{number}", declared.name) };
                resources.push(resource(declared, row.to, address, with_entries(&body, entries)));
            }
        }
        Some((targets, argument)) => {
            let mut entries = body.entries().to_vec();
            put(&mut entries, argument, targets);
            resources.push(resource(declared, row.to, declared.name.clone(), with_entries(&body, entries)));
        }
        None => resources.push(resource(declared, row.to, declared.name.clone(), body)),
    }
    for part in row.parts {
        resources.extend(parts(part, &properties, declared));
    }
    resources
}

fn with_entries(body: &Node, entries: Vec<Entry>) -> Node {
    Node { value: Node::map(entries, body.span).value, ..body.clone() }
}

fn body(row: &Type, properties: &Node, declared: &Declared) -> Node {
    if properties.as_unresolved().is_some() {
        return properties.clone();
    }
    let mut entries = arguments(row.arguments, properties);
    let is_named = |name: &str| row.arguments.iter().any(|it| it.from.split('.').next() == Some(name));
    let rest = properties.entries().iter().filter(|it| !is_named(&it.name));
    for it in rest {
        let Entry { name, node } = argument(&it.name, &it.node);
        put(&mut entries, &name, node);
    }
    for (path, constant) in row.defaults {
        if read(&Node::map(entries.clone(), declared.span), path).is_none() {
            put(&mut entries, path, constant.node(declared.name_span));
        }
    }
    for (argument, hangs_on) in row.open {
        let cause = Cause::OutOfScope((*hangs_on).to_owned());
        let open = Unresolved { cause, place: declared.name_span, shape: Shape::Bool };
        put(&mut entries, argument, Node::unresolved(open, declared.name_span));
    }
    Node { value: Node::map(entries, properties.span).value, ..properties.clone() }
}

fn arguments(table: &[Argument], properties: &Node) -> Vec<Entry> {
    let mut entries = Vec::new();
    for it in table {
        if let Some(node) = read(properties, it.from).and_then(|node| formed(it.form, &node)) {
            put(&mut entries, it.to, node);
        }
    }
    entries
}

fn formed(form: Form, node: &Node) -> Option<Node> {
    match form {
        Form::Plain => Some(plain(node)),
        Form::Untouched => Some(node.clone()),
        Form::Listed => match node.value {
            Value::List(_) => Some(node.clone()),
            _ => Some(Node { value: Value::List([node.clone()].into()), ..node.clone() }),
        },
        Form::Is(texts) => one_of(node.clone(), texts),
        Form::Blocks(table) => Some(as_blocks(table, node)),
        Form::Keyed(key) => keyed(node, key),
        Form::With(make) => make(node),
    }
}

/// One map or a list of maps as blocks; what is not known stays.
fn as_blocks(table: &[Argument], node: &Node) -> Node {
    let block = |it: &Node| match it.value {
        Value::Map(_) => Node { value: Node::map(arguments(table, it), it.span).value, ..it.clone() },
        _ => it.clone(),
    };
    match &node.value {
        Value::List(items) => Node { value: Value::List(items.iter().map(block).collect()), ..node.clone() },
        Value::Map(_) => Node { value: Value::List([block(node)].into()), ..node.clone() },
        _ => node.clone(),
    }
}

fn parts(part: &Part, properties: &Node, declared: &Declared) -> Vec<Resource> {
    let Some(stated) = read(properties, part.from) else { return Vec::new() };
    let (several, items) = match &stated.value {
        Value::List(items) if part.whole != Some("*") => (true, items.to_vec()),
        _ => (false, vec![stated]),
    };
    let made = |(number, item): (usize, &Node)| {
        let body = part_body(part, item, declared);
        let number = if several { format!(".{number}") } else { String::new() };
        let address = format!("{}.{}{number}", declared.name, part.from);
        let place = item.name_span.unwrap_or(item.span);
        let made = resource(declared, part.to, address, body);
        Resource { span: item.span, name_span: place, ..made }
    };
    items.iter().enumerate().map(made).collect()
}

fn part_body(part: &Part, item: &Node, declared: &Declared) -> Node {
    let cause = Cause::AfterApply(declared.name.clone());
    let about = Unresolved { cause, place: declared.name_span, shape: Shape::Reference };
    let mut entries = vec![Entry::new(part.by, Node::unresolved(about, declared.name_span))];
    if let Some(whole) = part.whole {
        put(&mut entries, whole, item.clone());
        return Node::map(entries, item.span);
    }
    for Entry { name, node } in arguments(part.arguments, item) {
        put(&mut entries, &name, node);
    }
    for it in item.entries() {
        let Entry { name, node } = argument(&it.name, &it.node);
        put(&mut entries, &name, node);
    }
    if item.as_unresolved().is_some() {
        // Any argument may stand in what is not known.
        return Node { value: Node::map(entries, item.span).value, ..item.clone() };
    }
    Node::map(entries, item.span)
}

pub(super) fn resource(declared: &Declared, native_type: &str, address: String, body: Node) -> Resource {
    Resource {
        mode: Mode::Managed,
        address,
        module: String::new(),
        native_type: native_type.to_owned(),
        name: declared.name.clone(),
        folder: declared.file.clone(),
        body,
        exact: None,
        elsewhere: false,
        span: declared.span,
        name_span: declared.name_span,
        called_from: Vec::new(),
    }
}
