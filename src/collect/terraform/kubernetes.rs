//! Resources of the Kubernetes provider as the objects that they make. The provider repeats the API in words of its own
//! spelling: a block for each object and each item of a list, and underscores for capitals.

use std::collections::HashMap;

use crate::collect::kubernetes::{Declared, declared, speaking};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Entry, Evidence, EvidenceKind, Limit, Node, SourceId, Span, Value};
use crate::syntax::yaml;

use super::resource::{Mode, Resource};

/// Types of the provider without `kubernetes_` and the version at their end, and what they make.
const TYPES: &[(&str, &str, &str)] = &[
    ("cluster_role", "rbac.authorization.k8s.io/v1", "ClusterRole"),
    ("cluster_role_binding", "rbac.authorization.k8s.io/v1", "ClusterRoleBinding"),
    ("config_map", "v1", "ConfigMap"),
    ("cron_job", "batch/v1", "CronJob"),
    ("daemon_set", "apps/v1", "DaemonSet"),
    ("daemonset", "apps/v1", "DaemonSet"),
    ("default_service_account", "v1", "ServiceAccount"),
    ("deployment", "apps/v1", "Deployment"),
    ("horizontal_pod_autoscaler", "autoscaling/v2", "HorizontalPodAutoscaler"),
    ("ingress", "networking.k8s.io/v1", "Ingress"),
    ("job", "batch/v1", "Job"),
    ("limit_range", "v1", "LimitRange"),
    ("namespace", "v1", "Namespace"),
    ("network_policy", "networking.k8s.io/v1", "NetworkPolicy"),
    ("persistent_volume", "v1", "PersistentVolume"),
    ("persistent_volume_claim", "v1", "PersistentVolumeClaim"),
    ("pod", "v1", "Pod"),
    ("pod_disruption_budget", "policy/v1", "PodDisruptionBudget"),
    ("pod_security_policy", "policy/v1beta1", "PodSecurityPolicy"),
    ("replication_controller", "v1", "ReplicationController"),
    ("resource_quota", "v1", "ResourceQuota"),
    ("role", "rbac.authorization.k8s.io/v1", "Role"),
    ("role_binding", "rbac.authorization.k8s.io/v1", "RoleBinding"),
    ("secret", "v1", "Secret"),
    ("service", "v1", "Service"),
    ("service_account", "v1", "ServiceAccount"),
    ("stateful_set", "apps/v1", "StatefulSet"),
];

/// Blocks that stand for items of a list, and what the API calls the list. Any other block is an object.
const LISTS: &[(&str, &str)] = &[
    ("cluster_role_selectors", "clusterRoleSelectors"),
    ("container", "containers"),
    ("egress", "egress"),
    ("env", "env"),
    ("env_from", "envFrom"),
    ("from", "from"),
    ("host_aliases", "hostAliases"),
    ("image_pull_secrets", "imagePullSecrets"),
    ("ingress", "ingress"),
    ("init_container", "initContainers"),
    ("limit", "limits"),
    ("match_expressions", "matchExpressions"),
    ("path", "paths"),
    ("port", "ports"),
    ("ports", "ports"),
    ("preferred_during_scheduling_ignored_during_execution", "preferredDuringSchedulingIgnoredDuringExecution"),
    ("required_during_scheduling_ignored_during_execution", "requiredDuringSchedulingIgnoredDuringExecution"),
    ("rule", "rules"),
    ("sources", "sources"),
    ("subject", "subjects"),
    ("sysctl", "sysctls"),
    ("tls", "tls"),
    ("to", "to"),
    ("toleration", "tolerations"),
    ("topology_spread_constraint", "topologySpreadConstraints"),
    ("volume", "volumes"),
    ("volume_claim_template", "volumeClaimTemplates"),
    ("volume_mount", "volumeMounts"),
];

/// Names that underscores do not tell.
const NAMES: &[(&str, &str)] = &[
    ("cluster_ip", "clusterIP"),
    ("external_ips", "externalIPs"),
    ("host_ip", "hostIP"),
    ("host_ipc", "hostIPC"),
    ("host_pid", "hostPID"),
    ("load_balancer_ip", "loadBalancerIP"),
    ("non_resource_urls", "nonResourceURLs"),
];

