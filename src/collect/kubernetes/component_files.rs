//! Files that set up a cluster's components: the kubelet's configuration and kubeadm's.

use crate::model::{Entry, Evidence, EvidenceKind, Node, Span};

use super::component_flags::{BY_KUBEADM, OF_KUBEADM, OF_KUBELET_FILE};
use super::components;
use super::objects::{Object, stated};

pub(super) fn components(object: &Object) -> Vec<Evidence> {
    match (object.kind.as_str(), object.group.as_str()) {
        ("KubeletConfiguration", "kubelet.config.k8s.io") => vec![kubelet(object)],
        ("ClusterConfiguration", "kubeadm.k8s.io") => kubeadm(object),
        _ => Vec::new(),
    }
}

fn kubelet(object: &Object) -> Evidence {
    let text = |node: &Node| Some(Node { value: node.scalar_text()?.into(), ..node.clone() });
    let set = OF_KUBELET_FILE.iter().filter_map(|(path, flag, default)| {
        let node = match object.stated(path) {
            Some(it) => text(it).unwrap_or_else(|| it.clone()),
            None => Node::default_of((*default)?, object.name_span),
        };
        Some(Entry::new(*flag, node))
    });
    let mut flags: Vec<Entry> = set.collect();
    if let Some(suites) = object.stated("tlsCipherSuites") {
        let names: Vec<String> = suites.items().iter().filter_map(Node::scalar_text).collect();
        flags.push(Entry::new("tls-cipher-suites", Node { value: names.join(",").into(), ..suites.clone() }));
    }
    if let Some(gates) = object.stated("featureGates") {
        let of = |it: &Entry| Some(format!("{}={}", it.name, it.node.scalar_text()?));
        let named: Vec<String> = gates.entries().iter().filter_map(of).collect();
        flags.push(Entry::new("feature-gates", Node { value: named.join(",").into(), ..gates.clone() }));
    }
    evidence(object, "kubelet", flags, object.name_span)
}

/// The components that kubeadm starts: with what it sets itself, and what the file adds.
fn kubeadm(object: &Object) -> Vec<Evidence> {
    let external = object.stated("etcd.external");
    let of_section = |(section, program): &(&str, &'static str)| {
        let section = object.stated(section);
        if *program == "etcd" && external.is_some() {
            return None;
        }
        let head = section.and_then(|it| it.name_span).unwrap_or(object.name_span);
        let mut flags = section.and_then(|it| stated(it, "extraArgs")).map(arguments).unwrap_or_default();
        for (_, flag, value) in BY_KUBEADM.iter().filter(|(of, ..)| of == program) {
            let outside = external.filter(|_| flag.starts_with("etcd-"));
            let node = match outside {
                Some(external) => stated(external, of_external(flag)).cloned(),
                None => Some(Node::default_of(*value, head)),
            };
            if let Some(node) = node.filter(|_| !flags.iter().any(|it| &*it.name == *flag)) {
                flags.push(Entry::new(*flag, node));
            }
        }
        Some(evidence(object, program, flags, head))
    };
    OF_KUBEADM.iter().filter_map(of_section).collect()
}

/// Where kubeadm's file names what proves the API server to an etcd of its own.
fn of_external(flag: &str) -> &'static str {
    match flag {
        "etcd-cafile" => "caFile",
        "etcd-certfile" => "certFile",
        _ => "keyFile",
    }
}

/// A map of names, or since the fourth beta a list of names and values.
fn arguments(node: &Node) -> Vec<Entry> {
    let as_text = |name: String, value: &Node| {
        let text = value.scalar_text().map(|it| Node { value: it.into(), ..value.clone() });
        Entry::new(name, text.unwrap_or_else(|| value.clone()))
    };
    let listed = node.items().iter().filter_map(|it| {
        let (name, value) = (stated(it, "name")?.scalar_text()?, stated(it, "value")?);
        Some(as_text(name, value))
    });
    node.entries().iter().map(|it| as_text(it.name.to_string(), &it.node)).chain(listed).collect()
}

fn evidence(object: &Object, program: &'static str, flags: Vec<Entry>, head: Span) -> Evidence {
    let facts = components::facts(program, flags, false, head);
    let mut evidence = object.evidence(EvidenceKind::Cluster, &format!("/{program}"), facts, object.node.span);
    program.clone_into(&mut evidence.name);
    evidence
}
