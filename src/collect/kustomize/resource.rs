//! An object of an overlay in the making, and the names that it had on the way.

use crate::collect::target::SourceFile;
use crate::model::{Node, Span, Through};

use super::edit;

#[derive(Clone)]
pub(super) struct Resource<'a> {
    /// The file that it is shown in.
    pub(super) file: &'a SourceFile,
    pub(super) node: Node,
    /// Former names and namespaces: patches and references may use any of them.
    pub(super) former: Vec<(String, String)>,
    /// The overlays that took it in, outermost first.
    pub(super) through: Vec<Through>,
}

/// Kinds of the API that belong to no namespace.
const OF_CLUSTER: &[&str] = &[
    "APIService",
    "CSIDriver",
    "CSINode",
    "CertificateSigningRequest",
    "ClusterRole",
    "ClusterRoleBinding",
    "ClusterIssuer",
    "ComponentStatus",
    "CustomResourceDefinition",
    "FlowSchema",
    "GatewayClass",
    "IngressClass",
    "MutatingWebhookConfiguration",
    "Namespace",
    "Node",
    "PersistentVolume",
    "PodSecurityPolicy",
    "PriorityClass",
    "PriorityLevelConfiguration",
    "RuntimeClass",
    "StorageClass",
    "ValidatingAdmissionPolicy",
    "ValidatingAdmissionPolicyBinding",
    "ValidatingWebhookConfiguration",
    "VolumeAttachment",
];

impl<'a> Resource<'a> {
    pub(super) fn new(file: &'a SourceFile, node: Node) -> Self {
        Self { file, node, former: Vec::new(), through: Vec::new() }
    }

    fn text(&self, path: &str) -> &str {
        self.node.dotted(path).and_then(Node::as_str).unwrap_or_default()
    }

    pub(super) fn kind(&self) -> &str {
        self.text("kind")
    }

    /// The API group; empty for the core.
    pub(super) fn group(&self) -> &str {
        self.text("apiVersion").split_once('/').map_or("", |it| it.0)
    }

    pub(super) fn version(&self) -> &str {
        let version = self.text("apiVersion");
        version.split_once('/').map_or(version, |it| it.1)
    }

    pub(super) fn name(&self) -> String {
        self.node.dotted("metadata.name").and_then(Node::scalar_text).unwrap_or_default()
    }

    /// None is the same as `default`.
    pub(super) fn namespace(&self) -> &str {
        Some(self.text("metadata.namespace")).filter(|it| !it.is_empty()).unwrap_or("default")
    }

    pub(super) fn is_of_cluster(&self) -> bool {
        OF_CLUSTER.contains(&self.kind())
    }

    /// What no two objects of an overlay share.
    pub(super) fn identity(&self) -> (String, String, String, String) {
        (self.group().to_owned(), self.kind().to_owned(), self.name(), self.namespace().to_owned())
    }

    /// Names it has and had, with the namespace of that time.
    pub(super) fn names(&self) -> Vec<(String, String)> {
        let mut names = self.former.clone();
        names.push((self.name(), self.namespace().to_owned()));
        names
    }

    pub(super) fn rename(&mut self, name: String, place: Span) {
        let before = (self.name(), self.namespace().to_owned());
        if before.0 != name {
            self.former.push(before);
            // The place of the name is where the object is declared: people look for it there.
            let keep = |it: Option<&Node>| Some(edit::text(it, name.clone(), it.map_or(place, |it| it.span)));
            self.node = edit::at(&self.node, &["metadata", "name"], Some(place), &keep);
        }
    }

    pub(super) fn move_to(&mut self, namespace: &str, place: Span) {
        let before = (self.name(), self.namespace().to_owned());
        if before.1 != namespace || self.text("metadata.namespace").is_empty() {
            self.former.push(before);
            let set = |it: Option<&Node>| Some(edit::text(it, namespace.to_owned(), place));
            self.node = edit::at(&self.node, &["metadata", "namespace"], Some(place), &set);
        }
    }
}
