//! AWS VPCs and subnets.

use crate::collect::terraform::row::{Constant::Text, Fact, Join, Row, always, flag, lower, number, row, value, with};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::Network, Node};

pub const ROWS: &[Row] = &[
    row(Network, "aws", &["aws_vpc", "aws_default_vpc"], VPC_FACTS).joined(VPC_JOINS),
    row(Network, "aws", &["aws_subnet"], SUBNET_FACTS),
    row(Network, "aws", &["aws_default_subnet"], DEFAULT_SUBNET_FACTS),
];

const VPC_FACTS: &[Fact] = &[
    always("layer", Text("network")),
    value("cidr", &["cidr_block"]),
    with("default", is_default),
    with("flow_logs", |_| None).or_false(),
    with("default_group_closed", |_| None).or_false(),
];

const VPC_JOINS: &[Join] = &[
    Join {
        types: &["aws_flow_log"],
        by: "vpc_id",
        to: "id",
        facts: &[
            with("flow_logs", |_| None).or_true(),
            lower("flow_log_traffic", &["traffic_type"]),
            number("flow_log_retention_days", &["retention_in_days"]),
        ],
    },
    Join {
        types: &["aws_default_security_group"],
        by: "vpc_id",
        to: "id",
        facts: &[with("default_group_closed", is_closed)],
    },
];

const SUBNET_FACTS: &[Fact] = &[
    always("layer", Text("subnet")),
    value("cidr", &["cidr_block"]),
    flag("assigns_public_ip", &["map_public_ip_on_launch"]).or_false(),
];

/// Amazon made these to hand out addresses.
const DEFAULT_SUBNET_FACTS: &[Fact] = &[
    always("layer", Text("subnet")),
    value("cidr", &["cidr_block"]),
    flag("assigns_public_ip", &["map_public_ip_on_launch"]).or_true(),
];

fn is_default(subject: &Subject<'_>) -> Option<Node> {
    let resource = subject.resource;
    Some(Node::default_of(resource.native_type == "aws_default_vpc", resource.name_span))
}

/// The group as it is managed here allows nothing: it has no rule. Shown on the first rule.
fn is_closed(subject: &Subject<'_>) -> Option<Node> {
    let rules = subject.at("ingress.0").or_else(|| subject.at("egress.0"));
    Some(match rules {
        None => Node::new(true, subject.resource.name_span),
        Some(rule) if rule.as_unresolved().is_some() => rule,
        Some(rule) => Node::new(false, rule.name_span.unwrap_or(rule.span)),
    })
}
