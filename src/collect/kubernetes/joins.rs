//! What objects say of one another: selectors, accounts, autoscalers, backups. Only what was scanned can speak.

use crate::model::{Cause, Entry, Node, Shape, Span, Unresolved, Value};

use super::container::Pod;
use super::objects::{Object, stated};

/// The objects that speak of other objects.
pub(super) struct Joins<'a> {
    objects: Vec<&'a Object<'a>>,
    /// Whether what is not here is nowhere: the whole repository was scanned.
    pub(super) complete: bool,
}

const SPEAKING: &[&str] = &[
    "Service",
    "NetworkPolicy",
    "CiliumNetworkPolicy",
    "CiliumClusterwideNetworkPolicy",
    "GlobalNetworkPolicy",
    "LimitRange",
    "PodDisruptionBudget",
    "HorizontalPodAutoscaler",
    "ScaledObject",
    "ServiceAccount",
    "ClusterRole",
    "RoleBinding",
    "ClusterRoleBinding",
    "Schedule",
];

/// Labels with which a cluster role adds its rules to the roles that every cluster has: `admin`, `edit`, `view`.
const AGGREGATE: &str = "rbac.authorization.k8s.io/aggregate-to-";

impl<'a> Joins<'a> {
    pub(super) fn of(objects: &'a [Object<'a>], complete: bool) -> Self {
        Self { objects: objects.iter().filter(|it| SPEAKING.contains(&it.kind.as_str())).collect(), complete }
    }

    fn all(&self, kind: &str) -> impl Iterator<Item = &'a Object<'a>> {
        self.objects.iter().copied().filter(move |it| it.kind == kind)
    }

    /// What a limit range of the namespace gives containers, by the first of the tables that states it.
    pub(super) fn range(&self, namespace: &str, what: &str, tables: &[&str]) -> Option<&'a Node> {
        let ranges = self.all("LimitRange").filter(|it| it.namespace == namespace);
        let limits = ranges.filter_map(|it| it.stated("spec.limits")).flat_map(Node::items);
        let of_container = limits.filter(|it| stated(it, "type").and_then(Node::as_str) == Some("Container"));
        let found = |limit: &'a Node| tables.iter().find_map(|it| stated(limit, &format!("{it}.{what}")));
        of_container.into_iter().find_map(found)
    }

    /// The roles that take over the rules of a cluster role with these labels: built-in ones by the labels that the API
    /// gives a meaning, and those here whose selectors choose it.
    pub(super) fn aggregating(&self, object: &Object) -> Vec<Node> {
        let labels = object.stated("metadata.labels");
        let built_in = labels.map(Node::entries).unwrap_or_default().iter().filter_map(|it| {
            let role = it.name.strip_prefix(AGGREGATE)?;
            let at = it.node.name_span.unwrap_or(it.node.span);
            (it.node.scalar_text().as_deref() == Some("true")).then(|| Node::new(role, at))
        });
        let here = self.all("ClusterRole").filter(|it| it.name != object.name).filter_map(|it| {
            let selectors = it.stated("aggregationRule.clusterRoleSelectors")?.items();
            let chosen = selectors.iter().any(|selector| selects(Some(selector), labels, false));
            chosen.then(|| Node::new(it.name.as_str(), it.name_span))
        });
        built_in.chain(here).collect()
    }

    /// The policy that chooses the pod, of the API's own or of Cilium's kind.
    fn network_policy(&self, namespace: &str, labels: Option<&Node>) -> Option<Span> {
        let own = self.all("NetworkPolicy").filter(|it| it.namespace == namespace && is_of_api(it));
        let own = own.map(|it| (it, "spec.podSelector"));
        let near = self.all("CiliumNetworkPolicy").filter(|it| it.namespace == namespace);
        let cilium = near.chain(self.all("CiliumClusterwideNetworkPolicy")).map(|it| (it, "spec.endpointSelector"));
        own.chain(cilium).find(|(it, path)| selects(it.stated(path), labels, true)).map(|(it, _)| it.name_span)
    }

    /// Policies whose selectors are a language of their own: nobody can say here whom they choose.
    fn other_network_policies(&self) -> bool {
        self.all("GlobalNetworkPolicy").chain(self.all("NetworkPolicy").filter(|it| !is_of_api(it))).next().is_some()
    }

    /// What the service account says of its pods' tokens.
    pub(super) fn automount(&self, namespace: &str, account: &str) -> Option<Node> {
        let mut accounts = self.all("ServiceAccount").filter(|it| it.namespace == namespace && it.name == account);
        accounts.find_map(|it| it.stated("automountServiceAccountToken").cloned())
    }

    /// The least number of instances that an autoscaler keeps.
    pub(super) fn least_replicas(&self, object: &Object) -> Option<Node> {
        let autoscaler = self.autoscaler(object)?;
        let path = if autoscaler.kind == "ScaledObject" { "spec.minReplicaCount" } else { "spec.minReplicas" };
        let default = || Node::default_of(i64::from(autoscaler.kind != "ScaledObject"), autoscaler.name_span);
        Some(autoscaler.stated(path).cloned().unwrap_or_else(default))
    }

    fn autoscaler(&self, object: &Object) -> Option<&'a Object<'a>> {
        let mut scaling = self.all("HorizontalPodAutoscaler").chain(self.all("ScaledObject"));
        scaling.find(|it| {
            let target = |key: &str| it.stated(&format!("spec.scaleTargetRef.{key}")).and_then(Node::as_str);
            it.namespace == object.namespace
                && target("name") == Some(object.name.as_str())
                && target("kind").unwrap_or("Deployment") == object.kind
        })
    }

    pub(super) fn facts(&self, pod: &Pod, account: &str) -> Vec<Entry> {
        let namespace = pod.object.namespace.as_str();
        let labels = pod.template.dotted("metadata.labels");
        let selecting = |kind: &str, path: &str, empty_selects: bool| {
            let near = self.all(kind).filter(|it| it.namespace == namespace);
            let mut chosen = near.filter(|it| selects(it.stated(path), labels, empty_selects));
            chosen.next().map(|it| it.name_span)
        };
        let network = self.network_policy(namespace, labels);
        let budget = selecting("PodDisruptionBudget", "spec.selector", true);
        let service = self
            .all("Service")
            .filter(|it| it.namespace == namespace && it.group.is_empty())
            .find(|it| it.stated("spec.selector").is_some_and(|selector| matches_labels(selector, labels)));
        let scaled = self.autoscaler(pod.object).map(|it| it.name_span);
        let scaling = self.all("HorizontalPodAutoscaler").next().is_some();
        vec![
            Entry::new("behind_service", Node::new(service.is_some(), service.map_or(pod.head, |it| it.name_span))),
            match network {
                None if self.other_network_policies() => {
                    Entry::new("covered_by_network_policy", out_of_scope("selectors of network policies", pod.head))
                }
                _ => self.covered(
                    "covered_by_network_policy",
                    network,
                    self.all("NetworkPolicy").next().is_some(),
                    "network policies",
                    pod.head,
                ),
            },
            self.covered(
                "covered_by_disruption_budget",
                budget,
                self.all("PodDisruptionBudget").next().is_some(),
                "pod disruption budgets",
                pod.head,
            ),
            self.covered("covered_by_autoscaler", scaled, scaling, "autoscalers", pod.head),
            self.backup(namespace, pod.head),
            self.calls_api(namespace, account, pod.head),
        ]
    }

    /// Whether something covers it: known when it was found, or when its kin are here, or when all was scanned.
    fn covered(&self, fact: &'static str, by: Option<Span>, kin: bool, missing: &str, head: Span) -> Entry {
        Entry::new(
            fact,
            match by {
                Some(span) => Node::new(true, span),
                None if kin || self.complete => Node::default_of(false, head),
                None => out_of_scope(missing, head),
            },
        )
    }

    /// Backups are often made outside the cluster, so only a schedule that leaves a namespace out shows a lack.
    fn backup(&self, namespace: &str, head: Span) -> Entry {
        let mut known = false;
        for schedule in self.all("Schedule").filter(|it| it.group == "velero.io") {
            known = true;
            let list =
                |key: &str| schedule.stated(&format!("spec.template.{key}")).map(Node::items).unwrap_or_default();
            let names = |items: &[Node]| {
                items.iter().any(|it| matches!(it.as_str(), Some(name) if name == namespace || name == "*"))
            };
            let included = list("includedNamespaces");
            if (included.is_empty() || names(included)) && !names(list("excludedNamespaces")) {
                return Entry::new("covered_by_backup", Node::new(true, schedule.name_span));
            }
        }
        let node = if known { Node::default_of(false, head) } else { out_of_scope("backup schedules", head) };
        Entry::new("covered_by_backup", node)
    }

    fn calls_api(&self, namespace: &str, account: &str, head: Span) -> Entry {
        let bindings = self.all("RoleBinding").chain(self.all("ClusterRoleBinding"));
        let bound = bindings.filter_map(|it| it.stated("subjects").map(|subjects| (it, subjects))).find(
            |(binding, subjects)| {
                subjects.items().iter().any(|subject| {
                    let text = |key: &str| stated(subject, key).and_then(Node::as_str);
                    text("kind") == Some("ServiceAccount")
                        && text("name") == Some(account)
                        && text("namespace").unwrap_or(&binding.namespace) == namespace
                })
            },
        );
        let node = match bound {
            Some((binding, _)) => Node::new(true, binding.name_span),
            // Nobody gives an account a name of its own for nothing: its roles may be elsewhere.
            None if account != "default" && !self.complete => out_of_scope("role bindings", head),
            None => Node::default_of(false, head),
        };
        Entry::new("calls_api", node)
    }
}

