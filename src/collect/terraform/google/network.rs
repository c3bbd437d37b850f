//! Google subnetworks.

use crate::collect::terraform::row::{Constant::Text, Fact, Row, always, flag, row, value, with};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::Network, Node};

pub const ROWS: &[Row] = &[row(Network, "google", &["google_compute_subnetwork"], FACTS)];

const FACTS: &[Fact] = &[
    always("layer", Text("subnet")),
    value("cidr", &["ip_cidr_range"]),
    with("flow_logs", flow_logs),
    flag("private_service_access", &["private_ip_google_access"]).or_false(),
    value("purpose", &["purpose"]),
];

/// Subnetworks that are kept for proxies and gateways of the provider cannot be recorded.
fn flow_logs(subject: &Subject<'_>) -> Option<Node> {
    const RECORDED: &[&str] = &["PRIVATE", "PRIVATE_RFC_1918", "PEER_MIGRATION"];
    if subject.at("purpose").is_some_and(|it| it.as_str().is_some_and(|it| !RECORDED.contains(&it))) {
        return None;
    }
    Some(match subject.at("log_config.0") {
        Some(block) if block.as_unresolved().is_some() => block,
        Some(block) => Node::new(true, block.name_span.unwrap_or(block.span)),
        None => Node::default_of(false, subject.resource.name_span),
    })
}
