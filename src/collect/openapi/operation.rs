//! Operations: who may call each, what it takes and gives, and whether anybody explains it.

use std::collections::HashSet;

use camino::Utf8PathBuf;

use crate::collect::pipeline::facts::Facts;
use crate::collect::terraform::reading::instead;
use crate::model::{Evidence, Node, Problem, Span};

use super::description::{Description, Placed, Resolved};
use super::endpoint::endpoint;
use super::inputs::Inputs;
use super::{responses, scheme, server};

const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// What the paths of a description hold.
#[derive(Default)]
pub(super) struct Operations {
    pub(super) evidence: Vec<Evidence>,
    pub(super) problems: Vec<Problem>,
    /// Other files that it refers to.
    pub(super) used: HashSet<Utf8PathBuf>,
}

/// Every operation of a description, and the servers that paths and operations name for themselves.
pub(super) fn all(description: &Description<'_>) -> Operations {
    let mut found = Operations::default();
    let mut inputs = Inputs::of(description);
    for path in description.root.get("paths").map(Node::entries).unwrap_or_default() {
        if path.name.starts_with("x-") {
            continue;
        }
        let item = match description.resolve(description.placed(&path.node)) {
            Resolved::To(item) => item,
            Resolved::Nowhere(reference) => {
                let message = format!("{} is not described here: {reference} was not found", path.name);
                found.problems.push(Problem::at(path.node.span, message));
                continue;
            }
        };
        if item.file != description.path {
            found.used.insert(item.file.to_owned());
        }
        found.evidence.extend(server::of(description, item.node, &format!("{}.", path.name)));
        inputs.of_path(&path.name, item);
        for method in METHODS {
            let Some(node) = item.node.get(method) else { continue };
            let operation = Placed { node, ..item };
            let Some(operation) = description.resolved(operation) else { continue };
            let prefix = format!("{}.{method}", path.name);
            let parameters = parameters(description, item, operation);
            let mut facts = Facts::default();
            facts.put("unbounded_inputs", inputs.unbounded(operation));
            facts.put("idempotency_key", key_for_repetition(&parameters, node.name_span.unwrap_or(node.span)));
            found.evidence.push(one(description, &path.name, method, operation, node.name_span, facts));
            found.evidence.extend(server::of(description, operation.node, &format!("{prefix}.")));
        }
    }
    let (shared, used) = inputs.shared();
    found.evidence.extend(shared);
    found.used.extend(used);
    found
}

fn one(
    description: &Description<'_>,
    path: &str,
    method: &str,
    operation: Placed<'_>,
    named: Option<Span>,
    mut facts: Facts,
) -> Evidence {
    let node = operation.node;
    let place = named.unwrap_or(node.span);
    let stated = |text: String| Node::default_of(text, place);
    facts.put("role", stated("api_method".to_owned()));
    facts.put("http_method", stated(method.to_uppercase()));
    facts.put("route", stated(path.to_owned()));
    facts.put("authorization", authorization(description, node, place));
    let described = ["summary", "description"].iter().find_map(|it| node.get(it));
    let described = described.filter(|it| it.as_str().is_some_and(|it| !it.trim().is_empty()));
    facts.put("described", described.map_or(Node::default_of(false, place), |it| instead(it, true)));
    responses::add(description, operation, method, &mut facts);
    let name = match node.get("operationId").and_then(Node::as_str) {
        Some(id) => id.to_owned(),
        None => format!("{} {path}", method.to_uppercase()),
    };
    endpoint(description, &format!("{path}.{method}"), name, node.span, place, facts.into_node(node.span))
}

/// Parameters of the path, then those of the operation; each where it stands.
fn parameters<'d>(description: &Description<'d>, item: Placed<'d>, operation: Placed<'d>) -> Vec<Placed<'d>> {
    let listed = |it: Placed<'d>| it.node.get("parameters").map(Node::items).unwrap_or_default().iter();
    let of_path = listed(item).map(|node| Placed { node, ..item });
    let own = listed(operation).map(|node| Placed { node, ..operation });
    of_path.chain(own).filter_map(|it| description.resolved(it)).collect()
}

/// What callers must show where an operation says nothing of its own; nothing where there is no operation.
pub(super) fn authorization_by_default(description: &Description<'_>, place: Span) -> Option<Node> {
    description.root.get("paths").filter(|it| !it.entries().is_empty())?;
    let Some(stated) = description.root.get("security") else { return Some(Node::default_of("none", place)) };
    let empty = stated.items().iter().find(|it| it.entries().is_empty());
    Some(match empty {
        Some(empty) => Node::new("none", empty.span),
        None if stated.items().is_empty() => Node::new("none", stated.span),
        None => Node::new("asked", stated.span),
    })
}

/// The schemes that callers must show, or `none`: where nothing asks, or where the requirements may be empty.
fn authorization(description: &Description<'_>, operation: &Node, place: Span) -> Node {
    let own = operation.get("security");
    let Some(requirements) = own.or_else(|| description.root.get("security")) else {
        return Node::default_of("none", place);
    };
    // What the whole description lacks is shown on the operation that so has nobody to ask.
    let at = if own.is_some() { requirements.span } else { place };
    let shown = |node: Node| if own.is_some() { node } else { Node { span: at, ..node } };
    if requirements.items().is_empty() {
        return shown(Node::new("none", at));
    }
    let empty = requirements.items().iter().find(|it| it.entries().is_empty());
    if let Some(empty) = empty {
        return shown(Node::new("none", empty.span));
    }
    let names = requirements.items().iter().flat_map(Node::entries);
    let kind = |name: &str| {
        let scheme = scheme::named(description, name)?;
        scheme.node.get("type").and_then(Node::as_str).map(str::to_lowercase)
    };
    let kinds: Vec<String> = names.map(|it| kind(&it.name).unwrap_or_else(|| it.name.to_lowercase())).collect();
    Node { span: at, ..Node::new(kinds.join("+"), at) }
}

/// A header by which the server knows that a request was sent before.
fn key_for_repetition(parameters: &[Placed<'_>], place: Span) -> Node {
    let is_key = |it: &&Placed<'_>| {
        let header = it.node.get("in").and_then(Node::as_str) == Some("header");
        let name = it.node.get("name").and_then(Node::as_str).unwrap_or_default().to_lowercase();
        header && (name.contains("idempoten") || name.contains("request-id"))
    };
    match parameters.iter().find(is_key) {
        Some(key) => Node::new(true, key.node.span),
        None => Node::default_of(false, place),
    }
}
