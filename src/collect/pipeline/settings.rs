//! Named texts that a pipeline file states for programs, and the ways it signs in with them.

use crate::model::{Cause, Node, Shape, Span, Value};

use super::facts::{Facts, unresolved};

/// Variables that hold a stored key, whom it is for, and whether it only counts in a job that publishes.
pub(crate) const STORED_KEYS: &[(&str, &str, bool)] = &[
    ("AWS_SECRET_ACCESS_KEY", "aws", false),
    ("ARM_CLIENT_SECRET", "azure", false),
    ("AZURE_CLIENT_SECRET", "azure", false),
    ("AZURE_CREDENTIALS", "azure", false),
    ("AZURE_PASSWORD", "azure", false),
    ("GOOGLE_CREDENTIALS", "google", false),
    ("NODE_AUTH_TOKEN", "npm", true),
    ("NPM_TOKEN", "npm", true),
    ("CARGO_REGISTRY_TOKEN", "crates.io", true),
    ("NPM_AUTH_TOKEN", "npm", true),
    ("YARN_NPM_AUTH_TOKEN", "npm", true),
    ("TWINE_PASSWORD", "pypi", true),
    ("UV_PUBLISH_TOKEN", "pypi", true),
    ("UV_PUBLISH_PASSWORD", "pypi", true),
    ("POETRY_PYPI_TOKEN_PYPI", "pypi", true),
    ("FLIT_PASSWORD", "pypi", true),
    ("HATCH_INDEX_AUTH", "pypi", true),
    ("MATURIN_PYPI_TOKEN", "pypi", true),
    ("PDM_PUBLISH_PASSWORD", "pypi", true),
    ("GEM_HOST_API_KEY", "rubygems", true),
];

/// Variables that make a run print all it does, secrets included.
const DEBUG: &[&str] = &["CI_DEBUG_TRACE", "CI_DEBUG_SERVICES", "system.debug"];

/// Each entry of these maps that holds a text, as `{name, value}`.
pub(crate) fn of<'a>(maps: impl IntoIterator<Item = &'a Node>) -> Vec<Node> {
    let entries = maps.into_iter().flat_map(Node::entries);
    entries.filter_map(|it| one(&it.name, it.node.name_span, value(&it.node)?)).collect()
}

/// One setting. A text that is all variables states nothing.
pub(crate) fn one(name: &str, name_span: Option<Span>, value: &Node) -> Option<Node> {
    let text = value.as_str()?;
    if is_reference(text) || is_rehearsal(text) {
        return None;
    }
    let name_span = name_span.unwrap_or(value.span);
    let mut facts = Facts::default();
    facts.put("name", Node::new(name, name_span));
    facts.put("value", Node { name_span: Some(name_span), ..value.clone() });
    Some(facts.into_node(value.span).named(name_span))
}

/// A variable may be a map with a description beside its value.
pub(crate) fn value(node: &Node) -> Option<&Node> {
    if node.entries().is_empty() { Some(node) } else { node.get("value") }
}

/// Whether a text only names variables, parameters or expressions of the system.
pub(crate) fn is_reference(text: &str) -> bool {
    let text = text.trim();
    let is_word =
        |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.".contains(&byte));
    let name = text.strip_prefix('$').map(|it| it.trim_start_matches(['{', '(']).trim_end_matches(['}', ')']));
    name.is_some_and(|it| is_word(it.split(":-").next().unwrap_or(it)))
        || text.starts_with("$[") && text.ends_with(']')
        || text.starts_with("${{") && text.ends_with("}}")
        || text.starts_with("<<") && text.ends_with(">>")
}

/// Whether the value says itself that it is for tests only, or leads no further than the runner.
pub(crate) fn is_rehearsal(text: &str) -> bool {
    let local = ["@localhost", "@127.0.0.1", "@0.0.0.0", "@host.docker.internal"].iter().any(|it| text.contains(it));
    let words = || text.split(|it: char| !it.is_ascii_alphanumeric());
    let says_so = words().any(|it| matches!(&*it.to_lowercase(), "test" | "testing" | "tests" | "insecure" | "fake"));
    // Keys for a provider's test system are keys: they have a long part that nobody can read.
    local || says_so && words().all(|it| it.len() < 12)
}

/// The first setting that makes a run print all it does.
pub(crate) fn debug<'a>(maps: impl IntoIterator<Item = &'a Node>) -> Option<Node> {
    let mut entries = maps.into_iter().flat_map(Node::entries).filter(|it| DEBUG.contains(&&*it.name));
    let is_on = |it: &&Node| it.scalar_text().is_some_and(|text| matches!(&*text.to_lowercase(), "true" | "1" | "yes"));
    entries.find_map(|it| value(&it.node).filter(is_on)).map(|it| Node::new(true, it.span))
}

/// The logins that variables show. One that stands for a stored key counts as one wherever its text comes from.
pub(crate) fn logins<'a>(maps: impl IntoIterator<Item = &'a Node>, publishes: bool) -> Vec<Node> {
    let entries = maps.into_iter().flat_map(Node::entries);
    entries
        .filter_map(|it| {
            let row = STORED_KEYS.iter().find(|(name, ..)| *name == &*it.name)?;
            let stated = value(&it.node)?.as_str().is_some_and(|text| !text.is_empty());
            (stated && (publishes || !row.2)).then(|| login(row.1, true, it.node.span))
        })
        .collect()
}

/// How a job signs in to a service.
pub(crate) fn login(service: &str, stored: bool, span: Span) -> Node {
    let mut facts = Facts::default();
    facts.put("service", Node::new(service, span));
    facts.put("stored_key", Node::new(stored, span));
    facts.into_node(span).named(span)
}

/// The value, unresolved where it holds what only a run fills in.
pub(crate) fn settled(node: &Node) -> Node {
    match &node.value {
        Value::String(text) if text.contains('$') || text.contains("<<") => Node {
            name_span: node.name_span,
            ..unresolved(Cause::AtRunTime(text.to_string()), Shape::Reference, node.span)
        },
        _ => node.clone(),
    }
}

/// Whether a name speaks of production.
pub(crate) fn is_production(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let mut words = name.split(|it: char| !it.is_ascii_alphanumeric());
    let named = words.any(|it| matches!(it, "prod" | "production" | "prd" | "live"));
    let before = ["preprod", "pre-prod", "pre_prod", "nonprod", "non-prod", "non_prod"];
    named && !before.iter().any(|it| name.contains(it))
}