/// Tables whose keys are people's own words.
const TABLES: &[&str] = &[
    "annotations",
    "binary_data",
    "data",
    "default",
    "default_request",
    "hard",
    "labels",
    "limits",
    "match_labels",
    "node_selector",
    "requests",
    "selector",
    "string_data",
];

/// Numbers that the provider takes as texts.
const NUMBERS: &[&str] = &["fs_group", "host_port", "run_as_group", "run_as_user"];

/// The resources of root modules that make objects, those of each as one world. Evidence of resources that is there
/// already is told what the API calls them.
pub(super) fn evidence(
    worlds: &[Vec<Resource>],
    target: &Target,
    files: &[&SourceFile],
    there: &mut [Evidence],
) -> Vec<Evidence> {
    let complete = target.whole_repository && speaking(target).is_empty();
    let files: HashMap<SourceId, &SourceFile> = files.iter().map(|it| (it.id, *it)).collect();
    let mut found = Vec::new();
    for world in worlds {
        let objects = world.iter().filter_map(|resource| {
            let file = *files.get(&resource.span.source)?;
            let node = object(resource)?;
            let place = if resource.folder.as_str().is_empty() { ".".into() } else { resource.folder.as_path() };
            let called_from = resource.called_from.clone();
            Some(Declared { file, place, node, address: &resource.address, name: &resource.name, called_from })
        });
        found.extend(declared("terraform", "kubernetes", objects.collect(), complete));
    }
    let mut plain: HashMap<String, Evidence> = HashMap::new();
    found.retain(|it| {
        let is_plain = it.kind == EvidenceKind::Resource;
        if is_plain {
            plain.insert(it.id.replacen('#', "#resource.", 1), it.clone());
        }
        !is_plain
    });
    for it in there.iter_mut().filter(|it| it.kind == EvidenceKind::Resource) {
        let Some(object) = plain.get(&it.id) else { continue };
        let own = it.facts.entries();
        let more = object.facts.entries().iter().filter(|it| !own.iter().any(|own| own.name == it.name));
        let facts = own.iter().chain(more).cloned().collect();
        it.facts = Node { value: Node::map(facts, it.facts.span).value, ..it.facts.clone() };
    }
    found
}

/// Whether a resource makes an object of a cluster.
pub(super) fn makes_an_object(resource: &Resource) -> bool {
    resource.mode == Mode::Managed
        && (matches!(resource.native_type.as_str(), "kubernetes_manifest" | "kubectl_manifest")
            || row(&resource.native_type).is_some())
}

fn row(native_type: &str) -> Option<&'static (&'static str, &'static str, &'static str)> {
    let name = native_type.strip_prefix("kubernetes_")?;
    let versioned = name.rsplit_once("_v").filter(|(_, it)| it.starts_with(|it: char| it.is_ascii_digit()));
    let name = versioned.map_or(name, |(name, _)| name);
    TYPES.iter().find(|it| it.0 == name)
}

/// The object as a manifest would state it, with the places of the configuration.
fn object(resource: &Resource) -> Option<Node> {
    match resource.native_type.as_str() {
        "kubernetes_manifest" => return resource.body.get("manifest").filter(|it| it.get("kind").is_some()).cloned(),
        "kubectl_manifest" => return text(resource.body.get("yaml_body")?),
        _ => {}
    }
    let (name, version, kind) = row(&resource.native_type)?;
    let at = resource.name_span;
    let mut entries = vec![Entry::new("apiVersion", Node::new(*version, at)), Entry::new("kind", Node::new(*kind, at))];
    let named_by_the_api = *name == "default_service_account";
    for entry in spelled(&resource.body, 0).entries() {
        let node = match (&*entry.name, named_by_the_api) {
            ("metadata", true) => with_name(&entry.node, "default"),
            _ => entry.node.clone(),
        };
        entries.push(Entry::new(entry.name.clone(), node));
    }
    Some(Node::map(entries, resource.span).named(at))
}

fn with_name(metadata: &Node, name: &str) -> Node {
    let at = metadata.name_span.unwrap_or(metadata.span);
    let others = metadata.entries().iter().filter(|it| &*it.name != "name").cloned();
    let entries = others.chain([Entry::new("name", Node::new(name, at))]).collect();
    Node { value: Node::map(entries, metadata.span).value, ..metadata.clone() }
}

