//! Namespaces: the pod security they enforce, and whether traffic into them is closed by default.

use crate::model::{Entry, Evidence, EvidenceKind, Node};

use super::joins::{Joins, is_of_api, out_of_scope, selects};
use super::objects::{Object, note};

pub(super) fn namespace(object: &Object, joins: &Joins) -> Option<Evidence> {
    if object.kind != "Namespace" || !object.group.is_empty() {
        return None;
    }
    let metadata = object.node.get("metadata");
    let mut facts = vec![Entry::new("layer", Node::new("namespace", object.name_span))];
    let level = note(metadata, "labels", "pod-security.kubernetes.io/enforce");
    facts.extend(level.map(|it| Entry::new("pod_security", it.clone())));
    let closing = joins.near("NetworkPolicy", &object.name).into_iter().find(|it| is_of_api(it) && closes_ingress(it));
    let closed = match closing {
        Some(policy) => Node::new(true, policy.name_span),
        None => Node::default_of(false, object.name_span),
    };
    facts.push(Entry::new("default_deny_ingress", closed));
    for (fact, kind, missing) in [("quota", "ResourceQuota", "quotas"), ("limit_range", "LimitRange", "limit ranges")] {
        let near = joins.near(kind, &object.name).into_iter().find(|it| it.group.is_empty());
        let mut kin = joins.all(kind).filter(|it| it.group.is_empty());
        let node = match near {
            Some(it) => Node::new(true, it.name_span),
            None if joins.complete || kin.next().is_some() => Node::default_of(false, object.name_span),
            None => out_of_scope(missing, object.name_span),
        };
        facts.push(Entry::new(fact, node));
    }
    Some(object.evidence(EvidenceKind::Network, "", facts, object.node.span))
}

/// Selects every pod and lets nothing in.
fn closes_ingress(policy: &Object) -> bool {
    let types = policy.stated("spec.policyTypes").map(Node::items).unwrap_or_default();
    let ingress = types.is_empty() || types.iter().any(|it| it.as_str() == Some("Ingress"));
    let rules = policy.stated("spec.ingress").map(Node::items).unwrap_or_default();
    ingress && rules.is_empty() && selects(policy.stated("spec.podSelector"), None, true)
}
