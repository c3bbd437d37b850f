//! Ingresses, gateways and load balancers: what lets requests into the cluster, and whether they come encrypted.

use crate::model::{Entry, Evidence, EvidenceKind, Node, Span};

use super::objects::{Object, stated};

/// Annotations by which controllers take a certificate from elsewhere.
const CERTIFICATES: &[&str] = &[
    "alb.ingress.kubernetes.io/certificate-arn",
    "networking.gke.io/managed-certificates",
    "networking.gke.io/pre-shared-certs",
    "ingress.gcp.kubernetes.io/pre-shared-cert",
    "appgw.ingress.kubernetes.io/appgw-ssl-certificate",
    "service.beta.kubernetes.io/aws-load-balancer-ssl-cert",
    "haproxy.org/ssl-certificate",
    "ingress.kubernetes.io/ssl-passthrough",
    "nginx.ingress.kubernetes.io/ssl-passthrough",
    "route.openshift.io/termination",
    "traefik.ingress.kubernetes.io/router.tls",
];

/// Annotations by which a load balancer stays inside the network, and the value that says so; empty for any but `false`.
const INTERNAL: &[(&str, &str)] = &[
    ("service.beta.kubernetes.io/aws-load-balancer-internal", ""),
    ("service.beta.kubernetes.io/aws-load-balancer-scheme", "internal"),
    ("service.beta.kubernetes.io/azure-load-balancer-internal", ""),
    ("service.beta.kubernetes.io/oci-load-balancer-internal", ""),
    ("service.beta.kubernetes.io/openstack-internal-load-balancer", ""),
    ("service.beta.kubernetes.io/cce-load-balancer-internal-vpc", ""),
    ("service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type", "intranet"),
    ("service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type", "private"),
    ("service.kubernetes.io/qcloud-loadbalancer-internal-subnetid", ""),
    ("networking.gke.io/load-balancer-type", "internal"),
    ("cloud.google.com/load-balancer-type", "internal"),
];

const ENCRYPTED_PORTS: &[i64] = &[443, 636, 853, 993, 6443, 8443, 9443];

const PLAIN_PORTS: &[i64] = &[80, 3000, 5000, 8000, 8080, 8888];