/// A manifest as a text. Its parts all stand where the text does.
fn text(node: &Node) -> Option<Node> {
    let document = yaml::parse(node.span.source, node.as_str()?).documents.into_iter().next()?;
    document.get("kind")?;
    Some(placed(&document, node.span, 0))
}

fn placed(node: &Node, at: Span, depth: usize) -> Node {
    let value = match &node.value {
        _ if depth > Limit::Depth.value() => Value::Null,
        Value::List(items) => Value::List(items.iter().map(|it| placed(it, at, depth + 1)).collect()),
        Value::Map(map) => {
            let entries = map.entries.iter().map(|it| Entry::new(it.name.clone(), placed(&it.node, at, depth + 1)));
            Node::map(entries.collect(), at).value
        }
        other => other.clone(),
    };
    Node { value, span: at, name_span: Some(at), via: None, ..node.clone() }
}

/// A body with the API's names, its blocks as the objects and lists that they are.
fn spelled(body: &Node, depth: usize) -> Node {
    if depth > Limit::Depth.value() {
        return body.clone();
    }
    let entries = body.entries().iter().map(|it| entry(it, depth)).collect();
    Node { value: Node::map(entries, body.span).value, ..body.clone() }
}

fn entry(entry: &Entry, depth: usize) -> Entry {
    let (name, node) = (&*entry.name, &entry.node);
    let is_block =
        matches!(&node.value, Value::List(items) if items.iter().any(|it| matches!(it.value, Value::Map(_))));
    let is_object = matches!(node.value, Value::Map(_));
    if TABLES.contains(&name) && !(name == "selector" && is_block) {
        return Entry::new(camel(name), first(node));
    }
    let listed = LISTS.iter().find(|it| it.0 == name).filter(|_| is_block || is_object);
    // A volume's `secret` is an object; what stands alone in a list where the API has one object is that object.
    if let Some((_, list)) = listed {
        let single = std::slice::from_ref(node);
        let items = if is_block { node.items() } else { single };
        let items: Vec<Node> = items.iter().map(|it| spelled(it, depth + 1)).collect();
        return Entry::new(*list, Node { value: Value::List(items.into()), ..node.clone() });
    }
    if is_block || is_object {
        return Entry::new(camel(name), spelled(&first(node), depth + 1));
    }
    Entry::new(camel(name), number(name, node))
}

/// The one item of a block, with the block's name.
fn first(node: &Node) -> Node {
    match node.items() {
        [item, ..] if matches!(item.value, Value::Map(_)) => {
            Node { name_span: item.name_span.or(node.name_span), ..item.clone() }
        }
        _ => node.clone(),
    }
}

fn number(name: &str, node: &Node) -> Node {
    let number = node.as_str().filter(|_| NUMBERS.contains(&name)).and_then(|it| it.parse::<i64>().ok());
    number.map_or_else(|| node.clone(), |it| Node { value: it.into(), ..node.clone() })
}

fn camel(name: &str) -> String {
    if let Some((_, known)) = NAMES.iter().find(|it| it.0 == name) {
        return (*known).to_owned();
    }
    let mut spelled = String::with_capacity(name.len());
    let mut upper = false;
    for letter in name.chars() {
        match letter {
            '_' => upper = true,
            _ if upper => {
                spelled.push(letter.to_ascii_uppercase());
                upper = false;
            }
            _ => spelled.push(letter),
        }
    }
    spelled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_spelled_as_the_api_does() {
        for (name, spelled) in [
            ("host_ipc", "hostIPC"),
            ("read_only_root_filesystem", "readOnlyRootFilesystem"),
            ("non_resource_urls", "nonResourceURLs"),
            ("name", "name"),
        ] {
            assert_eq!(camel(name), spelled);
        }
    }

    #[test]
    fn types_are_known_with_and_without_a_version() {
        for (native_type, kind) in [
            ("kubernetes_pod", Some("Pod")),
            ("kubernetes_deployment_v1", Some("Deployment")),
            ("kubernetes_cron_job_v1", Some("CronJob")),
            ("kubernetes_horizontal_pod_autoscaler_v2beta2", Some("HorizontalPodAutoscaler")),
            ("kubernetes_labels", None),
            ("google_service_account", None),
        ] {
            assert_eq!(row(native_type).map(|it| it.2), kind, "{native_type}");
        }
    }
}
