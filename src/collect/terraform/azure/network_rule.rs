//! Azure network security groups: one row a rule and range of ports.

use crate::collect::terraform::opening::{Facts, add_ports, every_port, firewall, protocol, range, together, unknown};
use crate::collect::terraform::reading::{instead, read};
use crate::collect::terraform::row::{Row, row};
use crate::collect::terraform::subject::{Part, Subject};
use crate::model::{EvidenceKind::NetworkRule, Node, Span, Value};

pub const ROWS: &[Row] = &[
    row(NetworkRule, "azure", &["azurerm_network_security_group"], &[]).in_parts(group_rules),
    row(NetworkRule, "azure", &["azurerm_network_security_rule"], &[]).in_parts(separate_rule),
];

fn group_rules(subject: &Subject<'_>) -> Vec<Part> {
    let Some(blocks) = subject.resource.body.get("security_rule") else { return Vec::new() };
    if blocks.as_unresolved().is_some() {
        let (suffix, place) = ("security_rule".to_owned(), blocks.name_span.unwrap_or(blocks.span));
        let facts = unknown(blocks, "ingress", "allow").0;
        return vec![Part { suffix, name: None, span: blocks.span, name_span: place, facts }];
    }
    let rules = blocks.items().iter().enumerate();
    let rule = |(at, block): (usize, &Node)| {
        let place = block.name_span.unwrap_or(block.span);
        let group = Node::new(subject.resource.id(), subject.resource.name_span);
        parts(block, block.span, place, &format!("security_rule.{at}"), Some(&group))
    };
    rules.flat_map(rule).collect()
}

fn separate_rule(subject: &Subject<'_>) -> Vec<Part> {
    let resource = subject.resource;
    let group = firewall(subject, "network_security_group_name", "azurerm_network_security_group");
    parts(&resource.body, resource.span, resource.name_span, "", group.as_ref())
}

/// One part for each range of ports.
fn parts(rule: &Node, span: Span, place: Span, suffix: &str, group: Option<&Node>) -> Vec<Part> {
    let listed = read(rule, "destination_port_ranges");
    let mut stated: Vec<Node> = read(rule, "destination_port_range").into_iter().collect();
    match listed {
        Some(listed) if listed.as_unresolved().is_some() => stated.push(listed),
        Some(listed) => stated.extend(listed.items().iter().cloned()),
        None => {}
    }
    let ranges: Vec<(Node, Node)> = match stated.is_empty() {
        true => vec![every_port(place)],
        false => stated.iter().filter_map(range).collect(),
    };
    let several = ranges.len() > 1;
    let part = |(at, (from, to)): (usize, (Node, Node))| {
        let number = if several { at.to_string() } else { String::new() };
        let joint = if several && !suffix.is_empty() { "." } else { "" };
        let mut facts = common(rule, place);
        facts.add("firewall", group.cloned());
        let stated = read(rule, "protocol").map(|it| protocol(&it));
        facts.add("protocol", stated.clone());
        match stated.as_ref().and_then(Node::as_str) {
            // A rule for every protocol still names its ports.
            Some("all") => {
                facts.add("from_port", Some(from));
                facts.add("to_port", Some(to));
            }
            _ => add_ports(&mut facts, stated.as_ref(), Some(from), Some(to)),
        }
        Part {
            suffix: format!("{suffix}{joint}{number}"),
            name: read(rule, "name").and_then(|it| it.as_str().map(str::to_owned)),
            span,
            name_span: place,
            facts: facts.0,
        }
    };
    ranges.into_iter().enumerate().map(part).collect()
}

fn common(rule: &Node, place: Span) -> Facts {
    let mut facts = Facts::default();
    let direction = read(rule, "direction").map(|it| translated(it, &[("inbound", "ingress"), ("outbound", "egress")]));
    let egress = direction.as_ref().and_then(Node::as_str) == Some("egress");
    facts.add("direction", direction);
    facts.add("action", read(rule, "access").map(|it| translated(it, &[("allow", "allow"), ("deny", "deny")])));
    let side = |prefix: &str, prefixes: &str| {
        let sides = together(&[read(rule, prefixes)], &[read(rule, prefix)], place);
        match &sides.value {
            Value::List(items) => instead(&sides, Value::List(items.iter().map(everywhere).collect())),
            _ => sides,
        }
    };
    match egress {
        true => facts.add("destinations", Some(side("destination_address_prefix", "destination_address_prefixes"))),
        false => facts.add("sources", Some(side("source_address_prefix", "source_address_prefixes"))),
    }
    let groups =
        if egress { "destination_application_security_group_ids" } else { "source_application_security_group_ids" };
    facts.add("peer_groups", Some(together(&[read(rule, groups)], &[], place)));
    facts.add("description", read(rule, "description"));
    facts.add("priority", read(rule, "priority"));
    facts.always("for_all", holds_for_all(rule), place);
    facts
}

/// Whether a rule says neither where to nor from which port.
fn holds_for_all(rule: &Node) -> bool {
    let is_any = |name: &str| read(rule, name).is_none_or(|it| it.as_str() == Some("*"));
    let is_absent =
        |name: &str| read(rule, name).is_none_or(|it| it.items().is_empty() && it.as_unresolved().is_none());
    is_any("destination_address_prefix")
        && is_any("source_port_range")
        && ["destination_address_prefixes", "destination_application_security_group_ids", "source_port_ranges"]
            .into_iter()
            .all(is_absent)
}

/// Every address, in whichever way the rule writes it.
fn everywhere(stated: &Node) -> Node {
    match stated.as_str() {
        Some(text) if text == "0.0.0.0" || (text.ends_with("/0") && !text.contains(':')) => {
            instead(stated, "0.0.0.0/0")
        }
        _ => stated.clone(),
    }
}

fn translated(node: Node, names: &[(&str, &str)]) -> Node {
    let found = node.as_str().and_then(|text| names.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)));
    match found {
        Some((_, name)) => instead(&node, *name),
        None => node,
    }
}
