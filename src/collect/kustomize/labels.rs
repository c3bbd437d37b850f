//! Labels and annotations for all objects, and the selectors and templates that go with them.

use crate::model::{Entry, Node, Span};

use super::edit::at;
use super::resource::Resource;

/// Paths to pod templates' metadata.
const TEMPLATES: &[(&[&str], &[&str])] = &[
    (
        &["Deployment", "DaemonSet", "StatefulSet", "ReplicaSet", "ReplicationController", "Job"],
        &["spec", "template", "metadata"],
    ),
    (&["CronJob"], &["spec", "jobTemplate", "spec", "template", "metadata"]),
];

/// Selectors: kinds, path, and whether one is made where there is none.
const SELECTORS: &[(&[&str], &[&str], bool)] = &[
    (&["Service", "ReplicationController"], &["spec", "selector"], true),
    (&["Deployment", "DaemonSet", "StatefulSet", "ReplicaSet"], &["spec", "selector", "matchLabels"], true),
    (&["Job", "PodDisruptionBudget"], &["spec", "selector", "matchLabels"], false),
    (&["CronJob"], &["spec", "jobTemplate", "spec", "selector", "matchLabels"], false),
    (&["NetworkPolicy"], &["spec", "podSelector", "matchLabels"], false),
    (&["NetworkPolicy"], &["spec", "ingress", "from", "podSelector", "matchLabels"], false),
    (&["NetworkPolicy"], &["spec", "egress", "to", "podSelector", "matchLabels"], false),
];

/// How far labels go.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    pub(super) templates: bool,
    pub(super) selectors: bool,
}

pub(super) fn label(pairs: &Node, reach: Reach, resources: &mut [Resource]) {
    for resource in resources {
        let kind = resource.kind().to_owned();
        resource.node = put(&resource.node, &["metadata", "labels"], pairs, true);
        if reach.templates || reach.selectors {
            for (_, path) in TEMPLATES.iter().filter(|(kinds, _)| kinds.contains(&kind.as_str())) {
                resource.node = put(&resource.node, &[*path, &["labels"]].concat(), pairs, true);
            }
        }
        if reach.selectors {
            for (_, path, create) in SELECTORS.iter().filter(|(kinds, ..)| kinds.contains(&kind.as_str())) {
                // A service without a selector has endpoints of its own making: but Kustomize gives it one all the same.
                resource.node = put(&resource.node, path, pairs, *create);
            }
        }
    }
}

pub(super) fn annotate(pairs: &Node, resources: &mut [Resource]) {
    for resource in resources {
        let kind = resource.kind().to_owned();
        resource.node = put(&resource.node, &["metadata", "annotations"], pairs, true);
        for (_, path) in TEMPLATES.iter().filter(|(kinds, _)| kinds.contains(&kind.as_str())) {
            resource.node = put(&resource.node, &[*path, &["annotations"]].concat(), pairs, true);
        }
    }
}

/// The pairs in the table at the path. Labels are texts, whatever they look like.
fn put(node: &Node, path: &[&str], pairs: &Node, create: bool) -> Node {
    let place: Option<Span> = create.then_some(pairs.span);
    let add = |before: Option<&Node>| {
        let mut entries = before.map(Node::entries).unwrap_or_default().to_vec();
        for pair in pairs.entries() {
            let text = pair.node.scalar_text().unwrap_or_default();
            entries.retain(|it| it.name != pair.name);
            entries.push(Entry::new(pair.name.clone(), Node { value: text.into(), ..pair.node.clone() }));
        }
        let base = before.cloned().unwrap_or_else(|| Node::map(Vec::new(), pairs.span));
        Some(super::edit::with_entries(&base, entries))
    };
    at(node, path, place, &add)
}