pub(super) fn endpoints(object: &Object) -> Vec<Evidence> {
    match (object.kind.as_str(), object.group.as_str()) {
        ("Ingress", "networking.k8s.io" | "extensions") => vec![ingress(object)],
        ("Gateway", "gateway.networking.k8s.io") => listeners(object),
        ("Service", "") => load_balancer(object).or_else(|| opened(object)).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn ingress(object: &Object) -> Evidence {
    let spec = object.stated("spec");
    let head = spec.and_then(|it| it.name_span).unwrap_or(object.name_span);
    let rules = spec.and_then(|it| stated(it, "rules")).map(Node::items).unwrap_or_default();
    let hosts: Vec<Node> = rules.iter().filter_map(|it| stated(it, "host").cloned()).collect();
    let tls = spec.and_then(|it| stated(it, "tls"));
    let encrypted: Vec<&Node> = tls.map(Node::items).unwrap_or_default().iter().collect();
    let covered: Vec<Node> =
        encrypted.iter().filter_map(|it| stated(it, "hosts")).flat_map(Node::items).cloned().collect();
    let certificate = CERTIFICATES.iter().find_map(|it| object.annotation(it));
    let mut facts = vec![
        Entry::new("role", Node::new("ingress", head)),
        Entry::new("hosts", Node::list(hosts.clone(), head)),
        Entry::new("tls_hosts", Node::list(covered.clone(), tls.map_or(head, |it| it.span))),
    ];
    // A certificate without hosts serves all of them.
    let every = encrypted.iter().any(|it| stated(it, "hosts").is_none_or(|hosts| hosts.items().is_empty()));
    let bare = hosts.iter().find(|host| !covered.iter().any(|it| covers(it, host)));
    let encryption = match (certificate, tls) {
        (Some(node), _) => Node::new(true, node.span),
        (None, Some(tls)) if every => Node::new(true, tls.span),
        (None, Some(tls)) if !encrypted.is_empty() => match bare {
            Some(host) => Node::new(false, host.span),
            None => Node::new(true, tls.span),
        },
        _ => Node::default_of(false, head),
    };
    facts.push(Entry::new("tls", encryption));
    let class =
        spec.and_then(|it| stated(it, "ingressClassName")).or_else(|| object.annotation("kubernetes.io/ingress.class"));
    facts.extend(class.map(|it| Entry::new("class", it.clone())));
    facts.extend(snippets(object));
    facts.extend(redirect(object).map(|it| Entry::new("redirects_to_https", it)));
    object.evidence(EvidenceKind::Endpoint, "", facts, object.node.span)
}

/// `*.example.com` serves `a.example.com`.
fn covers(certificate: &Node, host: &Node) -> bool {
    match (certificate.as_str(), host.as_str()) {
        (Some(certificate), Some(host)) => {
            certificate == host
                || certificate
                    .strip_prefix("*.")
                    .is_some_and(|domain| host.split_once('.').is_some_and(|(_, parent)| parent == domain))
        }
        // A name that is not known yet may well be the same.
        _ => true,
    }
}

fn redirect(object: &Object) -> Option<Node> {
    let annotation = ["nginx.ingress.kubernetes.io/force-ssl-redirect", "nginx.ingress.kubernetes.io/ssl-redirect"]
        .iter()
        .find_map(|it| object.annotation(it));
    annotation.map(|it| Node { value: (it.scalar_text().as_deref() == Some("true")).into(), ..it.clone() })
}

/// Annotations whose text goes into the configuration of the proxy as it stands.
fn snippets(object: &Object) -> Option<Entry> {
    let notes = object.stated("metadata.annotations").map(Node::entries).unwrap_or_default();
    let is_snippet = |it: &&Entry| it.name.starts_with("nginx.ingress.kubernetes.io/") && it.name.ends_with("-snippet");
    let named = notes.iter().filter(is_snippet).map(|it| {
        let place = it.node.name_span.unwrap_or(it.node.span);
        Node::new(it.name.trim_start_matches("nginx.ingress.kubernetes.io/"), place)
    });
    let named: Vec<Node> = named.collect();
    let first = named.first()?.span;
    Some(Entry::new("snippets", Node::list(named, first)))
}

/// A service with a load balancer of its own. What its ports speak shows in their names and numbers, or does not show.
fn load_balancer(object: &Object) -> Option<Evidence> {
    let kind = object.stated("spec.type").filter(|it| it.as_str() == Some("LoadBalancer"))?;
    let internal = INTERNAL.iter().find_map(|(name, value)| {
        let node = object.annotation(name)?;
        let text = node.scalar_text()?.to_lowercase();
        (text == *value || value.is_empty() && text != "false").then_some(node.span)
    });
    let mut facts = vec![
        Entry::new("role", Node::new("load_balancer", kind.span)),
        Entry::new("public", Node::new(internal.is_none(), internal.unwrap_or(kind.span))),
    ];
    facts.extend(external_addresses(object));
    let ports = object.stated("spec.ports").map(Node::items).unwrap_or_default();
    let certificate = CERTIFICATES.iter().find_map(|it| object.annotation(it)).map(|it| (true, it.span));
    let found = |wanted: bool| ports.iter().find_map(|it| encrypted(it).filter(|(tls, _)| *tls == wanted));
    let encryption = certificate.or_else(|| found(true)).or_else(|| found(false)).filter(|_| internal.is_none());
    facts.extend(encryption.map(|(tls, span)| Entry::new("tls", Node::new(tls, span))));
    Some(object.evidence(EvidenceKind::Endpoint, "", facts, object.node.span))
}

/// External addresses that a service claims.
fn external_addresses(object: &Object) -> Option<Entry> {
    let addresses = object.stated("spec.externalIPs").filter(|it| !it.items().is_empty())?;
    Some(Entry::new("external_addresses", addresses.clone()))
}

/// A service that every node lets in on a port of its own, or that claims addresses.
fn opened(object: &Object) -> Option<Evidence> {
    let kind = object.stated("spec.type").filter(|it| it.as_str() == Some("NodePort"));
    let addresses = external_addresses(object);
    let span = kind.map(|it| it.span).or(addresses.as_ref().map(|it| it.node.span))?;
    let role = if kind.is_some() { "node_port" } else { "service" };
    let mut facts = vec![Entry::new("role", Node::new(role, span))];
    facts.extend(addresses);
    Some(object.evidence(EvidenceKind::Endpoint, "", facts, object.node.span))
}

/// Whether a port speaks TLS or plain HTTP, and where it says so.
fn encrypted(port: &Node) -> Option<(bool, Span)> {
    let number = stated(port, "port")?;
    let words = ["appProtocol", "name"].iter().find_map(|it| stated(port, it)?.as_str());
    let word = words.unwrap_or_default().to_lowercase();
    let speaks = |words: &[&str]| words.iter().any(|it| word.starts_with(it));
    let is_in = |list: &[i64]| number.as_i64().is_some_and(|it| list.contains(&it));
    match () {
        () if speaks(&["https", "tls", "wss", "grpcs"]) || is_in(ENCRYPTED_PORTS) => Some((true, number.span)),
        () if speaks(&["http", "ws"]) || is_in(PLAIN_PORTS) => Some((false, number.span)),
        () => None,
    }
}

fn listeners(object: &Object) -> Vec<Evidence> {
    let listeners = object.stated("spec.listeners").map(Node::items).unwrap_or_default();
    let of_listener = |(at, listener): (usize, &Node)| {
        let protocol = stated(listener, "protocol");
        let span: Span = protocol.map_or(listener.span, |it| it.span);
        let text = protocol.and_then(Node::as_str).unwrap_or_default().to_lowercase();
        let tls = matches!(text.as_str(), "https" | "tls");
        let mut facts = vec![
            Entry::new("role", Node::new("listener", span)),
            Entry::new("protocol", Node::new(text, span)),
            Entry::new("tls", Node::new(tls, span)),
        ];
        facts.extend(stated(listener, "port").map(|it| Entry::new("port", it.clone())));
        let hosts = stated(listener, "hostname").cloned().into_iter().collect();
        facts.push(Entry::new("hosts", Node::list(hosts, listener.span)));
        object.evidence(EvidenceKind::Endpoint, &format!("/listeners/{at}"), facts, listener.span)
    };
    listeners.iter().enumerate().map(of_listener).collect()
}
