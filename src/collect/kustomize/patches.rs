//! Patches on objects: which ones each is meant for, and which way it changes them.

use crate::model::{Node, Problem, Span, Value};

use super::edit::{at, with, without};
use super::merge::merged;
use super::operations;
use super::resource::Resource;
use super::selector::chooses;

/// What one patch says.
pub(super) struct Patch<'a> {
    pub(super) documents: &'a [Node],
    /// Whom it is meant for; where nobody says, the patch names its object itself.
    pub(super) target: Option<&'a Node>,
    pub(super) options: Option<&'a Node>,
    /// Where the overlay names it.
    pub(super) place: Span,
    /// Whether some objects may be missing here, so that a patch without one is nobody's mistake.
    pub(super) incomplete: bool,
}

/// Applies the patch, and tells what could not be done.
pub(super) fn apply(patch: &Patch, resources: &mut Vec<Resource>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for document in patch.documents {
        let is_meant = |it: &Resource| match patch.target {
            Some(target) => chooses(target, it),
            None => is_named(document, it),
        };
        if matches!(document.value, Value::List(_)) && patch.target.is_none() {
            problems.push(Problem::at(patch.place, "a patch of operations needs a target"));
            continue;
        }
        let mut found = false;
        let mut kept = Vec::with_capacity(resources.len());
        for mut resource in std::mem::take(resources) {
            if is_meant(&resource) {
                found = true;
                match changed(patch, document, &resource) {
                    Ok(Some(node)) => resource = renamed(resource, node),
                    Ok(None) => continue,
                    Err(problem) => problems.push(problem),
                }
            }
            kept.push(resource);
        }
        *resources = kept;
        // A selector may choose nothing; a patch that names its object must find it.
        if !found && patch.target.is_none() && !patch.incomplete {
            problems.push(Problem::at(patch.place, "no object here is the one that this patch names"));
        }
    }
    problems.dedup();
    problems
}

fn changed(patch: &Patch, document: &Node, resource: &Resource) -> Result<Option<Node>, Problem> {
    match &document.value {
        Value::List(_) => operations::applied(&resource.node, document).map(Some),
        _ if document.get("$patch").and_then(Node::as_str) == Some("delete") => Ok(None),
        _ => Ok(merged(&resource.node, &without_identity(patch, document))),
    }
}

/// A patch names its object, and does not give it a name, unless its options say so.
fn without_identity(patch: &Patch, document: &Node) -> Node {
    let allowed = |option: &str| patch.options.and_then(|it| it.get(option)).and_then(Node::as_bool) == Some(true);
    let mut document = document.clone();
    if !allowed("allowKindChange") {
        document = without(&without(&document, "kind"), "apiVersion");
    }
    if let Some(metadata) = document.get("metadata").cloned() {
        let mut metadata = without(&metadata, "namespace");
        if !allowed("allowNameChange") {
            metadata = without(&metadata, "name");
        }
        document = with(&document, "metadata", metadata);
    }
    document
}

fn renamed<'a>(resource: Resource<'a>, node: Node) -> Resource<'a> {
    let mut former = resource.former.clone();
    let after = Resource { node, ..resource.clone() };
    if (after.name(), after.namespace()) != (resource.name(), resource.namespace()) {
        former.push((resource.name(), resource.namespace().to_owned()));
    }
    Resource { former, ..after }
}

fn is_named(document: &Node, resource: &Resource) -> bool {
    let text = |path: &str| document.dotted(path).and_then(Node::scalar_text);
    let version = text("apiVersion").unwrap_or_default();
    let group = version.split_once('/').map_or("", |it| it.0);
    let namespace = text("metadata.namespace");
    let name = text("metadata.name");
    text("kind").as_deref() == Some(resource.kind())
        && group == resource.group()
        && resource.names().iter().any(|(had, of)| {
            name.as_ref() == Some(had) && namespace.as_deref().is_none_or(|it| it == of || resource.is_of_cluster())
        })
}

/// The number of instances that the overlay sets for objects of a name.
pub(super) fn set_replicas(item: &Node, resources: &mut [Resource]) {
    let (Some(name), Some(count)) = (item.get("name").and_then(Node::scalar_text), item.get("count")) else { return };
    let kinds = ["Deployment", "ReplicationController", "ReplicaSet", "StatefulSet"];
    for resource in resources.iter_mut().filter(|it| kinds.contains(&it.kind())) {
        if resource.names().iter().any(|it| it.0 == name) {
            let set = |before: Option<&Node>| {
                let name_span = before.and_then(|it| it.name_span).or(count.name_span);
                Some(Node { name_span, ..count.clone() })
            };
            resource.node = at(&resource.node, &["spec", "replicas"], Some(count.span), &set);
        }
    }
}
