//! Facts under construction: entries of a map, with the places they are stated at.

use crate::collect::target::SourceFile;
use crate::model::{Cause, Entry, Node, Shape, Span, Unresolved};

/// Facts of one thing, in the order they are put.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    entries: Vec<Entry>,
}

impl Facts {
    pub(crate) fn put(&mut self, name: &str, node: Node) {
        self.entries.push(Entry::new(name, node));
    }

    /// Puts the fact where there is one. Null says nothing, so it is no fact.
    pub(crate) fn put_some(&mut self, name: &str, node: Option<Node>) {
        if let Some(node) = node.filter(|it| !it.is_null()) {
            self.put(name, node);
        }
    }

    pub(crate) fn into_node(self, span: Span) -> Node {
        Node::map(self.entries, span)
    }
}

/// A value that the files do not tell.
pub(crate) fn unresolved(cause: Cause, shape: Shape, span: Span) -> Node {
    Node::unresolved(Unresolved { cause, place: span, shape }, span)
}

/// The text of a node as the source writes it, quotes and indentation included.
pub(crate) fn raw<'a>(file: &'a SourceFile, node: &Node) -> &'a str {
    file.text.get(node.span.range()).unwrap_or_default()
}

/// A single value or a list of them, as formats write either.
pub(crate) fn one_or_many(node: Option<&Node>) -> Vec<&Node> {
    match node {
        None => Vec::new(),
        Some(node) if node.is_null() => Vec::new(),
        Some(node) if !node.items().is_empty() => node.items().iter().collect(),
        Some(node) if node.as_str().is_some() || node.as_unresolved().is_some() => vec![node],
        Some(_) => Vec::new(),
    }
}

/// The first line of a text, short enough for a name.
pub(crate) fn short(text: &str) -> String {
    const LONGEST: usize = 48;
    let line = text.lines().map(str::trim).find(|it| !it.is_empty()).unwrap_or_default();
    if line.chars().count() <= LONGEST {
        return line.to_owned();
    }
    let cut: String = line.chars().take(LONGEST).collect();
    format!("{}…", cut.trim_end())
}
