//! One container's facts, with its pod's settings where it states none of its own, as the API merges them.

use crate::collect::image_reference;
use crate::model::{Cause, Entry, Node, Shape, Span, Unresolved, Value};
use crate::syntax::interpolation::{self, Dialect, Known};

use super::objects::{Object, note, or_default, stated};

/// A pod template and the object that holds it.
pub(super) struct Pod<'a> {
    pub(super) object: &'a Object<'a>,
    pub(super) template: &'a Node,
    pub(super) spec: &'a Node,
    /// Where a setting that the pod lacks is shown.
    pub(super) head: Span,
}

/// The kinds of volumes, and where each names its source.
const VOLUMES: &[(&str, &str, &str)] = &[
    ("hostPath", "host_path", "path"),
    ("persistentVolumeClaim", "claim", "claimName"),
    ("secret", "secret", "secretName"),
    ("configMap", "config_map", "name"),
    ("emptyDir", "empty", ""),
    ("projected", "projected", ""),
];

const VALUE_SOURCES: &[(&str, &str)] = &[
    ("secretKeyRef", "secret"),
    ("configMapKeyRef", "config_map"),
    ("fieldRef", "field"),
    ("resourceFieldRef", "resource"),
];

/// Annotations that name profiles, before the name of a container.
const SECCOMP: &str = "container.seccomp.security.alpha.kubernetes.io/";
const APPARMOR: &str = "container.apparmor.security.beta.kubernetes.io/";

/// Facts that say nothing of containers on Windows.
const OF_LINUX: &[&str] = &[
    "privileged",
    "read_only_root",
    "allow_privilege_escalation",
    "added_capabilities",
    "dropped_capabilities",
    "seccomp",
    "apparmor",
    "proc_mount",
];

pub(super) fn facts(pod: &Pod, container: &Node, name: Span, container_type: &str) -> Vec<Entry> {
    let context = |path: &str| stated(container, &format!("securityContext.{path}"));
    let merged = |path: &str| context(path).or_else(|| stated(pod.spec, &format!("securityContext.{path}")));
    let or_false = |path: &str| context(path).cloned().unwrap_or_else(|| Node::default_of(false, name));
    let mut facts = vec![
        Entry::new("container_type", Node::new(container_type, name)),
        Entry::new("long_running", Node::new(long_running(pod, container, container_type), name)),
        Entry::new("privileged", or_false("privileged")),
        Entry::new("read_only_root", or_false("readOnlyRootFilesystem")),
        Entry::new("run_as_non_root", merged("runAsNonRoot").cloned().unwrap_or_else(|| Node::default_of(false, name))),
        Entry::new(
            "allow_privilege_escalation",
            context("allowPrivilegeEscalation").cloned().unwrap_or_else(|| Node::default_of(true, name)),
        ),
        Entry::new("added_capabilities", capabilities(context("capabilities.add"), name)),
        Entry::new("dropped_capabilities", capabilities(context("capabilities.drop"), name)),
        Entry::new(
            "seccomp",
            merged("seccompProfile.type")
                .cloned()
                .or_else(|| {
                    annotated_profile(pod, container, SECCOMP, Some("seccomp.security.alpha.kubernetes.io/pod"))
                })
                .unwrap_or_else(|| Node::default_of("Unconfined", name)),
        ),
        Entry::new(
            "apparmor",
            merged("appArmorProfile.type")
                .cloned()
                .or_else(|| annotated_profile(pod, container, APPARMOR, None))
                .unwrap_or_else(|| Node::default_of("RuntimeDefault", name)),
        ),
        Entry::new("env", environment(container, name)),
        Entry::new("env_from", environment_sources(container, name)),
        Entry::new("mounts", mounts(pod, container, name)),
        Entry::new("ports", ports(container, name)),
    ];
    let windows = system(pod.spec).and_then(Node::as_str) == Some("windows");
    let user = if windows { merged("windowsOptions.runAsUserName") } else { merged("runAsUser") };
    facts.extend(user.map(|it| Entry::new("user", it.clone())));
    if windows {
        facts.retain(|it| !OF_LINUX.contains(&&*it.name));
    }
    facts.push(or_default("proc_mount", context("procMount"), "Default", name));
    for (fact, path) in [("liveness_probe", "livenessProbe"), ("readiness_probe", "readinessProbe")] {
        facts.extend(stated(container, path).map(|it| Entry::new(fact, it.clone())));
    }
    if let Some(image) = stated(container, "image") {
        let image = with_placeholders(image);
        facts.extend(image_reference::facts(&image, &pod.object.file.text, image_reference::WORKLOAD));
        facts.extend(pull_policy(container, &facts, image.span));
    }
    facts
}

