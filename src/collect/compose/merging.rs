//! What a Compose file takes from elsewhere: services that it extends, and files that it includes.

use camino::Utf8Path;

use crate::collect::below::joined;
use crate::collect::target::SourceFile;
use crate::model::{Entry, Node, Problem, Value};
use crate::syntax::{limits, yaml};

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
        let Some(name) = name.filter(|_| depth < LONGEST_CHAIN.min(limits::DEPTH)) else { return service.clone() };
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

/// What a service states replaces what the base states; tables and lists are joined.
fn on_top(service: &Node, base: &Node) -> Node {
    let own = service.entries().iter().filter(|it| &*it.name != "extends").map(|mine| {
        let below = base.get(&mine.name).filter(|_| !matches!(&*mine.name, "command" | "entrypoint" | "healthcheck"));
        let value = match (&mine.node.value, below.map(|it| &it.value)) {
            (Value::Map(_), Some(Value::Map(under))) => {
                let kept = under.entries.iter().filter(|it| mine.node.get(&it.name).is_none());
                let entries = mine.node.entries().iter().chain(kept).cloned().collect();
                Node::map(entries, mine.node.span).value
            }
            (Value::List(above), Some(Value::List(under))) => {
                Value::List(above.iter().chain(under.iter()).cloned().collect())
            }
            _ => return mine.clone(),
        };
        Entry::new(mine.name.clone(), Node { value, ..mine.node.clone() })
    });
    let kept = base.entries().iter().filter(|it| service.get(&it.name).is_none()).cloned();
    Node { value: Node::map(own.chain(kept).collect(), service.span).value, ..service.clone() }
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
