//! Pod templates: where each kind keeps its own, and its containers as workloads.

use crate::model::{Entry, Evidence, EvidenceKind, Node};

use super::container::{self, Pod};
use super::joins::Joins;
use super::objects::{Object, or_default, stated};
use super::resources;

/// Kinds that run pods, the groups they belong to, and the path to their template; empty where the object is the pod.
const TEMPLATES: &[(&str, &[&str], &str)] = &[
    ("Pod", &[""], ""),
    ("PodTemplate", &[""], "template"),
    ("Deployment", &["apps", "extensions"], "spec.template"),
    ("StatefulSet", &["apps"], "spec.template"),
    ("DaemonSet", &["apps", "extensions"], "spec.template"),
    ("ReplicaSet", &["apps", "extensions"], "spec.template"),
    ("ReplicationController", &[""], "spec.template"),
    ("Job", &["batch"], "spec.template"),
    ("CronJob", &["batch"], "spec.jobTemplate.spec.template"),
    ("Rollout", &["argoproj.io"], "spec.template"),
    ("DeploymentConfig", &["apps.openshift.io"], "spec.template"),
    ("Service", &["serving.knative.dev"], "spec.template"),
    ("Configuration", &["serving.knative.dev"], "spec.template"),
];

const CONTAINERS: &[(&str, &str)] =
    &[("containers", "main"), ("initContainers", "init"), ("ephemeralContainers", "ephemeral")];

/// Volumes that outlive the pod and the node.
const LASTING: &[&str] = &[
    "persistentVolumeClaim",
    "awsElasticBlockStore",
    "azureDisk",
    "azureFile",
    "cephfs",
    "cinder",
    "fc",
    "gcePersistentDisk",
    "glusterfs",
    "iscsi",
    "nfs",
    "rbd",
];

/// The pod template of an object that has one.
pub(super) fn template<'a>(object: &'a Object) -> Option<&'a Node> {
    let group = object.group.as_str();
    // Files often forget the group; only a service of Knative's needs it to be told from one of the core.
    let is_of = |groups: &[&str]| groups.contains(&group) || group.is_empty() && object.kind != "Service";
    let (.., path) = TEMPLATES.iter().find(|(kind, groups, _)| *kind == object.kind && is_of(groups))?;
    let template = if path.is_empty() { &object.node } else { stated(&object.node, path)? };
    stated(template, "spec").map(|_| template)
}

/// One workload a container.
pub(super) fn workloads(object: &Object, joins: &Joins) -> Vec<Evidence> {
    let Some(template) = template(object) else { return Vec::new() };
    let Some(spec) = stated(template, "spec") else { return Vec::new() };
    let head = spec.name_span.unwrap_or(object.name_span);
    let pod = Pod { object, template, spec, head };
    let counted: usize = CONTAINERS.iter().filter_map(|(list, _)| spec.get(list)).map(|it| it.items().len()).sum();
    let shared = shared_facts(&pod, joins);
    let mut workloads = Vec::new();
    for (list, container_type) in CONTAINERS {
        for (at, node) in spec.get(list).into_iter().flat_map(Node::items).enumerate() {
            let named = stated(node, "name");
            let name = named.and_then(Node::scalar_text).unwrap_or_else(|| format!("{container_type}-{at}"));
            let name_span = named.map_or(head, |it| it.span);
            let mut facts = container::facts(&pod, node, name_span, container_type);
            facts.extend(resources::facts(node, joins, &object.namespace));
            let is_first = at == 0 && *container_type == "main";
            facts.push(Entry::new("first_of_pod", Node::new(is_first, name_span)));
            let volumes = if is_first { container::unmounted(&pod) } else { Vec::new() };
            facts.push(Entry::new("volumes", Node::list(volumes, name_span)));
            facts.extend(shared.iter().cloned());
            let mut evidence = object.evidence(EvidenceKind::Workload, &format!("/{name}"), facts, node.span);
            evidence.facts.name_span = Some(name_span);
            evidence.name_span = name_span;
            if counted > 1 && name != object.name {
                evidence.name = format!("{}/{name}", object.name);
            }
            workloads.push(evidence);
        }
    }
    workloads
}

