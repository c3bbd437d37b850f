//! Schemas: lists without a longest length, and texts and numbers of requests that nothing bounds.

use crate::model::{Node, Value};

use super::description::{Description, Placed};

/// How deep schemas nest, and how many of one description or operation are looked at.
const DEEPEST: usize = 48;
const MOST: usize = 20_000;
/// How many unbounded places of one operation are told.
const MOST_TOLD: usize = 50;

/// Every schema of a list in the description that has no longest length, by the place of its type.
pub(super) fn unbounded_lists(root: &Node) -> Node {
    let mut found = Vec::new();
    lists(root, "", 0, &mut found);
    Node::list(found, root.span)
}

fn lists(node: &Node, name: &str, depth: usize, found: &mut Vec<Node>) {
    if depth > DEEPEST || found.len() > MOST {
        return;
    }
    match &node.value {
        // Examples and defaults are values and no schemas.
        _ if matches!(name, "example" | "examples" | "default" | "enum") || name.starts_with("x-") => {}
        Value::Map(map) => {
            let kind = node.get("type").filter(|it| is(it, "array"));
            if let Some(kind) =
                kind.filter(|_| !has(node, &["maxItems", "enum", "const"]) && node.get("items").is_some())
            {
                found.push(Node::new("a list", kind.span));
            }
            // Names of properties may be any word, `default` too.
            let names = matches!(name, "properties" | "patternProperties" | "schemas" | "definitions");
            for it in map.entries.iter() {
                lists(&it.node, if names { "" } else { &it.name }, depth + 1, found);
            }
        }
        Value::List(items) => items.iter().for_each(|it| lists(it, "", depth + 1, found)),
        _ => {}
    }
}

/// Texts and numbers in what an operation takes that have no bound, each where its type stands.
pub(super) fn unbounded_inputs<'d>(
    description: &Description<'d>,
    parameters: &[Placed<'d>],
    operation: Placed<'d>,
) -> Node {
    let mut search = Search { description, found: Vec::new(), seen: 0, met: Vec::new() };
    for it in parameters {
        let schema = it.node.get("schema").map_or(*it, |node| Placed { node, ..*it });
        let name = it.node.get("name").and_then(Node::as_str).unwrap_or("parameter");
        search.schema(schema, name, 0);
    }
    let body = operation.node.get("requestBody").map(|node| Placed { node, ..operation });
    let body = body.and_then(|it| description.resolved(it));
    for media in body.iter().flat_map(|it| it.node.get("content").map(Node::entries).unwrap_or_default()) {
        if let (Some(node), Some(body)) = (media.node.get("schema"), body) {
            search.schema(Placed { node, ..body }, "body", 0);
        }
    }
    Node::list(search.found, operation.node.span)
}

struct Search<'s, 'd> {
    description: &'s Description<'d>,
    found: Vec<Node>,
    seen: usize,
    /// Schemas that were looked at: a shared one counts once, and one that holds itself ends.
    met: Vec<*const Node>,
}

impl<'d> Search<'_, 'd> {
    fn schema(&mut self, schema: Placed<'d>, name: &str, depth: usize) {
        self.seen += 1;
        if depth > DEEPEST || self.seen > MOST || self.found.len() >= MOST_TOLD {
            return;
        }
        let Some(schema) = self.description.resolved(schema) else { return };
        let node = schema.node;
        if self.met.contains(&std::ptr::from_ref(node)) {
            return;
        }
        self.met.push(std::ptr::from_ref(node));
        if node.get("readOnly").and_then(Node::as_bool) == Some(true) {
            return;
        }
        if let Some(kind) = node.get("type") {
            let open_text = is(kind, "string") && !has(node, TEXT_BOUNDS) && !has_closed_format(node);
            let open_number = (is(kind, "integer") || is(kind, "number")) && !has(node, NUMBER_BOUNDS);
            if open_text || open_number {
                self.found.push(Node::new(name, kind.span));
            }
        }
        for it in node.get("properties").map(Node::entries).unwrap_or_default() {
            self.schema(Placed { node: &it.node, ..schema }, &it.name, depth + 1);
        }
        for key in ["items", "additionalProperties"] {
            if let Some(node) = node.get(key) {
                self.schema(Placed { node, ..schema }, name, depth + 1);
            }
        }
        for key in ["allOf", "anyOf", "oneOf"] {
            for node in node.get(key).map(Node::items).unwrap_or_default() {
                self.schema(Placed { node, ..schema }, name, depth + 1);
            }
        }
    }
}

const TEXT_BOUNDS: &[&str] = &["maxLength", "enum", "const", "pattern"];
const NUMBER_BOUNDS: &[&str] = &["maximum", "exclusiveMaximum", "enum", "const", "format"];

/// Formats of which every value has a known length, and contents that are no text.
fn has_closed_format(schema: &Node) -> bool {
    const CLOSED: &[&str] =
        &["date", "date-time", "time", "duration", "uuid", "ipv4", "ipv6", "binary", "byte", "email", "hostname"];
    schema.get("format").and_then(Node::as_str).is_some_and(|it| CLOSED.contains(&it))
}

fn has(schema: &Node, keys: &[&str]) -> bool {
    keys.iter().any(|it| schema.get(it).is_some())
}

/// Whether a type is this one, or may be: OpenAPI 3.1 takes several.
fn is(kind: &Node, wanted: &str) -> bool {
    kind.as_str() == Some(wanted) || kind.items().iter().any(|it| it.as_str() == Some(wanted))
}
