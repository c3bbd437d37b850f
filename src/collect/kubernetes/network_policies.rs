//! Network policies: one opening a rule and port.

use crate::model::{Entry, Evidence, EvidenceKind, Node};

use super::objects::{Object, stated};

/// Directions with the key of their rules, of the other side, and the fact that lists addresses there.
const DIRECTIONS: &[(&str, &str, &str)] = &[("ingress", "from", "sources"), ("egress", "to", "destinations")];

pub(super) fn rules(object: &Object) -> Vec<Evidence> {
    if object.kind != "NetworkPolicy" || object.group != "networking.k8s.io" {
        return Vec::new();
    }
    let mut evidence = Vec::new();
    for (direction, other_side, addresses) in DIRECTIONS {
        let rules = object.stated(&format!("spec.{direction}")).map(Node::items).unwrap_or_default();
        for (at, rule) in rules.iter().enumerate() {
            let ports = stated(rule, "ports").map(Node::items).unwrap_or_default();
            let every = [None];
            let ports: Vec<Option<&Node>> =
                if ports.is_empty() { every.to_vec() } else { ports.iter().map(Some).collect() };
            for (number, port) in ports.into_iter().enumerate() {
                let mut facts = vec![
                    Entry::new("direction", Node::new(*direction, rule.span)),
                    Entry::new("action", Node::new("allow", rule.span)),
                    Entry::new("group", Node::new(object.name.as_str(), object.name_span)),
                ];
                facts.extend(peers(rule, other_side, addresses));
                facts.extend(opened(rule, port));
                let part = format!("/{direction}/{at}/{number}");
                evidence.push(object.evidence(EvidenceKind::NetworkRule, &part, facts, rule.span));
            }
        }
    }
    evidence
}

/// Who is on the other side. A rule that names nobody means every peer, which in most clusters is other pods: that is
/// not the same as stating the addresses of the internet.
fn peers(rule: &Node, other_side: &str, addresses: &'static str) -> Vec<Entry> {
    let listed = stated(rule, other_side);
    let items = listed.map(Node::items).unwrap_or_default();
    let span = listed.map_or(rule.span, |it| it.span);
    if items.is_empty() {
        let every = Node::list(vec![Node::default_of("*", span)], span);
        return vec![Entry::new(addresses, Node::list(Vec::new(), span)), Entry::new("peer_groups", every)];
    }
    let ranges = items.iter().filter_map(|it| stated(it, "ipBlock.cidr").cloned()).collect();
    let selecting = |it: &Node| {
        let named = [("podSelector", "pods"), ("namespaceSelector", "namespaces")];
        named.iter().find_map(|(key, word)| it.get(key).map(|node| Node::new(*word, node.span)))
    };
    vec![
        Entry::new(addresses, Node::list(ranges, span)),
        Entry::new("peer_groups", Node::list(items.iter().filter_map(selecting).collect(), span)),
    ]
}

/// Protocol and ports. A port by name is one that only the pods tell.
fn opened(rule: &Node, port: Option<&Node>) -> Vec<Entry> {
    let Some(port) = port else {
        return vec![
            Entry::new("protocol", Node::default_of("all", rule.span)),
            Entry::new("from_port", Node::default_of(0_i64, rule.span)),
            Entry::new("to_port", Node::default_of(65_535_i64, rule.span)),
        ];
    };
    let protocol =
        stated(port, "protocol").and_then(|it| Some(Node { value: it.as_str()?.to_lowercase().into(), ..it.clone() }));
    let mut facts = vec![Entry::new("protocol", protocol.unwrap_or_else(|| Node::default_of("tcp", port.span)))];
    match stated(port, "port") {
        Some(first) if first.as_i64().is_some() => {
            let last = stated(port, "endPort").unwrap_or(first).clone();
            facts.extend([Entry::new("from_port", first.clone()), Entry::new("to_port", last)]);
        }
        Some(_) => {}
        None => facts.extend([
            Entry::new("from_port", Node::default_of(0_i64, port.span)),
            Entry::new("to_port", Node::default_of(65_535_i64, port.span)),
        ]),
    }
    facts
}
