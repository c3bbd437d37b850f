//! What a Compose file takes from elsewhere: services that it extends, and files that it includes.

use camino::Utf8Path;

use crate::collect::below::joined;
use crate::collect::target::SourceFile;
use crate::model::Limit;
use crate::model::{Entry, Node, Problem, Value};
use crate::syntax::yaml;

/// How many services may extend one another.
const LONGEST_CHAIN: usize = 16;

/// Services on top of the ones they extend, and what could not be read of those.
pub(super) struct Merging<'a> {
    pub(super) files: &'a [&'a SourceFile],
    pub(super) problems: Vec<Problem>,
}

impl Merging<'_> {
    /// The service on top of the one that it extends, in the same file or in another.
    pub(super) fn extended(&mut self, service: &Node, table: &Node, folder: &Utf8Path, depth: usize) -> Node {
        let Some(extends) = service.get("extends").filter(|it| !it.is_null()) else { return service.clone() };
        let name = extends.as_str().or_else(|| extends.get("service")?.as_str());
        if depth >= LONGEST_CHAIN {
            let message = format!("services extend one another in a circle, or more than {LONGEST_CHAIN} in a row");
            let problem = Problem::at(extends.span, message);
            if !self.problems.contains(&problem) {
                self.problems.push(problem);
            }
            return service.clone();
        }
        let Some(name) = name else { return service.clone() };
        let Some(path) = extends.get("file").and_then(Node::as_str) else {
            let Some(base) = table.get(name) else { return service.clone() };
            let base = self.extended(base, table, folder, depth + 1);
            return on_top(service, &base);
        };
        let file = joined(folder, path).and_then(|path| self.files.iter().find(|it| it.path == path).copied());
        let documents = file.map(|it| yaml::parse(it.id, &it.text).documents).unwrap_or_default();
        let others = documents.iter().find_map(|it| it.get("services"));
        let (Some(file), Some(others), Some(base)) = (file, others, others.and_then(|it| it.get(name))) else {
            let message = "it extends a service of a file that was not read";
            self.problems.push(Problem::at(extends.span, message).with_help(format!("scan `{path}` too")));
            return service.clone();
        };
        let base = self.extended(base, others, file.path.parent().unwrap_or(Utf8Path::new("")), depth + 1);
        on_top(service, &base)
    }
}

/// The table of services with those of an override on top.
pub(super) fn overridden(table: &Node, above: &Node) -> Node {
    let new = above.entries().iter().filter(|it| table.get(&it.name).is_none()).cloned();
    let merged = table.entries().iter().map(|it| {
        let node = match above.get(&it.name) {
            Some(mine) => Node { name_span: it.node.name_span, span: it.node.span, ..on_top(mine, &it.node) },
            None => it.node.clone(),
        };
        Entry::new(it.name.clone(), node)
    });
    Node { value: Node::map(merged.chain(new).collect(), table.span).value, ..table.clone() }
}

/// What a service states replaces what the base states; tables and lists are joined.
pub(super) fn on_top(service: &Node, base: &Node) -> Node {
    // The base's `extends` stays, where it is an override that lies on top.
    merged("", service, base, 0)
}

fn merged(name: &str, mine: &Node, base: &Node, depth: usize) -> Node {
    // A test is a command, and so are these: half of one is none.
    let whole = matches!(name, "command" | "entrypoint" | "test");
    let value = match (&mine.value, &base.value) {
        _ if whole || depth > Limit::Depth.value() || tagged(mine, OVERRIDE).is_some() => return mine.clone(),
        (Value::Map(above), Value::Map(under)) => {
            let entries = above.entries.iter().filter(|it| depth > 0 || &*it.name != "extends").map(|it| {
                let node = under.get(&it.name).map(|below| merged(&it.name, &it.node, below, depth + 1));
                Entry::new(it.name.clone(), node.unwrap_or_else(|| it.node.clone()))
            });
            let kept = under.entries.iter().filter(|it| mine.get(&it.name).is_none()).cloned();
            Node::map(entries.chain(kept).collect(), mine.span).value
        }
        (Value::List(_), Value::List(_)) if KEYED.contains(&name) => {
            let keys: Vec<_> = mine.items().iter().filter_map(|it| key(name, it)).collect();
            let kept = base.items().iter().filter(|it| key(name, it).is_none_or(|it| !keys.contains(&it)));
            Value::List(mine.items().iter().chain(kept).cloned().collect())
        }
        (Value::List(above), Value::List(under)) => Value::List(above.iter().chain(under.iter()).cloned().collect()),
        // One writes a table where the other writes a list of `NAME=value`.
        (Value::Map(_), Value::List(_)) | (Value::List(_), Value::Map(_)) if name == "environment" => {
            return merged(name, &as_list(mine), &as_list(base), depth);
        }
        _ => return mine.clone(),
    };
    Node { value, ..mine.clone() }
}

/// Lists in which an item replaces the one of the same name or place.
const KEYED: &[&str] = &["environment", "volumes", "labels", "devices"];

fn key(list: &str, item: &Node) -> Option<String> {
    let text = item.as_str();
    match list {
        "volumes" | "devices" => {
            let target = text.map(|it| it.split(':').nth(1).unwrap_or(it)).or_else(|| item.get("target")?.as_str());
            target.map(str::to_owned)
        }
        _ => Some(text?.split_once('=').map_or(text?, |it| it.0).to_owned()),
    }
}

/// `{A: b}` as `[A=b]`; the text stands where the value does.
fn as_list(table: &Node) -> Node {
    let items = table.entries().iter().map(|it| match it.node.scalar_text() {
        Some(value) => Node { value: format!("{}={value}", it.name).into(), ..it.node.clone() },
        None => Node { value: (&*it.name).into(), ..it.node.clone() },
    });
    match &table.value {
        Value::Map(_) => Node { value: Value::List(items.collect()), ..table.clone() },
        _ => table.clone(),
    }
}

const OVERRIDE: &str = "!override";
const RESET: &str = "!reset";

fn tagged<'a>(node: &'a Node, tag: &str) -> Option<&'a Node> {
    node.get(tag).filter(|_| node.entries().len() == 1)
}

/// The node without tags: what is reset is not there, what overrides is what it holds.
pub(super) fn untagged(node: &Node) -> Node {
    if let Some(inner) = tagged(node, OVERRIDE) {
        return Node { name_span: node.name_span, ..untagged(inner) };
    }
    let value = match &node.value {
        Value::Map(map) => {
            let kept = map.entries.iter().filter(|it| tagged(&it.node, RESET).is_none());
            Node::map(kept.map(|it| Entry::new(it.name.clone(), untagged(&it.node))).collect(), node.span).value
        }
        Value::List(items) => Value::List(items.iter().map(untagged).collect()),
        _ => return node.clone(),
    };
    Node { value, ..node.clone() }
}

/// Files that are included and were not read: their services are missing. Those that were read speak for themselves.
pub(super) fn unread(include: &Node, folder: &Utf8Path, files: &[&SourceFile]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for item in include.items() {
        let stated = item.get("path").unwrap_or(item);
        let paths = if stated.items().is_empty() { std::slice::from_ref(stated) } else { stated.items() };
        for node in paths {
            let Some(path) = node.as_str() else { continue };
            let is_read = joined(folder, path).is_some_and(|path| files.iter().any(|it| it.path == path));
            if !is_read {
                let message = "it includes a file that was not read";
                problems.push(Problem::at(node.span, message).with_help(format!("scan `{path}` too")));
            }
        }
    }
    problems
}
