//! Google subnetworks.

use crate::collect::terraform::reading::flag as as_flag;
use crate::collect::terraform::row::{Constant::Text, Fact, Row, always, row, value, with};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::Network, Node};

pub const ROWS: &[Row] = &[row(Network, "google", &["google_compute_subnetwork"], FACTS)];

const FACTS: &[Fact] = &[
    always("layer", Text("subnet")),
    value("cidr", &["ip_cidr_range"]),
    with("flow_logs", flow_logs),
    with("private_service_access", reaches_services),
    value("purpose", &["purpose"]),
];

/// Subnetworks that are kept for proxies and gateways of the provider hold no machines, and cannot be recorded.
fn is_for_proxies(subject: &Subject<'_>) -> bool {
    const MACHINES: &[&str] = &["PRIVATE", "PRIVATE_RFC_1918", "PEER_MIGRATION"];
    subject.at("purpose").is_some_and(|it| it.as_str().is_some_and(|it| !MACHINES.contains(&it)))
}

fn reaches_services(subject: &Subject<'_>) -> Option<Node> {
    if is_for_proxies(subject) {
        return None;
    }
    let stated = subject.at("private_ip_google_access").and_then(|it| as_flag(it, true));
    stated.or_else(|| Some(Node::default_of(false, subject.resource.name_span)))
}

fn flow_logs(subject: &Subject<'_>) -> Option<Node> {
    if is_for_proxies(subject) {
        return None;
    }
    Some(match subject.at("log_config.0") {
        Some(block) if block.as_unresolved().is_some() => block,
        Some(block) => Node::new(true, block.name_span.unwrap_or(block.span)),
        None => Node::default_of(false, subject.resource.name_span),
    })
}
