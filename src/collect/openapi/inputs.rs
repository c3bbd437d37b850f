//! What requests may hold: texts and numbers that nothing bounds, by the operation or the shared schema that states them.
//!
//! What several operations share is a thing of its own: it is mended once, so it is told once.

use std::collections::{HashSet, VecDeque};

use camino::Utf8PathBuf;

use crate::collect::pipeline::facts::Facts;
use crate::model::{Evidence, Node};

use super::description::{Description, Placed, Shared};
use super::endpoint::endpoint;
use super::limits::{DEEPEST, has, is};

/// How many unbounded places of one operation or schema are told.
const MOST_TOLD: usize = 50;

const TEXT_BOUNDS: &[&str] = &["maxLength", "enum", "const", "pattern"];
const NUMBER_BOUNDS: &[&str] = &["maximum", "exclusiveMaximum", "enum", "const", "format"];

/// Goes through what the operations of one description take.
pub(super) struct Inputs<'s, 'd> {
    description: &'s Description<'d>,
    /// Shared schemas that were met, so that each is gone through once, and one that holds itself ends.
    met: HashSet<*const Node>,
    waiting: VecDeque<Shared<'d>>,
    /// Other files that hold what is shared.
    used: HashSet<Utf8PathBuf>,
}

impl<'s, 'd> Inputs<'s, 'd> {
    pub(super) fn of(description: &'s Description<'d>) -> Self {
        Self { description, met: HashSet::new(), waiting: VecDeque::new(), used: HashSet::new() }
    }

    /// What an operation itself states of its parameters and its body, and does not bound, each where its type stands.
    pub(super) fn unbounded(&mut self, operation: Placed<'d>) -> Node {
        let mut found = Vec::new();
        self.stated(operation, "input", 0, &mut found);
        Node::list(found, operation.node.span)
    }

    /// Parameters that stand above all operations of a path.
    pub(super) fn of_path(&mut self, path: &str, item: Placed<'d>) {
        if item.node.get("parameters").is_some() {
            let address = format!("{path}.parameters");
            self.waiting.push_back(Shared { name: path.to_owned(), address, placed: item });
        }
    }

    /// Every shared schema, parameter and body that a request may hold, once the operations were gone through, and the
    /// other files that hold them.
    pub(super) fn shared(mut self) -> (Vec<Evidence>, HashSet<Utf8PathBuf>) {
        let mut evidence = Vec::new();
        while let Some(shared) = self.waiting.pop_front() {
            let node = shared.placed.node;
            let mut found = Vec::new();
            self.stated(shared.placed, &shared.name, 0, &mut found);
            let place = node.name_span.unwrap_or(node.span);
            let mut facts = Facts::default();
            facts.put("role", Node::default_of("api_schema", place));
            facts.put("unbounded_inputs", Node::list(found, node.span));
            let facts = facts.into_node(node.span);
            evidence.push(endpoint(self.description, &shared.address, shared.name, node.span, place, facts));
        }
        (evidence, self.used)
    }

    /// A schema, or what holds one: a parameter, a body, an operation. What is shared waits for its turn.
    fn schema(&mut self, schema: Placed<'d>, name: &str, depth: usize, found: &mut Vec<Node>) {
        if schema.node.get("$ref").is_none() {
            self.stated(schema, name, depth, found);
        } else if let Some(shared) = self.description.shared(schema)
            && self.met.insert(std::ptr::from_ref(shared.placed.node))
        {
            if shared.placed.file != self.description.path {
                self.used.insert(shared.placed.file.to_owned());
            }
            self.waiting.push_back(shared);
        }
    }

    fn stated(&mut self, schema: Placed<'d>, name: &str, depth: usize, found: &mut Vec<Node>) {
        let node = schema.node;
        if depth > DEEPEST || found.len() >= MOST_TOLD || node.get("readOnly").and_then(Node::as_bool) == Some(true) {
            return;
        }
        // Parameters have a name; a schema has none, but may have a property that is called so.
        let name = node.get("name").filter(|_| node.get("in").is_some()).and_then(Node::as_str).unwrap_or(name);
        if let Some(kind) = node.get("type") {
            let open_text = is(kind, "string") && !has(node, TEXT_BOUNDS) && !has_closed_format(node);
            let open_number = (is(kind, "integer") || is(kind, "number")) && !has(node, NUMBER_BOUNDS);
            if open_text || open_number {
                found.push(Node::new(name, kind.span));
            }
        }
        for it in node.get("properties").map(Node::entries).unwrap_or_default() {
            self.schema(Placed { node: &it.node, ..schema }, &it.name, depth + 1, found);
        }
        for key in ["schema", "items", "additionalProperties", "requestBody"] {
            if let Some(node) = node.get(key) {
                let name = if key == "requestBody" { "body" } else { name };
                self.schema(Placed { node, ..schema }, name, depth + 1, found);
            }
        }
        for key in ["allOf", "anyOf", "oneOf", "parameters"] {
            for node in node.get(key).map(Node::items).unwrap_or_default() {
                self.schema(Placed { node, ..schema }, name, depth + 1, found);
            }
        }
        for media in node.get("content").map(Node::entries).unwrap_or_default() {
            self.stated(Placed { node: &media.node, ..schema }, name, depth + 1, found);
        }
    }
}

/// Formats of which every value has a known length, and contents that are no text.
fn has_closed_format(schema: &Node) -> bool {
    const CLOSED: &[&str] =
        &["date", "date-time", "time", "duration", "uuid", "ipv4", "ipv6", "binary", "byte", "email", "hostname"];
    schema.get("format").and_then(Node::as_str).is_some_and(|it| CLOSED.contains(&it))
}
