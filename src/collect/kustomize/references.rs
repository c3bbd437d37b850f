//! References to objects that have got another name: each is followed to what it meant.

use crate::model::Node;

use super::edit::{at, text, with, with_items};
use super::resource::Resource;

/// Paths to pod specs.
const POD_SPECS: &[(&str, &[&str])] = &[
    ("Pod", &["spec"]),
    ("Deployment", &["spec", "template", "spec"]),
    ("DaemonSet", &["spec", "template", "spec"]),
    ("StatefulSet", &["spec", "template", "spec"]),
    ("ReplicaSet", &["spec", "template", "spec"]),
    ("ReplicationController", &["spec", "template", "spec"]),
    ("Job", &["spec", "template", "spec"]),
    ("CronJob", &["spec", "jobTemplate", "spec", "template", "spec"]),
];

/// References below a pod spec, and the kind that each names.
const OF_PODS: &[(&[&str], &str)] = &[
    (&["serviceAccountName"], "ServiceAccount"),
    (&["serviceAccount"], "ServiceAccount"),
    (&["imagePullSecrets", "name"], "Secret"),
    (&["priorityClassName"], "PriorityClass"),
    (&["volumes", "secret", "secretName"], "Secret"),
    (&["volumes", "configMap", "name"], "ConfigMap"),
    (&["volumes", "persistentVolumeClaim", "claimName"], "PersistentVolumeClaim"),
    (&["volumes", "projected", "sources", "secret", "name"], "Secret"),
    (&["volumes", "projected", "sources", "configMap", "name"], "ConfigMap"),
    (&["containers", "env", "valueFrom", "secretKeyRef", "name"], "Secret"),
    (&["containers", "env", "valueFrom", "configMapKeyRef", "name"], "ConfigMap"),
    (&["containers", "envFrom", "secretRef", "name"], "Secret"),
    (&["containers", "envFrom", "configMapRef", "name"], "ConfigMap"),
    (&["initContainers", "env", "valueFrom", "secretKeyRef", "name"], "Secret"),
    (&["initContainers", "env", "valueFrom", "configMapKeyRef", "name"], "ConfigMap"),
    (&["initContainers", "envFrom", "secretRef", "name"], "Secret"),
    (&["initContainers", "envFrom", "configMapRef", "name"], "ConfigMap"),
];

/// References of other kinds.
const OF_OTHERS: &[(&str, &[&str], &str)] = &[
    ("StatefulSet", &["spec", "serviceName"], "Service"),
    ("ServiceAccount", &["secrets", "name"], "Secret"),
    ("ServiceAccount", &["imagePullSecrets", "name"], "Secret"),
    ("Ingress", &["spec", "tls", "secretName"], "Secret"),
    ("Ingress", &["spec", "backend", "serviceName"], "Service"),
    ("Ingress", &["spec", "defaultBackend", "service", "name"], "Service"),
    ("Ingress", &["spec", "rules", "http", "paths", "backend", "serviceName"], "Service"),
    ("Ingress", &["spec", "rules", "http", "paths", "backend", "service", "name"], "Service"),
];

/// References that state the kind beside the name.
const WITH_KIND: &[(&str, &[&str])] = &[
    ("RoleBinding", &["roleRef"]),
    ("ClusterRoleBinding", &["roleRef"]),
    ("RoleBinding", &["subjects"]),
    ("ClusterRoleBinding", &["subjects"]),
    ("HorizontalPodAutoscaler", &["spec", "scaleTargetRef"]),
    ("ScaledObject", &["spec", "scaleTargetRef"]),
];

/// An object that is not called any more what it was.
struct Moved {
    kind: String,
    names: Vec<(String, String)>,
    name: Node,
    namespace: Option<Node>,
}

pub(super) fn mend(resources: &mut [Resource]) {
    let moved: Vec<Moved> = resources.iter().filter(|it| !it.former.is_empty()).filter_map(moved).collect();
    if moved.is_empty() {
        return;
    }
    for resource in resources {
        let (kind, namespace) = (resource.kind().to_owned(), resource.namespace().to_owned());
        let follow =
            |of: &str, it: Option<&Node>| {
                let before = it?;
                let found = target(&moved, of, before.as_str()?, &namespace);
                Some(found.map_or_else(
                    || before.clone(),
                    |to| text(it, to.name.scalar_text().unwrap_or_default(), before.span),
                ))
            };
        for (_, spec) in POD_SPECS.iter().filter(|it| it.0 == kind) {
            for (path, of) in OF_PODS {
                let path = [*spec, *path].concat();
                resource.node = at(&resource.node, &path, None, &|it| follow(of, it));
            }
        }
        for (_, path, of) in OF_OTHERS.iter().filter(|it| it.0 == kind) {
            resource.node = at(&resource.node, path, None, &|it| follow(of, it));
        }
        for (_, path) in WITH_KIND.iter().filter(|it| it.0 == kind) {
            resource.node = at(&resource.node, path, None, &|it| Some(with_kind(&moved, it?, &namespace)));
        }
    }
}

fn moved(resource: &Resource) -> Option<Moved> {
    Some(Moved {
        kind: resource.kind().to_owned(),
        names: resource.names(),
        name: resource.node.dotted("metadata.name")?.clone(),
        namespace: resource.node.dotted("metadata.namespace").cloned(),
    })
}

/// What had the name; one of the same namespace before others.
fn target<'a>(moved: &'a [Moved], kind: &str, name: &str, namespace: &str) -> Option<&'a Moved> {
    let mut meant = moved.iter().filter(|it| it.kind == kind && it.names.iter().any(|had| had.0 == name));
    let near = |it: &&Moved| it.namespace.as_ref().and_then(Node::as_str).unwrap_or("default") == namespace;
    meant.clone().find(near).or_else(|| meant.next())
}

/// One reference with its kind, or a list of them. An account's namespace is followed with its name.
fn with_kind(moved: &[Moved], node: &Node, namespace: &str) -> Node {
    if !node.items().is_empty() {
        return with_items(node, node.items().iter().map(|it| with_kind(moved, it, namespace)).collect());
    }
    let stated = |key: &str| node.get(key).and_then(Node::as_str);
    let (Some(kind), Some(name)) = (stated("kind"), stated("name")) else { return node.clone() };
    let Some(to) = target(moved, kind, name, stated("namespace").unwrap_or(namespace)) else { return node.clone() };
    let before = node.get("name");
    let renamed = text(before, to.name.scalar_text().unwrap_or_default(), before.map_or(node.span, |it| it.span));
    let mut node = with(node, "name", renamed);
    if let (true, Some(namespace)) = (kind == "ServiceAccount", &to.namespace) {
        node = with(&node, "namespace", namespace.clone());
    }
    node
}