/// Calico has a kind of the same name.
pub(super) fn is_of_api(policy: &Object) -> bool {
    matches!(policy.group.as_str(), "networking.k8s.io" | "extensions")
}

pub(super) fn out_of_scope(missing: &str, head: Span) -> Node {
    Node::unresolved(Unresolved { cause: Cause::OutOfScope(missing.to_owned()), place: head, shape: Shape::Bool }, head)
}

/// Whether a label selector chooses the labels.
pub(super) fn selects(selector: Option<&Node>, labels: Option<&Node>, empty_selects: bool) -> bool {
    let Some(selector) = selector else { return empty_selects };
    let wanted = stated(selector, "matchLabels").filter(|it| !it.entries().is_empty());
    let rules = stated(selector, "matchExpressions").map(Node::items).unwrap_or_default();
    if wanted.is_none() && rules.is_empty() {
        return empty_selects;
    }
    wanted.is_none_or(|it| matches_labels(it, labels)) && rules.iter().all(|it| expression_holds(it, labels))
}

/// An empty table chooses nothing: a service without a selector has no pods of its own.
fn matches_labels(wanted: &Node, labels: Option<&Node>) -> bool {
    let same = |name: &str, value: &Node| {
        labels.and_then(|it| it.get(name)).is_some_and(|it| it.scalar_text() == value.scalar_text())
    };
    !wanted.entries().is_empty() && wanted.entries().iter().all(|it| same(&it.name, &it.node))
}

fn expression_holds(rule: &Node, labels: Option<&Node>) -> bool {
    let key = stated(rule, "key").and_then(Node::as_str).unwrap_or_default();
    let label = labels.and_then(|it| it.get(key)).and_then(Node::scalar_text);
    let values = stated(rule, "values").map(Node::items).unwrap_or_default();
    let named = values.iter().any(|it| label.is_some() && it.scalar_text() == label);
    match stated(rule, "operator").and_then(Node::as_str) {
        Some("In") => named,
        Some("NotIn") => !named,
        Some("Exists") => label.is_some(),
        Some("DoesNotExist") => label.is_none(),
        _ => false,
    }
}

/// The value of a list's items that are texts.
pub(super) fn texts(node: Option<&Node>) -> Vec<Node> {
    node.map(Node::items)
        .unwrap_or_default()
        .iter()
        .filter(|it| matches!(it.value, Value::String(_)))
        .cloned()
        .collect()
}
