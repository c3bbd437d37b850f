//! The objects of a file: its documents, and the items of its lists.

use camino::Utf8Path;

use crate::collect::target::SourceFile;
use crate::model::{Cause, Entry, Evidence, EvidenceKind, Limit, Node, Shape, Span, Through, Unresolved, Value};

/// One object of the API as a manifest states it.
pub(super) struct Object<'a> {
    pub(super) file: &'a SourceFile,
    /// What the object was written in: `kubernetes`, or a format that is rendered to it.
    pub(super) format: &'static str,
    /// Where the object belongs: its file, or the folder of the overlay that gives it.
    pub(super) place: &'a Utf8Path,
    /// The overlays that took it in, outermost first.
    pub(super) called_from: Vec<Through>,
    pub(super) node: Node,
    pub(super) kind: String,
    /// The API group without its version: `apps`; empty for the core.
    pub(super) group: String,
    pub(super) name: String,
    pub(super) name_span: Span,
    /// `default` where the manifest states none.
    pub(super) namespace: String,
    /// Where it is declared in another language: the provider that makes it, and its address there.
    pub(super) declared: Option<(&'static str, String)>,
}

/// The objects of the documents, lists taken apart.
pub(super) fn objects<'a>(file: &'a SourceFile, format: &'static str, documents: Vec<Node>) -> Vec<Object<'a>> {
    let mut objects = Vec::new();
    for document in documents {
        add(file, format, document, 0, &mut objects);
    }
    objects
}

fn add<'a>(file: &'a SourceFile, format: &'static str, node: Node, depth: usize, objects: &mut Vec<Object<'a>>) {
    let text = |path: &str| node.dotted(path).and_then(Node::as_str).map(str::to_owned);
    let (Some(kind), Some(version)) = (text("kind"), text("apiVersion")) else {
        // Some files hold a bare list of objects.
        for item in node.items().iter().take(if depth < Limit::Depth.value() { usize::MAX } else { 0 }) {
            add(file, format, item.clone(), depth + 1, objects);
        }
        return;
    };
    let items = node.get("items").map(Node::items).unwrap_or_default();
    if kind.ends_with("List") && !items.is_empty() && depth < Limit::Depth.value() {
        for item in items {
            add(file, format, item.clone(), depth + 1, objects);
        }
        return;
    }
    let named = stated(&node, "metadata.name").or_else(|| stated(&node, "metadata.generateName"));
    let name_span = named.map(|it| it.span).or_else(|| node.get("kind").map(|it| it.span)).unwrap_or(node.span);
    let name = named.and_then(Node::scalar_text).unwrap_or_else(|| kind.to_lowercase());
    objects.push(Object {
        file,
        format,
        place: &file.path,
        called_from: Vec::new(),
        kind,
        group: version.split_once('/').map(|(group, _)| group.to_owned()).unwrap_or_default(),
        name,
        name_span,
        namespace: text("metadata.namespace").unwrap_or_else(|| "default".to_owned()),
        declared: None,
        node,
    });
}

/// The value at a dotted path; a null states nothing.
pub(super) fn stated<'a>(node: &'a Node, path: &str) -> Option<&'a Node> {
    node.dotted(path).filter(|it| !it.is_null())
}

/// The stated value, or what the API makes of its absence.
pub(super) fn or_default(name: &'static str, node: Option<&Node>, default: impl Into<Value>, lacking: Span) -> Entry {
    Entry::new(name, node.cloned().unwrap_or_else(|| Node::default_of(default, lacking)))
}

/// The annotation or label of that name, which may hold dots.
pub(super) fn note<'a>(metadata: Option<&'a Node>, table: &str, name: &str) -> Option<&'a Node> {
    metadata?.get(table)?.get(name).filter(|it| !it.is_null())
}

impl Object<'_> {
    pub(super) fn stated(&self, path: &str) -> Option<&Node> {
        stated(&self.node, path)
    }

    pub(super) fn annotation(&self, name: &str) -> Option<&Node> {
        note(self.node.get("metadata"), "annotations", name)
    }

    /// `Deployment/shop/web`.
    pub(super) fn address(&self) -> String {
        match &self.declared {
            Some((_, address)) => address.clone(),
            None => format!("{}/{}/{}", self.kind, self.namespace, self.name),
        }
    }

    /// Evidence of the object or a part of it. What it lacks is shown at `name_span`.
    pub(super) fn evidence(&self, kind: EvidenceKind, part: &str, facts: Vec<Entry>, span: Span) -> Evidence {
        let address = format!("{}{part}", self.address());
        Evidence {
            id: format!("{}:{}#{address}", self.format, self.place),
            kind,
            name: self.name.clone(),
            format: self.format,
            provider: self.declared.as_ref().map(|(provider, _)| (*provider).to_owned()),
            native_type: Some(self.kind.clone()),
            address: Some(address),
            span,
            name_span: self.name_span,
            called_from: self.called_from.clone(),
            facts: Node::map(facts, span).named(self.name_span),
        }
    }

    /// The object as it stands, for policies of one kind and for users' own.
    pub(super) fn resource(&self) -> Evidence {
        let reserved = ["id", "name", "format", "provider", "type", "address", "namespace"];
        let entries = self.node.entries().iter().filter(|it| !reserved.contains(&&*it.name) && !it.node.is_null());
        let facts = entries.cloned().chain(self.about()).collect();
        self.evidence(EvidenceKind::Resource, "", facts, self.node.span)
    }

    /// What may be told of an object whose content may not.
    pub(super) fn bare_resource(&self) -> Evidence {
        let kind = self.node.get("kind").map(|it| Entry::new("kind", it.clone()));
        self.evidence(EvidenceKind::Resource, "", kind.into_iter().chain(self.about()).collect(), self.node.span)
    }

    fn about(&self) -> impl Iterator<Item = Entry> + use<> {
        let version = self.node.get("apiVersion").map(|it| Entry::new("api_version", it.clone()));
        // Who installs a chart chooses its namespace: what a chart calls `default` may be the release's.
        let is_of_release = |it: &&Node| self.format == "helm" && it.as_str() == Some("default");
        let stated = self.stated("metadata.namespace").filter(|it| !is_of_release(it)).cloned();
        let open = (self.format == "helm").then(|| {
            let cause = Cause::OutOfScope("the namespace of the release".to_owned());
            let unresolved = Unresolved { cause, place: self.name_span, shape: Shape::String };
            Node::unresolved(unresolved, self.name_span)
        });
        let namespace = stated.or(open).unwrap_or_else(|| Node::default_of("default", self.name_span));
        let token = self.stated("automountServiceAccountToken").filter(|_| self.kind == "ServiceAccount").cloned();
        let token = token.map(|it| Entry::new("automount_service_account_token", it));
        version.into_iter().chain(token).chain([Entry::new("namespace", namespace)])
    }
}
