//! Config maps and secrets that an overlay makes from literals and files.

use camino::Utf8Path;

use crate::collect::target::{SourceFile, Target};
use crate::model::{Cause, Entry, Node, Shape, Span, Unresolved};

use super::edit::{with, with_entries};
use super::overlay::Overlay;
use super::resource::Resource;

/// The lists of generators, the kind that each makes, and the table that holds its values.
pub(super) const GENERATORS: &[(&str, &str, &str)] =
    &[("configMapGenerator", "ConfigMap", "data"), ("secretGenerator", "Secret", "stringData")];

/// What the generator adds, or does to the object of that name that is there already.
pub(super) fn generate<'a>(
    target: &Target,
    overlay: &Overlay<'a>,
    (kind, table): (&str, &str),
    item: &Node,
    resources: &mut Vec<Resource<'a>>,
) {
    let Some(name) = item.get("name") else { return };
    let data = Node::map(entries(target, overlay, kind, item), item.span);
    let behavior = item.get("behavior").and_then(Node::as_str);
    let wanted = name.scalar_text();
    let is_same =
        |it: &&mut Resource| it.kind() == kind && it.names().iter().any(|(had, _)| Some(had) == wanted.as_ref());
    match (behavior, resources.iter_mut().find(is_same)) {
        (Some("merge"), Some(resource)) => {
            let mut merged = resource.node.get(table).map(Node::entries).unwrap_or_default().to_vec();
            merged.retain(|it| data.get(&it.name).is_none());
            merged.extend(data.entries().iter().cloned());
            resource.node = with(&resource.node, table, with_entries(&data, merged));
        }
        (Some("replace"), Some(resource)) => resource.node = with(&resource.node, table, data),
        _ => resources.push(Resource::new(overlay.file, made(kind, table, name, item, data))),
    }
}

fn made(kind: &str, table: &str, name: &Node, item: &Node, data: Node) -> Node {
    let mut metadata = vec![Entry::new("name", name.clone())];
    metadata.extend(item.get("namespace").map(|it| Entry::new("namespace", it.clone())));
    for it in ["labels", "annotations"] {
        metadata.extend(item.dotted(&format!("options.{it}")).map(|node| Entry::new(it, node.clone())));
    }
    let mut entries = vec![
        Entry::new("apiVersion", Node::new("v1", name.span)),
        Entry::new("kind", Node::new(kind, name.span)),
        Entry::new("metadata", Node::map(metadata, item.span).named(name.span)),
        Entry::new(table, data),
    ];
    entries.extend(item.get("type").map(|it| Entry::new("type", it.clone())));
    Node::map(entries, item.span).named(name.span)
}

fn entries(target: &Target, overlay: &Overlay, kind: &str, item: &Node) -> Vec<Entry> {
    let list = |key: &str| item.get(key).map(Node::items).unwrap_or_default();
    let mut entries: Vec<Entry> = list("literals").iter().filter_map(literal).collect();
    for it in list("files") {
        let Some(text) = it.as_str() else { continue };
        let (name, path) = text.split_once('=').unwrap_or((Utf8Path::new(text).file_name().unwrap_or(text), text));
        entries.extend(content(target, overlay, kind, path, it).map(|node| Entry::new(name, node.named(it.span))));
    }
    for it in list("envs").iter().chain(item.get("env")) {
        let Some(path) = it.as_str() else { continue };
        match overlay.path(path).and_then(|it| target.file(&it)) {
            Some(file) => entries.extend(variables(file)),
            None => entries
                .extend(content(target, overlay, kind, path, it).map(|node| Entry::new(path, node.named(it.span)))),
        }
    }
    // Names are unique in a map; the last one counts.
    let mut unique: Vec<Entry> = Vec::new();
    for entry in entries {
        unique.retain(|it| it.name != entry.name);
        unique.push(entry);
    }
    unique
}

/// `name=value`, with the place of the value.
fn literal(item: &Node) -> Option<Entry> {
    let text = item.as_str()?;
    let (name, value) = text.split_once('=')?;
    let quoted = value.len() > 1 && ['"', '\''].iter().any(|it| value.starts_with(*it) && value.ends_with(*it));
    let value = if quoted { value.get(1..value.len() - 1)? } else { value };
    Some(Entry::new(name, Node::new(value, item.span).named(item.span)))
}

/// What a file holds. A secret's file is in the repository or not: that says all that may be said.
fn content(target: &Target, overlay: &Overlay, kind: &str, path: &str, item: &Node) -> Option<Node> {
    let whole = overlay.path(path)?;
    if !target.has(&whole) {
        return None;
    }
    match target.file(&whole).filter(|_| kind == "ConfigMap") {
        Some(file) => Some(Node::new(&*file.text, Span::new(file.id, 0..file.text.len()))),
        None if kind == "ConfigMap" => {
            let cause = Cause::OutOfScope(path.to_owned());
            Some(Node::unresolved(Unresolved { cause, place: item.span, shape: Shape::String }, item.span))
        }
        None => Some(Node::new(path, item.span)),
    }
}

/// `NAME=value` lines.
fn variables(file: &SourceFile) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut at = 0;
    for line in file.text.split_inclusive('\n') {
        let stated = line.trim();
        if let Some((name, value)) = stated.split_once('=').filter(|_| !stated.starts_with('#')) {
            let start = at + line.find(stated).unwrap_or(0);
            let from = start + name.len() + 1;
            let name_span = Span::new(file.id, start..start + name.len());
            entries.push(Entry::new(
                name,
                Node::new(value, Span::new(file.id, from..from + value.len())).named(name_span),
            ));
        }
        at += line.len();
    }
    entries
}