/// When the image is fetched. The API asks anew for what has no fixed tag, and takes the node's own copy of the rest.
fn pull_policy(container: &Node, facts: &[Entry], lacking: Span) -> Option<Entry> {
    let stated = stated(container, "imagePullPolicy").cloned();
    let node = stated.or_else(|| {
        let value = |name: &str| facts.iter().find(|it| &*it.name == name).map(|it| &it.node);
        let tag = value("image_tag");
        if tag.is_some_and(|it| it.as_unresolved().is_some()) {
            return None;
        }
        let moves = value("image_digest").is_none() && tag.and_then(Node::as_str) == Some("latest");
        Some(Node::default_of(if moves { "Always" } else { "IfNotPresent" }, lacking))
    });
    node.map(|it| Entry::new("image_pull_policy", it))
}

fn long_running(pod: &Pod, container: &Node, container_type: &str) -> bool {
    let always = |node: &Node| stated(node, "restartPolicy").and_then(Node::as_str).is_none_or(|it| it == "Always");
    match (container_type, pod.object.kind.as_str()) {
        // An init container that always restarts is a sidecar.
        ("init", _) => stated(container, "restartPolicy").is_some() && always(container),
        ("ephemeral", _) | (_, "Job" | "CronJob") => false,
        (_, "Pod") => always(pod.spec),
        _ => true,
    }
}

fn capabilities(list: Option<&Node>, lacking: Span) -> Node {
    let Some(list) = list else { return Node::default_of(Value::List([].into()), lacking) };
    let items = list.items().iter().map(|it| match it.as_str() {
        Some(text) => Node { value: text.to_uppercase().trim_start_matches("CAP_").into(), ..it.clone() },
        None => it.clone(),
    });
    Node { value: Value::List(items.collect()), ..list.clone() }
}

/// Clusters before 1.27 took profiles from annotations: of the container, or of the pod.
fn annotated_profile(pod: &Pod, container: &Node, own: &str, of_pod: Option<&str>) -> Option<Node> {
    let metadata = pod.template.get("metadata");
    let name = stated(container, "name").and_then(Node::as_str).unwrap_or_default();
    let own = note(metadata, "annotations", &format!("{own}{name}"));
    let node = own.or_else(|| note(metadata, "annotations", of_pod?))?;
    let profile = match node.as_str() {
        Some("runtime/default" | "docker/default") => "RuntimeDefault",
        Some(it) if it.starts_with("localhost/") => "Localhost",
        _ => "Unconfined",
    };
    Some(Node { value: profile.into(), ..node.clone() })
}

/// The system that a pod names: what isolates processes on Linux does not apply on Windows.
pub(super) fn system(spec: &Node) -> Option<&Node> {
    let chosen = spec.get("nodeSelector");
    let label = |name: &str| chosen.and_then(|it| it.get(name)).filter(|it| !it.is_null());
    stated(spec, "os.name").or_else(|| label("kubernetes.io/os")).or_else(|| label("beta.kubernetes.io/os"))
}

fn environment(container: &Node, name: Span) -> Node {
    let Some(list) = stated(container, "env") else { return Node::default_of(Value::List([].into()), name) };
    let items = list.items().iter().map(|item| {
        let mut entries: Vec<_> =
            ["name", "value"].iter().filter_map(|it| Some(Entry::new(*it, stated(item, it)?.clone()))).collect();
        let source = stated(item, "valueFrom");
        let from = VALUE_SOURCES.iter().find_map(|(key, from)| Some((source?.get(key)?, from)));
        entries
            .extend(from.map(|(node, from)| Entry::new("from", Node::new(*from, node.name_span.unwrap_or(node.span)))));
        Node { value: Node::map(entries, item.span).value, ..item.clone() }
    });
    Node { value: Value::List(items.collect()), ..list.clone() }
}

fn environment_sources(container: &Node, name: Span) -> Node {
    let Some(list) = stated(container, "envFrom") else { return Node::default_of(Value::List([].into()), name) };
    let items = list.items().iter().map(|item| {
        let source = [("secretRef", "secret"), ("configMapRef", "config_map")]
            .iter()
            .find_map(|(key, from)| Some((item.get(key)?, *from)));
        let mut entries = Vec::new();
        if let Some((node, from)) = source {
            entries.push(Entry::new("from", Node::new(from, node.name_span.unwrap_or(node.span))));
            entries.extend(stated(node, "name").map(|it| Entry::new("source", it.clone())));
        }
        Node::map(entries, item.span)
    });
    Node { value: Value::List(items.collect()), ..list.clone() }
}

