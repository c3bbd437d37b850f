//! What objects say of one another: selectors, accounts, autoscalers, backups. Only what was scanned can speak.

use std::collections::HashMap;

use crate::model::{Cause, Entry, Node, Shape, Span, Unresolved, Value};

use super::container::Pod;
use super::objects::{Object, stated};
use super::selectors::{Form, Selectors};

/// The objects that speak of other objects, by what they are asked for: to try each for each pod takes too long.
pub(super) struct Joins<'a> {
    kinds: HashMap<&'a str, Vec<&'a Object<'a>>>,
    /// The same by kind and namespace.
    near: HashMap<(&'a str, &'a str), Vec<&'a Object<'a>>>,
    /// Service accounts by namespace and name.
    accounts: HashMap<(&'a str, &'a str), Vec<&'a Object<'a>>>,
    /// Autoscalers by namespace, kind and name of what they scale.
    autoscalers: HashMap<(&'a str, &'a str, &'a str), &'a Object<'a>>,
    /// Bindings by namespace and name of the service accounts that they bind.
    bindings: HashMap<(&'a str, &'a str), &'a Object<'a>>,
    services: Selectors<'a>,
    budgets: Selectors<'a>,
    network_policies: [Selectors<'a>; 3],
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
    "ResourceQuota",
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
        let mut kinds: HashMap<&str, Vec<&Object>> = HashMap::new();
        let mut near: HashMap<(&str, &str), Vec<&Object>> = HashMap::new();
        for it in objects.iter().filter(|it| SPEAKING.contains(&it.kind.as_str())) {
            kinds.entry(&it.kind).or_default().push(it);
            near.entry((&it.kind, &it.namespace)).or_default().push(it);
        }
        let all = |kind: &str| kinds.get(kind).into_iter().flatten().copied();
        let mut accounts: HashMap<(&str, &str), Vec<&Object>> = HashMap::new();
        all("ServiceAccount").for_each(|it| accounts.entry((&it.namespace, &it.name)).or_default().push(it));
        let mut autoscalers = HashMap::new();
        for it in all("HorizontalPodAutoscaler").chain(all("ScaledObject")) {
            let target = |key: &str| it.stated("spec.scaleTargetRef").and_then(|it| stated(it, key)?.as_str());
            let kind = target("kind").unwrap_or("Deployment");
            target("name").map(|name| autoscalers.entry((it.namespace.as_str(), kind, name)).or_insert(it));
        }
        let mut bindings = HashMap::new();
        for it in all("RoleBinding").chain(all("ClusterRoleBinding")) {
            for subject in it.stated("subjects").map(Node::items).unwrap_or_default() {
                let text = |key: &str| stated(subject, key).and_then(Node::as_str);
                let namespace = text("namespace").unwrap_or(&it.namespace);
                let account = text("name").filter(|_| text("kind") == Some("ServiceAccount"));
                account.map(|name| bindings.entry((namespace, name)).or_insert(it));
            }
        }
        let services = all("Service").filter(|it| it.group.is_empty());
        let services = Selectors::of(services, "spec.selector", Form::Labels, false);
        let budgets = Selectors::of(all("PodDisruptionBudget"), "spec.selector", Form::Rules, false);
        let of_api = all("NetworkPolicy").filter(|it| is_of_api(it));
        let cluster_wide = all("CiliumClusterwideNetworkPolicy");
        let network_policies = [
            Selectors::of(of_api, "spec.podSelector", Form::Rules, false),
            Selectors::of(all("CiliumNetworkPolicy"), "spec.endpointSelector", Form::Rules, false),
            Selectors::of(cluster_wide, "spec.endpointSelector", Form::Rules, true),
        ];
        Self { accounts, autoscalers, bindings, services, budgets, network_policies, complete, kinds, near }
    }

    /// All objects of a kind.
    pub(super) fn all(&self, kind: &str) -> impl Iterator<Item = &'a Object<'a>> {
        self.kinds.get(kind).into_iter().flatten().copied()
    }

    /// The objects of a kind in a namespace.
    pub(super) fn near(&self, kind: &str, namespace: &str) -> Vec<&'a Object<'a>> {
        self.near.get(&(kind, namespace)).cloned().unwrap_or_default()
    }

    /// What a limit range of the namespace gives containers, by the first of the tables that states it.
    pub(super) fn range(&self, namespace: &str, what: &str, tables: &[&str]) -> Option<&'a Node> {
        let ranges = self.near("LimitRange", namespace).into_iter();
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
        let places = [namespace, namespace, ""].into_iter().zip(&self.network_policies);
        let mut found = places.filter_map(|(it, policies)| policies.first(it, labels, |it| selects(it, labels, true)));
        found.next().map(|it| it.name_span)
    }

    /// Policies whose selectors are a language of their own: nobody can say here whom they choose.
    fn other_network_policies(&self) -> bool {
        self.all("GlobalNetworkPolicy").chain(self.all("NetworkPolicy").filter(|it| !is_of_api(it))).next().is_some()
    }

    /// What the service account says of its pods' tokens.
    pub(super) fn automount(&self, namespace: &str, account: &str) -> Option<Node> {
        let accounts = self.accounts.get(&(namespace, account)).into_iter().flatten();
        accounts.into_iter().find_map(|it| it.stated("automountServiceAccountToken").cloned())
    }

    /// The least number of instances that an autoscaler keeps.
    pub(super) fn least_replicas(&self, object: &Object) -> Option<Node> {
        let autoscaler = self.autoscaler(object)?;
        let path = if autoscaler.kind == "ScaledObject" { "spec.minReplicaCount" } else { "spec.minReplicas" };
        let default = || Node::default_of(i64::from(autoscaler.kind != "ScaledObject"), autoscaler.name_span);
        Some(autoscaler.stated(path).cloned().unwrap_or_else(default))
    }

    fn autoscaler(&self, object: &Object) -> Option<&'a Object<'a>> {
        self.autoscalers.get(&(object.namespace.as_str(), object.kind.as_str(), object.name.as_str())).copied()
    }

    pub(super) fn facts(&self, pod: &Pod, account: &str) -> Vec<Entry> {
        let namespace = pod.object.namespace.as_str();
        let labels = pod.template.dotted("metadata.labels");
        let network = self.network_policy(namespace, labels);
        let budget = self.budgets.first(namespace, labels, |it| selects(it, labels, true)).map(|it| it.name_span);
        let chooses = |it: Option<&Node>| it.is_some_and(|it| matches_labels(it, labels));
        let service = self.services.first(namespace, labels, chooses);
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
        let node = match self.bindings.get(&(namespace, account)) {
            Some(binding) => Node::new(true, binding.name_span),
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