/// Settings of the pod and of what runs it, the same for all its containers.
fn shared_facts(pod: &Pod, joins: &Joins) -> Vec<Entry> {
    let Pod { object, spec, head, .. } = pod;
    let namespace = object.stated("metadata.namespace").cloned();
    let mut facts = vec![
        Entry::new("namespace", namespace.unwrap_or_else(|| Node::default_of("default", object.name_span))),
        Entry::new("pod", Node::new(object.name.as_str(), object.name_span)),
        or_default("host_network", stated(spec, "hostNetwork"), false, *head),
        or_default("host_pid", stated(spec, "hostPID"), false, *head),
        or_default("host_ipc", stated(spec, "hostIPC"), false, *head),
        or_default("restart", stated(spec, "restartPolicy"), "Always", *head),
    ];
    let account = stated(spec, "serviceAccountName").or_else(|| stated(spec, "serviceAccount"));
    let account = account.cloned().unwrap_or_else(|| Node::default_of("default", *head));
    let account_name = account.as_str().unwrap_or("default").to_owned();
    facts.push(Entry::new("service_account", account));
    let automount = stated(spec, "automountServiceAccountToken").cloned();
    let automount = automount.or_else(|| joins.automount(&object.namespace, &account_name));
    facts.push(Entry::new(
        "automount_service_account_token",
        automount.unwrap_or_else(|| Node::default_of(true, *head)),
    ));
    facts.extend(replicas(object, joins).map(|it| Entry::new("replicas", it)));
    let volumes = spec.get("volumes").map(Node::items).unwrap_or_default();
    facts.extend(scheduling(pod));
    facts.extend(stated(pod.template, "metadata.labels").map(|it| Entry::new("labels", it.clone())));
    let claims = volumes.iter().find_map(|volume| LASTING.iter().find_map(|it| stated(volume, it)));
    let keeps = object.stated("spec.volumeClaimTemplates").or(claims);
    facts.push(Entry::new(
        "keeps_data",
        Node::new(keeps.is_some(), keeps.map_or(*head, |it| it.name_span.unwrap_or(it.span))),
    ));
    facts.extend(joins.facts(pod, &account_name));
    facts
}

/// Kernel settings, the system it runs on, and how its instances are spread and replaced.
fn scheduling(pod: &Pod) -> Vec<Entry> {
    let Pod { object, spec, head, .. } = pod;
    let sysctls = stated(spec, "securityContext.sysctls");
    let names = sysctls.map(Node::items).unwrap_or_default().iter().filter_map(|it| stated(it, "name").cloned());
    let spread = stated(spec, "topologySpreadConstraints").or_else(|| stated(spec, "affinity.podAntiAffinity"));
    let mut facts = vec![
        Entry::new("sysctls", Node::list(names.collect(), sysctls.map_or(*head, |it| it.span))),
        Entry::new("spreads", Node::new(spread.is_some(), spread.map_or(*head, |it| it.name_span.unwrap_or(it.span)))),
        or_default("os", super::container::system(spec), "linux", *head),
    ];
    let strategy = match object.kind.as_str() {
        "Deployment" => Some("spec.strategy.type"),
        "StatefulSet" | "DaemonSet" => Some("spec.updateStrategy.type"),
        _ => None,
    };
    facts.extend(
        strategy.map(|path| or_default("update_strategy", object.stated(path), "RollingUpdate", object.name_span)),
    );
    if object.kind == "CronJob" {
        facts.extend(
            object.stated("spec.startingDeadlineSeconds").map(|it| Entry::new("starting_deadline", it.clone())),
        );
        let policy = object.stated("spec.concurrencyPolicy");
        facts.push(or_default("concurrency", policy, "Allow", object.name_span));
    }
    facts
}

/// How many instances: an autoscaler's least number counts where there is one.
fn replicas(object: &Object, joins: &Joins) -> Option<Node> {
    if !matches!(
        object.kind.as_str(),
        "Deployment" | "StatefulSet" | "ReplicaSet" | "ReplicationController" | "Rollout" | "DeploymentConfig"
    ) {
        return None;
    }
    let scaled = joins.least_replicas(object);
    scaled
        .or_else(|| object.stated("spec.replicas").cloned())
        .or_else(|| Some(Node::default_of(1_i64, object.name_span)))
}