/// The mounts of the container, each with the pod's volume that it names.
fn mounts(pod: &Pod, container: &Node, name: Span) -> Node {
    let Some(list) = stated(container, "volumeMounts") else { return Node::default_of(Value::List([].into()), name) };
    let volumes = volumes(pod);
    let items = list.items().iter().map(|mount| {
        let wanted = stated(mount, "name").and_then(Node::as_str);
        let volume = volumes.iter().find(|it| wanted.is_some() && stated(it, "name").and_then(Node::as_str) == wanted);
        let mut entries = match volume {
            Some(volume) => what_it_is(volume, mount.span),
            None => vec![Entry::new("kind", Node::new("claim", mount.span))],
        };
        entries.extend(stated(mount, "mountPath").map(|it| Entry::new("target", it.clone())));
        entries.extend(stated(mount, "mountPropagation").map(|it| Entry::new("propagation", it.clone())));
        let read_only = stated(mount, "readOnly").cloned();
        let lacking = stated(mount, "name").map_or(mount.span, |it| it.span);
        entries.push(Entry::new("read_only", read_only.unwrap_or_else(|| Node::default_of(false, lacking))));
        Node { value: Node::map(entries, mount.span).value, ..mount.clone() }
    });
    Node { value: Value::List(items.collect()), ..list.clone() }
}

fn volumes<'a>(pod: &Pod<'a>) -> &'a [Node] {
    stated(pod.spec, "volumes").map(Node::items).unwrap_or_default()
}

/// The kind of a volume, and its source. What is of no known kind is shown where it is used.
fn what_it_is(volume: &Node, used: Span) -> Vec<Entry> {
    let known = VOLUMES.iter().find_map(|(key, kind, source)| Some((volume.get(key)?, *kind, *source)));
    let Some((node, kind, source)) = known else { return vec![Entry::new("kind", Node::new("other", used))] };
    let mut entries = vec![Entry::new("kind", Node::new(kind, node.name_span.unwrap_or(node.span)))];
    entries.extend(stated(node, source).map(|it| Entry::new("source", it.clone())));
    entries
}

/// The volumes of the pod that none of its containers mounts: they are on the node for it all the same.
pub(super) fn unmounted(pod: &Pod) -> Vec<Node> {
    let lists = ["containers", "initContainers", "ephemeralContainers"];
    let containers = lists.iter().filter_map(|it| stated(pod.spec, it)).flat_map(Node::items);
    let mounts = containers.filter_map(|it| stated(it, "volumeMounts")).flat_map(Node::items);
    let mounted: Vec<&str> = mounts.filter_map(|it| stated(it, "name")?.as_str()).collect();
    let is_mounted = |it: &Node| stated(it, "name").and_then(Node::as_str).is_some_and(|it| mounted.contains(&it));
    let left = volumes(pod).iter().filter(|it| !is_mounted(it));
    left.map(|it| Node { value: Node::map(what_it_is(it, it.span), it.span).value, ..it.clone() }).collect()
}

fn ports(container: &Node, name: Span) -> Node {
    let Some(list) = stated(container, "ports") else { return Node::default_of(Value::List([].into()), name) };
    let items = list.items().iter().map(|port| {
        let keys = [("containerPort", "container_port"), ("hostPort", "host_port"), ("hostIP", "host_ip")];
        let mut entries: Vec<_> =
            keys.iter().filter_map(|(key, fact)| Some(Entry::new(*fact, stated(port, key)?.clone()))).collect();
        // Zero means that none is asked for.
        entries.retain(|it| &*it.name != "host_port" || it.node.as_i64() != Some(0));
        let bound = entries.iter().find(|it| &*it.name == "host_port").map(|it| it.node.span);
        if let Some(span) = bound.filter(|_| stated(port, "hostIP").is_none()) {
            entries.push(Entry::new("host_ip", Node::default_of("0.0.0.0", span)));
        }
        let protocol = stated(port, "protocol").cloned().unwrap_or_else(|| Node::default_of("TCP", port.span));
        entries.push(Entry::new("protocol", protocol));
        Node { value: Node::map(entries, port.span).value, ..port.clone() }
    });
    Node { value: Value::List(items.collect()), ..list.clone() }
}

/// Manifests are often filled in by `envsubst` and its kin: `${TAG}` and `{{ tag }}` are not the tag.
pub(super) fn with_placeholders(node: &Node) -> Node {
    let Some(text) = node.as_str().filter(|it| it.contains('$') || it.contains("{{")) else { return node.clone() };
    let open = |name: String, shape| {
        let unresolved = Unresolved { cause: Cause::Variable(name), place: node.span, shape };
        Node { value: Value::Unresolved(Box::new(unresolved)), ..node.clone() }
    };
    if text.contains("$(") || text.contains("{{") {
        return open(text.to_owned(), Shape::Any);
    }
    let parts = interpolation::fill(&interpolation::pieces(text, Dialect::Compose), &|_| Known::Unknown);
    match parts.iter().find_map(|it| it.as_ref().err()).cloned() {
        Some(name) => open(name, Shape::Template(parts.into_iter().map(Result::ok).collect())),
        None => node.clone(),
    }
}
