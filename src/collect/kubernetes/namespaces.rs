//! Namespaces: the pod security they enforce, and whether traffic into them is closed by default.

use crate::model::{Entry, Evidence, EvidenceKind, Node};

use super::joins::selects;
use super::objects::{Object, note};

pub(super) fn namespace(object: &Object, objects: &[Object]) -> Option<Evidence> {
    if object.kind != "Namespace" || !object.group.is_empty() {
        return None;
    }
    let metadata = object.node.get("metadata");
    let mut facts = vec![Entry::new("layer", Node::new("namespace", object.name_span))];
    let level = note(metadata, "labels", "pod-security.kubernetes.io/enforce");
    facts.extend(level.map(|it| Entry::new("pod_security", it.clone())));
    let policies = objects.iter().filter(|it| it.kind == "NetworkPolicy" && it.namespace == object.name);
    let closing = policies.into_iter().find(|it| closes_ingress(it));
    let closed = match closing {
        Some(policy) => Node::new(true, policy.name_span),
        None => Node::default_of(false, object.name_span),
    };
    facts.push(Entry::new("default_deny_ingress", closed));
    Some(object.evidence(EvidenceKind::Network, "", facts, object.node.span))
}

/// Selects every pod and lets nothing in.
fn closes_ingress(policy: &Object) -> bool {
    let types = policy.stated("spec.policyTypes").map(Node::items).unwrap_or_default();
    let ingress = types.is_empty() || types.iter().any(|it| it.as_str() == Some("Ingress"));
    let rules = policy.stated("spec.ingress").map(Node::items).unwrap_or_default();
    ingress && rules.is_empty() && selects(policy.stated("spec.podSelector"), None, true)
}
