//! The body of a block: its arguments, its nested blocks as lists, and what `dynamic` makes of more.

use std::sync::Arc;

use crate::model::{Entry, Node, Shape, Span, Value};
use crate::syntax::hcl::tree::{Block, Body};

use super::finish::finish;
use super::loops::pairs;
use super::scope::Scope;
use super::value::{because_of, open, type_name, unresolved};

/// Arguments that name other things and hold no values.
const NAMES_ONLY: &[&str] = &["ignore_changes", "replace_triggered_by", "depends_on", "providers"];

/// Nested blocks of the language itself at the top of a body, which are no arguments of the resource.
const OF_THE_LANGUAGE: &[&str] = &["provisioner", "connection", "lifecycle"];

/// Whether a block tells Terraform how to go about a resource. Providers have blocks of these names as well, but deeper.
fn is_of_the_language(block: &Block, is_top: bool) -> bool {
    OF_THE_LANGUAGE.contains(&&*block.kind) && (is_top || &*block.kind != "lifecycle")
}

impl Scope<'_, '_> {
    /// A body as a map. Arguments named in `without` are left out, as they are at the top of a resource; so are those that
    /// are null.
    pub(crate) fn body(&self, body: &Body, without: &[&str], span: Span) -> Node {
        let mut entries: Vec<Entry> = Vec::with_capacity(body.attributes.len() + body.blocks.len());
        for attribute in &body.attributes {
            if without.contains(&&*attribute.name) || NAMES_ONLY.contains(&&*attribute.name) {
                continue;
            }
            let node = finish(self.settled(&attribute.value));
            if !node.is_null() {
                entries.push(Entry { name: attribute.name.clone(), node: node.named(attribute.name_span) });
            }
        }
        let mut lists: Vec<List> = Vec::new();
        for block in &body.blocks {
            match (&*block.kind, block.label(0)) {
                ("dynamic", Some(kind)) => self.dynamic(block, kind.clone(), &mut lists),
                _ if is_of_the_language(block, !without.is_empty()) => {}
                _ => {
                    let mut node = self.body(&block.body, &[], block.span).named(block.kind_span);
                    if let Some(label) = block.labels.first() {
                        node = labelled(node, label.text.clone(), label.span);
                    }
                    list(&mut lists, &block.kind, block.kind_span).items.push(node);
                }
            }
        }
        entries.extend(lists.into_iter().filter_map(List::entry));
        Node::map(entries, span)
    }

    fn dynamic(&self, block: &Block, kind: Arc<str>, lists: &mut Vec<List>) {
        let place = block.labels.first().map_or(block.kind_span, |it| it.span);
        let Some(content) = block.body.block("content") else { return };
        let Some(for_each) = block.body.value("for_each") else { return };
        let collection = self.settled(for_each);
        let into = list(lists, &kind, place);
        if let Some(unknown) = open(&collection) {
            into.unknown.get_or_insert_with(|| because_of(&unknown, Shape::List, place));
            return;
        }
        let Some(pairs) = pairs(&collection, self.makes_set(for_each)) else {
            if !collection.is_null() {
                let what = format!("a dynamic block over a {}", type_name(&collection));
                let cause = crate::model::Cause::Expression(what);
                into.unknown.get_or_insert_with(|| unresolved(cause, collection.span, Shape::List, place));
            }
            return;
        };
        let iterator = block.body.value("iterator").and_then(|it| it.keyword().or(it.literal())).unwrap_or(&kind);
        if pairs.len() > 1_000 {
            let cause = crate::model::Cause::Limit(format!("{} blocks from one dynamic block", pairs.len()));
            into.unknown.get_or_insert_with(|| unresolved(cause, for_each.span, Shape::List, place));
            return;
        }
        for (key, value) in pairs {
            let turn = Node::map(vec![Entry::new("key", key), Entry::new("value", value)], for_each.span);
            let scope = self.with(iterator, turn);
            into.items.push(scope.body(&content.body, &[], block.span).named(place));
        }
    }
}

/// The blocks of one type.
struct List {
    kind: Arc<str>,
    place: Span,
    items: Vec<Node>,
    /// A dynamic block that makes an unknown number more.
    unknown: Option<Node>,
}

impl List {
    fn entry(self) -> Option<Entry> {
        let place = self.place;
        let node = match (self.unknown, self.items.is_empty()) {
            (Some(unknown), true) => unknown,
            (None, true) => return None,
            (unknown, false) => {
                let span = self.items.iter().fold(place, |span, it| span.to(it.span));
                let more = unknown.and_then(|it| it.as_unresolved().map(|why| because_of(why, Shape::Map, it.span)));
                Node::list(self.items.into_iter().chain(more).collect(), span)
            }
        };
        Some(Entry { name: self.kind, node: node.named(place) })
    }
}

fn list<'a>(lists: &'a mut Vec<List>, kind: &Arc<str>, place: Span) -> &'a mut List {
    let at = match lists.iter().position(|it| it.kind == *kind) {
        Some(at) => at,
        None => {
            lists.push(List { kind: kind.clone(), place, items: Vec::new(), unknown: None });
            lists.len() - 1
        }
    };
    #[expect(clippy::indexing_slicing, reason = "found or pushed just above")]
    &mut lists[at]
}

/// A nested block with a label (`backend "s3"`) tells it as `_label`.
fn labelled(node: Node, label: Arc<str>, span: Span) -> Node {
    let mut entries = node.entries().to_vec();
    entries.push(Entry::new("_label", Node::new(Value::String(label), span)));
    Node { value: Node::map(entries, node.span).value, ..node }
}
