//! A planned resource's values to a body as the source gives it.

use std::collections::HashMap;

use camino::Utf8Path;

use crate::model::{Cause, Entry, Node, Origin, Shape, Span, Unresolved, Value};

use super::super::policy_document;
use super::super::resource::{Mode, Resource, parse_reference};
use super::planned::Planned;
use super::references::{Asking, Configuration, references};

/// Where a plan holds the tags that a resource will have, with those that its provider adds, and where its own are.
const TAGS_OF_ALL: &[(&str, &str)] = &[("tags_all", "tags"), ("effective_labels", "labels")];

/// What is known around one planned resource.
pub(super) struct Reader<'a> {
    pub(super) configuration: &'a Configuration<'a>,
    /// Its row among the changes, which tells what only apply will settle.
    pub(super) change: Option<&'a Node>,
}

/// One level of a resource's values, with what the plan says about the same level elsewhere.
#[derive(Clone, Copy)]
struct Level<'a> {
    unknown: Option<&'a Node>,
    sensitive: Option<&'a Node>,
    /// What the configuration states. Where it is not known, anything may be stated.
    stated: Option<&'a Node>,
}

/// Where the values stand.
struct Place<'a> {
    planned: &'a Planned<'a>,
    /// `["a"]`, `[0]`: the instance's own key.
    key: String,
    repeated: Option<&'a Node>,
}

impl Reader<'_> {
    pub(super) fn resource(&self, planned: &Planned<'_>, folder: &Utf8Path) -> Resource {
        let name_span = planned.node.get("address").map_or(planned.node.span, |it| it.span);
        let configured = planned.configured();
        let level = Level {
            unknown: self.change.and_then(|it| it.get("change")?.get("after_unknown")),
            sensitive: planned.sensitive,
            stated: self.configuration.expressions(&configured),
        };
        let tags = TAGS_OF_ALL.iter().find_map(|(all, own)| Some((*own, planned.values.get(all)?)));
        let key = planned.address.rfind('[').and_then(|at| planned.address.get(at..));
        let key = key.filter(|_| planned.address.ends_with(']')).unwrap_or_default().to_owned();
        let place = Place { planned, key, repeated: self.configuration.repeated(&configured) };
        let mut body = self.map(planned.values, level, &place, true);
        if let Some((name, tags)) = tags.filter(|(_, it)| !it.entries().is_empty()) {
            let own = body.entries().iter().filter(|it| &*it.name != name).cloned();
            let entries = own.chain([Entry::new(name, tags.clone())]).collect();
            body.value = Node::map(entries, body.span).value;
        }
        let body = body.named(name_span);
        Resource {
            mode: planned.mode,
            address: planned.address.to_owned(),
            module: planned.module.clone(),
            native_type: planned.native_type.to_owned(),
            name: planned.name.to_owned(),
            folder: folder.to_owned(),
            body,
            exact: None,
            elsewhere: false,
            span: planned.node.span,
            name_span,
            called_from: Vec::new(),
        }
    }

    fn map(&self, values: &Node, level: Level<'_>, place: &Place<'_>, is_top: bool) -> Node {
        let mut entries: Vec<Entry> = Vec::with_capacity(values.entries().len());
        for entry in values.entries() {
            let below = level.below(&entry.name);
            let unstated = level.stated.is_some() && below.stated.is_none();
            if is_absent(&entry.node, unstated) {
                continue;
            }
            let node = self.node(&entry.node, below, place);
            // What nobody stated and the provider knows is its default.
            let origin = if unstated && is_top { Origin::Default } else { node.origin };
            entries.push(Entry { name: entry.name.clone(), node: Node { origin, ..node } });
        }
        for entry in level.unknown.map(Node::entries).unwrap_or_default() {
            let is_known = values.get(&entry.name).is_some_and(|it| !it.is_null());
            let below = level.below(&entry.name);
            // What is not stated is the provider's to set, as where nobody planned yet.
            let unstated = level.stated.is_some() && below.stated.is_none();
            if entry.node.as_bool() == Some(true) && !is_known && !unstated {
                let span = entry.node.name_span.unwrap_or(entry.node.span);
                let node = self.after_apply(&entry.name, below, place, span);
                entries.push(Entry { name: entry.name.clone(), node });
            }
        }
        let named = values.name_span.unwrap_or(values.span);
        Node::map(entries, values.span).named(named)
    }

    fn node(&self, node: &Node, level: Level<'_>, place: &Place<'_>) -> Node {
        if level.sensitive.and_then(Node::as_bool) == Some(true) {
            return self.secret(node, level, place);
        }
        match &node.value {
            // Among the items of a list, what is not known stands as null.
            Value::Null if level.unknown.and_then(Node::as_bool) == Some(true) => {
                self.after_apply("item", level, place, node.span)
            }
            Value::Map(_) => self.map(node, level, place, false),
            Value::List(items) => {
                let item = |(at, it): (usize, &Node)| {
                    // One expression for the whole list tells where an item comes from that is not known.
                    let stated = if it.is_null() { level.stated } else { level.item(at).stated };
                    self.node(it, Level { stated, ..level.item(at) }, place)
                };
                let all: Vec<Node> = items.iter().enumerate().map(item).collect();
                Node { value: Value::List(all.into()), ..node.clone() }
            }
            _ => node.clone(),
        }
    }

    /// A secret: one that the configuration states, or one that comes from elsewhere and is no literal.
    fn secret(&self, node: &Node, level: Level<'_>, place: &Place<'_>) -> Node {
        let names = level.stated.map(references).unwrap_or_default();
        if names.is_empty() {
            return Node { value: Value::Redacted, ..node.clone() };
        }
        let cause = match names.iter().find(|it| it.starts_with("var.")) {
            Some(name) => Cause::Variable((*name).to_owned()),
            None => {
                Cause::AfterApply(names.first().map_or_else(|| place.planned.address.to_owned(), |it| (*it).to_owned()))
            }
        };
        unresolved(cause, Shape::Reference, node.span).named(node.name_span.unwrap_or(node.span))
    }

    fn after_apply(&self, name: &str, level: Level<'_>, place: &Place<'_>, span: Span) -> Node {
        let planned = place.planned;
        let asking = Asking { module: &planned.module, key: &place.key, repeated: place.repeated };
        let target = level.stated.and_then(|it| self.configuration.target(asking, it));
        let several = level.stated.map(references).unwrap_or_default();
        let node = match target {
            Some(target) => {
                let looks_up = target.starts_with("data.") || target.contains(".data.");
                let cause = if looks_up { Cause::DataSource(target) } else { Cause::AfterApply(target) };
                unresolved(cause, Shape::Reference, span)
            }
            None if several.is_empty() => {
                unresolved(Cause::AfterApply(format!("{}.{name}", planned.address)), Shape::Any, span)
            }
            // Made of several, or of what only evaluation would tell: not a reference to any one resource.
            None => unresolved(Cause::AfterApply(several.join(" and ")), Shape::Any, span),
        };
        node.named(span)
    }
}

