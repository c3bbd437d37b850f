//! AWS security groups and network ACLs: one row an opening.

use crate::collect::terraform::opening::{Facts, add_ports, protocol, ranges, together, unknown};
use crate::collect::terraform::reading::{flag, lower, read};
use crate::collect::terraform::row::{Row, row, value};
use crate::collect::terraform::subject::{Part, Subject};
use crate::model::{EvidenceKind::NetworkRule, Node, Span};

pub const ROWS: &[Row] = &[
    row(NetworkRule, "aws", &["aws_security_group"], &[value("group", &["name"])]).in_parts(group_rules),
    row(NetworkRule, "aws", &["aws_default_security_group"], &[]).in_parts(default_group_rules),
    row(NetworkRule, "aws", &["aws_security_group_rule"], &[]).in_parts(separate_rule),
    row(NetworkRule, "aws", &["aws_vpc_security_group_ingress_rule"], &[]).in_parts(vpc_ingress_rule),
    row(NetworkRule, "aws", &["aws_vpc_security_group_egress_rule"], &[]).in_parts(vpc_egress_rule),
    row(NetworkRule, "aws", &["aws_network_acl", "aws_default_network_acl"], &[]).in_parts(acl_entries),
    row(NetworkRule, "aws", &["aws_network_acl_rule"], &[]).in_parts(acl_rule),
];

const DIRECTIONS: [&str; 2] = ["ingress", "egress"];

fn group_rules(subject: &Subject<'_>) -> Vec<Part> {
    inline(subject, group_rule)
}

fn default_group_rules(subject: &Subject<'_>) -> Vec<Part> {
    inline(subject, |block, direction| {
        let mut facts = group_rule(block, direction);
        facts.always("default_group", true, place(block));
        facts
    })
}

fn acl_entries(subject: &Subject<'_>) -> Vec<Part> {
    let default = subject.resource.native_type == "aws_default_network_acl";
    inline(subject, |block, direction| {
        let mut facts = acl_entry(block, direction, "action", "rule_no");
        if default {
            facts.always("default_group", true, place(block));
        }
        facts
    })
}

/// One part a nested block. Blocks that are not known make one part of which nothing is known.
fn inline(subject: &Subject<'_>, facts: impl Fn(&Node, &'static str) -> Facts) -> Vec<Part> {
    let mut parts = Vec::new();
    for direction in DIRECTIONS {
        let Some(blocks) = subject.resource.body.get(direction) else { continue };
        let blocks = match blocks.as_unresolved() {
            Some(_) => std::slice::from_ref(blocks),
            None => blocks.items(),
        };
        for (at, block) in blocks.iter().enumerate() {
            parts.push(Part {
                suffix: format!("{direction}.{at}"),
                name: None,
                span: block.span,
                name_span: place(block),
                facts: facts(block, direction).0,
            });
        }
    }
    parts
}

fn place(block: &Node) -> Span {
    block.name_span.unwrap_or(block.span)
}

/// The facts of a block, or of a resource's body, that speaks as `ingress` of a security group does.
fn group_rule(block: &Node, direction: &'static str) -> Facts {
    if block.as_unresolved().is_some() {
        return unknown(block, direction, "allow");
    }
    let mut facts = Facts::default();
    facts.always("direction", direction, place(block));
    facts.always("action", "allow", place(block));
    let stated = read(block, "protocol").map(|it| protocol(&it));
    facts.add("protocol", stated.clone());
    add_ports(&mut facts, stated.as_ref(), read(block, "from_port"), read(block, "to_port"));
    let addresses = ["cidr_blocks", "ipv6_cidr_blocks"].map(|it| read(block, it));
    facts.add(far_side(direction), Some(ranges(together(&addresses, &[], place(block)))));
    let groups = ["security_groups", "prefix_list_ids"].map(|it| read(block, it));
    let group = [read(block, "source_security_group_id")];
    facts.add("peer_groups", Some(together(&groups, &group, place(block))));
    facts.add("description", read(block, "description"));
    facts
}

fn far_side(direction: &str) -> &'static str {
    if direction == "egress" { "destinations" } else { "sources" }
}

fn separate_rule(subject: &Subject<'_>) -> Vec<Part> {
    let direction = match subject.at("type").as_ref().and_then(Node::as_str) {
        Some("egress") => "egress",
        _ => "ingress",
    };
    let mut facts = group_rule(&body(subject), direction);
    if let Some(stated) = subject.at("type") {
        facts.0.retain(|it| &*it.name != "direction");
        facts.add("direction", Some(stated));
    }
    whole(subject, facts)
}

fn vpc_ingress_rule(subject: &Subject<'_>) -> Vec<Part> {
    vpc_rule(subject, "ingress")
}

fn vpc_egress_rule(subject: &Subject<'_>) -> Vec<Part> {
    vpc_rule(subject, "egress")
}

fn vpc_rule(subject: &Subject<'_>, direction: &'static str) -> Vec<Part> {
    let lacking = subject.resource.name_span;
    let mut facts = Facts::default();
    facts.always("direction", direction, lacking);
    facts.always("action", "allow", lacking);
    let stated = subject.at("ip_protocol").map(|it| protocol(&it));
    facts.add("protocol", stated.clone());
    add_ports(&mut facts, stated.as_ref(), subject.at("from_port"), subject.at("to_port"));
    let addresses = ["cidr_ipv4", "cidr_ipv6"].map(|it| subject.at(it));
    facts.add(far_side(direction), Some(ranges(together(&[], &addresses, lacking))));
    let groups = ["referenced_security_group_id", "prefix_list_id"].map(|it| subject.at(it));
    facts.add("peer_groups", Some(together(&[], &groups, lacking)));
    facts.add("description", subject.at("description"));
    whole(subject, facts)
}

fn acl_rule(subject: &Subject<'_>) -> Vec<Part> {
    let body = body(subject);
    let egress = read(&body, "egress").and_then(|it| flag(it, true)).is_some_and(|it| it.as_bool() == Some(true));
    whole(subject, acl_entry(&body, if egress { "egress" } else { "ingress" }, "rule_action", "rule_number"))
}

fn acl_entry(block: &Node, direction: &'static str, action: &str, priority: &str) -> Facts {
    let mut facts = Facts::default();
    facts.always("direction", direction, place(block));
    facts.add("action", read(block, action).and_then(lower));
    let stated = read(block, "protocol").map(|it| protocol(&it));
    facts.add("protocol", stated.clone());
    add_ports(&mut facts, stated.as_ref(), read(block, "from_port"), read(block, "to_port"));
    let addresses = ["cidr_block", "ipv6_cidr_block"].map(|it| read(block, it));
    facts.add(far_side(direction), Some(ranges(together(&[], &addresses, place(block)))));
    facts.add("priority", read(block, priority));
    facts.always("stateless", true, place(block));
    facts
}

/// The resource's body, with the labels of its block as the place where a missing setting is shown.
fn body(subject: &Subject<'_>) -> Node {
    subject.resource.body.clone().named(subject.resource.name_span)
}

/// A resource that is one rule: its only part, which is not told apart by a suffix.
fn whole(subject: &Subject<'_>, facts: Facts) -> Vec<Part> {
    let resource = subject.resource;
    vec![Part { suffix: String::new(), name: None, span: resource.span, name_span: resource.name_span, facts: facts.0 }]
}
