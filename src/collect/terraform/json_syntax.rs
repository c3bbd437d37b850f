//! The JSON form of the language: `*.tf.json` to the same tree as HCL. Without the providers' schemas a nested object may
//! be a block or a map; names that are known for maps are maps, all others are blocks.

use std::sync::Arc;

use crate::model::{Entry, Node, Problem, SourceId, Value};
use crate::syntax::hcl::tree::{Attribute, Block, Body, Expression, Form, Item, Label};
use crate::syntax::{hcl, json};

/// Blocks of a file's top, by the number of their labels.
const TOP: &[(&str, usize)] = &[
    ("resource", 2),
    ("data", 2),
    ("ephemeral", 2),
    ("module", 1),
    ("variable", 1),
    ("output", 1),
    ("provider", 1),
    ("check", 1),
    ("locals", 0),
    ("terraform", 0),
    ("moved", 0),
    ("import", 0),
    ("removed", 0),
];

/// Blocks within which objects are values and never blocks.
const VALUES_ONLY: &[&str] = &["locals", "variable", "output", "module"];

/// Blocks within others that have a label.
const LABELLED: &[&str] = &["backend", "dynamic", "provisioner"];

/// Arguments that are maps although they are written as objects.
const MAPS: &[&str] = &[
    "annotations",
    "app_settings",
    "environment_variables",
    "labels",
    "metadata",
    "parameters",
    "tags",
    "tags_all",
    "triggers",
    "user_labels",
    "variables",
];

/// The declarations of a `*.tf.json` file.
pub(crate) fn parse(source: SourceId, text: &str) -> hcl::File {
    let parsed = json::parse(source, text);
    let mut reader = Reader { source, problems: parsed.problems };
    let mut body = Body::default();
    for entry in parsed.documents.iter().flat_map(Node::entries).filter(|it| &*it.name != "//") {
        match TOP.iter().find(|it| it.0 == &*entry.name) {
            Some((kind, labels)) => reader.blocks(entry, kind, *labels, &mut Vec::new(), &entry.node, &mut body.blocks),
            None => {
                let span = entry.node.name_span.unwrap_or(entry.node.span);
                reader.problems.push(Problem::at(span, format!("there is no block of type {} here", entry.name)));
            }
        }
    }
    hcl::File { body, problems: reader.problems }
}

/// The values of a `*.tfvars.json` file.
pub(crate) fn values(source: SourceId, text: &str) -> hcl::File {
    let parsed = json::parse(source, text);
    let attribute = |it: &Entry| Attribute {
        name: it.name.clone(),
        name_span: it.node.name_span.unwrap_or(it.node.span),
        value: literal(&it.node),
    };
    let attributes = parsed.documents.iter().flat_map(Node::entries).map(attribute).collect();
    hcl::File { body: Body { attributes, blocks: Vec::new() }, problems: parsed.problems }
}

struct Reader {
    source: SourceId,
    problems: Vec<Problem>,
}

impl Reader {
    /// The blocks below an entry: one for each object that the labels lead to.
    fn blocks(
        &mut self,
        entry: &Entry,
        kind: &str,
        labels: usize,
        above: &mut Vec<Label>,
        node: &Node,
        into: &mut Vec<Block>,
    ) {
        match &node.value {
            Value::List(items) => {
                for item in items.iter() {
                    self.blocks(entry, kind, labels, above, item, into);
                }
            }
            Value::Map(_) if labels > 0 => {
                for below in node.entries().iter().filter(|it| &*it.name != "//") {
                    let span = below.node.name_span.unwrap_or(below.node.span);
                    above.push(Label { text: below.name.clone(), span });
                    self.blocks(entry, kind, labels - 1, above, &below.node, into);
                    above.pop();
                }
            }
            Value::Map(_) => {
                let kind_span = entry.node.name_span.unwrap_or(entry.node.span);
                let span = above.last().map_or(node.span, |it| it.span.to(node.span));
                let body = self.body(kind, node);
                into.push(Block { kind: kind.into(), kind_span, labels: above.clone(), body, span });
            }
            _ => self.problems.push(Problem::at(node.span, format!("a {kind} must be an object"))),
        }
    }

    fn body(&mut self, kind: &str, node: &Node) -> Body {
        let mut body = Body::default();
        for entry in node.entries().iter().filter(|it| &*it.name != "//") {
            if LABELLED.contains(&&*entry.name) && matches!(entry.node.value, Value::Map(_) | Value::List(_)) {
                self.blocks(entry, &entry.name, 1, &mut Vec::new(), &entry.node, &mut body.blocks);
            } else if !VALUES_ONLY.contains(&kind) && is_block(entry) {
                self.blocks(entry, &entry.name, 0, &mut Vec::new(), &entry.node, &mut body.blocks);
            } else {
                let name_span = entry.node.name_span.unwrap_or(entry.node.span);
                // A type is an expression, not a text.
                let typed = kind == "variable" && &*entry.name == "type";
                let value = match entry.node.as_str().filter(|_| typed) {
                    Some(text) => hcl::expression(self.source, text, entry.node.span.start as usize + 1).ok(),
                    None => None,
                };
                // A default is a value as it stands.
                let plain = kind == "variable" && &*entry.name == "default";
                let value =
                    value.unwrap_or_else(|| if plain { literal(&entry.node) } else { self.expression(&entry.node) });
                body.attributes.push(Attribute { name: entry.name.clone(), name_span, value });
            }
        }
        body
    }

    /// A value whose texts are templates.
    fn expression(&mut self, node: &Node) -> Expression {
        let span = node.span;
        let form = match &node.value {
            Value::String(text) if text.contains("${") || text.contains("%{") => {
                match hcl::template(self.source, text, span.start as usize + 1) {
                    Ok(parts) => Form::Template(parts),
                    Err(problem) => {
                        self.problems.push(Problem::at(span, problem.message));
                        Form::Null
                    }
                }
            }
            Value::List(items) => Form::Tuple(items.iter().map(|it| self.expression(it)).collect()),
            Value::Map(map) => {
                let mut items = Vec::with_capacity(map.entries.len());
                for it in map.entries.iter() {
                    let value = self.expression(&it.node);
                    items.push(Item { key: name(it), value });
                }
                Form::Object(items)
            }
            _ => return literal(node),
        };
        Expression { form, span }
    }
}

fn is_block(entry: &Entry) -> bool {
    if MAPS.contains(&&*entry.name) {
        return false;
    }
    match &entry.node.value {
        Value::Map(_) => true,
        Value::List(items) => !items.is_empty() && items.iter().all(|it| matches!(it.value, Value::Map(_))),
        _ => false,
    }
}

fn name(entry: &Entry) -> Expression {
    let span = entry.node.name_span.unwrap_or(entry.node.span);
    Expression { form: Form::String(entry.name.clone()), span }
}

fn literal(node: &Node) -> Expression {
    let form = match &node.value {
        Value::Bool(it) => Form::Bool(*it),
        Value::Number(it) => Form::Number(it.clone()),
        Value::String(it) => Form::String(it.clone()),
        Value::List(items) => Form::Tuple(items.iter().map(literal).collect()),
        Value::Map(map) => {
            Form::Object(map.entries.iter().map(|it| Item { key: name(it), value: literal(&it.node) }).collect())
        }
        Value::Redacted => Form::String(Arc::from(crate::model::REDACTED)),
        Value::Null | Value::Unresolved(_) => Form::Null,
    };
    Expression { form, span: node.span }
}