impl<'a> Level<'a> {
    fn below(self, name: &str) -> Self {
        let below =
            |it: Option<&'a Node>| it.and_then(|it| if it.as_bool().is_some() { Some(it) } else { it.get(name) });
        Self {
            unknown: below(self.unknown),
            sensitive: below(self.sensitive),
            stated: self.stated.and_then(|it| it.get(name)),
        }
    }

    fn item(self, at: usize) -> Self {
        let below = |it: Option<&'a Node>| match it.map(|it| &it.value) {
            Some(Value::List(items)) => items.get(at),
            Some(Value::Bool(_)) => it,
            _ => None,
        };
        // An expression that makes the whole list speaks for each item.
        let stated = match self.stated.map(|it| &it.value) {
            Some(Value::List(items)) => items.get(at),
            _ => self.stated.filter(|it| it.get("references").is_none() && it.get("constant_value").is_none()),
        };
        Self { unknown: below(self.unknown), sensitive: below(self.sensitive), stated }
    }
}

/// Whether a value says nothing: null, or empty where nobody stated it.
fn is_absent(node: &Node, unstated: bool) -> bool {
    match &node.value {
        Value::Null => true,
        Value::String(text) => unstated && text.is_empty(),
        Value::List(items) => unstated && items.is_empty(),
        Value::Map(map) => unstated && map.entries.is_empty(),
        _ => false,
    }
}

fn unresolved(cause: Cause, shape: Shape, span: Span) -> Node {
    Node::unresolved(Unresolved { cause, place: span, shape }, span)
}

/// Policies that data sources will make are known in the parts that the plan knows.
pub(super) fn settle_documents(resources: &mut [Resource]) {
    let is_document = |it: &&Resource| it.mode == Mode::Data && it.native_type == "aws_iam_policy_document";
    let documents: HashMap<String, Node> =
        resources.iter().filter(is_document).map(|it| (it.address.clone(), policy_document::of(&it.body))).collect();
    if documents.is_empty() {
        return;
    }
    for resource in resources {
        let settled = |entry: &Entry| {
            let name = match &entry.node.as_unresolved()?.cause {
                Cause::DataSource(name) => name,
                _ => return None,
            };
            let reference = parse_reference(name).filter(|it| matches!(it.attribute, "json" | "minified_json"))?;
            let document = documents.get(reference.address)?;
            Some(Node { name_span: entry.node.name_span, ..document.clone() })
        };
        let entries = resource.body.entries().iter();
        let entries =
            entries.map(|it| Entry { name: it.name.clone(), node: settled(it).unwrap_or_else(|| it.node.clone()) });
        resource.body.value = Node::map(entries.collect(), resource.body.span).value;
    }
}
